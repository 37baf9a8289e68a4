//! Words that differ from a typed one by few letters: one missing, one too many, another, or two swapped.
//!
//! Source of the distance: optimal string alignment (Damerau 1964 with Levenshtein's edits). The sorted words
//! are walked like a tree: words that begin alike share the rows of the table, and a beginning that is too
//! far off already is skipped with all words that share it.

use super::texts::Texts;

/// Typed words of more letters are not looked for with typos: no name's word is so long.
pub(super) const LETTERS_MAX: usize = 40;

/// How a word is near to what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Near {
    /// The word's number.
    pub(super) word: u32,
    /// Letters that differ.
    pub(super) edits: u8,
    /// The whole word is near, not only its beginning.
    pub(super) whole: bool,
}

/// All words within `edits` of what was typed; with `beginnings`, also those that only begin like it.
pub(super) fn near(words: &Texts, typed: &str, edits: u8, beginnings: bool) -> Vec<Near> {
    let typed: Vec<char> = typed.chars().collect();
    if typed.is_empty() || typed.len() > LETTERS_MAX {
        return Vec::new();
    }
    let mut walk = Walk::new(typed, edits, beginnings);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let word = words.get(at);
        match walk.step(word) {
            Step::Whole(edits) => found.push(Near { word: at, edits, whole: true }),
            Step::Begins(edits) => found.push(Near { word: at, edits, whole: false }),
            Step::Not => {}
            Step::Skip { prefix, begins } => {
                let stem = word.get(..prefix).unwrap_or(word);
                let end = words.partition_from(at, |word| word.starts_with(stem));
                if let Some(edits) = begins {
                    found.extend((at..end).map(|word| Near { word, edits, whole: false }));
                }
                at = end.max(at + 1);
                continue;
            }
        }
        at += 1;
    }
    found
}

/// What the walk says of a word.
enum Step {
    Whole(u8),
    Begins(u8),
    Not,
    /// No word with this beginning (in bytes) can be near as a whole; all may begin near.
    Skip {
        prefix: usize,
        begins: Option<u8>,
    },
}

/// Rows of the table for the letters of the word in hand.
struct Walk {
    typed: Vec<char>,
    edits: u8,
    beginnings: bool,
    letters: Vec<char>,
    /// A cell for each beginning of what was typed, row after row; one row more than letters.
    cells: Vec<u8>,
    rows: Vec<Row>,
}

/// What is asked of a whole row.
#[derive(Debug, Clone, Copy)]
struct Row {
    /// The least of its cells.
    least: u8,
    /// The best distance of all that was typed to a beginning of the word, up to this row.
    begins: u8,
}

impl Walk {
    fn new(typed: Vec<char>, edits: u8, beginnings: bool) -> Walk {
        let cells: Vec<u8> = (0..=u8::MAX).take(typed.len() + 1).collect();
        let begins = cells.last().copied().unwrap_or(u8::MAX);
        let rows = vec![Row { least: 0, begins }];
        Walk { typed, edits, beginnings, letters: Vec::new(), cells, rows }
    }

    fn step(&mut self, word: &str) -> Step {
        let same = self.letters.iter().zip(word.chars()).take_while(|(one, other)| **one == *other).count();
        self.letters.truncate(same);
        self.rows.truncate(same + 1);
        self.cells.truncate((same + 1) * (self.typed.len() + 1));
        for (start, letter) in word.char_indices().skip(same) {
            self.push(letter);
            if self.is_lost() {
                let begins = self.beginning();
                return Step::Skip { prefix: start + letter.len_utf8(), begins };
            }
        }
        let whole = self.cells.last().copied().unwrap_or(u8::MAX);
        match self.beginning() {
            _ if whole <= self.edits => Step::Whole(whole),
            Some(edits) => Step::Begins(edits),
            None => Step::Not,
        }
    }

    fn beginning(&self) -> Option<u8> {
        let best = self.rows.last().map_or(u8::MAX, |row| row.begins);
        (self.beginnings && best <= self.edits).then_some(best)
    }

    /// One letter more: one row more. Cells further from the diagonal than the edits allow are not reckoned.
    fn push(&mut self, letter: char) {
        let width = self.typed.len() + 1;
        let row = self.rows.len();
        let (above, band) = (self.cells.len() - width, usize::from(self.edits) + 1);
        let last = self.letters.last().copied();
        let mut lowest = u8::MAX;
        for place in 0..width {
            let cell = if place + band < row || place > row + band {
                u8::MAX
            } else {
                self.cell(above, place, letter, last)
            };
            lowest = lowest.min(cell);
            self.cells.push(cell);
        }
        let all = self.cells.last().copied().unwrap_or(u8::MAX);
        let begins = self.rows.last().map_or(u8::MAX, |row| row.begins).min(all);
        self.rows.push(Row { least: lowest, begins });
        self.letters.push(letter);
    }

    /// The cell of a place in the row under the one that begins at `above`.
    fn cell(&self, above: usize, place: usize, letter: char, last: Option<char>) -> u8 {
        let width = self.typed.len() + 1;
        let at = |cell: usize| self.cells.get(cell).copied().unwrap_or(u8::MAX);
        let up = at(above + place).saturating_add(1);
        let Some(before) = place.checked_sub(1) else {
            return up;
        };
        let typed = self.typed.get(before).copied();
        let left = at(above + width + before).saturating_add(1);
        let diagonal = at(above + before).saturating_add(u8::from(typed != Some(letter)));
        let best = up.min(left).min(diagonal);
        let crossed = before.checked_sub(1).filter(|earlier| self.typed.get(*earlier) == Some(&letter));
        match (crossed, above.checked_sub(width)) {
            (Some(earlier), Some(row)) if last.is_some() && last == typed => {
                best.min(at(row + earlier).saturating_add(1))
            }
            _ => best,
        }
    }

    /// No longer word with these letters can be near; a swap reaches one row further back.
    fn is_lost(&self) -> bool {
        let mut lowest = self.rows.iter().rev().map(|row| row.least);
        let (last, before) = (lowest.next().unwrap_or(0), lowest.next().unwrap_or(0));
        last > self.edits && before.saturating_add(1) > self.edits
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The distance from the definition, the slow way.
    fn distance(one: &[char], other: &[char]) -> usize {
        let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
        for i in 0..=one.len() {
            for j in 0..=other.len() {
                table[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let replaced = table[i - 1][j - 1] + usize::from(one[i - 1] != other[j - 1]);
                    let mut best = replaced.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                    if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                        best = best.min(table[i - 2][j - 2] + 1);
                    }
                    best
                };
            }
        }
        table[one.len()][other.len()]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        #[test]
        fn finds_what_the_definition_finds(
            words in prop::collection::btree_set("[abcş]{1,7}", 0..40),
            typed in "[abcş]{1,6}",
            edits in 1_u8..3,
            beginnings: bool,
        ) {
            let mut texts = Texts::default();
            for word in &words {
                texts.push(word);
            }
            let letters: Vec<char> = typed.chars().collect();
            let mut expected = Vec::new();
            for (number, word) in (0_u32..).zip(&words) {
                let all: Vec<char> = word.chars().collect();
                let whole = distance(&all, &letters);
                let begins = (0..=all.len()).map(|end| distance(&all[..end], &letters)).min().unwrap();
                if whole <= usize::from(edits) {
                    expected.push(Near { word: number, edits: u8::try_from(whole).unwrap(), whole: true });
                } else if beginnings && begins <= usize::from(edits) {
                    expected.push(Near { word: number, edits: u8::try_from(begins).unwrap(), whole: false });
                }
            }
            prop_assert_eq!(near(&texts, &typed, edits, beginnings), expected);
        }
    }
}
