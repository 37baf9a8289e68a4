//! What can be pressed here: lines of the help, hints.

use super::{
    act::keys_of,
    flow::{FlowPlace, Stage},
    model::Model,
    place::{Over, Place},
    sizes::{is_stacked, is_wide, offers_shown},
    start::StartFocus,
};
use crate::{
    action::{Action, Context},
    flow::view::EntryKind,
    keymap::{Can, HelpRow, Hint},
    request::{ListKind, screen::Shown},
    text::{
        Lang, Message, Said, casing,
        ids::{desk, flow as id},
    },
    time::Moment,
};

impl Model {
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
        // while help is open the keys below act
        if let (None | Some(Over::Help { .. }), Some(Place::Flow(place))) = (&self.over, self.place()) {
            return self.flow_hints(place, false);
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
            self.in_popup(&mut hints);
            return hints;
        }
        let mut hints = self.keymap.hints(&[Context::Start], &|action| self.can(action));
        hints.retain(|hint| hint.keys.chars().nth(1).is_some());
        hints
    }

    /// What Enter and the arrows do in a pop-up of a flow, in its own words.
    fn in_popup(&self, hints: &mut [Hint]) {
        let (enter, arrows) = match &self.over {
            Some(Over::Values(_)) => (desk::FOOT_TAKE, desk::FOOT_SELECT),
            Some(Over::Alternatives { .. }) => (desk::FOOT_CLOSE, desk::FOOT_ROWS),
            Some(Over::Help { .. } | Over::Palette(_) | Over::Reveal(_) | Over::Leave | Over::Reason(_))
            | None => return,
        };
        let own = [(Action::OpenItem, &enter), (Action::SelectPrev, &arrows), (Action::SelectNext, &arrows)];
        for hint in hints {
            if let Some((_, label)) = own.iter().find(|(action, _)| *action == hint.action) {
                hint.label = Message::new((*label).clone()).said();
            }
        }
    }

    /// The hints of a flow's screen. `Enter` is written twice in the list: first as what posts, then as what goes on.
    /// While not all of what is agreed to was shown, the key that shows more stands in place of those that agree.
    pub(crate) fn flow_hints(&self, place: &FlowPlace, unread: bool) -> Vec<Hint> {
        let answer = place.run.fields().into_iter().find(|field| field.kind == EntryKind::Answer);
        let table = place
            .table()
            .and_then(|table| place.run.fields().into_iter().find(|field| field.id == table.field));
        let mut hints = self.keymap.hints(&[Context::Flow], &|action| can_in_flow(place, self.now, action));
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
        if matches!(place.stage, Stage::Awaiting(_)) {
            let others = [(Action::CancelFlow, desk::HINT_WITHDRAW), (Action::RetryStep, desk::HINT_STATE)];
            for hint in &mut hints {
                if let Some((_, label)) = others.iter().find(|(action, _)| *action == hint.action) {
                    hint.label = Message::new(label.clone()).said();
                }
            }
        }
        if unread {
            hints.retain(|hint| !AGREES.contains(&hint.action));
            let (keys, label) =
                (keys_of(self, Action::PageDown), Message::new(Action::PageDown.short()).said());
            hints.insert(0, Hint { keys, action: Action::PageDown, label });
        }
        hints
    }

    /// The hints of a receipt on paper: what shows the rest of it stands first, in both directions where there is more.
    pub(crate) fn paper_hints(&self, (above, below): (bool, bool)) -> Vec<Hint> {
        let pages = [(Action::PageDown, below), (Action::PageUp, above)];
        let pages = pages.into_iter().filter(|(_, more)| *more).map(|(action, _)| Hint {
            keys: keys_of(self, action),
            action,
            label: Message::new(action.short()).said(),
        });
        let mut others = self.keymap.hints(self.contexts(), &|action| self.can(action));
        // the way back matters more than another copy
        others.sort_by_key(|hint| hint.action != Action::GoBack);
        pages.chain(others).collect()
    }

    /// How much a hint of a flow's screen matters where not all fit: what is to be done now, then the ways out.
    pub(crate) fn flow_rank(&self, place: &FlowPlace, action: Action) -> u8 {
        let answered = match &place.stage {
            Stage::Reviewing(_, answer) => answer.is_some(),
            Stage::Filling | Stage::Unknown(_) | Stage::Awaiting(_) => place.run.answer().is_some(),
        };
        let asks = place.run.commits() && !answered;
        let ranks = [
            (Action::PageDown, 0),
            (Action::Reprice, if place.is_lapsed(self.now) { 0 } else { 3 }),
            (Action::AnswerYes, if asks { 0 } else { 3 }),
            (Action::SubmitStep, if asks { 3 } else { 0 }),
            (Action::GoBack, 1),
            (Action::CancelFlow, 2),
        ];
        ranks.iter().find(|(known, _)| *known == action).map_or(3, |(_, rank)| *rank)
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
            (Some(Over::Values(_)), _) => {
                return when(moves || matches!(action, Action::GoBack | Action::ShowKeys));
            }
            // nothing is selected: the arrows only show what does not fit
            (Some(Over::Alternatives { .. }), _) => {
                let shows = moves && (action == Action::OpenItem || is_stacked(self.size));
                return when(shows || matches!(action, Action::GoBack | Action::ShowKeys));
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
            (None, Some(Place::Flow(place))) => return can_in_flow(place, self.now, action),
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

/// What agrees to a screen that posts.
const AGREES: [Action; 3] = [Action::AnswerYes, Action::AnswerNo, Action::SubmitStep];

/// Whether a hint would promise something on a flow's screen.
fn can_in_flow(place: &FlowPlace, at: Moment, action: Action) -> Can {
    let open = place.is_open();
    let lapsed = place.is_lapsed(at);
    let reviewed = matches!(place.stage, Stage::Filling | Stage::Reviewing(..));
    let commits = place.run.commits() && reviewed;
    let answers = commits && !lapsed;
    // fields are filled from the first screen on; what follows carries them
    let first = open && place.run.step() == 1;
    let priced = place.run.price().is_some();
    let asked = matches!(place.stage, Stage::Unknown(_) | Stage::Awaiting(_));
    let table = [
        (Action::AnswerYes, answers),
        (Action::AnswerNo, answers),
        (Action::NextField, open && !commits && place.run.fields().len() > 1),
        (Action::SelectPrev, open && place.table().is_some()),
        (Action::SelectNext, open && place.table().is_some()),
        (Action::OpenValueList, first),
        (Action::ShowAlternatives, first && !place.run.alternatives().is_empty()),
        (Action::Reprice, priced && matches!(place.stage, Stage::Filling | Stage::Awaiting(_))),
        (Action::RetryStep, asked),
        (Action::SubmitStep, !asked && !lapsed),
        (Action::CancelFlow, !matches!(place.stage, Stage::Unknown(_))),
    ];
    let can = table.iter().find(|(known, _)| *known == action).is_none_or(|(_, can)| *can);
    if can { Can::Yes } else { Can::No }
}
