//! Values by the day from which they hold.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::{money::Money, time::Day};

/// A value in force from a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Whole(i64),
    Decimal(Decimal),
    Money(Money),
    /// Decimals by an upper bound, ascending; the last has none.
    Bands(Vec<(Option<i64>, Decimal)>),
}

/// A parameter with its values by first day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Parameter {
    pub(super) unit: Option<String>,
    pub(super) values: Vec<(Day, Value)>,
    /// Whether nothing was wrong with it: else some of its values are not here.
    pub(super) sound: bool,
}

/// All parameters by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::pack) struct Parameters(pub(super) BTreeMap<String, Parameter>);

/// What a parameter holds, as authored files of the layers above ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParameterKind {
    /// A whole number: days, hours, seconds, a count, a time of day.
    Whole,
    /// A percentage or per mille.
    Decimal,
    /// A percentage by size.
    Bands,
    /// An amount.
    Money,
}

impl Parameters {
    fn on(&self, name: &str, day: Day) -> Option<&Value> {
        let values = &self.0.get(name)?.values;
        let (_, value) = values.iter().rev().find(|(from, _)| *from <= day)?;
        Some(value)
    }

    pub(in crate::pack) fn whole(&self, name: &str, day: Day) -> Option<i64> {
        match self.on(name, day)? {
            Value::Whole(number) => Some(*number),
            Value::Decimal(_) | Value::Money(_) | Value::Bands(_) => None,
        }
    }

    pub(in crate::pack) fn decimal(&self, name: &str, day: Day) -> Option<Decimal> {
        match self.on(name, day)? {
            Value::Decimal(number) => Some(*number),
            Value::Whole(_) | Value::Money(_) | Value::Bands(_) => None,
        }
    }

    pub(in crate::pack) fn money(&self, name: &str, day: Day) -> Option<Money> {
        match self.on(name, day)? {
            Value::Money(money) => Some(*money),
            Value::Whole(_) | Value::Decimal(_) | Value::Bands(_) => None,
        }
    }

    pub(in crate::pack) fn banded(&self, name: &str, size: i64, day: Day) -> Option<Decimal> {
        match self.on(name, day)? {
            Value::Bands(bands) => {
                let fits = |bound: &Option<i64>| bound.is_none_or(|bound| size <= bound);
                bands.iter().find(|(bound, _)| fits(bound)).map(|(_, value)| *value)
            }
            Value::Whole(_) | Value::Decimal(_) | Value::Money(_) => None,
        }
    }

    /// What a parameter's values are, if the pack has it with at least one value.
    pub(in crate::pack) fn kind(&self, name: &str) -> Option<ParameterKind> {
        self.0.get(name)?.values.last().map(|(_, value)| match value {
            Value::Whole(_) => ParameterKind::Whole,
            Value::Decimal(_) => ParameterKind::Decimal,
            Value::Money(_) => ParameterKind::Money,
            Value::Bands(_) => ParameterKind::Bands,
        })
    }

    /// Its unit as authored, if the pack has it.
    pub(in crate::pack) fn unit(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.unit.as_deref()
    }

    /// Whether the pack has it, but not as it was meant.
    pub(in crate::pack) fn is_faulty(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(|parameter| !parameter.sound)
    }

    /// The days from which another value holds, in order.
    pub(in crate::pack) fn days(&self, name: &str) -> impl Iterator<Item = Day> {
        self.0.get(name).into_iter().flat_map(|parameter| &parameter.values).map(|(from, _)| *from)
    }

    /// Every number that it holds but amounts, each with its first day; every band's.
    pub(in crate::pack) fn numbers(&self, name: &str) -> Vec<(Day, Decimal)> {
        let values = self.0.get(name).into_iter().flat_map(|parameter| &parameter.values);
        let of_value = |(from, value): &(Day, Value)| -> Vec<(Day, Decimal)> {
            match value {
                Value::Whole(number) => vec![(*from, Decimal::from(*number))],
                Value::Decimal(number) => vec![(*from, *number)],
                Value::Bands(bands) => bands.iter().map(|(_, number)| (*from, *number)).collect(),
                Value::Money(_) => Vec::new(),
            }
        };
        values.flat_map(of_value).collect()
    }

    /// All names, in order.
    pub(in crate::pack) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}
