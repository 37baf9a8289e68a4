//! The workstation in the terminal it was started in: raw mode, size and signals; the rest is the session's.

mod bank;
mod locale;
mod screen;
mod sources;
mod stop;

use std::{
    io::IsTerminal as _,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc::{Receiver, RecvTimeoutError, sync_channel},
    },
    time::{Duration, Instant},
};

use super::{
    bank::demo_caller,
    clock::Clock,
    keymaps,
    outcome::{Exit, Failure},
    place::variable,
    settings::Settings,
};
use crate::{
    app::{self, Event, Theme},
    domain::CustomerNo,
    pack::PackSource,
    runtime::{Host, Session},
    terminal::Profile,
    text::{Lang, Message, ids::desk as id},
};
use bank::Asked;
use screen::Screen;
use sources::Signal;

/// Things that happened and wait for the session, of all sources together.
const INCOMING_MAX: usize = 64;
/// How many of them are taken before a frame is drawn.
const TAKEN_MAX: usize = 64;

/// What comes in from the terminal, the machine and the bank.
enum Incoming {
    /// Bytes, and the frame that was the last one written when they were read.
    Bytes(Vec<u8>, u64),
    /// A signal.
    Signal(Signal),
    /// From the bank.
    Event(Box<Event>),
    /// The bank cannot be opened.
    Failed(Box<Failure>),
}

/// What the standard streams can show of the workstation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Ends {
    /// People sit at both ends, on a terminal that can show a screen.
    Screen,
    /// A terminal whose cursor cannot be moved, by its name.
    Lines(String),
    /// There is no terminal.
    Pipe,
}

/// What there is.
pub(super) fn ends() -> Ends {
    let term = variable("TERM").unwrap_or_default().to_string_lossy().into_owned();
    if !(std::io::stdin().is_terminal() && std::io::stdout().is_terminal()) {
        Ends::Pipe
    } else if Profile::from_term(&term, false).addressing {
        Ends::Screen
    } else {
        Ends::Lines(term)
    }
}

/// Runs the workstation until somebody leaves it.
///
/// # Errors
/// The bank cannot be opened, or the terminal cannot be used; both leave it as it was.
pub(super) fn run(
    settings: &Settings,
    lang: Lang,
    customer: Option<CustomerNo>,
    notice: Option<Message>,
) -> Result<Exit, Failure> {
    let clock = Arc::new(Clock::try_new(settings.now)?);
    let term = variable("TERM").unwrap_or_default();
    let profile = locale::fitted(Profile::from_term(&term.to_string_lossy(), variable("NO_COLOR").is_some()));
    let size = crossterm::terminal::size().map_err(|error| no_terminal(&error))?;
    let begin = app::Settings {
        lang,
        size,
        theme: Theme::default(),
        caller: demo_caller(settings, clock.moment()),
        demo: settings.pack == PackSource::Embedded,
        at: clock.moment(),
        keymap: Arc::new(keymaps::load(settings.keymap.as_deref())?),
        customer,
    };
    let (send, receive) = sync_channel(INCOMING_MAX);
    let mut desk = Desk {
        session: Session::new(begin, profile.clone()),
        screen: Screen::enter(profile, lang).map_err(|error| no_terminal(&error))?,
        written: Arc::new(AtomicU64::new(0)),
        started: started(),
        clock: clock.clone(),
        resumed: false,
    };
    desk.draw();
    sources::listen(&send, &desk.written).map_err(|error| no_terminal(&error))?;
    let bank = bank::start(settings, clock, send, notice);
    let ended = desk.serve(&receive, &bank);
    drop(desk);
    drop(receive);
    let closed = bank.close();
    ended.and(closed)
}

fn no_terminal(error: &std::io::Error) -> Failure {
    Failure::usage("no_terminal", Message::new(id::TERMINAL_FAILED).with("cause", error.to_string()))
}

#[expect(clippy::disallowed_methods, reason = "front owns the clock")]
fn started() -> Instant {
    Instant::now()
}

/// The session at its terminal.
struct Desk {
    session: Session,
    screen: Screen,
    /// The number of the last frame that was fully written.
    written: Arc<AtomicU64>,
    started: Instant,
    clock: Arc<Clock>,
    /// The session went on after a stop; the signal that says so is yet to come.
    resumed: bool,
}

/// Whether the session goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Go,
    Leave,
}

impl Desk {
    fn now(&self) -> u64 {
        u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    /// Takes what comes in and draws a frame after each packet.
    fn serve(&mut self, incoming: &Receiver<Incoming>, bank: &Asked) -> Result<Exit, Failure> {
        loop {
            if let Next::Leave = self.do_wanted(bank) {
                return Ok(Exit::Done);
            }
            self.draw();
            if self.screen.is_gone() {
                // what is being filled is kept, as by any end
                self.session.event(Event::HangUp, self.now());
                self.do_wanted(bank);
                return Ok(Exit::Done);
            }
            let first = match self.session.next_deadline() {
                None => incoming.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(due) => incoming.recv_timeout(Duration::from_millis(due.saturating_sub(self.now()))),
            };
            match first {
                Ok(first) => self.take(first)?,
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Ok(Exit::Done),
            }
            for more in incoming.try_iter().take(TAKEN_MAX) {
                self.take(more)?;
            }
            self.session.tick((self.now(), self.clock.moment()));
        }
    }

    fn take(&mut self, incoming: Incoming) -> Result<(), Failure> {
        let now = self.now();
        match incoming {
            Incoming::Bytes(bytes, _) if bytes.is_empty() => self.session.event(Event::HangUp, now),
            Incoming::Bytes(bytes, seen) => self.session.input(&bytes, seen, (now, self.clock.moment())),
            Incoming::Event(event) => self.session.event(*event, now),
            Incoming::Signal(signal) => self.signal(signal),
            Incoming::Failed(failure) => return Err(*failure),
        }
        Ok(())
    }

    fn signal(&mut self, signal: Signal) {
        match signal {
            Signal::Resize => self.resize(),
            Signal::End => self.session.event(Event::HangUp, self.now()),
            Signal::Stop => self.suspend(),
            Signal::Continue if std::mem::take(&mut self.resumed) => {}
            Signal::Continue => self.resume(),
        }
    }

    fn resize(&mut self) {
        if let Ok((columns, rows)) = crossterm::terminal::size() {
            self.session.event(Event::Resize(columns, rows), self.now());
        }
    }

    /// Does what the session asks of its host.
    fn do_wanted(&mut self, bank: &Asked) -> Next {
        for wanted in self.session.take_wanted() {
            match wanted {
                Host::Leave => return Next::Leave,
                Host::Suspend if stop::has_shell() => self.suspend(),
                Host::Suspend => {
                    self.session.event(Event::Notice(Message::new(id::NO_SHELL)), self.now());
                }
                Host::Ask(request) => bank.ask(request),
            }
        }
        Next::Go
    }

    /// Gives the terminal back and stops, until somebody continues the process.
    fn suspend(&mut self) {
        self.screen.leave();
        stop::stop();
        self.resumed = true;
        self.resume();
    }

    fn resume(&mut self) {
        self.screen.enter_again();
        self.resize();
        self.session.event(Event::Resumed, self.now());
    }

    fn draw(&mut self) {
        let mut bytes = Vec::new();
        self.session.draw(&mut bytes);
        self.screen.write(&bytes);
        self.written.store(self.session.frames(), Ordering::Release);
    }
}
