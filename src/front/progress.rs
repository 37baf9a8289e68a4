//! Progress bars on standard error, only on a terminal.

use std::sync::Arc;

use indicatif::{ProgressBar, ProgressStyle};

use crate::{
    store::embedded,
    text::{Lang, Message, MessageId},
};

/// A bar that appears with the first report and goes away when it is dropped.
#[derive(Clone)]
pub(super) struct Progress {
    bar: Arc<Bar>,
}

struct Bar(ProgressBar);

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

impl Progress {
    /// A bar with its name before it. `indicatif` draws on standard error, and only on a terminal.
    pub(super) fn new(name: MessageId, lang: Lang) -> Progress {
        let bar = ProgressBar::new(0);
        if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {percent:>3}% {eta}") {
            bar.set_style(style);
        }
        bar.set_message(Message::new(name).say(lang));
        Progress { bar: Arc::new(Bar(bar)) }
    }

    /// The same bar for a store that opens or rebuilds.
    pub(super) fn for_store(&self) -> embedded::Progress {
        let bar = self.clone();
        Arc::new(move |done, all| bar.report(done, all))
    }

    /// `done` of `all`, in any unit.
    pub(super) fn report(&self, done: u64, all: u64) {
        self.bar.0.set_length(all);
        self.bar.0.set_position(done);
    }
}
