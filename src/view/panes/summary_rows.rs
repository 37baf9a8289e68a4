//! The lines of the summary as rows: label, amount, detail.

use crate::{
    domain::{channel::Touchpoint, loan::LoanState},
    money::{Currency, Money, Rounding, share},
    request::{
        CustomerScreen,
        screen::{Shown, SummaryLine},
    },
    text::{Lang, Message, amount, date, ids::screen as id, safe},
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
    /// More, on a wide screen.
    pub detail: String,
    /// It continues the row above.
    pub indented: bool,
}

/// The rows of one line: they stay together.
pub(in crate::view) type Item = Vec<SummaryRow>;

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

/// All rows, a list a line.
pub(in crate::view) fn items(screen: &CustomerScreen, setting: Setting) -> Vec<Item> {
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
    let label = card_label(last4.as_deref(), product, lang);
    if *debit {
        return vec![SummaryRow {
            label,
            figure: words::say(id::CARD_DEBIT, lang),
            detail: more_of(last4.as_ref(), product),
            ..SummaryRow::default()
        }];
    }
    let mut item = vec![SummaryRow {
        label,
        figure: words::say(id::CARD_DEBT, lang),
        amount: amount_of(owed, setting),
        detail: limit_used(limit, owed, lang).unwrap_or_else(|| more_of(last4.as_ref(), product)),
        ..SummaryRow::default()
    }];
    item.extend(last_known(owed, lang));
    let both = setting.wide || setting.touchpoint != Touchpoint::Branch;
    if both && matches!(available, Shown::Known(_)) {
        item.push(continued(id::AVAILABLE, amount_of(available, setting), lang));
    }
    item
}

/// `Kart ·1903`, or `Kart gold` where the source keeps no digits.
fn card_label(last4: Option<&str>, product: &str, lang: Lang) -> String {
    let message = match last4 {
        Some(last4) => Message::new(id::CARD_WITH_DIGITS).with("last4", last4),
        None => Message::new(id::CARD).with("product", safe::clip(&safe::line(product), PRODUCT_MAX)),
    };
    message.say(lang).trim_end().to_owned()
}

/// Cells of a product's name beside the word for a card.
const PRODUCT_MAX: usize = 9;

/// The product, where it is not the card's label already.
fn more_of(last4: Option<&String>, product: &str) -> String {
    last4.map_or_else(String::new, |_| product.to_owned())
}

/// `limit 40.000 · kullanım %46`; nothing without a known limit.
fn limit_used(limit: &Shown<Money>, owed: &Shown<Money>, lang: Lang) -> Option<String> {
    let Shown::Known(limit) = limit else {
        return None;
    };
    let said = Message::new(id::LIMIT)
        .with("amount", words::round(*limit, lang))
        .say(lang);
    let percent = match owed {
        Shown::Known(owed) => share(owed.minor.saturating_neg(), 100, limit.minor, Rounding::HalfUp).ok(),
        Shown::Unknown { .. } | Shown::Hidden => None,
    };
    let used = percent.map(|percent| Message::new(id::LIMIT_USED).with("percent", percent).say(lang));
    Some(joined([Some(said), used]))
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
            overdrawn(overdraft, main, lang),
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
    let brief = match available {
        _ if setting.wide => None,
        Shown::Unknown { .. } => Some(id::DEMAND_OVERDRAFT_UNKNOWN),
        Shown::Known(_) if all_free && setting.touchpoint != Touchpoint::Branch => Some(id::DEMAND_ALL_FREE),
        Shown::Known(_) | Shown::Hidden => None,
    };
    if brief.is_some_and(|brief| remark_fits(&mut item, brief, setting)) {
        return item;
    }
    item.push(continued(id::AVAILABLE, amount_of(available, setting), lang));
    item
}

/// Says on the row itself what can be drawn, if there is room.
fn remark_fits(item: &mut Item, remark: crate::text::MessageId, setting: Setting) -> bool {
    let Some(row) = item.first_mut() else {
        return false;
    };
    let label = format!("{} {}", row.label, words::say(remark, setting.lang));
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

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
