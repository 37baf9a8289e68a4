//! Permission to send commercial messages (law 6563), one per address, recipient type and channel.

use serde::{Deserialize, Serialize};

use super::CustomerNo;
use crate::time::Moment;

/// A consent record. The last one by date holds; none means no for outbound commercial speech.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Who gave or refused it.
    pub customer: CustomerNo,
    /// The number or mail it is about; consent is per address.
    pub address: Option<String>,
    /// By which channel.
    pub channel: ConsentChannel,
    /// As whom.
    pub recipient: Recipient,
    /// Yes or no.
    pub status: ConsentStatus,
    /// When it was given, to the second.
    pub at: Moment,
    /// Where it was given, by the registry's code (`HS_…`).
    pub source: String,
}

/// The registry's `type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentChannel {
    /// ARAMA: telephone call.
    Call,
    /// MESAJ: text message.
    Message,
    /// EPOSTA: e-mail.
    Email,
}

/// The registry's `recipientType`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recipient {
    /// BIREYSEL.
    Individual,
    /// TACIR.
    Merchant,
}

/// The registry's `status`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentStatus {
    /// ONAY.
    Granted,
    /// RET.
    Refused,
}
