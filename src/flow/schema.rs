//! A checked flow: what its file says, with every name resolved.

use super::{figure::LegKind, menu::MenuKey, template::Pair};
use crate::{
    domain::operator::{Role, Verification},
    money::Currency,
    text::Said,
};

/// The most screens of a flow: a fifth is a fault.
pub const SCREENS_MAX: usize = 4;
/// The most blocks of a screen.
pub const BLOCKS_MAX: usize = 6;
/// The most lines of a block.
pub const LINES_MAX: usize = 12;
/// The most fields of a flow.
pub const FIELDS_MAX: usize = 24;
/// The most values of a field to choose from.
pub const OPTIONS_MAX: usize = 24;

/// A flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    /// Its name in the pack.
    pub name: String,
    /// Its title, as in the header of its screens.
    pub title: Said,
    /// Its label in the menu.
    pub menu: Said,
    /// The key that it asks for in the menu.
    pub key: Option<MenuKey>,
    /// How well a caller must be verified.
    pub level: Verification,
    /// BLAKE3 of its file, hex.
    pub revision: String,
    /// The parameter that says how many seconds a price is held.
    pub hold: String,
    /// The parameter with a role's limit; above it (strictly greater) a second person is asked.
    pub limits: Vec<(Role, String)>,
    /// Offers that the flow takes up when they stand on the one screen, by id.
    pub takes: Vec<String>,
    /// Offers that are no longer possible after it.
    pub drops: Vec<String>,
    /// Why the customer was in contact, as it is filed.
    pub wrap_up: Said,
    /// Where a run stops whose next leg is refused.
    pub safe_point: SafePoint,
    /// What is said when all of it is posted.
    pub(super) done: Pair,
    /// Fields in the order of the file.
    pub fields: Vec<Field>,
    /// Screens in order; the last one commits.
    pub screens: Vec<Screen>,
    /// Legs in posting order.
    pub legs: Vec<Leg>,
}

/// Where a run stops whose next leg is refused: what is posted stays, somebody owes the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafePoint {
    /// Its name: `para vadesizde`.
    pub name: Said,
    /// The unit that owes the next step.
    pub unit: String,
    /// The parameter that says within how many hours; rounded up to a full hour.
    pub hours: String,
    /// What is to be done.
    pub task: Said,
    /// What is said to the customer.
    pub(super) say: Pair,
}

/// A field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its id, unique in the flow.
    pub id: String,
    /// What people call it.
    pub label: Said,
    /// What it takes.
    pub kind: FieldKind,
    /// Cells between the brackets.
    pub width: u16,
    /// It may stay empty.
    pub optional: bool,
    /// What it is filled with.
    pub value: Option<String>,
    /// Where its value comes from; such a field is never typed.
    pub source: Option<Source>,
}

/// Where a carried field's value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Another field.
    Field(String),
    /// A figure.
    Figure(String),
}

/// What a field takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    /// One of the customer's term deposits.
    Deposit,
    /// An amount.
    Amount(Currency),
    /// A currency of the list.
    Currency(Vec<Currency>),
    /// A fund of the list, by code.
    Fund(Vec<String>),
    /// A value of the list.
    Choice(Vec<(String, Said)>),
    /// Words, at most so many letters.
    Text(usize),
    /// Whose idea it was: `offer` (the bank's) or `customer`.
    Source,
    /// How the yes is kept: the contact's record, or a signed order.
    Evidence,
    /// The customer's answer.
    Answer,
}

/// A screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screen {
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// What row 23 says.
    pub(super) hint: Option<Pair>,
    /// It names a figure that rests on a held price.
    pub priced: bool,
    /// It holds the answer's field: submitting it posts.
    pub commits: bool,
}

/// A block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    pub(super) number: Option<u8>,
    pub(super) title: Said,
    pub(super) aside: Option<(u16, Pair)>,
    pub(super) roomy: bool,
    pub(super) places: Places,
    pub(super) body: BlockBody,
}

/// Where values stand in a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Places {
    /// Figures end before it; an amount's currency follows.
    pub(super) value_end: u16,
    /// The sign of a sum.
    pub(super) sign: u16,
}

/// What a block holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum BlockBody {
    /// The customer's deposits.
    Choice(String),
    /// Checks of the kit, then lines.
    Lines(Vec<Check>, Vec<Line>),
    /// The flow's legs.
    Legs,
    /// The sentence that is read aloud.
    Sentence { text: Pair, question: Said, answer: String, lines: Vec<Line> },
}

/// A check of the kit, worded by the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Check {
    /// The fund's risk against the customer's, by whose idea it was.
    Suitability,
    /// The investor form.
    InvestorForm,
    /// The customer's daily limit of foreign currency.
    FxLimit,
    /// Market hours and the fund's cut-off.
    Hours,
    /// What its reader may post alone, and what anybody at a desk may agree to; it stands only above the first.
    OwnLimit,
}

impl Check {
    /// Names in the pack, with the leg that each needs.
    pub(super) const ALL: [(&'static str, Check, Option<LegKind>); 5] = [
        ("suitability", Check::Suitability, Some(LegKind::FundBuy)),
        ("investor-form", Check::InvestorForm, Some(LegKind::FundBuy)),
        ("fx-limit", Check::FxLimit, Some(LegKind::FxBuy)),
        ("hours", Check::Hours, None),
        ("own-limit", Check::OwnLimit, None),
    ];
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Line {
    pub(super) look: bool,
    pub(super) good: bool,
    pub(super) label: Option<Pair>,
    pub(super) sign: Option<char>,
    pub(super) figure: Option<String>,
    pub(super) value: Option<(Option<u16>, Pair)>,
    pub(super) fields: Option<(Option<u16>, Vec<String>, bool)>,
    pub(super) note: Option<(Option<u16>, Pair)>,
}

/// A leg with what feeds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leg {
    /// Its name.
    pub name: Said,
    /// What feeds it.
    pub feed: Feed,
}

/// What feeds a leg: fields, and names of dated parameters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Feed {
    /// [`LegKind::DepositBreak`].
    DepositBreak {
        /// The field with the deposit.
        deposit: String,
        /// Parameter: yearly interest of an early break, percent.
        demand_rate: String,
        /// Parameter: withholding tax by days of term, percent in bands.
        withholding: String,
    },
    /// [`LegKind::FxBuy`].
    FxBuy {
        /// The field with the lira amount, tax included.
        amount: String,
        /// The field with the currency.
        currency: String,
        /// Parameter: transaction tax, percent.
        tax: String,
        /// Parameter: a customer's limit of a day, in lira.
        daily_limit: String,
        /// Parameter: the market opens at, clock.
        opens: String,
        /// Parameter: the market closes at, clock.
        closes: String,
        /// Parameter: how far the bank's position in a currency may be below zero, in whole units.
        floor: String,
    },
    /// [`LegKind::FundBuy`].
    FundBuy {
        /// The field with the lira amount.
        amount: String,
        /// The field with the fund.
        fund: String,
    },
}

impl Feed {
    /// The fields that it names.
    pub(super) fn fields(&self) -> Vec<&str> {
        match self {
            Feed::DepositBreak { deposit, .. } => vec![deposit],
            Feed::FxBuy { amount, currency, .. } => vec![amount, currency],
            Feed::FundBuy { amount, fund } => vec![amount, fund],
        }
    }
}

impl Leg {
    /// Which of the kit.
    #[must_use]
    pub fn kind(&self) -> LegKind {
        match &self.feed {
            Feed::DepositBreak { .. } => LegKind::DepositBreak,
            Feed::FxBuy { .. } => LegKind::FxBuy,
            Feed::FundBuy { .. } => LegKind::FundBuy,
        }
    }
}

impl Flow {
    /// A field by its id.
    #[must_use]
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }

    /// The fields of each screen in Tab order, by id.
    #[must_use]
    pub fn screens_fields(&self) -> Vec<Vec<&str>> {
        self.screens.iter().map(|screen| screen.field_ids(self)).collect()
    }

    /// What feeds the leg of a kind, if the flow has one.
    #[must_use]
    pub fn feed(&self, kind: LegKind) -> Option<&Feed> {
        self.legs.iter().find(|leg| leg.kind() == kind).map(|leg| &leg.feed)
    }

    /// The parameter with the limit of a role; `None`: the role posts nothing.
    #[must_use]
    pub fn limit(&self, role: Role) -> Option<&str> {
        self.limits.iter().find(|(known, _)| *known == role).map(|(_, name)| name.as_str())
    }
}
