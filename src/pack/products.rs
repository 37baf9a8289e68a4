//! The bank's products.

use std::collections::BTreeMap;

use crate::{
    money::Currency,
    text::{Message, Said, ids::pack as id},
};

use super::{
    document::{Document, Table, Text},
    fault::{Faults, told},
    files::PackFile,
    nearest,
    parameters::currency,
};

/// A product of the bank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    /// Its id in the pack.
    pub id: String,
    /// What it is.
    pub kind: ProductKind,
    /// The one currency it is in; `None` is any.
    pub currency: Option<Currency>,
    /// What people call it.
    pub title: Said,
    /// A fund's code in the sources, with its short name.
    pub fund: Option<(String, Said)>,
}

/// What a product is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProductKind {
    /// Demand deposit (vadesiz).
    Demand,
    /// Term deposit (vadeli).
    Term,
    /// Card.
    Card,
    /// Fund.
    Fund,
    /// Loan.
    Loan,
}

const KINDS: [(&str, ProductKind); 5] = [
    ("demand", ProductKind::Demand),
    ("term", ProductKind::Term),
    ("card", ProductKind::Card),
    ("fund", ProductKind::Fund),
    ("loan", ProductKind::Loan),
];

/// Reads `products.toml`.
pub(super) fn read(file: &PackFile, faults: &mut Faults) -> Option<Vec<Product>> {
    let document = Document::parse(file, faults)?;
    let root = document.root();
    root.only(&["product"], faults);
    let mut products = Vec::new();
    let mut lines = BTreeMap::new();
    for table in root.tables("product", faults) {
        table.only(&["id", "kind", "currency", "title", "code", "short"], faults);
        let id = identifier(table, "id", &mut lines, faults);
        let kind = table.text("kind", faults).and_then(|text| kind(text, faults));
        let title = table.said("title", faults);
        let currency =
            table.get("currency").and_then(|item| item.text(faults)).and_then(|code| currency(code, faults));
        let code = table.get("code").and_then(|item| item.text(faults)).map(|code| code.text.to_owned());
        let short = table.get("short").and_then(|_| table.said("short", faults));
        if let (Some(id), Some(kind), Some(title)) = (id, kind, title) {
            let fund = code.map(|code| (code, short.unwrap_or_else(|| title.clone())));
            products.push(Product { id, kind, currency, title, fund });
        }
    }
    Some(products)
}

fn kind(text: Text<'_>, faults: &mut Faults) -> Option<ProductKind> {
    let known = KINDS.iter().find(|(name, _)| *name == text.text);
    if known.is_none() {
        let fault = text.spot.fault(told(id::KIND_UNKNOWN, "kind", text.text));
        faults.add(fault.with_help(nearest::help(text.text, KINDS.iter().map(|(name, _)| *name))));
    }
    known.map(|(_, kind)| *kind)
}

/// An id of the pack: small Latin letters, digits and hyphens, unique within its file (`lines` holds the
/// ones before it with their lines).
pub fn identifier(
    table: Table<'_>,
    key: &str,
    lines: &mut BTreeMap<String, usize>,
    faults: &mut Faults,
) -> Option<String> {
    let text = table.text(key, faults)?;
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !text.text.chars().all(good) || text.text.len() > ID_CHARS_MAX {
        faults.add(text.spot.fault(told(id::ID_FORM, "id", text.text)));
        return None;
    }
    if let Some(line) = lines.insert(text.text.to_owned(), text.spot.line()) {
        let message = told(id::ID_REPEATED, "id", text.text).with("line", line.to_string());
        faults.add(text.spot.fault(message).with_help(Message::new(id::HELP_REPEATED)));
        return None;
    }
    Some(text.text.to_owned())
}

/// The longest id of a pack.
const ID_CHARS_MAX: usize = 64;
