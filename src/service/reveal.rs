//! One field in clear, for who has a reason.

use super::basis::Basis;
use crate::{
    domain::{contact::ContactKind, customer::Name, identity::Phone},
    request::reveal::{Field, Revealed},
    text::{Lang, casing},
};

/// The field's value.
pub(super) fn field(basis: &Basis<'_>, field: Field) -> Revealed {
    let facts = basis.facts;
    let value = match field {
        Field::Name => facts.customer.name.as_ref().map(full),
        Field::Number => Some(facts.customer.no.to_string()),
        Field::Identity => facts
            .identifiers
            .iter()
            .map(|identifier| &identifier.number)
            .min_by_key(|number| number.kind())
            .map(|number| number.digits().to_owned()),
        Field::Mobile => facts
            .contacts
            .iter()
            .find(|contact| contact.kind == ContactKind::Mobile)
            .and_then(|contact| Phone::try_new(&contact.value).ok())
            .map(|phone| phone.e164().to_owned()),
    };
    Revealed { customer: facts.customer.no, field, value }
}

fn full(name: &Name) -> String {
    casing::upper(format!("{} {}", name.given, name.family).trim(), Lang::Tr)
}
