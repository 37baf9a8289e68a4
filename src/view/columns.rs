//! Texts at the columns of the 80x24 drawing; what a wider screen has more goes where texts need it.

use super::paint::{self, Row};

/// The width of the drawing.
const DRAWN: u16 = 80;
/// A column with less room than this is left out.
const COLUMN_MIN: u16 = 6;
/// Cells between two columns.
const GAP: u16 = 2;

/// Columns of a list whose texts are `rows`: each as drawn, moved right on a wider screen as far as the longest text
/// before it needs.
pub(super) fn stretched<const N: usize>(
    drawn: &[u16; N],
    rows: impl Iterator<Item = [String; N]>,
    columns: u16,
) -> [u16; N] {
    let mut longest = [0; N];
    for row in rows {
        for (longest, text) in longest.iter_mut().zip(&row) {
            *longest = paint::width(text).max(*longest);
        }
    }
    let (mut at, mut left, mut moved) = (*drawn, columns.saturating_sub(DRAWN), 0);
    let pairs = drawn.iter().zip(drawn.iter().skip(1)).zip(longest);
    for (place, ((from, next), longest)) in at.iter_mut().skip(1).zip(pairs) {
        let more = longest.saturating_add(GAP).saturating_sub(next - from).min(left);
        left -= more;
        moved += more;
        *place += moved;
    }
    at
}

/// Columns as drawn where every text fits, the last one before `right`; else as far apart as the longest texts need,
/// and where the row has no room for that the `least` column gives way.
pub(super) fn packed<const N: usize>(
    drawn: &[u16; N],
    rows: &[[String; N]],
    (right, least): (u16, usize),
) -> [u16; N] {
    let longest: [u16; N] = std::array::from_fn(|nth| {
        rows.iter().filter_map(|row| row.get(nth)).map(|text| paint::width(text)).max().unwrap_or_default()
    });
    let ends = drawn.iter().skip(1).map(|next| next.saturating_sub(1)).chain([right]);
    if drawn.iter().zip(longest).zip(ends).all(|((from, longest), end)| from + longest <= end) {
        return *drawn;
    }
    let first = drawn.first().copied().unwrap_or_default();
    let needed = |gap: u16| longest.iter().fold(first, |sum, cells| sum.saturating_add(cells + gap)) - gap;
    let gap = if needed(GAP) <= right { GAP } else { 1 };
    let missing = needed(gap).saturating_sub(right);
    let (mut at, mut next) = (*drawn, first);
    for (nth, (place, cells)) in at.iter_mut().zip(longest).enumerate() {
        *place = next;
        let kept =
            if nth == least { cells.saturating_sub(missing).max(cells.min(COLUMN_MIN)) } else { cells };
        next = next.saturating_add(kept + gap);
    }
    at
}

/// Puts texts at their columns, each clipped before the next one that is not empty; what begins outside the row is
/// left out.
pub(super) fn put<const N: usize>(row: &mut Row<'_>, at: &[u16; N], texts: &[String; N], right: u16) {
    let free = |nth: usize| {
        let mut later = at.iter().zip(texts).skip(nth + 1).filter(|(_, text)| !text.is_empty());
        later.next().map_or(right, |(next, _)| next.saturating_sub(1).min(right))
    };
    for (nth, (from, text)) in at.iter().zip(texts).enumerate() {
        let to = free(nth);
        if nth > 0 && right.saturating_sub(*from) < COLUMN_MIN {
            break;
        }
        let to = if to >= right.saturating_sub(1) { right } else { to };
        row.put(*from, to, text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_as_drawn_or_as_far_apart_as_their_texts_need() {
        let row = |texts: [&str; 3]| texts.map(str::to_owned);
        let table = [
            // texts, right, places
            (row(["ab", "cd", "ef"]), 30, [2, 10, 20]),
            (row(["ab", "c of thirteen", "ef"]), 30, [2, 6, 21]),
            (row(["a of 8 c", "c of thirteen", "ef gh"]), 30, [2, 11, 25]),
            // the second gives way
            (row(["a of 8 c", "c of thirteen", "ef gh ij"]), 30, [2, 11, 22]),
        ];
        for (texts, right, wanted) in table {
            let case = format!("{texts:?}");
            assert_eq!(packed(&[2, 10, 20], &[texts], (right, 1)), wanted, "{case}");
        }
    }

    #[test]
    fn a_wider_screen_moves_columns_only_as_far_as_texts_need() {
        let long = || ["1".to_owned(), "x".repeat(60), "name".to_owned()];
        let short = || ["1".to_owned(), "x".repeat(20), "name".to_owned()];
        // texts, columns, places
        let cases = [
            (long(), 80, [2, 5, 56]),
            (long(), 84, [2, 5, 60]),
            (long(), 132, [2, 5, 67]),
            (short(), 132, [2, 5, 56]),
            (long(), 40, [2, 5, 56]),
        ];
        for (texts, columns, wanted) in cases {
            assert_eq!(stretched(&[2, 5, 56], [texts].into_iter(), columns), wanted, "{columns}");
        }
    }
}
