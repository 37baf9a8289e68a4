//! Features at 24.11.2026 10:42.

use super::{FEATURES, Features, Kind, Unit, Value, find};
use crate::{pack::Words, rules::tests::facts_of, text::Lang, time::Moment};

fn shown(feature: &str, facts: &str) -> String {
    let at = Moment::parse_rfc3339("2026-11-24T10:42:00+03:00").unwrap();
    match Features::of(&facts_of(facts), at, &Words::default()).get(feature) {
        Some(Value::Money(money)) => money.to_string(),
        Some(Value::Day(day)) => day.to_string(),
        Some(Value::Whole(number)) => number.to_string(),
        Some(Value::Flag(flag)) => flag.to_string(),
        Some(Value::Text(text)) => text.clone(),
        Some(Value::Named(_, said)) => said.tr.clone(),
        None => "-".to_owned(),
    }
}

/// Feature | facts | value; `-` is missing.
const CASES: &str = "
account.idle_balance          | account 100 -; account 50 -; account USD9 -          | 1.50 TRY
account.idle_balance          |                                                      | -
account.mismatch_count        | account 100 - differs                                | 0
account.mismatch_count        | account 100 100 differs; account 5 5 agrees; account 5 5 differs             | 2
account.negative_count        | account -1 -; account 0 -; account -5 -              | 2
account.worst_balance         | account -1 -; account -500 -; account 7 -            | -5.00 TRY
account.worst_balance         | account 7 -                                          | -
account.worst_balance         | account -1 -; account USD-5 -                        | -
bill.paid_from                | account 1 -; bill a 2026-11-01 Mobil fatura; bill b 2026-11-01 fatura; bill c 2026-11-02 mobil fatura | mobilden
bill.paid_from                | account 1 -; bill a 2026-11-01 Mobil fatura; bill b 2026-11-01 fatura | -
bill.payees                   | account 1 1; bill a 2026-11-01 FATURA; bill A 2026-10-01 Fatura; bill b 2026-08-27 fatura | 2
bill.payees                   | account 1 1; bill a 2026-11-01 Otomatik fatura; bill b 2026-08-26 fatura; bill c 2026-11-25 fatura | 0
bill.payees                   | account 1 -; bill a 2026-11-01 fatura                | -
business.day                  |                                                      | 2026-11-24
card.limit_use                | card - - - 1842050 4000000                           | 460
card.limit_use                | card - - - 100 400; card - - - 300 400               | 500
card.limit_use                | card - - - 100 -; card - - - 100 0                   | -
card.minimum_due              | card 2026-11-01 no 100 - -; card 2026-11-02 no 50 - - | 1.50 TRY
card.minimum_due              | card 2026-11-01 no 100 - -; card 2026-11-02 no - - - | -
card.over_limit_amount        | card - - - 500 400; card - - - 300 400               | 1.00 TRY
card.over_limit_amount        | card - - - 300 400                                   | -
card.over_limit_count         | card - - - 500 400; card - - - 300 400               | 1
card.overdue_day              | card 2026-11-01 no - - -; card 2026-11-02 no - - -   | 2026-11-01
card.overdue_days             | card 2026-11-01 no - - -; card 2026-11-02 no - - -   | 23
card.overdue_days             | card - no - - -                                      | -
cheque.amount                 | cheque 4500000 2026-11-12 -; cheque 100 2026-11-13 - | 45001.00 TRY
cheque.amount                 | cheque 100 2026-11-12 2026-11-24                     | -
cheque.count                  | cheque 1 2026-11-12 -; cheque 1 2026-11-12 2026-11-25; cheque 1 2026-11-25 - | 2
cheque.day                    | cheque 1 2026-11-12 -; cheque 1 2026-11-10 -         | 2026-11-12
cheque.number                 | cheque 1 2026-11-12 -; cheque 1 2026-11-12 -         | 7742
churn.before                  | churn 710 480                                        | 480
churn.before                  | churn 710                                            | -
churn.day                     | churn 710; scored 2026-11-20                         | 2026-11-20
churn.day                     | segment A2 investor                                  | -
churn.now                     | churn 710 480                                        | 710
churn.now                     | churn 710; scored 2026-11-25                         | -
complaint.count_90d           | complaint 2026-08-27 - a; complaint 2026-08-26 - b   | 1
complaint.count_90d           | complaint 2026-11-25 - a                             | 0
complaint.open_count          | complaint 2026-11-01 - a; complaint 2026-11-02 2026-11-03 b | 1
complaint.open_day            | complaint 2026-11-02 - a; complaint 2026-11-01 - b   | 2026-11-01
complaint.open_owner          | complaint 2026-11-18 - a; owner Kart Operasyonu      | Kart Operasyonu
complaint.open_promise        | complaint 2026-11-18 - a; promise 2026-11-24T17:00:00+03:00 | bugün 17:00'ye kadar
complaint.open_promise        | complaint 2026-11-18 - a; promise 2026-11-26T10:30:00+03:00 | 26.11 10:30'a kadar
complaint.open_promise        | complaint 2026-11-18 - a; promise 2026-11-24T10:00:00+03:00 | -
complaint.open_topic          | complaint 2026-11-02 - a; complaint 2026-11-01 - b   | b
contact.address_age_months    | address 2026-10-24                                   | 1
contact.address_age_months    | address 2026-10-25                                   | 0
contact.address_age_months    | address -                                            | -
contact.has_address           | no address                                           | false
contact.has_email             |                                                      | true
contact.has_mobile            | no mobile                                            | false
customer.age                  | birth 1985-11-24                                     | 41
customer.age                  | birth 1985-11-25                                     | 40
customer.age                  | birth -                                              | -
customer.is_company           | company                                              | true
customer.years                | since 2015-11-24                                     | 11
deposit.count                 | deposit 5 2026-11-24; deposit 5 2026-11-23           | 1
deposit.days_to_first_maturity | deposit 5 2026-12-09; deposit 7 2026-12-01          | 7
deposit.days_to_first_maturity | deposit 5 2026-11-23                                | -
deposit.first_maturity_amount | deposit 5 2026-12-01; deposit 7 2026-12-01           | 0.12 TRY
deposit.first_maturity_amount | deposit 5 2026-12-01; deposit USD7 2026-12-01        | -
deposit.first_maturity_day    | deposit 5 2026-12-09; deposit 7 2026-12-01           | 2026-12-01
deposit.first_maturity_rate   | deposit 5 2026-12-01                                 | 4100
deposit.first_maturity_rate   |                                                      | -
error.count_24h               | error 2026-11-23T10:42:01+03:00 a; error 2026-11-23T10:42:00+03:00 b | 1
error.days_since_last         | error 2026-11-23T23:59:00+03:00 a                    | 1
error.last_clock              | error 2026-11-23T18:52:00+03:00 a                    | 18:52
error.last_day                | error 2026-11-23T23:59:00+03:00 a                    | 2026-11-23
error.last_operation          | error 2026-11-22T10:00:00+03:00 a; error 2026-11-23T10:00:00+03:00 b | b
error.last_refusal            | error 2026-11-23T18:52:00+03:00 ATM çekim            | ATM çekim reddi
error.last_refusal            | error 2026-11-23T18:52:00+03:00 Çekim REDDİ          | Çekim REDDİ
error.last_refusal            | error 2026-11-23T18:52:00+03:00                      | ATM işlemi reddi
error.last_text               | error 2026-11-22T10:00:00+03:00 a                    | günlük limit
error.repeated_24h            | error 2026-11-24T10:00:00+03:00 a; error 2026-11-24T10:01:00+03:00 a | 2
error.repeated_24h            | error 2026-11-24T10:00:00+03:00 a                    | -
error.last_text               |                                                      | -
fund.count                    | fund 100; fund -                                     | 2
fund.value                    | fund 100; fund 50                                    | 1.50 TRY
fund.value                    | fund 100; fund -                                     | -
identity.known                | no identity                                          | false
insurance.home_days_left      | insurance home 2025-12-15 2026-12-14 - -             | 20
insurance.home_days_left      | insurance car 2025-12-15 2026-12-14 - -              | -
insurance.home_ends           | insurance home 2025-12-15 2026-12-14 - -; insurance home 2026-11-01 2027-10-31 - - | 2027-10-31
insurance.home_ends           | insurance home 2025-11-23 2026-11-23 - -             | -
insurance.home_price_until    | insurance home 2025-12-15 2026-12-14 - 2026-11-30    | 2026-11-30
insurance.home_price_until    | insurance home 2025-12-15 2026-12-14 - 2026-11-23    | -
insurance.home_sold_at        | insurance home 2025-12-15 2026-12-14 Kadıköy -       | Kadıköy
interaction.count_30d         | contact 2026-10-26T10:00:00+03:00; contact 2026-10-25T10:00:00+03:00 | 1
kin.same                      | kin same_identity 7716410; kin same_name_birth_phone 12345; kin twin 88888 | ****6410, ****2345
kin.same                      | kin twin 7716410                                     | -
kin.same_by                   | kin same_name_birth_phone 12345                      | ad, doğum günü ve telefon aynı
kin.same_by                   | kin twin 7716410                                     | -
kin.twin                      | kin twin 7716410                                     | ****6410
life_event.appointment_day    | life appointment 2026-10-01                          | 2026-10-01
life_event.birth_day          | life birth 2026-03-01; life birth 2020-03-01         | 2026-03-01
life_event.birth_day          | life birth 2026-03-01 2026-11-25                     | -
life_event.exam_day           | life exam 2026-12-01                                 | 2026-12-01
life_event.marriage_day       | life marriage 2027-06-01                             | 2027-06-01
life_event.military_service_day | life military_service 2026-12-01                   | 2026-12-01
life_event.moving_day         | life moving 2026-10-01                               | 2026-10-01
life_event.retirement_day     | life retirement 2026-10-01                           | 2026-10-01
lifetime.rising               | worth 9640000 rising                                 | true
lifetime.rising               |                                                      | -
lifetime.worth                | worth 9640000 flat                                   | 96400.00 TRY
loan.home_running_count       | loan home; loan running 5 - -                        | 1
loan.in_debt_amount           | loan overdue 100 1 -; loan overdue 200 2 -; loan running 5 - - | 3.00 TRY
loan.in_debt_amount           | loan overdue 100 1 -; loan overdue - 2 -             | -
loan.in_debt_amount           | loan overdue 100 1 -; loan overdue USD100 2 -        | -
loan.in_debt_day              | loan overdue 1 1 2026-01-01; loan overdue 1 1 2026-02-01 | 2026-02-01
loan.in_debt_lent             | loan overdue - - -                                   | 10000.00 TRY
loan.legal_amount             | loan legal 100 - -                                   | 1.00 TRY
loan.legal_count              | loan legal 100 - -; loan unpaid 1 - -                | 1
loan.legal_day                | loan legal 100 - 2026-01-01                          | 2026-01-01
loan.overdue_count            | loan overdue - - -; loan overdue - - -; loan closed 0 - - | 2
loan.running_count            | loan home; loan running 5 - -; loan closed 0 - -     | 2
loan.unpaid_amount            | loan unpaid 100 - -                                  | 1.00 TRY
loan.unpaid_count             | loan unpaid 100 - -                                  | 1
loan.unpaid_day               | loan unpaid 100 - 1997-01-01                         | 1997-01-01
loan.worst_overdue_days       | loan overdue - 3 -; loan overdue - 34 -; loan overdue - - - | 34
loan.worst_overdue_days       | loan overdue - - -                                   | -
name.known                    | no name                                              | false
name.mixed_alphabet           | no name                                              | -
offer.acceptance              |                                                      | -
offer.amount                  |                                                      | -
quote.day                     |                                                      | -
quote.amount                  |                                                      | -
quote.kind                    |                                                      | -
quote.made_on                 |                                                      | -
quote.rate                    |                                                      | -
quote.until                   |                                                      | -
restriction.bad_mood_day      | restriction bad_mood 2026-11-20 2026-11-24           | 2026-11-20
restriction.bad_mood_day      | restriction bad_mood 2026-11-20 2026-11-23           | -
restriction.bereavement_day   | restriction bereavement 2026-11-20 -                 | 2026-11-20
restriction.fraud_day         | restriction fraud 2026-11-20 -                       | 2026-11-20
restriction.hardship_day      | restriction hardship 2026-11-25 -                    | -
restriction.hardship_day      | restriction hardship 2026-11-24 -                    | 2026-11-24
restriction.objection_day     | restriction objection 2026-01-01 -                   | 2026-01-01
salary.count_90d              | account 1 1; salary 5000000 2026-11-15; salary 5000000 2026-08-15 | 1
salary.count_90d              | account 1 -                                          | -
salary.last_amount            | account 1 1; salary 5000000 2026-10-15; salary 5500000 2026-11-15 | 55000.00 TRY
segment.behaviour             | segment A2 investor                                  | investor
segment.value                 | segment A2 investor                                  | A2
statement.days_since_last_row | account 1 1                                          | 4
statement.days_since_last_row | account 1 -                                          | -
";

#[test]
fn feature_table() {
    let mut covered = std::collections::BTreeSet::new();
    for case in CASES.lines().filter(|line| !line.is_empty()) {
        let cells: Vec<&str> = case.split('|').map(str::trim).collect();
        assert_eq!(shown(cells[0], cells[1]), cells[2], "{case}");
        covered.insert(cells[0].to_owned());
    }
    let all: Vec<&str> = super::names().collect();
    assert_eq!(covered.iter().map(String::as_str).collect::<Vec<_>>(), all, "features without a case");
}

/// The table is in order (it is searched by halves), and what it declares is what is computed.
#[test]
fn the_table_is_in_order_and_tells_the_truth() {
    assert!(FEATURES.is_sorted_by(|a, b| a.name < b.name));
    let at = Moment::parse_rfc3339("2026-11-24T10:42:00+03:00").unwrap();
    let facts = facts_of(
        "loan overdue 100 1 2026-01-01; loan legal 1 - 2026-01-01; loan unpaid 1 - 2026-01-01; \
         card 2026-11-01 no 100 500 400; account -5 1; deposit 5 2026-12-01; complaint 2026-11-01 - a; \
         error 2026-11-23T10:42:01+03:00 a; error 2026-11-23T10:43:01+03:00 a; promise 2026-11-24T17:00:00+03:00; owner Kart; churn 710 480; \
         segment A2 investor; worth 1 flat; fund 1; cheque 1 2026-11-12 -; bill a 2026-11-01 mobil fatura; \
         salary 1 2026-11-15; insurance home 2025-12-15 2026-12-14 Moda 2026-11-30; life birth 2026-03-01; kin same_identity 1; kin twin 2; \
         life marriage 2026-03-01; life exam 2026-03-01; life moving 2026-03-01; life retirement 2026-03-01; \
         life appointment 2026-03-01; life military_service 2026-03-01; restriction bad_mood 2026-11-01 -; \
         restriction hardship 2026-11-01 -; restriction bereavement 2026-11-01 -; restriction fraud 2026-11-01 -; \
         restriction objection 2026-11-01 -",
    );
    let features = Features::of(&facts, at, &Words::default());
    for feature in FEATURES.iter().filter(|feature| !is_bound_to_an_offer(feature.name)) {
        let value = features.get(feature.name).unwrap_or_else(|| panic!("{} is missing", feature.name));
        assert_eq!(value.kind(), feature.kind, "{}", feature.name);
        let unit_fits = match feature.kind {
            Kind::Whole => !matches!(feature.unit, Unit::None | Unit::Money),
            Kind::Money => feature.unit == Unit::Money,
            Kind::Flag | Kind::Text | Kind::Day => feature.unit == Unit::None,
        };
        assert!(unit_fits, "{}", feature.name);
        let label = feature.label();
        assert!(!label.tr.contains("pack-") && !label.en.contains("pack-"), "{label:?}");
        assert_ne!(label.tr, label.en, "{}", feature.name);
        assert_eq!(find(feature.name).map(|found| found.name), Some(feature.name));
        assert_eq!(feature.name.split('.').count(), 2, "{}: group and name", feature.name);
    }
    assert!(find("loan.overdue").is_none());
}

/// What a customer has none of: it is set where an offer's sentences are filled in.
fn is_bound_to_an_offer(name: &str) -> bool {
    name.starts_with("offer.") || name.starts_with("quote.")
}

#[test]
fn values_in_words() {
    assert_eq!(Value::Flag(true).say(Lang::Tr), "evet");
    assert_eq!(Value::Flag(false).say(Lang::En), "no");
    assert!(!Value::Text("a\u{7}b".to_owned()).say(Lang::En).contains('\u{7}'));
    assert_eq!(Value::said(None).tr, "bilinmiyor");
}

/// The demo pack's alert file lists the vocabulary for its author, all of it and nothing else.
#[test]
fn the_alert_file_lists_every_feature() {
    let alerts = include_str!("../../../fixtures/demo-bank/pack/alerts.toml");
    let listed = alerts.lines().filter_map(|line| line.strip_prefix("#   "));
    let words =
        |line: &str| line.split("  ").map(|word| word.trim().to_owned()).find(|word| !word.is_empty());
    let listed: Vec<String> = listed.filter_map(words).collect();
    assert_eq!(listed, super::names().collect::<Vec<_>>());
    for feature in FEATURES {
        assert!(alerts.contains(&feature.label().en), "{}", feature.name);
    }
}
