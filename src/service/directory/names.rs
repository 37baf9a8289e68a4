//! Names in blocks, hundreds to a value: a million customers are read in a thousand rows.

use serde::{Deserialize, Serialize};

use super::CHANGED;
use crate::{
    domain::{
        CustomerNo, Fact,
        customer::{Customer, CustomerKind, Name},
    },
    search::Person,
    service::{
        project::{Change, Derived},
        records::{self, Put},
    },
    store::{KeyRange, Store, StoreError, Table, Version, codec, tables},
};

/// The most bytes of a block's content; envelope and counts come on top.
pub(super) const BLOCK_BYTES_MAX: usize = 30 * 1024;
/// Blocks of a page of the scan.
const PAGE_BLOCKS: usize = 64;

/// A block as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
struct NameBlock {
    /// Branches that its people name by place.
    branches: Vec<String>,
    people: Vec<Named>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Named {
    no: CustomerNo,
    kind: CustomerKind,
    name: Option<Name>,
    /// Place among the block's branches.
    branch: Option<u32>,
    year: Option<i16>,
}

/// What is found and shown of a customer.
pub(in crate::service) fn person(customer: &Customer) -> Person {
    Person {
        no: customer.no,
        kind: customer.kind,
        name: customer.name.clone(),
        branch: customer.branch.clone(),
        year: customer.birth.map(|day| day.ymd().0),
    }
}

/// Projection: customers whose name, or what stands beside it in a row of hits, is new.
pub(in crate::service) fn blocks(change: &Change) -> Result<Vec<Derived>, StoreError> {
    let mut people = Vec::new();
    for (_, _, altered) in &change.facts {
        let Fact::Customer(after) = &altered.after else {
            continue;
        };
        let after = person(after);
        match &altered.before {
            Some(Fact::Customer(before)) if person(before) == after => {}
            _ => people.push(after),
        }
    }
    packed(people)
}

/// Blocks of people, as few as hold them.
pub(in crate::service) fn packed(people: Vec<Person>) -> Result<Vec<Derived>, StoreError> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let mut derived = Vec::new();
    for block in pack(people) {
        derived.push(Derived::Put(put(&block)?));
    }
    // nobody expects it: the last one to write it is right
    derived.push(Derived::Put(Put::seal(tables::meta(CHANGED), &())?));
    Ok(derived)
}

fn put(block: &NameBlock) -> Result<Put, StoreError> {
    let first = block.people.first().map_or(CustomerNo(0), |person| person.no);
    let value = codec::seal(block)?;
    let hash = blake3::hash(&value).as_bytes().first_chunk().copied().unwrap_or_default();
    let (table, key) = tables::name_block(first, hash);
    Ok(Put { table, key, value })
}

/// By number, as many to a block as fit.
fn pack(mut people: Vec<Person>) -> Vec<NameBlock> {
    people.sort_by_key(|person| person.no);
    let (mut blocks, mut block, mut bytes) = (Vec::new(), NameBlock::default(), 0);
    for person in people {
        let more = bytes_of(&person);
        if bytes + more > BLOCK_BYTES_MAX && !block.people.is_empty() {
            blocks.push(std::mem::take(&mut block));
            bytes = 0;
        }
        bytes += more;
        add(&mut block, person);
    }
    blocks.push(block);
    blocks
}

fn add(block: &mut NameBlock, person: Person) {
    let branch = person.branch.map(|branch| {
        let known = block.branches.iter().position(|known| *known == branch);
        let at = known.unwrap_or_else(|| {
            block.branches.push(branch);
            block.branches.len() - 1
        });
        u32::try_from(at).unwrap_or(u32::MAX)
    });
    let Person { no, kind, name, year, .. } = person;
    block.people.push(Named { no, kind, name, branch, year });
}

/// The bytes of a person's stored form, or more: the branch counts as if it were the first of its kind.
fn bytes_of(person: &Person) -> usize {
    // a number of at most 9 bytes, four marks, two lengths of 3, place and year of 5
    const FIXED: usize = 9 + 4 + 2 * 3 + 2 * 5;
    let name = person.name.as_ref().map_or(0, |name| name.given.len() + name.family.len());
    FIXED + name + person.branch.as_ref().map_or(0, |branch| branch.len() + 3)
}

/// Everybody in every block, with the version of the block.
pub(in crate::service) fn each(
    store: &dyn Store,
    visit: &mut dyn FnMut(Person, Version),
) -> Result<(), StoreError> {
    let mut range = KeyRange::all();
    loop {
        let page = store.scan(Table::Name, range.clone(), PAGE_BLOCKS)?;
        for row in &page {
            let block: NameBlock = codec::open(&row.value, &records::place(Table::Name, &row.key))?;
            for named in block.people {
                let Named { no, kind, name, branch, year } = named;
                let branch = branch.and_then(|at| block.branches.get(usize::try_from(at).ok()?).cloned());
                visit(Person { no, kind, name, branch, year }, row.version);
            }
        }
        match page.last() {
            Some(last) if page.len() == PAGE_BLOCKS => range = range.after(&last.key),
            _ => return Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::store::{Batch, RequestId, VALUE_BYTES_MAX, memory::MemoryStore};

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn blocks_keep_everybody_and_fit(people in prop::collection::btree_map(any::<u64>(), ("[a-zşığ]{0,200}", "[A-ZİÇ ]{1,200}", prop::option::of("[a-c]{1,9}"), any::<i16>()), 1..400)) {
            let people: Vec<Person> = people.into_iter().map(|(no, (given, family, branch, year))| Person {
                no: CustomerNo(no),
                kind: CustomerKind::Person,
                name: Some(Name { given, family }),
                branch,
                year: Some(year),
            }).collect();
            let store = MemoryStore::new();
            let puts: Vec<Put> = pack(people.clone()).iter().map(|block| put(block).unwrap()).collect();
            prop_assert!(puts.iter().all(|put| put.value.len() <= VALUE_BYTES_MAX));
            store.commit(Batch {
                request_id: RequestId(1),
                digest: [0; 32],
                result: Vec::new(),
                expects: Vec::new(),
                puts: puts.into_iter().map(|put| (put.table, put.key, put.value)).collect(),
                deletes: Vec::new(),
                adds: Vec::new(),
            }).unwrap();
            let mut read = Vec::new();
            each(&store, &mut |person, _| read.push(person)).unwrap();
            prop_assert_eq!(read, people);
        }
    }
}
