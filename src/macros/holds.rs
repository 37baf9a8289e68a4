//! Whether a condition holds, and what was seen.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::{
    file::{Check, Compare, Condition, Given},
    probe::{Desk, Probe, Seen},
    value::{Kind, Value},
};
use crate::{
    domain::alert::Severity,
    money::Money,
    text::{Arg, Lang, Message, amount, ids::macros as id},
    time::Day,
};

/// What became of a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Looked {
    /// It is as the macro says.
    pub(super) holds: bool,
    /// What was seen.
    pub(super) seen: Message,
}

/// The values of a row by their parameters' names.
pub(super) type Bound = [(String, Value)];

/// Looks at one condition.
pub(super) fn look(check: &Check, bound: &Bound, desk: &dyn Desk) -> Looked {
    let probe = desk.probe();
    let (holds, seen) = match &check.what {
        Condition::Model(path, compare, given) => {
            compared(path, probe.model(path), (*compare, given), (bound, probe.lang()))
        }
        Condition::Field(name, compare, given) => {
            compared(name, probe.figure(name), (*compare, given), (bound, probe.lang()))
        }
        Condition::Screen(name) => {
            let screen = probe.screen();
            (screen == *name, Message::new(id::SEEN_SCREEN).with("screen", screen))
        }
        Condition::Alert { severity, code } => alert(probe, severity.as_deref(), code.as_deref()),
        Condition::Event(name) => event(desk, name),
        Condition::Text(label, regex) => text(desk, label, regex),
    };
    Looked { holds: holds != check.negated, seen }
}

fn compared(
    name: &str,
    seen: Option<Seen>,
    (compare, given): (Compare, &Given),
    (bound, lang): (&Bound, Lang),
) -> (bool, Message) {
    let Some(seen) = seen else {
        return (false, Message::new(id::SEEN_NOT_THERE).with("name", name));
    };
    let wanted = match given {
        Given::Literal(text) => Some(text.clone()),
        Given::Param(param) => {
            bound.iter().find(|(known, _)| known == param).map(|(_, value)| value.to_string())
        }
    };
    let holds = wanted.is_some_and(|wanted| stands(&seen, compare, &wanted));
    (holds, Message::new(id::SEEN_VALUE).with("name", name).with("value", said(&seen, lang)))
}

/// A value as a language writes it.
#[must_use]
pub fn said(seen: &Seen, lang: Lang) -> Arg {
    match seen {
        Seen::Money(money) => Arg::Money(*money),
        Seen::Number(number) => Arg::Text(amount::decimal(*number, lang)),
        Seen::Day(day) => Arg::Day(*day),
        Seen::Text(text) => Arg::Text(text.clone()),
    }
}

/// Values of one kind are compared as that kind; texts only for being equal.
fn stands(seen: &Seen, compare: Compare, wanted: &str) -> bool {
    let order = match seen {
        Seen::Money(money) => money_order(*money, wanted),
        Seen::Number(number) => number_of(wanted).map(|wanted| number.cmp(&wanted)),
        Seen::Day(day) => Day::parse_iso(wanted).map(|wanted| day.cmp(&wanted)),
        Seen::Text(text) => {
            return match compare {
                Compare::Equal => text == wanted,
                Compare::Differs => text != wanted,
                Compare::AtLeast | Compare::AtMost | Compare::Above | Compare::Below => false,
            };
        }
    };
    order.is_some_and(|order| match compare {
        Compare::Equal => order == Ordering::Equal,
        Compare::Differs => order != Ordering::Equal,
        Compare::AtLeast => order != Ordering::Less,
        Compare::AtMost => order != Ordering::Greater,
        Compare::Above => order == Ordering::Greater,
        Compare::Below => order == Ordering::Less,
    })
}

fn money_order(money: Money, wanted: &str) -> Option<Ordering> {
    match Kind::Money(money.currency).read(wanted)? {
        Value::Money(wanted) => Some(money.minor.cmp(&wanted.minor)),
        Value::Customer(_)
        | Value::Account(_)
        | Value::Text(_)
        | Value::Order(_)
        | Value::Date(_)
        | Value::Number(_) => None,
    }
}

fn number_of(wanted: &str) -> Option<Decimal> {
    match Kind::Number.read(wanted)? {
        Value::Number(number) => Some(number),
        Value::Customer(_)
        | Value::Account(_)
        | Value::Text(_)
        | Value::Order(_)
        | Value::Date(_)
        | Value::Money(_) => None,
    }
}

/// How bad an alert is, as the screen marks it.
const fn mark(severity: Severity) -> &'static str {
    match severity {
        Severity::ActNow => "!!",
        Severity::Look => "!",
        Severity::Missing => "?",
        Severity::Note => "-",
    }
}

fn alert(probe: &dyn Probe, severity: Option<&str>, code: Option<&str>) -> (bool, Message) {
    let alerts = probe.alerts();
    let fits = |(known, rule): &(Severity, String)| {
        severity.is_none_or(|wanted| mark(*known) == wanted) && code.is_none_or(|wanted| rule == wanted)
    };
    let seen: Vec<String> = alerts.iter().map(|(known, rule)| format!("{} {rule}", mark(*known))).collect();
    let seen = if seen.is_empty() {
        Message::new(id::SEEN_NO_ALERT)
    } else {
        Message::new(id::SEEN_ALERTS).with("alerts", seen.join(", "))
    };
    (alerts.iter().any(fits), seen)
}

fn event(desk: &dyn Desk, name: &str) -> (bool, Message) {
    let happened = desk.happened();
    let names: Vec<&str> = happened.iter().map(|happened| happened.event).collect();
    let seen = if names.is_empty() {
        Message::new(id::SEEN_NO_EVENT)
    } else {
        Message::new(id::SEEN_EVENTS).with("events", names.join(", "))
    };
    (names.contains(&name), seen)
}

/// The rest of the first line that holds the label.
fn text(desk: &dyn Desk, label: &str, regex: &str) -> (bool, Message) {
    let screen = desk.draw();
    let rest = screen.lines().find_map(|line| line.split_once(label).map(|(_, rest)| rest.trim().to_owned()));
    let Some(rest) = rest else {
        return (false, Message::new(id::SEEN_NO_LABEL).with("label", label));
    };
    let fits = regex_lite::Regex::new(regex).is_ok_and(|regex| regex.is_match(&rest));
    (fits, Message::new(id::SEEN_TEXT).with("label", label).with("text", rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;

    /// What is seen, how it is compared, with what, and whether it stands so.
    const TABLE: &str = "
        money -12.34  | >= | 0          | no
        money 0.00    | >= | 0          | yes
        money 200000  | == | 200b       | yes
        money 200000  | <  | 200.000,01 | yes
        money 1       | == | 1.500      | no
        number 43.215 | >  | 43.21      | yes
        number 43.215 | == | 43.2150    | yes
        number 43.215 | >  | x          | no
        day 2026-11-24 | <= | 2026-11-24 | yes
        day 2026-11-24 | >  | 24.11.2026 | no
        text fits     | == | fits       | yes
        text fits     | != | unfit      | yes
        text 5        | >  | 4          | no
    ";

    #[test]
    fn values_are_compared_as_what_they_are() {
        let mut rows = 0;
        for row in TABLE.lines().filter(|row| row.contains('|')) {
            let cells: Vec<&str> = row.split('|').map(str::trim).collect();
            let (kind, value) = cells[0].split_once(' ').unwrap();
            let seen = match kind {
                "money" => Seen::Money(Money::parse_plain(value, Currency::TRY).unwrap()),
                "number" => Seen::Number(value.parse().unwrap()),
                "day" => Seen::Day(Day::parse_iso(value).unwrap()),
                _ => Seen::Text(value.to_owned()),
            };
            let compares = super::super::file::COMPARES;
            let (_, compare) = compares.iter().find(|(sign, _)| *sign == cells[1]).unwrap();
            assert_eq!(stands(&seen, *compare, cells[2]), cells[3] == "yes", "{row}");
            rows += 1;
        }
        assert_eq!(rows, 13);
    }
}
