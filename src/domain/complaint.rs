//! Complaints.

use serde::{Deserialize, Serialize};

use super::{ComplaintId, CustomerNo, channel::Channel};
use crate::{
    money::Money,
    time::{Day, Moment},
};

/// A complaint from its opening to its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Complaint {
    /// The complaint.
    pub id: ComplaintId,
    /// Whose.
    pub customer: CustomerNo,
    /// What about, in the words of the topic tree.
    pub topic: String,
    /// Where it was made.
    pub channel: Option<Channel>,
    /// Day of opening.
    pub opened: Day,
    /// Day of closing; `None` is open.
    pub closed: Option<Day>,
    /// Satisfaction afterwards, 1 to 5.
    pub satisfaction: Option<u8>,
    /// What was paid back.
    pub refund: Option<Money>,
    /// The unit that answers for it.
    pub owner: Option<String>,
    /// Promised call back.
    pub promise: Option<Moment>,
}

impl Complaint {
    /// The day it was closed, as far as it was by the end of `today`: a replay of an earlier day knows less.
    #[must_use]
    pub fn closed_by(&self, today: Day) -> Option<Day> {
        self.closed.filter(|closed| *closed <= today)
    }

    /// Made by `today` and not closed.
    #[must_use]
    pub fn is_open_on(&self, today: Day) -> bool {
        self.opened <= today && self.closed_by(today).is_none()
    }

    /// Made on one of the last `days` days, `today` being the first of them.
    #[must_use]
    pub fn is_within(&self, days: u32, today: Day) -> bool {
        u32::try_from(today.days_since(self.opened)).is_ok_and(|age| age < days)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_complaint_is_judged_by_the_day_it_is_looked_at() {
        let day = |text| Day::parse_iso(text).unwrap();
        let complaint = Complaint {
            id: ComplaintId(1),
            customer: CustomerNo(1),
            topic: "Kart aidatı iadesi".to_owned(),
            channel: None,
            opened: day("2026-11-18"),
            closed: Some(day("2026-11-23")),
            satisfaction: Some(3),
            refund: None,
            owner: None,
            promise: None,
        };
        // day looked at | open | within one day | within ninety
        let table = [
            ("2026-11-17", false, false, false),
            ("2026-11-18", true, true, true),
            ("2026-11-22", true, false, true),
            ("2026-11-23", false, false, true),
            ("2027-02-15", false, false, true),
            ("2027-02-16", false, false, false),
        ];
        for (today, open, one, ninety) in table {
            let today = day(today);
            assert_eq!(complaint.is_open_on(today), open, "{today}");
            assert_eq!(complaint.is_within(1, today), one, "{today}");
            assert_eq!(complaint.is_within(90, today), ninety, "{today}");
        }
    }
}
