//! `tekil outbox list`: orders to the core system, the newest first.

use std::fmt::Write as _;

use clap::Command;
use serde_json::json;

use super::{ask, done};
use crate::{
    domain::outbox::{OutboxOrder, OutboxState},
    front::{
        bank::{Bank, unexpected},
        cli::{Run, words},
        outcome::{Exit, Failure},
    },
    request::{FlowAnswer, FlowRequest, mask},
    text::{Lang, Message, MessageId, date, ids::cli as id, safe},
};

pub(in crate::front::cli) const NAME: &str = "outbox";

pub(in crate::front::cli) fn words(lang: Lang) -> Command {
    let list = words::command("list", "", id::OUTBOX_LIST_ABOUT, lang).override_usage(words::usage(
        "outbox list",
        id::USAGE_COMMAND,
        lang,
    ));
    words::command(NAME, "list", id::OUTBOX_ABOUT, lang)
        .subcommand_required(true)
        .subcommand_help_heading(words::say(id::HEADING_COMMANDS, lang))
        .subcommand(list)
}

pub(in crate::front::cli) fn run(run: &Run<'_>) -> Result<Exit, Failure> {
    let bank = Bank::open_filled(run.settings, run.out)?;
    let FlowAnswer::Outbox { open, lines } = ask(&bank, FlowRequest::Outbox)? else {
        return Err(unexpected());
    };
    if run.out.json {
        let orders: Vec<_> = lines.iter().map(document).collect();
        run.out.document(&json!({ "open": open, "orders": orders }))?;
    } else {
        let mut text = Message::new(id::OUTBOX_OPEN).with("count", open).say(run.out.lang) + "\n";
        for order in &lines {
            let state = Message::new(state(&order.state).1).say(run.out.lang);
            let number = mask::customer(order.customer);
            let _ = writeln!(
                text,
                "{}  {}  {number}  {}  {state}",
                order.id,
                date::moment(order.next),
                safe::line(&order.kind)
            );
        }
        run.out.text(&text)?;
    }
    done(bank)
}

/// A name for scripts and a word for people.
const fn state(state: &OutboxState) -> (&'static str, MessageId) {
    match state {
        OutboxState::Waiting => ("waiting", id::ORDER_WAITING),
        OutboxState::Acknowledged(_) => ("acknowledged", id::ORDER_ACKNOWLEDGED),
        OutboxState::Refused(_) => ("refused", id::ORDER_REFUSED),
        OutboxState::Dead => ("dead", id::ORDER_DEAD),
        OutboxState::Cancelled(_) => ("cancelled", id::ORDER_CANCELLED),
    }
}

fn document(order: &OutboxOrder) -> serde_json::Value {
    // a body that is no JSON is shown as it stands
    let body = serde_json::from_str(&order.body).unwrap_or_else(|_| json!(order.body));
    json!({
        "id": order.id.to_string(),
        "customer": order.customer,
        "request": order.request.to_string(),
        "kind": order.kind,
        "body": body,
        "attempts": order.attempts,
        "next": order.next,
        "state": state(&order.state).0,
    })
}
