//! An invented bank of any size, quickly: for measurements and for tests that need a full store.

use crate::{
    domain::{
        AccountId, CustomerNo, Fact, Source,
        account::{Account, AccountKind},
        customer::{Customer, CustomerKind, Name},
        operator::OperatorId,
    },
    intake::{Layout, Outcome, Reject, Table},
    money::{Currency, Money},
    service::{
        ServiceError,
        import::{Feed, ImportError, ImportOptions, ImportReport, RowFile, Rows, Sinks, run_feed},
    },
    store::Store,
    time::{Day, Moment},
};

/// The source that the invented customers name.
pub const SOURCE: &str = "bench";
/// The account of a customer has the customer's number plus this.
pub const ACCOUNT_OFFSET: u64 = 1_000_000_000;

/// What each account opens with at least, in kuruş.
const OPENING_MINOR_MIN: i64 = 10_000_000;
const GIVEN: [&str; 8] = ["Ada", "Bora", "Ceren", "Deniz", "Ege", "Işıl", "Şule", "Umut"];
const FAMILY: [&str; 8] = ["Aksu", "Çınar", "Doruk", "Güneş", "Irmak", "Öz", "Ünal", "Yıldız"];

/// 2026-01-01T00:00Z: the moment of the run, so that equal banks are equal to the byte.
const AT_MICROS: i64 = 1_767_225_600_000_000;

/// Writes customers 1 to `customers` with one lira account each through the import path, so that ledger,
/// manifests and index are those of a real bank. Same number and seed, same facts.
///
/// # Errors
/// What the import says.
pub fn load(store: &dyn Store, customers: u64, seed: u64) -> Result<ImportReport, ImportError> {
    let Some((at, since)) = Moment::from_micros(AT_MICROS).zip(Day::from_ymd(2020, 1, 1)) else {
        return Err(ImportError::Failed(ServiceError::Misplaced {
            what: "the invented bank's day does not exist".to_owned(),
        }));
    };
    let of = |table| Invented { table, customers, seed, since };
    let (people, accounts) = (of(Table::Customers), of(Table::Accounts));
    let content = [customers.to_be_bytes(), seed.to_be_bytes()].concat();
    let feed = Feed {
        layout: Layout::Warehouse,
        source: Source(SOURCE.to_owned()),
        digest: *blake3::hash(&content).as_bytes(),
        files: vec![&people, &accounts],
    };
    let options = ImportOptions { strict: false, at, operator: OperatorId(SOURCE.to_owned()) };
    let mut sinks = Sinks { progress: &mut |_| {}, reject: &mut |_| {} };
    run_feed(store, &feed, &options, &mut sinks)
}

/// One table of the invented bank.
struct Invented {
    table: Table,
    customers: u64,
    seed: u64,
    since: Day,
}

impl Invented {
    fn fact(&self, no: u64) -> Fact {
        let draw = mixed(self.seed ^ no);
        if self.table == Table::Customers { self.customer(no, draw) } else { self.account(no, draw) }
    }

    fn customer(&self, no: u64, draw: u64) -> Fact {
        Fact::Customer(Customer {
            no: CustomerNo(no),
            source: Source(SOURCE.to_owned()),
            kind: CustomerKind::Person,
            name: Some(Name {
                given: pick(&GIVEN, draw).to_owned(),
                family: pick(&FAMILY, draw >> 8).to_owned(),
            }),
            birth: None,
            since: self.later(draw >> 16),
            branch: Some(format!("{:04}", (draw >> 24) % 900 + 1)),
            title: None,
        })
    }

    fn account(&self, no: u64, draw: u64) -> Fact {
        let opening = i64::try_from(draw % 10_000_000).unwrap_or(0);
        Fact::Account(Account {
            id: AccountId(ACCOUNT_OFFSET.saturating_add(no)),
            customer: CustomerNo(no),
            kind: AccountKind::Demand,
            currency: Currency::TRY,
            iban: None,
            label: None,
            opened: self.later(draw >> 16),
            closed: None,
            overdraft: Some(Money::zero(Currency::TRY)),
            opening: Some(Money::new(OPENING_MINOR_MIN + opening, Currency::TRY)),
        })
    }

    fn later(&self, draw: u64) -> Option<Day> {
        self.since.plus_days(i32::try_from(draw % 2_000).unwrap_or(0))
    }
}

fn pick<'a>(of: &[&'a str; 8], draw: u64) -> &'a str {
    usize::try_from(draw % 8).ok().and_then(|at| of.get(at)).copied().unwrap_or_default()
}

/// The finaliser of `SplitMix64`. Source: Steele, Lea, Flood 2014.
fn mixed(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

impl RowFile for Invented {
    fn name(&self) -> &str {
        self.table.name()
    }

    fn table(&self) -> Table {
        self.table
    }

    fn bytes(&self) -> u64 {
        self.customers
    }

    fn rows(&self) -> Result<Box<dyn Rows + '_>, Box<Reject>> {
        Ok(Box::new(InventedRows { of: self, last: 0 }))
    }
}

/// Its rows.
struct InventedRows<'a> {
    of: &'a Invented,
    last: u64,
}

impl Iterator for InventedRows<'_> {
    type Item = Outcome;

    fn next(&mut self) -> Option<Outcome> {
        self.last = self.last.checked_add(1).filter(|no| *no <= self.of.customers)?;
        Some(Outcome::Row {
            line: self.last,
            key: self.of.table.numbered(self.last),
            facts: vec![self.of.fact(self.last)],
            content: self.last,
            currency: None,
        })
    }
}

impl Rows for InventedRows<'_> {
    fn reached(&self) -> u64 {
        self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        service::{load_customer, verify},
        store::memory::MemoryStore,
    };

    #[test]
    fn the_invented_bank_is_sound_and_the_same_each_time() {
        let (one, other) = (MemoryStore::new(), MemoryStore::new());
        let report = load(&one, 1_000, 7).unwrap();
        assert_eq!((report.totals.customers, report.totals.accounts), (1_000, 1_000));
        load(&other, 1_000, 7).unwrap();
        assert_eq!(one.state_hash().unwrap(), other.state_hash().unwrap());
        let found = verify::verify_bank(&one, &verify::Check::ALL, &mut |_, _| {}).unwrap();
        assert_eq!(found.faults, []);
        let loaded = load_customer(&one, CustomerNo(1_000)).unwrap().unwrap();
        assert!(loaded.facts.accounts[0].balance.minor >= OPENING_MINOR_MIN);
        load(&other, 1_000, 8).unwrap();
        assert_ne!(one.state_hash().unwrap(), other.state_hash().unwrap());
    }
}
