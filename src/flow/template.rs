//! Sentences of a flow with figures and fields in them: `{deposit_days_left} gün bekle[ · kredi ✗: {credit_held}]`.
//! What stands in brackets is left out when a name in it has no value. `{deposit_days_left|day|days}` is the first
//! word for 1, else the second; `{deposit_cost:bare}` is written in that form (see [`figure::FORMS`]).

use std::collections::BTreeSet;

use crate::{
    pack::{
        Faults,
        document::{Table, Text},
        fault::told,
        nearest,
    },
    text::{Lang, Message, Said, ids::flow as id, ids::pack},
};

use super::{
    figure::{self, FORMS, Figure, FigureKind, Form},
    schema::SafePoint,
};

/// What gives a name's value.
pub(super) type Values<'v> = &'v dyn Fn(&str) -> Option<Figure>;

/// A sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    turkish: Template,
    english: Template,
}

/// A parsed sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Template(Vec<Piece>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Plain(String),
    Value(String, Option<Form>),
    Plural(String, String, String),
    Optional(Vec<Piece>),
}

/// The names that a sentence may use: figures that the flow's legs give, and its fields.
#[derive(Debug, Clone, Default)]
pub(super) struct Names<'n> {
    /// Figures and fields.
    pub(super) known: BTreeSet<&'n str>,
}

impl Names<'_> {
    /// What a name's values are; a field's are words.
    fn kind(name: &str) -> FigureKind {
        if name == SafePoint::DUE {
            return FigureKind::Moment;
        }
        figure::find(name).map_or(FigureKind::Text, |figure| figure.kind)
    }
}

impl Pair {
    /// Reads the sentence of a key that is there.
    pub(super) fn read(table: Table<'_>, key: &str, names: &Names<'_>, faults: &mut Faults) -> Option<Pair> {
        let (turkish, english) = table.both(key, faults)?;
        let (turkish, english) =
            (Template::parse(turkish, names, faults), Template::parse(english, names, faults));
        Some(Pair { turkish: turkish?, english: english? })
    }

    /// The sentence; `None` when a name outside brackets has no value, or nothing is left of it.
    pub(super) fn said(&self, values: Values<'_>) -> Option<Said> {
        let tr = self.turkish.fill(values, Lang::Tr)?;
        let en = self.english.fill(values, Lang::En)?;
        (!tr.is_empty() || !en.is_empty()).then_some(Said { tr, en })
    }

    /// The names in it, each once.
    pub(super) fn names(&self) -> BTreeSet<&str> {
        let mut names = BTreeSet::new();
        collect(&self.turkish.0, &mut names);
        collect(&self.english.0, &mut names);
        names
    }

    /// The cells that its authored words take, without values: Turkish, English.
    pub(super) fn cells(&self) -> [usize; 2] {
        [self.turkish.cells(), self.english.cells()]
    }
}

impl Template {
    fn parse(text: Text<'_>, names: &Names<'_>, faults: &mut Faults) -> Option<Template> {
        let mut parts = Vec::new();
        let mut inner: Option<Vec<Piece>> = None;
        let mut good = true;
        let mut chars = text.text.chars().enumerate();
        let mut plain = String::new();
        let mut opened = 0;
        while let Some((index, char)) = chars.next() {
            let target = inner.as_mut().unwrap_or(&mut parts);
            if matches!(char, '{' | '[' | ']') && !plain.is_empty() {
                target.push(Piece::Plain(std::mem::take(&mut plain)));
            }
            match char {
                '{' => {
                    let name: String = chars.by_ref().map(|(_, c)| c).take_while(|c| *c != '}').collect();
                    match placeholder(text, index, &name, names, faults) {
                        Some(piece) => target.push(piece),
                        None => good = false,
                    }
                }
                '[' if inner.is_none() => {
                    opened = index;
                    inner = Some(Vec::new());
                }
                ']' if inner.is_some() => parts.extend(inner.take().map(Piece::Optional)),
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
        if !plain.is_empty() {
            parts.push(Piece::Plain(plain));
        }
        good.then_some(Template(parts))
    }

    fn fill(&self, values: Values<'_>, lang: Lang) -> Option<String> {
        let mut filled = String::new();
        write(&self.0, values, lang, &mut filled)?;
        Some(filled)
    }

    fn cells(&self) -> usize {
        let plain = self.0.iter().map(|piece| match piece {
            Piece::Plain(text) => crate::text::safe::cells(text),
            Piece::Value(..) | Piece::Plural(..) | Piece::Optional(_) => 0,
        });
        plain.sum()
    }
}

/// The names in pieces.
fn collect<'t>(pieces: &'t [Piece], names: &mut BTreeSet<&'t str>) {
    for piece in pieces {
        match piece {
            Piece::Plain(_) => {}
            Piece::Value(name, _) | Piece::Plural(name, ..) => {
                names.insert(name);
            }
            Piece::Optional(inner) => collect(inner, names),
        }
    }
}

/// Writes pieces; `None` when a name outside brackets has no value.
fn write(pieces: &[Piece], values: Values<'_>, lang: Lang, filled: &mut String) -> Option<()> {
    for piece in pieces {
        match piece {
            Piece::Plain(text) => filled.push_str(text),
            Piece::Value(name, form) => {
                let value = values(name)?;
                filled.push_str(&form.map_or_else(|| value.say(lang), |form| value.formed(form, lang)));
            }
            Piece::Plural(name, one, many) => {
                let single = values(name)? == Figure::Whole(1);
                filled.push_str(if single { one } else { many });
            }
            Piece::Optional(inner) => {
                let mut part = String::new();
                if write(inner, values, lang, &mut part).is_some() {
                    filled.push_str(&part);
                }
            }
        }
    }
    Some(())
}

fn placeholder(
    text: Text<'_>,
    index: usize,
    written: &str,
    names: &Names<'_>,
    faults: &mut Faults,
) -> Option<Piece> {
    let (written, form) = written.split_once(':').map_or((written, None), |(name, form)| (name, Some(form)));
    let words: Vec<&str> = written.split('|').collect();
    let name = words.first().copied().unwrap_or_default();
    if !names.known.contains(name) {
        let spot = text.spot_of(index);
        let fault = match figure::find(name).and_then(|figure| figure.leg) {
            Some(leg) => spot.fault(told(id::FIGURE_LEG, "name", name).with("kit", leg.name())),
            None => spot
                .fault(told(id::PLACEHOLDER_UNKNOWN, "name", name))
                .with_help(nearest::help(name, names.known.iter().copied())),
        };
        faults.add(fault);
        return None;
    }
    let kind = Names::kind(name);
    match (words.as_slice(), form) {
        ([_], None) => Some(Piece::Value(name.to_owned(), None)),
        ([_], Some(written)) => {
            let fits =
                |(known, _, kinds): &&(&str, Form, &[FigureKind])| *known == written && kinds.contains(&kind);
            let Some((_, form, _)) = FORMS.iter().find(fits) else {
                let fault =
                    text.spot_of(index).fault(told(id::PLACEHOLDER_FORM, "form", written).with("name", name));
                let known: Vec<&str> = FORMS
                    .iter()
                    .filter(|(.., kinds)| kinds.contains(&kind))
                    .map(|(known, ..)| *known)
                    .collect();
                let help = (!known.is_empty()).then(|| told(pack::HELP_KNOWN, "names", known.join(", ")));
                faults.add(fault.with_help(help));
                return None;
            };
            Some(Piece::Value(name.to_owned(), Some(*form)))
        }
        ([_, one, many], None) if kind == FigureKind::Whole => {
            Some(Piece::Plural(name.to_owned(), (*one).to_owned(), (*many).to_owned()))
        }
        _ => {
            faults.add(text.spot_of(index).fault(Message::new(pack::PLACEHOLDER_PLURAL)));
            None
        }
    }
}

fn unpaired(text: Text<'_>, index: usize, found: char, faults: &mut Faults) {
    let message = told(pack::PLACEHOLDER_OPEN, "found", found.to_string());
    faults.add(text.spot_of(index).fault(message));
}
