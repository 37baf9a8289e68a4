//! The invented sample of the warehouse layout, for tests.

use std::{
    io::{self, Cursor, Read},
    sync::Arc,
};

use super::SourceFile;

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_bytes!(concat!("../../fixtures/warehouse/", $name)).as_slice())),*]
    };
}

const FILES: [(&str, &[u8]); 13] = files![
    "customers.csv",
    "identifiers.csv",
    "contacts.csv",
    "accounts.csv",
    "deposits.csv",
    "cards.csv",
    "loans.csv",
    "transactions.csv",
    "errors.csv",
    "complaints.csv",
    "interactions.csv",
    "consents.csv",
    "holdings.csv",
];

/// A file of the sample.
struct Embedded {
    name: &'static str,
    bytes: &'static [u8],
}

impl SourceFile for Embedded {
    fn name(&self) -> &str {
        self.name
    }

    fn size(&self) -> u64 {
        u64::try_from(self.bytes.len()).unwrap_or(u64::MAX)
    }

    fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(Cursor::new(self.bytes)))
    }
}

/// The files of the sample as they stand in the project, to be surveyed with [`super::Layout::Warehouse`].
pub(crate) fn sample() -> Vec<Arc<dyn SourceFile>> {
    FILES.into_iter().map(|(name, bytes)| embedded(name, bytes)).collect()
}

fn embedded(name: &'static str, bytes: &'static [u8]) -> Arc<dyn SourceFile> {
    Arc::new(Embedded { name, bytes })
}
