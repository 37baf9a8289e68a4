//! The reason and the sentence below the offers: in a row each at the drawn widths, in as many rows as they need
//! on a narrower screen.

use super::{parts_within, row};
use crate::{
    request::offers::{Entry, OfferLine, Offers, ServiceLine},
    text::{Lang, MessageId, Said, ids::screen as id},
    view::{layout::Place, paint::width, words},
};

/// Where the labels stand, and the cells before what follows them.
pub(super) const LABEL: u16 = 4;
const LABEL_CELLS: u16 = 6;
/// The narrowest screen on which reason and sentence have a row each.
const ONE_ROW_COLUMNS: u16 = 80;

/// What is told of the selected offer, in rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Told {
    pub(super) why: Vec<String>,
    pub(super) say: Vec<String>,
}

impl Told {
    /// What a pane has to tell of an entry.
    pub(super) fn of(offers: &Offers, selected: usize, place: Place, lang: Lang) -> Told {
        let Reasons { why, say, unsaid } = reasons(offers, selected);
        // on a wide screen an offer has its reason beside it; a service line is too long for that
        let inline = place.wide && matches!(offers.entries().nth(selected), Some(Entry::Offer(_)));
        let cells = |label| place.right.saturating_sub(column(label, lang));
        let narrow = place.right < ONE_ROW_COLUMNS;
        let why = why.filter(|_| !inline).map(|why| {
            let cells = cells(id::OFFER_WHY);
            let kept = parts_within(why.of(lang), cells);
            if narrow { words::pieces(kept, cells) } else { vec![kept.to_owned()] }
        });
        let say = say.map(|say| {
            let (cells, quoted) = (cells(id::OFFER_SAY), words::quoted(say.of(lang)));
            if width(&quoted) <= cells {
                vec![quoted]
            } else if narrow {
                words::pieces(&quoted, cells)
            } else {
                // a sentence is said whole: what is not needed to read it gives way
                vec![say.of(lang).to_owned()]
            }
        });
        let unsaid = || unsaid.map(|why| words::pieces(why.of(lang), cells(id::OFFER_SAY)));
        Told { why: why.unwrap_or_default(), say: say.or_else(unsaid).unwrap_or_default() }
    }

    /// The rows it needs.
    pub(super) fn rows(&self) -> u16 {
        row(self.why.len() + self.say.len())
    }

    /// In so many rows at most: the reason gives way down to its first row. Half a sentence is for nobody to read
    /// out; where somebody looks at the offers it stands nevertheless.
    pub(super) fn within(mut self, rows: u16, looked_at: bool) -> Told {
        let rows = usize::from(rows);
        let least = self.why.len().min(1);
        if least + self.say.len() > rows && !looked_at {
            self.say.clear();
        }
        if self.why.len() + self.say.len() > rows {
            let why = rows.saturating_sub(self.say.len()).max(least).min(rows);
            cut(&mut self.why, why);
            cut(&mut self.say, rows - why.min(self.why.len()));
        }
        self
    }
}

/// Keeps so many rows; the last one says that there was more.
fn cut(rows: &mut Vec<String>, kept: usize) {
    if rows.len() > kept {
        rows.truncate(kept);
        if let Some(last) = rows.last_mut() {
            last.push_str(" …");
        }
    }
}

/// Where the text after a label begins.
pub(super) fn column(label: MessageId, lang: Lang) -> u16 {
    (LABEL + width(&words::say(label, lang)) + 1).max(LABEL + LABEL_CELLS)
}

/// What an entry has to tell.
struct Reasons<'o> {
    why: Option<&'o Said>,
    say: Option<&'o Said>,
    /// Why there is no sentence.
    unsaid: Option<&'o Said>,
}

fn reasons(offers: &Offers, selected: usize) -> Reasons<'_> {
    let own = match offers.entries().nth(selected) {
        Some(Entry::Offer(OfferLine { why, say, unsaid, .. })) => {
            return Reasons { why: Some(why), say: say.as_ref(), unsaid: unsaid.as_ref() };
        }
        Some(Entry::Service(line)) => Some(line).filter(|line| line.why.is_some()),
        None => None,
    };
    // while sales are closed the first service line speaks for all that have nothing of their own
    let line = own.or(offers.service.first());
    let of = |said: fn(&ServiceLine) -> Option<&Said>| line.and_then(said);
    Reasons { why: of(|line| line.why.as_ref()), say: of(|line| line.say.as_ref()), unsaid: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_stands_whole_before_the_rest_of_its_reason() {
        let rows = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        // rows, looked at, reason, sentence
        let table: [(u16, bool, &[&str], &[&str]); 7] = [
            (4, false, &["a", "b"], &["c", "d"]),
            (3, false, &["a …"], &["c", "d"]),
            (2, false, &["a", "b"], &[]),
            (1, false, &["a …"], &[]),
            (2, true, &["a …"], &["c …"]),
            (1, true, &["a …"], &[]),
            (0, true, &[], &[]),
        ];
        for (free, looked_at, why, say) in table {
            let told = Told { why: rows(&["a", "b"]), say: rows(&["c", "d"]) };
            let wanted = Told { why: rows(why), say: rows(say) };
            assert_eq!(told.within(free, looked_at), wanted, "{free} {looked_at}");
        }
    }
}
