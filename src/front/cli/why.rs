//! `tekil why CUSTOMER alert|offer ID`: every value and rule an alert or an offer, shown or held, rests on.

use std::fmt::Write as _;

use clap::Command;

use super::{Run, parse, words};
use crate::{
    domain::{CustomerNo, channel::Touchpoint},
    front::{
        bank::{Bank, unexpected},
        outcome::{Exit, Failure},
    },
    request::{Answer, Explanation, Item, Request},
    text::{Lang, Message, ids::cli as id, safe},
};

pub(super) const NAME: &str = "why";

/// What can be explained.
const KINDS: [(&str, Make); 2] = [("alert", Item::Alert), ("offer", Item::Offer)];

type Make = fn(String) -> Item;

pub(super) fn words(lang: Lang) -> Command {
    words::command(NAME, words::shown(id::SHAPE_WHY, lang), id::WHY_ABOUT, lang)
        .arg(words::word("customer", words::say(id::VALUE_CUSTOMER, lang), id::WORD_CUSTOMER, lang))
        .arg(words::word("kind", "alert|offer", id::WHY_KIND, lang))
        .arg(words::word("id", words::say(id::VALUE_ID, lang), id::WHY_ID, lang))
        .arg(words::option("touchpoint", words::say(id::VALUE_NAME, lang), id::SHOW_TOUCHPOINT, lang))
        .arg(words::flag("plain", id::SHOW_PLAIN, lang))
}

pub(super) fn run(run: &Run<'_>) -> Result<Exit, Failure> {
    let customer = parse::customer(parse::word(run.matches, "customer"))?;
    let item = parse::one_of("why", parse::word(run.matches, "kind"), &KINDS)?;
    let asked = parse::word(run.matches, "id");
    let item = item(asked.to_owned());
    let touchpoint = match run.matches.get_one::<String>("touchpoint") {
        Some(name) => parse::touchpoint(name)?,
        None => Touchpoint::default(),
    };
    let bank = Bank::open_filled(run.settings, run.out)?;
    let answer = bank
        .ask(touchpoint, Request::Explain { customer, item: item.clone() })
        .map_err(|failure| point_to_ids(failure, customer, &item, &bank))?;
    let Answer::Explanation(explanation) = answer else {
        return Err(unexpected());
    };
    if run.out.json {
        run.out.document(&explanation)?;
    } else {
        let told = if run.matches.get_flag("plain") { aloud } else { lines };
        run.out.text(&told(&explanation, run.out.lang))?;
    }
    bank.close()?;
    Ok(if explanation.fired { Exit::Done } else { Exit::Refused })
}

/// Who names an item that is not there learns the nearest one, or where the names are.
fn point_to_ids(failure: Failure, customer: CustomerNo, item: &Item, bank: &Bank) -> Failure {
    if failure.code != "unknown_item" {
        return failure;
    }
    let (near, hint) = match item {
        Item::Alert(asked) => (bank.nearest_rule(asked), id::WHY_IDS),
        Item::Offer(asked) => (bank.nearest_offer(asked), id::WHY_OFFER_IDS),
    };
    failure.hint(match near {
        Some(near) => Message::new(id::NEAREST).with("word", near),
        None => Message::new(hint).with("customer", customer.to_string()),
    })
}

/// The sentence, then each condition in words and whether it holds, with what it saw; the rule as the pack writes it is
/// for eyes.
fn aloud(explanation: &Explanation, lang: Lang) -> String {
    let mut text = format!("{}\n", safe::line(explanation.text.of(lang)).replace(" · ", ", "));
    for evidence in &explanation.why {
        let held = Message::new(if evidence.held { id::ALOUD_HELD } else { id::ALOUD_NOT_HELD });
        let _ = writeln!(text, "{}", held.with("what", safe::line(evidence.said.of(lang))).say(lang));
        for (_, label, value) in &evidence.seen {
            let _ = writeln!(text, "{}: {}", label.of(lang), safe::line(value.of(lang)));
        }
    }
    text
}

/// The sentence, then each condition in words with what it saw, then the rule as the pack writes it and what it was
/// decided with.
fn lines(explanation: &Explanation, lang: Lang) -> String {
    let mut text = format!("{}  ({})\n", explanation.text.of(lang), safe::line(&explanation.item));
    for evidence in &explanation.why {
        let mark = if evidence.held { '✓' } else { '✗' };
        let _ = writeln!(text, " {mark} {}", safe::line(evidence.said.of(lang)));
        for (_, label, value) in &evidence.seen {
            let _ = writeln!(text, "     {}: {}", label.of(lang), value.of(lang));
        }
    }
    let rules: Vec<String> = explanation.why.iter().map(|evidence| safe::line(&evidence.condition)).collect();
    if !rules.is_empty() {
        let _ = writeln!(text, "{}", Message::new(id::WHY_RULE).with("rule", rules.join(" && ")).say(lang));
    }
    let decided = Message::new(id::WHY_DECIDED)
        .with("policy", short(&explanation.published.policy))
        .with("model", explanation.published.model);
    let _ = writeln!(text, "{}", decided.say(lang));
    text
}

/// Enough of a hash to tell packs apart by eye.
pub(super) fn short(hash: &str) -> String {
    hash.chars().take(12).collect()
}
