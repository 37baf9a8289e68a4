//! What a customer is worth and does, as rows of the summary. On a narrow screen only the lifetime value has
//! a row.

use super::summary_rows::{Item, Setting, SummaryRow, amount_of, joined};
use crate::{
    app::has_row,
    money::Money,
    request::screen::{Shown, SummaryLine},
    text::{Lang, Message, amount, ids::screen as id},
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
        SummaryLine::Behaviour { channels } => {
            let each = channels.iter().take(CHANNELS_MAX).map(|(channel, count)| {
                Message::new(id::BEHAVIOUR_CHANNEL)
                    .with("channel", words::channel(*channel, setting.lang))
                    .with("count", i64::from(*count))
                    .say(setting.lang)
            });
            told(id::BEHAVIOUR, each.collect::<Vec<_>>().join(", "), setting.lang)
        }
        SummaryLine::Churn { permille, reason } => {
            let reason = reason.as_ref().map(|reason| {
                Message::new(id::CHURN_REASON).with("reason", reason.clone()).say(setting.lang)
            });
            vec![SummaryRow {
                label: words::say(id::CHURN, setting.lang),
                spark: churn_spark(permille),
                told: [percent(permille, setting.lang), reason.unwrap_or_default()].join("   "),
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
        | SummaryLine::Loan { .. }
        | SummaryLine::Shared { .. }
        | SummaryLine::Orders { .. } => Item::new(),
    }
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
    // hundreds with one decimal are thousands
    let tenths = money.minor / (100 * unit);
    let number = rust_decimal::Decimal::new(tenths, 1);
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
    sampled(curve, steps)
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
        assert_eq!(curve_spark(&curve, 3), "-▄█");
        assert_eq!(curve_spark(&curve[..1], STEPS), "-");
        assert_eq!(curve_spark(&[], STEPS), "");
    }

    #[test]
    fn worth_is_said_in_thousands() {
        let table = [
            (9_640_000, "96,4 bin", "96.4k"),
            (99_999, "999,99", "999.99"),
            (100_000, "1,0 bin", "1.0k"),
            (-9_649_900, "-96,4 bin", "-96.4k"),
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
