//! Which entries of a list stand in the rows it has.

use std::ops::Range;

/// The entries shown, in order, when each takes `heights[i]` rows of `rows`; the selected one is among them, cut
/// where it is higher than that. If not all fit, one row is kept to say how many are left out, unless the selected
/// entry needs it.
pub(in crate::view) fn shown(heights: &[usize], rows: u16, selected: Option<usize>) -> Range<usize> {
    let rows = usize::from(rows);
    if heights.iter().sum::<usize>() <= rows {
        return 0..heights.len();
    }
    let room = rows.saturating_sub(1);
    let from_top = 0..fitting(heights.iter(), room);
    match selected.map(|selected| selected.min(heights.len().saturating_sub(1))) {
        Some(selected) if selected >= from_top.end => {
            let up_to = heights.get(..=selected).unwrap_or_default();
            let least = usize::from(rows > 0);
            let count = fitting(up_to.iter().rev(), room).max(least);
            (selected + 1).saturating_sub(count)..selected + 1
        }
        _ => from_top,
    }
}

/// Whether a row is left below the entries shown, to say how many are not.
pub(in crate::view) fn has_room(heights: &[usize], shown: &Range<usize>, rows: u16) -> bool {
    heights.get(shown.clone()).unwrap_or_default().iter().sum::<usize>() < usize::from(rows)
}

fn fitting<'a>(heights: impl Iterator<Item = &'a usize>, rows: usize) -> usize {
    let mut used = 0;
    heights
        .take_while(|height| {
            used += **height;
            used <= rows
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn the_selected_entry_is_always_among_those_shown() {
        // heights, rows, selected, shown
        type Case = (&'static [usize], u16, Option<usize>, std::ops::Range<usize>);
        let cases: [Case; 11] = [
            (&[1, 1, 1], 3, None, 0..3),
            (&[1, 1, 1, 1], 3, None, 0..2),
            (&[1, 1, 1, 1], 3, Some(1), 0..2),
            (&[1, 1, 1, 1], 3, Some(2), 1..3),
            (&[1, 1, 1, 1], 3, Some(9), 2..4),
            (&[2, 1, 2, 1], 5, Some(3), 1..4),
            (&[2, 2], 0, Some(0), 1..1),
            (&[2, 2], 2, Some(0), 0..1),
            (&[2, 2], 1, Some(1), 1..2),
            (&[1, 1, 1], 1, Some(1), 1..2),
            (&[], 3, Some(0), 0..0),
        ];
        for (heights, rows, selected, wanted) in cases {
            assert_eq!(shown(heights, rows, selected), wanted, "{heights:?} {rows} {selected:?}");
        }
    }
}
