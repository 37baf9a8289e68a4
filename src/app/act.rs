//! What each action does: one line an action.

use super::{
    customer, find, flow, leaving, lists,
    model::{Model, Theme},
    moves::{self, Step},
    over,
    place::{Over, Palette, Pane},
};
use crate::{
    action::{Action, Arg},
    keymap,
    request::{Effect, ListKind},
    text::{Lang, Message, ids::desk as id},
};

/// What an action does, with its argument.
type Do = fn(&mut Model, Option<&Arg>, &mut Vec<Effect>);

/// Every action that this version does, in the order of the action table.
const DOES: &[(Action, Do)] = &[
    (Action::SelectPrev, |model, _, out| moves::step(model, Step::Back(1), out)),
    (Action::SelectNext, |model, _, out| moves::step(model, Step::On(1), out)),
    (Action::SelectFirst, |model, _, out| moves::step(model, Step::First, out)),
    (Action::SelectLast, |model, _, out| moves::step(model, Step::Last, out)),
    (Action::PageUp, |model, _, out| moves::page(model, false, out)),
    (Action::PageDown, |model, _, out| moves::page(model, true, out)),
    (Action::NextPane, |model, _, out| moves::turn(model, true, out)),
    (Action::PrevPane, |model, _, out| moves::turn(model, false, out)),
    (Action::NextField, |model, _, out| moves::next_field(model, true, out)),
    (Action::PrevField, |model, _, out| moves::next_field(model, false, out)),
    (Action::FirstField, |model, _, _| moves::first_field(model)),
    (Action::NextChoice, |model, _, out| moves::step(model, Step::On(1), out)),
    (Action::PrevChoice, |model, _, out| moves::step(model, Step::Back(1), out)),
    (Action::FindNext, |model, _, out| moves::step(model, Step::Round(true), out)),
    (Action::FindPrev, |model, _, out| moves::step(model, Step::Round(false), out)),
    (Action::FocusSummary, |model, _, _| customer::focus(model, Pane::Summary)),
    (Action::FocusAlerts, |model, _, _| customer::focus(model, Pane::Alerts)),
    (Action::FocusOffers, |model, _, _| customer::focus(model, Pane::Offers)),
    (Action::FocusComplaints, |model, _, _| customer::focus(model, Pane::Complaints)),
    (Action::ShowProducts, |model, _, out| lists::open(model, ListKind::Products, out)),
    (Action::ShowTransactions, |model, _, out| {
        lists::open(model, ListKind::Transactions { account: None }, out);
    }),
    (Action::ShowErrors, |model, _, out| lists::open(model, ListKind::Errors, out)),
    (Action::ShowPeople, |model, _, out| lists::open(model, ListKind::People, out)),
    (Action::ShowWork, |model, _, out| over::show_work(model, out)),
    (Action::GoMenu, |model, _, _| over::menu(model, Action::GoMenu)),
    (Action::FindCustomer, find::enter),
    (Action::OpenCustomer, find::open_typed),
    (Action::CloseCustomer, |model, _, out| leaving::close_customer(model, out)),
    (Action::OpenItem, over::open_item),
    (Action::RevealField, |model, _, _| over::reveal(model)),
    (Action::RefreshScreen, |model, _, out| over::refresh(model, out)),
    (Action::TakeOffer, customer::take_offer),
    (Action::ExplainOffer, customer::explain),
    (Action::ApproveRequest, |model, _, out| flow::agree(model, out)),
    (Action::ReturnRequest, |model, _, out| flow::send_back(model, out)),
    (Action::FilterList, lists::filter),
    (Action::OpenFlowMenu, |model, _, _| over::menu(model, Action::OpenFlowMenu)),
    (Action::StartFlow, flow::start),
    (Action::SubmitStep, |model, _, out| over::submit(model, out)),
    (Action::GoBack, |model, _, out| leaving::back(model, out)),
    (Action::CancelFlow, |model, _, out| leaving::cancel(model, out)),
    (Action::CancelRequest, |model, _, _| leaving::cancel_request(model, false)),
    (Action::OpenValueList, |model, _, _| flow::values(model)),
    (Action::ShowAlternatives, |model, _, _| flow::alternatives(model)),
    (Action::AnswerYes, |model, _, out| flow::answer(model, true, out)),
    (Action::AnswerNo, |model, _, out| flow::answer(model, false, out)),
    (Action::Reprice, |model, _, out| flow::reprice(model, out)),
    (Action::RetryStep, |model, _, out| flow::retry(model, out)),
    (Action::CompensateFlow, |model, _, out| flow::compensate(model, out)),
    (Action::MarkHelped, |model, _, out| flow::mark(model, true, out)),
    (Action::MarkHurt, |model, _, out| flow::mark(model, false, out)),
    (Action::PrintReceipt, |model, _, out| flow::print(model, out)),
    (Action::SaveDraft, |model, _, out| flow::save(model, out)),
    (Action::ResumeDraft, |model, _, out| flow::resume(model, out)),
    (Action::SetField, |model, arg, _| flow::set(model, arg)),
    (Action::ClearField, |model, _, out| over::clear_field(model, out)),
    (Action::EraseToEnd, |model, _, out| over::erase_to_end(model, out)),
    (Action::LeaveField, |model, _, out| leaving::leave_field(model, out)),
    (Action::ClearScreen, |model, _, out| over::clear_screen(model, out)),
    (Action::ShowHelp, |model, _, _| help(model)),
    (Action::ShowKeys, |model, _, _| help(model)),
    (Action::OpenPalette, |model, _, _| model.over = Some(Over::Palette(Palette::default()))),
    (Action::SuspendSession, |_, _, out| out.push(Effect::Suspend)),
    (Action::RedrawScreen, |_, _, out| out.push(Effect::Redraw)),
    (Action::SetTheme, set_theme),
    (Action::SetLanguage, set_language),
    (Action::LeaveWorkstation, |model, _, out| leaving::leave(model, out)),
];

/// Does an action; one that has nothing to do here changes nothing, and one that a later version does says so.
pub(super) fn act(model: &mut Model, action: Action, arg: Option<&Arg>, out: &mut Vec<Effect>) {
    model.notice = None;
    if awaits_rows(model, action) {
        model.held = Some((action, arg.cloned()));
        return;
    }
    let Some((_, does)) = DOES.iter().find(|(known, _)| *known == action) else {
        let label = Message::new(action.label()).said();
        model.notice = Some(Message::new(id::NOT_YET).with("action", label));
        return;
    };
    if over::before(model, action) {
        does(model, arg, out);
    }
}

/// Whether an action is about rows of the start screen that have not come yet.
pub(super) fn awaits_rows(model: &Model, action: Action) -> bool {
    let everywhere = matches!(action, Action::ShowWork | Action::ResumeDraft);
    let here = model.over.is_none() && model.place().is_none();
    (everywhere && !model.start.answered) || (here && model.start.awaits(action))
}

/// The keys of an action here, as hints write them.
pub(super) fn keys_of(model: &Model, action: Action) -> String {
    model.keymap.shortest(action, None, model.contexts()).map(|keys| keymap::shown(&keys)).unwrap_or_default()
}

fn help(model: &mut Model) {
    model.over = match model.over {
        Some(Over::Help { .. }) => None,
        _ => Some(Over::Help { page: 0 }),
    };
}

fn set_theme(model: &mut Model, arg: Option<&Arg>, _: &mut Vec<Effect>) {
    let other = match model.theme {
        Theme::Mono => Theme::Accent,
        Theme::Accent => Theme::Mono,
    };
    let wanted = if let Some(Arg::Text(name)) = arg { name } else { other.name() };
    model.notice = Some(match Theme::ALL.into_iter().find(|theme| theme.name() == wanted) {
        Some(theme) => {
            model.theme = theme;
            Message::new(id::THEME_IS).with("name", theme.name())
        }
        None => Message::new(id::UNKNOWN_THEME).with("name", wanted),
    });
}

fn set_language(model: &mut Model, arg: Option<&Arg>, _: &mut Vec<Effect>) {
    model.lang = match (arg, model.lang) {
        (Some(Arg::Language(lang)), _) => *lang,
        (_, Lang::Tr) => Lang::En,
        (_, Lang::En) => Lang::Tr,
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_table_says_is_built_is_done_here_and_nothing_twice() {
        for action in Action::ALL {
            let lines = DOES.iter().filter(|(known, _)| known == action).count();
            let taken = *action == Action::TakeOffer;
            assert_eq!(lines, usize::from(action.is_built() || taken), "{action}");
        }
    }
}
