//! The closed list of figures that screens, sentences and macros may name.

use rust_decimal::Decimal;

use crate::{
    money::Money,
    text::{Lang, Said, amount, date, safe, suffix},
    time::{Day, Moment},
};

/// A value that a flow knows or has computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figure {
    /// An amount.
    Money(Money),
    /// A rate or price, with as many decimals as it carries.
    Rate(Decimal),
    /// 41 is 41 per cent.
    Percent(Decimal),
    /// A count: days, units.
    Whole(i64),
    /// A day.
    Day(Day),
    /// A moment of the business day.
    Moment(Moment),
    /// A code: a currency, a fund, an account as people call it.
    Code(String),
    /// One of a closed set: its code, which holds in every language, and its words.
    Coded(&'static str, Said),
    /// A text that exists in both languages.
    Said(Said),
}

/// What a figure is, and whether it rests on a held price.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FigureInfo {
    /// Its name in the pack and in macros.
    pub name: &'static str,
    /// The leg of the kit that gives it; `None`: every flow has it.
    pub leg: Option<LegKind>,
    /// It is there only while a price is held.
    pub priced: bool,
    /// What its values are.
    pub kind: FigureKind,
}

/// What a figure's values are: decides how it may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureKind {
    /// [`Figure::Money`].
    Money,
    /// [`Figure::Rate`].
    Rate,
    /// [`Figure::Percent`].
    Percent,
    /// [`Figure::Whole`].
    Whole,
    /// [`Figure::Day`].
    Day,
    /// [`Figure::Moment`].
    Moment,
    /// [`Figure::Code`], [`Figure::Coded`] and [`Figure::Said`].
    Text,
}

/// A leg of the kit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub enum LegKind {
    /// Breaks a term deposit early; the money rests on the current account.
    #[serde(rename = "deposit.break")]
    DepositBreak,
    /// Buys foreign currency.
    #[serde(rename = "fx.buy")]
    FxBuy,
    /// Orders units of a fund.
    #[serde(rename = "fund.buy")]
    FundBuy,
}

impl LegKind {
    /// All of them, with their names in the pack.
    pub const ALL: [(&'static str, LegKind); 3] = [
        ("deposit.break", LegKind::DepositBreak),
        ("fx.buy", LegKind::FxBuy),
        ("fund.buy", LegKind::FundBuy),
    ];

    /// Its name in the pack.
    #[must_use]
    pub fn name(self) -> &'static str {
        LegKind::ALL.into_iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }
}

const fn of(name: &'static str, leg: Option<LegKind>, kind: FigureKind, priced: bool) -> FigureInfo {
    FigureInfo { name, leg, priced, kind }
}

const DEPOSIT: Option<LegKind> = Some(LegKind::DepositBreak);
const FX: Option<LegKind> = Some(LegKind::FxBuy);
const FUND: Option<LegKind> = Some(LegKind::FundBuy);

/// Every figure, sorted by name.
pub const FIGURES: &[FigureInfo] = &[
    of("credit_held", None, FigureKind::Text, false),
    of("current_balance", None, FigureKind::Money, false),
    of("current_label", None, FigureKind::Text, false),
    of("deposit_accrual", DEPOSIT, FigureKind::Money, false),
    of("deposit_cost", DEPOSIT, FigureKind::Money, false),
    of("deposit_days_held", DEPOSIT, FigureKind::Whole, false),
    of("deposit_days_left", DEPOSIT, FigureKind::Whole, false),
    of("deposit_interest", DEPOSIT, FigureKind::Money, false),
    of("deposit_label", DEPOSIT, FigureKind::Text, false),
    of("deposit_lapses", DEPOSIT, FigureKind::Text, false),
    of("deposit_matures", DEPOSIT, FigureKind::Day, false),
    of("deposit_net", DEPOSIT, FigureKind::Money, false),
    of("deposit_part", DEPOSIT, FigureKind::Text, false),
    of("deposit_principal", DEPOSIT, FigureKind::Money, false),
    of("deposit_rate", DEPOSIT, FigureKind::Percent, false),
    of("deposit_tax", DEPOSIT, FigureKind::Money, false),
    of("deposit_wait", DEPOSIT, FigureKind::Money, false),
    of("evidence", None, FigureKind::Text, false),
    of("fund_amount", FUND, FigureKind::Money, false),
    of("fund_code", FUND, FigureKind::Text, false),
    of("fund_cost", FUND, FigureKind::Money, true),
    of("fund_later", FUND, FigureKind::Day, false),
    of("fund_name", FUND, FigureKind::Text, false),
    of("fund_price", FUND, FigureKind::Rate, true),
    of("fund_risk", FUND, FigureKind::Whole, false),
    of("fund_settlement", FUND, FigureKind::Text, false),
    of("fund_units", FUND, FigureKind::Whole, true),
    of("fund_value_day", FUND, FigureKind::Day, false),
    of("fx_amount", FX, FigureKind::Money, false),
    of("fx_bought", FX, FigureKind::Money, true),
    of("fx_cost", FX, FigureKind::Money, true),
    of("fx_currency", FX, FigureKind::Text, false),
    of("fx_limit", FX, FigureKind::Text, false),
    of("fx_limit_left", FX, FigureKind::Money, false),
    of("fx_rate", FX, FigureKind::Rate, true),
    of("fx_rate_day", FX, FigureKind::Day, false),
    of("fx_spent", FX, FigureKind::Money, true),
    of("fx_tax", FX, FigureKind::Money, true),
    of("fx_tax_rate", FX, FigureKind::Percent, false),
    of("fx_words", FX, FigureKind::Text, false),
    of("investor_form", FUND, FigureKind::Day, false),
    of("offer_dropped", None, FigureKind::Whole, false),
    of("offer_taken", None, FigureKind::Whole, false),
    of("price_until", None, FigureKind::Moment, true),
    of("risk", FUND, FigureKind::Whole, false),
    of("stays", None, FigureKind::Money, false),
    of("stays_least", None, FigureKind::Money, false),
    of("suitability", FUND, FigureKind::Text, false),
];

/// A figure by its name.
#[must_use]
pub fn find(name: &str) -> Option<&'static FigureInfo> {
    FIGURES.iter().find(|figure| figure.name == name)
}

/// How a figure is written inside a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Money without its currency.
    Bare,
    /// Money without decimals where they are nought.
    Round,
    /// The day and month of a day.
    Short,
    /// A day or moment with the ending of `to`.
    To,
    /// Per mille in place of percent, the number alone.
    Permille,
}

/// Forms by name with the kinds that they write.
pub const FORMS: [(&str, Form, &[FigureKind]); 5] = [
    ("bare", Form::Bare, &[FigureKind::Money]),
    ("round", Form::Round, &[FigureKind::Money]),
    ("short", Form::Short, &[FigureKind::Day]),
    ("to", Form::To, &[FigureKind::Day, FigureKind::Moment]),
    ("permille", Form::Permille, &[FigureKind::Percent]),
];

impl Figure {
    /// As people read it.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Figure::Money(money) => amount::with_currency(*money, lang),
            Figure::Rate(rate) => amount::decimal(*rate, lang),
            Figure::Percent(percent) => amount::percent(*percent, lang),
            Figure::Whole(number) => amount::whole(*number, lang),
            Figure::Day(day) => date::long(*day),
            Figure::Moment(moment) => date::clock_seconds(*moment),
            Figure::Code(code) => safe::line(code),
            Figure::Coded(_, said) | Figure::Said(said) => safe::line(said.of(lang)),
        }
    }

    /// In both languages.
    #[must_use]
    pub fn said(&self) -> Said {
        Said { tr: self.say(Lang::Tr), en: self.say(Lang::En) }
    }

    /// In a form of [`FORMS`]; as [`Figure::say`] where the form does not fit the value.
    #[must_use]
    pub fn formed(&self, form: Form, lang: Lang) -> String {
        match (form, self) {
            (Form::Bare, Figure::Money(money)) => amount::bare(*money, lang),
            (Form::Round, Figure::Money(money)) => amount::round(*money, lang),
            (Form::Short, Figure::Day(day)) => date::short(*day),
            (Form::To, Figure::Day(day)) => suffix::day_to(*day, lang),
            (Form::To, Figure::Moment(moment)) => suffix::seconds_to(*moment, lang),
            (Form::Permille, Figure::Percent(percent)) => {
                amount::decimal((*percent * Decimal::TEN).normalize(), lang)
            }
            _ => self.say(lang),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_and_unique() {
        assert!(FIGURES.is_sorted_by(|left, right| left.name < right.name));
        assert!(FIGURES.iter().all(|figure| find(figure.name) == Some(figure)));
    }

    #[test]
    fn forms_by_table() {
        let day = Day::from_ymd(2026, 12, 1).unwrap();
        let until = Moment::parse_rfc3339("2026-11-24T10:44:30+03:00").unwrap();
        let money = Money::new(64_230_000, crate::money::Currency::TRY);
        for (figure, form, tr, en) in [
            (Figure::Money(money), Form::Bare, "642.300,00", "642,300.00"),
            (Figure::Money(money), Form::Round, "642.300 TL", "642,300 TRY"),
            (Figure::Day(day), Form::Short, "01.12", "01.12"),
            (Figure::Day(day), Form::To, "01.12'ye", "01.12"),
            (Figure::Moment(until), Form::To, "10:44:30'a", "10:44:30"),
            (Figure::Percent(Decimal::new(2, 1)), Form::Permille, "2", "2"),
            (Figure::Whole(86_134), Form::Bare, "86.134", "86,134"),
            (Figure::Rate(Decimal::new(432_150, 4)), Form::Bare, "43,2150", "43.2150"),
        ] {
            assert_eq!(
                (figure.formed(form, Lang::Tr).as_str(), figure.formed(form, Lang::En).as_str()),
                (tr, en)
            );
        }
    }
}
