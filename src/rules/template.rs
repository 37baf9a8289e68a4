//! Sentences of the pack with features in them: `Kart ödemesi {card.overdue_days} gün gecikti[ · asgari
//! {card.minimum_due}]`. What stands in brackets is left out when a feature in it is missing; elsewhere a
//! missing feature reads `bilinmiyor`, `unknown`. `{card.overdue_days|day|days}` is the first word for 1, else the
//! second.

use crate::{
    pack::{Faults, document::Text, fault::told, nearest},
    text::{Lang, Message, Said, ids::pack as id},
};

use super::{
    HIDDEN,
    features::{self, Feature, Features, Kind, Value},
};

/// A parsed sentence.
#[derive(Debug)]
pub(super) struct Template(Vec<Part>);

#[derive(Debug)]
enum Part {
    Plain(String),
    Feature(&'static Feature),
    Plural(&'static Feature, String, String),
    Optional(Vec<Part>),
}

impl Template {
    /// Reads a sentence; each placeholder must be a feature.
    pub(super) fn parse(text: Text<'_>, faults: &mut Faults) -> Option<Template> {
        let mut parts = Vec::new();
        let mut inner: Option<Vec<Part>> = None;
        let mut good = true;
        let mut chars = text.text.chars().enumerate();
        let mut plain = String::new();
        let mut opened = 0;
        while let Some((index, char)) = chars.next() {
            let target = inner.as_mut().unwrap_or(&mut parts);
            if matches!(char, '{' | '[' | ']') && !plain.is_empty() {
                target.push(Part::Plain(std::mem::take(&mut plain)));
            }
            match char {
                '{' => {
                    let name: String = chars.by_ref().map(|(_, c)| c).take_while(|c| *c != '}').collect();
                    match placeholder(text, index, &name, faults) {
                        Some(part) => target.push(part),
                        None => good = false,
                    }
                }
                '[' if inner.is_none() => {
                    opened = index;
                    inner = Some(Vec::new());
                }
                ']' if inner.is_some() => parts.extend(inner.take().map(Part::Optional)),
                '[' | ']' | '}' => {
                    unpaired(text, index, char, faults);
                    good = false;
                }
                other => plain.push(other),
            }
        }
        if inner.is_some() {
            unpaired(text, opened, '[', faults);
            good = false;
        }
        parts.push(Part::Plain(plain));
        good.then_some(Template(parts))
    }

    /// The sentence for a customer.
    pub(super) fn fill(&self, features: &Features, amounts: Amounts, lang: Lang) -> String {
        let mut filled = String::new();
        Filling { features, amounts, lang }.write(&self.0, &mut filled);
        filled
    }

    /// The sentence in both languages, of one template each.
    pub(super) fn said(
        (turkish, english): (&Template, &Template),
        features: &Features,
        amounts: Amounts,
    ) -> Said {
        let fill = |template: &Template, lang| template.fill(features, amounts, lang);
        Said { tr: fill(turkish, Lang::Tr), en: fill(english, Lang::En) }
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

    fn write(&self, parts: &[Part], filled: &mut String) {
        for part in parts {
            match part {
                Part::Plain(text) => filled.push_str(text),
                Part::Feature(feature) if self.hides(feature) => filled.push_str(HIDDEN),
                Part::Feature(feature) => {
                    filled.push_str(Value::said(self.features.get(feature.name)).of(self.lang));
                }
                Part::Plural(feature, one, many) => {
                    let single = self.features.get(feature.name) == Some(&Value::Whole(1));
                    filled.push_str(if single { one } else { many });
                }
                Part::Optional(parts) if parts.iter().all(|part| self.known(part)) => {
                    self.write(parts, filled);
                }
                Part::Optional(_) => {}
            }
        }
    }

    fn known(&self, part: &Part) -> bool {
        match part {
            Part::Plain(_) => true,
            Part::Feature(feature) | Part::Plural(feature, ..) => {
                !self.hides(feature) && self.features.get(feature.name).is_some()
            }
            Part::Optional(parts) => parts.iter().all(|part| self.known(part)),
        }
    }
}

fn placeholder(text: Text<'_>, index: usize, written: &str, faults: &mut Faults) -> Option<Part> {
    let words: Vec<&str> = written.split('|').collect();
    let name = words.first().copied().unwrap_or_default();
    let Some(feature) = features::find(name) else {
        let fault = text.spot_of(index).fault(told(id::PLACEHOLDER_UNKNOWN, "name", name));
        faults.add(fault.with_help(nearest::help(name, features::names())));
        return None;
    };
    match words.as_slice() {
        [_] => Some(Part::Feature(feature)),
        [_, one, many] if feature.kind == Kind::Whole => {
            Some(Part::Plural(feature, (*one).to_owned(), (*many).to_owned()))
        }
        _ => {
            faults.add(text.spot_of(index).fault(Message::new(id::PLACEHOLDER_PLURAL)));
            None
        }
    }
}

fn unpaired(text: Text<'_>, index: usize, found: char, faults: &mut Faults) {
    let message = told(id::PLACEHOLDER_OPEN, "found", found.to_string());
    faults.add(text.spot_of(index).fault(message));
}
