//! Other ways to what the customer wants: waiting, breaking a part, credit.

use super::Run;
use crate::{
    flow::{figure::LegKind, view::Alternative},
    text::{Message, ids::flow as id},
};

/// Parameters of the pack that say when a part may be drawn without breaking the term; a pack without them says
/// nothing of parts.
const PART_TERM: &str = "deposit.part_least_days";
const PART_SHARE: &str = "deposit.part_most";

impl Run {
    /// What else may be done (F10), with what it pays or why it may not be done.
    #[must_use]
    pub fn alternatives(&self) -> Vec<Alternative> {
        if self.flow.feed(LegKind::DepositBreak).is_none() {
            return Vec::new();
        }
        [self.waiting(), self.part(), Some(self.credit())].into_iter().flatten().collect()
    }

    fn waiting(&self) -> Option<Alternative> {
        let broken = self.sums().broken?.ok()?;
        let deposit = self.deposit()?;
        let text = Message::new(id::WAIT_TEXT)
            .with("day", deposit.matures)
            .with("pays", broken.at_maturity)
            .with("more", broken.cost);
        Some(Alternative {
            title: Message::new(id::WAIT_TITLE).with("days", broken.days_left).said(),
            text: text.said(),
            open: true,
            pays: Some(broken.at_maturity),
        })
    }

    /// How often a part was drawn before is not among the facts, so it is said to be asked.
    pub(super) fn part(&self) -> Option<Alternative> {
        let deposit = self.deposit()?;
        let least = self.pack.number(PART_TERM, self.day())?;
        let share = self.pack.decimal(PART_SHARE, self.day())?;
        let term = i64::from(deposit.matures.days_since(deposit.opened));
        let most = crate::flow::kit::percent_of(deposit.principal, share).ok()?;
        let open = term >= least && deposit.blocked.is_none();
        let text = if open {
            Message::new(id::PART_OPEN).with("most", most)
        } else {
            Message::new(id::PART_SHORT).with("least", least)
        };
        let text = text.with("term", term);
        // no key does it: it is said whom to ask, and never promised
        let (title, text) = (Message::new(id::PART_TITLE).said(), text.said());
        Some(Alternative { title, text, open: false, pays: None })
    }

    fn credit(&self) -> Alternative {
        let title = Message::new(id::CREDIT_TITLE).said();
        let (text, open) = match &self.basis.credit_held {
            Some(why) => (Message::new(id::CREDIT_HELD).with("why", why.clone()), false),
            None => (Message::new(id::CREDIT_OPEN), true),
        };
        Alternative { title, text: text.said(), open, pays: None }
    }
}
