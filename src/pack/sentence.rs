//! Sentences with placeholders as authors write them: `{name}`, `{name:form}`, `{name|day|days}`; what stands in
//! brackets is left out as a whole where a name in it has no value. What the names are, their reader knows.

use super::{
    Faults,
    document::{Spot, Text},
    fault::told,
};
use crate::text::ids::pack as id;

/// A part of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<P> {
    /// Words as written.
    Plain(String),
    /// A placeholder.
    Given(P),
    /// Left out where something in it is not known.
    Optional(Vec<Piece<P>>),
}

/// A placeholder as written.
#[derive(Debug)]
pub struct Placeholder<'t> {
    /// Its name.
    pub name: &'t str,
    /// The words after the name, between bars.
    pub words: Vec<&'t str>,
    /// What stands after the colon.
    pub form: Option<&'t str>,
    /// Where it stands.
    pub spot: Spot<'t>,
}

/// Reads a sentence; `placeholder` says what each placeholder is, or adds the fault.
///
/// # Errors
/// `None`, with the faults added: a bracket without its other half, or what `placeholder` refused.
pub fn read<P>(
    text: Text<'_>,
    faults: &mut Faults,
    mut placeholder: impl FnMut(&Placeholder<'_>, &mut Faults) -> Option<P>,
) -> Option<Vec<Piece<P>>> {
    let mut parts = Vec::new();
    let mut inner: Option<Vec<Piece<P>>> = None;
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
                let written: String = chars.by_ref().map(|(_, c)| c).take_while(|c| *c != '}').collect();
                if is_open(text.text, index) {
                    unpaired(text, index, char, faults);
                    return None;
                }
                match placeholder(&split(&written, text.spot_of(index)), faults) {
                    Some(given) => target.push(Piece::Given(given)),
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
    good.then_some(parts)
}

/// Whether a brace is never closed, or another one opens first.
fn is_open(text: &str, at: usize) -> bool {
    text.chars().skip(at + 1).find(|c| matches!(c, '{' | '}')) != Some('}')
}

fn split<'t>(written: &'t str, spot: Spot<'t>) -> Placeholder<'t> {
    let (words, form) = written.split_once(':').map_or((written, None), |(words, form)| (words, Some(form)));
    let mut words = words.split('|');
    Placeholder { name: words.next().unwrap_or_default(), words: words.collect(), form, spot }
}

fn unpaired(text: Text<'_>, index: usize, found: char, faults: &mut Faults) {
    let message = told(id::PLACEHOLDER_OPEN, "found", found.to_string());
    faults.add(text.spot_of(index).fault(message));
}
