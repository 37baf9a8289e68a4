//! A small reader of authored TOML: every value knows its place, and what is wrong is collected, not thrown.
//!
//! The layers above read their own files with it.

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    text::{Message, MessageId, Said, ids::pack as id},
    time::Day,
};

use super::{
    PackFile,
    fault::{Fault, Faults, told},
    nearest,
    place::{inside_string, place},
    syntax,
};

/// A parsed file.
#[derive(Debug)]
pub struct Document<'t> {
    file: &'t PackFile,
    root: Spanned<DeTable<'t>>,
}

/// A stretch of a file.
#[derive(Debug, Clone, Copy)]
pub struct Spot<'d> {
    file: &'d PackFile,
    start: usize,
    end: usize,
}

/// A table with its place.
#[derive(Debug, Clone, Copy)]
pub struct Table<'d> {
    table: &'d DeTable<'d>,
    spot: Spot<'d>,
}

/// A value with its key and place.
#[derive(Debug, Clone, Copy)]
pub struct Item<'d> {
    /// Its key; an element of a list has the list's.
    pub key: &'d str,
    /// Where the key stands.
    pub key_spot: Spot<'d>,
    /// Where the value stands.
    pub spot: Spot<'d>,
    value: &'d DeValue<'d>,
}

/// A text with its place.
#[derive(Debug, Clone, Copy)]
pub struct Text<'d> {
    /// The text, escapes resolved.
    pub text: &'d str,
    /// Where it stands, quotes included.
    pub spot: Spot<'d>,
}

impl<'t> Document<'t> {
    /// Parses a file. A file that is no TOML gives its syntax faults and no document, so no fault is a mere
    /// consequence of another. A key that is written twice hides nothing: the first one stands and the rest is read.
    pub fn parse(file: &'t PackFile, faults: &mut Faults) -> Option<Document<'t>> {
        let (root, errors) = DeTable::parse_recoverable(&file.text);
        let whole = syntax::add(&errors, Spot { file, start: 0, end: file.text.len() }, faults);
        whole.then_some(Document { file, root })
    }

    /// The top of the file.
    #[must_use]
    pub fn root(&self) -> Table<'_> {
        Table { table: self.root.get_ref(), spot: Spot { file: self.file, start: 0, end: 0 } }
    }
}

impl<'d> Spot<'d> {
    /// A fault at this place.
    #[must_use]
    pub fn fault(&self, message: Message) -> Fault {
        let (line, column) = place(&self.file.text, self.start);
        Fault { file: self.file.name.clone(), line, column, message, help: None }
    }

    /// The file's text here.
    #[must_use]
    pub fn source(&self) -> &'d str {
        self.file.text.get(self.start..self.end).unwrap_or_default()
    }

    /// The line it begins on, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        place(&self.file.text, self.start).0
    }

    /// The byte after its last.
    pub(super) fn end(&self) -> usize {
        self.end
    }

    pub(super) fn over(self, span: &std::ops::Range<usize>) -> Spot<'d> {
        Spot { start: span.start, end: span.end, ..self }
    }
}

impl<'d> Text<'d> {
    /// The place of the character with this index (from 0) of the text, whatever quotes and escapes it is
    /// written with.
    #[must_use]
    pub fn spot_of(&self, index: usize) -> Spot<'d> {
        let start = self.spot.start + inside_string(self.spot.source(), index);
        Spot { start: start.min(self.spot.end), ..self.spot }
    }
}

impl<'d> Table<'d> {
    /// Where it begins.
    #[must_use]
    pub fn spot(&self) -> Spot<'d> {
        self.spot
    }

    /// Reports every key that is not among `known`.
    pub fn only(&self, known: &[&str], faults: &mut Faults) {
        for item in self.items() {
            if !known.contains(&item.key) {
                let unknown = item.key_spot.fault(told(id::KEY_UNKNOWN, "key", item.key));
                faults.add(unknown.with_help(nearest::help(item.key, known.iter().copied())));
            }
        }
    }

    /// Its values in the order of the file.
    #[must_use]
    pub fn items(&self) -> Vec<Item<'d>> {
        let mut items: Vec<Item<'d>> = self.table.iter().map(|(key, value)| self.item(key, value)).collect();
        items.sort_by_key(|item| item.key_spot.start);
        items
    }

    /// The value of a key, if it is there.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<Item<'d>> {
        let (key, value) = self.table.get_key_value(key)?;
        Some(self.item(key, value))
    }

    /// The value of a key; a fault where it is missing.
    pub fn need(&self, key: &str, faults: &mut Faults) -> Option<Item<'d>> {
        let found = self.get(key);
        if found.is_none() {
            let fault = self.spot.fault(told(id::KEY_MISSING, "key", key));
            faults.add(fault.with_help(told(id::HELP_MISSING, "key", key)));
        }
        found
    }

    /// A text that must be there and not be blank.
    pub fn text(&self, key: &str, faults: &mut Faults) -> Option<Text<'d>> {
        self.need(key, faults)?.text(faults)
    }

    /// The tables of a list of tables (`[[key]]`); none if the key is absent.
    pub fn tables(&self, key: &str, faults: &mut Faults) -> Vec<Table<'d>> {
        self.get(key).map(|item| item.tables(faults)).unwrap_or_default()
    }

    /// A text in both languages, `{ tr = "…", en = "…" }`; a fault for each that is missing or blank.
    pub fn both(&self, key: &str, faults: &mut Faults) -> Option<(Text<'d>, Text<'d>)> {
        let item = self.need(key, faults)?;
        let table = item.table(faults)?;
        table.only(&["tr", "en"], faults);
        let mut one = |language: &str, name: MessageId| {
            let Some(text) = table.get(language) else {
                let name = Message::new(name).said();
                let message = told(id::TRANSLATION_MISSING, "key", key).with("language", name);
                let fault = item.key_spot.fault(message);
                faults.add(fault.with_help(Message::new(id::HELP_TRANSLATE)));
                return None;
            };
            text.text(faults)
        };
        let turkish = one("tr", id::LANGUAGE_TURKISH);
        let english = one("en", id::LANGUAGE_ENGLISH);
        turkish.zip(english)
    }

    /// As [`Table::both`], without the places.
    pub fn said(&self, key: &str, faults: &mut Faults) -> Option<Said> {
        self.both(key, faults).map(|(tr, en)| Said { tr: tr.text.to_owned(), en: en.text.to_owned() })
    }

    fn item(&self, key: &'d Spanned<toml::de::DeString<'d>>, value: &'d Spanned<DeValue<'d>>) -> Item<'d> {
        Item {
            key: key.get_ref(),
            key_spot: self.spot.over(&key.span()),
            spot: self.spot.over(&value.span()),
            value: value.get_ref(),
        }
    }
}

impl<'d> Item<'d> {
    /// A text that is not blank.
    pub fn text(&self, faults: &mut Faults) -> Option<Text<'d>> {
        let Some(text) = self.value.as_str() else {
            return self.wrong(id::TYPE_TEXT, faults);
        };
        if text.trim().is_empty() {
            let fault = self.spot.fault(told(id::TEXT_BLANK, "key", self.key));
            faults.add(fault.with_help(Message::new(id::HELP_BLANK)));
            return None;
        }
        Some(Text { text, spot: self.spot })
    }

    /// A whole number.
    pub fn whole(&self, faults: &mut Faults) -> Option<i64> {
        let number = self
            .value
            .as_integer()
            .and_then(|number| i64::from_str_radix(number.as_str(), number.radix()).ok());
        number.or_else(|| self.wrong(id::TYPE_WHOLE, faults))
    }

    /// Yes or no.
    pub fn flag(&self, faults: &mut Faults) -> Option<bool> {
        self.value.as_bool().or_else(|| self.wrong(id::TYPE_FLAG, faults))
    }

    /// A day, written without quotes: `2026-11-24`.
    pub fn day(&self, faults: &mut Faults) -> Option<Day> {
        let day = self
            .value
            .as_datetime()
            .filter(|written| written.time.is_none() && written.offset.is_none())
            .and_then(|written| Day::parse_iso(&written.to_string()));
        day.or_else(|| self.wrong(id::TYPE_DAY, faults))
    }

    /// A table.
    pub fn table(&self, faults: &mut Faults) -> Option<Table<'d>> {
        let Some(table) = self.value.as_table() else {
            return self.wrong(id::TYPE_TABLE, faults);
        };
        // a dotted key's table has no place of its own
        let spot = if self.spot.start == self.spot.end { self.key_spot } else { self.spot };
        Some(Table { table, spot })
    }

    /// A list.
    pub fn list(&self, faults: &mut Faults) -> Option<Vec<Item<'d>>> {
        let Some(list) = self.value.as_array() else {
            return self.wrong(id::TYPE_LIST, faults);
        };
        let element = |value: &'d Spanned<DeValue<'d>>| Item {
            key: self.key,
            key_spot: self.key_spot,
            spot: self.spot.over(&value.span()),
            value: value.get_ref(),
        };
        Some(list.iter().map(element).collect())
    }

    /// A list of tables.
    pub fn tables(&self, faults: &mut Faults) -> Vec<Table<'d>> {
        let list = self.list(faults).unwrap_or_default();
        list.iter().filter_map(|item| item.table(faults)).collect()
    }

    /// A list of texts.
    pub fn texts(&self, faults: &mut Faults) -> Vec<Text<'d>> {
        let list = self.list(faults).unwrap_or_default();
        list.iter().filter_map(|item| item.text(faults)).collect()
    }

    fn wrong<T>(&self, wanted: MessageId, faults: &mut Faults) -> Option<T> {
        let message = told(id::TYPE_WRONG, "key", self.key)
            .with("wanted", Message::new(wanted).said())
            .with("found", Message::new(self.kind()).said());
        faults.add(self.spot.fault(message));
        None
    }

    fn kind(&self) -> MessageId {
        match self.value {
            DeValue::String(_) => id::TYPE_TEXT,
            DeValue::Integer(_) => id::TYPE_WHOLE,
            DeValue::Float(_) => id::TYPE_FLOAT,
            DeValue::Boolean(_) => id::TYPE_FLAG,
            DeValue::Datetime(written) if written.date.is_some() && written.time.is_none() => id::TYPE_DAY,
            DeValue::Datetime(_) => id::TYPE_MOMENT,
            DeValue::Array(_) => id::TYPE_LIST,
            DeValue::Table(_) => id::TYPE_TABLE,
        }
    }
}
