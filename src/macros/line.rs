//! One line of a macro, read word by word.

use super::{
    file::{COMPARES, Compare, Given},
    token::{Placed, Token, Wrong, tokens},
};
use crate::{
    pack::nearest,
    text::{Message, MessageId, ids::macros as id},
};

/// A line that is being read.
pub(super) struct Line {
    tokens: Vec<Placed>,
    at: usize,
    /// The column behind the last token.
    end: usize,
}

impl Line {
    /// # Errors
    /// What [`tokens`] says.
    pub(super) fn new(text: &str) -> Result<Line, Wrong> {
        let tokens = tokens(text)?;
        Ok(Line { tokens, at: 0, end: text.trim_end().chars().count() + 1 })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    fn next(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|placed| &placed.token)
    }

    /// Where the next token stands, or the line ends.
    pub(super) fn column(&self) -> usize {
        self.tokens.get(self.at).map_or(self.end, |placed| placed.column)
    }

    /// A fault at the next token.
    pub(super) fn wrong(&self, message: Message) -> Wrong {
        Wrong::at(self.column(), message)
    }

    /// The next token is not what was wanted.
    pub(super) fn unexpected(&self, wanted: MessageId) -> Wrong {
        let wanted = Message::new(wanted).said();
        let message = match self.next() {
            Some(found) => Message::new(id::UNEXPECTED).with("found", shown(found)).with("wanted", wanted),
            None => Message::new(id::ENDS_EARLY).with("wanted", wanted),
        };
        self.wrong(message)
    }

    /// The next token, if it is a word.
    pub(super) fn peek(&self) -> Option<&str> {
        match self.next() {
            Some(Token::Word(word)) => Some(word),
            _ => None,
        }
    }

    /// Takes this word if it is next.
    pub(super) fn takes(&mut self, word: &str) -> bool {
        let there = matches!(self.next(), Some(Token::Word(found)) if found == word);
        self.at += usize::from(there);
        there
    }

    /// Takes this sign if it is next.
    pub(super) fn takes_sign(&mut self, sign: &str) -> bool {
        let there = matches!(self.next(), Some(Token::Sign(found)) if *found == sign);
        self.at += usize::from(there);
        there
    }

    /// This sign, or a fault.
    pub(super) fn sign(&mut self, sign: &str, wanted: MessageId) -> Result<(), Wrong> {
        if self.takes_sign(sign) { Ok(()) } else { Err(self.unexpected(wanted)) }
    }

    /// A word, with its column.
    pub(super) fn word(&mut self, wanted: MessageId) -> Result<(String, usize), Wrong> {
        let column = self.column();
        match self.next() {
            Some(Token::Word(word)) => {
                let word = word.clone();
                self.at += 1;
                Ok((word, column))
            }
            _ => Err(self.unexpected(wanted)),
        }
    }

    /// One of some words.
    pub(super) fn one_of<T: Copy>(&mut self, names: &[(&str, T)], wanted: MessageId) -> Result<T, Wrong> {
        let (word, column) = self.word(wanted)?;
        let found = names.iter().find(|(name, _)| *name == word).map(|(_, found)| *found);
        found.ok_or_else(|| unknown(column, &word, names.iter().map(|(name, _)| *name)))
    }

    /// A text in quotes.
    pub(super) fn text(&mut self, wanted: MessageId) -> Result<String, Wrong> {
        match self.next() {
            Some(Token::Text(text)) => {
                let text = text.clone();
                self.at += 1;
                Ok(text)
            }
            _ => Err(self.unexpected(wanted)),
        }
    }

    /// A regular expression.
    pub(super) fn regex(&mut self) -> Result<String, Wrong> {
        match self.next() {
            Some(Token::Regex(written)) => {
                let written = written.clone();
                if regex_lite::Regex::new(&written).is_err() {
                    return Err(self.wrong(Message::new(id::REGEX_BAD)));
                }
                self.at += 1;
                Ok(written)
            }
            _ => Err(self.unexpected(id::WANTED_REGEX)),
        }
    }

    /// `$name`, a word or a text.
    pub(super) fn given(&mut self) -> Result<Given, Wrong> {
        let given = match self.next() {
            Some(Token::Param(name)) => Given::Param(name.clone()),
            Some(Token::Word(text) | Token::Text(text)) => Given::Literal(text.clone()),
            _ => return Err(self.unexpected(id::WANTED_VALUE)),
        };
        self.at += 1;
        Ok(given)
    }

    /// A comparison.
    pub(super) fn compare(&mut self) -> Result<Compare, Wrong> {
        let found = match self.next() {
            Some(Token::Sign(sign)) => COMPARES.iter().find(|(known, _)| known == sign),
            _ => None,
        };
        let Some((_, compare)) = found else {
            return Err(self.unexpected(id::WANTED_COMPARE));
        };
        self.at += 1;
        Ok(*compare)
    }

    /// `90s`, `250ms` or `2m`, in milliseconds.
    pub(super) fn duration(&mut self) -> Result<u64, Wrong> {
        let (word, column) = self.word(id::WANTED_DURATION)?;
        let read = || {
            let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            let unit = match word.get(digits.len()..)? {
                "ms" => 1,
                "s" => 1_000,
                "m" => 60_000,
                _ => return None,
            };
            let whole =
                digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse::<u64>().ok())??;
            whole.checked_mul(unit).filter(|length| (1..=DURATION_MS_MAX).contains(length))
        };
        read().ok_or_else(|| {
            let most = DURATION_MS_MAX / 60_000;
            Wrong::at(
                column,
                Message::new(id::DURATION_BAD).with("found", word.as_str()).with("minutes", most),
            )
        })
    }

    /// Nothing more may stand here.
    pub(super) fn end(&self) -> Result<(), Wrong> {
        match self.next() {
            None => Ok(()),
            Some(found) => Err(self.wrong(Message::new(id::MORE_BEHIND).with("found", shown(found)))),
        }
    }
}

/// The longest duration, in milliseconds.
const DURATION_MS_MAX: u64 = 60 * 60_000;

/// A name that is none of those known.
pub(super) fn unknown<'n>(column: usize, name: &str, known: impl IntoIterator<Item = &'n str>) -> Wrong {
    Wrong::at(column, Message::new(id::NAME_UNKNOWN).with("name", name)).with_help(nearest::help(name, known))
}

fn shown(token: &Token) -> String {
    match token {
        Token::Word(word) => word.clone(),
        Token::Text(text) => format!("\"{text}\""),
        Token::Regex(written) => format!("/{written}/"),
        Token::Param(name) => format!("${name}"),
        Token::Sign(sign) => (*sign).to_owned(),
    }
}
