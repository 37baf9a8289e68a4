//! The three screens come out exactly as drawn, laid out from the values alone.

use super::*;
use crate::{
    action::{Action, keyed},
    flow::view::{At, BlockView, Body, LineView, Mark, Part, SentenceView, What},
    text::{Lang, safe},
};

/// A row of cells that parts are put into.
#[derive(Default)]
struct Row(String);

impl Row {
    fn put(&mut self, at: At, text: &str) {
        let used = safe::cells(&self.0);
        let start = match at {
            At::Start(start) if used > 0 => usize::from(start).max(used + 2),
            At::Start(start) => usize::from(start),
            At::End(end) => usize::from(end) - safe::cells(text),
            At::After(gap) => used + usize::from(gap),
        };
        assert!(start >= used, "{text} runs into {}", self.0);
        self.0.push_str(&" ".repeat(start - used));
        self.0.push_str(text);
    }
}

fn field(run: &Run, id: &str, lang: Lang) -> String {
    let field = run.fields().into_iter().find(|field| field.id == id).unwrap();
    let (shown, width) = (field.shown.of(lang).to_owned(), usize::from(field.width));
    let pad = " ".repeat(width.saturating_sub(safe::cells(&shown)));
    match (field.bare, field.right) {
        (true, _) => shown,
        (false, true) => format!("[ {pad}{shown} ]"),
        (false, false) if shown.is_empty() => format!("[ _{} ]", " ".repeat(width - 1)),
        (false, false) => format!("[ {shown}{pad} ]"),
    }
}

fn line(run: &Run, line: &LineView, lang: Lang) -> String {
    let mut row = Row::default();
    match line.mark {
        Mark::None => {}
        Mark::Look => row.0.push_str(" !"),
        Mark::Good => row.0.push_str("   ✓"),
        Mark::Bad => row.0.push_str("   ✗"),
        Mark::Unknown => row.0.push_str("   ?"),
    }
    for Part { at, what } in &line.parts {
        let text = match what {
            What::Label(said) | What::Value(said) | What::Note(said) => said.of(lang).to_owned(),
            What::Sign(sign) => sign.to_string(),
            What::Field(id) => field(run, id, lang),
        };
        row.put(*at, &text);
    }
    row.0
}

/// Words from column 6, further rows from 7, at most up to column 76.
fn wrapped(sentence: &SentenceView, run: &Run, lang: Lang) -> Vec<String> {
    let mut rows = vec!["      \"".to_owned()];
    let quoted = format!("{}\"", sentence.text.of(lang));
    for word in quoted.split(' ') {
        let last = rows.last_mut().unwrap();
        let first = last.ends_with("      \"") || last.trim().is_empty();
        if !first && safe::cells(last) + 1 + safe::cells(word) > 76 {
            rows.push(format!("       {word}"));
        } else {
            if !first {
                last.push(' ');
            }
            last.push_str(word);
        }
    }
    let asked = format!(
        "{}  {} {}",
        sentence.question.of(lang),
        field(run, &sentence.answer, lang),
        sentence.keys.of(lang)
    );
    let mut last = Row(rows.pop().unwrap());
    if safe::cells(&last.0) > 41 {
        rows.push(std::mem::take(&mut last.0));
    }
    last.put(At::Start(43), &asked);
    rows.push(last.0);
    rows
}

fn block(run: &Run, view: &BlockView, lang: Lang) -> Vec<String> {
    let mut title = Row::default();
    match view.number {
        Some(number) => {
            title.0 = format!(" {number}");
            title.put(At::Start(4), view.title.of(lang));
        }
        None => title.put(At::Start(1), view.title.of(lang)),
    }
    if let Some((at, aside)) = &view.aside {
        title.put(At::Start(*at), aside.of(lang));
    }
    let mut rows = vec![title.0];
    if view.roomy {
        rows.push(String::new());
    }
    match &view.body {
        Body::Choice(table) => {
            let mut head = Row::default();
            table.heads.iter().for_each(|(at, text)| head.put(*at, text.of(lang)));
            rows.push(head.0);
            for choice in &table.rows {
                let mut row = Row(if choice.chosen { "   ▸" } else { "" }.to_owned());
                table.heads.iter().zip(&choice.cells).for_each(|((at, _), cell)| row.put(*at, cell.of(lang)));
                rows.push(row.0);
            }
        }
        Body::Lines(lines) => rows.extend(lines.iter().map(|view| line(run, view, lang))),
        Body::Legs(legs) => {
            for leg in legs {
                let mut row = Row(format!("   {}", leg.number));
                row.put(At::Start(6), leg.name.of(lang));
                row.put(At::Start(36), leg.text.of(lang));
                rows.push(row.0);
            }
        }
        Body::Sentence(sentence) => {
            rows.extend(wrapped(sentence, run, lang));
            rows.push(String::new());
            rows.extend(sentence.lines.iter().map(|view| line(run, view, lang)));
        }
    }
    rows
}

fn screen(run: &Run, lang: Lang) -> String {
    let blocks: Vec<String> = run.blocks().iter().map(|view| block(run, view, lang).join("\n")).collect();
    let keys = |action, _| {
        let keys = [(Action::ShowAlternatives, "F10"), (Action::GoBack, "F3")];
        keys.into_iter().find(|(known, _)| *known == action).map(|(_, keys)| keys.to_owned()).unwrap()
    };
    let hint = run.hint().map(|said| format!("\n\n {}", keyed(&said, keys).of(lang))).unwrap_or_default();
    let text = format!("{}{hint}", blocks.join("\n\n"));
    for row in text.lines() {
        assert!(safe::cells(row) <= 80, "{row}");
    }
    text
}

fn at(step: u8) -> Run {
    let mut run = at_consent();
    while run.step() > step {
        assert!(run.back());
    }
    run
}

#[test]
fn screen_one() {
    insta::assert_snapshot!("one_tr", screen(&at(1), Lang::Tr));
    insta::assert_snapshot!("one_en", screen(&at(1), Lang::En));
}

#[test]
fn screen_two() {
    insta::assert_snapshot!("two_tr", screen(&at(2), Lang::Tr));
    insta::assert_snapshot!("two_en", screen(&at(2), Lang::En));
}

#[test]
fn screen_three() {
    insta::assert_snapshot!("three_tr", screen(&at(3), Lang::Tr));
    insta::assert_snapshot!("three_en", screen(&at(3), Lang::En));
}

/// On a Saturday the bank's rate is Tuesday's and the fund's value day is Monday: both are said, and the customer agrees to
/// the day.
#[test]
fn another_days_rate_and_a_later_value_day_are_said() {
    let mut known = basis();
    known.at = moment("2026-11-28T15:00:00+03:00");
    known.rate_days = vec![(Currency::USD, day("2026-11-24"))];
    let mut run = begin_with(known);
    run.set("fx_amount", "200b", How::Typed).unwrap();
    run.set("fund_amount", "200b", How::Typed).unwrap();
    run.next().unwrap();
    run.priced(quote(&run, "43.2150", "3.482915"));
    for (lang, rate, fund) in [
        (Lang::Tr, "satış · 24.11.2026 kuru", "valör 30.11.2026, bugün iş günü değil"),
        (Lang::En, "selling · rate of 24.11.2026", "value 30.11.2026, closed all day"),
    ] {
        let two = screen(&run, lang);
        assert!(two.contains(rate) && two.contains(fund), "{two}");
    }
    run.next().unwrap();
    let joined = |lang| screen(&run, lang).split_whitespace().collect::<Vec<&str>>().join(" ");
    assert!(joined(Lang::Tr).contains("fonu (valör 30.11.2026) alıyoruz"), "{}", joined(Lang::Tr));
    assert!(joined(Lang::En).contains("fund (value day 30.11.2026) for"), "{}", joined(Lang::En));
}

#[test]
fn a_deposit_in_another_currency_is_not_taken_for_lira() {
    let mut known = basis();
    known.deposits[1].principal = Money::new(5_400_000, Currency::USD);
    let shown = screen(&begin_with(known), Lang::Tr);
    assert!(shown.contains("54.000,00 USD"), "{shown}");
}
