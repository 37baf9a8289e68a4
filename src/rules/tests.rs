//! The demo pack's rules: each fires where it should and is silent where it should, in both languages.

use std::collections::BTreeSet;

use super::{Rules, load};
use crate::{
    domain::alert::{Alert, Severity},
    money::{Currency, Money},
    pack::{Pack, PackSource},
    time::Moment,
};

pub(super) use facts::facts_of;
use facts::{day, money};

mod facts;

fn rules() -> Rules {
    load(&PackSource::Embedded).unwrap().1
}

fn now() -> Moment {
    Moment::parse_rfc3339("2026-11-24T10:42:00+03:00").unwrap()
}

fn alert(facts: &str, id: &str) -> Option<Alert> {
    rules().alerts(&facts_of(facts), now()).into_iter().find(|alert| alert.id == id)
}

/// Rule | facts | Turkish | English; `-` is silent.
const CASES: &str = "
loan-overdue     | loan overdue 300000 34 2026-11-20                 | Kredi gecikmiş 34 gün · borç {3000} | Loan overdue 34 days · owes {3000}
loan-overdue     | loan overdue - - 1998-12-31                       | Kredi gecikmiş | Loan overdue
loan-overdue     | loan overdue 300000 - -; loan overdue USD500 - -  | Kredi gecikmiş | Loan overdue
loan-overdue     | loan running 300000 - 2026-11-20                  | -
loan-overdue     | loan closed 0 - 1998-12-31                        | -
loan-unpaid      | loan unpaid 300000 - 1997-01-01                   | Kredi ödenmeden bitti · borç {3000} | Loan ended unpaid · owes {3000}
loan-unpaid      | loan closed 0 - 1997-01-01                        | -
loan-legal       | loan legal 300000 - -                             | Yasal takip · borç {3000} | Legal follow-up · owes {3000}
loan-legal       | loan overdue 300000 34 -                          | -
card-late        | card 2026-11-23 no 300000 1000000 4000000         | Kart ödemesi 1 gün gecikti | Card payment 1 day late
card-late        | card 2026-11-23 no - 1000000 4000000              | Kart ödemesi 1 gün gecikti | Card payment 1 day late
card-late        | card 2026-11-24 no 300000 1000000 4000000         | -
card-late        | card 2026-11-23 yes 300000 1000000 4000000        | -
card-late        | card 2026-11-23 - 300000 1000000 4000000          | -
card-over-limit  | card - - - 4300000 4000000                        | Kart limiti aşıldı · {3000} | Card above its limit · {3000}
card-over-limit  | card - - - 4000000 4000000                        | -
card-over-limit  | card - - - 4300000 -                              | -
account-negative | account -300000 -                                 | Hesap eksi bakiyede · {-3000} | Account below zero · {-3000}
account-negative | account -300000 -; account USD-100 -              | Hesap eksi bakiyede | Account below zero
account-negative | account 0 -                                       | -
deposit-matures  | deposit 300000 2026-11-25                         | Vadeye 1 gün · {3000} | Deposit matures in 1 day · {3000}
deposit-matures  | deposit 300000 2026-11-24; deposit 9 2026-12-01   | Vadeye 0 gün · {3000} | Deposit matures in 0 days · {3000}
deposit-matures  | deposit 300000 2026-11-26                         | -
deposit-matures  | deposit 300000 2026-11-23                         | -
deposit-matures  |                                                   | -
channel-error    | error 2026-11-23T18:52:00+03:00 ATM çekim         | Son hata: ATM çekim reddi | Last error: ATM refused
bounced-cheque   | cheque 4500000 2026-11-12 -                       | Takipteki çek 45.000 TL | Bounced cheque 45,000 TRY
bounced-cheque   | cheque 4500000 2026-11-12 2026-11-20              | -
churn-rising     | churn 710 480                                     | Ayrılma riski %71 · geçen ay %48 | Churn risk 71% · last month 48%
churn-rising     | churn 600 480                                     | -
churn-rising     | churn 710 710                                     | -
churn-rising     | churn 710                                         | -
fraud            | restriction fraud 2026-11-20 -                    | Sahtecilik kaydı var | Fraud was recorded
fraud            | restriction fraud 2026-11-20 2026-11-23           | -
bereavement      | restriction bereavement 2026-11-20 -              | Yakını vefat etti | A death in the family
bereavement      |                                                   | -
hardship         | restriction hardship 2026-11-20 -                 | Ödeme güçlüğü bildirdi | Reported hardship
hardship         |                                                   | -
bad-mood         | restriction bad_mood 2026-11-20 -                 | Müşteri gergin | The customer is upset
bad-mood         |                                                   | -
channel-error    | error 2026-11-16T23:59:00+03:00 ATM çekim         | -
channel-error    | error 2026-11-24T10:43:00+03:00 ATM çekim         | -
channel-error    | error 1998-01-01T10:00:00+03:00 ATM çekim         | -
complaint-open   | complaint 2026-11-18 - Kart aidatı                | Açık şikâyet: Kart aidatı | Open complaint: Kart aidatı
complaint-open   | complaint 1998-11-18 - Kart aidatı                | Açık şikâyet: Kart aidatı | Open complaint: Kart aidatı
complaint-open   | complaint 2026-11-18 2026-11-24 Kart aidatı       | -
name-mixed       | named Yılmaз                                      | Adda karışık alfabe: harfler benzer, aynı değil | Mixed alphabets in the name: letters look alike
name-mixed       | named Yılmaz                                      | -
name-missing     | no name                                           | Ad eksik | Name missing
name-missing     |                                                   | -
identity-missing | no identity                                       | Kimlik numarası eksik | Identity number missing
identity-missing |                                                   | -
mobile-missing   | no mobile                                         | Cep telefonu eksik | Mobile number missing
mobile-missing   |                                                   | -
email-missing    | no email                                          | E-posta eksik | E-mail missing
email-missing    |                                                   | -
address-stale    | address 2024-09-24                                | Adres teyidi 26 ay önce | Address confirmed 26 months ago
address-stale    | address 2024-10-25                                | -
address-stale    | address -                                         | -
address-stale    | no address                                        | -
balance-mismatch | account 100 100 differs                           | Kaynak bakiyesi tutmuyor · 1 hesap | Source balance does not add up · 1 account
balance-mismatch | account 999 100 agrees                            | -
";

/// `{3000}` stands for the amount as the language writes it.
fn with_amounts(text: &str, lang: crate::text::Lang) -> String {
    let Some((before, rest)) = text.split_once('{') else {
        return text.to_owned();
    };
    let (major, after) = rest.split_once('}').unwrap();
    let money = Money::new(major.parse::<i64>().unwrap() * 100, Currency::TRY);
    format!("{before}{}{after}", crate::text::amount::with_currency(money, lang))
}

#[test]
fn each_rule_fires_and_is_silent_as_its_cases_say() {
    let rules = rules();
    let (mut fired, mut silent) = (BTreeSet::new(), BTreeSet::new());
    for case in CASES.lines().filter(|line| !line.is_empty()) {
        let cells: Vec<&str> = case.split('|').map(str::trim).collect();
        let alerts = rules.alerts(&facts_of(cells[1]), now());
        let found = alerts.into_iter().find(|alert| alert.id == cells[0]);
        if cells[2] == "-" {
            assert_eq!(found, None, "{case}");
            silent.insert(cells[0].to_owned());
            continue;
        }
        let found = found.unwrap_or_else(|| panic!("silent: {case}"));
        assert_eq!(found.text.tr, with_amounts(cells[2], crate::text::Lang::Tr), "{case}");
        assert_eq!(found.text.en, with_amounts(cells[3], crate::text::Lang::En), "{case}");
        assert!(found.why.iter().all(|part| part.held), "{case}");
        fired.insert(found.id);
    }
    let all: BTreeSet<String> = rules.alerts.iter().map(|rule| rule.id.clone()).collect();
    assert_eq!(fired, all, "a rule without a firing case");
    assert_eq!(silent, all, "a rule without a silent case");
}

#[test]
fn nothing_is_wrong_with_a_customer_of_whom_all_is_known() {
    assert_eq!(rules().alerts(&facts_of(""), now()), []);
}

#[test]
fn alerts_come_worst_first_then_in_the_order_of_the_pack() {
    let facts = "no email; no name; error 2026-11-23T18:52:00+03:00 ATM çekim; complaint 2026-11-18 - x; \
                 card 2026-11-23 no - 500 100; loan overdue - - 1998-12-31; loan unpaid - - 1997-01-01; \
                 loan legal - - -";
    let ids: Vec<String> =
        rules().alerts(&facts_of(facts), now()).into_iter().map(|alert| alert.id).collect();
    assert_eq!(
        ids,
        [
            "loan-overdue",
            "loan-unpaid",
            "loan-legal",
            "card-late",
            "card-over-limit",
            "channel-error",
            "complaint-open",
            "name-missing",
            "email-missing"
        ]
    );
}

#[test]
fn an_alert_carries_what_it_rests_on() {
    let found = alert("loan overdue 300000 34 2026-11-20", "loan-overdue").unwrap();
    assert_eq!(found.severity, Severity::ActNow);
    assert_eq!(found.amount, money("300000"));
    assert_eq!(found.day, day("2026-11-20"));
    assert_eq!(found.opens.as_deref(), Some("show-products"));
    assert!(found.blocks_credit && !found.blocks_sales);
    assert_eq!(found.why.len(), 1);
    assert_eq!(found.why[0].condition, "loan.overdue_count > 0");
    let (name, label, value) = &found.why[0].seen[0];
    assert_eq!(
        (name.as_str(), label.tr.as_str(), value.tr.as_str()),
        ("loan.overdue_count", "Ödemesi geciken kredi", "1")
    );
    assert_eq!(label.en, "Overdue loans");
    assert!(alert("complaint 2026-11-18 - x", "complaint-open").unwrap().blocks_sales);
}

/// What is missing is said to be unknown, in both languages, and is not 0.
#[test]
fn evidence_names_what_is_unknown() {
    let why = rules().rule("deposit-matures", &facts_of(""), now()).unwrap().1;
    assert!(!why[0].held);
    let (_, label, value) = &why[0].seen[0];
    assert_eq!(label.tr, "İlk vadeye kalan (gün)");
    assert_eq!((value.tr.as_str(), value.en.as_str()), ("bilinmiyor", "unknown"));
    let why = rules().rule("address-stale", &facts_of("address -"), now()).unwrap().1;
    assert_eq!(why.iter().map(|part| part.held).collect::<Vec<_>>(), [true, false]);
    assert_eq!(rules().rule("no-such-rule", &facts_of(""), now()), None);
}

/// A rule that cannot be computed shows as unknown, keeps its doors closed, and the others go on.
#[test]
fn a_rule_that_cannot_be_computed_does_not_vanish() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir(dir.path().join("flows")).unwrap();
    for (name, text) in Pack::embedded_files() {
        let grown = "loan.overdue_count + 9223372036854775807 > 0";
        let text = text.replace("when = \"loan.overdue_count > 0\"", &format!("when = \"{grown}\""));
        std::fs::write(dir.path().join(name), text).unwrap();
    }
    let (_, rules) = load(&PackSource::Dir(dir.path().to_owned())).unwrap();
    let alerts = rules.alerts(&facts_of("loan overdue 1 2 -; no email"), now());
    let ids: Vec<&str> = alerts.iter().map(|alert| alert.id.as_str()).collect();
    assert_eq!(ids, ["loan-overdue", "email-missing"]);
    let broken = &alerts[0];
    assert_eq!(broken.severity, Severity::Missing);
    assert!(broken.blocks_credit);
    assert_eq!(broken.text.tr, "Kredi ödemesi gecikmiş: kural hesaplanamadı, elle denetleyin");
    assert_eq!(broken.text.en, "Loan payment overdue: the rule could not be computed, check by hand");
    assert!(!broken.why[0].held);
}

/// Text of customers cannot move the cursor or fill in a placeholder of its own.
#[test]
fn text_of_facts_is_only_text() {
    let facts = facts_of("complaint 2026-11-18 - {loan.overdue_count}\u{1b}[2J");
    let alerts = rules().alerts(&facts, now());
    let text = &alerts[0].text.tr;
    assert!(text.contains("{loan.overdue_count}") && !text.contains('\u{1b}'), "{text:?}");
}

#[test]
fn rules_can_be_shared_by_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&rules());
}

/// What follows an alert's text, what closes doors by which name, and the flow that mends it.
#[test]
fn alerts_say_more_where_there_is_room() {
    let table = [
        ("bounced-cheque", "cheque 4500000 2026-11-12 -", " · No 7741", "takipteki çek", None),
        ("churn-rising", "churn 710 480", " · eşik %60", "ayrılma riski", None),
        ("card-late", "card 2026-11-23 no 368410 - -", " · asgari 3.684,10", "geciken kart ödemesi", None),
        ("card-late", "card 2026-11-23 no - - -", "-", "geciken kart ödemesi", None),
        ("channel-error", "error 2026-11-23T18:52:00+03:00 x", ", Günlük limit · 18:52", "son hata", None),
        ("complaint-open", "complaint 2026-11-18 - x", "-", "18.11 şikâyeti açık", None),
        ("email-missing", "no email", "-", "e-posta eksik", Some("contact-update")),
    ];
    for (id, facts, more, closes, mends) in table {
        let found = alert(facts, id).unwrap();
        assert_eq!(found.more.as_ref().map_or("-", |more| more.tr.as_str()), more, "{id}");
        assert_eq!((found.closes.tr.as_str(), found.mends.as_deref()), (closes, mends), "{id}");
    }
    let cheque = alert("cheque 4500000 2026-11-12 -", "bounced-cheque").unwrap();
    assert_eq!(cheque.without_amounts.tr, "Takipteki çek");
    let late = alert("card 2026-11-23 no 368410 - -", "card-late").unwrap();
    assert_eq!(late.more_without_amounts, None);
}
