//! Sentences of a flow with figures and fields in them: `{deposit_days_left} gün bekle[ · kredi ✗: {credit_held}]`.
//! What stands in brackets is left out when a name in it has no value. `{deposit_days_left|day|days}` is the first
//! word for 1, else the second; `{deposit_cost:bare}` is written in that form (see [`figure::FORMS`]). A hint also
//! names keys: `{key:go-back}`.

use std::collections::BTreeSet;

use crate::{
    action::{Action, Context},
    pack::{
        Fault, Faults,
        document::{Spot, Table, Text},
        fault::told,
        nearest,
        sentence::{self, Piece, Placeholder},
    },
    text::{Lang, Message, MessageId, Said, ids::flow as id, ids::pack},
};

use super::{
    figure::{self, FORMS, Figure, FigureKind, Form},
    schema::SafePoint,
};

/// `{key:show-alternatives}` is the keys of that action in the keymap in force.
const KEYS: &str = "key";
/// The cells of most keys' names, `F10`.
const KEY_CELLS: usize = 3;

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
struct Template(Vec<Piece<Given>>);

/// A placeholder.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Given {
    Value(String, Option<Form>),
    Plural(String, String, String),
    Keys(Action),
}

/// The names that a sentence may use: figures that the flow's legs give, and its fields.
#[derive(Debug, Clone, Default)]
pub(super) struct Names<'n> {
    /// Figures and fields.
    pub(super) known: BTreeSet<&'n str>,
    /// It is shown above the keys, and may name them.
    pub(super) keys: bool,
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
        let ((turkish, told), (english, said)) = (turkish?, english?);
        let alike = [
            tells_all(&told, &said, pack::LANGUAGE_ENGLISH, faults),
            tells_all(&said, &told, pack::LANGUAGE_TURKISH, faults),
        ];
        alike.into_iter().all(|alike| alike).then_some(Pair { turkish, english })
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
    /// The sentence, and what it tells.
    fn parse(text: Text<'_>, names: &Names<'_>, faults: &mut Faults) -> Option<(Template, Vec<Told>)> {
        let mut tells = Vec::new();
        let pieces = sentence::read(text, faults, |written, faults| {
            let given = placeholder(written, names, faults)?;
            let name = match &given {
                Given::Value(name, _) => Some(name.clone()),
                Given::Keys(action) => Some(format!("{KEYS}:{}", action.name())),
                // `{days|day|days}` is a word, not a figure
                Given::Plural(..) => None,
            };
            let told = |name| Told { name, fault: written.spot.fault(Message::new(id::ONE_LANGUAGE)) };
            tells.extend(name.map(told));
            Some(given)
        });
        Some((Template(pieces?), tells))
    }

    fn fill(&self, values: Values<'_>, lang: Lang) -> Option<String> {
        let mut filled = String::new();
        write(&self.0, values, lang, &mut filled)?;
        Some(filled)
    }

    fn cells(&self) -> usize {
        let plain = self.0.iter().map(|piece| match piece {
            Piece::Plain(text) => crate::text::safe::cells(text),
            Piece::Given(Given::Keys(_)) => KEY_CELLS,
            Piece::Given(Given::Value(..) | Given::Plural(..)) | Piece::Optional(_) => 0,
        });
        plain.sum()
    }
}

/// What a sentence tells in one language, with the fault that it is where the other language does not.
struct Told {
    name: String,
    fault: Fault,
}

/// Whether all that a sentence tells is in the sentence of `other` too: a customer hears the same in both languages.
fn tells_all(told: &[Told], said: &[Told], other: MessageId, faults: &mut Faults) -> bool {
    let other = Message::new(other).said();
    let mut missing = BTreeSet::new();
    for one in told.iter().filter(|one| !said.iter().any(|said| said.name == one.name)) {
        if missing.insert(one.name.as_str()) {
            let mut fault = one.fault.clone();
            fault.message = fault.message.with("name", one.name.as_str()).with("language", other.clone());
            faults.add(fault.with_help(Message::new(id::HELP_BOTH_LANGUAGES)));
        }
    }
    missing.is_empty()
}

/// The names in pieces.
fn collect<'t>(pieces: &'t [Piece<Given>], names: &mut BTreeSet<&'t str>) {
    for piece in pieces {
        match piece {
            Piece::Plain(_) | Piece::Given(Given::Keys(_)) => {}
            Piece::Given(Given::Value(name, _) | Given::Plural(name, ..)) => {
                names.insert(name);
            }
            Piece::Optional(inner) => collect(inner, names),
        }
    }
}

/// Writes pieces; `None` when a name outside brackets has no value.
fn write(pieces: &[Piece<Given>], values: Values<'_>, lang: Lang, filled: &mut String) -> Option<()> {
    for piece in pieces {
        match piece {
            Piece::Plain(text) => filled.push_str(text),
            Piece::Given(Given::Value(name, form)) => {
                let value = values(name)?;
                filled.push_str(&form.map_or_else(|| value.say(lang), |form| value.formed(form, lang)));
            }
            Piece::Given(Given::Plural(name, one, many)) => {
                let single = values(name)? == Figure::Whole(1);
                filled.push_str(if single { one } else { many });
            }
            Piece::Given(Given::Keys(action)) => filled.push_str(&action.mark()),
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

fn placeholder(written: &Placeholder<'_>, names: &Names<'_>, faults: &mut Faults) -> Option<Given> {
    let Placeholder { name, words, form, spot } = written;
    if names.keys && *name == KEYS {
        return keys(written, faults);
    }
    if !names.known.contains(name) {
        let fault = match figure::find(name).and_then(|figure| figure.leg) {
            Some(leg) => spot.fault(told(id::FIGURE_LEG, "name", *name).with("kit", leg.name())),
            None => spot
                .fault(told(id::PLACEHOLDER_UNKNOWN, "name", if name.is_empty() { "{}" } else { name }))
                .with_help(nearest::help(name, names.known.iter().copied())),
        };
        faults.add(fault);
        return None;
    }
    let kind = Names::kind(name);
    match (words.as_slice(), form) {
        ([], None) => Some(Given::Value((*name).to_owned(), None)),
        ([], Some(form)) => formed((name, kind), form, spot, faults),
        ([one, many], None) if kind == FigureKind::Whole => {
            Some(Given::Plural((*name).to_owned(), (*one).to_owned(), (*many).to_owned()))
        }
        _ => {
            faults.add(spot.fault(Message::new(pack::PLACEHOLDER_PLURAL)));
            None
        }
    }
}

/// A name in a form that its values have.
fn formed(
    (name, kind): (&str, FigureKind),
    written: &str,
    spot: &Spot<'_>,
    faults: &mut Faults,
) -> Option<Given> {
    let of_kind = || FORMS.iter().filter(|(.., kinds)| kinds.contains(&kind));
    if let Some((_, form, _)) = of_kind().find(|(known, ..)| *known == written) {
        return Some(Given::Value(name.to_owned(), Some(*form)));
    }
    let fault = spot.fault(told(id::PLACEHOLDER_FORM, "form", written).with("name", name));
    let known: Vec<&str> = of_kind().map(|(known, ..)| *known).collect();
    let help = (!known.is_empty()).then(|| told(pack::HELP_KNOWN, "names", known.join(", ")));
    faults.add(fault.with_help(help));
    None
}

/// `{key:go-back}`: an action that a flow's screen knows.
fn keys(written: &Placeholder<'_>, faults: &mut Faults) -> Option<Given> {
    let name = written.form.unwrap_or_default();
    let here = |action: &Action| action.is_built() && action.applies(Context::Flow);
    let action = Action::from_name(name).filter(here).filter(|_| written.words.is_empty());
    if action.is_none() {
        let known = Action::ALL.iter().filter(|action| here(action)).map(|action| action.name());
        let fault = written.spot.fault(told(id::KEY_UNKNOWN, "name", name));
        faults.add(fault.with_help(nearest::help(name, known)));
    }
    action.map(Given::Keys)
}
