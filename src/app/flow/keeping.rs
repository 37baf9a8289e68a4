//! What is being filled is kept a moment after it changed: a terminal that is lost loses at most that moment.

use super::FlowPlace;
use crate::{
    app::model::{Keeping, Model},
    request::{Effect, FlowRequest, Request, effect::Timer, flow::FlowWork},
    text::Lang,
};

/// The moment, in milliseconds.
const KEEP_AFTER_MS: u32 = 1_000;

impl FlowPlace {
    /// The run as it would be taken up again, where that is not kept yet. What is still being typed counts once it is
    /// something.
    fn unkept(&self, lang: Lang) -> Option<FlowWork> {
        let typed = self.entry.as_ref().and_then(|entry| {
            let mut run = self.run.clone();
            run.set_typed(&self.focus, entry.text(), lang).ok().map(|()| run.work())
        });
        let work = typed.unwrap_or_else(|| self.run.work());
        (self.is_open() && work != self.kept).then_some(work)
    }
}

/// Begins to wait where something is not kept. While an answer is awaited nothing is: what posts keeps by itself.
pub(in crate::app) fn watch(model: &mut Model, out: &mut Vec<Effect>) {
    if model.keeping == Keeping::Soon || model.is_waiting() {
        return;
    }
    if model.open_flow().is_some_and(|place| place.unkept(model.lang).is_some()) {
        model.keeping = Keeping::Soon;
        out.push(Effect::StartTimer { timer: Timer::Keep, after_ms: KEEP_AFTER_MS });
    }
}

/// The moment has passed.
pub(in crate::app) fn keep(model: &mut Model, out: &mut Vec<Effect>) {
    model.keeping = Keeping::Idle;
    if model.is_waiting() {
        return;
    }
    let lang = model.lang;
    let Some(place) = model.open_flow_mut() else { return };
    if let Some(work) = place.unkept(lang) {
        place.kept = work.clone();
        out.push(Effect::Ask(Request::Flow(FlowRequest::Keep { work })));
    }
}

/// Whether what was kept is what still stands there: nothing is said of it then.
pub(in crate::app) fn is_silent(model: &Model, request: &Request) -> bool {
    let Request::Flow(FlowRequest::Keep { work }) = request else { return false };
    model.open_flow().is_some_and(|place| place.kept == *work)
}
