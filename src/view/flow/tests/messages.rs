//! What row 23 says of a flow fits at 80 columns with the longest values, and nothing of it is lost on less.

use crate::{
    domain::{Refusal, SignedOrderId, refusal::OwnShare},
    money::{Currency, Money},
    text::{
        Lang, Message, MessageId, Said, amount,
        ids::{desk, flow as id},
        safe, suffix,
    },
    time::Moment,
    view::model::{TOLD_ROWS_MAX, told_pieces},
};

const COLUMNS: u16 = 80;

/// The field of a fault, and why it stops.
const FAULTS: &[(&str, MessageId)] = &[
    ("fx_amount", id::ENTRY_EMPTY),
    ("fx_amount", id::ENTRY_FORM),
    ("fx_amount", id::ENTRY_SIGN),
    ("fx_amount", id::ENTRY_ZERO),
    ("fx_amount", id::ENTRY_DECIMALS),
    ("fx_amount", id::ENTRY_LARGE),
    ("fx_amount", id::ENTRY_PERCENT),
    ("fx_amount", id::ENTRY_UNSURE),
    ("fx_amount", id::ENTRY_NO_SHARE),
    ("fx_amount", id::ENTRY_NOTHING_LEFT),
    ("fx_amount", id::TOO_MUCH),
    ("fund_amount", id::TOO_MUCH),
    ("fund_amount", id::ENTRY_FORM),
    ("fund_amount", id::FIGURES_UNKNOWN),
    ("fund_amount", id::BUYS_NO_UNIT),
    ("fx_amount", id::BUYS_NO_CENT),
    ("fx_amount", id::FIELD_EMPTY),
    ("deposit", id::DEPOSIT_NONE),
    ("deposit", id::DEPOSIT_UNKNOWN),
    ("deposit", id::DEPOSIT_FOREIGN),
    ("deposit", id::DEPOSIT_MATURED),
    ("deposit", id::NO_CURRENT),
    ("fx_currency", id::NO_FOREIGN),
    ("fx_currency", id::CHOICE_UNKNOWN),
    ("fx_purpose", id::CHOICE_EMPTY),
    ("fx_purpose", id::CHOICE_OTHER),
    ("reason", id::CHOICE_UNKNOWN),
    ("fx_purpose", id::CHOICE_UNKNOWN),
    ("reason", id::TEXT_NEEDED),
    ("reason", id::TEXT_LONG),
    ("answer", id::ANSWER_FORM),
    ("answer", id::ANSWER_FIRST),
    ("answer", id::ANSWER_WAS_NO),
    ("answer", id::EVIDENCE_NONE),
    ("evidence", id::EVIDENCE_NO_RECORD),
    ("evidence", id::EVIDENCE_OTHER),
    ("evidence", id::EVIDENCE_UNKNOWN),
];

/// What stands alone.
const ALONE: &[MessageId] = &[
    id::FIELD_UNKNOWN,
    id::PRICE_MISSING,
    id::FIT_STOP,
    id::FORM_MISSING,
    id::LIMIT_PASSED,
    id::LIMIT_UNKNOWN,
    id::HOURS_UNKNOWN,
    id::MARKET_CLOSED,
    id::CUT_OFF_PASSED,
    desk::AWAITING_SHORT,
    desk::REVIEWING_SHORT,
    desk::REVIEW_ANSWER,
    desk::REVIEW_FIRST,
    desk::FLOW_OPEN,
    desk::FLOW_NEEDS_CUSTOMER,
    desk::FLOW_UNKNOWN,
    desk::PRICE_PASSED,
    desk::PRICE_PASSED_REVIEW,
    desk::PRICE_SUPERSEDED,
    desk::PRICE_GONE_REVIEW,
    desk::PRICE_SAME,
    desk::PRICE_SAME_READ,
    desk::WITHDRAWN_SAME,
    desk::WITHDRAWN_PRICED,
    desk::PRICE_LATER,
    desk::PRICE_MAKERS,
    desk::HALF_NO_PRICE,
    desk::READ_ON,
    desk::OUTCOME_CHECKED,
    desk::NOTHING_TO_RETRY,
    desk::NOTHING_RUNS,
    desk::REQUEST_STOPPED,
    desk::DRAFT_KEPT,
    desk::NO_DRAFT,
    desk::FLOW_CANCELLED,
    desk::NO_VALUES,
    desk::NO_ALTERNATIVES,
    desk::APPROVED,
    desk::RETURNED,
    desk::RETURN_REASON,
    desk::STILL_WAITING,
    desk::COMPENSATION_ASKED,
    desk::NOTHING_TO_COMPENSATE,
    desk::MARKED_HELPED,
    desk::MARKED_HURT,
    desk::NO_RECEIPT,
];

/// Values at their longest, by name; one that a sentence does not have is not used.
fn longest(message: MessageId, lang: Lang) -> Message {
    let lira = Money::new(999_999_999_999, Currency::TRY);
    let round = |minor| amount::round(Money::new(minor, Currency::TRY), lang);
    let until = Moment::parse_rfc3339("2026-11-24T20:40:40+03:00").unwrap();
    Message::new(message)
        .with("available", lira)
        .with("left", lira)
        .with("amount", round(99_999_999_900))
        .with("limit", round(9_999_999_900))
        .with("paid", Money::new(999_999, Currency::TRY))
        .with("part", Money::new(1, Currency::USD))
        .with("price", amount::decimal(rust_decimal::Decimal::new(999_123_456, 6), lang))
        .with("most", 100_usize)
        .with("whole", "1500000")
        .with("decimal", amount::decimal(rust_decimal::Decimal::new(1_500_000, 6), lang))
        .with("currency", "USD")
        .with("known", "savings, travel, education, trade, other")
        .with("order", "999999")
        .with("fund", "PPF")
        .with("risk", 7_usize)
        .with("customer", 7_usize)
        .with("fit", Message::new(id::FIT_NO_GROUP).say(lang))
        .with("opens", "09:00")
        .with("closes", "17:30")
        .with("cut_off", "13:30")
        .with("maker", "yonetici0412")
        .with("asked", "20:40")
        .with("time", "20:40:40")
        .with("until", suffix::seconds_to(until, lang))
        .with("key", "F24")
        .with("list", "F24")
        .with("back", "F24")
        .with("cancel", "F24")
        .with("reprice", "F24")
        .with("task", "G-999999")
        .with("flow", "break-fx-fund")
        .with("field", "Bozma nedeni")
        .with("receipt", "2026-1124-000871")
}

fn label(field: &str) -> Said {
    let desk = crate::app::tests::desk::Desk::turkish().keys("1 i b");
    let flow = desk.model.open_flow().unwrap().run.flow().clone();
    flow.fields.iter().find(|known| known.id == field).unwrap().label.clone()
}

fn said() -> Vec<String> {
    let mut said = Vec::new();
    for lang in [Lang::Tr, Lang::En] {
        for (field, why) in FAULTS {
            let why = longest(why.clone(), lang).say(lang);
            let whole = Message::new(id::FIELD_FAULT).with("field", label(field)).with("why", why);
            said.push(whole.say(lang));
        }
        said.extend(ALONE.iter().map(|message| longest(message.clone(), lang).say(lang)));
    }
    said
}

#[test]
fn what_a_flow_says_fits_at_80_columns() {
    let long: Vec<String> =
        said().into_iter().filter(|text| safe::cells(text) >= usize::from(COLUMNS)).collect();
    assert!(long.is_empty(), "{long:#?}");
}

/// Rows of 40 cells hold all of it: nothing is cut, and the refusals that are longer are not either.
#[test]
fn nothing_of_it_is_lost_on_a_narrow_screen() {
    let refusals = [
        Refusal::UnknownApproval,
        Refusal::ApprovalChanged,
        Refusal::OwnApproval { share: OwnShare::Asked },
        Refusal::OwnApproval { share: OwnShare::Posted },
        Refusal::OwnApproval { share: OwnShare::Approved },
        Refusal::RecordMissing,
        Refusal::OrderUnfit { order: SignedOrderId(999_999) },
        Refusal::PriceStale { until: Moment::parse_rfc3339("2026-11-24T20:40:40+03:00").unwrap() },
        Refusal::OverEveryLimit {
            amount: Money::new(99_999_999_999, Currency::TRY),
            limit: Money::new(500_000_000, Currency::TRY),
        },
    ];
    let refusals =
        refusals.iter().flat_map(|refusal| [Lang::Tr, Lang::En].map(|lang| refusal.message().say(lang)));
    for text in said().into_iter().chain(refusals) {
        for columns in [40, 60, COLUMNS] {
            let rows = told_pieces(&text, columns);
            assert!(rows.len() <= TOLD_ROWS_MAX, "{columns}: {rows:#?}");
            assert!(rows.iter().all(|row| safe::cells(row) < usize::from(columns)), "{columns}: {rows:#?}");
            assert_eq!(rows.join(" "), text, "{columns}");
        }
    }
}
