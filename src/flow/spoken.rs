//! What is said and owed once a run was submitted.

use super::{
    figure::Figure,
    schema::{Flow, SafePoint},
};
use crate::{domain::receipt::ReceiptNo, pack::Pack, text::Said, time::Moment};

/// Microseconds of an hour; business time is whole hours from UTC.
const HOUR_MICROS: i64 = 3_600_000_000;

impl SafePoint {
    /// Names that its sentence may use besides figures: the leg that was refused, and when the bank comes back.
    pub(super) const NAMES: [&'static str; 2] = [SafePoint::REFUSED, SafePoint::DUE];
    pub(super) const REFUSED: &'static str = "refused_leg";
    pub(super) const DUE: &'static str = "task_due";
}

impl Flow {
    /// What [`Flow::say_done`] may name.
    pub(super) const RECEIPT: &'static str = "receipt";

    /// What is said to the customer when all of it is posted.
    #[must_use]
    pub fn say_done(&self, receipt: ReceiptNo) -> Option<Said> {
        let serial = Figure::Code(format!("{:06}", receipt.serial));
        self.done.said(&|name| (name == Flow::RECEIPT).then(|| serial.clone()))
    }

    /// What is said to the customer when the run stopped at its safe point.
    #[must_use]
    pub fn say_halted(&self, refused: &Said, due: Moment) -> Option<Said> {
        self.safe_point.say.said(&|name| match name {
            SafePoint::REFUSED => Some(Figure::Said(refused.clone())),
            SafePoint::DUE => Some(Figure::Moment(due)),
            _ => None,
        })
    }

    /// When the unit of the safe point owes the next step, for a run that stopped at this moment: so many hours
    /// later, rounded up to a full hour. `None` where the pack has no such hours for the day.
    #[must_use]
    pub fn task_due(&self, pack: &Pack, at: Moment) -> Option<Moment> {
        let hours = pack.number(&self.safe_point.hours, at.day())?;
        let full = HOUR_MICROS.checked_mul(hours)?.checked_add(at.micros())?.checked_add(HOUR_MICROS - 1)?;
        Moment::from_micros(full - full.rem_euclid(HOUR_MICROS))
    }
}
