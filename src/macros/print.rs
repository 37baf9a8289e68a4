//! A macro as text again, in one canonical form.

use std::fmt;

use super::{
    file::{Act, COMPARES, Check, Compare, Condition, EVIDENCE, Given, Limits, Macro, Param, Preset, ROLES},
    file::{StoryPart, Then},
    head::{HEAD, ROWS_MAX},
    token::{is_bare, quoted},
    value::Value,
};

impl fmt::Display for Macro {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEAD}")?;
        for param in &self.params {
            writeln!(f, "{param}")?;
        }
        if self.rows {
            writeln!(f, "rows from csv")?;
        }
        self.limits.fmt(f)?;
        self.steps.iter().try_for_each(|step| writeln!(f, "{}", step.act))
    }
}

impl fmt::Display for Limits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows = (self.rows != ROWS_MAX).then(|| format!("rows {}", self.rows));
        let rate = self.per_minute.map(|rate| format!("rate {rate}/min"));
        let role = self.role.and_then(|role| ROLES.iter().find(|(_, known)| *known == role));
        let role = role.map(|(name, _)| format!("as {name}"));
        let parts: Vec<String> = [rows, rate, role].into_iter().flatten().collect();
        if !parts.is_empty() {
            writeln!(f, "limit {}", parts.join(", "))?;
        }
        match self.timeout_ms {
            Some(length) => writeln!(f, "timeout {length}ms"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Param {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "param {} : {}", self.name, self.kind)?;
        match &self.default {
            Some(Preset::Value(Value::Text(text))) => write!(f, " = {}", quoted(text))?,
            Some(Preset::Value(value)) => write!(f, " = {value}")?,
            Some(Preset::Story { story, part }) => {
                let part = match part {
                    StoryPart::Customer => "",
                    StoryPart::Deposit => ".deposit",
                    StoryPart::Order => ".order",
                };
                write!(f, " = story({}){part}", quoted(story))?;
            }
            None => {}
        }
        self.min.as_ref().map_or(Ok(()), |min: &Value| write!(f, " min {min}"))
    }
}

impl fmt::Display for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Act::Do(action, None) => action.fmt(f),
            Act::Do(action, Some(given)) => write!(f, "{action} {given}"),
            Act::Set(field, given) if field == EVIDENCE => write!(f, "set {EVIDENCE} = {given}"),
            Act::Set(field, given) => write!(f, "set field {field} = {given}"),
            Act::Expect(check) => write!(f, "expect {check}"),
            Act::When(check, Then::SkipRow, why) => write!(f, "when {check}: skip row {}", quoted(why)),
            Act::When(check, Then::Stop, why) => write!(f, "when {check}: stop {}", quoted(why)),
            Act::Pause(why) => write!(f, "pause {}", quoted(why)),
            Act::Log(names) => write!(f, "log {}", names.join(", ")),
            Act::Advance(seconds) => write!(f, "advance {seconds}s"),
        }
    }
}

impl fmt::Display for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.negated {
            f.write_str("no ")?;
        }
        match &self.what {
            Condition::Model(path, compare, given) => write!(f, "model {path} {compare} {given}")?,
            Condition::Field(name, compare, given) => write!(f, "field {name} {compare} {given}")?,
            Condition::Screen(name) => write!(f, "screen {name}")?,
            Condition::Alert { severity, code } => {
                f.write_str("alert")?;
                for (word, value) in [("severity", severity), ("code", code)] {
                    if let Some(value) = value {
                        write!(f, " {word} {}", quoted(value))?;
                    }
                }
            }
            Condition::Event(name) => write!(f, "event {name}")?,
            Condition::Text(label, regex) => write!(f, "text {} ~ /{regex}/", quoted(label))?,
        }
        self.within_ms.map_or(Ok(()), |length| write!(f, " within {length}ms"))
    }
}

impl fmt::Display for Compare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(COMPARES.iter().find(|(_, known)| known == self).map_or("==", |(sign, _)| sign))
    }
}

impl fmt::Display for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Given::Param(name) => write!(f, "${name}"),
            Given::Literal(text) => f.write_str(&literal(text)),
        }
    }
}

fn literal(text: &str) -> String {
    if is_bare(text) { text.to_owned() } else { quoted(text) }
}
