//! Who owns which account: Berka says it in a table of its own, read before the others.

use std::{collections::HashMap, sync::Arc};

use super::RIGHTS;
use crate::{
    domain::account::Right,
    intake::{
        PlannedFile, Reject, Table,
        fault::Fault,
        plan::{CsvRows, Format},
        record::{Record, Taken},
        unpack, value,
    },
    text::ids::intake as ids,
};

/// The most rows of each linking table; Berka's largest has 5,369.
const LINKS_MAX: usize = 1_000_000;

/// What the tables `disp`, `account` and `district` say of each other. Empty for other layouts.
#[derive(Debug, Default)]
pub(in crate::intake) struct Links {
    owners: HashMap<u64, u64>,
    owned: HashMap<u64, u64>,
    disps: HashMap<u64, (u64, u64)>,
    districts_of_accounts: HashMap<u64, u64>,
    districts: HashMap<u64, String>,
}

/// A row of `disp`.
pub(super) struct Disp {
    pub id: u64,
    pub client: u64,
    pub account: u64,
}

impl Links {
    /// The client who owns an account.
    pub(super) fn owner(&self, account: u64) -> Option<u64> {
        self.owners.get(&account).copied()
    }

    /// Client and account of a row of `disp`.
    pub(super) fn disp(&self, disp: u64) -> Option<(u64, u64)> {
        self.disps.get(&disp).copied()
    }

    /// The district of the branch that keeps the client's own account.
    pub(super) fn branch(&self, client: u64) -> Option<String> {
        let account = self.owned.get(&client)?;
        let district = self.districts_of_accounts.get(account)?;
        self.districts.get(district).cloned()
    }

    fn take_disp(&mut self, record: &Record<'_>) -> Taken<()> {
        let disp = read_disp(record)?;
        self.disps.entry(disp.id).or_insert((disp.client, disp.account));
        if record.must("type", value::token(RIGHTS))? == Right::Owner {
            self.owners.entry(disp.account).or_insert(disp.client);
            self.owned.entry(disp.client).or_insert(disp.account);
        }
        Ok(())
    }

    fn take_account(&mut self, record: &Record<'_>) -> Taken<()> {
        let account = record.must("account_id", value::number)?;
        let district = record.must("district_id", value::number)?;
        self.districts_of_accounts.entry(account).or_insert(district);
        Ok(())
    }

    fn take_district(&mut self, record: &Record<'_>) -> Taken<()> {
        let district = record.must("A1", value::number)?;
        let name = record.must("A2", super::name)?;
        self.districts.entry(district).or_insert(name);
        Ok(())
    }
}

pub(super) fn read_disp(record: &Record<'_>) -> Taken<Disp> {
    Ok(Disp {
        id: record.must("disp_id", value::number)?,
        client: record.must("client_id", value::number)?,
        account: record.must("account_id", value::number)?,
    })
}

type Take = fn(&mut Links, &Record<'_>) -> Taken<()>;

const LINKING: [(Table, Take); 3] = [
    (Table::BerkaDisp, Links::take_disp),
    (Table::BerkaAccount, Links::take_account),
    (Table::BerkaDistrict, Links::take_district),
];

/// Reads the linking tables among the files and gives them to all.
///
/// # Errors
/// A table needs `disp` and it is not there, or a linking table is too large or cannot be read.
pub(in crate::intake) fn link(files: &mut [PlannedFile]) -> Result<(), Vec<Reject>> {
    let has_disp = files.iter().any(|file| file.table == Table::BerkaDisp);
    let lost: Vec<Reject> = files
        .iter()
        .filter(|file| needs_disp(file.table) && !has_disp)
        .map(|file| {
            Fault::new("table_missing", ids::TABLE_MISSING, ids::FIX_TABLE_MISSING)
                .with("table", Table::BerkaDisp.name())
                .at(file.file.name(), None)
        })
        .collect();
    if !lost.is_empty() {
        return Err(lost);
    }
    let mut links = Links::default();
    for file in files.iter() {
        if let Some((_, take)) = LINKING.iter().find(|(table, _)| *table == file.table) {
            read_through(file, &mut links, *take).map_err(|reject| vec![*reject])?;
        }
    }
    let links = Arc::new(links);
    for file in files {
        file.links = Arc::clone(&links);
    }
    Ok(())
}

fn needs_disp(table: Table) -> bool {
    matches!(table, Table::BerkaAccount | Table::BerkaCard | Table::BerkaLoan)
}

/// Bad rows are passed over here: the import itself reports them.
fn read_through(file: &PlannedFile, links: &mut Links, take: Take) -> Taken<()> {
    let (Some(shape), Format::Csv { encoding, columns }) = (file.table.shape(), &file.format) else {
        return Ok(());
    };
    let name = file.file.name();
    let (reader, _) = unpack::open(file.file.as_ref())
        .map_err(|error| Box::new(crate::intake::fault::io(&error).at(name, None)))?;
    let mut rows = CsvRows::new(reader, name, shape.separator)?;
    rows.pass_header(*encoding, columns.clone()).map_err(Box::new)?;
    let mut count = 0;
    while rows.next(|record| take(links, record)).is_some() {
        count += 1;
        if count > LINKS_MAX {
            let fault = Fault::new("table_too_large", ids::TABLE_TOO_LARGE, ids::FIX_TABLE_TOO_LARGE)
                .with("table", file.table.name())
                .with("max", LINKS_MAX);
            return Err(Box::new(fault.at(name, None)));
        }
    }
    Ok(())
}
