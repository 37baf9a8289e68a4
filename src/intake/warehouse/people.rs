//! Customers, their numbers, addresses and permissions.

use super::{
    super::{
        Layout, Table,
        fault::{self, Fault},
        record::{Record, Row, Taken},
        value,
    },
    customer_no,
};
use crate::{
    domain::{
        Fact,
        consent::{Consent, ConsentChannel, ConsentStatus, Recipient},
        contact::{ContactKind, ContactPoint},
        customer::{Customer, CustomerKind, Name, Title},
        identity::{Identifier, IdentityKind},
    },
    text::ids::intake as ids,
    time::{Day, Moment},
};

pub(super) const CUSTOMERS: &[&str] =
    &["customer_no", "kind", "given", "family", "title", "birth", "since", "branch"];
pub(super) const IDENTIFIERS: &[&str] = &["customer_no", "kind", "number"];
pub(super) const CONTACTS: &[&str] = &["customer_no", "kind", "value", "confirmed"];
pub(super) const CONSENTS: &[&str] =
    &["customer_no", "address", "type", "recipient_type", "status", "consent_date", "source"];

const KINDS: &[(&str, CustomerKind)] =
    &[("person", CustomerKind::Person), ("company", CustomerKind::Company)];
const TITLES: &[(&str, Title)] = &[("hanim", Title::Hanim), ("bey", Title::Bey)];
const REGISTERS: &[(&str, IdentityKind)] =
    &[("tckn", IdentityKind::Tckn), ("ykn", IdentityKind::Ykn), ("vkn", IdentityKind::Vkn)];
const CONTACT_KINDS: &[(&str, ContactKind)] = &[
    ("mobile", ContactKind::Mobile),
    ("phone", ContactKind::Phone),
    ("email", ContactKind::Email),
    ("address", ContactKind::Address),
];
const CONSENT_CHANNELS: &[(&str, ConsentChannel)] =
    &[("ARAMA", ConsentChannel::Call), ("MESAJ", ConsentChannel::Message), ("EPOSTA", ConsentChannel::Email)];
const RECIPIENTS: &[(&str, Recipient)] =
    &[("BIREYSEL", Recipient::Individual), ("TACIR", Recipient::Merchant)];
const STATUSES: &[(&str, ConsentStatus)] =
    &[("ONAY", ConsentStatus::Granted), ("RET", ConsentStatus::Refused)];

/// The law's first day (6563); consents given before it carry [`SOURCE_2015`] and this day.
const CONSENTS_BEGIN: (i16, i8, i8) = (2015, 5, 1);
/// The registry's source for consents older than the law.
const SOURCE_2015: &str = "HS_2015";
/// What the registry's codes for the bank's own sources begin with.
const SOURCE_PREFIX: &str = "HS_";

pub(super) fn customer(record: &Record<'_>) -> Taken<Row> {
    let no = customer_no(record)?;
    let kind = record.must("kind", value::token(KINDS))?;
    let (birth, since) = (record.may("birth", value::day)?, record.may("since", value::day)?);
    super::in_order(record, ("birth", birth), ("since", since))?;
    let customer = Customer {
        no,
        source: Layout::Warehouse.source(),
        kind,
        name: name(record, kind)?,
        birth,
        since,
        branch: record.may("branch", value::text(value::SHORT_CHARS_MAX))?,
        title: record.may("title", value::token(TITLES))?,
    };
    Ok(Row::of(Table::Customers.numbered(no.0), Fact::Customer(customer)))
}

/// A person without a family name, and a company with a given one, are half a name: better said than guessed.
fn name(record: &Record<'_>, kind: CustomerKind) -> Taken<Option<Name>> {
    let given = record.may("given", value::text(value::SHORT_CHARS_MAX))?;
    let family = record.may("family", value::text(value::SHORT_CHARS_MAX))?;
    match (kind, given, family) {
        (_, None, None) => Ok(None),
        (_, _, None) => Err(record.reject("family", fault::empty())),
        (CustomerKind::Company, Some(_), Some(_)) => {
            let fault = Fault::new("company_given_name", ids::COMPANY_GIVEN, ids::FIX_COMPANY_GIVEN);
            Err(record.reject("given", fault))
        }
        (_, given, Some(family)) => Ok(Some(Name { given: given.unwrap_or_default(), family })),
    }
}

pub(super) fn identifier(record: &Record<'_>) -> Taken<Row> {
    let customer = customer_no(record)?;
    let kind = record.must("kind", value::token(REGISTERS))?;
    let number = record.must("number", value::identity(kind))?;
    let key = Table::Identifiers.keyed(&[&customer.to_string(), record.text("kind"), number.digits()]);
    Ok(Row::of(key, Fact::Identifier(Identifier { customer, number })))
}

pub(super) fn contact(record: &Record<'_>) -> Taken<Row> {
    let customer = customer_no(record)?;
    let kind = record.must("kind", value::token(CONTACT_KINDS))?;
    let point = ContactPoint {
        customer,
        kind,
        value: match kind {
            ContactKind::Mobile => record.must("value", value::mobile)?,
            ContactKind::Phone => record.must("value", value::phone)?,
            ContactKind::Email => record.must("value", value::mail)?,
            ContactKind::Address => record.must("value", value::text(value::LONG_CHARS_MAX))?,
        },
        confirmed: record.may("confirmed", value::day)?,
    };
    let key = Table::Contacts.keyed(&[&customer.to_string(), record.text("kind"), &point.value]);
    Ok(Row::of(key, Fact::Contact(point)))
}

/// What a row itself can tell by the registry's rules (design processes 4.7).
pub(super) fn consent(record: &Record<'_>) -> Taken<Row> {
    let customer = customer_no(record)?;
    let channel = record.must("type", value::token(CONSENT_CHANNELS))?;
    let consent = Consent {
        customer,
        address: match channel {
            ConsentChannel::Call | ConsentChannel::Message => record.may("address", value::phone)?,
            ConsentChannel::Email => record.may("address", value::mail)?,
        },
        channel,
        recipient: record.must("recipient_type", value::token(RECIPIENTS))?,
        status: record.must("status", value::token(STATUSES))?,
        at: record.must("consent_date", value::moment)?,
        source: record.must("source", source)?,
    };
    check_time(record, &consent)?;
    let key = Table::Consents.keyed(&[
        &customer.to_string(),
        consent.address.as_deref().unwrap_or_default(),
        record.text("type"),
        record.text("recipient_type"),
        record.text("status"),
        &consent.at.micros().to_string(),
    ]);
    Ok(Row::of(key, Fact::Consent(consent)))
}

fn check_time(record: &Record<'_>, consent: &Consent) -> Taken<()> {
    let (year, month, day) = CONSENTS_BEGIN;
    let begin = Day::from_ymd(year, month, day).and_then(|day| Moment::at(day, 0, 0));
    if begin.is_some_and(|begin| consent.at < begin) {
        let fault = Fault::new("consent_too_early", ids::CONSENT_EARLY, ids::FIX_CONSENT_EARLY);
        return Err(record.reject("consent_date", fault));
    }
    if consent.source == SOURCE_2015 && Some(consent.at) != begin {
        let fault = Fault::new("consent_2015", ids::CONSENT_2015, ids::FIX_CONSENT_2015);
        return Err(record.reject("consent_date", fault));
    }
    Ok(())
}

fn source(text: &str) -> value::Read<String> {
    let rest = text.strip_prefix(SOURCE_PREFIX).unwrap_or_default();
    let code = !rest.is_empty()
        && text.len() <= value::SHORT_CHARS_MAX
        && rest.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_');
    if code {
        return Ok(text.to_owned());
    }
    Err(Fault::new("bad_consent_source", ids::CONSENT_SOURCE, ids::FIX_CONSENT_SOURCE))
}
