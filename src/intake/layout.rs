//! Layouts, their tables, and the key of a row.

use serde::{Deserialize, Serialize};

use crate::domain::{FactKind, Source};

/// A known layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// The PKDD'99 bank.
    Berka,
    /// Our own documented set of CSV files.
    Warehouse,
    /// The central bank's daily XML.
    Rates,
}

/// A table of a layout, in the order of import: what others refer to comes first. The byte is stable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
#[expect(missing_docs, reason = "each is the table of its name")]
pub enum Table {
    BerkaDistrict = 1,
    BerkaClient = 2,
    BerkaAccount = 3,
    BerkaDisp = 4,
    BerkaCard = 5,
    BerkaLoan = 6,
    BerkaOrder = 7,
    BerkaTrans = 8,
    Customers = 32,
    Identifiers = 33,
    Contacts = 34,
    Accounts = 35,
    Deposits = 36,
    Cards = 37,
    Loans = 38,
    Transactions = 39,
    Errors = 40,
    Complaints = 41,
    Interactions = 42,
    Consents = 43,
    Holdings = 44,
    Restrictions = 45,
    Rates = 64,
}

/// The key of a row within its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowKey {
    /// The table.
    pub table: Table,
    /// The row.
    pub id: RowId,
}

/// What tells a row from the others of its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowId {
    /// The source's number.
    Number(u64),
    /// The first half of BLAKE3 over the columns that make the key together, where no single one does.
    Digest([u8; 16]),
}

impl Table {
    /// The kind of facts that its rows are; `None` where they are not a customer's records.
    #[must_use]
    pub const fn kind(self) -> Option<FactKind> {
        Some(match self {
            Table::BerkaClient | Table::Customers => FactKind::Customer,
            Table::Identifiers => FactKind::Identifier,
            Table::Contacts => FactKind::Contact,
            Table::BerkaAccount | Table::Accounts => FactKind::Account,
            Table::BerkaDisp => FactKind::Disposition,
            Table::Deposits => FactKind::Deposit,
            Table::BerkaCard | Table::Cards => FactKind::Card,
            Table::BerkaLoan | Table::Loans => FactKind::Loan,
            Table::BerkaOrder => FactKind::StandingOrder,
            Table::Holdings => FactKind::Holding,
            Table::Restrictions => FactKind::PostingRestriction,
            Table::Errors => FactKind::ChannelError,
            Table::Complaints => FactKind::Complaint,
            Table::Interactions => FactKind::Interaction,
            Table::Consents => FactKind::Consent,
            Table::BerkaDistrict | Table::BerkaTrans | Table::Transactions | Table::Rates => return None,
        })
    }
}

impl Layout {
    /// All.
    pub const ALL: [Layout; 3] = [Layout::Berka, Layout::Warehouse, Layout::Rates];

    /// Its name on the command line; facts carry it as their source.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Layout::Berka => "berka",
            Layout::Warehouse => "warehouse",
            Layout::Rates => "rates",
        }
    }

    /// The source that facts of this layout name.
    #[must_use]
    pub fn source(self) -> Source {
        Source(self.name().to_owned())
    }

    /// Its tables in the order of import.
    #[must_use]
    pub const fn tables(self) -> &'static [Table] {
        match self {
            Layout::Berka => &[
                Table::BerkaDistrict,
                Table::BerkaClient,
                Table::BerkaAccount,
                Table::BerkaDisp,
                Table::BerkaCard,
                Table::BerkaLoan,
                Table::BerkaOrder,
                Table::BerkaTrans,
            ],
            Layout::Warehouse => &[
                Table::Customers,
                Table::Identifiers,
                Table::Contacts,
                Table::Accounts,
                Table::Deposits,
                Table::Cards,
                Table::Loans,
                Table::Transactions,
                Table::Errors,
                Table::Complaints,
                Table::Interactions,
                Table::Consents,
                Table::Holdings,
                Table::Restrictions,
            ],
            Layout::Rates => &[Table::Rates],
        }
    }
}

impl Table {
    /// Its name in file names.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Table::BerkaDistrict => "district",
            Table::BerkaClient => "client",
            Table::BerkaAccount => "account",
            Table::BerkaDisp => "disp",
            Table::BerkaCard => "card",
            Table::BerkaLoan => "loan",
            Table::BerkaOrder => "order",
            Table::BerkaTrans => "trans",
            Table::Customers => "customers",
            Table::Identifiers => "identifiers",
            Table::Contacts => "contacts",
            Table::Accounts => "accounts",
            Table::Deposits => "deposits",
            Table::Cards => "cards",
            Table::Loans => "loans",
            Table::Transactions => "transactions",
            Table::Errors => "errors",
            Table::Complaints => "complaints",
            Table::Interactions => "interactions",
            Table::Consents => "consents",
            Table::Holdings => "holdings",
            Table::Restrictions => "restrictions",
            Table::Rates => "rates",
        }
    }

    /// The byte that stands for it in stored keys.
    #[must_use]
    #[expect(clippy::as_conversions, reason = "reading the declared discriminant")]
    pub const fn byte(self) -> u8 {
        self as u8
    }

    /// The key of a row that has a number of its own.
    #[must_use]
    pub const fn numbered(self, number: u64) -> RowKey {
        RowKey { table: self, id: RowId::Number(number) }
    }

    /// The key of a row that several columns tell apart.
    #[must_use]
    pub fn keyed(self, parts: &[&str]) -> RowKey {
        let mut hasher = blake3::Hasher::new();
        for part in parts {
            hasher.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
            hasher.update(part.as_bytes());
        }
        let mut id = [0; 16];
        hasher.finalize_xof().fill(&mut id);
        RowKey { table: self, id: RowId::Digest(id) }
    }
}

impl RowKey {
    /// The key as bytes: the table's byte, a byte for the kind of id, the id; equal keys have equal bytes.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = vec![self.table.byte()];
        match self.id {
            RowId::Number(number) => {
                bytes.push(0);
                bytes.extend_from_slice(&number.to_be_bytes());
            }
            RowId::Digest(digest) => {
                bytes.push(1);
                bytes.extend_from_slice(&digest);
            }
        }
        bytes
    }
}
