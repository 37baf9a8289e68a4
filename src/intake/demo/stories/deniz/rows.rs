//! The drawn customer's current account.

use crate::{
    domain::{AccountId, account::AccountKind},
    intake::demo::{dice::Dice, doings::BILLS, maker::Maker},
    money::Currency,
    time::Day,
};

/// The current account's last figures in minor units: before a salary, after the last row.
const ENDS_AT: i64 = 841_236;
/// Rows of the last ninety days, the first of them so many days ago.
const RECENT_ROWS: i32 = 213;
const RECENT_DAYS: i32 = 85;
/// Older rows and the day before which they lie.
const OLD_ROWS: i32 = 26;
const OLD_DAYS: i32 = 118;
const OLDEST_RECENT: i32 = 95;
/// The minute of today's row, as drawn.
pub(in crate::intake::demo) const TODAY_MINUTE: u16 = 9 * 60 + 12;
/// Draws of the rows: the same in every bank.
const ROWS_SEED: u64 = 4_017;
/// A row of the current account before its balance is known.
struct Planned {
    ago: i32,
    /// Minutes since its day began; without one it is spread over the day.
    minute: Option<u16>,
    minor: i64,
    operation: &'static str,
    text: String,
    other: Option<&'static str>,
}

fn planned(
    ago: i32,
    minor: i64,
    (operation, text): (&'static str, &str),
    other: Option<&'static str>,
) -> Planned {
    Planned { ago, minute: None, minor, operation, text: text.to_owned(), other }
}

/// The last rows, as drawn.
fn last_rows() -> [Planned; 6] {
    [
        planned(6, -20_000_000, ("vadeli_acilis", "Vadeli hesap açılışı, 4017-08"), None),
        planned(5, -46_781, ("fatura", "İnternet faturası, mobil"), Some("Telekom A.Ş.")),
        planned(3, -35_520, ("kart", "Lokanta, banka kartı"), None),
        planned(2, -24_000, ("kart", "Taksi, banka kartı"), None),
        Planned {
            minute: Some(605),
            ..planned(1, 250_000, ("fast_gelen", "Gelen FAST"), Some("M. Yalavuz"))
        },
        Planned { minute: Some(TODAY_MINUTE), ..planned(0, -41_280, ("kart", "Market, banka kartı"), None) },
    ]
}

/// The current account, whose last rows are drawn.
pub(super) fn current(maker: &mut Maker<'_>) -> AccountId {
    let rows = all_rows(maker);
    let sum: i64 = rows.iter().map(|row| row.minor).sum();
    let kind = (AccountKind::Demand, Currency::TRY);
    let mut sheet = maker.account_as(1, kind, 4_271, ENDS_AT - sum);
    let id = sheet.id;
    let (mut day, mut nth) = (None, 0);
    for row in rows {
        nth = if day == Some(row.ago) { nth + 1 } else { 0 };
        day = Some(row.ago);
        let minute = row.minute.unwrap_or_else(|| within_day(row.ago, nth));
        // a bank that is made earlier knows the day of it only
        let minute = Some(minute).filter(|_| row.ago > 0 || !maker.bank.is_early());
        sheet.row_at((maker.day(-row.ago), minute), row.minor, (row.operation, &row.text, row.other));
    }
    maker.keep(sheet);
    id
}

/// The minute of the nth row of a day: the later the row the later, never past midnight.
fn within_day(ago: i32, nth: u16) -> u16 {
    const FIRST: u16 = 8 * 60 + 20;
    const BETWEEN: u16 = 79;
    const LAST: u16 = 23 * 60 + 59;
    let shift = u16::try_from(ago.rem_euclid(11)).unwrap_or(0) * 7;
    FIRST.saturating_add(shift).saturating_add(nth.saturating_mul(BETWEEN)).min(LAST)
}

/// Salary on the fifteenth, rent on the second, three bills a month by hand, shops between.
fn all_rows(maker: &Maker<'_>) -> Vec<Planned> {
    let mut dice = Dice::new(ROWS_SEED, 0);
    let mut rows: Vec<Planned> = Vec::new();
    let last = last_rows();
    let monthly = |ago: i32| {
        let day: Day = maker.day(-ago);
        let bill = |at: usize| BILLS.get(at).copied().unwrap_or_default();
        match day.ymd().2 {
            15 => Some((7_925_000, "maas", "Maaş ödemesi".to_owned(), Some("İşveren"))),
            2 => Some((-1_850_000, "havale", "Kira ödemesi".to_owned(), Some("Ev sahibi"))),
            7 => Some((-61_420, "fatura", format!("{}, mobil", bill(0).0), Some(bill(0).1))),
            11 => Some((-76_875, "fatura", format!("{}, mobil", bill(1).0), Some(bill(1).1))),
            19 => Some((-46_781, "fatura", format!("{}, mobil", bill(2).0), Some(bill(2).1))),
            _ => None,
        }
    };
    for (from, to) in [(OLD_DAYS, OLDEST_RECENT), (RECENT_DAYS, 7)] {
        for ago in (to..=from).rev() {
            if let Some((minor, operation, text, other)) = monthly(ago) {
                rows.push(Planned { ago, minute: None, minor, operation, text, other });
            }
        }
    }
    let recent = i32::try_from(rows.iter().filter(|row| row.ago <= RECENT_DAYS).count() + last.len());
    for _ in 0..RECENT_ROWS - recent.unwrap_or(RECENT_ROWS) {
        rows.push(small(&mut dice, (7, RECENT_DAYS)));
    }
    for _ in 0..OLD_ROWS {
        rows.push(small(&mut dice, (OLDEST_RECENT, OLD_DAYS)));
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.ago));
    rows.extend(last);
    rows
}

fn small(dice: &mut Dice, (from, to): (i32, i32)) -> Planned {
    let ago = dice.days(from, to);
    match dice.below(10) {
        0 => planned(
            ago,
            -dice.amount(20_000, 150_000, 10_000),
            ("nakit_cekme", "ATM para çekme"),
            Some("Moda ATM"),
        ),
        1 => {
            planned(ago, -dice.amount(10_000, 120_000, 5_000), ("fast", "Giden FAST, mobil"), Some("A. Örs"))
        }
        2 => {
            planned(ago, dice.amount(5_000, 90_000, 5_000), ("fast_gelen", "Gelen FAST"), Some("M. Yalavuz"))
        }
        _ => {
            let text = dice.pick(&[
                "Market, banka kartı",
                "Lokanta, banka kartı",
                "Eczane, banka kartı",
                "Taksi, banka kartı",
                "Kitabevi, banka kartı",
                "Fırın, banka kartı",
                "Giyim, banka kartı",
            ]);
            planned(ago, -dice.amount(4_500, 96_000, 25), ("kart", text), None)
        }
    }
}
