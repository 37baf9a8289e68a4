//! The legs of a flow and what feeds them.

use super::{
    House, fields, head,
    uses::{self, Use},
    words,
};
use crate::{
    flow::{
        figure::LegKind,
        schema::{Feed, Field, FieldKind, Leg},
    },
    pack::{Faults, document::Table, fault::told, nearest},
    text::{Message, ids::flow as id},
};

/// Cells of a leg's name before its state.
const NAME_CELLS: usize = 28;

/// What a leg of a kind is fed with: key and kind of field.
type Wanted = (&'static str, fn(&FieldKind) -> bool);

const DEPOSIT: Wanted = ("deposit", |kind| matches!(kind, FieldKind::Deposit));
const AMOUNT: Wanted = (
    "amount",
    |kind| matches!(kind, FieldKind::Amount(currency) if *currency == crate::money::Currency::TRY),
);
const CURRENCY: Wanted = ("currency", |kind| matches!(kind, FieldKind::Currency(_)));
const FUND: Wanted = ("fund", |kind| matches!(kind, FieldKind::Fund(_)));

/// The legs with their kinds; a leg that has faults of its own still gives its figures their names.
pub(super) fn read(
    root: Table<'_>,
    fields: &[Field],
    house: House<'_>,
    faults: &mut Faults,
) -> Vec<(Option<Leg>, Option<LegKind>)> {
    let tables = root.tables("leg", faults);
    if tables.is_empty() {
        faults.add(root.spot().fault(Message::new(id::LEGS_NONE)));
    }
    let mut legs: Vec<(Option<Leg>, Option<LegKind>)> = Vec::new();
    for table in tables {
        let Some(kind) = kind(table, faults) else {
            legs.push((None, None));
            continue;
        };
        if legs.iter().any(|(_, known)| *known == Some(kind)) {
            let item = table.get("kit");
            let spot = item.map_or(table.spot(), |item| item.spot);
            faults.add(spot.fault(told(id::LEG_TWICE, "kit", kind.name())));
            continue;
        }
        let reader = Reader { root, table, fields, house, kind };
        let name = words::said(table, "name", NAME_CELLS, faults);
        let feed = reader.feed(faults);
        legs.push((name.zip(feed).map(|(name, feed)| Leg { name, feed }), Some(kind)));
    }
    legs
}

fn kind(table: Table<'_>, faults: &mut Faults) -> Option<LegKind> {
    let text = table.text("kit", faults)?;
    let known = LegKind::ALL.iter().find(|(name, _)| *name == text.text);
    if known.is_none() {
        let fault = text.spot.fault(told(id::KIT_UNKNOWN, "kit", text.text));
        faults.add(fault.with_help(nearest::help(text.text, LegKind::ALL.map(|(name, _)| name))));
    }
    known.map(|(_, kind)| *kind)
}

struct Reader<'r> {
    root: Table<'r>,
    table: Table<'r>,
    fields: &'r [Field],
    house: House<'r>,
    kind: LegKind,
}

impl Reader<'_> {
    fn feed(&self, faults: &mut Faults) -> Option<Feed> {
        match self.kind {
            LegKind::DepositBreak => {
                self.table.only(&["kit", "name", "deposit", "demand_rate", "withholding"], faults);
                let deposit = self.field(DEPOSIT, faults);
                let demand_rate = self.parameter("demand_rate", uses::RATE, faults);
                let withholding = self.parameter("withholding", uses::TAX_BANDS, faults);
                Some(Feed::DepositBreak {
                    deposit: deposit?,
                    demand_rate: demand_rate?,
                    withholding: withholding?,
                })
            }
            LegKind::FxBuy => self.fx(faults),
            LegKind::FundBuy => {
                self.table.only(&["kit", "name", "amount", "fund"], faults);
                let (amount, fund) = (self.field(AMOUNT, faults), self.field(FUND, faults));
                Some(Feed::FundBuy { amount: amount?, fund: fund? })
            }
        }
    }

    fn fx(&self, faults: &mut Faults) -> Option<Feed> {
        let keys = ["kit", "name", "amount", "currency", "tax", "daily_limit", "opens", "closes", "floor"];
        self.table.only(&keys, faults);
        let (amount, currency) = (self.field(AMOUNT, faults), self.field(CURRENCY, faults));
        let tax = self.parameter("tax", uses::TAX, faults);
        let daily_limit = self.parameter("daily_limit", uses::LIMIT, faults);
        let opens = self.parameter("opens", uses::CLOCK, faults);
        let closes = self.parameter("closes", uses::CLOCK, faults);
        let floor = self.parameter("floor", uses::UNITS, faults);
        Some(Feed::FxBuy {
            amount: amount?,
            currency: currency?,
            tax: tax?,
            daily_limit: daily_limit?,
            opens: opens?,
            closes: closes?,
            floor: floor?,
        })
    }

    fn parameter(&self, key: &str, wanted: Use, faults: &mut Faults) -> Option<String> {
        uses::parameter(self.table, key, wanted, self.house, faults)
    }

    /// The field that feeds a key of this leg.
    fn field(&self, (key, fits): Wanted, faults: &mut Faults) -> Option<String> {
        let Some(item) = self.table.get(key) else {
            let message = told(id::LEG_FIELD, "kit", self.kind.name()).with("key", key);
            faults.add(self.table.spot().fault(message));
            return None;
        };
        let text = item.text(faults)?;
        let fitting = || self.fields.iter().filter(|field| fits(&field.kind));
        let Some(field) = self.fields.iter().find(|field| field.id == text.text) else {
            if fields::declared(self.root).contains(text.text) {
                return None;
            }
            let known: Vec<&str> = fitting().map(|field| field.id.as_str()).collect();
            let (message, help) = head::unknown_field(text.text, &known);
            faults.add(text.spot.fault(message).with_help(help));
            return None;
        };
        if !fits(&field.kind) {
            let known: Vec<&str> = fitting().map(|field| field.id.as_str()).collect();
            let message = told(id::LEG_FIELD_KIND, "field", text.text).with("key", key);
            faults.add(text.spot.fault(message).with_help(nearest::help(text.text, known)));
            return None;
        }
        if field.source.is_some() || field.optional {
            faults.add(text.spot.fault(told(id::LEG_FIELD_CARRIED, "field", text.text)));
            return None;
        }
        Some(text.text.to_owned())
    }
}
