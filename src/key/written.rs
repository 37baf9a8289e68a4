//! Keys as they are written, one and in sequences.

use std::{fmt, str::FromStr};

use super::{Code, F_MAX, KEYS_MAX, Key, KeyError, Mods, NAMES, PA_MAX};

/// Differing letters up to which a key name is offered for a mistyped one.
const NEAR_MAX: usize = 2;

impl FromStr for Key {
    type Err = KeyError;

    /// One key as keymap files write it: modifiers `C-`, `M-`, `S-`, then a name or one character.
    fn from_str(written: &str) -> Result<Self, KeyError> {
        if written.is_empty() {
            return Err(KeyError::Empty);
        }
        parse(written)
            .ok_or_else(|| KeyError::Unknown { name: written.to_owned(), nearest: nearest(written) })
    }
}

fn parse(written: &str) -> Option<Key> {
    let mut mods = Mods::NONE;
    let mut rest = written;
    while let Some((modifier, after)) = rest.split_once('-').filter(|(_, after)| !after.is_empty()) {
        let held = match modifier {
            "C" => &mut mods.ctrl,
            "M" => &mut mods.alt,
            "S" => &mut mods.shift,
            _ => return None,
        };
        if *held {
            return None;
        }
        *held = true;
        rest = after;
    }
    Key::new(code(rest)?, mods)
}

fn code(name: &str) -> Option<Code> {
    let mut chars = name.chars();
    if let (Some(only), None) = (chars.next(), chars.next()) {
        return (!only.is_control()).then_some(Code::Char(only));
    }
    if let Some((_, code)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some(*code);
    }
    let number = |digits: &str| {
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
        plain.then(|| digits.parse().ok()).flatten()
    };
    if let Some(digits) = name.strip_prefix("PA") {
        return number(digits).map(Code::Pa);
    }
    name.strip_prefix('F').and_then(number).map(Code::F)
}

/// What was probably meant: `Ctrl+l` is `C-l`, `enter` is `Enter`.
fn nearest(written: &str) -> Option<String> {
    let spelt = respelt(written);
    if parse(&spelt).is_some() {
        return Some(spelt);
    }
    let (held, name) = spelt
        .rsplit_once('-')
        .map_or(("", spelt.as_str()), |(held, name)| (spelt.get(..=held.len()).unwrap_or_default(), name));
    let wanted = name.to_ascii_lowercase();
    let functions = (1..=F_MAX).map(|n| format!("F{n}"));
    let attention = (1..=PA_MAX).map(|n| format!("PA{n}"));
    NAMES
        .iter()
        .map(|(known, _)| (*known).to_owned())
        .chain(functions)
        .chain(attention)
        .map(|known| (strsim::damerau_levenshtein(&wanted, &known.to_ascii_lowercase()), known))
        .filter(|(distance, known)| *distance <= NEAR_MAX && *distance < known.len())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| format!("{held}{known}"))
        .filter(|offered| parse(offered).is_some())
}

/// The modifiers that other programs write, as they are written here.
fn respelt(written: &str) -> String {
    const OTHERS: &[(&str, &str)] = &[
        ("ctrl", "C-"),
        ("control", "C-"),
        ("alt", "M-"),
        ("meta", "M-"),
        ("shift", "S-"),
        ("c", "C-"),
        ("m", "M-"),
        ("s", "S-"),
        ("a", "M-"),
    ];
    let mut spelt = String::new();
    let mut rest = written;
    while let Some((modifier, after)) = rest.split_once(['-', '+']).filter(|(_, after)| !after.is_empty()) {
        let Some((_, ours)) = OTHERS.iter().find(|(other, _)| modifier.eq_ignore_ascii_case(other)) else {
            break;
        };
        spelt.push_str(ours);
        rest = after;
    }
    spelt + rest
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, mark) in [(self.mods.ctrl, "C-"), (self.mods.alt, "M-"), (self.mods.shift, "S-")] {
            if held {
                f.write_str(mark)?;
            }
        }
        if let Code::F(n) = self.code {
            write!(f, "F{n}")
        } else if let Code::Pa(n) = self.code {
            write!(f, "PA{n}")
        } else if let Code::Char(c) = self.code
            && c != ' '
        {
            write!(f, "{c}")
        } else {
            NAMES.iter().find(|(_, code)| *code == self.code).map_or(Ok(()), |(name, _)| f.write_str(name))
        }
    }
}

impl TryFrom<String> for Key {
    type Error = KeyError;

    fn try_from(written: String) -> Result<Self, KeyError> {
        written.parse()
    }
}

impl From<Key> for String {
    fn from(key: Key) -> Self {
        key.to_string()
    }
}

/// Reads a sequence of keys: `<C-f> f b <Enter>`. Keys stand apart by spaces; a plain character stands as it
/// is, everything else in angle brackets, a space is `<Space>` and `<` is `<lt>`.
///
/// # Errors
/// [`KeyError`], at the first key that is none.
pub fn parse_keys(written: &str) -> Result<Vec<Key>, KeyError> {
    let mut keys = Vec::new();
    for token in written.split_ascii_whitespace() {
        if keys.len() == KEYS_MAX {
            return Err(KeyError::TooMany);
        }
        let bracketed = token.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
        let key = match bracketed {
            Some(name) => name.parse()?,
            None if token.chars().nth(1).is_none() && token != "<" => token.parse()?,
            None => return Err(KeyError::Unknown { name: token.to_owned(), nearest: in_brackets(token) }),
        };
        keys.push(key);
    }
    Ok(keys)
}

fn in_brackets(token: &str) -> Option<String> {
    let named = parse(token).map(|key| if token == "<" { "lt".to_owned() } else { key.to_string() });
    named.or_else(|| nearest(token)).map(|name| format!("<{name}>"))
}

/// Writes a sequence of keys as [`parse_keys`] reads it.
#[must_use]
pub fn print_keys(keys: &[Key]) -> String {
    let one = |key: &Key| match key.text() {
        Some(' ') | None => format!("<{}>", key.to_string().replace('<', "lt")),
        Some('<') => "<lt>".to_owned(),
        Some(c) => c.to_string(),
    };
    keys.iter().map(one).collect::<Vec<_>>().join(" ")
}
