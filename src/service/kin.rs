//! Who else may be this person: one row a sign and customer, so that opening a customer reads a few bytes at
//! any number of customers, and the same whether or not the people are in memory.
//!
//! A sign is the hash of an identity number, or of family name and day of birth. A shared sign is no more than
//! a reason to compare: the records of both decide. De-duplication proper weighs misspellings too.

use std::collections::BTreeSet;

use crate::{
    domain::{
        CustomerFacts, CustomerNo, Fact, FactKind,
        contact::{ContactKind, ContactPoint},
        customer::{Customer, CustomerKind},
        identity::{Identifier, Phone},
        kin::{Kin, Kinship},
    },
    service::{
        project::{Change, Derived},
        records::{self, Put},
    },
    store::{KeyRange, Store, StoreError, Table, tables},
    text::fold::fold,
};

/// The most bearers of one sign that are compared: more people of one name are born on one day only where a
/// source writes the same day for everybody.
const COMPARED_MAX: usize = 64;
/// The most records of a kind of somebody who is compared; what comes after them is not looked at.
const RECORDS_MAX: usize = 64;

/// Whether a fact carries a sign.
pub(super) const fn tells(fact: &Fact) -> bool {
    matches!(fact, Fact::Customer(_) | Fact::Identifier(_))
}

/// The sign of a fact: eight bytes of BLAKE3, stable for ever.
pub(super) fn sign(fact: &Fact) -> Option<u64> {
    if let Fact::Identifier(identifier) = fact {
        let number = &identifier.number;
        let kind = format!("{:?} ", number.kind());
        return Some(hash("tekil kin identity", &[kind.as_bytes(), number.digits().as_bytes()]));
    }
    let Fact::Customer(customer) = fact else { return None };
    let name = customer.name.as_ref().filter(|_| customer.kind == CustomerKind::Person)?;
    let family = bare(&name.family);
    let day = customer.birth?.number().to_be_bytes();
    (!family.is_empty()).then(|| hash("tekil kin family", &[&day, family.as_bytes()]))
}

fn hash(purpose: &str, parts: &[&[u8]]) -> u64 {
    let mut hasher = blake3::Hasher::new_derive_key(purpose);
    for part in parts {
        hasher.update(part);
    }
    u64::from_be_bytes(hasher.finalize().as_bytes().first_chunk().copied().unwrap_or_default())
}

/// Letters and digits, folded: `Çınar Sok. No: 18/3` and `CINAR SOK NO 18 3` are equal.
fn bare(text: &str) -> String {
    fold(text).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Projection: the rows of signs that are new, and those that no longer hold.
pub(super) fn rows(change: &Change) -> Result<Vec<Derived>, StoreError> {
    let mut derived = Vec::new();
    for (no, _, altered) in change.facts.iter().filter(|(_, _, altered)| tells(&altered.after)) {
        let (before, after) = (altered.before.as_ref().and_then(sign), sign(&altered.after));
        if before == after {
            continue;
        }
        if let Some(gone) = before {
            let (table, key) = tables::kin(gone, *no);
            derived.push(Derived::Drop(table, key));
        }
        if let Some(sign) = after {
            derived.push(Derived::Put(Put::seal(tables::kin(sign, *no), &())?));
        }
    }
    Ok(derived)
}

/// The other customers who are, or look like, the same person: surest first, then by number.
pub(super) fn of(store: &dyn Store, facts: &CustomerFacts) -> Result<Vec<Kin>, StoreError> {
    let own = facts.customer.no;
    let customer = Fact::Customer(facts.customer.clone());
    let identifiers = facts.identifiers.iter().cloned().map(Fact::Identifier);
    let signs = identifiers.chain([customer]).filter_map(|fact| sign(&fact));
    let mut bearers = BTreeSet::new();
    for sign in signs {
        let range = KeyRange::prefix(&sign.to_be_bytes());
        for row in store.scan(Table::Kin, range, COMPARED_MAX)? {
            bearers.extend(bearer(&row.key).filter(|no| *no != own));
        }
    }
    if bearers.is_empty() {
        return Ok(Vec::new());
    }
    let one = Traits::of(&facts.customer, &facts.identifiers, &facts.contacts);
    let mut kin = Vec::new();
    for no in bearers {
        if let Some(other) = Traits::read(store, no)?
            && let Some(how) = one.kinship(&other)
        {
            kin.push(Kin { how, customer: no });
        }
    }
    kin.sort_unstable();
    Ok(kin)
}

/// The customer of a row.
fn bearer(key: &[u8]) -> Option<CustomerNo> {
    let no = key.get(size_of::<u64>()..)?.first_chunk()?;
    Some(CustomerNo(u64::from_be_bytes(*no)))
}

/// What is compared of a customer, folded.
struct Traits {
    given: String,
    family: String,
    birth: Option<crate::time::Day>,
    identities: BTreeSet<String>,
    phones: BTreeSet<String>,
    addresses: BTreeSet<String>,
}

impl Traits {
    fn of(customer: &Customer, identifiers: &[Identifier], contacts: &[ContactPoint]) -> Traits {
        let name = |part: fn(&crate::domain::customer::Name) -> &str| {
            customer.name.as_ref().map(|name| bare(part(name))).unwrap_or_default()
        };
        let of_kind = |wanted: &'static [ContactKind]| {
            contacts.iter().filter(move |contact| wanted.contains(&contact.kind))
        };
        let phones = of_kind(&[ContactKind::Mobile, ContactKind::Phone]);
        let addresses = of_kind(&[ContactKind::Address]).map(|contact| bare(&contact.value));
        Traits {
            given: name(|name| &name.given),
            family: name(|name| &name.family),
            birth: customer.birth,
            identities: identifiers
                .iter()
                .map(|one| format!("{:?}", (one.number.kind(), one.number.digits())))
                .collect(),
            phones: phones
                .filter_map(|contact| Some(Phone::try_new(&contact.value).ok()?.e164().to_owned()))
                .collect(),
            addresses: addresses.filter(|address| !address.is_empty()).collect(),
        }
    }

    /// By the customer's own records; `None` where a row points at nobody.
    fn read(store: &dyn Store, no: CustomerNo) -> Result<Option<Traits>, StoreError> {
        let mut found: [Vec<Fact>; 3] = Default::default();
        for (facts, kind) in
            found.iter_mut().zip([FactKind::Customer, FactKind::Identifier, FactKind::Contact])
        {
            let range = KeyRange::prefix(&tables::fact(no, kind, &[]).1);
            for row in store.scan(Table::Fact, range, RECORDS_MAX)? {
                facts.push(records::open_row(&row.key, &row.value)?.1);
            }
        }
        let [customers, identifiers, contacts] = found;
        let customer = customers
            .into_iter()
            .find_map(|fact| if let Fact::Customer(customer) = fact { Some(customer) } else { None });
        let identifiers: Vec<Identifier> = identifiers
            .into_iter()
            .filter_map(|fact| if let Fact::Identifier(identifier) = fact { Some(identifier) } else { None })
            .collect();
        let contacts: Vec<ContactPoint> = contacts
            .into_iter()
            .filter_map(|fact| if let Fact::Contact(contact) = fact { Some(contact) } else { None })
            .collect();
        Ok(customer.map(|customer| Traits::of(&customer, &identifiers, &contacts)))
    }

    fn kinship(&self, other: &Traits) -> Option<Kinship> {
        if !self.identities.is_disjoint(&other.identities) {
            return Some(Kinship::SameIdentity);
        }
        let born_alike = self.birth.is_some() && self.birth == other.birth;
        if !born_alike || self.family.is_empty() || self.family != other.family {
            return None;
        }
        let two_people = !self.identities.is_empty() && !other.identities.is_empty();
        let one_phone = !self.phones.is_disjoint(&other.phones);
        let one_home = one_phone || !self.addresses.is_disjoint(&other.addresses);
        match self.given == other.given {
            true if one_phone && !two_people => Some(Kinship::SameNameBirthPhone),
            false if one_home && two_people => Some(Kinship::Twin),
            true | false => None,
        }
    }
}

#[cfg(test)]
mod tests;
