//! The lines of the summary as rows: label, amount, detail.

use super::{summary_credit, summary_standing};
use crate::{
    domain::channel::Touchpoint,
    money::{Currency, Money},
    request::{
        CustomerScreen,
        screen::{PersonLine, Shown, SummaryLine},
    },
    text::{Lang, Message, MessageId, Said, amount, date, ids::screen as id, safe},
    time::Day,
    view::{paint::width, words},
};

/// A row of the pane.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::view) struct SummaryRow {
    /// What it is.
    pub label: String,
    /// Which figure of it, at its own column.
    pub figure: String,
    /// The amount, right-aligned; empty where there is none.
    pub amount: String,
    /// A curve in eighths of a cell, beside the label.
    pub spark: String,
    /// A sentence in place of an amount.
    pub told: String,
    /// More, on a wide screen.
    pub detail: String,
    /// It continues the row above.
    pub indented: bool,
}

/// The rows of one line: they stay together.
pub(in crate::view) type Item = Vec<SummaryRow>;

/// Rows with the first line of the summary that they show; none for what is no line of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::view) struct Entry {
    /// The line's place in the summary.
    pub line: Option<usize>,
    /// Its rows.
    pub rows: Item,
    /// The second line that shares its row, and the label's cells before it.
    pub beside: Option<(usize, u16)>,
}

/// What the rows are worded for.
#[derive(Debug, Clone, Copy)]
pub(in crate::view) struct Setting {
    /// The language.
    pub lang: Lang,
    /// Where it is shown.
    pub touchpoint: Touchpoint,
    /// The day it is shown.
    pub today: Day,
    /// Details have a place of their own.
    pub wide: bool,
    /// Cells for label and amount together.
    pub cells: u16,
}

/// All rows, an entry a line; a line may have none.
pub(in crate::view) fn items(screen: &CustomerScreen, setting: Setting) -> Vec<Entry> {
    let main = screen.summary.iter().find_map(currency_of_demand);
    let mut items: Vec<Entry> = Vec::new();
    for (index, line) in screen.summary.iter().enumerate() {
        let rows = item(line, main, setting);
        let merged = items
            .last()
            .filter(|_| !setting.wide && matches!(line, SummaryLine::Holdings { .. }))
            .and_then(|above| beside(&above.rows, &rows, setting.cells));
        match (merged, items.last_mut()) {
            (Some((both, before)), Some(above)) => (above.rows, above.beside) = (both, Some((index, before))),
            _ => items.push(Entry { line: Some(index), rows, beside: None }),
        }
    }
    items
}

fn currency_of_demand(line: &SummaryLine) -> Option<Currency> {
    if let SummaryLine::Demand { currency, .. } = line { Some(*currency) } else { None }
}

/// `USD 12.450,00 · Fon TL  155.000,00`: two short lines on one row, where the upper one is a foreign
/// currency and both fit; with the cells before the point between them.
fn beside(above: &[SummaryRow], below: &[SummaryRow], cells: u16) -> Option<(Item, u16)> {
    let ([above], [below]) = (above, below) else {
        return None;
    };
    if Currency::from_code(&above.label).is_none() || above.amount.is_empty() {
        return None;
    }
    let first = format!("{} {} ", above.label, above.amount);
    let label = format!("{first}· {}", below.label);
    let fits = width(&label) + 1 + width(&below.amount) <= cells;
    fits.then(|| (vec![SummaryRow { label, ..below.clone() }], width(first.trim_end()) + 1))
}

fn item(line: &SummaryLine, main: Option<Currency>, setting: Setting) -> Item {
    match line {
        SummaryLine::Card { .. } => summary_credit::card(line, setting),
        SummaryLine::Demand { currency, .. } => demand(line, main == Some(*currency), setting),
        SummaryLine::Term { currency, accounts, balance, first_matures } => {
            let count = words::count(id::ACCOUNTS, *accounts, setting.lang);
            let matures = first_matures.map(|day| matures(day, setting));
            vec![SummaryRow {
                label: words::currency(id::TERM, *currency, setting.lang),
                amount: amount_of(balance, setting),
                detail: joined([Some(count), matures]),
                ..SummaryRow::default()
            }]
        }
        SummaryLine::Holdings { currency, count, value, shares } => vec![SummaryRow {
            label: funds(*currency, setting),
            amount: amount_of(value, setting),
            detail: if shares.len() > 1 && shares.len() <= SHARES_MAX {
                shares_of(shares, setting.lang)
            } else {
                words::count(id::HOLDINGS_COUNT, *count, setting.lang)
            },
            ..SummaryRow::default()
        }],
        SummaryLine::FundOrders { currency, value, settles, .. } => vec![SummaryRow {
            label: words::currency(id::FUND_ORDERS, *currency, setting.lang),
            amount: amount_of(value, setting),
            detail: Message::new(id::FUND_ORDER_DAY).with("day", *settles).say(setting.lang),
            ..SummaryRow::default()
        }],
        SummaryLine::Loan { .. } => summary_credit::loan(line, setting),
        SummaryLine::Orders { currency, count, total } => vec![SummaryRow {
            label: Message::new(id::ORDERS)
                .with("currency", amount::currency_name(*currency, setting.lang))
                .with("count", *count)
                .say(setting.lang),
            amount: amount_of(total, setting),
            ..SummaryRow::default()
        }],
        SummaryLine::Lifetime { .. }
        | SummaryLine::NetWorth { .. }
        | SummaryLine::Profit { .. }
        | SummaryLine::Behaviour { .. }
        | SummaryLine::Churn { .. }
        | SummaryLine::LifeEvent { .. } => summary_standing::rows(line, setting),
        SummaryLine::People { count, people } => people_rows(*count, people, setting),
        SummaryLine::Shared { account } => vec![SummaryRow {
            label: Message::new(id::SHARED_ACCOUNT).with("account", account.to_string()).say(setting.lang),
            ..SummaryRow::default()
        }],
    }
}

/// `Yetkililer 3 NURCAN Ö*****I (imza)`; on a wide screen the others and what each does.
fn people_rows(count: usize, people: &[PersonLine], setting: Setting) -> Item {
    let lang = setting.lang;
    let label = Message::new(id::PEOPLE).with("count", count).say(lang);
    let Some((first, others)) = people.split_first() else {
        return vec![SummaryRow { label, ..SummaryRow::default() }];
    };
    let role = |person: &PersonLine| safe::line(person.role.of(lang));
    let mut rows = vec![SummaryRow {
        label,
        figure: signing(first, lang),
        detail: role(first),
        ..SummaryRow::default()
    }];
    let shown = if setting.wide { PEOPLE_MAX - 1 } else { 0 };
    rows.extend(others.iter().take(shown).map(|person| SummaryRow {
        label: signing(person, lang),
        detail: role(person),
        indented: true,
        ..SummaryRow::default()
    }));
    rows
}

/// People that are named each; the list has them all.
const PEOPLE_MAX: usize = 4;

fn signing(person: &PersonLine, lang: Lang) -> String {
    if person.may_sign {
        Message::new(id::PERSON_SIGNS).with("name", person.name.as_str()).say(lang)
    } else {
        person.name.clone()
    }
}

/// Holdings that are named each with its share; more are counted.
const SHARES_MAX: usize = 3;

fn shares_of(shares: &[(Said, u32)], lang: Lang) -> String {
    let each = shares.iter().map(|(name, percent)| {
        Message::new(id::FUND_SHARE)
            .with("code", safe::line(name.of(lang)))
            .with("percent", i64::from(*percent))
            .say(lang)
    });
    each.collect::<Vec<_>>().join(" · ")
}

fn demand(line: &SummaryLine, main: bool, setting: Setting) -> Item {
    let SummaryLine::Demand { currency, accounts, balance, available, overdraft } = line else {
        return Item::new();
    };
    let lang = setting.lang;
    let label = if main { words::currency(id::DEMAND, *currency, lang) } else { currency.code().to_owned() };
    let count = words::count(id::ACCOUNTS, *accounts, lang);
    let row = SummaryRow {
        label,
        amount: amount_of(balance, setting),
        detail: joined([Some(count).filter(|_| !main || *accounts > 1), overdrawn(overdraft, main, lang)]),
        ..SummaryRow::default()
    };
    let mut item = vec![row];
    if let Some(last) = last_known(balance, lang) {
        item.push(last);
    }
    let all_free = balance == available;
    // an overdraft in another currency is the exception: nobody asks for it unless it is there
    let unasked = !main && !matches!(available, Shown::Known(_));
    if unasked || all_free && (setting.wide || !main || matches!(balance, Shown::Hidden)) {
        return item;
    }
    let brief: &[MessageId] = match available {
        _ if setting.wide => &[],
        Shown::Unknown { .. } => &[id::DEMAND_OVERDRAFT_UNKNOWN],
        Shown::Known(_) if all_free && setting.touchpoint != Touchpoint::Branch => {
            &[id::DEMAND_ALL_FREE, id::DEMAND_FREE]
        }
        Shown::Known(_) | Shown::Hidden => &[],
    };
    if brief.iter().any(|brief| remark_fits(&mut item, brief, setting)) {
        return item;
    }
    item.push(continued(id::AVAILABLE, amount_of(available, setting), lang));
    item
}

/// Says on the row itself what can be drawn, if there is room.
fn remark_fits(item: &mut Item, remark: &MessageId, setting: Setting) -> bool {
    let Some(row) = item.first_mut() else {
        return false;
    };
    let label = format!("{} {}", row.label, words::say(remark.clone(), setting.lang));
    let fits = width(&label) + 1 + width(&row.amount) <= setting.cells;
    if fits {
        row.label = label;
    }
    fits
}

/// `KMH yok`, `KMH 5.000`, nothing where it is not known or where nobody expects one.
fn overdrawn(overdraft: &Shown<Money>, main: bool, lang: Lang) -> Option<String> {
    let Shown::Known(overdraft) = overdraft else {
        return None;
    };
    if overdraft.minor == 0 {
        return main.then(|| words::say(id::OVERDRAFT_NONE, lang));
    }
    let amount = words::round(*overdraft, lang);
    Some(Message::new(id::OVERDRAFT).with("amount", amount).say(lang))
}

/// `Fon TL`; where what it consists of stands beside it, `Fon`.
fn funds(currency: Option<Currency>, Setting { lang, wide, .. }: Setting) -> String {
    match currency {
        Some(Currency::TRY) if !wide => words::say(id::FUNDS, lang),
        Some(Currency::TRY) | None => words::say(id::FUNDS_WITHOUT_VALUE, lang),
        Some(other) => words::currency(id::FUNDS_IN, other, lang),
    }
}

fn matures(day: Day, setting: Setting) -> String {
    let soon = day.days_since(setting.today) < 365;
    let day = if soon { date::short(day) } else { date::long(day) };
    Message::new(id::FIRST_MATURES).with("day", day).say(setting.lang)
}

/// The row under an unknown amount: the last good value and its day.
pub(super) fn last_known(value: &Shown<Money>, lang: Lang) -> Option<SummaryRow> {
    let (money, day) = words::last_known(value)?;
    Some(SummaryRow {
        label: format!(
            "{} {}  {}",
            words::say(id::LAST_KNOWN, lang),
            amount::bare(money, lang),
            date::short(day)
        ),
        indented: true,
        ..SummaryRow::default()
    })
}

pub(super) fn continued(label: MessageId, amount: String, lang: Lang) -> SummaryRow {
    SummaryRow { label: words::say(label, lang), amount, indented: true, ..SummaryRow::default() }
}

/// An amount, or `bilinmiyor  ?`.
pub(super) fn amount_of(value: &Shown<Money>, setting: Setting) -> String {
    let text = words::shown(value, setting.lang);
    match value {
        Shown::Unknown { .. } => format!("{text}  ?"),
        Shown::Known(_) | Shown::Hidden => text,
    }
}

pub(super) fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
