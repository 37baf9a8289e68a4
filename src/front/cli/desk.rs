//! `tekil [desk] [CUSTOMER]`: the start. An empty store is filled with the invented sample first.

use clap::Command;
use serde_json::json;

use super::{
    Run,
    import::loading,
    parse,
    show::{self, Look},
    words,
};
use crate::{
    domain::CustomerNo,
    front::{
        bank::{self, Bank},
        opening,
        outcome::{Exit, Failure},
        output::Output,
    },
    intake::{self, Layout},
    service::meta::StoreKind,
    text::{Lang, Message, MessageId, ids::cli as id},
};

pub(super) const NAME: &str = "desk";

/// Commands to try next, with what they do.
const NEXT: [(&str, MessageId); 5] = [
    ("tekil show {customer} --touchpoint branch", id::NEXT_BRANCH),
    ("tekil show {customer} --json", id::NEXT_JSON),
    ("tekil import warehouse DIR", id::NEXT_IMPORT),
    ("tekil verify", id::NEXT_VERIFY),
    ("tekil --help", id::NEXT_HELP),
];

pub(super) fn words(lang: Lang) -> Command {
    words::command(NAME, words::shown(id::SHAPE_DESK, lang), id::DESK_ABOUT, lang)
        .arg(words::word("customer", "CUSTOMER", id::WORD_CUSTOMER, lang).required(false))
}

pub(super) fn run(run: &Run<'_>) -> Result<Exit, Failure> {
    let named = match run.matches.try_get_one::<String>("customer") {
        Ok(Some(word)) => Some(parse::customer(word)?),
        _ => None,
    };
    let authored = bank::authored(run.settings)?;
    let (store, first) = match opening::open_filled(&run.settings.store, run.out) {
        Ok(store) => (store, None),
        Err(failure) if failure.code == opening::EMPTY && authored.identity.kind == StoreKind::Demo => {
            let files = intake::sample();
            let (store, first) = loading::fill(run, &authored, Layout::Warehouse, &files)?;
            (store, Some(first))
        }
        Err(failure) => return Err(failure),
    };
    let bank = Bank::of(store, authored, run.settings)?;
    answer(run, &bank, first.is_some(), named.or(first.flatten()))?;
    bank.close()?;
    Ok(Exit::Done)
}

fn answer(run: &Run<'_>, bank: &Bank, filled: bool, shown: Option<CustomerNo>) -> Result<(), Failure> {
    let out = run.out;
    let path = run.settings.store.display().to_string();
    let example = match shown {
        Some(customer) => Some(customer),
        None => bank.customers(1)?.first().copied(),
    };
    if out.json {
        let screen = match shown {
            Some(customer) => Some(show::ask(bank, customer, Look::DEFAULT)?),
            None => None,
        };
        let commands: Vec<String> = NEXT.iter().map(|(line, _)| fitted(line, example)).collect();
        return out.document(&json!({
            "store": path, "filled": filled, "screen": screen, "next": commands,
        }));
    }
    if filled {
        out.lines(&[Message::new(id::DESK_FILLED).with("path", path.as_str())])?;
    }
    match shown {
        Some(customer) => {
            show::print(bank, out, customer, Look::DEFAULT)?;
            out.lines(&[Message::new(id::DESK_NEXT)])?;
        }
        None => out.lines(&[Message::new(id::DESK_READY).with("path", path)])?,
    }
    next(out, example)
}

fn next(out: Output, customer: Option<CustomerNo>) -> Result<(), Failure> {
    let lines: String = NEXT
        .iter()
        .map(|(line, meaning)| {
            let meaning = Message::new(meaning.clone()).say(out.lang);
            format!("  {:<42}{meaning}\n", fitted(line, customer))
        })
        .collect();
    out.text(&lines)
}

/// A command line with a customer's number in it.
fn fitted(line: &str, customer: Option<CustomerNo>) -> String {
    let number = customer.map_or_else(|| "CUSTOMER".to_owned(), |customer| customer.to_string());
    line.replace("{customer}", &number)
}
