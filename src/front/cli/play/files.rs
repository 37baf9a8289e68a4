//! The files of a run: the macro, its rows, and the names that the bank has.

use std::{fs, io::Read as _, path::Path};

use crate::{
    domain::{AccountId, CustomerNo},
    flow::{Flows, figure::FIGURES},
    front::{outcome::Failure, place::io_failure},
    intake::small,
    macros::{FlowNames, Macro, Stories, StoryPart, Table, Value, Vocabulary, read},
    pack::{FILE_BYTES_MAX, Fault, PackFile},
    service::Service,
    text::{Message, ids::cli, ids::macros as id},
};

/// Reads and checks a macro.
///
/// # Errors
/// The file cannot be read, or its faults.
pub(in crate::front::cli) fn load(path: &Path, known: &Vocabulary) -> Result<Macro, Failure> {
    read(&file(path)?, known).map_err(Failure::macros)
}

/// The names that flows of a pack and stories of a bank may be called by.
pub(in crate::front::cli) fn vocabulary(flows: &Flows, stories: Vec<String>) -> Vocabulary {
    let names = |flow: &std::sync::Arc<crate::flow::Flow>| FlowNames {
        name: flow.name.clone(),
        screens: u8::try_from(flow.screens.len()).unwrap_or(u8::MAX),
        fields: flow.fields.iter().map(|field| field.id.clone()).collect(),
        figures: FIGURES.iter().map(|figure| figure.name.to_owned()).collect(),
    };
    Vocabulary { flows: flows.iter().map(names).collect(), stories }
}

/// The rows of a CSV file, its columns the parameters.
///
/// # Errors
/// The file cannot be read, or a record is broken.
pub(super) fn table(path: &Path) -> Result<Table, Failure> {
    let PackFile { name, text } = file(path)?;
    let records = small::records(&text).map_err(|line| {
        let columns = text.lines().next().unwrap_or_default().split([',', ';', '\t']).count();
        let message = Message::new(id::ROWS_BROKEN).with("columns", columns);
        let fault = Fault { file: name.clone(), line, column: 1, message, help: None };
        Failure::macros(vec![fault])
    })?;
    let mut records = records.into_iter();
    let columns = records.next().map(|(_, columns)| columns).unwrap_or_default();
    let columns = columns.iter().map(|column| column.trim().to_owned()).collect();
    Ok(Table { file: name, columns, rows: records.collect() })
}

fn file(path: &Path) -> Result<PackFile, Failure> {
    let fail = |error: std::io::Error| io_failure(path, &error);
    if !fs::metadata(path).map_err(fail)?.is_file() {
        let message = Message::new(cli::PATH_NOT_A_FILE).with("path", path.display().to_string());
        return Err(Failure::usage("not_a_file", message));
    }
    let mut bytes = Vec::new();
    fs::File::open(path)
        .and_then(|file| file.take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes))
        .map_err(fail)?;
    let name = path.display().to_string();
    let mark = b"\xef\xbb\xbf";
    let bytes = bytes.strip_prefix(mark).map_or(bytes.clone(), <[u8]>::to_vec);
    PackFile::from_bytes(&name, bytes).map_err(|fault| Failure::macros(vec![*fault]))
}

/// Facts of the demo bank's stories.
pub(super) struct Known<'s>(pub(super) &'s Service);

impl Stories for Known<'_> {
    fn fact(&self, story: &str, part: StoryPart) -> Option<Value> {
        // a store that cannot be read is told by the first step that reads it
        let facts = self.0.story_facts(story).ok().flatten()?;
        match part {
            StoryPart::Customer => Some(Value::Customer(facts.customer)),
            StoryPart::Deposit => facts.deposit.map(Value::Account),
            StoryPart::Order => facts.order.map(Value::Order),
        }
    }

    fn account(&self, customer: CustomerNo, label: &str) -> Option<AccountId> {
        self.0.account_called(customer, label).ok().flatten()
    }
}
