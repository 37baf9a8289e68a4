//! The words of the panes: ids to sentences, figures to text.

use crate::{
    domain::{
        channel::{Channel, Touchpoint},
        consent::ConsentChannel,
        loan::LoanState,
        operator::Role,
    },
    money::{Currency, Money},
    request::{
        find::Matched,
        screen::{ComplaintLine, Header, Shown},
    },
    text::{
        Lang, Message, MessageId, amount, date,
        ids::{find, screen as id},
        safe,
    },
    time::{Day, Moment},
};

/// A text without placeholders.
pub(super) fn say(message: MessageId, lang: Lang) -> String {
    Message::new(message).say(lang)
}

/// A text with a count.
pub(super) fn count(message: MessageId, count: usize, lang: Lang) -> String {
    Message::new(message).with("count", count).say(lang)
}

/// Whether the caller on the line is this customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verified {
    Yes,
    No,
    Unknown,
}

/// Nothing where nobody has to be verified. Answers are right only against what the bank knows: without an identity
/// number nobody can be known to be this customer.
pub(super) fn verified(header: &Header) -> Option<Verified> {
    header.verified.map(|verified| match (verified, &header.identity) {
        (false, _) => Verified::No,
        (true, Some(_)) => Verified::Yes,
        (true, None) => Verified::Unknown,
    })
}

/// A sentence to say, in quotation marks.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// `Duygu nötr`.
pub(super) fn mood(bad: bool, lang: Lang) -> String {
    let mood = say(if bad { id::MOOD_BAD } else { id::MOOD_NEUTRAL }, lang);
    Message::new(id::MOOD).with("mood", mood).say(lang)
}

/// A text about a currency.
pub(super) fn currency(message: MessageId, currency: Currency, lang: Lang) -> String {
    Message::new(message).with("currency", amount::currency_name(currency, lang)).say(lang)
}

/// An amount without its currency, or the word for why there is none.
pub(super) fn shown(value: &Shown<Money>, lang: Lang) -> String {
    match value {
        Shown::Known(money) => amount::bare(*money, lang),
        Shown::Unknown { .. } => say(id::UNKNOWN, lang),
        Shown::Hidden => say(id::HIDDEN, lang),
    }
}

/// Without decimals where they are zero: `40.000`.
pub(super) fn round(money: Money, lang: Lang) -> String {
    let unit = 10_i64.pow(u32::from(money.currency.decimals()));
    if money.minor % unit == 0 { amount::whole(money.minor / unit, lang) } else { amount::bare(money, lang) }
}

/// The last good value of an unknown amount.
pub(super) fn last_known(value: &Shown<Money>) -> Option<(Money, Day)> {
    match value {
        Shown::Unknown { last } => *last,
        Shown::Known(_) | Shown::Hidden => None,
    }
}

/// `DENİZ HANIM Y*****Z`, or `Müşteri 1787` where no source has a name.
pub(super) fn name(header: &Header, customer: u64, lang: Lang) -> String {
    let address = header.address.as_ref().map(|address| address.of(lang).to_owned());
    address
        .or_else(|| header.name.clone())
        .unwrap_or_else(|| Message::new(id::CUSTOMER_NO).with("customer", customer.to_string()).say(lang))
}

/// The word for a touchpoint.
pub(super) fn touchpoint(touchpoint: Touchpoint, lang: Lang) -> String {
    let message = match touchpoint {
        Touchpoint::CallCenter => id::TOUCHPOINT_CALL_CENTER,
        Touchpoint::Branch => id::TOUCHPOINT_BRANCH,
        Touchpoint::Ivr => id::TOUCHPOINT_IVR,
        Touchpoint::Digital => id::TOUCHPOINT_DIGITAL,
    };
    say(message, lang)
}

/// The word before the operator's name; a demo store believes any name and says so.
pub(super) fn role(header: &Header, lang: Lang) -> String {
    role_of(header.role, header.demo, lang)
}

/// The word before an operator's name.
pub(super) fn role_of(role: Role, demo: bool, lang: Lang) -> String {
    let message = if demo { id::ROLE_DEMO } else { role.title() };
    say(message, lang)
}

/// The word for a channel of contact.
pub(super) fn channel(channel: Channel, lang: Lang) -> String {
    let message = match channel {
        Channel::Branch => id::CHANNEL_BRANCH,
        Channel::CallCenter => id::CHANNEL_CALL_CENTER,
        Channel::Ivr => id::CHANNEL_IVR,
        Channel::Atm => id::CHANNEL_ATM,
        Channel::Mobile => id::CHANNEL_MOBILE,
        Channel::Web => id::CHANNEL_WEB,
        Channel::Pos => id::CHANNEL_POS,
    };
    say(message, lang)
}

/// The word for a consent's channel.
pub(super) fn consent(channel: ConsentChannel, lang: Lang) -> String {
    let message = match channel {
        ConsentChannel::Call => id::CONSENT_CALL,
        ConsentChannel::Message => id::CONSENT_MESSAGE,
        ConsentChannel::Email => id::CONSENT_EMAIL,
    };
    say(message, lang)
}

/// The word for how a loan stands.
pub(super) fn loan(state: LoanState, lang: Lang) -> String {
    let message = match state {
        LoanState::Running => id::LOAN_RUNNING,
        LoanState::Overdue => id::LOAN_OVERDUE,
        LoanState::Closed => id::LOAN_CLOSED,
        LoanState::Unpaid => id::LOAN_UNPAID,
        LoanState::LegalFollowUp => id::LOAN_LEGAL,
    };
    say(message, lang)
}

/// `11 yıl`.
pub(super) fn years(years: u32, lang: Lang) -> String {
    Message::new(id::YEARS).with("years", i64::from(years)).say(lang)
}

/// By which number somebody was found; none where name or customer number show it.
pub(super) fn matched(matched: Matched, lang: Lang) -> Option<String> {
    let message = match matched {
        Matched::Identity => find::MATCHED_IDENTITY,
        Matched::Phone => find::MATCHED_PHONE,
        Matched::Iban => find::MATCHED_IBAN,
        Matched::Card => find::MATCHED_CARD,
        Matched::CustomerNo | Matched::NumberEnd | Matched::Name => return None,
    };
    Some(say(message, lang))
}

/// `5 günde kapandı`, or `açık, 6 gün`.
pub(super) fn complaint_state(line: &ComplaintLine, lang: Lang) -> String {
    let (message, days) = match (line.closed_in_days, line.open_days) {
        (Some(days), _) if days <= 0 => return say(id::COMPLAINT_CLOSED_SAME_DAY, lang),
        (Some(days), _) => (id::COMPLAINT_CLOSED, days),
        (None, Some(days)) if days > 0 => (id::COMPLAINT_OPEN, days),
        (None, _) => return say(id::COMPLAINT_OPEN_TODAY, lang),
    };
    Message::new(message).with("days", i64::from(days)).say(lang)
}

/// What came of a complaint: the promise of an open one, else satisfaction, what was paid back or put right.
pub(super) fn complaint_outcome(line: &ComplaintLine, at: Moment, lang: Lang) -> Vec<String> {
    if let Some(promise) = line.promise {
        return vec![promised(promise, at, lang)];
    }
    let satisfaction = line
        .satisfaction
        .map(|score| Message::new(id::COMPLAINT_SATISFACTION).with("score", i64::from(score)).say(lang));
    let refund = line.refund.map(|refund| {
        let currency = amount::currency_name(refund.currency, lang);
        Message::new(id::COMPLAINT_REFUND)
            .with("amount", format!("{} {currency}", round(refund, lang)))
            .say(lang)
    });
    let corrected = line.consent_corrected.then(|| say(id::COMPLAINT_CONSENT_CORRECTED, lang));
    let known: Vec<String> = satisfaction.into_iter().chain(refund).chain(corrected).collect();
    if known.is_empty() && line.closed_in_days.is_some() {
        return vec![say(id::COMPLAINT_NO_SURVEY, lang)];
    }
    known
}

/// As [`complaint_outcome`] where there is little room; none for what has no shorter words.
pub(super) fn complaint_outcome_brief(line: &ComplaintLine, at: Moment, lang: Lang) -> Option<String> {
    let Some(promise) = line.promise else {
        let score = line.satisfaction?;
        return Some(Message::new(id::COMPLAINT_SCORE).with("score", i64::from(score)).say(lang));
    };
    let message = if promise < at {
        return Some(passed(id::COMPLAINT_DUE_PASSED, promise, at, lang));
    } else if promise.day() == at.day() {
        Message::new(id::COMPLAINT_DUE_TODAY)
    } else {
        Message::new(id::COMPLAINT_DUE).with("day", date::short(promise.day()))
    };
    Some(message.with("time", date::clock(promise)).say(lang))
}

/// A promise whose time has passed was not kept: with its time today, with its day later.
fn passed(message: MessageId, promise: Moment, at: Moment, lang: Lang) -> String {
    let today = promise.day() == at.day();
    let when = if today { date::clock(promise) } else { date::short(promise.day()) };
    Message::new(message).with("when", when).say(lang)
}

fn promised(promise: Moment, at: Moment, lang: Lang) -> String {
    let message = if promise < at {
        return passed(id::COMPLAINT_PROMISE_PASSED, promise, at, lang);
    } else if promise.day() == at.day() {
        Message::new(id::COMPLAINT_PROMISE_TODAY)
    } else {
        Message::new(id::COMPLAINT_PROMISE).with("day", date::short(promise.day()))
    };
    message.with("time", date::clock(promise)).say(lang)
}

/// A text in pieces of at most so many cells, cut between words where it can be.
pub(super) fn pieces(text: &str, cells: u16) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for word in safe::line(text).split(' ') {
        let Some(last) = pieces.last_mut() else { break };
        let wider = if last.is_empty() { word.to_owned() } else { format!("{last} {word}") };
        if usize::from(cells) >= safe::cells(&wider) || last.is_empty() {
            *last = wider;
        } else {
            pieces.push(word.to_owned());
        }
    }
    pieces
}
