//! Reading files into an open store, with a progress bar.

use std::{sync::Arc, time::Instant};

use super::rejects::RejectFile;
use crate::{
    domain::{Fact, rate::ExchangeRate},
    front::{
        bank::Authored, claim::ClaimOnWrite, cli::Run, clock::Clock, outcome::Failure, progress::Progress,
    },
    intake::{self, Layout, Outcome, Plan, Reject, SourceFile},
    service::{
        import::{self, ImportError, ImportOptions, ImportReport, Sinks},
        meta::{self, MetaError, Publisher},
    },
    store::embedded::EmbeddedStore,
    text::ids::cli as id,
};

/// The most rates that an answer lists: a year's bulletins.
const RATES_MAX: usize = 10_000;

/// A run of an import.
pub(super) struct Loading<'a> {
    run: &'a Run<'a>,
    started: Instant,
    bar: Progress,
    rejects: Option<RejectFile>,
}

/// Why nothing, or not everything, was imported.
pub(super) enum Stopped {
    Import(ImportError),
    Front(Failure),
}

impl<'a> Loading<'a> {
    #[expect(clippy::disallowed_methods, reason = "front owns the clock")]
    pub(super) fn start(run: &'a Run<'a>, rejects: Option<RejectFile>) -> Loading<'a> {
        Loading {
            run,
            started: Instant::now(),
            bar: Progress::new(id::PROGRESS_IMPORT, run.out.lang),
            rejects,
        }
    }

    /// Looks all files through; nothing is written.
    pub(super) fn survey(
        &mut self,
        layout: Layout,
        files: &[Arc<dyn SourceFile>],
    ) -> Result<Plan, Vec<Reject>> {
        let all = files.iter().map(|file| file.size()).sum();
        let plan = intake::survey(layout, files, &mut |done| self.bar.report(done, all));
        if let (Err(rejects), Some(file)) = (&plan, &mut self.rejects) {
            for reject in rejects {
                file.add(reject);
            }
        }
        plan
    }

    /// Takes the rows.
    pub(super) fn import(
        &mut self,
        store: &EmbeddedStore,
        authored: &Authored,
        plan: &Plan,
        strict: bool,
    ) -> Result<ImportReport, Stopped> {
        meta::check(store, &authored.identity)?;
        let clock = Clock::try_new(self.run.settings.now)?;
        let options =
            ImportOptions { strict, at: clock.moment(), operator: authored.maintainer(self.run.settings) };
        let (bar, rejects) = (&self.bar, &mut self.rejects);
        let mut sinks = Sinks {
            progress: &mut |progress| bar.report(progress.done, progress.total),
            reject: &mut |reject| {
                if let Some(file) = rejects {
                    file.add(reject);
                }
            },
        };
        let claiming = ClaimOnWrite::new(store, &authored.identity);
        let report = import::run(&claiming, plan, &options, &mut sinks).map_err(Stopped::Import)?;
        let by = Publisher { operator: options.operator, at: options.at, id: clock.id() };
        meta::publish(store, authored.pack.hash(), by).map_err(|error| Stopped::Front(error.into()))?;
        Ok(report)
    }

    /// Finishes the file of rejects; how long the run took, in seconds with three decimals.
    pub(super) fn end(self) -> Result<String, Failure> {
        let took = self.started.elapsed();
        if let Some(file) = self.rejects {
            file.finish()?;
        }
        Ok(format!("{}.{:03}", took.as_secs(), took.subsec_millis()))
    }
}

/// The rates in files of that layout; at most [`RATES_MAX`].
pub(super) fn rates(plan: &Plan) -> Vec<ExchangeRate> {
    let rows = plan.files.iter().filter_map(|file| file.rows().ok()).flatten();
    let facts = rows.flat_map(|outcome| match outcome {
        Outcome::Row { facts, .. } => facts,
        Outcome::Rejected(_) => Vec::new(),
    });
    let rates = facts.filter_map(|fact| if let Fact::Rate(rate) = fact { Some(rate) } else { None });
    rates.take(RATES_MAX).collect()
}

impl From<MetaError> for Stopped {
    fn from(error: MetaError) -> Stopped {
        Stopped::Front(error.into())
    }
}

impl From<Failure> for Stopped {
    fn from(failure: Failure) -> Stopped {
        Stopped::Front(failure)
    }
}
