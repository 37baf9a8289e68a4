//! Permission to send commercial messages (law 6563), one per address, recipient type and channel.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::CustomerNo;
use crate::time::Moment;

/// A consent record. The last one by date holds; none means no for outbound commercial speech.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
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

/// Masked: logs and errors may print it.
impl fmt::Debug for Consent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Consent { customer, address, channel, recipient, status, at, source } = self;
        f.debug_struct("Consent")
            .field("customer", customer)
            .field("address", &address.as_ref().map(|_| "***"))
            .field("channel", channel)
            .field("recipient", recipient)
            .field("status", status)
            .field("at", at)
            .field("source", source)
            .finish()
    }
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
