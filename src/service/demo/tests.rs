//! The demo bank in a store.

use std::collections::BTreeSet;

use crate::{
    domain::CustomerNo,
    domain::operator::OperatorId,
    intake::demo::{DemoBank, DemoParams},
    search::{Query, RANKED_MAX},
    service::{
        demo::{Fill, FillError, Filled, fill, is_unfinished, stories},
        directory::Directory,
        fixtures::day,
        import, load_customer,
        meta::{StoreIdentity, StoreKind},
        verify,
    },
    store::{
        Batch, Change, Committed, Entry, KeyRange, Sequence, Store, StoreError, Table, Versioned,
        memory::MemoryStore,
    },
};

fn bank(customers: u64, seed: u64) -> DemoBank {
    let params =
        DemoParams { customers, seed, today: day("2026-11-24"), minute: 642, policy: "ab".to_owned() };
    DemoBank::try_new(params).unwrap()
}

fn filled(store: &dyn Store, bank: &DemoBank, threads: usize) -> Result<Filled, FillError> {
    let identity = StoreIdentity::new(StoreKind::Demo, "demo-bank");
    let operator = OperatorId("owner".to_owned());
    let mut last = 0;
    let what = Fill { bank, identity: &identity, operator: &operator, threads };
    let filled = fill(
        store,
        what,
        &mut |done, all| {
            assert!(done > last && done <= all);
            last = done;
        },
        &mut || Ok(()),
    )?;
    assert_eq!(last, bank.customers());
    Ok(filled)
}

#[test]
fn the_bank_is_sound_and_the_same_on_any_number_of_threads() {
    let stores = [MemoryStore::new(), MemoryStore::new(), MemoryStore::new()];
    let bank = bank(1_200, 42);
    let reports: Vec<Filled> =
        stores.iter().zip([1, 2, 3]).map(|(store, threads)| filled(store, &bank, threads).unwrap()).collect();
    assert!(reports.iter().all(|report| *report == reports[0] && report.customers == 1_200));
    let hashes = stores.each_ref().map(|store| store.state_hash().unwrap());
    assert!(hashes.iter().all(|hash| *hash == hashes[0]));
    let found = verify::verify_bank(&stores[0], &verify::Check::ALL, &mut |_, _| {}).unwrap();
    assert_eq!((found.faults.len(), found.faults.first()), (0, None));
    let counted = |what: &str| found.checked.iter().find(|checked| checked.what == what).unwrap().count;
    assert_eq!(counted("customers"), 1_200);
    assert_eq!(counted("accounts"), reports[0].accounts);
    let other = MemoryStore::new();
    filled(&other, &self::bank(1_200, 43), 1).unwrap();
    assert_ne!(other.state_hash().unwrap(), hashes[0]);
}

#[test]
fn the_drawn_customer_is_read_with_the_drawn_balances() {
    let store = MemoryStore::new();
    filled(&store, &bank(300, 42), 1).unwrap();
    let facts = load_customer(&store, CustomerNo(10_014_017)).unwrap().unwrap().facts;
    let balances: Vec<i64> = facts.accounts.iter().map(|account| account.balance.minor).collect();
    assert_eq!(balances, [841_236, 1_245_000, 50_000_000, 64_230_000, 20_000_000]);
    assert!(facts.accounts.iter().all(|account| !account.statement.as_ref().unwrap().differs));
    assert_eq!((facts.complaints.len(), facts.quotes.len(), facts.cheques.len()), (6, 1, 1));
    assert!(facts.knows_complaints() && facts.knows_errors() && facts.knows_interactions());
    let stories = stories(&store).unwrap();
    assert_eq!((stories.len(), stories[0].story.as_str()), (13, "break-fx-fund"));
    for story in stories {
        assert!(load_customer(&store, story.customer).unwrap().is_some(), "{story:?}");
    }
    assert!(!is_unfinished(&store).unwrap() && !import::is_owed(&store).unwrap());
}

#[test]
fn only_an_empty_store_is_filled() {
    let store = MemoryStore::new();
    let bank = bank(60, 42);
    filled(&store, &bank, 1).unwrap();
    let hash = store.state_hash().unwrap();
    assert_eq!(filled(&store, &bank, 1), Err(FillError::NotEmpty));
    assert_eq!(store.state_hash().unwrap(), hash);
}

/// A store that ends after so many commits.
struct Ending<'a>(&'a MemoryStore, Sequence);

impl Store for Ending<'_> {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Versioned>, StoreError> {
        self.0.get(table, key)
    }

    fn scan(&self, table: Table, range: KeyRange, limit: usize) -> Result<Vec<Entry>, StoreError> {
        self.0.scan(table, range, limit)
    }

    fn commit(&self, batch: Batch) -> Result<Committed, StoreError> {
        if self.0.sequence()? >= self.1 {
            return Err(StoreError::Unavailable { cause: "ended".to_owned() });
        }
        self.0.commit(batch)
    }

    fn follow(&self, after: Sequence, limit: usize) -> Result<Vec<Change>, StoreError> {
        self.0.follow(after, limit)
    }

    fn sequence(&self) -> Result<Sequence, StoreError> {
        self.0.sequence()
    }

    fn state_hash(&self) -> Result<[u8; 32], StoreError> {
        self.0.state_hash()
    }
}

/// Wherever a fill is cut off, the store says so until it is made anew; a whole one never does.
#[test]
fn a_bank_that_was_cut_off_never_looks_whole() {
    let whole = MemoryStore::new();
    let bank = bank(800, 42);
    filled(&whole, &bank, 2).unwrap();
    for ends in 1..whole.sequence().unwrap() {
        let store = MemoryStore::new();
        assert!(matches!(filled(&Ending(&store, ends), &bank, 2), Err(FillError::Failed(_))), "{ends}");
        let again = filled(&store, &bank, 1);
        assert_eq!(again, Err(FillError::Unfinished), "{ends}");
        assert!(import::is_owed(&store).unwrap() && is_unfinished(&store).unwrap(), "{ends}");
        let found = verify::verify_bank(&store, &verify::Check::ALL, &mut |_, _| {}).unwrap();
        assert!(!found.is_clean(), "{ends}");
    }
}

/// Every folded word of every name of the bank, its first letters down to one, two words together and the spellings
/// of a keyboard without Turkish letters: the real index finds everybody whom a look at all names finds.
#[test]
fn search_finds_all_of_the_folded_truth_of_the_bank() {
    let (store, bank) = (MemoryStore::new(), bank(2_000, 42));
    filled(&store, &bank, 2).unwrap();
    let names: Vec<(CustomerNo, String)> = (0..bank.customers())
        .filter_map(|place| {
            let no = bank.customer(place).no;
            let name = load_customer(&store, no).unwrap().unwrap().facts.customer.name?;
            Some((no, Query::new(&format!("{} {}", name.given, name.family)).folded()))
        })
        .collect();
    let words: BTreeSet<&str> = names.iter().flat_map(|(_, name)| name.split(' ')).collect();
    let starts = words.iter().flat_map(|word| {
        (1..=3).map(|letters| word.chars().take(letters).collect::<String>()).chain([(*word).to_owned()])
    });
    let pairs = names.iter().step_by(17).map(|(_, name)| name.clone());
    let typed: BTreeSet<String> = starts.chain(pairs).collect();
    assert!(names.len() > 1_900 && typed.len() > 300, "{} {}", names.len(), typed.len());
    let directory = Directory::new();
    for text in typed {
        let query: Vec<&str> = text.split(' ').collect();
        // a single letter is the beginning of a word
        let holds = |name: &str, word: &str| match word.chars().count() {
            1 => name.split(' ').any(|own| own.starts_with(word)),
            _ => name.contains(word),
        };
        let fits = |name: &str| query.iter().all(|word| holds(name, word));
        let truth: BTreeSet<CustomerNo> =
            names.iter().filter(|(_, name)| fits(name)).map(|(no, _)| *no).collect();
        let matches = directory.read(&store, |index| index.find(&Query::new(&text), names.len())).unwrap();
        let found: BTreeSet<CustomerNo> = matches.best.iter().map(|hit| hit.no).collect();
        let wanted = u64::try_from(truth.len()).unwrap();
        assert!(matches.total >= wanted, "{text}: {} of {wanted}", matches.total);
        if truth.len() <= RANKED_MAX && matches.total <= u64::try_from(RANKED_MAX).unwrap() {
            assert!(truth.is_subset(&found), "{text}: {:?}", truth.difference(&found).next());
        }
    }
}

/// The start screen has fifty cells for a story at 80 columns.
#[test]
fn titles_of_stories_stand_whole_on_the_start_screen() {
    let store = MemoryStore::new();
    filled(&store, &bank(300, 42), 1).unwrap();
    for story in stories(&store).unwrap() {
        for title in [&story.title.tr, &story.title.en] {
            assert!(crate::text::safe::cells(title) <= 50, "{title}");
        }
    }
}
