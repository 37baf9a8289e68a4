//! Ranking of candidates: how well each typed word fits, exact letters first, order and length of the name.

use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

use super::{
    part::Part,
    query::{Query, bare},
    words::Fit,
};
use crate::{
    domain::CustomerNo,
    text::{Lang, casing},
};

/// Points of a name whose words are all typed whole.
const FIT_POINTS: u32 = 10_000;
/// Points for the very letters that were typed, with their dots, hooks and cedillas.
const SPELLED_POINTS: u32 = 400;
/// The most points for letters in the typed order, near one another.
const ORDER_POINTS_MAX: u32 = 200;
/// Points that a word which was not typed costs.
const MORE_WORDS_POINTS: u32 = 10;
/// Each of them counts up to so many.
const MORE_WORDS_MAX: u32 = 9;

/// Who fits a query.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matches {
    /// How many fit in all.
    pub total: u64,
    /// The best first.
    pub best: Vec<Match>,
}

/// Somebody who fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// Who.
    pub no: CustomerNo,
    /// The higher the better.
    pub score: u32,
}

/// A ranked candidate, in the order of the answer: score, then name, then number.
pub(super) type Ranked = (std::cmp::Reverse<u32>, String, u64);

/// Ranks the candidates of a part.
pub(super) fn rank(part: &Part, query: &Query, best: &[(Fit, u32)]) -> Vec<Ranked> {
    let skim = SkimMatcherV2::default().ignore_case();
    let joined = query.folded().replace(' ', "");
    let letters = u32::try_from(joined.chars().count()).unwrap_or(u32::MAX).max(1);
    let words = u32::try_from(query.words().len()).unwrap_or(u32::MAX).max(1);
    let mut ranked: Vec<Ranked> = Vec::with_capacity(best.len());
    // namesakes stand together: what was reckoned for one holds for the next
    let (mut before, mut order) = (String::new(), 0);
    for (fit, doc) in best {
        let name = part.folded(*doc);
        if name != before {
            let score = skim.fuzzy_match(&name, &joined).and_then(|score| u32::try_from(score).ok());
            order = score.map_or(0, |score| (score * 10 / letters).min(ORDER_POINTS_MAX));
            before.clone_from(&name);
        }
        let borne = u32::try_from(part.docs().words(*doc).len()).unwrap_or(u32::MAX);
        let more = borne.saturating_sub(words).min(MORE_WORDS_MAX) * MORE_WORDS_POINTS;
        let fit = u32::from(*fit) * (FIT_POINTS / 100) / words;
        let score = fit + order + spelled(part, query, *doc) * SPELLED_POINTS / words;
        ranked.push((std::cmp::Reverse(score.saturating_sub(more)), name, part.docs().no(*doc)));
    }
    ranked
}

/// How many typed words a name has with the very letters.
fn spelled(part: &Part, query: &Query, doc: u32) -> u32 {
    let borne = part.docs().words(doc);
    let has = |typed: &super::query::Word| {
        borne.iter().any(|word| {
            part.folded_word(*word).starts_with(&typed.folded)
                && bare(&casing::lower(part.docs().spelled(*word), Lang::Tr)).starts_with(&typed.spelled)
        })
    };
    query.words().iter().map(|typed| u32::from(has(typed))).sum()
}
