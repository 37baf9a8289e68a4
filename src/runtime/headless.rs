//! A session without a terminal: keys in, state out. Neither decoder nor view, unless a screen is asked for.

use std::collections::VecDeque;

use crate::{
    app::{Event, Model, Settings, Shelf, update},
    key::Key,
    macros::{Desk, Happened, Probe},
    request::{Answer, Effect, FlowAnswer, FlowRequest, Request, flow::FlowDone},
    text::{Message, ids::desk},
    time::Moment,
    view,
};

/// The most requests that one key leads to, one after the other.
const ASKED_MAX: usize = 64;
/// The most happenings kept between two marks.
const HAPPENED_MAX: usize = 256;

/// How often a person gives keys before the macro goes on.
const HANDED_MAX: usize = 1_000;

/// What a person did with the keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handed {
    /// Nobody is there.
    Nobody,
    /// Pressed these, and wants to see what came of them.
    Keys(Vec<Key>),
    /// Gave them back.
    Back,
}

/// The world around a session: the bank's door, the time, and whoever may be at a terminal.
pub trait Around {
    /// Answers a request.
    fn ask(&mut self, request: Request) -> Answer;
    /// The business time.
    fn now(&self) -> Moment;
    /// Moves business time on; `false` where it stands by the machine's clock.
    fn advance(&mut self, seconds: u32) -> bool;
    /// Shows the screen to a person and waits for keys.
    fn hand_over(&mut self, why: &str, screen: &str) -> Handed;
    /// Milliseconds of a clock that never goes back.
    fn millis(&self) -> u64;
}

/// One session without a terminal. Every key is seen after the frame before it: nothing is typed ahead.
pub struct Headless<'a> {
    model: Model,
    around: &'a mut dyn Around,
    happened: Vec<Happened>,
    /// The number of the last frame: each state is one, as if it were drawn and seen.
    frames: u64,
    pressed: usize,
}

impl<'a> Headless<'a> {
    /// A session at its start screen, over a bank that is open.
    pub fn begin(settings: Settings, shelf: Shelf, around: &'a mut dyn Around) -> Headless<'a> {
        let (caller, demo) = (settings.caller.clone(), settings.demo);
        let (model, effects) = Model::begin(settings);
        let mut headless = Headless { model, around, happened: Vec::new(), frames: 0, pressed: 0 };
        let at = headless.around.now();
        headless.event(Event::Opened { caller, demo, shelf, at });
        headless.interpret(effects);
        headless
    }

    /// How many keys were pressed.
    #[must_use]
    pub fn pressed(&self) -> usize {
        self.pressed
    }

    /// The session ends; a flow that is being filled is kept as a draft.
    pub fn leave(&mut self) {
        self.event(Event::HangUp);
    }

    fn event(&mut self, event: Event) {
        let effects = update(&mut self.model, event);
        self.interpret(effects);
        self.frames += 1;
        // a drawn frame asks for nothing; nobody looks, so no rows are out of sight
        let _ = update(&mut self.model, Event::Drawn { frame: self.frames, part: None });
    }

    /// Does what effects ask until nothing is left; timers never run out, because nobody waits.
    fn interpret(&mut self, effects: Vec<Effect>) {
        let mut wanted: VecDeque<Request> = VecDeque::new();
        want(effects, &mut wanted);
        for _ in 0..ASKED_MAX {
            let Some(request) = wanted.pop_front() else { return };
            let answer = self.around.ask(anew(&request));
            self.note(&answer);
            let event = Event::Answer { request, answer, at: self.around.now() };
            let effects = update(&mut self.model, event);
            want(effects, &mut wanted);
        }
    }

    fn note(&mut self, answer: &Answer) {
        let (event, message): (&'static str, Option<Message>) = match answer {
            Answer::Customer(_) => ("opened", None),
            Answer::Listing(_) => ("listed", None),
            Answer::Explanation(_) => ("explained", None),
            Answer::Found(_) => ("found", None),
            Answer::Flow(answer) => (of_flow(answer), None),
            Answer::Refused(refusal) => ("refused", Some(refusal.message())),
            Answer::Failed { message } => ("failed", Some(message.clone())),
            Answer::Decision(_) | Answer::Revealed(_) | Answer::Work(_) | Answer::Posted(_) => return,
        };
        self.push(Happened { event, message });
    }

    fn push(&mut self, happened: Happened) {
        if self.happened.len() < HAPPENED_MAX {
            self.happened.push(happened);
        }
    }
}

/// A macro's row is a run of its own: what a person left half done is not taken up by it.
fn anew(request: &Request) -> Request {
    if let Request::Flow(FlowRequest::Open { customer, flow }) = request {
        return Request::Flow(FlowRequest::Begin { customer: *customer, flow: flow.clone() });
    }
    request.clone()
}

/// The requests among effects; there is no terminal that the others are for.
fn want(effects: Vec<Effect>, wanted: &mut VecDeque<Request>) {
    wanted.extend(effects.into_iter().filter_map(|effect| match effect {
        Effect::Ask(request) => Some(request),
        Effect::StartTimer { .. }
        | Effect::StopTimer { .. }
        | Effect::Redraw
        | Effect::Suspend
        | Effect::Leave => None,
    }));
}

/// What an answer about a flow is to a macro.
fn of_flow(answer: &FlowAnswer) -> &'static str {
    match answer {
        FlowAnswer::Begun(_) => "begun",
        FlowAnswer::Priced(_) => "priced",
        FlowAnswer::Kept => "kept",
        FlowAnswer::Done(done) => match done.as_ref() {
            FlowDone::Posted { task: None, .. } => "posted",
            FlowDone::Posted { task: Some(_), .. } => "halted",
            FlowDone::Awaiting(_) | FlowDone::StillAwaiting(_) => "awaiting",
        },
        FlowAnswer::Approvals(_)
        | FlowAnswer::Asked(_)
        | FlowAnswer::Review(_)
        | FlowAnswer::Receipt(_)
        | FlowAnswer::Outbox { .. } => "listed",
    }
}

impl Desk for Headless<'_> {
    fn probe(&self) -> &dyn Probe {
        &self.model
    }

    fn press(&mut self, key: Key) {
        let seen = self.frames;
        self.pressed += 1;
        let at = self.around.now();
        self.event(Event::Key { key, seen, at });
        let passed = Probe::notice(&self.model).filter(|notice| notice.id == desk::PRICE_PASSED);
        if let Some(message) = passed {
            // the session knows it without asking the bank
            self.push(Happened { event: "refused", message: Some(message) });
        }
    }

    fn mark(&mut self) {
        self.happened.clear();
    }

    fn happened(&self) -> &[Happened] {
        &self.happened
    }

    fn draw(&self) -> String {
        view::text_of(&view::draw(&self.model).0)
    }

    fn advance(&mut self, seconds: u32) -> bool {
        self.around.advance(seconds)
    }

    fn hand_over(&mut self, why: &str) -> bool {
        for _ in 0..HANDED_MAX {
            let screen = self.draw();
            match self.around.hand_over(why, &screen) {
                Handed::Nobody => return false,
                Handed::Back => return true,
                Handed::Keys(keys) => keys.into_iter().for_each(|key| self.press(key)),
            }
        }
        false
    }

    fn millis(&self) -> u64 {
        self.around.millis()
    }
}
