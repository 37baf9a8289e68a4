//! From screen to screen: on, back, out, and what is asked of the bank on the way.

use super::{FlowPlace, Lapse, Stage, fields, reading, shown};
use crate::{
    action::{Action, Arg, Context},
    app::{
        act::keys_of,
        lists,
        model::Model,
        place::{Over, Place, ReasonForm},
    },
    domain::{DraftId, due::DueItem},
    flow::{How, Next, view::EntryKind},
    keymap,
    request::{Effect, FlowRequest, Request},
    text::{Message, date, ids::desk as id},
};

/// Asks something about flows; keys wait until it is answered.
pub(super) fn ask(model: &mut Model, request: FlowRequest, out: &mut Vec<Effect>) {
    lists::ask(model, Request::Flow(request), out);
}

/// Opens a flow for the customer of the open screen.
pub(in crate::app) fn start(model: &mut Model, arg: Option<&Arg>, out: &mut Vec<Effect>) {
    let Some(Arg::Flow(flow)) = arg else { return };
    if model.open_flow().is_some() {
        // the flow lies below: its own keys
        let keys = model.keymap.shortest(Action::CancelFlow, None, &[Context::Flow]);
        let key = keys.map(|keys| keymap::shown(&keys)).unwrap_or_default();
        model.notice = Some(Message::new(id::FLOW_OPEN).with("key", key));
        return;
    }
    let customer = model.customer().filter(|_| !model.finding).map(|place| place.screen.customer);
    let Some(customer) = customer else {
        model.notice = Some(Message::new(id::FLOW_NEEDS_CUSTOMER));
        return;
    };
    if model.shelf.get(flow).is_none() {
        model.notice = Some(Message::new(id::FLOW_UNKNOWN).with("flow", flow.as_str()));
        return;
    }
    ask(model, FlowRequest::Open { customer, flow: flow.clone() }, out);
}

/// Enter on a flow's screen.
pub(in crate::app) fn submit(model: &mut Model, out: &mut Vec<Effect>) {
    let at = model.now;
    let Some(place) = shown(model) else { return };
    if place.is_lapsed(at) {
        return lapsed(model);
    }
    if reading::unread(model) {
        return;
    }
    let Some(place) = shown(model) else { return };
    match place.stage.clone() {
        Stage::Filling => on(model, out),
        Stage::Unknown(request) => ask(model, request, out),
        Stage::Awaiting(_) => leave(model, out),
        Stage::Reviewing(..) if !place.run.commits() => on(model, out),
        // what the second person has read, not what the queue says of it
        Stage::Reviewing(line, Some(true)) => match place.run.plan() {
            Ok(plan) => {
                let (approval, digest) = (line.approval, plan.digest);
                ask(model, FlowRequest::Approve { approval, digest }, out);
            }
            Err(refusal) => model.notice = Some(refusal.message()),
        },
        Stage::Reviewing(_, Some(false)) => model.over = Some(Over::Reason(ReasonForm::default())),
        Stage::Reviewing(_, None) => model.notice = Some(Message::new(id::REVIEW_ANSWER)),
    }
}

fn on(model: &mut Model, out: &mut Vec<Effect>) {
    if !fields::settled(model) {
        return;
    }
    let at = model.now;
    let Some(place) = shown(model) else { return };
    let next = place.run.next();
    match next {
        Err(fault) => {
            place.point_at(&fault);
            fields::tell(model, &fault);
        }
        Ok(Next::Screen) => place.moved(),
        Ok(Next::Price) => {
            let work = place.run.work();
            ask(model, FlowRequest::Price { work }, out);
        }
        Ok(Next::Submit { .. }) if place.run.is_stale(at) => lapsed(model),
        Ok(Next::Submit { yes }) => {
            let work = place.run.work();
            match (place.run.price().map(|price| price.id), place.run.plan()) {
                (Some(quote), Ok(plan)) => {
                    ask(model, FlowRequest::Submit { work, quote, yes, seen: Box::new(plan.digest) }, out);
                }
                (None, Ok(_)) => {}
                (_, Err(refusal)) => model.notice = Some(refusal.message()),
            }
        }
    }
}

/// The price has passed, or no longer held before.
fn lapsed(model: &mut Model) {
    let why = shown(model).and_then(|place| place.lapsed).unwrap_or(Lapse::Passed);
    stale(model, why);
}

/// The price no longer holds: no answer to it stands any more, and one key asks for a new one.
pub(super) fn stale(model: &mut Model, why: Lapse) {
    let Some(place) = shown(model) else { return };
    place.lapsed = Some(why);
    place.run.forget_answer();
    if let Stage::Reviewing(_, answer) = &mut place.stage {
        *answer = None;
    }
    let key = keys_of(model, Action::Reprice);
    model.notice = shown(model).and_then(|place| place.passed(&key));
}

impl FlowPlace {
    /// That the price no longer holds, and what to do: a second person cannot ask for another one.
    pub(crate) fn passed(&self, key: &str) -> Option<Message> {
        let until = date::clock_seconds(self.run.price()?.until);
        let message = match (&self.stage, self.lapsed.unwrap_or(Lapse::Passed)) {
            (Stage::Reviewing(..), Lapse::Passed) => id::PRICE_PASSED_REVIEW,
            (Stage::Reviewing(..), Lapse::Superseded | Lapse::Moved | Lapse::SentBack) => {
                id::PRICE_GONE_REVIEW
            }
            (_, Lapse::Passed) => id::PRICE_PASSED,
            (_, Lapse::Superseded) => id::PRICE_SUPERSEDED,
            (_, Lapse::Moved) => id::READ_OTHER,
            (_, Lapse::SentBack) => id::READ_AGAIN,
        };
        Some(Message::new(message).with("time", until).with("key", key))
    }

    /// The run stands at another screen.
    pub(super) fn moved(&mut self) {
        self.changes.clear();
        self.returned = None;
        self.home();
    }
}

/// F3: one screen back; from the first one to the customer, the draft kept.
pub(in crate::app) fn back(model: &mut Model, out: &mut Vec<Effect>) {
    let lang = model.lang;
    let Some(place) = shown(model) else { return };
    // what was typed is kept by the run, right or wrong
    let _ = place.settle(lang);
    let stepped = match place.stage {
        Stage::Filling | Stage::Reviewing(..) => place.run.back(),
        Stage::Unknown(_) | Stage::Awaiting(_) => false,
    };
    if stepped {
        place.moved();
    } else {
        leave(model, out);
    }
}

/// Leaves the flow's screen; what is being filled is kept as a draft.
pub(super) fn leave(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(place) = shown(model) else { return };
    let reviewing = matches!(place.stage, Stage::Reviewing(..));
    if keep_open(model, out) {
        model.notice = Some(Message::new(id::DRAFT_KEPT));
    }
    model.places.pop();
    if reviewing {
        ask(model, FlowRequest::Approvals, out);
    }
}

/// Keeps what is being filled, wherever it lies under other places; whether there was something.
pub(in crate::app) fn keep_open(model: &mut Model, out: &mut Vec<Effect>) -> bool {
    let lang = model.lang;
    let Some(place) = model.open_flow_mut() else { return false };
    let _ = place.settle(lang);
    let work = place.run.work();
    out.push(Effect::Ask(Request::Flow(FlowRequest::Keep { work })));
    out.push(Effect::Ask(Request::Work));
    true
}

/// The start screen stands over what is open: what is being filled is kept, so that its lists have it, and that is said.
pub(in crate::app) fn to_start(model: &mut Model, out: &mut Vec<Effect>) {
    let already = std::mem::replace(&mut model.finding, !model.places.is_empty());
    if !already && keep_open(model, out) {
        model.notice = Some(Message::new(id::DRAFT_KEPT));
        if let Some(place) = model.open_flow_mut() {
            place.kept = place.run.work();
        }
    }
}

/// Another customer is opened: what is being filled is kept, unless that was done on the way to the start screen.
pub(in crate::app) fn keep_before(model: &mut Model, out: &mut Vec<Effect>) {
    let kept = model.open_flow().is_some_and(|place| place.kept == place.run.work());
    if !(model.finding && kept) {
        keep_open(model, out);
    }
}

/// F12: nothing is posted and nothing is kept.
pub(in crate::app) fn cancel(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(place) = shown(model) else { return };
    match &place.stage {
        Stage::Filling | Stage::Awaiting(_) => {
            let work = place.run.work();
            ask(model, FlowRequest::Cancel { work }, out);
        }
        Stage::Unknown(_) => model.notice = Some(Message::new(id::OUTCOME_CHECKED)),
        Stage::Reviewing(..) => leave(model, out),
    }
}

/// F5: a new price in place; nothing typed is lost, the answer is asked again.
pub(in crate::app) fn reprice(model: &mut Model, out: &mut Vec<Effect>) {
    if let Some(Place::Receipt(place)) = model.place() {
        // what was posted is posted; the rest is somebody's task
        let task = place.task.as_ref().map(|task| task.label.clone());
        let key = keys_of(model, Action::Reprice);
        model.notice = task.map(|task| Message::new(id::HALF_NO_PRICE).with("key", key).with("task", task));
    }
    if !fields::settled(model) {
        return;
    }
    let Some(place) = shown(model) else { return };
    match &place.stage {
        // the bank's records are others now: they are read again, what was entered is kept
        Stage::Filling if place.lapsed == Some(Lapse::Moved) => {
            let work = place.run.work();
            let draft = work.draft;
            model.over = None;
            out.push(Effect::Ask(Request::Flow(FlowRequest::Keep { work })));
            ask(model, FlowRequest::Resume { draft }, out);
        }
        Stage::Filling | Stage::Awaiting(_) if place.run.price().is_some() => {
            let work = place.run.work();
            model.over = None;
            ask(model, FlowRequest::Price { work }, out);
        }
        Stage::Filling => model.notice = Some(Message::new(id::PRICE_LATER)),
        Stage::Unknown(_) => model.notice = Some(Message::new(id::OUTCOME_CHECKED)),
        Stage::Awaiting(_) | Stage::Reviewing(..) => model.notice = Some(Message::new(id::PRICE_MAKERS)),
    }
}

/// Asks the same again after an unknown outcome, or what became of a run that waits for a second person.
pub(in crate::app) fn retry(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(place) = shown(model) else { return };
    match &place.stage {
        Stage::Unknown(request) => {
            let request = request.clone();
            ask(model, request, out);
        }
        Stage::Awaiting(_) => {
            let draft = place.run.work().draft;
            ask(model, FlowRequest::Resume { draft }, out);
        }
        Stage::Filling | Stage::Reviewing(..) => model.notice = Some(Message::new(id::NOTHING_TO_RETRY)),
    }
}

/// The answer: the customer's, or the second person's.
pub(in crate::app) fn answer(model: &mut Model, yes: bool, out: &mut Vec<Effect>) {
    let at = model.now;
    let Some(place) = shown(model) else { return };
    if place.is_lapsed(at) {
        return lapsed(model);
    }
    if reading::unread(model) {
        return;
    }
    let Some(place) = shown(model) else { return };
    let fields = place.run.fields();
    let Some(field) = fields.into_iter().find(|field| field.kind == EntryKind::Answer) else {
        return;
    };
    place.from = None;
    match &mut place.stage {
        Stage::Reviewing(_, answer) => {
            *answer = Some(yes);
            place.focus = field.id;
        }
        Stage::Filling => {
            place.focus.clone_from(&field.id);
            place.entry = None;
            if let Err(fault) = place.run.set(&field.id, if yes { "yes" } else { "no" }, How::Typed) {
                fields::tell(model, &fault);
            }
        }
        Stage::Unknown(_) | Stage::Awaiting(_) => retry(model, out),
    }
}

/// Keeps the draft and goes on.
pub(in crate::app) fn save(model: &mut Model, out: &mut Vec<Effect>) {
    if !fields::settled(model) {
        return;
    }
    let Some(place) = shown(model).filter(|place| place.is_open()) else { return };
    let work = place.run.work();
    place.kept = work.clone();
    ask(model, FlowRequest::Keep { work }, out);
}

/// Takes up the draft of the selected line of work; of an open customer, the newest of theirs.
pub(in crate::app) fn resume(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(work) = &model.start.work else { return };
    let customer = model.customer().filter(|_| !model.finding).map(|place| place.screen.customer);
    let drafts = work.lines.iter().filter(|line| customer.is_none_or(|customer| line.customer == customer));
    let newest = drafts.filter_map(|line| draft_of(&line.item)).next_back();
    let selected = model.start.item(model.start.row).filter(|_| customer.is_none());
    match selected.and_then(draft_of).or(newest) {
        Some(draft) => take_up(model, draft, out),
        None => model.notice = Some(Message::new(id::NO_DRAFT)),
    }
}

fn draft_of(item: &DueItem) -> Option<DraftId> {
    if let DueItem::Draft(draft) = item { Some(*draft) } else { None }
}

/// Asks for a draft.
pub(in crate::app) fn take_up(model: &mut Model, draft: DraftId, out: &mut Vec<Effect>) {
    ask(model, FlowRequest::Resume { draft }, out);
}
