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
