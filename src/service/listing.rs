//! Details of a customer, a list and a page at a time.

mod products;
mod transactions;

use super::{basis::Basis, complaints, header, people, reason};
use crate::{
    domain::{ErrorId, FactKind, Refusal, alert::Severity, channel::ChannelError},
    pack::WordKind,
    request::{
        ListKind, Listing,
        listing::{FILTER_MAX, ListRow, Listed, PAGE_ROWS_MAX},
        permission::Part,
        screen::{ComplaintLine, Shown},
    },
    store::{Store, StoreError},
    text::{Message, MessageId, Said, amount, date, fold, ids::list as id},
};

/// Days that the list of transactions goes back.
const TRANSACTION_DAYS: i32 = 90;

/// What is wanted of a list.
pub(super) struct Wanted<'a> {
    /// Which list.
    pub list: ListKind,
    /// What rows must hold.
    pub filter: &'a str,
    /// The first row wanted, from 0.
    pub from: usize,
}

/// Why there is no list.
pub(super) enum NoList {
    /// The business said no.
    Refused(Refusal),
    /// The store did.
    Store(StoreError),
}

impl From<Refusal> for NoList {
    fn from(refusal: Refusal) -> NoList {
        NoList::Refused(refusal)
    }
}

impl From<StoreError> for NoList {
    fn from(error: StoreError) -> NoList {
        NoList::Store(error)
    }
}

/// All rows of a list before filter and page.
struct All {
    title: Said,
    days: Option<i32>,
    unknown: bool,
    rows: Vec<ListRow>,
}

/// A page of a list.
///
/// # Errors
/// [`Refusal::NotVerified`] where the caller may not read such details yet, [`Refusal::UnknownAccount`], and
/// what the store says.
pub(super) fn page(basis: &Basis<'_>, store: &dyn Store, wanted: &Wanted<'_>) -> Result<Listing, NoList> {
    if wanted.list != ListKind::Products && !basis.may(Part::Details) {
        return Err(Refusal::NotVerified.into());
    }
    let all = match wanted.list {
        ListKind::Products => products::rows(basis),
        ListKind::Transactions { account } => transactions::rows(basis, store, account)?,
        ListKind::Errors => errors(basis),
        ListKind::Complaints => complaints(basis),
        ListKind::People => people(basis),
    };
    let filter: String = wanted.filter.chars().take(FILTER_MAX).collect();
    let needle = fold::fold(filter.trim());
    let fits =
        |row: &ListRow| needle.is_empty() || words(row).any(|word| fold::fold(&word).contains(&needle));
    let rows: Vec<ListRow> = all.rows.into_iter().filter(fits).collect();
    let total = rows.len();
    Ok(Listing {
        customer: basis.facts.customer.no,
        header: header::header(basis),
        at: basis.at,
        list: wanted.list,
        title: all.title,
        note: note(all.days, total),
        filter,
        total,
        from: wanted.from.min(total),
        unknown: all.unknown && total == 0,
        rows: rows.into_iter().skip(wanted.from).take(PAGE_ROWS_MAX).collect(),
    })
}

/// `son 90 gün · 214 kayıt`.
fn note(days: Option<i32>, total: usize) -> Said {
    match days {
        Some(days) => Message::new(id::NOTE_DAYS).with("days", i64::from(days)).with("count", total).said(),
        None => Message::new(id::NOTE).with("count", total).said(),
    }
}

/// What a filter looks at: everything that Enter shows, in both languages.
fn words(row: &ListRow) -> impl Iterator<Item = String> + '_ {
    row.detail.iter().flat_map(|(_, value)| [value.tr.clone(), value.en.clone()])
}

/// A label with its value.
fn pair(label: MessageId, value: Said) -> (Said, Said) {
    (Message::new(label).said(), value)
}

/// A value that reads the same in both languages.
pub(super) fn same(text: impl Into<String>) -> Said {
    let text = text.into();
    Said { tr: text.clone(), en: text }
}

/// An amount in words, or the word for why there is none.
fn money(shown: &Shown<crate::money::Money>) -> Said {
    match shown {
        Shown::Known(money) => Said {
            tr: amount::with_currency(*money, crate::text::Lang::Tr),
            en: amount::with_currency(*money, crate::text::Lang::En),
        },
        Shown::Unknown { .. } => Message::new(id::UNKNOWN).said(),
        Shown::Hidden => Message::new(id::HIDDEN).said(),
    }
}

fn errors(basis: &Basis<'_>) -> All {
    let rows = basis.facts.errors.iter().filter(|error| error.at <= basis.at).map(|error| ListRow {
        what: Listed::Error {
            id: error.id,
            at: error.at,
            channel: reason::channel(error.channel),
            operation: basis.word(WordKind::Operation, &error.operation),
            text: basis.word(WordKind::Refusal, &error.text),
            code: error.code.clone(),
            severity: if error.is_of_last_day(basis.at) { Severity::Look } else { Severity::Missing },
        },
        detail: error_detail(basis, error),
    });
    All { title: Said::default(), days: None, unknown: !basis.facts.knows_errors(), rows: rows.collect() }
}

fn error_detail(basis: &Basis<'_>, error: &ChannelError) -> Vec<(Said, Said)> {
    let ErrorId(number) = error.id;
    vec![
        pair(id::WHEN, same(date::moment(error.at))),
        pair(id::CHANNEL, reason::channel(error.channel)),
        pair(id::OPERATION, basis.word(WordKind::Operation, &error.operation)),
        pair(id::TOLD, basis.word(WordKind::Refusal, &error.text)),
        pair(id::CODE, same(error.code.clone())),
        pair(id::RECORD, same(number.to_string())),
    ]
}

fn complaints(basis: &Basis<'_>) -> All {
    let lines = complaints::all(basis);
    let rows = lines.into_iter().map(|(line, owner)| ListRow {
        detail: complaint_detail(&line, owner),
        what: Listed::Complaint(line),
    });
    All { title: Said::default(), days: None, unknown: !basis.facts.knows_complaints(), rows: rows.collect() }
}

fn people(basis: &Basis<'_>) -> All {
    let rows = people::all(basis).into_iter().map(|person| {
        let signs = if person.may_sign { id::SIGNS } else { id::SIGNS_NOT };
        let since = person.since.map(|day| pair(id::SINCE, same(date::long(day))));
        let first = [
            pair(id::PERSON, same(person.name.clone())),
            pair(id::ROLE, person.role.clone()),
            pair(id::SIGNATURE, Message::new(signs).said()),
        ];
        ListRow { detail: first.into_iter().chain(since).collect(), what: Listed::Person(person) }
    });
    let facts = basis.facts;
    let unknown = facts.people.is_empty() && !facts.delivered.contains(&FactKind::OrganisationContact);
    All { title: Said::default(), days: None, unknown, rows: rows.collect() }
}

fn complaint_detail(line: &ComplaintLine, owner: Option<Said>) -> Vec<(Said, Said)> {
    let state = match line.closed_in_days {
        Some(days) => Message::new(id::CLOSED_IN).with("days", i64::from(days)).said(),
        None => Message::new(id::OPEN_FOR).with("days", i64::from(line.open_days.unwrap_or(0))).said(),
    };
    let some = [
        line.channel.map(|channel| pair(id::CHANNEL, reason::channel(channel))),
        owner.map(|owner| pair(id::OWNER, owner)),
        line.promise.map(|promise| pair(id::PROMISE, same(date::moment(promise)))),
        line.satisfaction.map(|score| pair(id::SATISFACTION, same(format!("{score}/5")))),
        line.refund.map(|refund| pair(id::REFUND, money(&Shown::Known(refund)))),
    ];
    let first = [
        pair(id::WHEN, same(date::long(line.opened))),
        pair(id::TOPIC, line.topic.clone()),
        pair(id::STATE, state),
    ];
    let last = [pair(id::RECORD, same(line.id.to_string()))];
    first.into_iter().chain(some.into_iter().flatten()).chain(last).collect()
}
