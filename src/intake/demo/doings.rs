//! The rows of a customer's main account: salary, rent, bills, shops, machines, transfers, in the order of
//! their days and never below what the account holds.

use super::{ledger::Sheet, maker::Maker, people::Life};

/// How far back a statement goes, in days.
const WINDOW: i32 = 118;

/// Operation, text; the amounts are in lira.
const SHOPS: [(&str, i64, i64); 14] = [
    ("Market, banka kartı", 90, 2_400),
    ("Market, banka kartı", 90, 2_400),
    ("Lokanta, banka kartı", 180, 1_900),
    ("Akaryakıt, banka kartı", 700, 3_200),
    ("Eczane, banka kartı", 60, 1_400),
    ("Giyim, banka kartı", 300, 4_500),
    ("Taksi, banka kartı", 120, 700),
    ("Kitabevi, banka kartı", 100, 1_100),
    ("Fırın, banka kartı", 30, 260),
    ("Kırtasiye, banka kartı", 40, 800),
    ("Yapı market, banka kartı", 250, 5_200),
    ("Sinema, banka kartı", 220, 900),
    ("Elektronik, banka kartı", 500, 9_500),
    ("Manav, banka kartı", 60, 900),
];
/// Text, who is paid, from and to in lira.
pub(super) const BILLS: [(&str, &str, i64, i64); 5] = [
    ("Elektrik faturası", "Enerji Dağıtım A.Ş.", 280, 1_900),
    ("Doğal gaz faturası", "Doğal Gaz Dağıtım A.Ş.", 150, 2_600),
    ("İnternet faturası", "Telekom A.Ş.", 320, 780),
    ("Su faturası", "Su ve Kanalizasyon İdaresi", 120, 700),
    ("Cep telefonu faturası", "Mobil İletişim A.Ş.", 210, 950),
];

/// The household's habits, drawn once.
struct Habits {
    salary_day: i8,
    rent: i64,
    /// Bills are paid by a standing order.
    automatic: bool,
    bills: usize,
    /// Parts of a thousand by which prices are multiplied.
    scale: i64,
}

/// Fills the main account.
pub(super) fn statement(maker: &mut Maker<'_>, life: &Life, mut sheet: Sheet) {
    let many = match maker.dice.below(100) {
        0..9 => maker.dice.between(1, 4),
        9..58 => maker.dice.between(7, 14),
        58..94 => maker.dice.between(13, 24),
        _ => maker.dice.between(25, 70),
    };
    let habits = habits(maker, life);
    if habits.automatic && habits.bills > 0 {
        let (text, payee, low, _) = BILLS[0];
        maker.order(sheet.id, low * 200, (payee, text));
    }
    let window = WINDOW.min(life.known - 1).max(3);
    let mut left = window;
    for done in 0..many {
        // evenly spread with a little chance, never back in time
        let even = window - window * i32::try_from(done).unwrap_or(0) / i32::try_from(many).unwrap_or(1);
        let before = left;
        left = left.min((even - maker.dice.days(0, 3)).max(0));
        book(maker, life, &habits, &mut sheet, (before, left));
    }
    maker.keep(sheet);
}

fn habits(maker: &mut Maker<'_>, life: &Life) -> Habits {
    let dice = &mut maker.dice;
    let rents = !life.company && dice.chance(450);
    Habits {
        salary_day: dice.pick(&[1, 15, 15, 15, 20, 28]),
        rent: if rents { life.income.max(2_500_000) / 300 * 100 } else { 0 },
        automatic: dice.chance(380),
        bills: usize::try_from(dice.below(5)).unwrap_or(0),
        scale: life.tier.of([3_200, 1_800, 1_200, 900, 600]) * if life.company { 8 } else { 1 },
    }
}

/// One row for the days between `before` and `left` days ago.
fn book(maker: &mut Maker<'_>, life: &Life, habits: &Habits, sheet: &mut Sheet, (before, left): (i32, i32)) {
    let pays = (left..before).map(|ago| maker.day(-ago)).find(|day| day.ymd().2 == habits.salary_day);
    if let Some(day) = pays.filter(|_| life.income > 0) {
        let text = if life.company {
            "POS gün sonu"
        } else if life.age >= 62 {
            "Emekli maaşı"
        } else {
            "Maaş ödemesi"
        };
        let operation = if life.company { "tahsilat" } else { "maas" };
        sheet.row(day, life.income, (operation, text, Some(if life.age >= 62 { "SGK" } else { "İşveren" })));
        return;
    }
    let kind = maker.dice.below(100);
    match kind {
        0..8 => bill(maker, habits, sheet, left),
        8..13 if habits.rent > 0 => {
            pay(maker, sheet, left, (habits.rent, "havale", "Kira ödemesi", Some("Ev sahibi")));
        }
        8..22 => machine(maker, sheet, left),
        22..34 => incoming(maker, habits, sheet, left),
        34..46 => outgoing(maker, habits, sheet, left),
        _ => shop(maker, habits, sheet, left),
    }
}

/// Pays from the account, or, where it holds too little, has money come in.
fn pay(
    maker: &mut Maker<'_>,
    sheet: &mut Sheet,
    ago: i32,
    (minor, operation, text, other): (i64, &str, &str, Option<&str>),
) {
    let day = maker.day(-ago);
    if minor <= sheet.balance {
        sheet.row(day, -minor, (operation, text, other));
    } else {
        let minor = maker.dice.amount(minor, minor.saturating_mul(3), 5_000).max(5_000);
        sheet.row(day, minor, ("fast_gelen", "Gelen FAST", Some("Kendi hesabından")));
    }
}

fn bill(maker: &mut Maker<'_>, habits: &Habits, sheet: &mut Sheet, ago: i32) {
    let at = habits.bills.saturating_sub(usize::try_from(maker.dice.below(3)).unwrap_or(0));
    let (text, payee, low, high) = BILLS.get(at).copied().unwrap_or(BILLS[0]);
    let minor = maker.dice.amount(low * 100, high * 100, 1);
    let how = if habits.automatic { "otomatik talimat" } else { "mobil" };
    pay(maker, sheet, ago, (minor, "fatura", &format!("{text}, {how}"), Some(payee)));
}

fn machine(maker: &mut Maker<'_>, sheet: &mut Sheet, ago: i32) {
    let minor = maker.dice.amount(20_000, 1_000_000, 10_000);
    pay(maker, sheet, ago, (minor, "nakit_cekme", "ATM para çekme", None));
}

fn shop(maker: &mut Maker<'_>, habits: &Habits, sheet: &mut Sheet, ago: i32) {
    let (text, low, high) = maker.dice.pick(&SHOPS);
    let minor = maker.dice.amount(low * habits.scale / 10, high * habits.scale / 10, 25);
    pay(maker, sheet, ago, (minor, "kart", text, None));
}

fn incoming(maker: &mut Maker<'_>, habits: &Habits, sheet: &mut Sheet, ago: i32) {
    let other = somebody(maker);
    let minor = maker.dice.amount(20 * habits.scale, 1_400 * habits.scale, 5_000);
    let day = maker.day(-ago);
    sheet.row(day, minor, ("fast_gelen", "Gelen FAST", Some(&other)));
}

fn outgoing(maker: &mut Maker<'_>, habits: &Habits, sheet: &mut Sheet, ago: i32) {
    let other = somebody(maker);
    let minor = maker.dice.amount(10 * habits.scale, 900 * habits.scale, 2_500);
    pay(maker, sheet, ago, (minor, "fast", "Giden FAST", Some(&other)));
}

/// The other side of a transfer, as receipts write it: `M. Yalavuz`.
fn somebody(maker: &mut Maker<'_>) -> String {
    let dice = &mut maker.dice;
    let woman = dice.chance(480);
    let name = maker.bank.names.person(woman, &mut || dice.draw());
    let first = name.given.chars().next().unwrap_or('M');
    format!("{first}. {}", name.family)
}
