//! Conditions: CEL over features, checked when a pack is loaded and kept as one expression a conjunct, so
//! the one that failed can be named.
//!
//! What is missing makes a comparison unknown, and an unknown conjunct does not hold; `&&` and `||` go by
//! CEL's own rules (`false && unknown` is false, `true || unknown` is true). `has(feature)` asks whether a
//! value is known.

pub(super) use check::kind_said;

mod check;
mod signs;
mod words;

use std::{fmt, sync::Arc};

use cel::{
    Context, Env, ExecutionError, IdedExpr, Value as CelValue,
    common::{
        ast::SourceInfo,
        types::{CelBool, CelInt, CelString},
        value::CowVal,
    },
    context::VariableResolver,
    parser::ParseErrors,
};

use super::features::{Feature, Features, Kind, Value};
use crate::{
    pack::{
        Faults, Words,
        document::{Spot, Text},
        fault::told,
    },
    text::{Message, Said, ids::pack as id},
};

/// The longest condition, in characters.
pub const CONDITION_CHARS_MAX: usize = 2_000;

/// How deep a condition may nest (see `signs::depth`). The CEL parser's own limit of 96 rules comes too late:
/// 14 nested brackets or a chain of 55 operators overflow a thread's stack of 2 MiB in a debug build, and end
/// the whole program.
pub const CONDITION_DEPTH_MAX: usize = 28;

/// Marks the question whether a feature is known, in the names that an expression reads.
const KNOWN_MARK: char = '?';

/// A checked condition.
#[derive(Debug)]
pub(super) struct Condition {
    conjuncts: Vec<Conjunct>,
}

/// One top-level conjunct.
pub(super) struct Conjunct {
    /// As the pack writes it.
    pub(super) text: String,
    /// In words.
    pub(super) said: Said,
    /// The features it reads with their labels, each once, in the order of reading.
    pub(super) reads: Vec<(&'static Feature, Said)>,
    expression: IdedExpr,
}

impl fmt::Debug for Conjunct {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// What came of a conjunct.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It holds.
    Held,
    /// It does not hold.
    Failed,
    /// It needs a feature that is missing.
    Unknown,
    /// It could not be computed: a number grew too large.
    Broken,
}

/// What conditions are parsed and evaluated with.
pub(super) struct Machine {
    parsing: Env,
    evaluating: Arc<Env>,
    /// What codes are called where conditions are said in words.
    words: Words,
}

impl fmt::Debug for Machine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Machine")
    }
}

impl Machine {
    pub(super) fn new(words: Words) -> Machine {
        Machine {
            words,
            // without macros, so every call is seen and checked as it is written
            parsing: Env::default().with_optional_support(false),
            evaluating: Arc::new(Env::default().with_optional_support(false).with_stdlib()),
        }
    }

    /// Checks a condition; its faults stand at their place in the file.
    pub(super) fn compile(&self, text: Text<'_>, faults: &mut Faults) -> Option<Condition> {
        if text.text.chars().count() > CONDITION_CHARS_MAX {
            let message = told(id::CONDITION_LONG, "max", CONDITION_CHARS_MAX);
            faults.add(text.spot.fault(message));
            return None;
        }
        if signs::depth(text.text) > CONDITION_DEPTH_MAX {
            faults.add(text.spot.fault(Message::new(id::CONDITION_DEEP)));
            return None;
        }
        let (expression, source) = match self.parse(text.text) {
            Ok(parsed) => parsed,
            Err(errors) => {
                syntax_fault(text, &errors, faults);
                return None;
            }
        };
        let mut checker = check::Checker::new(text, &source, faults);
        let kind = checker.kind_of(&expression)?;
        if kind != check::Checked::Of(Kind::Flag) {
            let message = told(id::CONDITION_NOT_FLAG, "found", kind.said());
            faults.add(text.spot.fault(message));
            return None;
        }
        let parts = signs::conjuncts(text.text);
        let conjuncts: Option<Vec<Conjunct>> = parts.into_iter().map(|part| self.conjunct(part)).collect();
        conjuncts.map(|conjuncts| Condition { conjuncts })
    }

    fn parse(&self, text: &str) -> Result<(IdedExpr, SourceInfo), ParseErrors> {
        self.parsing.parser().parse_with_source_info(text)
    }

    /// A part of a condition that was checked as a whole.
    fn conjunct(&self, text: &str) -> Option<Conjunct> {
        let (expression, _) = self.parse(text).ok()?;
        let mut reads = Vec::new();
        let expression = check::lower(expression, &mut reads);
        Some(Conjunct {
            text: text.to_owned(),
            said: words::said(&expression, &self.words),
            reads: reads.into_iter().map(|read| (read, read.name_said())).collect(),
            expression,
        })
    }

    /// What the conditions of one customer are evaluated in.
    pub(super) fn context<'p, 'v: 'p>(&self, names: &'v Names<'_>) -> Context<'p, 'v> {
        let mut context = Context::with_env(Arc::clone(&self.evaluating));
        context.set_variable_resolver(names);
        context
    }
}

impl Condition {
    /// What came of each conjunct.
    pub(super) fn outcomes(&self, context: &Context<'_, '_>) -> Vec<(&Conjunct, Outcome)> {
        let conjuncts = self.conjuncts.iter();
        conjuncts.map(|conjunct| (conjunct, outcome(&conjunct.expression, context))).collect()
    }
}

fn outcome(expression: &IdedExpr, context: &Context<'_, '_>) -> Outcome {
    match CelValue::resolve(expression, context) {
        Ok(CelValue::Bool(true)) => Outcome::Held,
        Ok(CelValue::Bool(false)) => Outcome::Failed,
        Err(ExecutionError::UndeclaredReference(_)) => Outcome::Unknown,
        Ok(_) | Err(_) => Outcome::Broken,
    }
}

/// Features as CEL sees them: whole numbers, yes or no, and texts. A missing one is not declared.
pub(super) struct Names<'f>(pub(super) &'f Features);

impl VariableResolver for Names<'_> {
    fn resolve<'b>(&'b self, variable: &str) -> Option<CowVal<'b, 'b>> {
        if let Some(name) = variable.strip_prefix(KNOWN_MARK) {
            return Some(CowVal::owned(CelBool::from(self.0.get(name).is_some())));
        }
        Some(match self.0.get(variable)? {
            Value::Whole(number) => CowVal::owned(CelInt::from(*number)),
            Value::Money(money) => CowVal::owned(CelInt::from(money.minor)),
            Value::Day(day) => CowVal::owned(CelInt::from(i64::from(day.number()))),
            Value::Flag(flag) => CowVal::owned(CelBool::from(*flag)),
            Value::Text(text) | Value::Named(text, _) => CowVal::owned(CelString::from(text.as_str())),
        })
    }
}

/// The first error only: what follows it is mostly its consequence.
fn syntax_fault(text: Text<'_>, errors: &ParseErrors, faults: &mut Faults) {
    let (line, column) = errors.errors.first().map_or((1, 1), |error| error.pos);
    let at = index_of(text.text, line, column);
    let found: String = text.text.chars().skip(at).collect();
    let word = first_word(&found);
    let fault = spot_of(text, at).fault(match word {
        "" => Message::new(id::CONDITION_END),
        word => told(id::CONDITION_SYNTAX, "found", word),
    });
    let help = match word {
        "=" => Some(Message::new(id::HELP_EQUALS)),
        "and" | "or" | "not" | "ve" | "veya" | "değil" | "&" | "|" => Some(Message::new(id::HELP_LOGIC)),
        _ => None,
    };
    faults.add(fault.with_help(help));
}

fn spot_of(text: Text<'_>, index: usize) -> Spot<'_> {
    text.spot_of(index)
}

/// A word, or one sign.
fn first_word(text: &str) -> &str {
    let text = text.trim_start();
    let length = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    let sign = text.chars().next().map_or(0, char::len_utf8);
    text.get(..length.max(sign)).unwrap_or_default()
}

/// The index of a line and column (both from 1, in characters).
fn index_of(text: &str, line: isize, column: isize) -> usize {
    let line = usize::try_from(line).unwrap_or(1).max(1);
    let column = usize::try_from(column).unwrap_or(1).max(1);
    let before = text.split_inclusive('\n').take(line - 1);
    before.map(|line| line.chars().count()).sum::<usize>() + column - 1
}

#[cfg(test)]
mod tests;
