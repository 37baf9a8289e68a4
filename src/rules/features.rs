//! Features: what rules may ask about a customer. One closed table of names, types, units and labels, each
//! computed from the customer's facts at a moment. What is not known is missing, never 0.

mod accounts;
mod cards;
mod cheques;
mod insurances;
mod kin;
mod life;
mod line;
mod loans;
mod person;
mod restrictions;
mod scores;
mod service;
mod statements;
mod table;

use std::cmp::Reverse;

use rust_decimal::Decimal;

use crate::{
    domain::{CustomerFacts, FactKind, identity::free_text},
    money::{Currency, Money},
    pack::{WordKind, Words},
    text::{Lang, Message, MessageId, Said, amount, date, ids::pack as id, safe},
    time::{Day, Moment},
};

pub use table::FEATURES;

/// A feature: an entry of [`FEATURES`].
#[derive(Debug)]
pub struct Feature {
    /// `group.name`, as rules write it.
    pub name: &'static str,
    /// What its values are.
    pub kind: Kind,
    /// What a whole number counts.
    pub unit: Unit,
    /// Its label in the catalogue.
    label: MessageId,
    /// How it is computed; `None` is missing.
    read: fn(&View<'_>) -> Option<Value>,
}

/// The type of a feature, and of what rules compute from features.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A whole number.
    Whole,
    /// Yes or no.
    Flag,
    /// A text.
    Text,
    /// Money; a rule compares its minor units with a whole number.
    Money,
    /// A day; a rule compares days, and the difference of two is a number of days.
    Day,
}

/// The unit of a feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// None: flags, texts, days.
    None,
    /// A count.
    Count,
    /// Days.
    Days,
    /// Whole months.
    Months,
    /// Whole years.
    Years,
    /// Thousandths.
    Permille,
    /// Hundredths of a percent.
    BasisPoints,
    /// Money in its own currency.
    Money,
}

/// The value of a feature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A whole number.
    Whole(i64),
    /// Yes or no.
    Flag(bool),
    /// A text.
    Text(String),
    /// A text that rules know by its code and people in their language.
    Named(String, Said),
    /// Money.
    Money(Money),
    /// A day.
    Day(Day),
}

/// A customer's facts at a moment: facts of later days are not known yet.
#[derive(Debug, Clone, Copy)]
struct View<'f> {
    facts: &'f CustomerFacts,
    at: Moment,
    today: Day,
    words: &'f Words,
}

/// A customer's facts at a moment with all features: computed once, asked by every rule.
#[derive(Debug)]
pub struct Known<'f> {
    /// The facts.
    pub facts: &'f CustomerFacts,
    /// The moment.
    pub at: Moment,
    /// What rules may ask about them.
    pub features: Features,
}

impl<'f> Known<'f> {
    /// Computes all features.
    #[must_use]
    pub fn of(facts: &'f CustomerFacts, at: Moment, words: &Words) -> Known<'f> {
        Known { facts, at, features: Features::of(facts, at, words) }
    }
}

/// All features of one customer at one moment, in the order of [`FEATURES`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Features(Vec<Option<Value>>);

impl Features {
    /// Computes all features.
    #[must_use]
    pub fn of(facts: &CustomerFacts, at: Moment, words: &Words) -> Features {
        let view = View { facts, at, today: at.day(), words };
        Features(FEATURES.iter().map(|feature| (feature.read)(&view)).collect())
    }

    /// Long values for every feature, one set for each month: what sentences are measured with.
    pub(super) fn longest() -> impl Iterator<Item = Features> {
        let days = (1..=12).filter_map(|month| Day::from_ymd(2028, month, 28));
        days.map(|day| Features(FEATURES.iter().map(|feature| Some(feature.longest(day))).collect()))
    }

    /// The same customer with what is known of one offer.
    #[must_use]
    pub fn with(&self, bound: impl IntoIterator<Item = (&'static str, Value)>) -> Features {
        let mut features = self.clone();
        for (name, value) in bound {
            if let Some(place) = position(name).and_then(|at| features.0.get_mut(at)) {
                *place = Some(value);
            }
        }
        features
    }

    /// The value of a feature; `None` if it is missing or no such feature exists.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(position(name)?)?.as_ref()
    }
}

/// A feature by its name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Feature> {
    FEATURES.get(position(name)?)
}

/// The names of all features.
pub fn names() -> impl Iterator<Item = &'static str> {
    FEATURES.iter().map(|feature| feature.name)
}

fn position(name: &str) -> Option<usize> {
    FEATURES.binary_search_by(|feature| feature.name.cmp(name)).ok()
}

/// Money, text and counts of which a sentence is measured: few customers have longer ones.
const LONG_MINOR: i64 = 999_999_900;
const LONG_TEXT: &str = "28.12 17:30'a kadar";

impl Feature {
    /// A long value of its kind, or this day.
    fn longest(&self, day: Day) -> Value {
        match self.kind {
            Kind::Whole => Value::Whole(match self.unit {
                Unit::BasisPoints => 4_425,
                Unit::Count | Unit::Years => 99,
                Unit::None | Unit::Days | Unit::Months | Unit::Permille | Unit::Money => 999,
            }),
            Kind::Flag => Value::Flag(false),
            Kind::Text => Value::Text(LONG_TEXT.to_owned()),
            Kind::Money => Value::Money(Money::new(LONG_MINOR, Currency::TRY)),
            Kind::Day => Value::Day(day),
        }
    }

    /// What kind of word its values are, where the pack may name them.
    pub(super) fn words(&self) -> Option<WordKind> {
        Some(match self.name {
            "segment.behaviour" => WordKind::BehaviourSegment,
            "segment.value" => WordKind::ValueSegment,
            "complaint.open_topic" => WordKind::Topic,
            "complaint.open_owner" => WordKind::Unit,
            "error.last_operation" => WordKind::Operation,
            "error.last_text" => WordKind::Refusal,
            _ => return None,
        })
    }

    /// What people call it.
    #[must_use]
    pub fn name_said(&self) -> Said {
        Message::new(self.label.clone()).said()
    }

    /// A value of it as people read it: `%41`, `7 gün`, `500.000,00 TL`.
    #[must_use]
    pub fn say(&self, value: &Value, lang: Lang) -> String {
        let Value::Whole(number) = value else { return value.say(lang) };
        let counted = |message| Message::new(message).with("count", *number).say(lang);
        let percent = |decimals| amount::percent(Decimal::new(*number, decimals).normalize(), lang);
        match self.unit {
            Unit::Permille => percent(1),
            Unit::BasisPoints => percent(2),
            Unit::Days => counted(id::VALUE_DAYS),
            Unit::Months => counted(id::VALUE_MONTHS),
            Unit::Years => counted(id::VALUE_YEARS),
            Unit::None | Unit::Count | Unit::Money => value.say(lang),
        }
    }

    /// A value of it, or the word for one that is missing, in both languages.
    #[must_use]
    pub fn said(&self, value: Option<&Value>) -> Said {
        match value {
            Some(value) => Said { tr: self.say(value, Lang::Tr), en: self.say(value, Lang::En) },
            None => Value::said(None),
        }
    }

    /// What people call it, with the unit in which rules count it.
    #[must_use]
    pub fn label(&self) -> Said {
        let label = self.name_said();
        let unit = match self.unit {
            Unit::None | Unit::Count | Unit::Money => return label,
            Unit::Days => id::UNIT_DAYS,
            Unit::Months => id::UNIT_MONTHS,
            Unit::Years => id::UNIT_YEARS,
            Unit::Permille => id::UNIT_PERMILLE,
            Unit::BasisPoints => id::UNIT_BASIS_POINTS,
        };
        Message::new(id::LABEL_WITH_UNIT).with("label", label).with("unit", Message::new(unit).said()).said()
    }
}

impl Value {
    /// The value as people read it.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Value::Whole(number) => amount::whole(*number, lang),
            Value::Flag(true) => Message::new(id::VALUE_YES).say(lang),
            Value::Flag(false) => Message::new(id::VALUE_NO).say(lang),
            Value::Text(text) => safe::line(&free_text(text)),
            Value::Named(_, said) => safe::line(said.of(lang)),
            Value::Money(money) => amount::with_currency(*money, lang),
            Value::Day(day) => date::long(*day),
        }
    }

    /// A value, or the word for one that is missing, in both languages.
    #[must_use]
    pub fn said(value: Option<&Value>) -> Said {
        match value {
            Some(value) => Said { tr: value.say(Lang::Tr), en: value.say(Lang::En) },
            None => Message::new(id::VALUE_UNKNOWN).said(),
        }
    }

    /// Its type.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Value::Whole(_) => Kind::Whole,
            Value::Flag(_) => Kind::Flag,
            Value::Text(_) | Value::Named(..) => Kind::Text,
            Value::Money(_) => Kind::Money,
            Value::Day(_) => Kind::Day,
        }
    }
}

fn count(items: impl Iterator) -> Option<Value> {
    i64::try_from(items.count()).ok().map(Value::Whole)
}

#[expect(clippy::unnecessary_wraps, reason = "a reader of the table, where others may be missing")]
fn flag(value: bool) -> Option<Value> {
    Some(Value::Flag(value))
}

fn newest(days: impl Iterator<Item = Day>) -> Option<Value> {
    days.max().map(Value::Day)
}

fn oldest(days: impl Iterator<Item = Day>) -> Option<Value> {
    days.min().map(Value::Day)
}

/// The sum of amounts in one currency. Missing if there are none, one is unknown, or they are in several
/// currencies: such a sum does not exist.
fn sum(mut amounts: impl Iterator<Item = Option<Money>>) -> Option<Value> {
    let first = amounts.next()??;
    amounts.try_fold(first, |sum, next| sum.plus(next?).ok()).map(Value::Money)
}

/// The lowest of amounts in one currency; missing as in [`sum`].
fn lowest(amounts: impl Iterator<Item = Money>) -> Option<Value> {
    let mut amounts: Vec<Money> = amounts.collect();
    amounts.sort_by_key(|money| Reverse(money.minor));
    let lowest = amounts.pop()?;
    let one_currency = |currency: Currency| amounts.iter().all(|money| money.currency == currency);
    one_currency(lowest.currency).then_some(Value::Money(lowest))
}

impl View<'_> {
    /// A word of the source: rules know it as it came, people by the pack's name for it.
    #[expect(clippy::unnecessary_wraps, reason = "what readers of the table give")]
    fn word(&self, kind: WordKind, word: &str) -> Option<Value> {
        Some(Value::Named(word.to_owned(), self.words.said(kind, word)))
    }

    /// Having none of a kind is known: there are some, or the source has delivered a table of them.
    fn knows(&self, kind: FactKind, none: bool) -> bool {
        !none || self.facts.delivered.contains(&kind)
    }

    fn days_since(&self, day: Day) -> i64 {
        i64::from(self.today.days_since(day))
    }

    /// Whole months from a day to today; the day of the month must have been reached.
    fn months_since(&self, day: Day) -> i64 {
        let ((year, month, of_month), (then_year, then_month, then_of_month)) = (self.today.ymd(), day.ymd());
        let months = (i64::from(year) - i64::from(then_year)) * 12 + i64::from(month) - i64::from(then_month);
        if of_month < then_of_month { months - 1 } else { months }
    }

    fn years_since(&self, day: Day) -> i64 {
        self.months_since(day).div_euclid(12)
    }
}

#[cfg(test)]
mod tests;
