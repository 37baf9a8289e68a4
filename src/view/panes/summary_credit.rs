//! Cards and loans as rows of the summary.

use super::summary_rows::{Item, Setting, SummaryRow, amount_of, continued, joined, last_known};
use crate::{
    domain::channel::Touchpoint,
    domain::loan::LoanState,
    money::{Money, Rounding, share},
    request::screen::{Shown, SummaryLine},
    text::{Lang, Message, amount, ids::screen as id, safe},
    view::words,
};

/// The rows of a card.
pub(super) fn card(line: &SummaryLine, setting: Setting) -> Item {
    let SummaryLine::Card { last4, product, owed, available, limit, minimum, debit, .. } = line else {
        return Item::new();
    };
    let lang = setting.lang;
    let product = product.of(lang);
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
        let mut row = continued(id::AVAILABLE, amount_of(available, setting), lang);
        if let Shown::Known(minimum) = minimum {
            let minimum = words::round(*minimum, lang);
            row.detail = Message::new(id::CARD_MINIMUM).with("amount", minimum).say(lang);
        }
        item.push(row);
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
    let said = Message::new(id::LIMIT).with("amount", words::round(*limit, lang)).say(lang);
    let percent = match owed {
        Shown::Known(owed) => share(owed.minor.saturating_neg(), 100, limit.minor, Rounding::HalfUp).ok(),
        Shown::Unknown { .. } | Shown::Hidden => None,
    };
    let used = percent.map(|percent| Message::new(id::LIMIT_USED).with("percent", percent).say(lang));
    Some(joined([Some(said), used]))
}

/// The rows of a loan.
pub(super) fn loan(line: &SummaryLine, setting: Setting) -> Item {
    let SummaryLine::Loan { owed, amount, paid, state, purpose, .. } = line else {
        return Item::new();
    };
    let lang = setting.lang;
    let label = if *state == LoanState::Closed { id::LOAN_PAID_OFF } else { id::LOAN_DEBT };
    let instalments = paid.map(|(paid, months)| {
        Message::new(id::LOAN_INSTALMENTS)
            .with("paid", i64::from(paid))
            .with("months", i64::from(months))
            .say(lang)
    });
    let mut item = vec![SummaryRow {
        label: words::say(label, lang),
        amount: amount_of(owed, setting),
        detail: joined([
            purpose.as_ref().map(|purpose| safe::line(purpose.of(lang))),
            instalments,
            Some(words::loan(*state, lang)),
        ]),
        ..SummaryRow::default()
    }];
    item.extend(last_known(owed, lang));
    if let (Shown::Unknown { .. }, Shown::Known(lent)) = (owed, amount) {
        item.push(continued(id::LOAN_LENT, amount::bare(*lent, lang), lang));
    }
    item
}
