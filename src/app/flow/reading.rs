//! What must be read before anybody agrees to it: the sentence and the figures of the screen that posts must have
//! been on the screen, one row after the other.

use serde::{Deserialize, Serialize};

use super::{Sight, Stage, shown};
use crate::{
    action::Action,
    app::{act::keys_of, model::Model, place::Place},
    text::{Lang, Message, ids::desk as id},
};

/// The rows of a flow's screen that a frame showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The first one shown, from 0.
    pub from: u16,
    /// The one after the last shown.
    pub to: u16,
    /// The one after the last that must be read: the sentence, the figures, and what a new price changed.
    pub all: u16,
}

/// How much of a screen that posts was shown so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::app) struct Reading {
    /// Rows from the first one on that were shown without a gap.
    rows: u16,
    /// The frame with which all had been shown.
    since: Option<u64>,
    /// Size and language that the rows are those of.
    of: Option<((u16, u16), Lang)>,
    /// The frame that the last key was pressed at.
    key: u64,
    /// What it is about.
    about: Option<Sight>,
}

impl Reading {
    /// A key that was pressed when this frame was the last one.
    pub(in crate::app) fn pressed(&mut self, seen: u64) {
        self.key = seen;
    }

    /// Another screen, or another price on it: nothing of it was shown yet. What was only covered stays read.
    pub(in crate::app) fn turn_to(&mut self, sight: Option<Sight>) {
        if sight.is_some() && sight != self.about {
            *self = Reading { key: self.key, about: sight, ..Reading::default() };
        }
    }
}

/// A frame was drawn.
pub(in crate::app) fn drawn(model: &mut Model, frame: u64, part: Option<Part>) {
    if let (Some(Place::Paper(place)), Some(part)) = (model.place_mut(), part) {
        // somebody may have paged beyond the end
        place.from = usize::from(part.from);
        return;
    }
    let of = Some((model.size, model.lang));
    let reading = &mut model.reading;
    if reading.of != of {
        // the rows are others now; what was read as a whole stays read
        reading.rows = 0;
        reading.of = of;
    }
    let read = part.is_none_or(|part| {
        if part.from <= reading.rows {
            reading.rows = reading.rows.max(part.to);
        }
        reading.rows >= part.all
    });
    if read && reading.since.is_none() {
        reading.since = Some(frame);
    }
    if let (Some(part), Some(place)) = (part, shown(model))
        && place.from.is_some()
    {
        // somebody may have paged beyond the end
        place.from = Some(part.from);
    }
}

/// The rows are others now: whether there are more of them to read is said by the screen as it is drawn.
pub(in crate::app) fn resized(model: &mut Model) {
    model.notice.take_if(|notice| notice.id == id::READ_ON);
}

impl Model {
    /// Whether everything was shown, the rows of a frame that is being drawn included.
    pub(crate) fn has_read(&self, part: Part) -> bool {
        let rows = if self.reading.of == Some((self.size, self.lang)) { self.reading.rows } else { 0 };
        self.reading.since.is_some() || (part.from <= rows && part.to >= part.all)
    }
}

/// Nothing is agreed to that was not on the screen: `true`, and says which key shows the rest.
pub(super) fn unread(model: &mut Model) -> bool {
    let reading = model.reading;
    let asks = shown(model).is_some_and(|place| {
        place.run.commits() && matches!(place.stage, Stage::Filling | Stage::Reviewing(..))
    });
    if !asks || reading.since.is_some_and(|since| since <= reading.key) {
        return false;
    }
    let key = keys_of(model, Action::PageDown);
    model.notice = Some(Message::new(id::READ_ON).with("key", key));
    true
}
