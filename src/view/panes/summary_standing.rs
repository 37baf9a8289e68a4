//! What a customer is worth and does, as rows of the summary. On a narrow screen only the lifetime value has
//! a row.

use rust_decimal::RoundingStrategy;

use super::summary_rows::{Item, Setting, SummaryRow, amount_of, joined};
use crate::{
    app::has_row,
    domain::channel::Channel,
    money::Money,
    request::screen::{Shown, SummaryLine},
    text::{Lang, Message, Said, amount, casing, ids::screen as id},
    view::words,
};

/// Steps of the lifetime curve: as many as drawn at 80 and at 132 columns.
const STEPS: usize = 10;
const WIDE_STEPS: usize = 15;
/// Months of the risk of leaving that are drawn.
const CHURN_MONTHS_MAX: usize = 6;
/// The eighths of a cell, the lowest first.
const EIGHTHS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// The most channels that are named.
const CHANNELS_MAX: usize = 2;

/// The rows of a line; none for other lines.
pub(super) fn rows(line: &SummaryLine, setting: Setting) -> Item {
    if !has_row(line, setting.wide) {
        return Item::new();
    }
    match line {
        SummaryLine::Lifetime { curve, worth, break_even_month, rising } => {
            vec![lifetime((curve, worth), *break_even_month, *rising, setting)]
        }
        SummaryLine::NetWorth { total } => vec![
            SummaryRow::default(),
            SummaryRow {
                label: words::say(id::NET_WORTH, setting.lang),
                amount: amount_of(total, setting),
                detail: words::say(id::IN_LIRA, setting.lang),
                ..SummaryRow::default()
            },
        ],
        SummaryLine::Profit { this_year, last_year } => {
            let said = |message, shown: &Shown<Money>| match shown {
                Shown::Known(money) => Some(
                    Message::new(message).with("amount", in_full(*money, setting.lang)).say(setting.lang),
                ),
                Shown::Unknown { .. } | Shown::Hidden => None,
            };
            let both = joined([said(id::PROFIT_THIS_YEAR, this_year), said(id::PROFIT_LAST_YEAR, last_year)]);
            told(id::PROFIT, both, setting.lang)
        }
        SummaryLine::Behaviour { manner, channels } => {
            told(id::BEHAVIOUR, behaviour(manner.as_ref(), channels, setting.lang), setting.lang)
        }
        SummaryLine::Churn { permille, reason } => {
            let reason = reason.as_ref().map(|reason| {
                Message::new(id::CHURN_REASON).with("reason", reason.clone()).say(setting.lang)
            });
            vec![SummaryRow {
                label: words::say(id::CHURN, setting.lang),
                spark: churn_spark(permille),
                told: [Some(percent(permille, setting.lang)), reason]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join("   "),
                ..SummaryRow::default()
            }]
        }
        SummaryLine::LifeEvent { text } => {
            told(id::LIFE_EVENT_LABEL, text.of(setting.lang).to_owned(), setting.lang)
        }
        SummaryLine::Card { .. }
        | SummaryLine::Demand { .. }
        | SummaryLine::Term { .. }
        | SummaryLine::Holdings { .. }
        | SummaryLine::FundOrders { .. }
        | SummaryLine::Loan { .. }
        | SummaryLine::Shared { .. }
        | SummaryLine::People { .. }
        | SummaryLine::Orders { .. } => Item::new(),
    }
}

/// `sık ve yüksek tutarlı · mobil 18/ay, çağrı 2/ay`.
fn behaviour(manner: Option<&Said>, channels: &[(Channel, u32)], lang: Lang) -> String {
    let each = channels.iter().take(CHANNELS_MAX).map(|(channel, count)| {
        Message::new(id::BEHAVIOUR_CHANNEL)
            .with("channel", casing::within(&words::channel(*channel, lang), lang))
            .with("count", i64::from(*count))
            .say(lang)
    });
    let visits = each.collect::<Vec<_>>().join(", ");
    joined([
        manner.map(|manner| manner.of(lang).to_owned()),
        Some(visits).filter(|visits| !visits.is_empty()),
    ])
}

fn told(label: crate::text::MessageId, text: String, lang: Lang) -> Item {
    vec![SummaryRow { label: words::say(label, lang), told: text, ..SummaryRow::default() }]
}

/// `-▁▂▃▃▄▅▅▆▇  96,4 bin ▲`, with the break-even month where there is room.
fn lifetime(
    (curve, worth): (&Shown<Vec<Money>>, &Shown<Money>),
    break_even_month: Option<u16>,
    rising: bool,
    setting: Setting,
) -> SummaryRow {
    let lang = setting.lang;
    let steps = if setting.wide { WIDE_STEPS } else { STEPS };
    let spark = match curve {
        Shown::Known(curve) => curve_spark(curve, steps),
        Shown::Unknown { .. } | Shown::Hidden => String::new(),
    };
    let label = words::say(id::LIFETIME, lang);
    let Shown::Known(money) = worth else {
        return SummaryRow { label, amount: amount_of(worth, setting), ..SummaryRow::default() };
    };
    let short = thousands(*money, lang);
    if !setting.wide {
        let amount = if rising { format!("{short} ▲") } else { short };
        return SummaryRow { label, amount, spark, ..SummaryRow::default() };
    }
    let even =
        break_even_month.map(|month| Message::new(id::BREAK_EVEN).with("month", i64::from(month)).say(lang));
    let worth = format!("{short} {}", amount::currency_name(money.currency, lang));
    SummaryRow { label, spark, detail: joined([Some(worth), even]), ..SummaryRow::default() }
}

/// `96,4 bin`; an amount below a thousand in full.
fn thousands(money: Money, lang: Lang) -> String {
    let unit = 10_i64.pow(u32::from(money.currency.decimals()));
    if money.minor.abs() < 1_000 * unit {
        return amount::bare(money, lang);
    }
    let thousands = rust_decimal::Decimal::new(money.minor, u32::from(money.currency.decimals()) + 3);
    let number = thousands.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
    Message::new(id::LIFETIME_THOUSANDS).with("amount", amount::decimal(number, lang)).say(lang)
}

fn in_full(money: Money, lang: Lang) -> String {
    format!("{} {}", words::round(money, lang), amount::currency_name(money.currency, lang))
}

fn percent(permille: &[u16], lang: Lang) -> String {
    let newest = permille.first().copied().unwrap_or_default();
    Message::new(id::CHURN_PERCENT).with("percent", i64::from((newest + 5) / 10)).say(lang)
}

/// A curve as steps of eighths of its highest point; `-` below zero.
fn curve_spark(curve: &[Money], steps: usize) -> String {
    let Some(top) = curve.iter().map(|money| money.minor).max().filter(|top| *top > 0) else {
        return "-".repeat(steps.min(curve.len()));
    };
    sampled(beginning(curve, steps), steps)
        .map(|money| {
            if money.minor < 0 {
                return '-';
            }
            // in eighths of the top, rounded up; the product of an i64 and 8 fits i128
            let eighths = (i128::from(money.minor) * 8 + i128::from(top) - 1) / i128::from(top);
            eighth(usize::try_from(eighths).unwrap_or(8))
        })
        .collect()
}

/// At most `steps` values at equal distances, the first and the last among them.
fn sampled<T>(values: &[T], steps: usize) -> impl Iterator<Item = &T> {
    let count = steps.min(values.len());
    let last = values.len().saturating_sub(1);
    let gaps = count.saturating_sub(1).max(1);
    (0..count).filter_map(move |step| values.get((step * last + gaps / 2) / gaps))
}

/// What is drawn of a curve: all of it where it fits; on a narrow screen the worth stands beside it, and the curve
/// ends two points earlier.
fn beginning(curve: &[Money], steps: usize) -> &[Money] {
    let shown = if curve.len() > steps { steps.max(curve.len().saturating_sub(2)) } else { curve.len() };
    curve.get(..shown).unwrap_or(curve)
}

/// Months of the risk of leaving, the oldest first.
fn churn_spark(permille: &[u16]) -> String {
    let months = permille.iter().take(CHURN_MONTHS_MAX).rev();
    months.map(|risk| eighth(usize::from(*risk) * 9 / 1_000 + 1)).collect()
}

fn eighth(level: usize) -> char {
    let at = level.clamp(1, EIGHTHS.len()) - 1;
    EIGHTHS.get(at).copied().unwrap_or('█')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;

    #[test]
    fn a_curve_begins_below_zero_and_ends_at_the_top() {
        let lira = |major: i64| Money::new(major * 100, Currency::TRY);
        let curve: Vec<Money> = [-900, 40, 120, 200, 300, 400, 500, 600, 700, 800].map(lira).to_vec();
        assert_eq!(curve_spark(&curve, STEPS), "-▁▂▂▃▄▅▆▇█");
        assert_eq!(curve_spark(&curve, 3), "-▃▆");
        assert_eq!(curve_spark(&curve[..1], STEPS), "-");
        assert_eq!(curve_spark(&[], STEPS), "");
    }

    #[test]
    fn the_drawn_curve_is_drawn_at_both_sizes() {
        let lira = |major: i64| Money::new(major * 100, Currency::TRY);
        let curve = [
            -6_200, 2_100, 9_800, 18_400, 26_900, 33_700, 40_600, 46_300, 52_100, 57_900, 64_400, 70_200,
            76_800, 82_300, 96_400,
        ];
        let curve = curve.map(lira).to_vec();
        assert_eq!(curve_spark(&curve, STEPS), "-▁▂▃▃▄▅▅▆▇");
        assert_eq!(curve_spark(&curve, WIDE_STEPS), "-▁▁▂▃▃▄▄▅▅▆▆▇▇█");
    }

    #[test]
    fn what_is_not_known_leaves_no_mark_behind() {
        let setting = Setting {
            lang: Lang::Tr,
            touchpoint: crate::domain::channel::Touchpoint::CallCenter,
            today: crate::time::Day::parse_iso("2026-11-24").unwrap(),
            wide: true,
            cells: 0,
        };
        let line = SummaryLine::Churn { permille: vec![60, 70], reason: None };
        assert_eq!(rows(&line, setting)[0].told, "%6");
        let often = Said { tr: "sık".to_owned(), en: "often".to_owned() };
        for (manner, channels, told) in [
            (
                Some(&often),
                vec![(Channel::Mobile, 18), (Channel::CallCenter, 2)],
                "sık · mobil 18/ay, çağrı 2/ay",
            ),
            (None, vec![(Channel::Ivr, 1)], "IVR 1/ay"),
            (Some(&often), vec![], "sık"),
        ] {
            assert_eq!(behaviour(manner, &channels, Lang::Tr), told);
        }
    }

    #[test]
    fn worth_is_said_in_thousands() {
        let table = [
            (9_640_000, "96,4 bin", "96.4k"),
            (99_999, "999,99", "999.99"),
            (100_000, "1,0 bin", "1.0k"),
            (104_999, "1,0 bin", "1.0k"),
            (105_000, "1,1 bin", "1.1k"),
            (9_599_750, "96,0 bin", "96.0k"),
            (99_999_999, "1.000,0 bin", "1,000.0k"),
            (-9_649_900, "-96,5 bin", "-96.5k"),
            (-9_644_900, "-96,4 bin", "-96.4k"),
        ];
        for (minor, tr, en) in table {
            let money = Money::new(minor, Currency::TRY);
            assert_eq!((thousands(money, Lang::Tr), thousands(money, Lang::En)), (tr.into(), en.into()));
        }
    }

    #[test]
    fn the_risk_of_leaving_rises_to_the_right() {
        assert_eq!(churn_spark(&[710, 480, 400, 390, 300, 290, 100]), "▃▃▄▄▅▇");
        assert_eq!(churn_spark(&[1_000]), "█");
        assert_eq!(percent(&[705], Lang::Tr), "%71");
    }
}
