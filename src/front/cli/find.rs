//! `tekil find TEXT`: customers by name, typos and all, or by any number of theirs.

use std::fmt::Write as _;

use clap::Command;
use serde_json::{Value, json};

use super::{Run, parse, words};
use crate::{
    domain::channel::Touchpoint,
    front::{
        bank::{Bank, unexpected},
        outcome::{Exit, Failure},
    },
    request::{
        Answer, Found, Request,
        find::{HITS_DEFAULT, HITS_MAX, Hit, Matched, is_number},
    },
    text::{
        Lang, Message, MessageId,
        ids::{cli, find as id},
        safe,
    },
};

pub(super) const NAME: &str = "find";

pub(super) fn words(lang: Lang) -> Command {
    words::command(NAME, words::shown(id::SHAPE, lang), id::ABOUT, lang)
        .arg(words::word("text", words::say(cli::VALUE_TEXT, lang), id::TEXT, lang).num_args(1..))
        .arg(words::option("limit", "N", id::LIMIT, lang))
        .arg(words::flag("plain", cli::SHOW_PLAIN, lang))
}

pub(super) fn run(run: &Run<'_>) -> Result<Exit, Failure> {
    let text: Vec<&str> =
        run.matches.get_many::<String>("text").into_iter().flatten().map(String::as_str).collect();
    let limit = match run.matches.get_one::<String>("limit") {
        Some(word) => parse::count("--limit", word, u64::try_from(HITS_MAX).unwrap_or(u64::MAX))?,
        None => u64::try_from(HITS_DEFAULT).unwrap_or(u64::MAX),
    };
    let limit = usize::try_from(limit).unwrap_or(HITS_DEFAULT);
    let bank = Bank::open_filled(run.settings, run.out)?;
    let text = text.join(" ");
    let request = Request::Find { text: text.clone(), limit, typing: false };
    let Answer::Found(found) = bank.ask(Touchpoint::default(), request)? else {
        return Err(unexpected());
    };
    if run.out.json {
        run.out.document(&found.hits.iter().map(value).collect::<Vec<_>>())?;
    } else {
        let plain = run.matches.get_flag("plain");
        run.out.text(&lines(&found, &text, (plain, run.out.lang)))?;
    }
    bank.close()?;
    Ok(if found.hits.is_empty() { Exit::Refused } else { Exit::Done })
}

fn value(hit: &Hit) -> Value {
    json!({
        "customer": hit.customer,
        "name": hit.name,
        "matched_on": hit.matched_on,
        "score": hit.score,
        "branch": hit.branch,
        "year": hit.year,
    })
}

/// One a line: the number to open it with, the masked name, and what fits; then how many there are. Plain ones have
/// no columns.
fn lines(found: &Found, text: &str, (plain, lang): (bool, Lang)) -> String {
    let count = |message| {
        Message::new(message).with("total", found.total).with("customers", found.customers).say(lang)
    };
    if found.hits.is_empty() {
        return count(if is_number(text) { id::NO_NUMBER } else { id::NOBODY }) + "\n";
    }
    let mut text = String::new();
    for hit in &found.hits {
        let name = hit.name.as_deref().map_or_else(|| Message::new(id::NAMELESS).say(lang), safe::line);
        let branch = hit.branch.as_deref().map(safe::line).unwrap_or_default();
        let year = hit.year.map(|year| year.to_string()).unwrap_or_default();
        let matched = Message::new(matched(hit.matched_on)).say(lang);
        let number = hit.customer.to_string();
        if plain {
            let by = Message::new(id::MATCHED_BY).with("what", matched).say(lang);
            let told = [name, number, branch, year, by];
            let told: Vec<String> = told.into_iter().filter(|one| !one.is_empty()).collect();
            let _ = writeln!(text, "{}", told.join(", "));
            continue;
        }
        let _ = writeln!(text, "{number:>10}  {name:<28}  {branch:<18}  {year:>4}  {matched}");
    }
    text + &count(id::COUNT) + "\n"
}

const fn matched(matched: Matched) -> MessageId {
    match matched {
        Matched::CustomerNo => id::MATCHED_NUMBER,
        Matched::NumberEnd => id::MATCHED_NUMBER_END,
        Matched::Identity => id::MATCHED_IDENTITY,
        Matched::Phone => id::MATCHED_PHONE,
        Matched::Iban => id::MATCHED_IBAN,
        Matched::Card => id::MATCHED_CARD,
        Matched::Name => id::MATCHED_NAME,
    }
}
