//! `tekil flow run FLOW`: a flow without a screen. Without `--commit` it is filled and priced, and says what
//! would be posted; `--quote ID --commit` posts exactly that or nothing.

use std::fmt::Write as _;

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};

use super::{ask, document, exit_of, say, ulid};
use crate::{
    domain::{QuoteId, Refusal, SignedOrderId, receipt::LegState},
    flow::{FieldFault, Next, Plan, Run as Filled},
    front::{
        bank::{Bank, unexpected},
        cli::{Run, parse, words},
        outcome::{Exit, Failure},
    },
    request::{
        FlowAnswer, FlowRequest,
        flow::{FlowBegun, FlowDone, Yes},
    },
    text::{Lang, Message, date, ids::cli as id, safe},
};

/// Steps from screen to screen; no flow has so many.
const STEPS_MAX: usize = 16;

pub(in crate::front::cli) fn words(lang: Lang) -> Command {
    let (flow, customer) = (words::say(id::VALUE_FLOW, lang), words::say(id::VALUE_CUSTOMER, lang));
    let usage = format!("flow run {flow} --customer {customer}");
    words::command("run", &flow, id::FLOW_RUN_ABOUT, lang)
        .override_usage(words::usage(&usage, id::USAGE_COMMAND, lang))
        .arg(words::word("flow", flow, id::FLOW_DESCRIBE_FLOW, lang))
        .arg(words::option("customer", customer, id::WORD_CUSTOMER, lang))
        .arg(set_word(lang))
        .arg(words::option("quote", words::say(id::VALUE_QUOTE, lang), id::FLOW_RUN_QUOTE, lang))
        .arg(words::option("order", words::say(id::VALUE_ORDER, lang), id::FLOW_RUN_ORDER, lang))
        .arg(words::flag("commit", id::FLOW_RUN_COMMIT, lang))
}

/// Fields with their values, as often as given.
pub(in crate::front::cli) fn set_word(lang: Lang) -> Arg {
    words::option("set", words::say(id::VALUE_SET, lang), id::FLOW_RUN_SET, lang).action(ArgAction::Append)
}

pub(in crate::front::cli) fn run(run: &Run<'_>, matches: &ArgMatches) -> Result<Exit, Failure> {
    let quote = matches.get_one::<String>("quote").map(|word| ulid(word)).transpose()?.map(QuoteId);
    let commit = matches.get_flag("commit");
    if commit && quote.is_none() {
        return Err(Failure::usage("quote_missing", Message::new(id::FLOW_RUN_QUOTE_MISSING)));
    }
    let sets = sets(matches)?;
    if quote.is_some() && !sets.is_empty() {
        return Err(Failure::usage("set_late", Message::new(id::FLOW_RUN_SET_LATE)));
    }
    let bank = Bank::open_filled(run.settings, run.out)?;
    let begun = begun(&bank, matches, quote)?;
    named(&begun, matches)?;
    if let FlowAnswer::Done(made) = &begun {
        // posted before: the same answer again
        if let Some(failure) = taken_back(made) {
            return Err(failure);
        }
        out(run, &bank, made, (json!({}), &[]))?;
        bank.close()?;
        return Ok(exit_of(made));
    }
    let FlowAnswer::Begun(begun) = begun else { return Err(unexpected()) };
    let begun = *begun;
    if commit && begun.returned.is_some() && begun.price.is_none() {
        return Err(Refusal::ReadAgain.into());
    }
    let mut filled = open(&bank, begun)?;
    filled.set_all(&sets).map_err(fault)?;
    let yes = yes(matches)?;
    let exit = if let Some(quote) = quote.filter(|_| commit) {
        post(run, &bank, &filled, (quote, yes))?
    } else {
        price(run, &bank, &mut filled, &yes)?;
        Exit::Done
    };
    bank.close()?;
    Ok(exit)
}

/// `field=value`, as often as given.
///
/// # Errors
/// A word without a field.
pub(in crate::front::cli) fn sets(matches: &ArgMatches) -> Result<Vec<(String, String)>, Failure> {
    let mut sets: Vec<(String, String)> = Vec::new();
    for word in matches.get_many::<String>("set").into_iter().flatten() {
        let Some((field, value)) = word.split_once('=').filter(|(field, _)| !field.is_empty()) else {
            let message = Message::new(id::FLOW_RUN_BAD_SET).with("value", word.as_str());
            return Err(Failure::usage("bad_set", message));
        };
        if sets.iter().any(|(known, _)| known == field) {
            let message = Message::new(id::FLOW_RUN_SET_TWICE).with("field", field);
            return Err(Failure::usage("set_twice", message));
        }
        sets.push((field.to_owned(), value.to_owned()));
    }
    Ok(sets)
}

fn yes(matches: &ArgMatches) -> Result<Yes, Failure> {
    let Some(word) = matches.get_one::<String>("order") else { return Ok(Yes::Spoken) };
    let number = word
        .parse()
        .map_err(|_| Failure::usage("bad_id", Message::new(id::BAD_ID).with("value", word.as_str())))?;
    Ok(Yes::Order(SignedOrderId(number)))
}

fn begun(bank: &Bank, matches: &ArgMatches, quote: Option<QuoteId>) -> Result<FlowAnswer, Failure> {
    let request = if let Some(quote) = quote {
        FlowRequest::Quoted { quote }
    } else {
        let customer = matches
            .get_one::<String>("customer")
            .ok_or_else(|| Failure::usage("customer_missing", Message::new(id::FLOW_RUN_CUSTOMER_MISSING)))?;
        let flow = parse::word(matches, "flow").to_owned();
        FlowRequest::Begin { customer: parse::customer(customer)?, flow }
    };
    ask(bank, request)
}

/// A price is its customer's and its flow's: another one's answer is never given.
fn named(answer: &FlowAnswer, matches: &ArgMatches) -> Result<(), Failure> {
    let (customer, flow) = if let FlowAnswer::Begun(begun) = answer {
        (begun.work.customer, Some(begun.work.flow.as_str()))
    } else if let FlowAnswer::Done(made) = answer {
        match made.as_ref() {
            FlowDone::Posted { receipt, .. } => (receipt.customer, Some(receipt.flow.as_str())),
            FlowDone::Awaiting(line) | FlowDone::StillAwaiting(line) => (line.customer, None),
        }
    } else {
        return Err(unexpected());
    };
    let other = match matches.get_one::<String>("customer") {
        Some(word) => parse::customer(word)? != customer,
        None => false,
    };
    if other || flow.is_some_and(|flow| flow != parse::word(matches, "flow")) {
        return Err(Refusal::UnknownPrice.into());
    }
    Ok(())
}

/// The same pure run as on the screen.
pub(super) fn open(bank: &Bank, begun: FlowBegun) -> Result<Filled, Failure> {
    let service = bank.door();
    let flow = service.flows.get(&begun.work.flow).ok_or_else(unexpected)?;
    Ok(Filled::begin(flow.clone(), service.pack.clone(), begun))
}

fn fault(fault: FieldFault) -> Failure {
    Refusal::from(fault).into()
}

/// Fills it as far as the screen that commits, with a price that is held; what was sent back is priced anew.
///
/// # Errors
/// A field or the price is refused, or the signed order that is named is not for this.
fn price(run: &Run<'_>, bank: &Bank, filled: &mut Filled, yes: &Yes) -> Result<(), Failure> {
    for _ in 0..STEPS_MAX {
        if filled.commits() {
            break;
        }
        if filled.next().map_err(fault)? == Next::Price {
            let FlowAnswer::Priced(quote) = ask(bank, FlowRequest::Price { work: filled.work() })? else {
                return Err(unexpected());
            };
            filled.priced(quote);
        }
    }
    ask(bank, FlowRequest::Keep { work: filled.work() })?;
    let plan = filled.plan()?;
    let orders = filled.fitting_orders();
    if let Yes::Order(order) = yes
        && !orders.contains(order)
    {
        return Err(Refusal::OrderUnfit { order: *order }.into());
    }
    if run.out.json {
        let mut answer = head(filled);
        if let Value::Object(keys) = &mut answer {
            let orders: Vec<u64> = orders.iter().map(|order| order.0).collect();
            keys.insert("postings".to_owned(), json!(postings(&plan, plan.legs.len())));
            keys.insert("stays".to_owned(), json!(plan.stays));
            keys.insert("signed_orders".to_owned(), json!(orders));
            keys.insert("receipt".to_owned(), Value::Null);
            keys.insert("state".to_owned(), json!("priced"));
        }
        run.out.document(&answer)
    } else {
        run.out.text(&offered(run.out.lang, filled, &plan))
    }
}

/// What would be posted, and the price to post it with.
fn offered(lang: Lang, filled: &Filled, plan: &Plan) -> String {
    let mut text = String::new();
    for leg in &plan.legs {
        let _ = writeln!(text, "{}: {}", safe::line(leg.name.of(lang)), safe::line(leg.text.of(lang)));
        for line in &leg.lines {
            let value = line.money.map_or_else(
                || line.text.as_ref().map(|text| text.of(lang).to_owned()).unwrap_or_default(),
                |money| crate::text::amount::with_currency(money, lang),
            );
            let _ = writeln!(text, "  {}  {}", safe::line(line.label.of(lang)), safe::line(&value));
        }
    }
    if let Some(price) = filled.price() {
        let message = Message::new(id::FLOW_RUN_PRICED)
            .with("quote", price.id.to_string())
            .with("until", date::clock_seconds(price.until));
        let _ = writeln!(text, "{}", message.say(lang));
    }
    text
}

/// What every answer about a run begins with.
fn head(filled: &Filled) -> Value {
    json!({
        "flow": filled.flow().name,
        "screens": filled.steps(),
        "fields": fields(filled),
        "quote": filled.price().map(|price| json!({
            "id": price.id.to_string(),
            "until": price.until,
            "rates": price.rates,
            "funds": price.funds,
        })),
    })
}

fn fields(filled: &Filled) -> Value {
    filled.work().fields.into_iter().map(|(field, value)| (field, Value::String(value))).collect()
}

/// Account, side and amount of each line, in posting order.
fn postings(plan: &Plan, legs: usize) -> Vec<Value> {
    let lines = plan.legs.iter().take(legs).flat_map(|leg| leg.entries.iter().flatten());
    lines.map(|line| json!({ "account": line.account, "side": line.side, "money": line.money })).collect()
}

/// Posts exactly what the price was held for.
fn post(run: &Run<'_>, bank: &Bank, filled: &Filled, (quote, yes): (QuoteId, Yes)) -> Result<Exit, Failure> {
    let (work, seen) = (filled.work(), Box::new(filled.plan()?.digest));
    let FlowAnswer::Done(made) = ask(bank, FlowRequest::Submit { work, quote, yes, seen })? else {
        return Err(unexpected());
    };
    let posted = match made.as_ref() {
        FlowDone::Posted { receipt, .. } => {
            receipt.legs.iter().filter(|leg| leg.state == LegState::Done).count()
        }
        FlowDone::Awaiting(_) | FlowDone::StillAwaiting(_) => 0,
    };
    let postings = filled.plan().map(|plan| postings(&plan, posted)).unwrap_or_default();
    out(run, bank, &made, (head(filled), &postings))?;
    Ok(exit_of(&made))
}

/// Posted before and taken back since: it is not done.
fn taken_back(made: &FlowDone) -> Option<Failure> {
    let FlowDone::Posted { receipt, .. } = made else { return None };
    receipt.reversed_by?;
    let refusal = Refusal::AlreadyReversed { receipt: receipt.no };
    Some(Failure::from(refusal).hint(Message::new(id::RUN_REVERSED)))
}

fn out(
    run: &Run<'_>,
    bank: &Bank,
    made: &FlowDone,
    (head, postings): (Value, &[Value]),
) -> Result<(), Failure> {
    if !run.out.json {
        return say(run, bank, made);
    }
    let mut answer = document(made);
    if let (Value::Object(keys), Value::Object(head)) = (&mut answer, head) {
        keys.extend(head);
        keys.insert("postings".to_owned(), json!(postings));
    }
    run.out.document(&answer)
}
