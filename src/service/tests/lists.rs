//! Lists, revealed fields and work left: who may ask, what is shown, what is kept.

use super::{
    bank::{ACCOUNT, FAMILY, MOBILE, NO, TCKN, agent, audits, caller, filled, service},
    moving::put_rows,
};
use crate::{
    domain::{
        AccountId, Refusal,
        audit::AuditAct,
        operator::{Role, Verification},
        statement::StatementRow,
    },
    request::{
        Answer, Caller, Door, ListKind, Listing, Request,
        listing::{ListRow, Listed},
        reveal::Field,
        screen::Shown,
    },
    service::{Service, fixtures},
};

fn list(service: &Service, caller: &Caller, list: ListKind, filter: &str) -> Answer {
    service.ask(caller, Request::List { customer: NO, list, filter: filter.to_owned(), from: 0 })
}

fn listing(service: &Service, kind: ListKind, filter: &str) -> Listing {
    let Answer::Listing(listing) = list(service, &agent(), kind, filter) else { panic!("no list") };
    *listing
}

const KINDS: [ListKind; 5] = [
    ListKind::Products,
    ListKind::Transactions { account: None },
    ListKind::Errors,
    ListKind::Complaints,
    ListKind::People,
];

#[test]
fn every_list_is_a_look_with_its_name_and_says_what_it_lists() {
    let store = filled();
    let service = service(store.clone());
    for kind in KINDS {
        let listing = listing(&service, kind, "");
        assert!(!listing.note.tr.is_empty() && listing.note.tr != listing.note.en, "{kind:?}");
        assert_eq!(listing.total, listing.rows.len(), "{kind:?}");
        assert!(listing.rows.iter().all(|row| !row.detail.is_empty()), "{kind:?}");
        let act = audits(store.as_ref()).pop().unwrap().act;
        assert_eq!(act, AuditAct::Listed { customer: NO, list: kind.name().to_owned() });
    }
}

/// Counterparty in the source's field, and what is shown of it.
#[test]
fn the_other_side_of_a_row_is_masked_unless_the_pack_names_it() {
    let table = [
        ("M. Yalavuz", "M. Y*****Z", "M. Y*****Z"),
        ("Ayşe Nur Kaya", "AYŞE N** K**A", "AYŞE N** K**A"),
        ("Ali", "A**", "A**"),
        ("İşveren", "İşveren", "Employer"),
        ("ENERJI DAGITIM A.S.", "Enerji Dağıtım A.Ş.", "Enerji Dağıtım A.Ş."),
        ("12345678950 Ayşe", "*******8950 A**E", "*******8950 A**E"),
        ("Ayşe 12345678950", "AYŞE **********0", "AYŞE **********0"),
    ];
    for (other, tr, en) in table {
        let store = filled();
        let row = StatementRow {
            text: Some("Market, banka kartı".to_owned()),
            counterparty: Some(other.to_owned()),
            ..fixtures::row(9_001, ACCOUNT, "2026-11-20", -1_000)
        };
        put_rows(store.as_ref(), vec![row]);
        let service = service(store);
        let listing = listing(&service, ListKind::Transactions { account: Some(AccountId(ACCOUNT)) }, "");
        let row = listing
            .rows
            .iter()
            .find(|row| row.detail.len() > 5 && row.detail[0].1.tr == "20.11.2026")
            .unwrap();
        let Listed::Transaction { counterparty: Some(shown), text, .. } = &row.what else {
            panic!("{row:?}")
        };
        assert_eq!((shown.tr.as_str(), shown.en.as_str()), (tr, en));
        assert_eq!(text.en, "Groceries, debit card");
        assert!(row.detail.iter().all(|(_, value)| value.tr != other || tr == other), "{row:?}");
    }
}

#[test]
fn a_filter_finds_whatever_the_keyboard_and_says_how_many_fit() {
    let service = service(filled());
    let all = listing(&service, ListKind::Errors, "").total;
    assert!(all > 0);
    for filter in ["günlük", "GUNLUK", "gunluk", "GÜNLÜK LİMİT", " limit "] {
        assert_eq!(listing(&service, ListKind::Errors, filter).total, all, "{filter}");
    }
    let none = listing(&service, ListKind::Errors, "yok böyle bir şey");
    assert_eq!((none.total, none.rows.len(), none.unknown), (0, 0, false));
    let long = "a".repeat(10_000);
    assert!(listing(&service, ListKind::Errors, &long).filter.len() < 200);
}

/// A refusal moves nothing: beside it stands what the next older booked row left.
#[test]
fn a_refusal_shows_what_stands_on_the_account() {
    let service = service(filled());
    let rows = listing(&service, ListKind::Transactions { account: None }, "").rows;
    let at = rows.iter().position(|row| matches!(row.what, Listed::Refused { .. })).unwrap();
    let Listed::Refused { balance, .. } = &rows[at].what else { panic!("a refusal") };
    let balance_of = |row: &ListRow| {
        if let Listed::Transaction { balance, .. } = &row.what { Some(balance.clone()) } else { None }
    };
    let older = rows[at..].iter().find_map(balance_of);
    assert_eq!(balance.as_ref(), older.as_ref().filter(|older| matches!(older, Shown::Known(_))), "{rows:?}");
}

#[test]
fn a_page_begins_where_it_is_asked_to_and_never_past_the_end() {
    let service = service(filled());
    let all = listing(&service, ListKind::Products, "");
    for from in [0, 1, all.total, all.total + 9, usize::MAX] {
        let request = Request::List { customer: NO, list: ListKind::Products, filter: String::new(), from };
        let Answer::Listing(page) = service.ask(&agent(), request) else { panic!("no list") };
        assert_eq!((page.from, page.total), (from.min(all.total), all.total));
        assert_eq!(page.rows, all.rows.get(page.from..).unwrap());
    }
}

#[test]
fn before_verification_products_have_no_amounts_and_details_are_refused() {
    let service = service(filled());
    let early = caller(Role::Agent, Verification::Information);
    let Answer::Listing(products) = list(&service, &early, ListKind::Products, "") else { panic!("no list") };
    let hidden = |what: &Listed| matches!(what, Listed::Product { amount: Some(Shown::Hidden) | None, .. });
    assert!(products.rows.iter().all(|row| hidden(&row.what)), "{products:?}");
    for kind in KINDS.into_iter().skip(1) {
        assert_eq!(list(&service, &early, kind, ""), Answer::Refused(Refusal::NotVerified), "{kind:?}");
    }
}

#[test]
fn an_account_of_somebody_else_is_unknown_here() {
    let service = service(filled());
    let own = ListKind::Transactions { account: Some(AccountId(ACCOUNT)) };
    assert!(matches!(list(&service, &agent(), own, ""), Answer::Listing(_)));
    let other = AccountId(ACCOUNT + 1);
    let asked = ListKind::Transactions { account: Some(other) };
    let refused = Answer::Refused(Refusal::UnknownAccount { account: other });
    assert_eq!(list(&service, &agent(), asked, ""), refused);
}

#[test]
fn a_field_is_revealed_with_a_reason_and_the_reason_is_kept() {
    let store = filled();
    let service = service(store.clone());
    let full = format!("DENİZ {}", crate::text::casing::upper(FAMILY, crate::text::Lang::Tr));
    let number = NO.to_string();
    let wanted = [
        (Field::Name, full.as_str()),
        (Field::Number, &number),
        (Field::Identity, TCKN),
        (Field::Mobile, MOBILE),
    ];
    for (field, value) in wanted {
        let reason = "müşteri kimliğini teyit ediyor".to_owned();
        let request = Request::Reveal { customer: NO, field, reason: reason.clone() };
        let Answer::Revealed(revealed) = service.ask(&agent(), request) else { panic!("{field:?}") };
        assert_eq!(revealed.value.as_deref(), Some(value));
        // the number tells whose field it is, as in every trace
        let may_be_logged = field == Field::Number;
        assert!(may_be_logged || !format!("{revealed:?}").contains(value), "a log must not say {field:?}");
        let kept = audits(store.as_ref()).pop().unwrap();
        assert_eq!(kept.act, AuditAct::Revealed { customer: NO, field: field.name().to_owned() });
        assert_eq!(kept.reason, Some(reason));
    }
    let silent = Request::Reveal { customer: NO, field: Field::Name, reason: "  ".to_owned() };
    assert_eq!(service.ask(&agent(), silent), Answer::Refused(Refusal::ReasonMissing));
    let early = caller(Role::Agent, Verification::Information);
    let asked = Request::Reveal { customer: NO, field: Field::Name, reason: "merak".to_owned() };
    assert_eq!(service.ask(&early, asked), Answer::Refused(Refusal::NotVerified));
}
