//! `tekil [desk] [CUSTOMER]`: the start. An empty store is filled with the demo bank first.

use std::fmt::Write as _;

use clap::Command;
use serde_json::json;

use super::{
    Run, aloud, demo, parse,
    show::{self, Look},
    words,
};
use crate::{
    domain::{CustomerNo, channel::Touchpoint},
    front::{
        bank::{self, Bank, unexpected},
        keymaps,
        local::{self, Ends},
        opening,
        outcome::{Exit, Failure},
        settings::TOUCHPOINT,
    },
    request::{Answer, Request},
    service::{self, meta::StoreKind},
    text::{Lang, Message, MessageId, ids::cli as id},
};

pub(super) const NAME: &str = "desk";

/// Commands to try next, with what they do.
const NEXT: [(&str, MessageId); 6] = [
    ("tekil show {customer} --touchpoint branch", id::NEXT_BRANCH),
    ("tekil why {customer} alert {alert}", id::NEXT_WHY),
    ("tekil show {customer} --json", id::NEXT_JSON),
    ("tekil import warehouse DIR", id::NEXT_IMPORT),
    ("tekil verify", id::NEXT_VERIFY),
    ("tekil --help", id::NEXT_HELP),
];

/// The same for who reads lines.
const NEXT_PLAIN: [(&str, MessageId); 4] = [
    ("tekil show {customer} --plain", id::NEXT_PLAIN),
    ("tekil show {customer} --list transactions", id::NEXT_LIST),
    ("tekil find NAME --plain", id::NEXT_FIND),
    ("tekil --help", id::NEXT_HELP),
];

pub(super) fn words(lang: Lang) -> Command {
    words::command(NAME, words::shown(id::SHAPE_DESK, lang), id::DESK_ABOUT, lang)
        .arg(
            words::word("customer", words::say(id::VALUE_CUSTOMER, lang), id::WORD_CUSTOMER, lang)
                .required(false),
        )
        .arg(words::option(TOUCHPOINT, words::say(id::VALUE_NAME, lang), id::DESK_TOUCHPOINT, lang))
        .arg(words::flag("plain", id::DESK_ALOUD, lang))
}

pub(super) fn run(run: &Run<'_>) -> Result<Exit, Failure> {
    let named = match run.matches.try_get_one::<String>("customer") {
        Ok(Some(word)) => Some(parse::customer(word)?),
        _ => None,
    };
    // a keymap that cannot be used is a wrong use, whether or not somebody is at the keys
    keymaps::load(run.settings.keymap.as_deref())?;
    let ends = local::ends();
    let plain = matches!(run.matches.try_get_one::<bool>("plain"), Ok(Some(true)));
    if !run.out.json && !plain && ends == Ends::Screen {
        return workstation(run, named);
    }
    let authored = bank::authored(run.settings)?;
    let (store, filled, first) = match opening::open_filled(&run.settings.store, run.out) {
        Ok(store) if service::demo::is_unfinished(&store)? => {
            store.close()?;
            return Err(demo::unfinished(&run.settings.store.display().to_string()));
        }
        Ok(store) => (store, false, None),
        Err(failure) if failure.code == opening::EMPTY && authored.identity.kind == StoreKind::Demo => {
            let (store, first) = demo::fill_empty(run, &authored)?;
            (store, true, first)
        }
        Err(failure) => return Err(failure),
    };
    let bank = Bank::of(store, authored, run.settings)?;
    if plain && !run.out.json && named.is_none() {
        let Answer::Work(work) = bank.ask(Touchpoint::default(), Request::Work)? else {
            return Err(unexpected());
        };
        run.out.text(&aloud::work(&work, run.out.lang))?;
    }
    let shown = match named.or(first) {
        Some(customer) => Some(customer),
        None => bank.stories()?.first().map(|story| story.customer),
    };
    if plain && !run.out.json {
        if let Some(customer) = named {
            show::print(&bank, run.out, customer, Look::PLAIN)?;
        }
        let steps = Steps { customer: shown, again: run.settings.again.clone(), alert: None, plain };
        run.out.text(&steps.text(run.out.lang))?;
        bank.close()?;
        return Ok(Exit::Done);
    }
    answer(run, &bank, filled, (shown, &ends))?;
    bank.close()?;
    Ok(Exit::Done)
}

/// The workstation; an empty store is filled first, or as soon as it turns out to be empty.
fn workstation(run: &Run<'_>, named: Option<CustomerNo>) -> Result<Exit, Failure> {
    let open = |notice| local::run(run.settings, run.out.lang, named, notice);
    let opened = opening::refuse_absent(&run.settings.store)
        .and_then(|()| opening::await_owner(&run.settings.store))
        .and_then(|()| open(None));
    match opened {
        Err(failure) if failure.code == opening::EMPTY => {
            let authored = bank::authored(run.settings)?;
            if authored.identity.kind != StoreKind::Demo {
                return Err(failure);
            }
            let (store, _) = demo::fill_empty(run, &authored)?;
            store.close()?;
            let path = run.settings.store.display().to_string();
            open(Some(Message::new(id::DESK_FILLED).with("path", path)))
        }
        ended => ended,
    }
}

fn answer(
    run: &Run<'_>,
    bank: &Bank,
    filled: bool,
    (shown, ends): (Option<CustomerNo>, &Ends),
) -> Result<(), Failure> {
    let out = run.out;
    let path = run.settings.store.display().to_string();
    let look = Look::of_ends(ends).at(bank.caller().touchpoint);
    let screen = shown.map(|customer| show::ask(bank, customer, look)).transpose()?;
    let steps = Steps {
        customer: match shown {
            Some(customer) => Some(customer),
            None => bank.customers(1)?.first().copied(),
        },
        again: run.settings.again.clone(),
        alert: screen.iter().flat_map(|screen| &screen.alerts).map(|alert| alert.id.clone()).next(),
        plain: false,
    };
    if out.json {
        let commands: Vec<String> = steps.lines().map(|(line, _)| line).collect();
        return out.document(&json!({
            "store": path,
            "filled": filled,
            "screen": screen.as_deref().map(show::document),
            "next": commands,
        }));
    }
    if filled {
        out.lines(&[Message::new(id::DESK_FILLED).with("path", path.as_str())])?;
    }
    match &screen {
        Some(screen) => out.text(&look.draw(screen, out.lang))?,
        None => out.lines(&[Message::new(id::DESK_READY).with("path", path)])?,
    }
    let workstation = match ends {
        Ends::Lines(term) => Message::new(id::DESK_PLAIN)
            .with("term", if term.is_empty() { "\"\"" } else { term.as_str() })
            .with("customer", steps.number()),
        Ends::Screen | Ends::Pipe => {
            Message::new(id::DESK_WORKSTATION).with("again", run.settings.again.as_str())
        }
    };
    out.lines(&[workstation, Message::new(id::DESK_NEXT)])?;
    out.text(&steps.text(out.lang))
}

/// What to try next, about this customer and alert.
struct Steps {
    customer: Option<CustomerNo>,
    alert: Option<String>,
    /// The options that name the bank.
    again: String,
    /// Those that print lines to be read aloud.
    plain: bool,
}

impl Steps {
    /// The customer they are about.
    fn number(&self) -> String {
        self.customer.map_or_else(|| "CUSTOMER".to_owned(), |customer| customer.to_string())
    }

    /// Command lines with what they do; one about an alert only where there is one.
    fn lines(&self) -> impl Iterator<Item = (String, MessageId)> {
        let number = self.number();
        let next = if self.plain { NEXT_PLAIN.to_vec() } else { NEXT.to_vec() };
        next.into_iter().filter_map(move |(line, meaning)| {
            let line = line.replace("{customer}", &number);
            let line = if line.ends_with("--help") { line } else { line + &self.again };
            match &self.alert {
                Some(alert) => Some((line.replace("{alert}", alert), meaning)),
                None if line.contains("{alert}") => None,
                None => Some((line, meaning)),
            }
        })
    }

    fn text(&self, lang: Lang) -> String {
        let lines: Vec<_> = self.lines().collect();
        let width = lines.iter().map(|(line, _)| line.chars().count()).max().unwrap_or(0);
        lines.into_iter().fold(String::new(), |mut text, (line, meaning)| {
            let meaning = Message::new(meaning).say(lang);
            let _ = writeln!(text, "  {line:<width$}  {meaning}");
            text
        })
    }
}
