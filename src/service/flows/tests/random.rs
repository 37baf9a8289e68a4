//! Seeded runs, five thousand in a release build: random amounts, rates that move, prices that expire, refusals at each leg, edits,
//! restarts and clock steps. Whatever happens, the bank is sound and every run ends in a declared state.

use std::{fs, path::Path};

use rust_decimal::Decimal;

use super::world::{Authored, FIRST, SECOND, World, agent, authored, caller, supervisor, teller};
use crate::{
    domain::{
        AccountId, Refusal,
        flow_run::{FlowRun, FlowState},
        operator::Role,
        receipt::Receipt,
    },
    flow::{How, Run},
    intake::demo::names::Draws,
    pack::{Pack, PackSource},
    request::{
        Answer, Caller, FlowAnswer, FlowRequest,
        flow::{ApprovalLine, FlowDone},
    },
    service::load_customer,
    store::{KeyRange, Store, Table, codec},
};

/// Runs in all; a build without optimisation is twenty times slower and tries the first thousand.
const RUNS: u64 = if cfg!(debug_assertions) { 1_000 } else { 5_000 };
/// Threads that share them.
const THREADS: usize = 4;
/// Steps of one run at most.
const STEPS: u64 = 12;

/// The demo bank's pack in a folder, with some text of its parameters and funds replaced.
pub(super) fn pack(changes: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in Pack::embedded_files() {
        let mut text = (*text).to_owned();
        if matches!(*name, "parameters.toml" | "funds.toml") {
            for (from, to) in changes {
                text = text.replace(from, to);
            }
        }
        // the rules have tests of their own; without them a run costs a fifth
        if *name == "alerts.toml" {
            text = text.split("[[alert]]").take(2).collect::<Vec<&str>>().join("[[alert]]");
        }
        let path: &Path = &folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// As it is, and one pack for each leg that may be refused.
fn packs() -> Vec<(tempfile::TempDir, Authored)> {
    let changes: [&[(&str, &str)]; 4] = [
        &[],
        &[("value = 50000000", "value = 3000")],
        &[("amount = \"2000000.00\"", "amount = \"150000.00\"")],
        &[("late = \"next-day\"", "late = \"refused\""), ("value = \"24:00\"", "value = \"13:00\"")],
    ];
    changes
        .into_iter()
        .map(|changes| {
            let folder = pack(changes);
            let authored = authored(&PackSource::Dir(folder.path().to_owned()));
            (folder, authored)
        })
        .collect()
}

/// One seeded run.
struct Chance<'a> {
    draws: Draws,
    authored: &'a Authored,
    world: World,
    runs: Vec<(Caller, Run)>,
    /// What waits, and what was waited for in vain since.
    lines: Vec<ApprovalLine>,
    replaced: Vec<ApprovalLine>,
}

impl Chance<'_> {
    fn below(&mut self, many: u64) -> u64 {
        self.draws.draw() % many
    }

    fn pick(&mut self) -> Option<usize> {
        let many = u64::try_from(self.runs.len()).unwrap();
        (many > 0).then(|| usize::try_from(self.draws.draw() % many).unwrap())
    }

    /// An amount of up to 700.000 lira, to the kuruş every other time.
    fn amount(&mut self) -> String {
        let whole = self.below(700_000);
        match self.below(2) {
            0 => format!("{whole}"),
            _ => format!("{whole},{:02}", self.below(100)),
        }
    }

    fn step(mut self) -> Self {
        match self.below(16) {
            0..4 => self.begin(),
            4 => self.world.later(i64::try_from(self.draws.draw() % 200).unwrap()),
            // a clock that was put back, or on by some hours
            5 => self.world.later(-i64::try_from(self.draws.draw() % 100).unwrap()),
            6 => self.world.later(i64::try_from(self.draws.draw() % 20_000).unwrap()),
            7 => {
                let rate = Decimal::new(400_000 + i64::try_from(self.below(90_000)).unwrap(), 4);
                self.world.rate(rate);
            }
            8 => self.world = self.world.restarted(self.authored),
            9..12 => self.submit(),
            12 => self.reprice(),
            13 => self.edit(),
            14 => self.second(),
            _ => self.other(),
        }
        self
    }

    fn begin(&mut self) {
        let who = if self.below(2) == 0 { agent() } else { teller() };
        let deposit = if self.below(2) == 0 { FIRST } else { SECOND };
        let open = FlowRequest::Begin { customer: super::NO, flow: "break-fx-fund".to_owned() };
        let Answer::Flow(FlowAnswer::Begun(begun)) = self.world.ask(&who, open) else { return };
        let mut run = self.world.run(*begun);
        let (fx, fund) = (self.amount(), self.amount());
        let entered = run
            .set("deposit", &deposit.to_string(), How::Chosen)
            .and_then(|()| run.set("fx_amount", &fx, How::Typed))
            .and_then(|()| run.set("fund_amount", &fund, How::Typed));
        if entered.is_ok() {
            self.runs.push((who, run));
            self.price(self.runs.len() - 1);
            self.submit();
        }
    }

    fn reprice(&mut self) {
        if let Some(at) = self.pick() {
            self.price(at);
        }
    }

    fn price(&mut self, at: usize) {
        let (who, run) = &mut self.runs[at];
        if let Answer::Flow(FlowAnswer::Priced(quote)) =
            self.world.ask(who, FlowRequest::Price { work: run.work() })
        {
            run.priced(quote);
        }
    }

    fn submit(&mut self) {
        let Some(at) = self.pick() else { return };
        let (who, run) = &self.runs[at];
        if run.price().is_none() {
            return;
        }
        let answer = self.world.submit(who, run);
        if let Answer::Flow(FlowAnswer::Done(done)) = &answer {
            // a retry at once, as after a lost connection
            assert_eq!(self.world.submit(who, run), answer);
            if let FlowDone::Awaiting(line) = done.as_ref() {
                self.waits(line.clone());
            }
        }
    }

    /// The newest submission of a run is the one that waits.
    fn waits(&mut self, line: ApprovalLine) {
        if !self.lines.contains(&line) {
            self.lines.push(line);
        }
    }

    /// What is submitted after an edit takes the place of what waited.
    fn edit(&mut self) {
        let Some(at) = self.pick() else { return };
        let amount = self.amount();
        let (who, run) = &mut self.runs[at];
        if run.set("fx_amount", &amount, How::Typed).is_err() || run.price().is_none() {
            return;
        }
        // its price was for another amount
        let answer = self.world.submit(who, run);
        assert!(matches!(answer, Answer::Refused(_)), "{answer:?}");
        self.price(at);
        let (who, run) = &self.runs[at];
        if run.price().is_none() {
            return;
        }
        let (key, answer) = (run.work().run, self.world.submit(who, run));
        if let Answer::Flow(FlowAnswer::Done(done)) = answer {
            let line = match *done {
                FlowDone::Awaiting(line) | FlowDone::StillAwaiting(line) => Some(line),
                FlowDone::Posted { .. } => None,
            };
            let waiting = self.state(key);
            let stands = |known: &ApprovalLine| matches!(&waiting, Some(FlowState::AwaitingApproval { approval }) if *approval == known.approval);
            let mine: Vec<ApprovalLine> =
                self.lines.iter().filter(|known| self.is_of(known, key) && !stands(known)).cloned().collect();
            self.replaced.extend(mine);
            if let Some(line) = line {
                self.waits(line);
            }
        }
    }

    fn is_of(&self, line: &ApprovalLine, key: crate::domain::RequestKey) -> bool {
        let place = crate::store::tables::approval(line.approval);
        let approval = crate::service::records::get::<crate::domain::approval::Approval>(
            self.world.store.as_ref(),
            &place,
        );
        approval.unwrap().is_some_and(|(_, approval)| approval.request == key)
    }

    fn state(&self, key: crate::domain::RequestKey) -> Option<FlowState> {
        self.world.service.flow_run(key).unwrap().map(|run| run.state)
    }

    fn second(&mut self) {
        let Some(line) = self.lines.last().cloned() else { return };
        let approve = || FlowRequest::Approve { approval: line.approval, digest: line.digest };
        // whoever asked never agrees
        let own = Caller { operator: line.maker.clone(), ..caller("", Role::Supervisor) };
        let answer = self.world.ask(&own, approve());
        assert!(
            matches!(
                answer,
                Answer::Refused(
                    Refusal::OwnApproval { .. } | Refusal::UnknownApproval | Refusal::ApprovalExpired { .. }
                )
            ),
            "{answer:?}"
        );
        match self.below(3) {
            0 => {
                let reason = "imza eksik".to_owned();
                self.world.ask(&supervisor(), FlowRequest::Return { approval: line.approval, reason });
            }
            _ => {
                self.world.ask(&supervisor(), approve());
            }
        }
        for line in &self.replaced {
            let approve = FlowRequest::Approve { approval: line.approval, digest: line.digest };
            let answer = self.world.ask(&supervisor(), approve);
            let ended = Refusal::ApprovalExpired { until: line.until };
            assert!(
                matches!(&answer, Answer::Refused(refusal) if [Refusal::UnknownApproval, ended].contains(refusal)),
                "{answer:?}"
            );
        }
    }

    /// Cancel, or take something back.
    fn other(&mut self) {
        if self.below(2) == 0 {
            if let Some(at) = self.pick() {
                let (who, run) = &self.runs[at];
                self.world.ask(who, FlowRequest::Cancel { work: run.work() });
            }
            return;
        }
        let receipts: Vec<Receipt> = self.all(Table::Receipt);
        if let Some(receipt) = receipts.last() {
            let reverse = || FlowRequest::Reverse { receipt: receipt.no, reason: "yanlış".to_owned() };
            self.world.ask(&teller(), reverse());
            self.world.ask(&supervisor(), reverse());
        }
    }

    fn all<T: serde::de::DeserializeOwned>(&self, table: Table) -> Vec<T> {
        let rows = self.world.store.scan(table, KeyRange::all(), 10_000).unwrap();
        rows.iter().map(|row| codec::open(&row.value, "").unwrap()).collect()
    }

    /// Sound, no deposit broken twice or in part, nothing over a limit by one person.
    fn ends(&self, seed: u64) {
        self.world.is_sound();
        let [_, _, first, second] = self.world.balances();
        assert!([0, 50_000_000].contains(&first) && [0, 64_230_000].contains(&second), "{seed}");
        let facts = load_customer(self.world.store.as_ref(), super::NO).unwrap().unwrap().facts;
        let open = |account: AccountId| facts.deposits.iter().any(|deposit| deposit.account == account);
        assert_eq!((open(FIRST), open(SECOND)), (first > 0, second > 0), "{seed}");
        for run in self.all::<FlowRun>(Table::FlowRun) {
            let (FlowState::Posted { receipt } | FlowState::Halted { receipt, .. }) = &run.state else {
                continue;
            };
            let receipt = self.all::<Receipt>(Table::Receipt).into_iter().find(|known| known.no == *receipt);
            let receipt = receipt.unwrap();
            let second = run.fields.iter().any(|(_, value)| *value == SECOND.to_string());
            // 642.300 lira are above the agent's 500.000 and below the teller's 1.000.000
            if second && run.maker == agent().operator {
                assert_eq!(receipt.checker, Some(supervisor().operator), "{seed}");
            }
            assert_ne!(receipt.checker, Some(receipt.maker), "{seed}");
        }
    }
}

/// What became of the runs of some seeds, by state.
fn play(packs: &[(tempfile::TempDir, Authored)], seeds: impl Iterator<Item = u64>) -> [u64; 5] {
    let mut seen = [0; 5];
    for seed in seeds {
        let at = usize::try_from(seed).unwrap() % packs.len();
        let authored = &packs[at].1;
        let mut chance = Chance {
            draws: Draws::new(seed),
            authored,
            world: World::of(authored),
            runs: Vec::new(),
            lines: Vec::new(),
            replaced: Vec::new(),
        };
        chance.begin();
        for _ in 0..chance.below(STEPS) {
            chance = chance.step();
        }
        chance.ends(seed);
        for run in chance.all::<FlowRun>(Table::FlowRun) {
            seen[match run.state {
                FlowState::Posted { .. } => 0,
                FlowState::Halted { .. } => 1,
                FlowState::Reversed { .. } => 2,
                FlowState::AwaitingApproval { .. } => 3,
                FlowState::Returned { .. } | FlowState::Dropped => 4,
            }] += 1;
        }
    }
    seen
}

#[test]
fn whatever_happens_every_run_ends_in_a_declared_state() {
    let packs = packs();
    let seen: Vec<[u64; 5]> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|thread| {
                let packs = &packs;
                scope.spawn(move || play(packs, (0..RUNS).skip(thread).step_by(THREADS)))
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    for state in 0..5 {
        let many: u64 = seen.iter().map(|seen| seen[state]).sum();
        assert!(many > RUNS / 200, "state {state} was reached {many} times only");
    }
}
