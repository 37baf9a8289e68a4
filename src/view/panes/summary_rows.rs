//! The lines of the summary as rows: label, amount, detail.

use crate::{
    domain::{channel::Touchpoint, loan::LoanState},
    money::{Currency, Money, Rounding, share},
    request::{
        CustomerScreen,
        screen::{Shown, SummaryLine},
    },
    text::{Lang, Message, amount, date, ids::screen as id},
    time::Day,
    view::{paint::width, words},
};

/// A row of the pane.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct SummaryRow {
    /// What it is.
    pub label: String,
    /// Which figure of it, at its own column.
    pub figure: String,
    /// The amount, right-aligned; empty where there is none.
    pub amount: String,
    /// More, on a wide screen.
    pub detail: String,
    /// It continues the row above.
    pub indented: bool,
}

/// The rows of one line: they stay together.
pub(super) type Item = Vec<SummaryRow>;

/// What the rows are worded for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
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

/// All rows, a list a line.
pub(super) fn items(screen: &CustomerScreen, setting: Setting) -> Vec<Item> {
    let main = screen.summary.iter().find_map(|line| match line {
        SummaryLine::Demand { currency, .. } => Some(*currency),
        _ => None,
    });
    let mut items: Vec<Item> = Vec::new();
    for line in &screen.summary {
        let item = item(line, main, setting);
        let merged = items
            .last()
            .filter(|_| !setting.wide && matches!(line, SummaryLine::Holdings { .. }))
            .and_then(|above| beside(above, &item, setting.cells));
        match merged {
            Some(both) => {
                items.pop();
                items.push(both);
            }
            None => items.push(item),
        }
    }
    items
}

/// `USD 12.450,00 · Fon TL  155.000,00`: two short lines on one row, where the upper one is a foreign
/// currency and both fit.
fn beside(above: &Item, below: &Item, cells: u16) -> Option<Item> {
    let ([above], [below]) = (above.as_slice(), below.as_slice()) else {
        return None;
    };
    if !Currency::from_code(&above.label).is_some_and(|_| !above.amount.is_empty()) {
        return None;
    }
    let label = format!("{} {} · {}", above.label, above.amount, below.label);
    let fits = width(&label) + 1 + width(&below.amount) <= cells;
    fits.then(|| {
        vec![SummaryRow {
            label,
            ..below.clone()
        }]
    })
}

fn item(line: &SummaryLine, main: Option<Currency>, setting: Setting) -> Item {
    match line {
        SummaryLine::Card { .. } => card(line, setting),
        SummaryLine::Demand { currency, .. } => demand(line, main == Some(*currency), setting),
        SummaryLine::Term {
            currency,
            accounts,
            balance,
            first_matures,
        } => {
            let count = words::count(id::ACCOUNTS, *accounts, setting.lang);
            let matures = first_matures.map(|day| matures(day, setting));
            vec![SummaryRow {
                label: words::currency(id::TERM, *currency, setting.lang),
                amount: amount_of(balance, setting),
                detail: joined([Some(count), matures]),
                ..SummaryRow::default()
            }]
        }
        SummaryLine::Holdings {
            currency,
            count,
            value,
        } => vec![SummaryRow {
            label: funds(*currency, setting.lang),
            amount: amount_of(value, setting),
            detail: words::count(id::HOLDINGS_COUNT, *count, setting.lang),
            ..SummaryRow::default()
        }],
        SummaryLine::Loan { .. } => loan(line, setting),
        SummaryLine::Orders {
            currency,
            count,
            total,
        } => vec![SummaryRow {
            label: Message::new(id::ORDERS)
                .with("currency", amount::currency_name(*currency, setting.lang))
                .with("count", *count)
                .say(setting.lang),
            amount: amount_of(total, setting),
            ..SummaryRow::default()
        }],
        SummaryLine::Shared { account } => vec![SummaryRow {
            label: Message::new(id::SHARED_ACCOUNT)
                .with("account", account.to_string())
                .say(setting.lang),
            ..SummaryRow::default()
        }],
    }
}

fn card(line: &SummaryLine, setting: Setting) -> Item {
    let SummaryLine::Card {
        last4,
        product,
        owed,
        available,
        limit,
        debit,
        ..
    } = line
    else {
        return Item::new();
    };
    let lang = setting.lang;
    let label = card_label(last4.as_deref(), lang);
    if *debit {
        return vec![SummaryRow {
            label,
            figure: words::say(id::CARD_DEBIT, lang),
            detail: product.clone(),
            ..SummaryRow::default()
        }];
    }
    let mut item = vec![SummaryRow {
        label,
        figure: words::say(id::CARD_DEBT, lang),
        amount: amount_of(owed, setting),
        detail: limit_used(limit, owed, product, lang),
        ..SummaryRow::default()
    }];
    item.extend(last_known(owed, lang));
    if let Shown::Known(_) = available {
        item.push(continued(id::AVAILABLE, amount_of(available, setting), lang));
    }
    item
}

/// `Kart ·1903`.
pub(super) fn card_label(last4: Option<&str>, lang: Lang) -> String {
    last4.map_or_else(
        || words::say(id::CARD, lang),
        |last4| Message::new(id::CARD_WITH_DIGITS).with("last4", last4).say(lang),
    )
}

/// `limit 40.000 · kullanım %46`; a card without a known limit says its product.
fn limit_used(limit: &Shown<Money>, owed: &Shown<Money>, product: &str, lang: Lang) -> String {
    let Shown::Known(limit) = limit else {
        return product.to_owned();
    };
    let said = Message::new(id::LIMIT)
        .with("amount", round(*limit, lang))
        .say(lang);
    let percent = match owed {
        Shown::Known(owed) => share(owed.minor.saturating_neg(), 100, limit.minor, Rounding::HalfUp).ok(),
        Shown::Unknown { .. } | Shown::Hidden => None,
    };
    let used = percent.map(|percent| Message::new(id::LIMIT_USED).with("percent", percent).say(lang));
    joined([Some(said), used])
}

fn demand(line: &SummaryLine, main: bool, setting: Setting) -> Item {
    let SummaryLine::Demand {
        currency,
        accounts,
        balance,
        available,
        overdraft,
    } = line
    else {
        return Item::new();
    };
    let lang = setting.lang;
    let label = if main {
        words::currency(id::DEMAND, *currency, lang)
    } else {
        currency.code().to_owned()
    };
    let count = words::count(id::ACCOUNTS, *accounts, lang);
    let row = SummaryRow {
        label,
        amount: amount_of(balance, setting),
        detail: joined([
            Some(count).filter(|_| !main || *accounts > 1),
            overdrawn(overdraft, lang),
        ]),
        ..SummaryRow::default()
    };
    let mut item = vec![row];
    if let Some(last) = last_known(balance, lang) {
        item.push(last);
    }
    let all_free = balance == available;
    if all_free && (setting.wide || !main || matches!(balance, Shown::Hidden)) {
        return item;
    }
    if all_free && setting.touchpoint != Touchpoint::Branch && all_free_fits(&mut item, setting) {
        return item;
    }
    item.push(continued(id::AVAILABLE, amount_of(available, setting), lang));
    item
}

/// Says on the row itself that all of it can be drawn, if there is room.
fn all_free_fits(item: &mut Item, setting: Setting) -> bool {
    let Some(row) = item.first_mut() else {
        return false;
    };
    let label = format!("{} {}", row.label, words::say(id::DEMAND_ALL_FREE, setting.lang));
    let fits = width(&label) + 1 + width(&row.amount) <= setting.cells;
    if fits {
        row.label = label;
    }
    fits
}

/// `KMH yok`, `KMH 5.000`, nothing where it is not known.
fn overdrawn(overdraft: &Shown<Money>, lang: Lang) -> Option<String> {
    let Shown::Known(overdraft) = overdraft else {
        return None;
    };
    if overdraft.minor == 0 {
        return Some(words::say(id::OVERDRAFT_NONE, lang));
    }
    let amount = round(*overdraft, lang);
    Some(Message::new(id::OVERDRAFT).with("amount", amount).say(lang))
}

fn loan(line: &SummaryLine, setting: Setting) -> Item {
    let SummaryLine::Loan {
        owed,
        amount,
        paid,
        state,
        ..
    } = line
    else {
        return Item::new();
    };
    let lang = setting.lang;
    let label = if *state == LoanState::Closed {
        id::LOAN_PAID_OFF
    } else {
        id::LOAN_DEBT
    };
    let instalments = paid.map(|(paid, months)| {
        Message::new(id::LOAN_INSTALMENTS)
            .with("paid", i64::from(paid))
            .with("months", i64::from(months))
            .say(lang)
    });
    let mut item = vec![SummaryRow {
        label: words::say(label, lang),
        amount: amount_of(owed, setting),
        detail: joined([instalments, Some(words::loan(*state, lang))]),
        ..SummaryRow::default()
    }];
    item.extend(last_known(owed, lang));
    if let (Shown::Unknown { .. }, Shown::Known(lent)) = (owed, amount) {
        item.push(continued(id::LOAN_LENT, amount::bare(*lent, lang), lang));
    }
    item
}

/// `Fon TL`.
fn funds(currency: Option<Currency>, lang: Lang) -> String {
    match currency {
        Some(Currency::TRY) => words::say(id::FUNDS, lang),
        Some(other) => words::currency(id::FUNDS_IN, other, lang),
        None => words::say(id::FUNDS_WITHOUT_VALUE, lang),
    }
}

fn matures(day: Day, setting: Setting) -> String {
    let soon = day.days_since(setting.today) < 365;
    let day = if soon { date::short(day) } else { date::long(day) };
    Message::new(id::FIRST_MATURES).with("day", day).say(setting.lang)
}

/// The row under an unknown amount: the last good value and its day.
fn last_known(value: &Shown<Money>, lang: Lang) -> Option<SummaryRow> {
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

fn continued(label: crate::text::MessageId, amount: String, lang: Lang) -> SummaryRow {
    SummaryRow {
        label: words::say(label, lang),
        amount,
        indented: true,
        ..SummaryRow::default()
    }
}

/// An amount, or `bilinmiyor  ?`.
fn amount_of(value: &Shown<Money>, setting: Setting) -> String {
    let text = words::shown(value, setting.lang);
    match value {
        Shown::Unknown { .. } => format!("{text}  ?"),
        Shown::Known(_) | Shown::Hidden => text,
    }
}

/// Without decimals where they are zero: `40.000`.
fn round(money: Money, lang: Lang) -> String {
    let unit = 10_i64.pow(u32::from(money.currency.decimals()));
    if money.minor % unit == 0 {
        amount::whole(money.minor / unit, lang)
    } else {
        amount::bare(money, lang)
    }
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
