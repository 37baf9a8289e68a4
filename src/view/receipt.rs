//! A receipt as text: what the customer takes home, on paper 80 cells wide.

use crate::{
    domain::{
        flow_run::{DEMO_RECORD, Evidence},
        receipt::{LegState, Receipt, ReceiptLeg},
    },
    money::{Currency, Money},
    request::mask,
    text::{Lang, Message, amount, date, ids::saga as id, safe, spelled},
};

/// Cells of a line.
const WIDTH: usize = 80;
/// Where the lines of a leg begin.
const INDENT: usize = 5;

/// The lines of a receipt.
#[must_use]
pub fn lines(receipt: &Receipt, lang: Lang) -> Vec<String> {
    let say = |message: Message| message.say(lang);
    let mut lines = vec![
        both(&say(Message::new(id::RECEIPT_HEAD).with("no", receipt.no.to_string())), &copy(receipt, lang)),
        receipt.title.of(lang).to_owned(),
        String::new(),
        say(Message::new(id::RECEIPT_CUSTOMER).with("number", mask::customer(receipt.customer))),
        say(Message::new(id::RECEIPT_MADE)
            .with("at", date::moment(receipt.at))
            .with("maker", receipt.maker.0.as_str())),
    ];
    if let Some(checker) = &receipt.checker {
        lines.push(say(Message::new(id::RECEIPT_CHECKED).with("checker", checker.0.as_str())));
    }
    lines.push(say(evidence(&receipt.evidence)));
    if let Some(reason) = &receipt.reason {
        lines.push(say(Message::new(id::RECEIPT_WHY).with("reason", reason.as_str())));
    }
    if let Some(no) = receipt.reverses {
        lines.push(say(Message::new(id::RECEIPT_REVERSES).with("no", no.to_string())));
    }
    if let Some(no) = receipt.reversed_by {
        lines.push(say(Message::new(id::RECEIPT_REVERSED_BY).with("no", no.to_string())));
    }
    for (number, leg) in (1_usize..).zip(&receipt.legs) {
        lines.push(String::new());
        lines.extend(leg_lines(number, leg, lang));
    }
    lines.extend(stays(receipt, lang));
    lines.iter().flat_map(|line| wrapped(&safe::line(line))).collect()
}

/// From the second time on it is a copy.
fn copy(receipt: &Receipt, lang: Lang) -> String {
    match receipt.printed {
        0 | 1 => String::new(),
        printed => Message::new(id::RECEIPT_COPY).with("number", i64::from(printed - 1)).say(lang),
    }
}

fn evidence(evidence: &Evidence) -> Message {
    match evidence {
        Evidence::Spoken { record } if record == DEMO_RECORD => Message::new(id::RECEIPT_DEMO),
        Evidence::Spoken { record } => Message::new(id::RECEIPT_SPOKEN).with("record", record.as_str()),
        Evidence::Order { order } => Message::new(id::RECEIPT_ORDER).with("order", order.to_string()),
        Evidence::Bank => Message::new(id::RECEIPT_BANK),
    }
}

fn leg_lines(number: usize, leg: &ReceiptLeg, lang: Lang) -> Vec<String> {
    let mark = match leg.state {
        LegState::Done | LegState::Reversed => "\u{2713}",
        LegState::Refused => "\u{2717}",
        LegState::NotDone | LegState::Waiting => "\u{2013}",
    };
    let head = format!("{number}  {}", leg.name.of(lang));
    let mut lines = vec![both(&head, &format!("{mark} {}", leg.text.of(lang)))];
    for line in &leg.lines {
        let value = match (&line.money, &line.text) {
            (Some(money), _) => amount::with_currency(*money, lang),
            (None, Some(text)) => text.of(lang).to_owned(),
            (None, None) => String::new(),
        };
        lines.push(both(&format!("{:INDENT$}{}", "", line.label.of(lang)), &value));
    }
    if let Some(sum) = sum(leg.lines.iter().filter_map(|line| line.money)) {
        let total = format!("{:INDENT$}{}", "", Message::new(id::RECEIPT_TOTAL).say(lang));
        lines.push(both(&total, &amount::with_currency(sum, lang)));
        lines.push(format!("{:INDENT$}{}", "", in_words(sum, lang)));
    }
    lines
}

/// What all legs together left on the current account.
fn stays(receipt: &Receipt, lang: Lang) -> Vec<String> {
    let amounts = receipt.legs.iter().flat_map(|leg| &leg.lines).filter_map(|line| line.money);
    let Some(sum) = sum(amounts).filter(|_| receipt.legs.len() > 1) else { return Vec::new() };
    // what a reversal takes from the account is no rest
    let (label, sum) = match (receipt.reverses, sum.negated()) {
        (Some(_), Ok(taken)) => (id::RECEIPT_TAKEN, taken),
        (_, _) => (id::RECEIPT_STAYS, sum),
    };
    let label = Message::new(label).say(lang);
    vec![String::new(), both(&label, &amount::with_currency(sum, lang)), in_words(sum, lang)]
}

/// `Yalnız beşyüzbin Türk lirası`: the words are of the amount, its sign stands in the column.
fn in_words(sum: Money, lang: Lang) -> String {
    Message::new(id::RECEIPT_WORDS).with("words", spelled::money(sum, lang)).say(lang)
}

/// The lira of some lines; `None` where there are none, or they do not fit.
fn sum(amounts: impl Iterator<Item = Money>) -> Option<Money> {
    let mut lira = amounts.filter(|money| money.currency == Currency::TRY);
    let first = lira.next()?;
    lira.try_fold(first, |sum, money| sum.plus(money).ok())
}

/// One text at the left, one at the right; under each other where they do not fit.
fn both(left: &str, right: &str) -> String {
    let (wide, room) = (safe::cells(left) + safe::cells(right), WIDTH);
    match room.checked_sub(wide).filter(|gap| *gap > 0) {
        Some(_) if right.is_empty() => left.to_owned(),
        Some(gap) => format!("{left}{:gap$}{right}", ""),
        None => format!("{left} {right}"),
    }
}

/// Cut at words, the rest at the same place.
fn wrapped(line: &str) -> Vec<String> {
    if safe::cells(line) <= WIDTH {
        return vec![line.to_owned()];
    }
    let indent: String = line.chars().take_while(|letter| *letter == ' ').collect();
    let (mut lines, mut open) = (Vec::new(), indent.clone());
    for word in line.split_whitespace() {
        for part in pieces(word, WIDTH - safe::cells(&indent)) {
            let gap = usize::from(safe::cells(&open) > safe::cells(&indent));
            if safe::cells(&open) + gap + safe::cells(&part) > WIDTH {
                lines.push(std::mem::replace(&mut open, indent.clone()));
            } else if gap == 1 {
                open.push(' ');
            }
            open.push_str(&part);
        }
    }
    lines.push(open);
    lines
}

/// A word that is longer than a line, in parts: amounts in words have no gaps.
fn pieces(word: &str, room: usize) -> Vec<String> {
    let mut parts = vec![String::new()];
    for letter in safe::letters(word) {
        match parts.last_mut() {
            Some(last) if safe::cells(last) + safe::cells(letter) <= room => last.push_str(letter),
            Some(_) | None => parts.push(letter.to_owned()),
        }
    }
    parts
}

#[cfg(test)]
mod tests;
