use proptest::prelude::*;

use super::*;

const CUSTOMER: LedgerAccount = LedgerAccount::Customer(AccountId(1));
const OTHER: LedgerAccount = LedgerAccount::Customer(AccountId(2));
const CLEARING: LedgerAccount = LedgerAccount::Own(OwnAccount::ImportClearing);

fn posting(account: LedgerAccount, side: Side, minor: i64, currency: Currency) -> Posting {
    Posting { account, side, money: Money::new(minor, currency) }
}

fn entry(postings: Vec<Posting>) -> Entry {
    Entry {
        id: EntryId(1),
        day: Day::from_ymd(2026, 11, 24).expect("exists"),
        kind: EntryKind::Transfer,
        request: RequestKey(1),
        postings,
    }
}

#[test]
fn entries_by_table() {
    // lines as side, minor units, currency; then the expectation
    let table = "\
        Dr 100 TRY, Cr 100 TRY                                          : balanced
        Dr 27397 TRY, Cr 22603 TRY, Cr 4794 TRY                         : balanced
        Dr 42150000 TRY, Cr 42150000 TRY, Dr 1000000 USD, Cr 1000000 USD : balanced
        Dr 100 TRY, Cr 100 USD                                          : debits and credits differ in TRY
        Dr 5 TRY, Cr 5 TRY, Dr 7 USD                                    : debits and credits differ in USD
        Dr 100 TRY, Cr 99 TRY                                           : debits and credits differ in TRY
        Dr 100 TRY, Dr 100 TRY                                          : debits and credits differ in TRY
        Dr 0 TRY, Cr 0 TRY                                              : a posting is not positive
        Dr -100 TRY, Cr -100 TRY                                        : a posting is not positive
        Dr 100 TRY, Dr -100 TRY                                         : a posting is not positive
        Dr 100 TRY                                                      : wrong number of postings
        Dr 9223372036854775807 TRY, Dr 9223372036854775807 TRY, \
            Cr 9223372036854775807 TRY, Cr 9223372036854775807 TRY      : balanced";
    for case in table.lines() {
        let (lines, expected) = case.split_once(':').expect(case);
        let postings = lines.split(',').map(line).collect();
        let seen = entry(postings).check();
        let said = seen.map_or_else(|fault| fault.to_string(), |()| "balanced".to_owned());
        assert_eq!(said, expected.trim(), "{case}");
    }
    assert_eq!(entry(Vec::new()).check(), Err(EntryFault::Count));
}

/// Reads `Dr 100 TRY`.
fn line(text: &str) -> Posting {
    let [side, minor, code] = text.split_whitespace().collect::<Vec<_>>()[..] else {
        panic!("{text}");
    };
    let (account, side) = match side {
        "Dr" => (CUSTOMER, Side::Debit),
        "Cr" => (OTHER, Side::Credit),
        _ => panic!("{text}"),
    };
    let currency = Currency::from_code(code).expect(text);
    posting(account, side, minor.parse().expect(text), currency)
}

#[test]
fn an_entry_has_a_most_number_of_lines() {
    let lines = |count: usize| {
        let sides = [Side::Debit, Side::Credit].into_iter().cycle();
        entry(sides.take(count).map(|side| posting(CUSTOMER, side, 5, Currency::TRY)).collect())
    };
    assert_eq!(lines(POSTINGS_MAX).check(), Ok(()));
    assert_eq!(lines(POSTINGS_MAX + 2).check(), Err(EntryFault::Count));
}

#[test]
fn credits_raise_a_balance_and_debits_lower_it() {
    assert_eq!(posting(CUSTOMER, Side::Credit, 5, Currency::TRY).signed(), 5);
    assert_eq!(posting(CUSTOMER, Side::Debit, i64::MAX, Currency::TRY).signed(), -i128::from(i64::MAX));
}

/// Balanced by its making: for each currency some credits and one debit of their sum, in any order.
fn balanced() -> impl Strategy<Value = Entry> {
    let credits = prop::collection::vec(1_i64..1_000_000_000_000, 1..8);
    let currency = prop::sample::subsequence(vec![Currency::TRY, Currency::USD, Currency::EUR], 1..=3);
    (currency, prop::collection::vec(credits, 3))
        .prop_flat_map(|(currencies, credits)| {
            let lines: Vec<Posting> = currencies
                .into_iter()
                .zip(credits)
                .flat_map(|(currency, credits)| {
                    let debit = posting(CLEARING, Side::Debit, credits.iter().sum(), currency);
                    credits
                        .into_iter()
                        .map(move |minor| posting(CUSTOMER, Side::Credit, minor, currency))
                        .chain([debit])
                })
                .collect();
            Just(lines).prop_shuffle()
        })
        .prop_map(entry)
}

proptest! {
    #[test]
    fn balanced_entries_pass_and_sum_to_zero_in_each_currency(entry in balanced()) {
        prop_assert_eq!(entry.check(), Ok(()));
        for currency in [Currency::TRY, Currency::USD, Currency::EUR] {
            let sum: i128 = entry.postings.iter().filter(|line| line.money.currency == currency).map(Posting::signed).sum();
            prop_assert_eq!(sum, 0);
        }
    }

    #[test]
    fn any_single_change_fails(entry in balanced(), place: prop::sample::Index, change in 0_u8..4, by in 1_i64..1_000_000) {
        let mut changed = entry.clone();
        let place = place.index(changed.postings.len());
        let line = &mut changed.postings[place];
        match change {
            0 => line.money.minor += by,
            1 => line.money.minor -= by,
            2 => line.side = if line.side == Side::Debit { Side::Credit } else { Side::Debit },
            _ => line.money.currency = Currency::CZK,
        }
        prop_assert!(changed.check().is_err(), "{:?}", changed);
        let mut missing = entry;
        missing.postings.remove(place);
        prop_assert!(missing.check().is_err(), "{:?}", missing);
    }
}
