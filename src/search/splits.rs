//! A space too many or too few: `ayse nur` and `aysenur` are one typo apart too.

use super::query::{Query, Word};

/// A word is parted into pieces of at least so many letters.
const PIECE_LETTERS_MIN: usize = 3;

/// The query with one space less, then with one more, in the order of the words.
pub(super) fn variants(query: &Query) -> Vec<Query> {
    let words = query.words();
    let mut variants = Vec::new();
    for at in 0..words.len() {
        if let (Some(one), Some(other)) = (words.get(at), words.get(at + 1)) {
            let joined = Word {
                folded: format!("{}{}", one.folded, other.folded),
                spelled: format!("{}{}", one.spelled, other.spelled),
            };
            variants.push(replaced(words, at, 2, vec![joined]));
        }
    }
    if words.len() < super::WORDS_MAX {
        for (at, word) in words.iter().enumerate() {
            let pieces = parted(word).into_iter().map(|pieces| replaced(words, at, 1, pieces));
            variants.extend(pieces);
        }
    }
    variants
}

fn replaced(words: &[Word], at: usize, count: usize, by: Vec<Word>) -> Query {
    let (before, rest) = words.split_at_checked(at).unwrap_or((words, &[]));
    let after = rest.get(count..).unwrap_or_default();
    Query::of(before.iter().cloned().chain(by).chain(after.iter().cloned()).collect())
}

/// Both ways of writing are parted after the same letter, if they have the same number.
fn parted(word: &Word) -> Vec<Vec<Word>> {
    let folded: Vec<char> = word.folded.chars().collect();
    let spelled: Vec<char> = word.spelled.chars().collect();
    let spelled = if spelled.len() == folded.len() { &spelled } else { &folded };
    let ends = PIECE_LETTERS_MIN..=folded.len().saturating_sub(PIECE_LETTERS_MIN);
    ends.filter_map(|end| {
        let (first, second) = folded.split_at_checked(end)?;
        let (one, other) = spelled.split_at_checked(end)?;
        let piece = |folded: &[char], spelled: &[char]| Word {
            folded: folded.iter().collect(),
            spelled: spelled.iter().collect(),
        };
        Some(vec![piece(first, one), piece(second, other)])
    })
    .collect()
}
