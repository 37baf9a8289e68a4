//! The palette: which commands fit what is typed, and what Enter does.

use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

use super::{
    act,
    model::Model,
    place::{Over, Palette},
};
use crate::{
    action::{Action, Arg, ArgError, Context},
    keymap::{self, CommandError, PaletteRow},
    request::Effect,
    text::{Lang, Message, fold::fold, ids::desk as id},
};

/// Letters that are looked for within words.
const WITHIN_MIN: usize = 3;
/// Letters that are looked for with gaps between them: a word with a letter forgotten.
const NEAR_MIN: usize = 5;
/// Letters that may stand between them.
const GAPS_MAX: usize = 2;

/// How a row fits what is typed, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It is its name, or what people call it.
    Whole,
    /// It is a key of it.
    Key,
    /// Its name or label begins so.
    Start,
    /// Words of it begin so, in this order.
    Words,
    /// It stands within.
    Within,
    /// With a letter or two forgotten.
    Near,
}

impl Model {
    /// The rows of the open palette that fit what is typed, the best first.
    pub(crate) fn palette_rows(&self) -> Option<Vec<PaletteRow>> {
        let Some(Over::Palette(palette)) = &self.over else { return None };
        let rows = self.keymap.palette(self.contexts_below(), self.caller.role);
        let typed = palette.field.text().trim();
        let name = typed.split_whitespace().next().unwrap_or_default();
        if Action::from_name(name).is_some() && typed != name {
            // an argument is being typed: the action alone is left
            return Some(rows.into_iter().filter(|row| row.action.name() == name).collect());
        }
        let wanted = fold(typed);
        if wanted.is_empty() {
            return Some(rows);
        }
        let mut fitting: Vec<_> =
            rows.into_iter().filter_map(|row| Some((fit(&row, (typed, &wanted), self.lang)?, row))).collect();
        fitting.sort_by_key(|(fit, _)| *fit);
        Some(fitting.into_iter().map(|(_, row)| row).collect())
    }
}

/// How a row fits, whether by the other language's words alone, and at which of its words.
fn fit(row: &PaletteRow, (typed, wanted): (&str, &str), lang: Lang) -> Option<(Fit, bool, usize)> {
    let other = match lang {
        Lang::Tr => Lang::En,
        Lang::En => Lang::Tr,
    };
    let own = [row.name(), row.label.of(lang), row.also.of(lang)];
    let foreign = [row.label.of(other), row.also.of(other)];
    let key = row.keys.iter().any(|key| key == typed).then_some((Fit::Key, false, 0));
    let own = own.into_iter().filter_map(|text| fits(&fold(text), wanted)).map(|(fit, at)| (fit, false, at));
    let foreign = foreign
        .into_iter()
        .filter_map(|text| fits(&fold(text), wanted))
        // within words of a language that is not the reader's everything is found
        .filter(|(fit, _)| *fit <= Fit::Words)
        .map(|(fit, at)| (fit, true, at));
    own.chain(key).chain(foreign).min()
}

/// How a folded text fits, and at which of its words.
fn fits(text: &str, wanted: &str) -> Option<(Fit, usize)> {
    if text == wanted {
        return Some((Fit::Whole, 0));
    }
    if text.starts_with(wanted) {
        return Some((Fit::Start, 0));
    }
    if let Some(at) = begins_words(text, wanted) {
        return Some((Fit::Words, at));
    }
    let letters = wanted.chars().count();
    if letters >= WITHIN_MIN && text.contains(wanted) {
        return Some((Fit::Within, 0));
    }
    (letters >= NEAR_MIN && is_near(text, wanted)).then_some((Fit::Near, 0))
}

/// The first word of a text from which on its words begin as those that are wanted.
fn begins_words(text: &str, wanted: &str) -> Option<usize> {
    let parts = |text: &str| -> Vec<String> {
        let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    };
    let (words, wanted) = (parts(text), parts(wanted));
    let begin = |words: &[String]| words.iter().zip(&wanted).all(|(word, wanted)| word.starts_with(wanted));
    if wanted.is_empty() {
        return None;
    }
    words.windows(wanted.len()).position(begin)
}

/// All letters stand close together in their order, from the beginning of a word on.
fn is_near(text: &str, wanted: &str) -> bool {
    let Some((_, places)) = SkimMatcherV2::default().fuzzy_indices(text, wanted) else { return false };
    let (Some(first), Some(last)) = (places.first(), places.last()) else { return false };
    let before = first.checked_sub(1).and_then(|before| text.chars().nth(before));
    let begins = before.is_none_or(|before| !before.is_alphanumeric());
    begins && last - first < places.len() + GAPS_MAX
}

/// A whole command as typed, else the selected row; an action that needs an argument is written out for it. What
/// fits nothing runs nothing.
pub(super) fn run(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(Over::Palette(Palette { field, row })) = &model.over else { return };
    let (typed, row) = (field.text().trim().to_owned(), *row);
    let chosen = |model: &Model| model.palette_rows().and_then(|rows| rows.into_iter().nth(row));
    let (action, arg) = match keymap::command(&typed) {
        Ok(whole) if row == 0 => whole,
        Err(CommandError::Argument { action, error: ArgError::Missing }) if row == 0 => {
            return write_out(model, action);
        }
        Err(error @ CommandError::Argument { .. }) => {
            model.notice = error.messages().into_iter().next();
            return;
        }
        Ok(_) | Err(_) => match chosen(model) {
            Some(PaletteRow { action, arg: None, .. }) if !action.arg().is_optional() => {
                return write_out(model, action);
            }
            Some(row) => (row.action, row.arg),
            None => {
                model.notice = Some(Message::new(id::PALETTE_NOTHING).with("text", typed));
                return;
            }
        },
    };
    run_here(model, (action, arg.as_ref()), out);
}

/// The action's name stands in the palette; its argument is yet to be typed.
fn write_out(model: &mut Model, action: Action) {
    if let Some(Over::Palette(palette)) = &mut model.over {
        palette.field.set(&format!("{} ", action.name()));
        palette.row = 0;
    }
}

fn run_here(model: &mut Model, (action, arg): (Action, Option<&Arg>), out: &mut Vec<Effect>) {
    model.over = None;
    let here = model.contexts().iter().chain([&Context::Global]);
    if !here.into_iter().any(|context| action.places().contains(context)) {
        let label = Message::new(action.label()).said();
        model.notice = Some(Message::new(id::NOT_HERE).with("action", label));
        return;
    }
    act::act(model, action, arg, out);
}
