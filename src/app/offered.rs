//! What can be pressed and chosen here: rows of the palette, lines of the help, hints.

use std::cmp::Reverse;

use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

use super::{
    flow::{FlowPlace, Stage},
    model::Model,
    place::{Over, Place},
    sizes::{is_wide, offers_shown},
    start::StartFocus,
};
use crate::{
    action::{Action, Context},
    flow::view::EntryKind,
    keymap::{Can, HelpRow, Hint, PaletteRow},
    request::{ListKind, screen::Shown},
    text::{
        Lang, Message, Said, casing,
        fold::fold,
        ids::{desk, flow as id},
    },
};

impl Model {
    /// The rows of the open palette that fit what is typed, the best first.
    pub(crate) fn palette_rows(&self) -> Option<Vec<PaletteRow>> {
        let Some(Over::Palette(palette)) = &self.over else { return None };
        let rows = self.keymap.palette(self.contexts_below(), self.caller.role);
        let name = palette.field.text().split_whitespace().next().unwrap_or_default();
        if Action::from_name(name).is_some() && palette.field.text().trim() != name {
            // an argument is being typed: the action alone is left
            return Some(rows.into_iter().filter(|row| row.action.name() == name).collect());
        }
        let wanted = fold(palette.field.text().trim());
        if wanted.is_empty() {
            return Some(rows);
        }
        let matcher = SkimMatcherV2::default();
        let score = |row: &PaletteRow| {
            let keys = row.keys.as_deref().unwrap_or_default();
            let told = [row.action.name(), row.label.of(self.lang), keys];
            let exact = fold(keys) == wanted;
            let best = told.iter().filter_map(|text| matcher.fuzzy_match(&fold(text), &wanted)).max();
            best.map(|score| (exact, score))
        };
        let mut fitting: Vec<_> =
            rows.into_iter().filter_map(|row| score(&row).map(|score| (score, row))).collect();
        fitting.sort_by_key(|(score, _)| Reverse(*score));
        Some(fitting.into_iter().map(|(_, row)| row).collect())
    }

    /// What the keys do here, for the help.
    pub(crate) fn help_rows(&self) -> Vec<HelpRow> {
        self.keymap.help(self.contexts_below())
    }

    /// How many lines the open help has; none while it is closed.
    pub(super) fn help_lines(&self) -> usize {
        match self.over {
            Some(Over::Help { .. }) => self.help_rows().len(),
            _ => 0,
        }
    }

    /// The hints of this place. The find field has those of its screen, but for keys that are text there.
    pub(crate) fn hints(&self) -> Vec<Hint> {
        let finding = self.over.is_none() && self.place().is_none() && self.start.focus == StartFocus::Field;
        if let (None, Some(Place::Flow(place))) = (&self.over, self.place()) {
            return self.flow_hints(place);
        }
        if !finding {
            let mut hints = self.keymap.hints(self.contexts(), &|action| self.can(action));
            if let (None, Some(Place::List(list))) = (&self.over, self.place())
                && matches!(list.kind(), ListKind::Transactions { .. })
            {
                let detail = || Message::new(desk::HINT_DETAIL).said();
                hints.iter_mut().filter(|hint| hint.action == Action::OpenItem).for_each(|hint| {
                    hint.label = detail();
                });
            }
            return hints;
        }
        let mut hints = self.keymap.hints(&[Context::Start], &|action| self.can(action));
        hints.retain(|hint| hint.keys.chars().nth(1).is_some());
        hints
    }

    /// The hints of a flow's screen. `Enter` is written twice in the list: first as what posts, then as what goes on.
    fn flow_hints(&self, place: &FlowPlace) -> Vec<Hint> {
        let answer = place.run.fields().into_iter().find(|field| field.kind == EntryKind::Answer);
        let table = place
            .table()
            .and_then(|table| place.run.fields().into_iter().find(|field| field.id == table.field));
        let mut hints = self.keymap.hints(&[Context::Flow], &|action| can_in_flow(place, action));
        let submits: Vec<usize> = (0..)
            .zip(&hints)
            .filter(|(_, hint)| hint.action == Action::SubmitStep)
            .map(|(at, _)| at)
            .collect();
        if let [first, .., last] = submits.as_slice() {
            hints.remove(if place.run.commits() { *last } else { *first });
        }
        for hint in &mut hints {
            if hint.action == Action::AnswerYes && answer.is_some() {
                hint.keys = Message::new(id::ANSWER_KEYS).say(self.lang);
            }
            if let (Action::SelectPrev, Some(table)) = (hint.action, &table) {
                let lower = |lang| casing::lower(table.label.of(lang), lang);
                hint.label = Said { tr: lower(Lang::Tr), en: lower(Lang::En) };
            }
        }
        hints
    }

    /// Whether a hint would promise something.
    fn can(&self, action: Action) -> Can {
        let when = |yes| if yes { Can::Yes } else { Can::No };
        let moves = matches!(action, Action::OpenItem | Action::SelectNext | Action::SelectPrev);
        // while help is open the keys below act
        let over = self.over.as_ref().filter(|over| !matches!(over, Over::Help { .. }));
        let rows = match (over, self.place()) {
            (Some(Over::Leave), _) => {
                return when(!matches!(action, Action::FilterList | Action::PrintReceipt) && !moves);
            }
            (Some(Over::Values(_) | Over::Alternatives { .. }), _) => {
                return when(moves || matches!(action, Action::GoBack | Action::ShowKeys));
            }
            (Some(_), _) => return Can::Yes,
            (None, None) => self.start.rows(self.start.focus),
            (None, Some(Place::Customer(place))) => place.items(place.focus),
            (None, Some(Place::List(list))) => list.listing.rows.len(),
            (None, Some(Place::Detail(_))) => {
                return when(!matches!(
                    action,
                    Action::OpenItem | Action::FilterList | Action::PrintReceipt | Action::OpenValueList
                ));
            }
            (None, Some(Place::Flow(place))) => return can_in_flow(place, action),
            (None, Some(Place::Receipt(place))) => {
                let half = place.task.is_some();
                let whole = matches!(action, Action::PrintReceipt | Action::MarkHelped | Action::MarkHurt);
                let compensates = action == Action::CompensateFlow && half && !place.compensated;
                return when(action == Action::OpenItem || compensates || (whole && !half));
            }
            (None, Some(Place::Paper(_))) => {
                return when(matches!(action, Action::PrintReceipt | Action::GoBack));
            }
            (None, Some(Place::Approvals(place))) => place.lines.len(),
        };
        if matches!(action, Action::PrintReceipt | Action::OpenValueList) {
            Can::No
        } else if moves {
            when(rows > 0)
        } else if matches!(action, Action::NextPane | Action::PrevPane) && self.place().is_none() {
            when(self.other_lists())
        } else if action == Action::TakeOffer {
            // until offers can be taken, their digits select and explain them
            Can::Digits(self.offers())
        } else {
            Can::Yes
        }
    }

    fn other_lists(&self) -> bool {
        [StartFocus::Hits, StartFocus::Work, StartFocus::Calls]
            .into_iter()
            .any(|focus| focus != self.start.focus && self.start.rows(focus) > 0)
    }

    fn offers(&self) -> u8 {
        let offers = self.customer().map(|place| &place.screen.offers);
        match offers {
            Some(Shown::Known(offers)) if !offers.closed => {
                let shown = offers.lines.len().min(offers_shown(is_wide(self.size.0)));
                u8::try_from(shown).unwrap_or(9)
            }
            _ => 0,
        }
    }
}

/// Whether a hint would promise something on a flow's screen.
fn can_in_flow(place: &FlowPlace, action: Action) -> Can {
    let open = place.is_open();
    let reviewed = matches!(place.stage, Stage::Filling | Stage::Reviewing(..));
    let answers = place.run.commits() && reviewed;
    // fields are filled from the first screen on; what follows carries them
    let first = open && place.run.step() == 1;
    let priced = place.run.price().is_some();
    let asked = matches!(place.stage, Stage::Unknown(_) | Stage::Awaiting(_));
    let table = [
        (Action::AnswerYes, answers),
        (Action::AnswerNo, answers),
        (Action::NextField, open && !answers && place.run.fields().len() > 1),
        (Action::SelectPrev, open && place.table().is_some()),
        (Action::SelectNext, open && place.table().is_some()),
        (Action::OpenValueList, first),
        (Action::ShowAlternatives, first && !place.run.alternatives().is_empty()),
        (Action::Reprice, priced && matches!(place.stage, Stage::Filling | Stage::Awaiting(_))),
        (Action::RetryStep, asked),
        (Action::SubmitStep, !asked),
        (Action::CancelFlow, !matches!(place.stage, Stage::Unknown(_))),
    ];
    let can = table.iter().find(|(known, _)| *known == action).is_none_or(|(_, can)| *can);
    if can { Can::Yes } else { Can::No }
}
