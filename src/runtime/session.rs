//! One session, whatever carries its bytes.

use std::collections::BTreeMap;

use crate::{
    app::{Event, Model, Settings, update},
    request::{Effect, Request, effect::Timer},
    terminal::{Decoder, Input, PASTE_IDLE_MS, Profile, frame::Frame},
    text::{Message, ids::desk as id},
    time::Moment,
    view,
};

/// What a session asks of who hosts it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Host {
    /// Ask the bank; the answer comes back as [`Event::Answer`].
    Ask(Request),
    /// Give the terminal back until somebody resumes the session.
    Suspend,
    /// End it.
    Leave,
}

/// One session. Times are milliseconds of a clock that never goes back; any beginning will do.
#[derive(Debug)]
pub struct Session {
    model: Model,
    decoder: Decoder,
    frame: Frame,
    /// How long a lone Esc waits, in milliseconds.
    escape_wait: u64,
    /// When a lone Esc is one, or the end of a paste is lost.
    escape: Option<u64>,
    timers: BTreeMap<Timer, u64>,
    wanted: Vec<Host>,
    /// The number of the last frame.
    frames: u64,
    /// Something happened since it was drawn.
    stale: bool,
}

impl Session {
    /// A session that has drawn nothing yet; its first requests are waiting to be taken.
    #[must_use]
    pub fn new(settings: Settings, profile: Profile) -> Session {
        let wanted = u64::from(settings.keymap.options().esc_timeout_ms);
        let (model, effects) = Model::begin(settings);
        let mut session = Session {
            model,
            decoder: Decoder::new(profile.charset, profile.escape_digits),
            escape_wait: profile.escape_wait_ms(wanted),
            frame: Frame::new(profile),
            escape: None,
            timers: BTreeMap::new(),
            wanted: Vec::new(),
            frames: 0,
            stale: true,
        };
        session.interpret(effects, 0);
        session
    }

    /// What it shows.
    #[must_use]
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// The number of the last frame that was drawn.
    #[must_use]
    pub fn frames(&self) -> u64 {
        self.frames
    }

    /// Bytes of the terminal, read when frame `seen` was the last that was fully written, and the business time.
    pub fn input(&mut self, bytes: &[u8], seen: u64, (now, at): (u64, Moment)) {
        let mut inputs = Vec::new();
        self.decoder.push(bytes, &mut inputs);
        let wait = if self.decoder.pasting() { Some(PASTE_IDLE_MS) } else { None };
        let wait = wait.or(self.decoder.pending().then_some(self.escape_wait));
        self.escape = wait.map(|wait| now.saturating_add(wait));
        self.inputs(inputs, seen, (now, at));
    }

    fn inputs(&mut self, inputs: Vec<Input>, seen: u64, (now, at): (u64, Moment)) {
        for input in inputs {
            let event = match input {
                Input::Key(key) => Event::Key { key, seen, at },
                Input::Paste(text) => Event::Paste(text),
            };
            self.event(event, now);
        }
    }

    /// Anything else that happened.
    pub fn event(&mut self, event: Event, now: u64) {
        self.stale = true;
        let effects = update(&mut self.model, event);
        self.interpret(effects, now);
    }

    fn interpret(&mut self, effects: Vec<Effect>, now: u64) {
        for effect in effects {
            match effect {
                Effect::Ask(request) => self.wanted.push(Host::Ask(request)),
                Effect::StartTimer { timer, after_ms } => {
                    self.timers.insert(timer, now.saturating_add(u64::from(after_ms)));
                }
                Effect::StopTimer { timer } => {
                    self.timers.remove(&timer);
                }
                Effect::Redraw => self.frame.invalidate(),
                Effect::Suspend => self.wanted.push(Host::Suspend),
                Effect::Leave => self.wanted.push(Host::Leave),
            }
        }
    }

    /// When [`Session::tick`] has something to do; `None` while it is idle.
    #[must_use]
    pub fn next_deadline(&self) -> Option<u64> {
        self.timers.values().copied().chain(self.escape).min()
    }

    /// Does what is due; the business time is that of a key that waited.
    pub fn tick(&mut self, (now, at): (u64, Moment)) {
        if self.escape.is_some_and(|due| due <= now) {
            self.escape = None;
            let lost = self.decoder.pasting();
            let mut inputs = Vec::new();
            self.decoder.flush(&mut inputs);
            self.inputs(inputs, self.frames, (now, at));
            if lost {
                self.event(Event::Notice(Message::new(id::PASTE_LOST)), now);
            }
        }
        while let Some(timer) = self.timers.iter().find(|(_, due)| **due <= now).map(|(timer, _)| *timer) {
            self.timers.remove(&timer);
            self.event(Event::Timer(timer), now);
        }
    }

    /// What the host is to do now, in order.
    pub fn take_wanted(&mut self) -> Vec<Host> {
        std::mem::take(&mut self.wanted)
    }

    /// Appends the bytes of the next frame: nothing where nothing changed. All of it belongs into one write.
    pub fn draw(&mut self, out: &mut Vec<u8>) {
        if !std::mem::take(&mut self.stale) {
            return;
        }
        let (buffer, cursor) = view::draw(&self.model);
        let before = out.len();
        self.frame.draw(&buffer, cursor, out);
        if out.len() > before {
            self.frames += 1;
        }
        // keys say by this number what was seen
        let part = view::part(&self.model);
        drop(update(&mut self.model, Event::Drawn { frame: self.frames, part }));
    }
}

#[cfg(test)]
mod tests;
