//! The bank's own data: authored files with spans, faults with their place, dated values.
//!
//! It knows no schema of the layers above: alert rules, offers and flows are read there, with the tools here.

pub mod document;
pub mod fault;
mod files;
mod funds;
mod holidays;
pub mod nearest;
mod parameters;
mod place;
mod products;
mod segments;
pub mod sentence;
mod syntax;
mod touchpoints;
mod words;

#[cfg(test)]
mod tests;

use rust_decimal::Decimal;

use crate::{
    domain::channel::Touchpoint,
    money::Money,
    text::{Said, ids::pack as id},
    time::{Calendar, Day},
};

pub use fault::{FAULTS_MAX, Fault, Faults};
pub use files::{ENTRIES_MAX, FILE_BYTES_MAX, FLOWS_FOLDER, PackFile, PackFiles, PackSource};
pub use funds::{Fund, LateOrder};
pub use parameters::{DRAFT_MINUTES, ParameterKind, money};
pub use products::{Product, ProductKind, identifier};
pub use touchpoints::SUMMARY_GROUPS;
pub(crate) use words::read as read_words;
pub use words::{WordKind, Words};

use document::Document;
use fault::told;

/// The form of pack files that this program reads.
const FORMAT: i64 = 1;

/// A loaded pack.
#[derive(Debug, Clone)]
pub struct Pack {
    name: String,
    title: Said,
    demo: bool,
    hash: String,
    parameters: parameters::Parameters,
    holidays: holidays::Holidays,
    products: Vec<Product>,
    words: Words,
    funds: Vec<Fund>,
    summary_orders: touchpoints::SummaryOrders,
    files: PackFiles,
}

impl Pack {
    /// Reads and checks a pack: every fault of every file at once. The rules above check their own files;
    /// `rules::load` gives the faults of both.
    ///
    /// # Errors
    /// The faults, in the order of files and lines.
    pub fn load(source: &PackSource) -> Result<Pack, Vec<Fault>> {
        let mut faults = Faults::default();
        let files = PackFiles::read(source, &mut faults);
        let pack = Pack::check(files, &mut faults);
        faults.settle(pack)
    }

    /// Checks files that were read; files that are not there were reported when they were read.
    pub(crate) fn check(files: PackFiles, faults: &mut Faults) -> Option<Pack> {
        let words = words::read(&files, faults);
        let head = files.get("pack.toml").and_then(|file| head(file, faults));
        let flows = files.of_folder(FLOWS_FOLDER).next().is_some();
        let parameters = files.get("parameters.toml").and_then(|file| parameters::read(file, flows, faults));
        let holidays = files.get("holidays.toml").and_then(|file| holidays::read(file, faults));
        let products = files.get("products.toml").and_then(|file| products::read(file, faults));
        let funds = files.get("funds.toml").map_or(Some(Vec::new()), |file| funds::read(file, faults));
        let orders = files.get("touchpoints.toml").and_then(|file| touchpoints::read(file, faults));
        let Head { name, title, demo } = head?;
        Some(Pack {
            name,
            title,
            demo,
            hash: files.hash(),
            parameters: parameters?,
            holidays: holidays?,
            products: products?,
            words: words?,
            funds: funds?,
            summary_orders: orders?,
            files,
        })
    }

    /// The demo bank's pack as files, name and text, for an editable copy.
    #[must_use]
    pub fn embedded_files() -> &'static [(&'static str, &'static str)] {
        files::EMBEDDED
    }

    /// The bank's name for it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What people call it.
    #[must_use]
    pub fn title(&self) -> &Said {
        &self.title
    }

    /// Whether it is a demo bank's: any operator's name is believed there. A pack that does not say so is a
    /// real bank's.
    #[must_use]
    pub fn is_demo(&self) -> bool {
        self.demo
    }

    /// BLAKE3 over file names and contents, hex: equal packs have equal hashes wherever they were read.
    #[must_use]
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// The files it was read from; the layers above read theirs from here.
    #[must_use]
    pub fn files(&self) -> &PackFiles {
        &self.files
    }

    /// The bank's business days.
    #[must_use]
    pub fn calendar(&self) -> Calendar {
        Calendar::new(self.holidays.closed.iter().copied())
    }

    /// Whether the bank closes at noon on this day (the eve of a feast).
    #[must_use]
    pub fn is_half_day(&self, day: Day) -> bool {
        self.holidays.half.contains(&day)
    }

    /// A whole-number parameter on a day, e.g. `complaints.window_days`; `None` if the pack has none in force.
    #[must_use]
    pub fn number(&self, name: &str, day: Day) -> Option<i64> {
        self.parameters.whole(name, day)
    }

    /// A percentage or per-mille parameter on a day, e.g. `tax.fx_transaction`; `None` as in [`Pack::number`].
    #[must_use]
    pub fn decimal(&self, name: &str, day: Day) -> Option<Decimal> {
        self.parameters.decimal(name, day)
    }

    /// A parameter by size on a day, e.g. `tax.withholding_try` for a term of 92 days: the value of the first
    /// band whose bound is not below `size`; `None` as in [`Pack::number`].
    #[must_use]
    pub fn banded(&self, name: &str, size: i64, day: Day) -> Option<Decimal> {
        self.parameters.banded(name, size, day)
    }

    /// An amount on a day, e.g. `limits.agent`; `None` as in [`Pack::number`].
    #[must_use]
    pub fn money(&self, name: &str, day: Day) -> Option<Money> {
        self.parameters.money(name, day)
    }

    /// The bank's products in the order of the file.
    #[must_use]
    pub fn products(&self) -> &[Product] {
        &self.products
    }

    /// The funds that the bank sells, in the order of the file; none without `funds.toml`.
    #[must_use]
    pub fn funds(&self) -> &[Fund] {
        &self.funds
    }

    /// A fund by its code.
    #[must_use]
    pub fn fund(&self, code: &str) -> Option<&Fund> {
        self.funds.iter().find(|fund| fund.code == code)
    }

    /// What a parameter's values are; `None` if the pack does not have it.
    #[must_use]
    pub fn parameter_kind(&self, name: &str) -> Option<ParameterKind> {
        self.parameters.kind(name)
    }

    /// A parameter's unit as authored, e.g. `seconds`; `None` if the pack does not have it.
    #[must_use]
    pub fn parameter_unit(&self, name: &str) -> Option<&str> {
        self.parameters.unit(name)
    }

    /// Whether a fault of `parameters.toml` hides what this parameter was meant to be.
    #[must_use]
    pub fn is_faulty_parameter(&self, name: &str) -> bool {
        self.parameters.is_faulty(name)
    }

    /// Every number that a parameter holds on any day, each with its first day; an amount is none.
    #[must_use]
    pub fn parameter_numbers(&self, name: &str) -> Vec<(Day, Decimal)> {
        self.parameters.numbers(name)
    }

    /// The days from which another value of a parameter holds, in order.
    pub fn parameter_days(&self, name: &str) -> impl Iterator<Item = Day> {
        self.parameters.days(name)
    }

    /// The names of all parameters, in order.
    pub fn parameter_names(&self) -> impl Iterator<Item = &str> {
        self.parameters.names()
    }

    /// The short name of the fund that sources know by a code; `None` if the pack does not name it.
    #[must_use]
    pub fn fund_name(&self, code: &str) -> Option<&Said> {
        let funds = self.products.iter().filter_map(|product| product.fund.as_ref());
        funds.into_iter().find(|(known, _)| known == code).map(|(_, name)| name)
    }

    /// What people call the codes and words of its sources.
    #[must_use]
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The order of the summary's groups at a touchpoint: all of [`SUMMARY_GROUPS`].
    #[must_use]
    pub fn summary_order(&self, touchpoint: Touchpoint) -> Vec<String> {
        self.summary_orders.get(&touchpoint).cloned().unwrap_or_default()
    }
}

/// What `pack.toml` says.
struct Head {
    name: String,
    title: Said,
    demo: bool,
}

/// Reads `pack.toml`.
fn head(file: &PackFile, faults: &mut Faults) -> Option<Head> {
    let document = Document::parse(file, faults)?;
    let root = document.root();
    root.only(&["name", "format", "title", "demo"], faults);
    let name = identifier(root, "name", &mut std::collections::BTreeMap::new(), faults);
    let title = root.said("title", faults);
    if let Some(item) = root.need("format", faults)
        && let Some(found) = item.whole(faults).filter(|found| *found != FORMAT)
    {
        let message = told(id::FORMAT_UNKNOWN, "found", found.to_string()).with("known", FORMAT.to_string());
        faults.add(item.spot.fault(message));
    }
    let demo = match root.get("demo") {
        Some(item) => item.flag(faults),
        None => Some(false),
    };
    Some(Head { name: name?, title: title?, demo: demo? })
}
