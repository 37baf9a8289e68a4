//! A record with its columns by name: reading a field gives its value or the reject with its place.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::{
    Reject,
    csv::Fields,
    fault::{self, Fault, quoted},
    layout::RowKey,
    value::Read,
};
use crate::{domain::Fact, money::Currency};

/// A value of a row, or why the row is not taken.
pub(super) type Taken<T> = Result<T, Box<Reject>>;

/// What a row says.
pub(super) struct Row {
    pub key: RowKey,
    pub facts: Vec<Fact>,
    pub currency: Option<Currency>,
}

impl Row {
    pub(super) fn of(key: RowKey, fact: Fact) -> Row {
        Row { key, facts: vec![fact], currency: None }
    }
}

/// One record of a file.
pub(super) struct Record<'a> {
    pub file: &'a str,
    pub line: u64,
    /// For each column of the table, in the table's order: its name and its place in the file.
    pub columns: &'a [(&'static str, usize)],
    pub fields: &'a Fields,
}

impl Record<'_> {
    /// What stands in a column, blanks around it dropped.
    pub(super) fn text(&self, column: &str) -> &str {
        let place = self.columns.iter().find(|(name, _)| *name == column);
        place.map_or("", |(_, place)| self.fields.get(*place).trim_matches(' '))
    }

    /// A hash of what stands in all columns.
    pub(super) fn content(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        for (column, _) in self.columns {
            self.text(column).hash(&mut hasher);
        }
        hasher.finish()
    }

    /// A value that must be there.
    pub(super) fn must<T>(&self, column: &str, read: impl FnOnce(&str) -> Read<T>) -> Taken<T> {
        match self.text(column) {
            "" => Err(self.reject(column, fault::empty())),
            text => read(text).map_err(|fault| self.reject(column, fault)),
        }
    }

    /// A value that may be unknown: empty is `None`.
    pub(super) fn may<T>(&self, column: &str, read: impl FnOnce(&str) -> Read<T>) -> Taken<Option<T>> {
        match self.text(column) {
            "" => Ok(None),
            text => read(text).map(Some).map_err(|fault| self.reject(column, fault)),
        }
    }

    /// The reject of this row for what stands in a column.
    pub(super) fn reject(&self, column: &str, fault: Fault) -> Box<Reject> {
        let reject = fault.at(self.file, Some(self.line));
        Box::new(reject.in_field(column, self.text(column)))
    }

    /// The same without the value, for what must not be written anywhere in full.
    pub(super) fn reject_secret(&self, column: &str, fault: Fault) -> Box<Reject> {
        let mut reject = self.reject(column, fault);
        let text = self.text(column);
        let tail: String = text.chars().rev().take(4).collect();
        let masked: String = std::iter::repeat_n('*', text.chars().count().saturating_sub(4))
            .chain(tail.chars().rev())
            .collect();
        reject.value = Some(quoted(&masked));
        reject
    }
}
