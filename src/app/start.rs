//! The start screen: find, the work left, whom to call.

use super::edit::Field;
use crate::{
    action::Action,
    domain::{CustomerNo, due::DueItem},
    request::{Found, Work, find::is_number},
    text::{Message, MessageId, ids::desk as id},
};

/// How many hits the start screen asks for.
pub(super) const HITS_ASKED: usize = 50;

/// What moves the marker among rows.
const MOVES: [Action; 10] = [
    Action::SelectPrev,
    Action::SelectNext,
    Action::SelectFirst,
    Action::SelectLast,
    Action::PageUp,
    Action::PageDown,
    Action::NextChoice,
    Action::PrevChoice,
    Action::FindNext,
    Action::FindPrev,
];

/// Where the keys go on the start screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum StartFocus {
    /// Into the find field.
    Field,
    /// The hits; the stories while nothing is typed.
    #[default]
    Hits,
    /// The work left.
    Work,
    /// Whom to call.
    Calls,
}

/// The start screen.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Start {
    pub(crate) field: Field,
    pub(crate) focus: StartFocus,
    pub(crate) row: usize,
    /// Who was found, with the text that was asked for.
    pub(crate) found: Option<(String, Result<Found, Message>)>,
    /// The text that is being looked up.
    pub(crate) asked: Option<String>,
    pub(crate) work: Option<Work>,
    /// The bank has said what is left, or that it will not.
    pub(super) answered: bool,
    /// Why there are no lists.
    pub(crate) without: Option<Message>,
}

impl Start {
    /// What is typed, without blanks around it.
    pub(crate) fn wanted(&self) -> &str {
        self.field.text().trim()
    }

    /// What to say of a text that finds nobody: a part of a number needs its other digits.
    pub(crate) fn found_nobody(&self) -> MessageId {
        if is_number(self.wanted()) { id::FOUND_NO_NUMBER } else { id::FOUND_NOBODY }
    }

    /// Whether the hits are those of what is typed.
    pub(super) fn is_current(&self) -> bool {
        self.found.as_ref().is_some_and(|(text, _)| text == self.wanted())
    }

    /// Who was found; hits of an earlier text stay until the next are there.
    pub(crate) fn hits(&self) -> Option<&Found> {
        let (_, found) = self.found.as_ref().filter(|_| !self.wanted().is_empty())?;
        found.as_ref().ok()
    }

    /// Whether an action on the start screen is about rows that have not come yet: its lists, or who is being found.
    /// In the find field, and from it to the hits, nothing has to be waited for.
    pub(super) fn awaits(&self, action: Action) -> bool {
        let field = self.focus == StartFocus::Field;
        let stories = self.wanted().is_empty();
        let lists = !self.answered;
        let hits = self.asked.is_some() && !self.is_current();
        let table = [
            (Action::NextPane, lists),
            (Action::PrevPane, lists),
            (Action::NextField, lists && self.focus != StartFocus::Hits),
            (Action::PrevField, lists && !field),
            (Action::OpenItem, lists && !field && stories),
        ];
        let known = table.iter().find(|(known, _)| *known == action).map(|(_, waits)| *waits);
        let moves = if stories { lists } else { hits };
        known.unwrap_or(moves && MOVES.contains(&action))
    }

    /// How many rows a list has.
    pub(crate) fn rows(&self, focus: StartFocus) -> usize {
        let work = self.work.as_ref();
        match focus {
            StartFocus::Field | StartFocus::Hits if self.wanted().is_empty() => {
                work.map_or(0, |work| work.stories.len())
            }
            StartFocus::Field | StartFocus::Hits => self.hits().map_or(0, |found| found.hits.len()),
            StartFocus::Work => work.map_or(0, |work| work.lines.len()),
            StartFocus::Calls => work.map_or(0, |work| work.call.len()),
        }
    }

    /// The customer of a row of the list in focus.
    pub(super) fn customer(&self, row: usize) -> Option<CustomerNo> {
        let work = self.work.as_ref();
        match self.focus {
            StartFocus::Field | StartFocus::Hits if self.wanted().is_empty() => {
                Some(work?.stories.get(row)?.customer)
            }
            StartFocus::Field | StartFocus::Hits => Some(self.hits()?.hits.get(row)?.customer),
            StartFocus::Work => Some(work?.lines.get(row)?.customer),
            StartFocus::Calls => Some(work?.call.get(row)?.customer),
        }
    }

    /// What a row of the work list opens.
    pub(super) fn item(&self, row: usize) -> Option<&DueItem> {
        let work = self.work.as_ref().filter(|_| self.focus == StartFocus::Work)?;
        work.lines.get(row).map(|line| &line.item)
    }

    /// The row with this digit: a story by its own, else by its place.
    pub(super) fn row_of(&self, digit: u8) -> Option<usize> {
        let at = usize::from(digit).checked_sub(1)?;
        let stories = self.wanted().is_empty() && matches!(self.focus, StartFocus::Hits | StartFocus::Field);
        if stories {
            let stories = &self.work.as_ref()?.stories;
            return stories.iter().position(|story| story.digit == Some(digit));
        }
        (at < self.rows(self.focus)).then_some(at)
    }

    /// The next list or the find field, which stands after the hits that it brings.
    pub(super) fn next_field(&mut self, forward: bool) {
        match (self.focus, forward) {
            (StartFocus::Hits, true) => self.focus = StartFocus::Field,
            (StartFocus::Field, false) => self.focus = StartFocus::Hits,
            (StartFocus::Field, true) => {
                self.focus = StartFocus::Hits;
                self.turn(true);
            }
            (StartFocus::Hits | StartFocus::Work | StartFocus::Calls, _) => self.turn(forward),
        }
    }

    /// The next list, or the one before, among those that have rows.
    pub(super) fn turn(&mut self, forward: bool) {
        const ROUND: [StartFocus; 3] = [StartFocus::Hits, StartFocus::Work, StartFocus::Calls];
        let from = ROUND.iter().position(|focus| *focus == self.focus).unwrap_or(0);
        let step = if forward { 1 } else { ROUND.len() - 1 };
        let mut round = (1..=ROUND.len()).map(|nth| (from + nth * step) % ROUND.len());
        let next = round.find_map(|at| {
            let focus = ROUND.get(at).copied()?;
            (focus == StartFocus::Hits || self.rows(focus) > 0).then_some(focus)
        });
        self.focus = next.unwrap_or_default();
        self.row = 0;
    }
}

/// The customer number that a text is, if it is one.
pub(super) fn number(text: &str) -> Option<CustomerNo> {
    let text = text.trim();
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok().map(CustomerNo)).flatten()
}
