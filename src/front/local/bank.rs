//! The bank behind the session: opened and asked on a thread of its own.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread::{self, JoinHandle},
};

use super::Incoming;
use crate::{
    app::Event,
    front::{
        bank::{Bank, authored},
        cli,
        clock::Clock,
        opening,
        outcome::{Exit, Failure},
        settings::Settings,
    },
    request::Request,
    runtime::{REQUESTS_MAX, answer_all},
    service,
    store::embedded::Progress,
    text::{Message, date, ids::desk as id},
};

/// The bank's thread.
pub(super) struct Asked {
    /// Where requests go; they wait until the bank is open.
    requests: SyncSender<Request>,
    /// Where finds go, and the work left with its count of people: they wait until names can be found, and nothing
    /// else waits for them.
    finds: SyncSender<Request>,
    thread: Option<JoinHandle<Result<(), Failure>>>,
}

impl Asked {
    /// Asks the bank. One that failed to open has said so, and the session ends with it.
    pub(super) fn ask(&self, request: Request) {
        let to = if matches!(request, Request::Find { .. } | Request::Work) {
            &self.finds
        } else {
            &self.requests
        };
        let _ = to.send(request);
    }

    /// Waits until the bank has answered what it is asked now and is closed.
    pub(super) fn close(self) -> Result<Exit, Failure> {
        drop((self.requests, self.finds));
        match self.thread.map(JoinHandle::join) {
            Some(Ok(closed)) => closed.map(|()| Exit::Done),
            // the panic's hook has said what there is to say
            Some(Err(_)) => Ok(Exit::Store),
            None => Ok(Exit::Done),
        }
    }
}

/// Opens the bank away from the terminal and answers requests until nobody asks any more.
/// `notice` is told once it is open.
pub(super) fn start(
    settings: &Settings,
    clock: Arc<Clock>,
    told: SyncSender<Incoming>,
    notice: Option<Message>,
) -> Asked {
    let (requests, asked) = sync_channel(REQUESTS_MAX);
    let (finds, sought) = sync_channel(REQUESTS_MAX);
    let settings = settings.clone();
    let work = move || serve(&settings, &clock, [asked, sought], (&told, notice));
    let thread = thread::Builder::new().name("bank".to_owned()).spawn(work).ok();
    Asked { requests, finds, thread }
}

fn serve(
    settings: &Settings,
    clock: &Clock,
    [asked, sought]: [Receiver<Request>; 2],
    (told, notice): (&SyncSender<Incoming>, Option<Message>),
) -> Result<(), Failure> {
    let mut notices: Vec<Message> = notice.into_iter().collect();
    let bank = match open(settings, told, &mut notices) {
        Ok(bank) => bank,
        Err(failure) => {
            // a session that has ended does not listen
            let _ = told.send(Incoming::Failed(Box::new(failure)));
            return Ok(());
        }
    };
    let tell = |event| drop(told.send(Incoming::Event(Box::new(event))));
    let caller = bank.caller().clone();
    tell(Event::Opened {
        caller: caller.clone(),
        demo: bank.is_demo(),
        shelf: bank.shelf(),
        at: clock.moment(),
    });
    notices.into_iter().map(|notice| Event::Notice(with_receipt(&bank, notice))).for_each(tell);
    thread::scope(|scope| {
        let (bank, caller) = (&bank, &caller);
        scope.spawn(move || {
            tell(bank.fill_names().map_or_else(Event::Notice, |()| Event::SearchReady));
            answer_all(bank.door(), caller, &sought, &|| clock.moment(), &tell);
        });
        answer_all(bank.door(), caller, &asked, &|| clock.moment(), &tell);
    });
    bank.close()
}

/// Who was cut off just after posting reads which receipt was the last.
fn with_receipt(bank: &Bank, notice: Message) -> Message {
    let cut = notice.id == id::WAS_CUT_OFF;
    let last = cut.then(|| bank.door().last_receipt(&bank.caller().operator).ok().flatten()).flatten();
    last.map_or(notice, |receipt| {
        Message::new(id::WAS_CUT_OFF_RECEIPT)
            .with("receipt", receipt.no.to_string())
            .with("at", date::clock(receipt.at))
    })
}

fn open(
    settings: &Settings,
    told: &SyncSender<Incoming>,
    notices: &mut Vec<Message>,
) -> Result<Bank, Failure> {
    let authored = authored(settings)?;
    let progress = told.clone();
    let store = opening::open_quietly(
        &settings.store,
        tenths(move |percent| {
            let message = Message::new(id::REBUILDING).with("percent", percent);
            let _ = progress.try_send(Incoming::Event(Box::new(Event::Notice(message))));
        }),
        notices,
    )?;
    if service::demo::is_unfinished(&store)? {
        store.close()?;
        return Err(cli::demo::unfinished(&settings.store.display().to_string()));
    }
    Bank::of(store, authored, settings)
}

/// A rebuild's progress, told once for each tenth: nothing ticks.
fn tenths(tell: impl Fn(u64) + Send + Sync + 'static) -> Progress {
    let last = AtomicU64::new(0);
    Arc::new(move |done, all| {
        let tenth = done.saturating_mul(10) / all.max(1);
        if last.swap(tenth, Ordering::Relaxed) != tenth {
            tell(tenth * 10);
        }
    })
}
