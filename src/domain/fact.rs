//! Everything that may be known of a customer, as one closed set.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{
    AccountId, CustomerNo,
    account::{Account, Disposition, StandingOrder},
    card::Card,
    channel::ChannelError,
    cheque::BouncedCheque,
    complaint::Complaint,
    consent::Consent,
    contact::ContactPoint,
    customer::Customer,
    deposit::Deposit,
    flow_run::SignedOrder,
    fund_order::FundOrder,
    holding::Holding,
    identity::Identifier,
    insurance::Insurance,
    interaction::Interaction,
    investor::InvestorForm,
    kin::Kin,
    life_event::LifeEvent,
    loan::Loan,
    organisation::OrganisationContact,
    outcome::Outcome,
    posting_restriction::PostingRestriction,
    profile::Profile,
    quote::Quote,
    rate::ExchangeRate,
    restriction::Restriction,
    statement::{StatementHead, StatementRow},
};
use crate::money::Money;

/// One fact from a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// A customer's record.
    Customer(Customer),
    /// An identity number.
    Identifier(Identifier),
    /// A way to reach the customer.
    Contact(ContactPoint),
    /// An account.
    Account(Account),
    /// A right to use an account.
    Disposition(Disposition),
    /// The terms of a term deposit.
    Deposit(Deposit),
    /// A card.
    Card(Card),
    /// A loan.
    Loan(Loan),
    /// A standing order.
    StandingOrder(StandingOrder),
    /// A holding of units.
    Holding(Holding),
    /// A failed operation.
    ChannelError(ChannelError),
    /// A complaint.
    Complaint(Complaint),
    /// A contact.
    Interaction(Interaction),
    /// A consent record.
    Consent(Consent),
    /// The bank's scores.
    Profile(Profile),
    /// A cheque that bounced.
    BouncedCheque(BouncedCheque),
    /// An insurance policy.
    Insurance(Insurance),
    /// An event of the customer's life.
    LifeEvent(LifeEvent),
    /// What stops selling.
    Restriction(Restriction),
    /// A person of a company.
    OrganisationContact(OrganisationContact),
    /// An answered offer.
    Outcome(Outcome),
    /// An order that the customer signed beforehand.
    SignedOrder(SignedOrder),
    /// The form that tells how much risk suits an investor.
    InvestorForm(InvestorForm),
    /// What stops an account from being disposed of.
    PostingRestriction(PostingRestriction),
    /// Units of a fund that were ordered.
    FundOrder(FundOrder),
    /// A row of a statement.
    Statement(StatementRow),
    /// A rate of a day; about no customer.
    Rate(ExchangeRate),
}

/// The kind byte of a customer's record in the store: stable for ever, and the order of a scan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum FactKind {
    /// [`Customer`]
    Customer = 1,
    /// [`Identifier`]
    Identifier = 2,
    /// [`ContactPoint`]
    Contact = 3,
    /// [`Account`]
    Account = 4,
    /// [`Disposition`]
    Disposition = 5,
    /// [`Deposit`]
    Deposit = 6,
    /// [`Card`]
    Card = 7,
    /// [`Loan`]
    Loan = 8,
    /// [`StandingOrder`]
    StandingOrder = 9,
    /// [`Holding`]
    Holding = 10,
    /// [`ChannelError`]
    ChannelError = 11,
    /// [`Complaint`]
    Complaint = 12,
    /// [`Interaction`]
    Interaction = 13,
    /// [`Consent`]
    Consent = 14,
    /// [`Profile`]
    Profile = 15,
    /// [`BouncedCheque`]
    BouncedCheque = 16,
    /// [`Insurance`]
    Insurance = 17,
    /// [`LifeEvent`]
    LifeEvent = 18,
    /// [`Restriction`]
    Restriction = 19,
    /// [`OrganisationContact`]
    OrganisationContact = 20,
    /// [`Outcome`]
    Outcome = 21,
    /// [`SignedOrder`]
    SignedOrder = 22,
    /// [`InvestorForm`]
    InvestorForm = 23,
    /// [`PostingRestriction`]
    PostingRestriction = 24,
    /// [`FundOrder`]
    FundOrder = 25,
}

impl FactKind {
    /// Every kind, in the order of its byte.
    pub const ALL: [FactKind; 25] = [
        FactKind::Customer,
        FactKind::Identifier,
        FactKind::Contact,
        FactKind::Account,
        FactKind::Disposition,
        FactKind::Deposit,
        FactKind::Card,
        FactKind::Loan,
        FactKind::StandingOrder,
        FactKind::Holding,
        FactKind::ChannelError,
        FactKind::Complaint,
        FactKind::Interaction,
        FactKind::Consent,
        FactKind::Profile,
        FactKind::BouncedCheque,
        FactKind::Insurance,
        FactKind::LifeEvent,
        FactKind::Restriction,
        FactKind::OrganisationContact,
        FactKind::Outcome,
        FactKind::SignedOrder,
        FactKind::InvestorForm,
        FactKind::PostingRestriction,
        FactKind::FundOrder,
    ];

    /// The kind of a byte, if there is one.
    #[must_use]
    pub fn from_byte(byte: u8) -> Option<FactKind> {
        FactKind::ALL.into_iter().find(|kind| kind.byte() == byte)
    }

    /// The byte in the key.
    #[must_use]
    #[expect(clippy::as_conversions, reason = "reading the declared discriminant")]
    pub const fn byte(self) -> u8 {
        self as u8
    }
}

/// All facts of one customer, read at one version: what rules and screens are made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerFacts {
    /// The customer's record.
    pub customer: Customer,
    /// Identity numbers.
    pub identifiers: Vec<Identifier>,
    /// Ways to reach the customer.
    pub contacts: Vec<ContactPoint>,
    /// Owned accounts with ledger balance and statement head.
    pub accounts: Vec<AccountFacts>,
    /// Rights to accounts of others.
    pub dispositions: Vec<Disposition>,
    /// Terms of term deposits.
    pub deposits: Vec<Deposit>,
    /// Cards.
    pub cards: Vec<Card>,
    /// Loans.
    pub loans: Vec<Loan>,
    /// Standing orders from owned accounts.
    pub orders: Vec<StandingOrder>,
    /// Holdings.
    pub holdings: Vec<Holding>,
    /// Failed operations, newest first.
    pub errors: Vec<ChannelError>,
    /// Complaints, newest first.
    pub complaints: Vec<Complaint>,
    /// Contacts, newest first.
    pub interactions: Vec<Interaction>,
    /// Consent records.
    pub consents: Vec<Consent>,
    /// The bank's newest scores.
    pub profile: Option<Profile>,
    /// Cheques that bounced, newest first.
    pub cheques: Vec<BouncedCheque>,
    /// Insurance policies.
    pub insurances: Vec<Insurance>,
    /// Events of the customer's life, newest first.
    pub life_events: Vec<LifeEvent>,
    /// What stops selling, newest first.
    pub restrictions: Vec<Restriction>,
    /// The people of a company.
    pub people: Vec<OrganisationContact>,
    /// Answered offers, newest first.
    pub outcomes: Vec<Outcome>,
    /// Orders that were signed beforehand, newest first.
    pub signed_orders: Vec<SignedOrder>,
    /// The investor form that stands.
    pub investor: Option<InvestorForm>,
    /// What stops owned accounts from being disposed of, the gravest first.
    pub posting_restrictions: Vec<PostingRestriction>,
    /// Units of funds that were ordered, those that come first first.
    pub fund_orders: Vec<FundOrder>,
    /// Quotes that were made, newest first.
    pub quotes: Vec<Quote>,
    /// Other customers who are, or look like, the same person.
    pub kin: Vec<Kin>,
    /// Kinds of which the customer's source has delivered a table: of these, none is none.
    pub delivered: BTreeSet<FactKind>,
}

impl CustomerFacts {
    /// Only the customer's own record is known.
    #[must_use]
    pub fn of(customer: Customer) -> CustomerFacts {
        CustomerFacts {
            customer,
            identifiers: Vec::new(),
            contacts: Vec::new(),
            accounts: Vec::new(),
            dispositions: Vec::new(),
            deposits: Vec::new(),
            cards: Vec::new(),
            loans: Vec::new(),
            orders: Vec::new(),
            holdings: Vec::new(),
            errors: Vec::new(),
            complaints: Vec::new(),
            interactions: Vec::new(),
            consents: Vec::new(),
            profile: None,
            cheques: Vec::new(),
            insurances: Vec::new(),
            life_events: Vec::new(),
            restrictions: Vec::new(),
            people: Vec::new(),
            outcomes: Vec::new(),
            signed_orders: Vec::new(),
            investor: None,
            posting_restrictions: Vec::new(),
            fund_orders: Vec::new(),
            quotes: Vec::new(),
            kin: Vec::new(),
            delivered: BTreeSet::new(),
        }
    }

    /// Whether having no complaint means that there is none, and not that nobody said.
    #[must_use]
    pub fn knows_complaints(&self) -> bool {
        !self.complaints.is_empty() || self.delivered.contains(&FactKind::Complaint)
    }

    /// As [`CustomerFacts::knows_complaints`], for failed operations.
    #[must_use]
    pub fn knows_errors(&self) -> bool {
        !self.errors.is_empty() || self.delivered.contains(&FactKind::ChannelError)
    }

    /// Whether the customer's source has delivered what stops accounts from being disposed of.
    #[must_use]
    pub fn knows_posting_restrictions(&self) -> bool {
        self.delivered.contains(&FactKind::PostingRestriction)
    }

    /// As [`CustomerFacts::knows_complaints`], for contacts with the customer.
    #[must_use]
    pub fn knows_interactions(&self) -> bool {
        !self.interactions.is_empty() || self.delivered.contains(&FactKind::Interaction)
    }
}

/// An account with what the ledger and its statement say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountFacts {
    /// The account.
    pub account: Account,
    /// The ledger's balance.
    pub balance: Money,
    /// What its statement holds.
    pub statement: Option<StatementHead>,
    /// The latest rows, newest first, at most [`LATEST_ROWS_MAX`].
    pub latest: Vec<StatementRow>,
}

/// How many statement rows of an account are read with its customer.
pub const LATEST_ROWS_MAX: usize = 128;

/// Which customer a fact is about, directly or by an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum About {
    /// A customer.
    Customer(CustomerNo),
    /// The owner of an account.
    Account(AccountId),
    /// Nobody.
    Nobody,
}

impl Fact {
    /// Whom it is about.
    #[must_use]
    pub fn about(&self) -> About {
        match self {
            Fact::Customer(customer) => About::Customer(customer.no),
            Fact::Identifier(identifier) => About::Customer(identifier.customer),
            Fact::Contact(contact) => About::Customer(contact.customer),
            Fact::Account(account) => About::Customer(account.customer),
            Fact::Disposition(disposition) => About::Customer(disposition.customer),
            Fact::Deposit(deposit) => About::Customer(deposit.customer),
            Fact::Card(card) => About::Customer(card.customer),
            Fact::Loan(loan) => About::Customer(loan.customer),
            Fact::StandingOrder(order) => About::Account(order.account),
            Fact::Holding(holding) => About::Customer(holding.customer),
            Fact::ChannelError(error) => About::Customer(error.customer),
            Fact::Complaint(complaint) => About::Customer(complaint.customer),
            Fact::Interaction(interaction) => About::Customer(interaction.customer),
            Fact::Consent(consent) => About::Customer(consent.customer),
            Fact::Profile(fact) => About::Customer(fact.customer),
            Fact::BouncedCheque(fact) => About::Customer(fact.customer),
            Fact::Insurance(fact) => About::Customer(fact.customer),
            Fact::LifeEvent(fact) => About::Customer(fact.customer),
            Fact::Restriction(fact) => About::Customer(fact.customer),
            Fact::OrganisationContact(fact) => About::Customer(fact.customer),
            Fact::Outcome(fact) => About::Customer(fact.customer),
            Fact::SignedOrder(fact) => About::Customer(fact.customer),
            Fact::InvestorForm(fact) => About::Customer(fact.customer),
            Fact::PostingRestriction(fact) => About::Customer(fact.customer),
            Fact::FundOrder(fact) => About::Customer(fact.customer),
            Fact::Statement(row) => About::Account(row.account),
            Fact::Rate(_) => About::Nobody,
        }
    }
}
