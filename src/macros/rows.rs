//! Rows of values: a CSV file's, or the defaults alone. All of them are typed before the first is run.

use std::borrow::Cow;

use super::{
    file::{Macro, Param, Preset, StoryPart},
    line::unknown,
    token::Wrong,
    value::{Kind, Value},
};
use crate::{
    domain::{AccountId, CustomerNo, operator::OperatorId},
    pack::{Fault, Faults, fault::told},
    text::{Message, ids::macros as id},
    time::Day,
};

/// A file of rows, split into fields.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The file, as its author names it.
    pub file: String,
    /// The names of its columns.
    pub columns: Vec<String>,
    /// Its rows: the line where each begins, and its fields.
    pub rows: Vec<(usize, Vec<String>)>,
}

/// One row with a value for every parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// From 1.
    pub number: usize,
    /// Its line in the CSV file; `None`: the defaults alone.
    pub line: Option<usize>,
    /// Parameters and values, in the macro's order.
    pub values: Vec<(String, Value)>,
}

/// Facts of demo stories.
pub trait Stories {
    /// A fact of a story; `None` where the bank has no such story or the story no such fact.
    fn fact(&self, story: &str, part: StoryPart) -> Option<Value>;

    /// The account that a customer's people call so (`4017-03`); `None` where there is none, or two.
    fn account(&self, customer: CustomerNo, label: &str) -> Option<AccountId>;
}

impl Macro {
    /// The rows of a run, typed and checked.
    ///
    /// # Errors
    /// Every fault of the file, and parameters that have no value.
    pub fn rows(&self, table: Option<&Table>, stories: &dyn Stories) -> Result<Vec<Row>, Vec<Fault>> {
        let mut faults = Faults::default();
        let Some(table) = table else {
            let row = self.row(1, None, stories, &mut faults);
            return faults.settle(Some(vec![row]));
        };
        if !self.rows {
            faults.add(Fault::of_file(&table.file, Message::new(id::ROWS_NOT_ASKED)));
            return faults.settle(None);
        }
        if !self.fits(table, &mut faults) {
            return faults.settle(None);
        }
        let rows =
            table.rows.iter().enumerate().map(|(at, (line, fields))| {
                self.row(at + 1, Some((table, *line, fields)), stories, &mut faults)
            });
        let rows: Vec<Row> = rows.collect();
        faults.settle(Some(rows))
    }

    /// Columns are parameters, and the rows are not too many.
    fn fits(&self, table: &Table, faults: &mut Faults) -> bool {
        let at = |line, wrong: Wrong| Fault {
            file: table.file.clone(),
            line,
            column: wrong.column,
            message: wrong.message,
            help: wrong.help,
        };
        let mut fits = true;
        for (nth, column) in table.columns.iter().enumerate() {
            if !self.params.iter().any(|param| param.name == *column) {
                let names = self.params.iter().map(|param| param.name.as_str());
                faults.add(at(1, unknown(nth + 1, column, names)));
                fits = false;
            } else if table.columns.iter().take(nth).any(|known| known == column) {
                faults.add(at(1, Wrong::at(nth + 1, told(id::COLUMN_TWICE, "name", column.as_str()))));
                fits = false;
            }
        }
        for param in self.params.iter().filter(|param| param.default.is_none()) {
            if !table.columns.contains(&param.name) {
                faults.add(at(1, Wrong::at(1, told(id::COLUMN_MISSING, "name", param.name.as_str()))));
                fits = false;
            }
        }
        if table.rows.is_empty() {
            faults.add(Fault::of_file(&table.file, Message::new(id::ROWS_NONE)));
            return false;
        }
        if let Some((line, _)) = table.rows.get(self.limits.rows) {
            let message = told(id::ROWS_MANY, "max", self.limits.rows).with("found", table.rows.len());
            faults.add(at(*line, Wrong::at(1, message)));
            return false;
        }
        fits
    }

    fn row(
        &self,
        number: usize,
        given: Option<(&Table, usize, &[String])>,
        stories: &dyn Stories,
        faults: &mut Faults,
    ) -> Row {
        let mut values = Vec::with_capacity(self.params.len());
        for param in &self.params {
            let field = given.and_then(|(table, line, fields)| {
                let column = table.columns.iter().position(|column| *column == param.name)?;
                Some((table, line, column, fields.get(column).map_or("", |field| field.trim())))
            });
            let value = match field {
                Some((table, line, column, text)) if !text.is_empty() => {
                    let text = labelled(param, text, (&values, stories));
                    typed(param, &text, column).map_err(|wrong| (table.file.clone(), line, wrong))
                }
                _ => preset(param, stories).map_err(|wrong| match field {
                    Some((table, line, column, _)) => {
                        (table.file.clone(), line, Wrong { column: column + 1, ..wrong })
                    }
                    None => (self.file.clone(), param.line, wrong),
                }),
            };
            match value {
                Ok(value) => values.push((param.name.clone(), value)),
                Err((file, line, Wrong { column, message, help })) => {
                    faults.add(Fault { file, line, column, message, help });
                }
            }
        }
        Row { number, line: given.map(|(_, line, _)| line), values }
    }

    /// What makes a row the same row again: nobody posts it twice.
    #[must_use]
    pub fn row_id(&self, row: &Row, operator: &OperatorId, day: Day) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        let mut part = |bytes: &[u8]| {
            hasher.update(&u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_le_bytes());
            hasher.update(bytes);
        };
        part(&self.hash);
        for (name, value) in &row.values {
            part(name.as_bytes());
            part(value.to_string().as_bytes());
        }
        part(row.number.to_string().as_bytes());
        part(operator.0.as_bytes());
        part(day.to_string().as_bytes());
        *hasher.finalize().as_bytes()
    }
}

impl Row {
    /// The first customer among its values.
    #[must_use]
    pub fn customer(&self) -> Option<(&str, CustomerNo)> {
        self.values.iter().find_map(|(name, value)| match value {
            Value::Customer(customer) => Some((name.as_str(), *customer)),
            Value::Account(_)
            | Value::Money(_)
            | Value::Text(_)
            | Value::Order(_)
            | Value::Date(_)
            | Value::Number(_) => None,
        })
    }
}

/// An account as people write it becomes its number; everything else stays as it is.
fn labelled<'t>(
    param: &Param,
    text: &'t str,
    (values, stories): (&[(String, Value)], &dyn Stories),
) -> Cow<'t, str> {
    let customer = values
        .iter()
        .find_map(|(_, value)| if let Value::Customer(customer) = value { Some(*customer) } else { None });
    let unread = param.kind == Kind::Account && param.kind.read(text).is_none();
    let account = customer.filter(|_| unread).and_then(|customer| stories.account(customer, text));
    account.map_or(Cow::Borrowed(text), |account| Cow::Owned(account.to_string()))
}

fn typed(param: &Param, text: &str, column: usize) -> Result<Value, Wrong> {
    let value = param.kind.read(text).ok_or_else(|| {
        let message = told(id::ROW_UNFIT, "name", param.name.as_str())
            .with("value", text)
            .with("kind", param.kind.to_string());
        Wrong::at(column + 1, message).with_help(Message::new(param.kind.wanted()))
    })?;
    match &param.min {
        Some(min) if value.is_below(min) => {
            let message = told(id::BELOW_MIN, "value", value.to_string()).with("min", min.to_string());
            Err(Wrong::at(column + 1, message))
        }
        _ => Ok(value),
    }
}

fn preset(param: &Param, stories: &dyn Stories) -> Result<Value, Wrong> {
    match &param.default {
        Some(Preset::Value(value)) => Ok(value.clone()),
        Some(Preset::Story { story, part }) => stories.fact(story, *part).ok_or_else(|| {
            let message = told(id::STORY_LACKS, "name", param.name.as_str()).with("story", story.as_str());
            Wrong::at(1, message).with_help(Message::new(id::HELP_STORY_ROWS))
        }),
        None => Err(Wrong::at(1, told(id::VALUE_MISSING, "name", param.name.as_str()))),
    }
}
