//! What a customer is also found by: identity numbers, telephones, IBANs, the last four digits of cards.
//!
//! One row a number would be five million rows at random places for a million customers, so a commit packs its
//! aliases into one row for each of 256 parts by the hash's first byte. Rows are only ever added: what they
//! say is a hint, and the customer's own records are asked before anybody is shown. No number stands in a key
//! or a row, only its hash.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    domain::{CustomerNo, Fact, FactKind, contact::ContactKind, identity::Phone},
    service::{
        project::{Change, Derived},
        records::{self, Put},
    },
    store::{KeyRange, Store, StoreError, Table, codec, tables},
};

/// Aliases of one row: 18 bytes each at most.
const ROW_ALIASES_MAX: usize = 1_500;
/// Rows of a page of a scan.
const PAGE_ROWS: usize = 256;
/// The most customers of one alias whose records are asked; four digits are shared by one in ten thousand.
pub(in crate::service) const ASKED_MAX: usize = 4_096;

/// A kind of alias.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::service) enum AliasKind {
    Identity,
    Phone,
    Iban,
    Card,
}

/// An alias in the one form that is hashed: digits, E.164, a packed IBAN, four digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::service) struct Alias {
    pub(in crate::service) kind: AliasKind,
    pub(in crate::service) text: String,
}

/// Hash of an alias with its customer.
pub(in crate::service) type Hinted = (u64, CustomerNo);

impl Alias {
    /// What a fact lets its customer be found by.
    pub(in crate::service) fn of(fact: &Fact) -> Option<Alias> {
        let (kind, text) = match fact {
            Fact::Identifier(identifier) => (AliasKind::Identity, identifier.number.digits().to_owned()),
            Fact::Contact(contact) if matches!(contact.kind, ContactKind::Mobile | ContactKind::Phone) => {
                (AliasKind::Phone, Phone::try_new(&contact.value).ok()?.e164().to_owned())
            }
            Fact::Account(account) => (AliasKind::Iban, account.iban.as_ref()?.packed().to_owned()),
            Fact::Card(card) => (AliasKind::Card, card.last4.clone()?),
            Fact::Contact(_)
            | Fact::Customer(_)
            | Fact::Disposition(_)
            | Fact::Deposit(_)
            | Fact::Loan(_)
            | Fact::StandingOrder(_)
            | Fact::Holding(_)
            | Fact::ChannelError(_)
            | Fact::Complaint(_)
            | Fact::Interaction(_)
            | Fact::Consent(_)
            | Fact::Statement(_)
            | Fact::Profile(_)
            | Fact::BouncedCheque(_)
            | Fact::Insurance(_)
            | Fact::LifeEvent(_)
            | Fact::Restriction(_)
            | Fact::OrganisationContact(_)
            | Fact::Outcome(_)
            | Fact::SignedOrder(_)
            | Fact::InvestorForm(_)
            | Fact::PostingRestriction(_)
            | Fact::FundOrder(_)
            | Fact::Rate(_) => return None,
        };
        Some(Alias { kind, text })
    }

    /// Eight bytes of BLAKE3. Stable for ever.
    pub(in crate::service) fn hash(&self) -> u64 {
        let purpose = match self.kind {
            AliasKind::Identity => "tekil alias identity",
            AliasKind::Phone => "tekil alias phone",
            AliasKind::Iban => "tekil alias iban",
            AliasKind::Card => "tekil alias card",
        };
        let mut hasher = blake3::Hasher::new_derive_key(purpose);
        hasher.update(self.text.as_bytes());
        u64::from_be_bytes(hasher.finalize().as_bytes().first_chunk().copied().unwrap_or_default())
    }

    /// The kind of the records that tell it.
    const fn fact_kind(&self) -> FactKind {
        match self.kind {
            AliasKind::Identity => FactKind::Identifier,
            AliasKind::Phone => FactKind::Contact,
            AliasKind::Iban => FactKind::Account,
            AliasKind::Card => FactKind::Card,
        }
    }
}

/// Projection: aliases that are new.
pub(in crate::service) fn blocks(change: &Change) -> Result<Vec<Derived>, StoreError> {
    let mut hinted = Vec::new();
    for (no, _, altered) in &change.facts {
        let alias = Alias::of(&altered.after);
        if let Some(alias) =
            alias.filter(|alias| altered.before.as_ref().and_then(Alias::of).as_ref() != Some(alias))
        {
            hinted.push((alias.hash(), *no));
        }
    }
    packed(hinted)
}

/// Rows of aliases, as few as hold them.
pub(in crate::service) fn packed(hints: Vec<Hinted>) -> Result<Vec<Derived>, StoreError> {
    let mut parts: BTreeMap<u8, BTreeSet<Hinted>> = BTreeMap::new();
    for (hash, no) in hints {
        parts.entry(part(hash)).or_default().insert((hash, no));
    }
    let mut derived = Vec::new();
    for (part, hinted) in parts {
        let hinted: Vec<Hinted> = hinted.into_iter().collect();
        for row in hinted.chunks(ROW_ALIASES_MAX) {
            let value = codec::seal(&row)?;
            let hash = blake3::hash(&value).as_bytes().first_chunk().copied().unwrap_or_default();
            let (table, key) = tables::alias_block(part, hash);
            derived.push(Derived::Put(Put { table, key, value }));
        }
    }
    Ok(derived)
}

fn part(hash: u64) -> u8 {
    let [part, ..] = hash.to_be_bytes();
    part
}

/// The customers who have an alias by their own records, in order; of more than [`ASKED_MAX`] the first.
pub(in crate::service) fn customers(store: &dyn Store, alias: &Alias) -> Result<Vec<CustomerNo>, StoreError> {
    let hash = alias.hash();
    let mut hinted = BTreeSet::new();
    each(store, KeyRange::prefix(&[part(hash)]), &mut |known, no| {
        if known == hash {
            hinted.insert(no);
        }
    })?;
    let mut customers = Vec::new();
    for no in hinted.into_iter().take(ASKED_MAX) {
        if has(store, no, alias)? {
            customers.push(no);
        }
    }
    Ok(customers)
}

/// Every alias of a range of rows.
pub(in crate::service) fn each(
    store: &dyn Store,
    mut range: KeyRange,
    visit: &mut dyn FnMut(u64, CustomerNo),
) -> Result<(), StoreError> {
    loop {
        let page = store.scan(Table::Alias, range.clone(), PAGE_ROWS)?;
        for row in &page {
            let hinted: Vec<Hinted> = codec::open(&row.value, &records::place(Table::Alias, &row.key))?;
            for (hash, no) in hinted {
                visit(hash, no);
            }
        }
        match page.last() {
            Some(last) if page.len() == PAGE_ROWS => range = range.after(&last.key),
            _ => return Ok(()),
        }
    }
}

/// Whether a record of the customer tells the alias.
fn has(store: &dyn Store, no: CustomerNo, alias: &Alias) -> Result<bool, StoreError> {
    let mut range = KeyRange::prefix(&tables::fact(no, alias.fact_kind(), &[]).1);
    loop {
        let page = store.scan(Table::Fact, range.clone(), PAGE_ROWS)?;
        for row in &page {
            if Alias::of(&records::open_row(&row.key, &row.value)?.1).as_ref() == Some(alias) {
                return Ok(true);
            }
        }
        match page.last() {
            Some(last) if page.len() == PAGE_ROWS => range = range.after(&last.key),
            _ => return Ok(false),
        }
    }
}
