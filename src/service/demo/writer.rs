//! Commits the chunks of a fill in their order, from the mark that it began to the mark that it is whole.

use std::collections::BTreeSet;

use super::{Fill, Filled, STORIES, Story, chunk::Chunk};
use crate::{
    domain::{
        AuditId, FactKind, RequestKey, Source,
        audit::{AuditAct, AuditRecord},
        channel::Touchpoint,
        ledger::{LedgerAccount, OwnAccount},
        operator::{Role, Verification},
    },
    intake::demo::{DEMO_STORIES, DemoBank, SOURCE},
    search::Person,
    service::{
        ServiceError,
        directory::{self, aliases, names},
        flows::numbers,
        import::{self, NoteCounts, OPEN_IMPORTS, RunRecord},
        meta::{self, Publisher},
        project::Derived,
        records::Put,
    },
    store::{Add, Batch, Digest, RequestId, Store, StoreError, Table, tables},
    time::Moment,
};

/// People that wait for their blocks; the more, the fuller the blocks.
const PEOPLE_WAIT_MAX: usize = 8_192;
/// Receipts of the business day and tasks that the bank has made before anybody sits down.
const RECEIPTS: u32 = 870;
const TASKS: u32 = 317;
/// Aliases that wait for their rows: so many fill a row of each of the 256 parts.
const HINTS_WAIT_MAX: usize = 340_000;

/// Of all that decides a bank.
pub(super) fn run_digest(bank: &DemoBank) -> Digest {
    let params = bank.params();
    let early = if bank.is_early() { " early" } else { "" };
    let today = params.today.number();
    let text = format!("{} {} {today} {}{early}", bank.customers(), params.seed, params.policy);
    import::derive("tekil demo bank", text.as_bytes())
}

/// What the entries of the bank name as their request.
pub(super) fn run_request(bank: &DemoBank) -> RequestKey {
    import::run_request(&run_digest(bank))
}

pub(super) struct Writer<'a> {
    store: &'a dyn Store,
    what: Fill<'a>,
    digest: Digest,
    /// The first moment of the business day: when in the day the bank was made does not change what it wrote.
    at: Moment,
    commits: u64,
    people: Vec<Person>,
    hints: Vec<aliases::Hinted>,
    filled: Filled,
}

impl<'a> Writer<'a> {
    pub(super) fn new(store: &'a dyn Store, what: Fill<'a>) -> Writer<'a> {
        Writer {
            store,
            what,
            digest: run_digest(what.bank),
            at: what.bank.midnight(),
            commits: 0,
            people: Vec::new(),
            hints: Vec::new(),
            filled: Filled::default(),
        }
    }

    /// Before anything else the store knows who it is, that a fill owes its end, and who fills it.
    pub(super) fn begin(&mut self) -> Result<(), StoreError> {
        let mut puts = vec![
            meta::first(self.what.identity)?,
            Put::seal(tables::meta(OPEN_IMPORTS), &vec![self.digest])?,
            Put::seal(tables::import_run(&self.digest), &self.run(false))?,
        ];
        puts.extend(directory::mark_complete(self.store)?);
        let trace = self.trace();
        puts.push(Put::seal(tables::audit(trace.at, trace.id), &trace)?);
        self.commit(puts, Vec::new(), Vec::new())
    }

    /// Commits some customers.
    pub(super) fn chunk(&mut self, mut made: Chunk) -> Result<(), StoreError> {
        self.people.append(&mut made.people);
        self.hints.append(&mut made.hints);
        if self.people.len() >= PEOPLE_WAIT_MAX {
            made.puts.extend(rows(names::packed(std::mem::take(&mut self.people))?));
        }
        if self.hints.len() >= HINTS_WAIT_MAX {
            made.puts.extend(rows(aliases::packed(std::mem::take(&mut self.hints))?));
        }
        let Filled { customers, accounts, transactions, complaints } = made.filled;
        self.filled.customers += customers;
        self.filled.accounts += accounts;
        self.filled.transactions += transactions;
        self.filled.complaints += complaints;
        let clearing = LedgerAccount::Own(OwnAccount::ImportClearing);
        for (currency, delta) in made.clearing.into_iter().filter(|(_, delta)| *delta != 0) {
            let (table, key) = tables::balance(clearing, currency);
            made.adds.push(Add { table, key, delta, floor: None });
        }
        self.commit(made.puts, made.adds, Vec::new())
    }

    /// What is about the bank as a whole, what is done in it last, and the mark that it is whole.
    pub(super) fn finish(
        mut self,
        last: &mut dyn FnMut() -> Result<(), ServiceError>,
    ) -> Result<Filled, ServiceError> {
        let mut puts: Vec<Put> = rows(names::packed(std::mem::take(&mut self.people))?).collect();
        puts.extend(rows(aliases::packed(std::mem::take(&mut self.hints))?));
        for rate in self.what.bank.rates() {
            puts.push(Put::seal(tables::rate(rate.day, rate.currency), &rate)?);
        }
        let delivered: BTreeSet<FactKind> = FactKind::ALL.into_iter().collect();
        puts.push(Put::seal(tables::delivered(&Source(SOURCE.to_owned())), &delivered)?);
        puts.push(Put::seal(tables::meta(STORIES), &stories())?);
        puts.extend(numbers::begun(self.what.bank.params().today, RECEIPTS, TASKS)?);
        self.commit(puts, Vec::new(), Vec::new())?;
        let policy = &self.what.bank.params().policy;
        let id = import::half(&import::derive("tekil demo published", &self.digest));
        let by = Publisher { operator: self.what.operator.clone(), at: self.at, id };
        meta::publish(self.store, policy, by)?;
        last()?;
        let whole = vec![Put::seal(tables::import_run(&self.digest), &self.run(true))?];
        self.commit(whole, Vec::new(), vec![tables::meta(OPEN_IMPORTS)])?;
        Ok(self.filled)
    }

    fn commit(
        &mut self,
        puts: Vec<Put>,
        adds: Vec<Add>,
        deletes: Vec<(Table, Vec<u8>)>,
    ) -> Result<(), StoreError> {
        self.commits += 1;
        let step = [self.digest.as_slice(), &self.commits.to_be_bytes()].concat();
        let digest = import::derive("tekil demo chunk", &step);
        self.store.commit(Batch {
            request_id: RequestId(import::half(&digest)),
            digest,
            result: Vec::new(),
            expects: Vec::new(),
            puts: puts.into_iter().map(|put| (put.table, put.key, put.value)).collect(),
            deletes,
            adds,
        })?;
        Ok(())
    }

    fn run(&self, finished: bool) -> RunRecord {
        RunRecord {
            source: Source(SOURCE.to_owned()),
            request: run_request(self.what.bank),
            at: self.at,
            finished,
            rows: if finished { self.filled.customers + self.filled.transactions } else { 0 },
            rejected: 0,
            notes: NoteCounts::default(),
        }
    }

    fn trace(&self) -> AuditRecord {
        let params = self.what.bank.params();
        AuditRecord {
            id: AuditId(import::half(&import::derive("tekil demo trace", &self.digest))),
            at: self.at,
            operator: self.what.operator.clone(),
            role: Role::Owner,
            touchpoint: Touchpoint::default(),
            contact: None,
            reason: None,
            verified: Verification::BlockOnly,
            act: AuditAct::Maintained {
                command: format!("demo --customers {} --seed {}", params.customers, params.seed),
            },
        }
    }
}

fn rows(derived: Vec<Derived>) -> impl Iterator<Item = Put> {
    derived.into_iter().filter_map(|derived| match derived {
        Derived::Put(put) => Some(put),
        Derived::Drop(..) => None,
    })
}

fn stories() -> Vec<Story> {
    DEMO_STORIES
        .into_iter()
        .map(|story| Story { title: story.title(), story: story.name.to_owned(), customer: story.customer })
        .collect()
}
