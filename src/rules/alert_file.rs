//! `alerts.toml`: the schema of alert rules and its check.

use std::collections::BTreeMap;

use crate::{
    action::Action,
    domain::alert::Severity,
    pack::{
        Faults, PackFiles,
        document::{Document, Table, Text},
        fault::told,
        identifier, nearest,
    },
    text::{Said, ids::pack as id},
};

use super::{
    condition::{Condition, Machine, kind_said},
    features::{self, Kind},
    template::Pair,
};

/// The file's name in a pack.
const FILE: &str = "alerts.toml";

/// The most alert rules of a pack: a thousand customers a minute pass through all of them.
const ALERTS_MAX: usize = 500;

const KEYS: [&str; 12] =
    ["id", "severity", "when", "name", "text", "more", "amount", "day", "opens", "mends", "blocks", "closes"];

const SEVERITIES: [(&str, Severity); 4] = [
    ("act-now", Severity::ActNow),
    ("look", Severity::Look),
    ("missing", Severity::Missing),
    ("note", Severity::Note),
];

const BLOCKS: [&str; 2] = ["credit", "sales"];

/// A checked alert rule.
#[derive(Debug)]
pub(super) struct AlertRule {
    pub(super) id: String,
    pub(super) severity: Severity,
    pub(super) when: Condition,
    pub(super) name: Said,
    pub(super) text: Pair,
    pub(super) more: Option<Pair>,
    pub(super) amount: Option<&'static str>,
    pub(super) day: Option<&'static str>,
    pub(super) opens: Option<String>,
    pub(super) mends: Option<String>,
    pub(super) closes: Option<Pair>,
    pub(super) blocks_credit: bool,
    pub(super) blocks_sales: bool,
}

/// Reads and checks the alert rules of a pack.
pub(super) fn read(files: &PackFiles, machine: &Machine, faults: &mut Faults) -> Option<Vec<AlertRule>> {
    let file = files.get(FILE)?;
    let document = Document::parse(file, faults)?;
    let root = document.root();
    root.only(&["alert"], faults);
    let mut lines = BTreeMap::new();
    let tables = root.tables("alert", faults);
    if let Some(table) = tables.get(ALERTS_MAX) {
        faults.add(table.spot().fault(told(id::ALERTS_MANY, "max", ALERTS_MAX)));
    }
    let rules = tables.into_iter().take(ALERTS_MAX);
    Some(rules.filter_map(|table| rule(table, machine, &mut lines, faults)).collect())
}

fn rule(
    table: Table<'_>,
    machine: &Machine,
    lines: &mut BTreeMap<String, usize>,
    faults: &mut Faults,
) -> Option<AlertRule> {
    table.only(&KEYS, faults);
    let id = identifier(table, "id", lines, faults);
    let severity = table.text("severity", faults).and_then(|text| severity(text, faults));
    let when = table.text("when", faults).and_then(|text| machine.compile(text, faults));
    let name = table.said("name", faults);
    let text = Pair::read(table, "text", faults);
    let more = table.get("more").and_then(|_| Pair::read(table, "more", faults));
    let closes = table.get("closes").and_then(|_| Pair::read(table, "closes", faults));
    let mends = table.get("mends").and_then(|_| identifier(table, "mends", &mut BTreeMap::new(), faults));
    let amount = feature(table, "amount", Kind::Money, faults);
    let day = feature(table, "day", Kind::Day, faults);
    let opens = opens(table, faults);
    let blocks = blocks(table, faults);
    Some(AlertRule {
        id: id?,
        severity: severity?,
        when: when?,
        name: name?,
        text: text?,
        more,
        amount,
        day,
        opens,
        mends,
        closes,
        blocks_credit: blocks.contains(&"credit"),
        blocks_sales: blocks.contains(&"sales"),
    })
}

fn severity(text: Text<'_>, faults: &mut Faults) -> Option<Severity> {
    let known = SEVERITIES.iter().find(|(name, _)| *name == text.text);
    if known.is_none() {
        let fault = text.spot.fault(told(id::SEVERITY_UNKNOWN, "severity", text.text));
        faults.add(fault.with_help(nearest::help(text.text, SEVERITIES.iter().map(|(name, _)| *name))));
    }
    known.map(|(_, severity)| *severity)
}

/// A feature of one type that a key names, if the key is there.
pub(super) fn feature(
    table: Table<'_>,
    key: &str,
    wanted: Kind,
    faults: &mut Faults,
) -> Option<&'static str> {
    let text = table.get(key)?.text(faults)?;
    let of_kind = || features::FEATURES.iter().filter(|feature| feature.kind == wanted);
    let Some(feature) = features::find(text.text) else {
        let fault = text.spot.fault(told(id::FEATURE_UNKNOWN, "name", text.text));
        faults.add(fault.with_help(nearest::help(text.text, of_kind().map(|feature| feature.name))));
        return None;
    };
    if feature.kind != wanted {
        let message = told(id::FEATURE_KIND, "name", text.text).with("wanted", kind_said(wanted));
        let names: Vec<&str> = of_kind().map(|feature| feature.name).collect();
        let help = told(id::HELP_KNOWN, "names", names.join(", "));
        faults.add(text.spot.fault(message).with_help(help));
        return None;
    }
    Some(feature.name)
}

fn opens(table: Table<'_>, faults: &mut Faults) -> Option<String> {
    let text = table.get("opens")?.text(faults)?;
    if Action::from_name(text.text).is_none() {
        let fault = text.spot.fault(told(id::ACTION_UNKNOWN, "action", text.text));
        faults.add(fault.with_help(nearest::help(text.text, Action::names())));
        return None;
    }
    Some(text.text.to_owned())
}

fn blocks<'d>(table: Table<'d>, faults: &mut Faults) -> Vec<&'d str> {
    let item = table.get("blocks");
    let texts = item.map(|item| item.texts(faults)).unwrap_or_default();
    for text in texts.iter().filter(|text| !BLOCKS.contains(&text.text)) {
        let fault = text.spot.fault(told(id::BLOCK_UNKNOWN, "block", text.text));
        faults.add(fault.with_help(nearest::help(text.text, BLOCKS)));
    }
    texts.into_iter().map(|text| text.text).collect()
}
