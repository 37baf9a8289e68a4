//! `tekil play MACRO`: a macro without a screen, dry unless `--commit` is given.

mod around;
pub(super) mod files;
mod pace;
mod report;
mod robot;
mod rows;

use std::{path::PathBuf, sync::Arc};

use clap::{Command, value_parser};

use self::around::RowStamp;
use super::{Run, parse, show::SIZE_DEFAULT, words};
use crate::{
    domain::{ledger::Posting, operator::Role},
    front::{
        bank::Bank,
        clock::Clock,
        keymaps,
        outcome::{Exit, Failure, hex},
    },
    keymap::Keymap,
    macros::{Macro, Played, Row},
    service::{
        Service,
        dry_run::{DryRun, MacroRun, keep_run},
    },
    text::{Lang, Message, ids::cli, ids::macros as id},
};

pub(super) const NAME: &str = "play";

pub(super) fn words(lang: Lang) -> Command {
    let file = words::say(cli::VALUE_FILE, lang);
    words::command(NAME, words::shown(id::PLAY_SHAPE, lang), id::PLAY_ABOUT, lang)
        .arg(words::word("macro", file.clone(), id::PLAY_MACRO, lang).value_parser(value_parser!(PathBuf)))
        .arg(words::option("rows", file, id::PLAY_ROWS, lang).value_parser(value_parser!(PathBuf)))
        .arg(words::flag("commit", id::PLAY_COMMIT, lang))
        .arg(words::option("size", words::say(cli::VALUE_SIZE, lang), id::PLAY_SIZE, lang))
        .arg(words::option("from-row", "N", id::PLAY_FROM, lang))
}

/// The name under which macros log a receipt's number.
const RECEIPT_NO: &str = "receipt.no";

/// A run as it was asked for.
pub(super) struct Plan<'p> {
    program: &'p Macro,
    rows: Vec<Row>,
    rows_file: Option<String>,
    from: usize,
    commit: bool,
    keymap: Arc<Keymap>,
    size: (u16, u16),
    /// The final screen is wanted.
    shows: bool,
    lang: Lang,
    /// Options of the command line that the next one needs too.
    again: String,
}

/// A row that was run.
pub(super) struct Done {
    number: usize,
    line: Option<usize>,
    played: Played,
    /// It was posted by an earlier run.
    already: bool,
    state: &'static str,
    postings: Vec<Posting>,
    screen: Option<String>,
}

impl Plan<'_> {
    /// How many rows were not run.
    fn left(&self, rows: &[Done]) -> usize {
        self.rows.iter().filter(|row| row.number >= self.from).count().saturating_sub(rows.len())
    }

    /// The command that goes on with a row.
    fn again(&self, row: usize) -> String {
        let rows = self.rows_file.as_ref().map_or_else(String::new, |rows| format!(" --rows {rows}"));
        let commit = if self.commit { " --commit" } else { "" };
        format!("tekil play {}{rows}{commit} --from-row {row}{}", self.program.file, self.again)
    }
}

pub(super) fn run(run: &Run<'_>) -> Result<Exit, Failure> {
    let path = run.matches.get_one::<PathBuf>("macro").cloned().unwrap_or_default();
    let bank = Bank::open_filled(run.settings, run.out)?;
    let stamp = Arc::new(RowStamp::new(Arc::new(Clock::try_new(run.settings.now)?)));
    let service = bank.stamped(stamp.clone());
    let ended = if path.as_os_str() == "-" {
        robot::serve(run, &bank, (&service, &stamp))
    } else {
        play(run, &path, &bank, (&service, &stamp))
    };
    drop(service);
    bank.close()?;
    ended
}

fn play(
    run: &Run<'_>,
    path: &std::path::Path,
    bank: &Bank,
    (service, stamp): (&Service, &RowStamp),
) -> Result<Exit, Failure> {
    let stories = bank.stories()?.into_iter().map(|story| story.story).collect();
    let program = files::load(path, &files::vocabulary(&service.flows, stories))?;
    permitted(&program, bank.caller().role, run.settings.now.is_some())?;
    let rows_file = run.matches.get_one::<PathBuf>("rows");
    let table = rows_file.map(|path| files::table(path)).transpose()?;
    let rows = program.rows(table.as_ref(), &files::Known(service)).map_err(Failure::macros)?;
    let plan = Plan {
        program: &program,
        from: from_row(run, rows.len())?,
        rows,
        rows_file: rows_file.map(|path| path.display().to_string()),
        commit: run.matches.get_flag("commit"),
        keymap: Arc::new(keymaps::load(run.settings.keymap.as_deref())?),
        size: size(run)?,
        shows: run.matches.contains_id("size"),
        lang: run.out.lang,
        again: run.settings.again.clone(),
    };
    trace(bank, service, &plan)?;
    let done = if plan.commit {
        rows::all(&plan, bank, (service, service, stamp))?
    } else {
        let dry = DryRun::over(service, &hex(&plan.program.hash));
        rows::all(&plan, bank, (&dry, dry.service(), stamp))?
    };
    if run.out.json {
        run.out.document(&report::document(&plan, &done))?;
    } else {
        run.out.text(&report::lines(&plan, &done, run.out.lang))?;
    }
    Ok(done.iter().map(|done| report::exit(&done.played.ended)).fold(Exit::Done, Exit::worst))
}

/// Whether this operator may run it, with this clock.
fn permitted(program: &Macro, role: Role, fixed: bool) -> Result<(), Failure> {
    if let Some(wanted) = program.limits.role.filter(|wanted| *wanted != role) {
        let message =
            Message::new(id::ROLE_OTHER).with("wanted", role_name(wanted)).with("role", role_name(role));
        return Err(Failure::new(Exit::NotPermitted, "not_permitted", message));
    }
    if program.advances() && !fixed {
        return Err(Failure::usage("needs_now", Message::new(id::ADVANCE_REAL)));
    }
    Ok(())
}

fn role_name(role: Role) -> String {
    // as macros and the contract write it
    serde_json::to_value(role).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}

fn from_row(run: &Run<'_>, rows: usize) -> Result<usize, Failure> {
    match run.matches.get_one::<String>("from-row") {
        Some(word) => {
            let most = u64::try_from(rows.max(1)).unwrap_or(u64::MAX);
            Ok(usize::try_from(parse::count("--from-row", word, most)?).unwrap_or(1))
        }
        None => Ok(1),
    }
}

fn size(run: &Run<'_>) -> Result<(u16, u16), Failure> {
    run.matches.get_one::<String>("size").map_or(Ok(SIZE_DEFAULT), |word| parse::size(word))
}

/// One trace a run, before its first row.
fn trace(bank: &Bank, service: &Service, plan: &Plan<'_>) -> Result<(), Failure> {
    let run = MacroRun {
        name: plan.program.name().to_owned(),
        hash: hex(&plan.program.hash),
        rows: plan.left(&[]),
        commits: plan.commit,
    };
    Ok(keep_run(service.store.as_ref(), service.stamp.as_ref(), bank.caller(), &run)?)
}
