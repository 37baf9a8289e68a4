//! `tekil play -`: steps from standard input, one a line, each answered with data lines, a status line, and `ok` or
//! `error`, as programs know it that drive 3270 emulators.

use std::{
    fmt::Write as _,
    io::{self, BufRead as _, Read as _},
    sync::Arc,
};

use super::{
    around::{RowStamp, Surroundings},
    files, report,
    rows::{settings, without},
    size,
};
use crate::{
    app::Shelf,
    front::{
        bank::Bank,
        cli::Run,
        keymaps,
        outcome::{Exit, Failure},
    },
    keymap::Keymap,
    macros::{Desk, Ended, LINE_CHARS_MAX, Player, Seen, Setting, Vocabulary, said, step},
    request::Door,
    runtime::Headless,
    service::{
        Service,
        dry_run::{DryRun, MacroRun, keep_run},
    },
    text::{Lang, Message, ids::macros as id, safe},
};

/// The most steps of one session.
const STEPS_MAX: usize = 100_000;
/// The most bytes of one line.
const LINE_BYTES_MAX: u64 = 4 * 1_024;
/// Asks for the screen; a word of this protocol alone.
const SCREEN: &str = "screen";

/// Answers steps until the input ends.
///
/// # Errors
/// The bank cannot be used.
pub(super) fn serve(
    run: &Run<'_>,
    bank: &Bank,
    (service, stamp): (&Service, &RowStamp),
) -> Result<Exit, Failure> {
    let commits = run.matches.get_flag("commit");
    // steps from standard input have no text to hash
    let hash = String::new();
    let trace = MacroRun { name: "-".to_owned(), hash: hash.clone(), rows: 1, commits };
    keep_run(service.store.as_ref(), service.stamp.as_ref(), bank.caller(), &trace)?;
    if commits {
        return session(run, bank, (service, service, stamp));
    }
    let dry = DryRun::over(service, &hash);
    session(run, bank, (&dry, dry.service(), stamp))
}

/// A session that is driven.
struct Driven<'d> {
    desk: Headless<'d>,
    player: Player<'d>,
    known: Vocabulary,
    lang: Lang,
    out: crate::front::output::Output,
    worst: Exit,
    /// What it does vanishes.
    dry: bool,
    /// Numbers of receipts that a dry session made: nobody's.
    numbers: Vec<String>,
}

fn session(
    run: &Run<'_>,
    bank: &Bank,
    (door, service, stamp): (&dyn Door, &Service, &RowStamp),
) -> Result<Exit, Failure> {
    let keymap: Arc<Keymap> = Arc::new(keymaps::load(run.settings.keymap.as_deref())?);
    let mut around = Surroundings::new(door, bank.caller(), stamp, run.out.lang);
    let settings = settings(bank, (&keymap, size(run)?), run.out.lang);
    let shelf = Shelf::new(service.flows.clone(), service.pack.clone());
    let desk = Headless::begin(settings, shelf, &mut around);
    let setting = Setting { keymap: &keymap, role: bank.caller().role, timeout_ms: None };
    let player = Player::new(&[], setting, &desk);
    let known = files::vocabulary(&service.flows, Vec::new());
    let mut driven = Driven {
        desk,
        player,
        known,
        lang: run.out.lang,
        out: run.out,
        worst: Exit::Done,
        dry: !run.matches.get_flag("commit"),
        numbers: Vec::new(),
    };
    for _ in 0..STEPS_MAX {
        let Some(line) = next_line() else { break };
        driven.answer(&line)?;
    }
    driven.desk.leave();
    Ok(driven.worst)
}

fn next_line() -> Option<String> {
    let mut line = Vec::new();
    let read = io::stdin().lock().take(LINE_BYTES_MAX).read_until(b'\n', &mut line).ok()?;
    (read > 0).then(|| String::from_utf8_lossy(&line).trim().chars().take(LINE_CHARS_MAX + 1).collect())
}

impl Driven<'_> {
    /// One step and its answer.
    fn answer(&mut self, line: &str) -> Result<(), Failure> {
        let mut data: Vec<String> = Vec::new();
        let exit = if line == SCREEN {
            data.extend(self.desk.draw().lines().map(str::to_owned));
            Exit::Done
        } else {
            self.step(line, &mut data)
        };
        self.worst = self.worst.worst(exit);
        self.note_number();
        let mut text = String::new();
        for line in data {
            let line = self.numbers.iter().fold(line, |line, number| without(&line, number));
            let _ = writeln!(text, "data: {}", safe::line(&line));
        }
        text.push_str(&self.status(exit));
        self.out.text(&text)
    }

    /// Keeps the number of a receipt that a dry session made.
    fn note_number(&mut self) {
        let shown = self.desk.probe().model(super::RECEIPT_NO).filter(|_| self.dry);
        if let Some(Seen::Text(number)) = shown
            && !self.numbers.contains(&number)
        {
            self.numbers.push(number);
        }
    }

    fn step(&mut self, line: &str, data: &mut Vec<String>) -> Exit {
        let step = match step(line, &self.known) {
            Ok(Some(step)) => step,
            Ok(None) => return Exit::Done,
            Err(fault) => {
                let help = fault.help.map_or_else(String::new, |help| format!(" {}", help.say(self.lang)));
                data.push(format!("{}: {}{help}", fault.column, fault.message.say(self.lang)));
                return Exit::Usage;
            }
        };
        let ended = self.player.step(&step, &mut self.desk);
        for (name, seen) in self.player.take_logged() {
            let value = seen.map_or_else(
                || "-".to_owned(),
                |seen| Message::new(id::VALUE_ALONE).with("value", said(&seen, self.lang)).say(self.lang),
            );
            data.push(format!("{name} = {value}"));
        }
        let ended = ended.or_else(|| Player::unanswered(&self.desk));
        match &ended {
            Some(Ended::Failed(failure)) => data.push(failure.seen.say(self.lang)),
            Some(Ended::Refused(message) | Ended::Broken(message)) => data.push(message.say(self.lang)),
            Some(Ended::Skipped(why) | Ended::Stopped(why) | Ended::Waiting(why)) => data.push(why.clone()),
            Some(Ended::Done) | None => {}
        }
        if matches!(ended, Some(Ended::Refused(_) | Ended::Broken(_))) {
            // it was told: the next step begins anew
            self.desk.mark();
        }
        ended.as_ref().map_or(Exit::Done, report::exit)
    }

    /// `screen place keys`, then `ok` or `error CODE`.
    fn status(&self, exit: Exit) -> String {
        let probe = self.desk.probe();
        let place = probe.contexts().first().map_or("", |context| context.name());
        let lang = if self.lang == Lang::Tr { "tr" } else { "en" };
        let status = format!("status: {} {place} {lang} keys {}\n", probe.screen(), self.desk.pressed());
        if exit == Exit::Done { status + "ok\n" } else { format!("{status}error {}\n", exit.code()) }
    }
}
