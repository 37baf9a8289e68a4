//! Sentences of the pack with features in them: `Kart ödemesi {card.overdue_days} gün gecikti[ · asgari
//! {card.minimum_due}]`. What stands in brackets is left out when a feature in it is missing; elsewhere a
//! missing feature reads `bilinmiyor`, `unknown`. `{card.overdue_days|day|days}` is the first word for 1, else the
//! second. `{deposit.first_maturity_day:on}` is written in that form (see [`Form`]).

use rust_decimal::Decimal;

use crate::{
    pack::{
        Faults,
        document::{Table, Text},
        fault::told,
        nearest,
        sentence::{self, Piece, Placeholder},
    },
    request::offers::SAY_CELLS_MAX,
    text::{Lang, Message, Said, amount, date, ids::pack as id, safe, suffix},
};

use super::{
    HIDDEN,
    features::{self, Feature, Features, Kind, Unit, Value},
};

/// A parsed sentence.
#[derive(Debug)]
struct Template(Vec<Piece<Part>>);

/// A sentence in both languages.
#[derive(Debug)]
pub(super) struct Pair {
    turkish: Template,
    english: Template,
}

impl Pair {
    /// Reads the sentence of a key that is there.
    pub(super) fn read(table: Table<'_>, key: &str, faults: &mut Faults) -> Option<Pair> {
        let (turkish, english) = table.both(key, faults)?;
        let (turkish, english) = (Template::parse(turkish, faults), Template::parse(english, faults));
        Some(Pair { turkish: turkish?, english: english? })
    }

    /// Reads a sentence that a person says: at its longest it fits beside its label on a screen of 80 columns.
    pub(super) fn read_spoken(table: Table<'_>, key: &str, faults: &mut Faults) -> Option<Pair> {
        let pair = Pair::read(table, key, faults)?;
        let (turkish, english) = table.both(key, faults)?;
        let longest = longest(&pair);
        let mut good = true;
        for (text, longest) in [(turkish, longest.tr), (english, longest.en)] {
            let cells = safe::cells(&longest);
            if cells > SAY_CELLS_MAX {
                let message = told(id::SENTENCE_LONG, "cells", cells).with("max", SAY_CELLS_MAX);
                faults.add(text.spot.fault(message.with("text", longest)));
                good = false;
            }
        }
        good.then_some(pair)
    }

    /// The sentence for a customer.
    pub(super) fn said(&self, features: &Features, amounts: Amounts) -> Said {
        Said {
            tr: self.turkish.fill(features, amounts, Lang::Tr),
            en: self.english.fill(features, amounts, Lang::En),
        }
    }
}

/// A sentence at its longest: with long values, in the month whose name is the longest.
fn longest(pair: &Pair) -> Said {
    let mut longest = Said::default();
    for features in Features::longest() {
        let said = pair.said(&features, Amounts::Shown);
        for (kept, other) in [(&mut longest.tr, said.tr), (&mut longest.en, said.en)] {
            if safe::cells(&other) > safe::cells(kept) {
                *kept = other;
            }
        }
    }
    longest
}

/// A placeholder.
#[derive(Debug)]
enum Part {
    Feature(&'static Feature, Option<Form>),
    Plural(&'static Feature, String, String),
}

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Money without decimals where they are nought.
    Round,
    /// Money as people say it; the day and month of a day.
    Short,
    /// Money without its currency.
    Bare,
    /// A day in words, `1 Aralık'ta`.
    On,
    /// A day with the ending of `to`: `01.12'ye`.
    Until,
    /// The month and year of a day.
    Month,
    /// A number with the ending of `of them`: `41'i`; of thousandths the percent.
    Of,
    /// Thousandths as percent, basis points as percent: the number alone.
    Percent,
}

/// Forms by name, with the types they write.
const FORMS: [(&str, Form, &[Kind]); 8] = [
    ("round", Form::Round, &[Kind::Money]),
    ("short", Form::Short, &[Kind::Money, Kind::Day]),
    ("bare", Form::Bare, &[Kind::Money]),
    ("on", Form::On, &[Kind::Day]),
    ("until", Form::Until, &[Kind::Day]),
    ("month", Form::Month, &[Kind::Day]),
    ("of", Form::Of, &[Kind::Whole]),
    ("percent", Form::Percent, &[Kind::Whole]),
];

impl Template {
    /// Reads a sentence; each placeholder must be a feature.
    fn parse(text: Text<'_>, faults: &mut Faults) -> Option<Template> {
        sentence::read(text, faults, placeholder).map(Template)
    }

    /// The sentence for a customer.
    fn fill(&self, features: &Features, amounts: Amounts, lang: Lang) -> String {
        let mut filled = String::new();
        Filling { features, amounts, lang }.write(&self.0, &mut filled);
        filled
    }
}

/// Whether the reader may see amounts of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Amounts {
    /// As they are.
    Shown,
    /// As stars; what stands in brackets with one is left out.
    Hidden,
}

struct Filling<'f> {
    features: &'f Features,
    amounts: Amounts,
    lang: Lang,
}

impl Filling<'_> {
    fn hides(&self, feature: &Feature) -> bool {
        self.amounts == Amounts::Hidden && feature.kind == Kind::Money
    }

    fn write(&self, parts: &[Piece<Part>], filled: &mut String) {
        for part in parts {
            match part {
                Piece::Plain(text) => filled.push_str(text),
                Piece::Given(Part::Feature(feature, _)) if self.hides(feature) => filled.push_str(HIDDEN),
                Piece::Given(Part::Feature(feature, form)) => {
                    let value = self.features.get(feature.name);
                    let formed =
                        value.zip(*form).and_then(|(value, form)| formed(feature, value, form, self.lang));
                    match formed {
                        Some(text) => filled.push_str(&text),
                        None => filled.push_str(Value::said(value).of(self.lang)),
                    }
                }
                Piece::Given(Part::Plural(feature, one, many)) => {
                    let single = self.features.get(feature.name) == Some(&Value::Whole(1));
                    filled.push_str(if single { one } else { many });
                }
                Piece::Optional(parts) if parts.iter().all(|part| self.known(part)) => {
                    self.write(parts, filled);
                }
                Piece::Optional(_) => {}
            }
        }
    }

    fn known(&self, part: &Piece<Part>) -> bool {
        match part {
            Piece::Plain(_) => true,
            Piece::Given(Part::Feature(feature, _) | Part::Plural(feature, ..)) => {
                !self.hides(feature) && self.features.get(feature.name).is_some()
            }
            Piece::Optional(parts) => parts.iter().all(|part| self.known(part)),
        }
    }
}

/// A value in a form; `None` where the value is not of a type that the form writes.
fn formed(feature: &Feature, value: &Value, form: Form, lang: Lang) -> Option<String> {
    match (form, value) {
        (Form::Round, Value::Money(money)) => Some(amount::round(*money, lang)),
        (Form::Short, Value::Money(money)) => Some(amount::short(*money, lang)),
        (Form::Bare, Value::Money(money)) => Some(amount::bare(*money, lang)),
        (Form::Short, Value::Day(day)) => Some(date::short(*day)),
        (Form::On, Value::Day(day)) => Some(suffix::day_on(*day, lang)),
        (Form::Until, Value::Day(day)) => Some(suffix::day_to(*day, lang)),
        (Form::Month, Value::Day(day)) => {
            let (year, month, _) = day.ymd();
            Some(format!("{month:02}.{year:04}"))
        }
        (Form::Of, Value::Whole(number)) => {
            let of = if feature.unit == Unit::Permille { number / 10 } else { *number };
            Some(suffix::of_them(u64::try_from(of).ok()?, lang))
        }
        (Form::Percent, Value::Whole(number)) => {
            let decimals = if feature.unit == Unit::BasisPoints { 2 } else { 1 };
            Some(amount::decimal(Decimal::new(*number, decimals).normalize(), lang))
        }
        _ => None,
    }
}

fn placeholder(written: &Placeholder<'_>, faults: &mut Faults) -> Option<Part> {
    let Placeholder { name, words, form, spot } = written;
    let Some(feature) = features::find(name) else {
        let fault = spot.fault(told(id::PLACEHOLDER_UNKNOWN, "name", *name));
        faults.add(fault.with_help(nearest::help(name, features::names())));
        return None;
    };
    match (words.as_slice(), form) {
        ([], None) => Some(Part::Feature(feature, None)),
        ([], Some(written)) => {
            let known =
                FORMS.iter().find(|(name, _, kinds)| name == written && kinds.contains(&feature.kind));
            if known.is_none() {
                let fault = spot.fault(told(id::PLACEHOLDER_FORM, "form", *written));
                faults.add(fault.with_help(Message::new(id::HELP_FORMS)));
            }
            known.map(|(_, form, _)| Part::Feature(feature, Some(*form)))
        }
        ([one, many], None) if feature.kind == Kind::Whole => {
            Some(Part::Plural(feature, (*one).to_owned(), (*many).to_owned()))
        }
        _ => {
            faults.add(spot.fault(Message::new(id::PLACEHOLDER_PLURAL)));
            None
        }
    }
}
