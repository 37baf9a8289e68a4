//! A line of a macro as words, texts and signs, each with its column.

use crate::text::{Message, ids::macros as id};

/// The longest line, in characters.
pub const LINE_CHARS_MAX: usize = 400;

/// What stands at a place of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A bare word: a name, a number, a date.
    Word(String),
    /// `"text"`, escapes resolved.
    Text(String),
    /// `/re/`, as written between the slashes.
    Regex(String),
    /// `$name`.
    Param(String),
    /// `= == != >= <= > < ~ , : ( )`.
    Sign(&'static str),
}

/// A token with its column, from 1 in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placed {
    pub(super) token: Token,
    pub(super) column: usize,
}

/// What is wrong with a line, and what would be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wrong {
    pub(super) column: usize,
    pub(super) message: Message,
    pub(super) help: Option<Message>,
}

impl Wrong {
    pub(super) fn at(column: usize, message: Message) -> Wrong {
        Wrong { column, message, help: None }
    }

    pub(super) fn with_help(self, help: impl Into<Option<Message>>) -> Wrong {
        Wrong { help: help.into(), ..self }
    }
}

/// Longer signs before those they begin with.
const SIGNS: [&str; 12] = ["==", "!=", ">=", "<=", "=", ">", "<", "~", ",", ":", "(", ")"];

/// What ends a word.
fn ends_word(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '=' | '<' | '>' | '!' | '~' | ',' | ':' | '(' | ')' | '#' | '$')
}

/// A line cut into tokens; what stands behind `#` is a comment.
pub(super) struct Scan {
    chars: Vec<char>,
    at: usize,
    found: Vec<Placed>,
}

/// The tokens of a line.
///
/// # Errors
/// A quote or `/` that is never closed, a sign that means nothing, a line that is too long.
pub(super) fn tokens(line: &str) -> Result<Vec<Placed>, Wrong> {
    let chars: Vec<char> = line.chars().collect();
    if chars.len() > LINE_CHARS_MAX {
        let message = Message::new(id::LINE_LONG).with("max", LINE_CHARS_MAX);
        return Err(Wrong::at(LINE_CHARS_MAX + 1, message));
    }
    let mut scan = Scan { chars, at: 0, found: Vec::new() };
    while let Some(c) = scan.peek() {
        match c {
            '#' => break,
            c if c.is_whitespace() => scan.at += 1,
            _ => scan.one(c)?,
        }
    }
    Ok(scan.found)
}

impl Scan {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn take(&mut self) -> Option<char> {
        let taken = self.peek();
        self.at += usize::from(taken.is_some());
        taken
    }

    fn one(&mut self, c: char) -> Result<(), Wrong> {
        let column = self.at + 1;
        let token = match c {
            '"' => self.quoted(column)?,
            '/' if matches!(self.found.last(), Some(Placed { token: Token::Sign("~"), .. })) => {
                self.regex(column)?
            }
            '$' => {
                self.at += 1;
                Token::Param(self.word())
            }
            _ => match self.sign() {
                Some(sign) => Token::Sign(sign),
                None if ends_word(c) || c.is_control() => {
                    return Err(Wrong::at(
                        column,
                        Message::new(id::SIGN_UNKNOWN).with("sign", c.to_string()),
                    ));
                }
                None => Token::Word(self.word()),
            },
        };
        self.found.push(Placed { token, column });
        Ok(())
    }

    fn word(&mut self) -> String {
        let mut word = String::new();
        while let Some(c) = self.peek().filter(|c| !ends_word(*c) && !c.is_control()) {
            word.push(c);
            self.at += 1;
        }
        word
    }

    fn sign(&mut self) -> Option<&'static str> {
        let next = [self.peek()?, self.chars.get(self.at + 1).copied().unwrap_or(' ')];
        let text: String = next.into_iter().collect();
        let sign = SIGNS.into_iter().find(|sign| text.starts_with(sign))?;
        self.at += sign.len();
        Some(sign)
    }

    fn quoted(&mut self, column: usize) -> Result<Token, Wrong> {
        let mut text = String::new();
        self.at += 1;
        while let Some(c) = self.take() {
            match c {
                '"' => return Ok(Token::Text(text)),
                '\\' => match self.take() {
                    Some(escaped @ ('"' | '\\')) => text.push(escaped),
                    _ => return Err(Wrong::at(self.at, Message::new(id::ESCAPE_UNKNOWN))),
                },
                c if c.is_control() => {
                    return Err(Wrong::at(
                        self.at,
                        Message::new(id::SIGN_UNKNOWN).with("sign", c.to_string()),
                    ));
                }
                c => text.push(c),
            }
        }
        Err(Wrong::at(column, Message::new(id::QUOTE_OPEN)))
    }

    fn regex(&mut self, column: usize) -> Result<Token, Wrong> {
        let mut text = String::new();
        self.at += 1;
        while let Some(c) = self.take() {
            match c {
                '/' => return Ok(Token::Regex(text)),
                '\\' => {
                    text.push('\\');
                    text.extend(self.take());
                }
                c => text.push(c),
            }
        }
        Err(Wrong::at(column, Message::new(id::REGEX_OPEN)))
    }
}

/// A text as a line writes it.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Whether a text can stand without quotes.
pub(super) fn is_bare(text: &str) -> bool {
    !text.is_empty() && !text.starts_with('/') && text.chars().all(|c| !ends_word(c) && !c.is_control())
}
