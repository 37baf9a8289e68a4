//! `tekil decide CUSTOMER`: what to offer, what is held and why. The touchpoint changes nothing of it.

use std::fmt::Write as _;

use clap::Command;
use serde_json::json;

use super::{Run, offers, parse, words};
use crate::{
    domain::channel::Touchpoint,
    front::{
        bank::{Bank, unexpected},
        outcome::{Exit, Failure},
    },
    request::{Answer, Decision, Request, offers::Entry},
    text::{Lang, Message, ids::cli as id, safe},
};

pub(super) const NAME: &str = "decide";

pub(super) fn words(lang: Lang) -> Command {
    words::command(NAME, words::shown(id::SHAPE_CUSTOMER, lang), id::DECIDE_ABOUT, lang)
        .arg(words::word("customer", words::say(id::VALUE_CUSTOMER, lang), id::WORD_CUSTOMER, lang))
        .arg(words::option("touchpoint", words::say(id::VALUE_NAME, lang), id::SHOW_TOUCHPOINT, lang))
}

pub(super) fn run(run: &Run<'_>) -> Result<Exit, Failure> {
    let customer = parse::customer(parse::word(run.matches, "customer"))?;
    let touchpoint = match run.matches.get_one::<String>("touchpoint") {
        Some(name) => parse::touchpoint(name)?,
        None => Touchpoint::default(),
    };
    let bank = Bank::open_filled(run.settings, run.out)?;
    let Answer::Decision(decision) = bank.ask(touchpoint, Request::Decide { customer })? else {
        return Err(unexpected());
    };
    if run.out.json {
        let parts = offers::parts(&decision.offers);
        run.out.document(&json!({
            "customer": decision.customer,
            "version": decision.version,
            "policy": decision.published.policy,
            "model": decision.published.model,
            "offers": parts.offers,
            "held": parts.held,
            "sales": parts.sales,
        }))?;
    } else {
        run.out.text(&lines(&decision, run.out.lang))?;
    }
    bank.close()?;
    Ok(Exit::Done)
}

/// The note, the offers by rank, service, what is held, and what it was decided with.
fn lines(decision: &Decision, lang: Lang) -> String {
    let offers = &decision.offers;
    let mut text = String::new();
    let head = Message::new(id::DECIDE_HEAD)
        .with("customer", decision.customer.to_string())
        .with("offered", offers.lines.len())
        .with("candidates", offers.candidates);
    let _ = writeln!(text, "{}", head.say(lang));
    if let Some(note) = &offers.note {
        let _ = writeln!(text, " {}", note.of(lang));
    }
    for entry in offers.entries() {
        let line = match entry {
            Entry::Offer(line) => line,
            Entry::Service(line) => {
                let _ = writeln!(text, " ▸ {}", safe::line(line.text.of(lang)));
                continue;
            }
        };
        let percent = i64::from((line.propensity_permille + 5) / 10);
        let accept = Message::new(id::DECIDE_ACCEPT).with("percent", percent);
        let (name, terms) = (safe::line(line.name.of(lang)), safe::line(line.terms.of(lang)));
        let _ = writeln!(text, " {} {name} · {terms} · {}  ({})", line.rank, accept.say(lang), line.id);
        let _ = writeln!(text, "     {}", safe::line(line.why.of(lang)));
        if let Some(unsaid) = &line.unsaid {
            let _ = writeln!(text, "     {}", safe::line(unsaid.of(lang)));
        }
    }
    for line in &offers.held {
        let (name, why) = (safe::line(line.name.of(lang)), safe::line(line.why.of(lang)));
        let _ = writeln!(text, " – {name}: {why}  ({})", line.id);
    }
    let decided = Message::new(id::WHY_DECIDED)
        .with("policy", super::why::short(&decision.published.policy))
        .with("model", decision.published.model);
    let _ = writeln!(text, "{}", decided.say(lang));
    text
}
