//! What an import says when it is done or refused.

use std::{collections::BTreeMap, fmt::Write as _, str::FromStr};

use serde_json::{Number, Value, json};

use crate::{
    domain::rate::ExchangeRate,
    front::{
        cli::Run,
        outcome::{Exit, Failure},
    },
    intake::{Reject, Tally},
    service::import::ImportReport,
    text::{Lang, Message, amount, ids::cli as id, safe},
    time::Day,
};

/// Rejects and notes that people are shown; `--json` and `--rejects` give the others.
const SHOWN_MAX: usize = 10;

/// A run that came to its end.
pub(super) fn done(
    run: &Run<'_>,
    report: &ImportReport,
    rates: &[ExchangeRate],
    skipped: &[String],
    seconds: &str,
) -> Result<Exit, Failure> {
    if run.out.json {
        let notes: Vec<Value> = report
            .notes
            .kept
            .iter()
            .map(|note| json!({ "note": note, "message": note.message().said() }))
            .collect();
        run.out.document(&json!({
            "files": report.files,
            "skipped": skipped,
            "rejects": rejects(&report.rejects, run.out.lang),
            "rejected": report.rejected(),
            "totals": all_totals(report, rates),
            "notes": notes,
            "note_counts": report.notes.counts,
            "written": report.written,
            "seconds": Number::from_str(seconds).ok(),
        }))?;
    } else {
        run.out.text(&lines(report, rates, (skipped, seconds), run.out.lang))?;
    }
    Ok(Exit::Done)
}

/// Nothing was written: the files as wholes, or under `--strict` some rows, are not fit.
pub(super) fn refused(
    run: &Run<'_>,
    found: &[Reject],
    all: usize,
    skipped: &[String],
) -> Result<Exit, Failure> {
    let message = Message::new(id::IMPORT_REFUSED).with("count", all);
    unfit(run, ("import_refused", message), (found, all), skipped)
}

/// A file ceased to be readable on the way.
pub(super) fn stopped(run: &Run<'_>, report: &ImportReport, skipped: &[String]) -> Result<Exit, Failure> {
    let all = usize::try_from(report.rejected()).unwrap_or(usize::MAX);
    unfit(run, ("import_stopped", Message::new(id::IMPORT_STOPPED)), (&report.rejects, all), skipped)
}

fn unfit(
    run: &Run<'_>,
    (code, message): (&'static str, Message),
    (found, all): (&[Reject], usize),
    skipped: &[String],
) -> Result<Exit, Failure> {
    if run.out.json {
        run.out.document(&json!({
            "error": { "code": code, "message": message.said() },
            "rejects": rejects(found, run.out.lang),
            "rejected": all,
            "skipped": skipped,
        }))?;
        return Ok(Exit::Usage);
    }
    let mut failure = Failure::usage(code, message);
    failure.more.lines = reject_lines(found, all, run.out.lang);
    failure.more.lines.extend(skipped_line(skipped, run.out.lang));
    Err(failure)
}

fn rejects(found: &[Reject], lang: Lang) -> Vec<Value> {
    found.iter().map(|reject| reject_value(reject, lang)).collect()
}

fn reject_value(reject: &Reject, lang: Lang) -> Value {
    json!({
        "file": reject.file,
        "line": reject.line,
        "field": reject.field,
        "value": reject.value,
        "code": reject.code,
        "reason": reject.reason.say(lang),
        "message": reject.reason.said(),
        "remedy": reject.remedy.said(),
        "caused_by": reject.caused_by.as_ref().map(|(file, line)| json!({ "file": file, "line": line })),
    })
}

/// Files in columns, then rejects, totals, notes and what to do next.
fn lines(
    report: &ImportReport,
    rates: &[ExchangeRate],
    (skipped, seconds): (&[String], &str),
    lang: Lang,
) -> String {
    let mut text = String::new();
    let head = [id::COLUMN_FILE, id::COLUMN_ROWS, id::COLUMN_ACCEPTED, id::COLUMN_REJECTED];
    let [file, rows, accepted, rejected] = head.map(|column| Message::new(column).say(lang));
    let _ = writeln!(text, "{file:<28}{rows:>12}{accepted:>12}{rejected:>12}");
    for file in &report.files {
        let number = |count: u64| amount::whole(i64::try_from(count).unwrap_or(i64::MAX), lang);
        let name = safe::clip(&safe::line(&file.file), 27);
        let pad = " ".repeat(28_usize.saturating_sub(safe::cells(&name)));
        let (rows, accepted, rejected) = (number(file.rows), number(file.accepted), number(file.rejected));
        let _ = writeln!(text, "{name}{pad}{rows:>12}{accepted:>12}{rejected:>12}");
    }
    if let Some(line) = skipped_line(skipped, lang) {
        let _ = writeln!(text, "{line}");
    }
    let all = usize::try_from(report.rejected()).unwrap_or(usize::MAX);
    for line in reject_lines(&report.rejects, all, lang) {
        let _ = writeln!(text, "{line}");
    }
    let seconds = match lang {
        Lang::Tr => seconds.replace('.', ","),
        Lang::En => seconds.to_owned(),
    };
    for message in totals(report, rates, &seconds) {
        let _ = writeln!(text, "{}", message.say(lang));
    }
    text
}

/// For scripts, with the rates that were imported.
fn all_totals(report: &ImportReport, rates: &[ExchangeRate]) -> Value {
    let mut totals = json!(report.totals);
    if let (false, Value::Object(fields)) = (rates.is_empty(), &mut totals) {
        fields.insert("rates".to_owned(), json!(rates));
    }
    totals
}

/// Each day with the number of its currencies.
fn rate_days(rates: &[ExchangeRate]) -> Vec<Message> {
    let mut days: BTreeMap<Day, usize> = BTreeMap::new();
    for rate in rates {
        *days.entry(rate.day).or_default() += 1;
    }
    let said = |(day, count)| Message::new(id::IMPORT_RATES).with("day", day).with("count", count);
    days.into_iter().map(said).collect()
}

fn totals(report: &ImportReport, rates: &[ExchangeRate], seconds: &str) -> Vec<Message> {
    let totals = &report.totals;
    let mut said = rate_days(rates);
    if said.is_empty() {
        said.push(
            Message::new(id::IMPORT_TOTALS)
                .with("customers", totals.customers)
                .with("accounts", totals.accounts)
                .with("cards", totals.cards),
        );
    }
    let sums: [(_, &Tally); 3] = [
        (id::IMPORT_LOANS, &totals.loans),
        (id::IMPORT_ORDERS, &totals.orders),
        (id::IMPORT_TRANSACTIONS, &totals.transactions),
    ];
    for (sentence, tally) in sums.into_iter().filter(|(_, tally)| tally.count > 0) {
        let message = Message::new(sentence).with("count", tally.count);
        said.push(match tally.sum {
            Some(sum) => message.with("sum", sum),
            None => message.with("sum", "?"),
        });
    }
    let counts = report.notes.counts;
    if counts.balance_differs + counts.negative > 0 {
        said.push(
            Message::new(id::IMPORT_NOTES)
                .with("differs", counts.balance_differs)
                .with("negative", counts.negative),
        );
    }
    let taken = report.files.iter().any(|file| file.accepted > 0);
    let end = match (report.written, taken) {
        (0, _) => id::IMPORT_NOTHING_NEW,
        (_, true) => id::IMPORT_DONE,
        // that a table came is kept, even one without a good row
        (_, false) => id::IMPORT_NONE_TAKEN,
    };
    said.push(Message::new(end).with("seconds", seconds));
    if totals.customers > 0 {
        said.push(Message::new(id::IMPORT_NEXT));
    }
    said
}

/// Hidden files of the folders, which are not read.
fn skipped_line(skipped: &[String], lang: Lang) -> Option<String> {
    let names: Vec<String> = skipped.iter().take(SHOWN_MAX).map(|name| safe::line(name)).collect();
    let more = if skipped.len() > SHOWN_MAX { " …" } else { "" };
    let names = format!("{}{more}", names.join(", "));
    let message = Message::new(id::IMPORT_SKIPPED).with("names", names);
    (!skipped.is_empty()).then(|| message.say(lang))
}

/// `cards.csv:12 limit "-5": why. What would be right.`
fn reject_lines(found: &[Reject], all: usize, lang: Lang) -> Vec<String> {
    let mut lines: Vec<String> =
        found.iter().take(SHOWN_MAX).map(|reject| reject_line(reject, lang)).collect();
    if all > lines.len() {
        let more = all - lines.len();
        lines.push(Message::new(id::IMPORT_MORE_REJECTS).with("count", more).say(lang));
    }
    lines
}

fn reject_line(reject: &Reject, lang: Lang) -> String {
    let mut place = safe::line(&reject.file);
    if let Some(line) = reject.line {
        let _ = write!(place, ":{line}");
    }
    if let Some(field) = &reject.field {
        let _ = write!(place, " {}", safe::line(field));
    }
    if let Some(value) = &reject.value {
        let _ = write!(place, " \"{}\"", safe::line(value));
    }
    format!("{place}: {} {}", reject.reason.say(lang), reject.remedy.say(lang))
}
