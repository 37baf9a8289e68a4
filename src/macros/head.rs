//! What stands before the first step: parameters and bounds.

use super::{
    file::{Limits, Param, Preset, ROLES, StoryPart},
    line::{Line, unknown},
    token::Wrong,
    value::{KIND_NAMES, Kind, Value},
};
use crate::{
    money::Currency,
    text::{Message, ids::macros as id},
};

/// The first line of every macro: what it is, and the form that it is written in.
pub(super) const HEAD: &str = "#!tekil macro 1";
/// The most parameters.
pub const PARAMS_MAX: usize = 32;
/// The most rows of one run.
pub const ROWS_MAX: usize = 10_000;
/// The most rows begun in a minute.
const PER_MINUTE_MAX: u32 = 6_000;
/// The longest name of a parameter, in characters.
const NAME_CHARS_MAX: usize = 40;

impl Default for Limits {
    fn default() -> Limits {
        Limits { rows: ROWS_MAX, per_minute: None, role: None, timeout_ms: None }
    }
}

/// `NAME : TYPE [= VALUE] [min VALUE]`, behind `param`.
pub(super) fn param(line: &mut Line, at: usize) -> Result<Param, Wrong> {
    let (name, column) = line.word(id::WANTED_NAME)?;
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let begins = name.starts_with(|c: char| c.is_ascii_lowercase());
    if !begins || !name.chars().all(fits) || name.len() > NAME_CHARS_MAX {
        return Err(Wrong::at(column, Message::new(id::NAME_BAD).with("name", name)));
    }
    line.sign(":", id::WANTED_COLON)?;
    let kind = kind(line)?;
    let default = if line.takes_sign("=") { Some(preset(line, kind)?) } else { None };
    let column = line.column();
    let min = if line.takes("min") { Some(least(line, kind, column)?) } else { None };
    if let (Some(Preset::Value(value)), Some(min)) = (&default, &min)
        && value.is_below(min)
    {
        let message =
            Message::new(id::BELOW_MIN).with("value", value.to_string()).with("min", min.to_string());
        return Err(Wrong::at(column, message));
    }
    line.end()?;
    Ok(Param { name, kind, default, min, line: at })
}

fn kind(line: &mut Line) -> Result<Kind, Wrong> {
    let (word, column) = line.word(id::WANTED_KIND)?;
    if word != "money" {
        return Kind::plain(&word).ok_or_else(|| unknown(column, &word, KIND_NAMES));
    }
    let (code, column) = line.word(id::WANTED_CURRENCY)?;
    let currency = Currency::from_code(&code);
    currency.map(Kind::Money).ok_or_else(|| {
        let codes: Vec<&'static str> = vec!["TRY", "USD", "EUR", "GBP"];
        unknown(column, &code, codes)
    })
}

fn preset(line: &mut Line, kind: Kind) -> Result<Preset, Wrong> {
    let column = line.column();
    if line.takes("story") {
        return story(line, kind, column);
    }
    value(line, kind).map(Preset::Value)
}

/// `("NAME")` and perhaps `.deposit` or `.order`, behind `story`.
fn story(line: &mut Line, kind: Kind, column: usize) -> Result<Preset, Wrong> {
    const PARTS: [(&str, StoryPart); 2] = [(".deposit", StoryPart::Deposit), (".order", StoryPart::Order)];
    line.sign("(", id::WANTED_STORY)?;
    let story = line.text(id::WANTED_STORY)?;
    line.sign(")", id::WANTED_STORY)?;
    let at = line.column();
    let part = match PARTS.iter().find(|(name, _)| line.takes(name)) {
        Some((_, part)) => *part,
        None => match line.peek().filter(|word| word.starts_with('.')) {
            Some(word) => return Err(unknown(at, word, PARTS.map(|(name, _)| name))),
            None => StoryPart::Customer,
        },
    };
    let gives = match part {
        StoryPart::Customer => Kind::Customer,
        StoryPart::Deposit => Kind::Account,
        StoryPart::Order => Kind::Order,
    };
    if gives != kind {
        let message =
            Message::new(id::STORY_KIND).with("found", gives.to_string()).with("kind", kind.to_string());
        return Err(Wrong::at(column, message).with_help(Message::new(id::HELP_STORY)));
    }
    Ok(Preset::Story { story, part })
}

fn value(line: &mut Line, kind: Kind) -> Result<Value, Wrong> {
    let column = line.column();
    match line.given()? {
        super::file::Given::Literal(text) => kind.read(&text).ok_or_else(|| unfit(column, &text, kind)),
        super::file::Given::Param(name) => {
            Err(Wrong::at(column, Message::new(id::PARAM_OF_PARAM).with("name", name)))
        }
    }
}

/// A value that is none of its type.
pub(super) fn unfit(column: usize, text: &str, kind: Kind) -> Wrong {
    let message = Message::new(id::VALUE_UNFIT).with("value", text).with("kind", kind.to_string());
    Wrong::at(column, message).with_help(Message::new(kind.wanted()))
}

fn least(line: &mut Line, kind: Kind, column: usize) -> Result<Value, Wrong> {
    if !kind.has_order() {
        return Err(Wrong::at(column, Message::new(id::MIN_TYPE).with("kind", kind.to_string())));
    }
    value(line, kind)
}

/// `rows N, rate N/min, as ROLE`, behind `limit`.
pub(super) fn limit(line: &mut Line, limits: &mut Limits) -> Result<(), Wrong> {
    loop {
        let column = line.column();
        if line.takes("rows") {
            limits.rows = whole(line, ROWS_MAX)?;
        } else if line.takes("rate") {
            limits.per_minute = Some(rate(line)?);
        } else if line.takes("as") {
            limits.role = Some(line.one_of(&ROLES, id::WANTED_ROLE)?);
        } else {
            let (word, _) = line.word(id::WANTED_LIMIT)?;
            return Err(unknown(column, &word, ["rows", "rate", "as"]));
        }
        if !line.takes_sign(",") {
            return line.end();
        }
    }
}

fn whole(line: &mut Line, most: usize) -> Result<usize, Wrong> {
    let (word, column) = line.word(id::WANTED_COUNT)?;
    let count = word.bytes().all(|byte| byte.is_ascii_digit()).then(|| word.parse().ok()).flatten();
    count.filter(|count| (1..=most).contains(count)).ok_or_else(|| {
        Wrong::at(column, Message::new(id::COUNT_BAD).with("found", word.as_str()).with("max", most))
    })
}

fn rate(line: &mut Line) -> Result<u32, Wrong> {
    let (word, column) = line.word(id::WANTED_RATE)?;
    let digits = word.strip_suffix("/min").filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    let rate = digits.and_then(|digits| digits.parse().ok());
    rate.filter(|rate| (1..=PER_MINUTE_MAX).contains(rate)).ok_or_else(|| {
        let message = Message::new(id::RATE_BAD).with("found", word.as_str());
        Wrong::at(column, message.with("max", u64::from(PER_MINUTE_MAX)))
    })
}
