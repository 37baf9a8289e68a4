//! The tables of the store: a closed list, one byte each, stable for ever.

/// A keyspace. The byte is part of every stored key, so a value is never reused for another meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Table {
    /// Store identity: kind (demo or real), pack name, schema, the published record.
    Meta = 1,
    /// Request id → digest of the body and the stored result (idempotency).
    Request = 2,
    /// One version key a customer, its value is the manifest of the customer's records.
    Customer = 3,
    /// All records of a customer: customer ‖ kind ‖ id, so one scan reads the screen.
    Fact = 4,
    /// Account → owner and terms, to find the customer of an account.
    AccountOwner = 5,
    /// Balances of ledger accounts, i128 counters.
    Balance = 6,
    /// Journal entries of the double-entry ledger.
    Entry = 7,
    /// Statement blocks of an account: account ‖ block number, each ≤ 16 KiB.
    Statement = 8,
    /// What an account's statement blocks hold: counts, sums, opening, source balance.
    StatementHead = 9,
    /// Looks, refusals and changes of rights, in time order.
    Audit = 10,
    /// What falls due, keyed by moment.
    Due = 11,
    /// Orders to the core system.
    Outbox = 12,
    /// Drafts of flows.
    Draft = 13,
    /// Open tasks.
    Task = 14,
    /// Approvals asked and given.
    Approval = 15,
    /// Quotes made to customers.
    Quote = 16,
    /// Exchange rates by day and currency.
    Rate = 17,
    /// Import runs and data-quality notes.
    ImportRun = 18,
    /// Names packed for search.
    Name = 19,
    /// Kind and number of a record → its customer.
    Lookup = 20,
    /// Numbers of stored statement rows → their accounts, many to a page: source ‖ largest number it may hold.
    StatementRow = 21,
    /// What a customer is also found by, hashed and packed: identity numbers, telephones, IBANs, cards.
    Alias = 22,
    /// Runs of flows that were submitted, by their request.
    FlowRun = 23,
    /// Receipts, by day and serial number.
    Receipt = 24,
    /// Prices that were held for a run of a flow.
    FlowQuote = 25,
    /// Our own postings of a customer's account: account ‖ day ‖ entry.
    Booked = 26,
}

impl Table {
    /// Every table, in key order.
    pub const ALL: [Table; 26] = [
        Table::Meta,
        Table::Request,
        Table::Customer,
        Table::Fact,
        Table::AccountOwner,
        Table::Balance,
        Table::Entry,
        Table::Statement,
        Table::StatementHead,
        Table::Audit,
        Table::Due,
        Table::Outbox,
        Table::Draft,
        Table::Task,
        Table::Approval,
        Table::Quote,
        Table::Rate,
        Table::ImportRun,
        Table::Name,
        Table::Lookup,
        Table::StatementRow,
        Table::Alias,
        Table::FlowRun,
        Table::Receipt,
        Table::FlowQuote,
        Table::Booked,
    ];

    /// The byte that stands before every key of this table.
    #[must_use]
    #[expect(clippy::as_conversions, reason = "reading the declared discriminant")]
    pub const fn byte(self) -> u8 {
        self as u8
    }

    /// The table of a byte, if there is one.
    #[must_use]
    pub fn from_byte(byte: u8) -> Option<Table> {
        Table::ALL.into_iter().find(|table| table.byte() == byte)
    }
}
