//! The one screen as data: four panes, masked for its caller, the same words on screen and in JSON.

use serde::{Deserialize, Serialize};

use super::{listing::ProductGroup, offers::Offers};
use crate::{
    domain::{
        AccountId, CardId, ComplaintId, CustomerNo, LoanId, Source,
        alert::Severity,
        channel::{Channel, Touchpoint},
        consent::ConsentChannel,
        customer::{CustomerKind, Title},
        loan::LoanState,
        operator::{OperatorId, Role},
        published::Published,
    },
    money::{Currency, Money},
    text::Said,
    time::{Day, Moment},
};

/// What may be shown of a value. Unknown is not zero, and hidden is not unknown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown<T> {
    /// The value.
    Known(T),
    /// No source has it, or its source failed; with the last good value and its day.
    Unknown {
        /// The last good value.
        last: Option<(T, Day)>,
    },
    /// This caller may not see it.
    Hidden,
}

/// The one screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerScreen {
    /// Whose.
    pub customer: CustomerNo,
    /// The version of the customer's facts.
    pub version: u64,
    /// The moment it was made.
    pub at: Moment,
    /// Where it is shown; it orders the summary.
    pub touchpoint: Touchpoint,
    /// Row 1 and 2.
    pub header: Header,
    /// Money and products, in the order of the touchpoint.
    pub summary: Vec<SummaryLine>,
    /// Value and behaviour segment, in words.
    pub segments: Vec<Said>,
    /// Risk alerts, worst first.
    pub alerts: Vec<AlertLine>,
    /// Next-best offers, what is held, and what comes first while sales are closed.
    pub offers: Shown<Offers>,
    /// Recent complaints.
    pub complaints: Complaints,
    /// What should be known and is not.
    pub missing: Vec<Missing>,
    /// Where the facts came from and how old they are.
    pub freshness: Vec<Freshness>,
    /// Why the customer is probably calling, the most probable first.
    pub call_reasons: Shown<Vec<CallReason>>,
    /// What it was decided with.
    pub published: Published,
}

/// Why the customer is probably calling.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallReason {
    /// Shortly.
    pub text: Said,
    /// What is said of it where there is room.
    pub full: Option<Said>,
}

/// Who it is, masked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The customer number as shown, e.g. `****4017`.
    pub number: String,
    /// Person or company.
    pub kind: CustomerKind,
    /// The masked name; `None` where no source has one.
    pub name: Option<String>,
    /// The masked name with its title of address, as each language says it.
    pub address: Option<Said>,
    /// Title of address, by the customer's preference.
    pub title: Option<Title>,
    /// The masked identity number with its kind's label, e.g. `TCKN *******8142`.
    pub identity: Option<String>,
    /// The masked mobile number.
    pub mobile: Option<String>,
    /// Whole years as a customer.
    pub years: Option<u32>,
    /// Home branch.
    pub branch: Option<String>,
    /// The caller on the line is verified for service at least; `None` where nobody has to be.
    pub verified: Option<bool>,
    /// Right answers of the questions asked for it, where that is known.
    pub answered: Option<(u8, u8)>,
    /// When the contact began, where that is known.
    pub began: Option<Moment>,
    /// A bad mood was recorded and still holds; `None` where no source says anything of moods.
    pub bad_mood: Option<bool>,
    /// May be contacted commercially by this channel: yes, no, or unknown (no address).
    pub consents: Vec<(ConsentChannel, Option<bool>)>,
    /// Who is at the screen.
    pub operator: OperatorId,
    /// As what.
    pub role: Role,
    /// The store is a demo: any operator's name is believed.
    pub demo: bool,
}

/// One line of the summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "line", rename_all = "snake_case")]
pub enum SummaryLine {
    /// A card: `owed` is negative money.
    Card {
        /// Which.
        card: CardId,
        /// Last four digits.
        last4: Option<String>,
        /// The product's name.
        product: Said,
        /// What is owed, as a negative amount.
        owed: Shown<Money>,
        /// What may still be spent.
        available: Shown<Money>,
        /// The limit.
        limit: Shown<Money>,
        /// What has to be paid at least this month.
        minimum: Shown<Money>,
        /// A debit card has neither debt nor limit.
        debit: bool,
    },
    /// All demand accounts of one currency.
    Demand {
        /// Of this currency.
        currency: Currency,
        /// How many accounts.
        accounts: usize,
        /// Their ledger balance.
        balance: Shown<Money>,
        /// What can be drawn, overdraft included.
        available: Shown<Money>,
        /// Overdraft limits (KMH) together; zero is none.
        overdraft: Shown<Money>,
    },
    /// All term deposits of one currency.
    Term {
        /// Of this currency.
        currency: Currency,
        /// How many accounts.
        accounts: usize,
        /// Their ledger balance.
        balance: Shown<Money>,
        /// The first to mature.
        first_matures: Option<Day>,
    },
    /// All holdings of one currency.
    Holdings {
        /// Of this currency; `None` where no source gives a value.
        currency: Option<Currency>,
        /// How many.
        count: usize,
        /// Their value.
        value: Shown<Money>,
        /// Each one's name and its share of the value in per cent, the largest first; none where a value is
        /// missing.
        shares: Vec<(Said, u32)>,
    },
    /// Units of funds that were paid for and are not the customer's yet.
    FundOrders {
        /// In this currency.
        currency: Currency,
        /// How many orders.
        count: usize,
        /// What was paid.
        value: Shown<Money>,
        /// The first day on which units come.
        settles: Day,
    },
    /// A loan.
    Loan {
        /// Which.
        loan: LoanId,
        /// What is still owed, as a negative amount.
        owed: Shown<Money>,
        /// What was lent.
        amount: Shown<Money>,
        /// Instalments paid and in all.
        paid: Option<(u32, u32)>,
        /// How it stands.
        state: LoanState,
        /// What it is for.
        purpose: Option<Said>,
    },
    /// Who speaks for the company.
    People {
        /// How many.
        count: usize,
        /// Who may sign first; none where the caller may not read it.
        people: Vec<PersonLine>,
    },
    /// An account of somebody else that the customer may use.
    Shared {
        /// Which.
        account: AccountId,
    },
    /// The bank's scores of the customer: lifetime value, profit, behaviour, leaving.
    Lifetime {
        /// Cumulated value at equal steps of time.
        curve: Shown<Vec<Money>>,
        /// What the customer is worth.
        worth: Shown<Money>,
        /// The month in which the curve crosses zero.
        break_even_month: Option<u16>,
        /// It rose since the last run.
        rising: bool,
    },
    /// Everything owned less everything owed, in the bank's currency at its buying rates.
    NetWorth {
        /// The sum; unknown where a rate or an amount is missing.
        total: Shown<Money>,
    },
    /// Profit of this year and the last.
    Profit {
        /// So far.
        this_year: Shown<Money>,
        /// The year before.
        last_year: Shown<Money>,
    },
    /// How often the customer comes and how much is moved.
    Behaviour {
        /// Often or seldom, large or small amounts, where movements and the bank's cut points are known.
        manner: Option<Said>,
        /// Contacts of the last thirty days by channel, the most used first.
        channels: Vec<(Channel, u32)>,
    },
    /// The probability of leaving, newest first in permille, with its reason.
    Churn {
        /// Monthly.
        permille: Vec<u16>,
        /// Why.
        reason: Option<Said>,
    },
    /// An event of the customer's life.
    LifeEvent {
        /// In words, with its month and where it is known from.
        text: Said,
    },
    /// Standing orders.
    Orders {
        /// Of this currency.
        currency: Currency,
        /// How many.
        count: usize,
        /// Their sum.
        total: Shown<Money>,
    },
}

/// A person of a company.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonLine {
    /// The masked name.
    pub name: String,
    /// What the person does there.
    pub role: Said,
    /// May sign for the company.
    pub may_sign: bool,
    /// Since when.
    pub since: Option<Day>,
}

/// One line of the alerts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlertLine {
    /// The rule's id, for `why`.
    pub id: String,
    /// How bad.
    pub severity: Severity,
    /// What this caller may read.
    pub text: Said,
    /// What follows it where there is room, its separator included.
    pub more: Option<Said>,
    /// The day it happened.
    pub day: Option<Day>,
    /// The action that Enter opens, by name.
    pub opens: Option<String>,
    /// The kind of product that it is about.
    pub about: Option<ProductGroup>,
    /// The flow that mends it, by name: its key stands in the place of the day.
    pub mends: Option<String>,
    /// Closes credit offers.
    pub blocks_credit: bool,
    /// Closes all sales offers.
    pub blocks_sales: bool,
}

/// The complaints pane.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Complaints {
    /// The window that `count` is about, in days.
    pub days: u32,
    /// Complaints opened in the window.
    pub count: usize,
    /// Complaints opened in the last 365 days.
    pub last_year: usize,
    /// Complaints open now.
    pub open: usize,
    /// No complaint data came for this customer: the counts are not known, they are not zero.
    pub unknown: bool,
    /// Open ones first, then the newest.
    pub lines: Shown<Vec<ComplaintLine>>,
}

/// One complaint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComplaintLine {
    /// Which.
    pub id: ComplaintId,
    /// Day of opening.
    pub opened: Day,
    /// What about.
    pub topic: Said,
    /// Where it was made.
    pub channel: Option<Channel>,
    /// Days it took, if closed.
    pub closed_in_days: Option<i32>,
    /// Days it has been open, if open.
    pub open_days: Option<i32>,
    /// 1 to 5.
    pub satisfaction: Option<u8>,
    /// What was paid back.
    pub refund: Option<Money>,
    /// A consent of the customer's was withdrawn between its opening and its closing: that was put right.
    pub consent_corrected: bool,
    /// Promised call back.
    pub promise: Option<Moment>,
}

/// Something that should be known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    /// Its name in JSON, e.g. `name`, `email`, `identity`.
    pub field: String,
    /// In words.
    pub text: Said,
}

/// Where facts came from and how old they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Freshness {
    /// Which source.
    pub source: Source,
    /// What it delivers: `accounts`, `cards`, `complaints`, …
    pub what: String,
    /// The same in words.
    pub text: Said,
    /// The last day it speaks of.
    pub as_of: Option<Day>,
}
