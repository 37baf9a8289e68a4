//! The header: who it is, masked.

use super::{basis::Basis, consents};
use crate::{
    domain::{
        FactKind,
        contact::ContactKind,
        customer::{Customer, CustomerKind, Name, Title},
        identity::{IdentityKind, Phone},
        operator::Role,
        restriction::RestrictionKind,
    },
    request::{
        mask,
        permission::{self, Part},
        screen::Header,
    },
    text::{Lang, Message, Said, casing, ids::screen as id},
    time::Day,
};

/// Rows 1 and 2 of the screen.
pub(super) fn header(basis: &Basis<'_>) -> Header {
    let customer = &basis.facts.customer;
    let name = customer.name.as_ref();
    let identified = basis.may(Part::Identity);
    Header {
        number: mask::customer(customer.no),
        kind: customer.kind,
        name: masked_name(customer),
        address: name
            .filter(|_| customer.kind == CustomerKind::Person)
            .and_then(|name| address(name, customer.title)),
        title: customer.title,
        identity: identity(basis).filter(|_| identified),
        mobile: mobile(basis).filter(|_| identified),
        years: customer.since.and_then(|since| whole_years(since, basis.today())),
        branch: customer.branch.clone(),
        verified: verified(basis),
        answered: basis.caller.answered,
        began: basis.caller.began,
        bad_mood: bad_mood(basis),
        consents: consents::all(basis),
        operator: basis.caller.operator.clone(),
        role: basis.caller.role,
        demo: basis.demo,
    }
}

/// The masked name as lists show it; `None` where no source has one.
pub(super) fn masked_name(customer: &Customer) -> Option<String> {
    customer.name.as_ref().map(|name| capitals(&mask::name(name, customer.kind)))
}

/// `DENİZ HANIM Y*****Z`, `Ms DENİZ Y*****Z`, by the customer's own preference only.
fn address(name: &Name, title: Option<Title>) -> Option<Said> {
    let message = match title? {
        Title::Hanim => id::ADDRESS_HANIM,
        Title::Bey => id::ADDRESS_BEY,
    };
    Some(
        Message::new(message)
            .with("given", capitals(&name.given))
            .with("family", capitals(&mask::family(&name.family)))
            .said(),
    )
}

/// Names stand in capitals, whatever the source writes; Turkish `i` becomes `İ`.
pub(super) fn capitals(name: &str) -> String {
    casing::upper(name, Lang::Tr)
}

/// `TCKN *******8142`: a citizen's number before a foreigner's before a company's.
fn identity(basis: &Basis<'_>) -> Option<String> {
    let number = basis
        .facts
        .identifiers
        .iter()
        .map(|identifier| &identifier.number)
        .min_by_key(|number| number.kind())?;
    let label = match number.kind() {
        IdentityKind::Tckn => "TCKN",
        IdentityKind::Ykn => "YKN",
        IdentityKind::Vkn => "VKN",
    };
    Some(format!("{label} {}", mask::identity(number)))
}

/// A number that is not one is not shown: what cannot be masked by its form stays hidden.
fn mobile(basis: &Basis<'_>) -> Option<String> {
    let mobile = basis.facts.contacts.iter().find(|contact| contact.kind == ContactKind::Mobile)?;
    Phone::try_new(&mobile.value).ok().as_ref().map(mask::phone)
}

fn whole_years(since: Day, today: Day) -> Option<u32> {
    let ((year, month, day), (now_year, now_month, now_day)) = (since.ymd(), today.ymd());
    let full = i32::from(now_year) - i32::from(year);
    let before_anniversary = (now_month, now_day) < (month, day);
    u32::try_from(full - i32::from(before_anniversary)).ok()
}

/// Whether a bad mood holds; a bank that records none says nothing.
fn bad_mood(basis: &Basis<'_>) -> Option<bool> {
    let restrictions = &basis.facts.restrictions;
    let known = !restrictions.is_empty() || basis.facts.delivered.contains(&FactKind::Restriction);
    let bad = restrictions.iter().any(|restriction| {
        restriction.kind == RestrictionKind::BadMood && restriction.holds(basis.at, basis.today())
    });
    (known && basis.may(Part::Details)).then_some(bad)
}

/// Only who serves customers has somebody to verify.
fn verified(basis: &Basis<'_>) -> Option<bool> {
    match basis.caller.role {
        Role::Agent | Role::Teller => Some(permission::is_verified(basis.caller)),
        Role::Supervisor | Role::Auditor | Role::Admin | Role::Channel | Role::Owner => None,
    }
}
