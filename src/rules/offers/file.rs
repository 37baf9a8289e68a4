//! `offers.toml`: the schema of offers and its check.

mod rest;

use std::collections::BTreeMap;

use super::book::{Chance, Control, OfferBook, OfferRule, Quoted, Share, Weight};
use crate::{
    money::Money,
    pack::{
        Faults, PackFiles,
        document::{Document, Item, Table},
        fault::told,
        identifier, money,
    },
    rules::{
        alert_file::feature,
        condition::{Condition, Machine},
        features::Kind,
        template::Pair,
    },
    text::{Message, ids::pack as id},
};

/// The file's name in a pack.
const FILE: &str = "offers.toml";

/// The most offers of a pack: an opening screen decides over all of them.
const OFFERS_MAX: usize = 200;
/// The most probabilities and the most weights of one offer.
const CASES_MAX: usize = 20;
/// The largest control group, in percent.
const CONTROL_PERCENT_MAX: i64 = 50;
/// The most days that a contact policy counts or rests.
const DAYS_MAX: i64 = 3_650;
/// The most presentations that it allows.
const PRESENTED_MAX: i64 = 1_000;

const KEYS: [&str; 22] = [
    "id",
    "product",
    "purpose",
    "credit",
    "service",
    "outbound",
    "eligible",
    "applicable",
    "suitable",
    "name",
    "terms",
    "why",
    "more",
    "say",
    "quoted",
    "amount",
    "propensity",
    "context",
    "lever_percent",
    "value",
    "control_percent",
    "control_salt",
];

/// Reads and checks the offers of a pack.
pub(in crate::rules) fn read(files: &PackFiles, machine: &Machine, faults: &mut Faults) -> Option<OfferBook> {
    let file = files.get(FILE)?;
    let document = Document::parse(file, faults)?;
    let root = document.root();
    root.only(&["fatigue", "offer"], faults);
    let fatigue = root.need("fatigue", faults).and_then(|item| item.table(faults));
    let fatigue = fatigue.and_then(|table| rest::read(table, faults));
    let tables = root.tables("offer", faults);
    if let Some(table) = tables.get(OFFERS_MAX) {
        faults.add(table.spot().fault(told(id::OFFERS_MANY, "max", OFFERS_MAX)));
    }
    let mut lines = BTreeMap::new();
    let offers: Vec<OfferRule> = tables
        .iter()
        .take(OFFERS_MAX)
        .filter_map(|table| Reader { table: *table, machine, faults }.offer(&mut lines))
        .collect();
    check_currency(&tables, &offers, faults);
    Some(OfferBook { fatigue: fatigue?, offers })
}

fn number(item: Item<'_>, (min, max): (i64, i64), faults: &mut Faults) -> Option<i64> {
    let number = item.whole(faults)?;
    if !(min..=max).contains(&number) {
        let message = told(id::NUMBER_RANGE, "key", item.key).with("min", min).with("max", max);
        faults.add(item.spot.fault(message));
        return None;
    }
    Some(number)
}

/// Values are compared with each other.
fn check_currency(tables: &[Table<'_>], offers: &[OfferRule], faults: &mut Faults) {
    let Some(first) = offers.iter().find_map(|offer| offer.value) else { return };
    for table in tables {
        let Some(item) = table.get("value") else { continue };
        let mut ignored = Faults::default();
        if money(item, &mut ignored).is_some_and(|value| value.currency != first.currency) {
            faults.add(item.spot.fault(told(id::VALUE_CURRENCY, "currency", first.currency.code())));
        }
    }
}

struct Reader<'d, 'r> {
    table: Table<'d>,
    machine: &'r Machine,
    faults: &'r mut Faults,
}

impl<'d> Reader<'d, '_> {
    fn offer(mut self, lines: &mut BTreeMap<String, usize>) -> Option<OfferRule> {
        self.table.only(&KEYS, self.faults);
        let id = identifier(self.table, "id", lines, self.faults);
        let (product, purpose) = (self.group("product"), self.group("purpose"));
        let (credit, service, outbound) = (self.flag("credit"), self.flag("service"), self.flag("outbound"));
        if credit && service {
            self.faults.add(self.table.spot().fault(Message::new(id::OFFER_SERVICE)));
        }
        let [eligible, applicable, suitable] =
            ["eligible", "applicable", "suitable"].map(|key| self.condition(self.table, key));
        let (name, why) = (self.need_pair("name"), self.need_pair("why"));
        let [terms, more] = ["terms", "more"].map(|key| self.pair(self.table, key));
        let say = self.spoken(self.table);
        let quoted = self.quoted();
        let amount = self.amount();
        let (propensity, context) = (self.propensity(service), self.context());
        let lever_percent = self.number(self.table, "lever_percent", (-100, 1_000)).unwrap_or(0);
        let value = self.value(service);
        let control = self.control();
        Some(OfferRule {
            id: id?,
            product: product?,
            purpose: purpose?,
            credit,
            service,
            outbound,
            eligible: eligible.ok()?,
            applicable: applicable.ok()?,
            suitable: suitable.ok()?,
            name: name?,
            why: why?,
            terms,
            more,
            say,
            quoted,
            amount,
            propensity,
            context,
            lever_percent,
            value,
            control,
        })
    }

    fn group(&mut self, key: &str) -> Option<String> {
        identifier(self.table, key, &mut BTreeMap::new(), self.faults)
    }

    fn flag(&mut self, key: &str) -> bool {
        self.table.get(key).and_then(|item| item.flag(self.faults)).unwrap_or(false)
    }

    fn number(&mut self, table: Table<'_>, key: &str, range: (i64, i64)) -> Option<i64> {
        number(table.get(key)?, range, self.faults)
    }

    /// An absent condition holds for everybody; a faulty one is an error, so that it never comes to hold.
    fn condition(&mut self, table: Table<'_>, key: &str) -> Result<Option<Condition>, ()> {
        let Some(item) = table.get(key) else { return Ok(None) };
        let text = item.text(self.faults).ok_or(())?;
        self.machine.compile(text, self.faults).map(Some).ok_or(())
    }

    fn need_pair(&mut self, key: &str) -> Option<Pair> {
        self.table.need(key, self.faults)?;
        self.pair(self.table, key)
    }

    fn pair(&mut self, table: Table<'_>, key: &str) -> Option<Pair> {
        table.get(key)?;
        Pair::read(table, key, self.faults)
    }

    fn spoken(&mut self, table: Table<'_>) -> Option<Pair> {
        table.get("say")?;
        Pair::read_spoken(table, "say", self.faults)
    }

    fn quoted(&mut self) -> Quoted {
        let Some(table) = self.table.get("quoted").and_then(|item| item.table(self.faults)) else {
            return Quoted::default();
        };
        table.only(&["name", "terms", "why", "more", "say", "quiet"], self.faults);
        let say = self.spoken(table);
        let mut pair = |key| self.pair(table, key);
        Quoted {
            name: pair("name"),
            terms: pair("terms"),
            why: pair("why"),
            more: pair("more"),
            say,
            quiet: pair("quiet"),
        }
    }

    fn amount(&mut self) -> Option<Share> {
        let table = self.table.get("amount")?.table(self.faults)?;
        table.only(&["of", "percent", "step"], self.faults);
        table.need("of", self.faults);
        let of = feature(table, "of", Kind::Money, self.faults);
        let percent = table.need("percent", self.faults);
        let percent = percent.and_then(|item| number(item, (1, 100), self.faults));
        let step = table.need("step", self.faults).and_then(|item| money(item, self.faults));
        Some(Share { of: of?, percent: percent?, step: step? })
    }

    fn case_tables(&mut self, key: &str) -> Vec<Table<'d>> {
        let tables = self.table.tables(key, self.faults);
        if let Some(table) = tables.get(CASES_MAX) {
            let message = told(id::LIST_LONG, "key", key).with("max", CASES_MAX);
            self.faults.add(table.spot().fault(message));
        }
        tables.into_iter().take(CASES_MAX).collect()
    }

    fn propensity(&mut self, service: bool) -> Vec<Chance> {
        if service && self.table.get("propensity").is_none() {
            return Vec::new();
        }
        self.table.need("propensity", self.faults);
        let tables = self.case_tables("propensity");
        let last = tables.len().saturating_sub(1);
        let mut chances = Vec::new();
        for (index, table) in tables.into_iter().enumerate() {
            table.only(&["when", "permille"], self.faults);
            if (index == last) != table.get("when").is_none() {
                self.faults.add(table.spot().fault(Message::new(id::PROPENSITY_LAST)));
            }
            let when = self.condition(table, "when");
            let permille = table.need("permille", self.faults);
            let permille = permille.and_then(|item| number(item, (0, 1_000), self.faults));
            let permille = permille.and_then(|permille| u32::try_from(permille).ok());
            if let (Ok(when), Some(permille)) = (when, permille) {
                chances.push(Chance { when, permille });
            }
        }
        chances
    }

    fn context(&mut self) -> Vec<Weight> {
        let mut weights = Vec::new();
        for table in self.case_tables("context") {
            table.only(&["when", "percent", "name"], self.faults);
            table.need("when", self.faults);
            let when = self.condition(table, "when");
            let percent = table.need("percent", self.faults);
            let percent = percent.and_then(|item| number(item, (-100, 1_000), self.faults));
            let name = table.said("name", self.faults);
            if let (Ok(Some(when)), Some(percent), Some(name)) = (when, percent, name) {
                weights.push(Weight { when, percent, name });
            }
        }
        weights
    }

    fn value(&mut self, service: bool) -> Option<Money> {
        if service && self.table.get("value").is_none() {
            return None;
        }
        self.table.need("value", self.faults).and_then(|item| money(item, self.faults))
    }

    fn control(&mut self) -> Option<Control> {
        let percent = self.number(self.table, "control_percent", (0, CONTROL_PERCENT_MAX))?;
        let salt = self.table.text("control_salt", self.faults)?;
        Some(Control { percent: u64::try_from(percent).ok()?, salt: salt.text.to_owned() })
    }
}
