//! A receipt as text, as the customer takes it home.

use ratatui::buffer::Buffer;

use super::sheet::pieces;
use crate::{
    app::{Model, PaperPlace},
    domain::{
        flow_run::Evidence,
        receipt::{LegState, Receipt, ReceiptLine},
    },
    money::{Currency, Money},
    text::{Lang, Message, amount, date, ids::desk as id, safe, spelled},
    view::{
        flow::blocks::mark,
        model::{Cursor, last_rows},
        paint::Row,
        words,
    },
};

/// Columns of a receipt, whatever it is shown on.
const COLUMNS: usize = 72;
/// Where the names of lines and what belongs to them begin.
const LINE: usize = 4;
const VALUE: usize = 34;

/// Draws it; the cursor stands at its first line.
pub(in crate::view) fn draw(buffer: &mut Buffer, model: &Model, place: &PaperPlace) -> Cursor {
    let text = text(&place.receipt, model.lang);
    let lines: Vec<&str> = text.lines().collect();
    let rows = usize::from(buffer.area.height.saturating_sub(2));
    let first = place.from.min(lines.len().saturating_sub(rows));
    for (y, line) in (0..).zip(lines.iter().skip(first).take(rows)) {
        let mut row = Row::at(buffer, y);
        let columns = row.columns();
        row.put(1, columns, line);
    }
    last_rows(buffer, model, None);
    Some((1, 0))
}

/// A receipt in one language, [`COLUMNS`] wide. From the second print on it says that it is a copy.
#[must_use]
pub fn text(receipt: &Receipt, lang: Lang) -> String {
    let mut lines = head(receipt, lang);
    for (number, leg) in (1..).zip(&receipt.legs) {
        lines.push(String::new());
        let ended = format!("{} {}", mark(leg.state), leg.text.of(lang));
        lines.push(pair(&format!("{number}  {}", leg.name.of(lang)), &ended, 0));
        let said = leg.state == LegState::Done || leg.state == LegState::Reversed;
        lines.extend(leg.lines.iter().filter(|_| said).map(|line| self::line(line, lang)));
    }
    lines.push(String::new());
    lines.extend(in_words(receipt, lang));
    lines.push(pair(&words::say(id::PAPER_YES, lang), &evidence(&receipt.evidence, lang), 0));
    let entries: Vec<String> = receipt.entries.iter().map(ToString::to_string).collect();
    if !entries.is_empty() {
        let label = words::say(id::PAPER_ENTRIES, lang);
        let mut label = label.as_str();
        for piece in pieces(&entries.join(" "), u16::try_from(COLUMNS - VALUE).unwrap_or(u16::MAX)) {
            lines.push(pair(label, &piece, 0));
            label = "";
        }
    }
    let mut text =
        lines.iter().map(|line| safe::line(line).trim_end().to_owned()).collect::<Vec<_>>().join("\n");
    text.push('\n');
    text
}

fn head(receipt: &Receipt, lang: Lang) -> Vec<String> {
    let label = |message| words::say(message, lang);
    let number = Message::new(id::RECEIPT_NO).with("receipt", receipt.no.to_string()).say(lang);
    let copy = if receipt.printed > 1 { label(id::PAPER_COPY) } else { String::new() };
    let mut lines = vec![
        pair(receipt.title.of(lang), &copy, 0),
        number,
        String::new(),
        pair(&label(id::PAPER_AT), &date::moment(receipt.at), 0),
        pair(&label(id::PAPER_CUSTOMER), &receipt.customer.to_string(), 0),
        pair(&label(id::PAPER_BY), &by(receipt, lang), 0),
    ];
    if let Some(of) = receipt.reverses {
        lines.push(pair(&label(id::PAPER_REVERSES), &of.to_string(), 0));
    }
    if let Some(by) = receipt.reversed_by {
        lines.push(pair(&label(id::PAPER_REVERSED_BY), &by.to_string(), 0));
    }
    lines
}

fn by(receipt: &Receipt, lang: Lang) -> String {
    let touchpoint = words::touchpoint(receipt.touchpoint, lang);
    let checker = receipt.checker.as_ref();
    let checker =
        checker.map(|checker| Message::new(id::PAPER_CHECKER).with("checker", checker.0.as_str()).say(lang));
    [Some(format!("{touchpoint}, {}", receipt.maker.0)), checker]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

fn line(line: &ReceiptLine, lang: Lang) -> String {
    let text = line.text.as_ref().map(|text| text.of(lang).to_owned());
    let money = line.money.map(|money| amount::with_currency(money, lang));
    let value = [text, money].into_iter().flatten().collect::<Vec<String>>().join("  ");
    pair(line.label.of(lang), &value, LINE)
}

/// What came to and went from the current account, each currency's sum in words.
fn in_words(receipt: &Receipt, lang: Lang) -> Vec<String> {
    let mut sums: Vec<Money> = Vec::new();
    let done = receipt.legs.iter().filter(|leg| matches!(leg.state, LegState::Done | LegState::Reversed));
    for money in done.flat_map(|leg| &leg.lines).filter_map(|line| line.money) {
        match sums.iter_mut().find(|sum| sum.currency == money.currency) {
            Some(sum) => *sum = sum.plus(money).unwrap_or(*sum),
            None => sums.push(money),
        }
    }
    sums.retain(|sum| sum.currency == Currency::TRY && sum.minor != 0);
    let label = words::say(id::PAPER_STAYS, lang);
    let mut lines = Vec::new();
    for sum in sums {
        lines.push(pair(&label, &amount::with_currency(sum, lang), 0));
        let room = u16::try_from(COLUMNS - LINE).unwrap_or(u16::MAX);
        lines.extend(
            pieces(&spelled::money(sum, lang), room)
                .iter()
                .map(|piece| pair("", piece, 0).replacen(&" ".repeat(VALUE - LINE), "", 1)),
        );
    }
    lines
}

fn evidence(evidence: &Evidence, lang: Lang) -> String {
    match evidence {
        Evidence::Spoken { record } => {
            Message::new(id::PAPER_SPOKEN).with("record", record.as_str()).say(lang)
        }
        Evidence::Order { order } => Message::new(id::PAPER_ORDER).with("order", order.to_string()).say(lang),
        Evidence::Bank => words::say(id::PAPER_BANK, lang),
    }
}

/// A label and its value at their columns.
fn pair(label: &str, value: &str, indent: usize) -> String {
    let label = format!("{}{label}", " ".repeat(indent));
    let blank = " ".repeat(VALUE.saturating_sub(safe::cells(&label)).max(2));
    if value.is_empty() { label } else { format!("{label}{blank}{value}") }
}
