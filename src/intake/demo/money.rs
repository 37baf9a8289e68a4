//! Accounts, term deposits and funds.

use rust_decimal::Decimal;

use super::{
    ledger::Sheet,
    maker::{Maker, lira},
    people::{Life, Tier},
};
use crate::{
    domain::{Fact, account::AccountKind},
    money::{Currency, Money},
};

/// Terms of deposits in days.
const TERMS: [i32; 5] = [32, 46, 92, 92, 181];
/// Days within which forms were filled, and for which one holds.
const FORM_DAYS: u64 = 1_000;
const FORM_HOLDS: i32 = 1_095;
/// One customer in so many signed an order, on amounts of so many kuruş, so many days ago for so many more.
const ORDERS_EVERY: u64 = 3;
const ORDERS_STEP: i64 = 100_000;
const ORDERS_DAYS: (i32, i32) = (3, 30);
/// Code, price of a unit in millionths of a lira.
pub(super) const FUNDS: [(&str, i64); 5] =
    [("PPF", 3_482_915), ("HSF", 4_906_493), ("ALT", 5_314_092), ("BRC", 2_118_370), ("DGS", 6_027_455)];

/// All accounts of a customer but the rows of the main one, whose sheet is given back.
pub(super) fn accounts(maker: &mut Maker<'_>, life: &Life) -> Sheet {
    let (low, high) =
        life.tier.of([(40_000, 900_000), (9_000, 120_000), (3_000, 40_000), (900, 14_000), (60, 6_000)]);
    let scale = if life.company { 600 } else { 100 };
    let opening = maker.dice.amount(low * scale, high * scale, 1);
    let main = maker.account_as(1, (AccountKind::Demand, Currency::TRY), life.known, opening);
    if maker.dice.chance(life.tier.of([600, 450, 350, 250, 120])) {
        let (low, high) = life.tier.of([(50, 200), (20, 80), (10, 40), (5, 20), (2, 8)]);
        let limit = maker.dice.amount(low * 100_000, high * 100_000, 100_000);
        maker.overdraft(limit);
    }
    if maker.dice.chance(390) {
        second(maker, life);
    }
    foreign(maker, life);
    deposits(maker, life);
    funds(maker, life);
    form(maker);
    order(maker);
    main
}

/// A second lira account: savings, a child's, the household's.
fn second(maker: &mut Maker<'_>, life: &Life) {
    let age = opened(maker, life);
    let (low, high) =
        life.tier.of([(20_000, 400_000), (5_000, 90_000), (1_000, 30_000), (300, 9_000), (10, 3_000)]);
    let amount = maker.dice.amount(low * 100, high * 100, 50);
    let mut sheet = maker.account(AccountKind::Demand, Currency::TRY, age);
    let first = maker.dice.days(3, age.min(85));
    sheet.row(maker.day(-first), amount, ("virman", "Hesaplar arası virman", None));
    if maker.dice.chance(500) {
        let back = maker.dice.amount(amount / 10, amount / 2, 50);
        let later = maker.dice.days(0, first);
        sheet.row(maker.day(-later), -back, ("virman", "Hesaplar arası virman", None));
    }
    maker.keep(sheet);
}

/// Accounts in dollars and euros, bought from time to time.
fn foreign(maker: &mut Maker<'_>, life: &Life) {
    for (currency, permille) in [
        (Currency::USD, life.tier.of([700, 480, 300, 170, 80])),
        (Currency::EUR, life.tier.of([550, 320, 190, 100, 50])),
    ] {
        if !maker.dice.chance(permille) {
            continue;
        }
        let age = opened(maker, life);
        let (low, high) =
            life.tier.of([(2_000, 90_000), (500, 20_000), (200, 6_000), (50, 2_000), (10, 700)]);
        let mut sheet = maker.account(AccountKind::Demand, currency, age);
        let mut day = maker.dice.days(20, age.clamp(21, 110));
        for _ in 0..maker.dice.between(1, 3) {
            let amount = maker.dice.amount(low * 100, high * 100, 500);
            sheet.row(maker.day(-day), amount, ("doviz_alis", "Döviz alış", None));
            day = (day - maker.dice.days(4, 30)).max(0);
        }
        maker.keep(sheet);
    }
}

fn opened(maker: &mut Maker<'_>, life: &Life) -> i32 {
    maker.dice.days(25, life.known.max(26))
}

fn deposits(maker: &mut Maker<'_>, life: &Life) {
    let many = life.tier.of([4, 3, 2, 2, 1]);
    let permille = life.tier.of([620, 480, 330, 170, 120]);
    let first = 11 + maker.dice.below(3);
    for place in first..first + many {
        if !maker.dice.chance(permille) {
            continue;
        }
        let term = maker.dice.pick(&TERMS).min(life.known.max(33));
        let passed = maker.dice.days(1, term - 1);
        let (low, high) = life.tier.of([(300, 4_000), (80, 900), (30, 350), (10, 120), (5, 40)]);
        let amount = maker.dice.amount(low * 100_000, high * 100_000, 1_000_000);
        let foreign = life.tier <= Tier::B1 && maker.dice.chance(120);
        let (money, rate) = if foreign {
            (Money::new(amount / 50, Currency::USD), maker.dice.between(4, 12) * 25)
        } else {
            (lira(amount), 3_500 + maker.dice.between(0, 28) * 25)
        };
        maker.deposit(place, money, (rate, 2), (passed, term - passed));
    }
}

/// Whoever invests has filled a form within three years; nothing is drawn for it.
fn form(maker: &mut Maker<'_>) {
    let invests = |fact: &Fact| matches!(fact, Fact::Deposit(_) | Fact::Holding(_));
    if maker.made.facts.iter().any(invests) {
        let ago = i32::try_from(maker.no.0 % FORM_DAYS).unwrap_or(0);
        let risk = u8::try_from(maker.no.0 % 7 + 1).unwrap_or(1);
        maker.investor_form((ago, FORM_HOLDS - ago), risk);
    }
}

/// One in three who hold a deposit in lira signed an order to part it; nothing is drawn for it.
fn order(maker: &mut Maker<'_>) {
    let lira = |fact: &Fact| {
        let Fact::Deposit(deposit) = fact else { return None };
        (deposit.principal.currency == Currency::TRY).then(|| deposit.clone())
    };
    let Some(deposit) = maker.made.facts.iter().find_map(lira) else { return };
    if maker.no.0.is_multiple_of(ORDERS_EVERY) {
        let tenth = deposit.principal.minor / 10 / ORDERS_STEP * ORDERS_STEP;
        let amounts = [("fx_amount", tenth), ("fund_amount", 2 * tenth)];
        maker.signed_order(("break-fx-fund", deposit.account), amounts, ORDERS_DAYS);
    }
}

fn funds(maker: &mut Maker<'_>, life: &Life) {
    let permille = life.tier.of([650, 400, 180, 60, 15]);
    for (code, price) in FUNDS.into_iter().take(3) {
        if maker.dice.chance(permille) {
            let (low, high) = life.tier.of([(20, 900), (5, 200), (2, 60), (1, 20), (1, 5)]);
            let units = maker.dice.amount(low * 300, high * 300, 1);
            // units times millionths of a lira, in minor units
            maker.holding(code, Decimal::from(units), lira(units.saturating_mul(price) / 10_000));
        }
    }
}
