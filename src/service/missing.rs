//! What should be known of a customer and is not.

use super::basis::Basis;
use crate::{
    domain::contact::ContactKind,
    request::screen::Missing,
    text::{Message, MessageId, ids::screen as id},
};

/// The list, in the order in which an agent would ask for it.
pub(super) fn list(basis: &Basis<'_>) -> Vec<Missing> {
    let facts = basis.facts;
    let reachable = |kind| facts.contacts.iter().any(|contact| contact.kind == kind);
    let known: [(&str, MessageId, bool); 7] = [
        ("name", id::MISSING_NAME, facts.customer.name.is_some()),
        ("identity", id::MISSING_IDENTITY, !facts.identifiers.is_empty()),
        ("birth", id::MISSING_BIRTH, facts.customer.birth.is_some()),
        ("mobile", id::MISSING_MOBILE, reachable(ContactKind::Mobile)),
        ("email", id::MISSING_EMAIL, reachable(ContactKind::Email)),
        ("address", id::MISSING_ADDRESS, reachable(ContactKind::Address)),
        ("branch", id::MISSING_BRANCH, facts.customer.branch.is_some()),
    ];
    known
        .into_iter()
        .filter(|(_, _, is_known)| !is_known)
        .map(|(field, name, _)| Missing { field: field.to_owned(), text: Message::new(name).said() })
        .collect()
}
