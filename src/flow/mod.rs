//! Flows: the bank's processes as authored files, a closed kit of legs, and the pure stepper that fills one.
//!
//! A flow names fields, screens, legs and sentences; what legs compute and post is the kit's. The screens show what
//! a [`Run`] says, and the service posts the [`plan::Plan`] of a run of its own.

pub mod entry;
pub mod figure;
pub mod kit;
pub mod menu;
pub mod plan;
mod read;
pub mod run;
pub mod schema;
mod spoken;
mod template;
pub mod view;

#[cfg(test)]
pub(crate) use run::tests::basis as sample_basis;

use crate::{
    pack::{Fault, Faults, Pack, PackFiles, PackSource},
    rules::Rules,
    time::Day,
};

pub use figure::{Figure, LegKind};
pub use menu::Flows;
pub use plan::{FactChange, OfferEnd, Plan, PlannedLeg};
pub use read::check_file;
pub use run::{How, Next, Run, Wanted};
pub use schema::Flow;
pub use view::{BlockView, Change, FieldFault, FieldView};

/// Reads and checks a whole pack, its rules and flows included: every fault of every file at once.
///
/// # Errors
/// The faults, in the order of files and lines.
pub fn load(source: &PackSource) -> Result<(Pack, Rules, Flows), Vec<Fault>> {
    read_all(source, None)
}

/// As [`load`], and the values that flows use must be in force on a day.
///
/// # Errors
/// As [`load`].
pub fn load_on(source: &PackSource, today: Day) -> Result<(Pack, Rules, Flows), Vec<Fault>> {
    read_all(source, Some(today))
}

fn read_all(source: &PackSource, today: Option<Day>) -> Result<(Pack, Rules, Flows), Vec<Fault>> {
    let mut faults = Faults::default();
    let files = PackFiles::read(source, &mut faults);
    let rules = Rules::check(&files, &mut faults);
    let pack = Pack::check(files.clone(), &mut faults);
    let flows = read::flows(&files, (pack.as_ref(), rules.as_ref()), today, &mut faults);
    faults.settle(pack.zip(rules).zip(flows).map(|((pack, rules), flows)| (pack, rules, flows)))
}

impl Flows {
    /// Reads and checks the flows of a pack that is sound.
    ///
    /// # Errors
    /// Every fault with its place.
    pub fn load(pack: &Pack, rules: &Rules) -> Result<Flows, Vec<Fault>> {
        let mut faults = Faults::default();
        let flows = read::flows(pack.files(), (Some(pack), Some(rules)), None, &mut faults);
        faults.settle(flows)
    }
}
