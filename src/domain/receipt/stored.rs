//! The stored form of a receipt: one that takes nothing back, or was kept without its reason, has the bytes of the time
//! when no receipt had one.

use serde::{Deserialize, Serialize};

use super::{Receipt, ReceiptLeg, ReceiptNo};
use crate::{
    domain::{
        CustomerNo, EntryId, RequestKey, channel::Touchpoint, flow_run::Evidence, operator::OperatorId,
    },
    text::Said,
    time::Moment,
};

#[derive(Serialize, Deserialize)]
pub(super) struct Stored {
    no: ReceiptNo,
    customer: CustomerNo,
    run: RequestKey,
    flow: String,
    title: Said,
    at: Moment,
    maker: OperatorId,
    checker: Option<OperatorId>,
    touchpoint: Touchpoint,
    evidence: Evidence,
    legs: Vec<ReceiptLeg>,
    entries: Vec<EntryId>,
    reverses: Reverses,
    reversed_by: Option<ReceiptNo>,
    printed: u32,
}

/// The first two are written as the option that once stood here.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Reverses {
    Nothing,
    Receipt(ReceiptNo),
    Because(ReceiptNo, String),
}

impl From<Receipt> for Stored {
    fn from(receipt: Receipt) -> Stored {
        let reverses = match (receipt.reverses, receipt.reason) {
            (None, _) => Reverses::Nothing,
            (Some(no), None) => Reverses::Receipt(no),
            (Some(no), Some(reason)) => Reverses::Because(no, reason),
        };
        Stored {
            no: receipt.no,
            customer: receipt.customer,
            run: receipt.run,
            flow: receipt.flow,
            title: receipt.title,
            at: receipt.at,
            maker: receipt.maker,
            checker: receipt.checker,
            touchpoint: receipt.touchpoint,
            evidence: receipt.evidence,
            legs: receipt.legs,
            entries: receipt.entries,
            reverses,
            reversed_by: receipt.reversed_by,
            printed: receipt.printed,
        }
    }
}

impl From<Stored> for Receipt {
    fn from(stored: Stored) -> Receipt {
        let (reverses, reason) = match stored.reverses {
            Reverses::Nothing => (None, None),
            Reverses::Receipt(no) => (Some(no), None),
            Reverses::Because(no, reason) => (Some(no), Some(reason)),
        };
        Receipt {
            no: stored.no,
            customer: stored.customer,
            run: stored.run,
            flow: stored.flow,
            title: stored.title,
            at: stored.at,
            maker: stored.maker,
            checker: stored.checker,
            touchpoint: stored.touchpoint,
            evidence: stored.evidence,
            legs: stored.legs,
            entries: stored.entries,
            reverses,
            reason,
            reversed_by: stored.reversed_by,
            printed: stored.printed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::receipt::LegState, time::Day};

    /// The shape of receipts before they had a reason.
    #[derive(Serialize)]
    struct Unreasoned {
        no: ReceiptNo,
        customer: CustomerNo,
        run: RequestKey,
        flow: String,
        title: Said,
        at: Moment,
        maker: OperatorId,
        checker: Option<OperatorId>,
        touchpoint: Touchpoint,
        evidence: Evidence,
        legs: Vec<ReceiptLeg>,
        entries: Vec<EntryId>,
        reverses: Option<ReceiptNo>,
        reversed_by: Option<ReceiptNo>,
        printed: u32,
    }

    fn number(serial: u32) -> ReceiptNo {
        ReceiptNo { day: Day::from_ymd(2026, 11, 24).unwrap(), serial }
    }

    fn receipt(reverses: Option<ReceiptNo>, reason: Option<&str>) -> Receipt {
        let said = |text: &str| Said { tr: text.to_owned(), en: text.to_owned() };
        Receipt {
            no: number(872),
            customer: CustomerNo(10_014_017),
            run: RequestKey(1),
            flow: "break-fx-fund".to_owned(),
            title: said("Geri alma"),
            at: Moment::parse_rfc3339("2026-11-24T10:43:00+03:00").unwrap(),
            maker: OperatorId("0207".to_owned()),
            checker: Some(OperatorId("0031".to_owned())),
            touchpoint: Touchpoint::Branch,
            evidence: Evidence::Bank,
            legs: vec![ReceiptLeg {
                name: said("Mevduat bozma"),
                state: LegState::Reversed,
                text: said("geri alındı"),
                lines: Vec::new(),
                entries: vec![EntryId(4)],
            }],
            entries: vec![EntryId(4)],
            reverses,
            reason: reason.map(str::to_owned),
            reversed_by: None,
            printed: 3,
        }
    }

    fn bytes(record: &impl Serialize) -> Vec<u8> {
        bincode::serde::encode_to_vec(record, bincode::config::standard()).unwrap()
    }

    fn read(bytes: &[u8]) -> Receipt {
        let (receipt, read) = bincode::serde::decode_from_slice(bytes, bincode::config::standard()).unwrap();
        assert_eq!(read, bytes.len());
        receipt
    }

    #[test]
    fn receipts_without_a_reason_have_the_bytes_that_they_always_had() {
        for reverses in [None, Some(number(871))] {
            let Receipt { no, customer, run, flow, title, at, maker, checker, touchpoint, evidence, .. } =
                receipt(reverses, None);
            let Receipt { legs, entries, reversed_by, printed, .. } = receipt(reverses, None);
            let old = bytes(&Unreasoned {
                no,
                customer,
                run,
                flow,
                title,
                at,
                maker,
                checker,
                touchpoint,
                evidence,
                legs,
                entries,
                reverses,
                reversed_by,
                printed,
            });
            assert_eq!(bytes(&receipt(reverses, None)), old);
            assert_eq!(read(&old), receipt(reverses, None));
        }
    }

    #[test]
    fn a_reason_comes_back() {
        let back = receipt(Some(number(871)), Some("müşteri cayma bildirdi"));
        assert_eq!(read(&bytes(&back)), back);
        let text = serde_json::to_string(&back).unwrap();
        assert_eq!(serde_json::from_str::<Receipt>(&text).unwrap(), back);
    }
}
