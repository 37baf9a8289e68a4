//! Cards, loans, cheques: what is owed and how it is paid.

use super::{
    maker::{CardTerms, LoanTerms, Maker, lira},
    people::Life,
};
use crate::domain::{AccountId, Fact, cheque::BouncedCheque, loan::LoanState};

/// How a customer stands with its debts: what its scores are drawn from.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Standing {
    pub(super) late: bool,
    pub(super) borrows: bool,
}

const PRODUCTS: [&str; 5] = ["Platin Kart", "Altın Kart", "Altın Kart", "Klasik Kart", "Klasik Kart"];
const PURPOSES: [&str; 3] = ["İhtiyaç", "Taşıt", "Konut"];

pub(super) fn all(maker: &mut Maker<'_>, life: &Life, main: AccountId) -> Standing {
    let late = maker.dice.chance(life.tier.of([6, 12, 25, 45, 60]));
    if maker.dice.chance(life.tier.of([930, 880, 760, 560, 300])) {
        card(maker, life, late);
    }
    if maker.dice.chance(260) {
        let last4 = maker.dice.below(10_000);
        let issued = maker.dice.days(30, life.known.clamp(31, 1_800));
        maker.debit_card(main, last4, issued);
    }
    let borrows = maker.dice.chance(life.tier.of([180, 200, 210, 160, 90]));
    if borrows {
        loan(maker, life, main, late);
    }
    if life.company && maker.dice.chance(30) {
        cheque(maker);
    }
    Standing { late, borrows }
}

fn card(maker: &mut Maker<'_>, life: &Life, late: bool) {
    let (low, high) = life.tier.of([(150, 900), (60, 300), (30, 120), (15, 60), (5, 25)]);
    let limit = maker.dice.amount(low * 100_000, high * 100_000, 500_000);
    let use_permille = if late { maker.dice.between(500, 1_060) } else { maker.dice.between(0, 800) };
    let debt = (limit / 1_000).saturating_mul(use_permille);
    // the regulator's minimum: a fifth up to 25.000 lira, two fifths above
    let minimum = if limit <= 2_500_000 { debt / 5 } else { debt / 5 * 2 };
    let due_in = if late { -maker.dice.days(1, 45) } else { maker.dice.days(-6, 28) };
    let paid = debt == 0 || (due_in < 0 && !late);
    let terms = CardTerms {
        product: life.tier.of(PRODUCTS),
        last4: maker.dice.below(10_000),
        limit,
        debt,
        minimum,
        due_in,
        paid,
    };
    let issued = maker.dice.days(30, life.known.clamp(31, 2_500));
    maker.credit_card(terms, issued);
}

fn loan(maker: &mut Maker<'_>, life: &Life, main: AccountId, late: bool) {
    let kind = maker.dice.below(3).min(maker.dice.below(3));
    let kind = usize::try_from(kind).unwrap_or(0);
    let purpose = PURPOSES.get(kind).copied().unwrap_or_default();
    let (months, scale): (u32, i64) = match kind {
        0 => (maker.dice.pick(&[12, 24, 36]), 1),
        1 => (maker.dice.pick(&[24, 36, 48]), 6),
        _ => (maker.dice.pick(&[60, 120]), 20),
    };
    let (low, high) = life.tier.of([(60, 300), (40, 150), (25, 90), (15, 60), (8, 30)]);
    let amount = maker.dice.amount(low * 100_000 * scale, high * 100_000 * scale, 500_000);
    let most = i64::from(months).min(i64::from(life.known / 30).max(1)) - 1;
    let paid = u32::try_from(maker.dice.between(0, most.max(0))).unwrap_or(0);
    let left = i64::from(months - paid);
    let overdue = if late { maker.dice.between(4, 130) } else { 0 };
    let state = match overdue {
        0 => LoanState::Running,
        1..=90 => LoanState::Overdue,
        _ => LoanState::LegalFollowUp,
    };
    let terms = LoanTerms {
        purpose,
        amount,
        outstanding: amount / i64::from(months) * left,
        instalment: amount / i64::from(months) / 10 * 16,
        months,
        paid,
        state,
        overdue_days: u32::try_from(overdue).unwrap_or(0),
    };
    maker.loan(terms, main);
}

fn cheque(maker: &mut Maker<'_>) {
    let (amount, ago) = (maker.dice.amount(1_500_000, 40_000_000, 50_000), maker.dice.days(3, 300));
    let settled = (ago > 60 && maker.dice.chance(700)).then(|| maker.day(30 - ago));
    let number = 1_000 + maker.dice.below(9_000);
    bounced(maker, number, amount, (ago, settled));
}

/// A cheque that bounced so many days ago.
pub(super) fn bounced(
    maker: &mut Maker<'_>,
    number: u64,
    minor: i64,
    (ago, settled): (i32, Option<crate::time::Day>),
) {
    let bounced = maker.day(-ago);
    let fact = BouncedCheque { customer: maker.no, number, amount: lira(minor), bounced, settled };
    maker.push(Fact::BouncedCheque(fact));
}
