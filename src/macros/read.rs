//! A whole file: line by line, then what the lines say of each other.

use super::{
    acts, check,
    file::{Act, Limits, Macro, Param, Step},
    head::{self, HEAD, PARAMS_MAX},
    line::Line,
    token::Wrong,
};
use crate::{
    pack::{Fault, Faults, PackFile},
    text::{Message, ids::macros as id},
};

/// The most lines of a macro, comments and all.
pub const LINES_MAX: usize = 1_000;

/// What the bank's pack and this installation have, for names that a macro uses.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vocabulary {
    /// Flows with how many screens each has, and its fields and figures by name.
    pub flows: Vec<FlowNames>,
    /// The demo bank's stories.
    pub stories: Vec<String>,
}

/// The names of a flow.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FlowNames {
    /// Its own.
    pub name: String,
    /// How many screens it has.
    pub screens: u8,
    /// Fields that may be set.
    pub fields: Vec<String>,
    /// Figures that may be asked for.
    pub figures: Vec<String>,
}

/// What was read so far.
#[derive(Default)]
struct Reading {
    params: Vec<Param>,
    rows: bool,
    limits: Limits,
    limited: bool,
    steps: Vec<Step>,
    /// A line was not understood: what is missing may stand there.
    faulty: bool,
}

/// Reads and checks a macro: every fault at once.
///
/// # Errors
/// The faults, in the order of lines.
pub fn read(file: &PackFile, known: &Vocabulary) -> Result<Macro, Vec<Fault>> {
    let mut faults = Faults::default();
    let mut reading = Reading::default();
    let lines = file.text.lines();
    if file.text.lines().next().map(str::trim_end) != Some(HEAD) {
        let wrong = Wrong::at(1, Message::new(id::HEAD_MISSING).with("head", HEAD));
        faults.add(fault(file, 1, wrong));
    }
    for (at, text) in lines.enumerate().map(|(at, text)| (at + 1, text)) {
        if at > LINES_MAX {
            faults.add(fault(file, at, Wrong::at(1, Message::new(id::LINES_MANY).with("max", LINES_MAX))));
            break;
        }
        if let Err(wrong) = one(&mut reading, at, text) {
            reading.faulty = true;
            faults.add(fault(file, at, wrong));
        }
    }
    if reading.steps.is_empty() && !reading.faulty {
        faults.add(fault(file, 1, Wrong::at(1, Message::new(id::NO_STEPS))));
    }
    let found = Macro {
        file: file.name.clone(),
        hash: *blake3::hash(file.text.as_bytes()).as_bytes(),
        params: reading.params,
        rows: reading.rows,
        limits: reading.limits,
        steps: reading.steps,
    };
    check::whole(&found, file, known, &mut faults);
    faults.settle(Some(found))
}

/// One step as it is given at a terminal or by another program; parameters are not known there.
///
/// # Errors
/// What is wrong with it.
pub fn step(text: &str, known: &Vocabulary) -> Result<Option<Step>, Box<Fault>> {
    let file = PackFile { name: "-".to_owned(), text: text.to_owned() };
    let mut faults = Faults::default();
    let mut reading = Reading::default();
    if let Err(wrong) = one(&mut reading, 1, text) {
        return Err(Box::new(fault(&file, 1, wrong)));
    }
    let bounds = reading.limited || reading.limits.timeout_ms.is_some();
    if !reading.params.is_empty() || reading.rows || bounds {
        return Err(Box::new(fault(&file, 1, Wrong::at(1, Message::new(id::HEAD_HERE)))));
    }
    check::steps(&reading.steps, &[], (&file, known), &mut faults);
    match faults.settle(Some(reading.steps)) {
        Ok(mut steps) => Ok(steps.pop()),
        Err(found) => found.into_iter().next().map_or(Ok(None), |fault| Err(Box::new(fault))),
    }
}

pub(super) fn fault(file: &PackFile, line: usize, wrong: Wrong) -> Fault {
    let Wrong { column, message, help } = wrong;
    Fault { file: file.name.clone(), line, column, message, help }
}

fn one(reading: &mut Reading, at: usize, text: &str) -> Result<(), Wrong> {
    let mut line = Line::new(text)?;
    if line.is_empty() {
        return Ok(());
    }
    let (first, column) = line.word(id::WANTED_STEP)?;
    if !["param", "rows", "limit", "timeout"].contains(&first.as_str()) {
        let act = acts::act(&mut line, &first, column)?;
        reading.steps.push(Step { line: at, source: source(text), act });
        return Ok(());
    }
    if !reading.steps.is_empty() {
        return Err(Wrong::at(column, Message::new(id::HEAD_LATE).with("word", first)));
    }
    match first.as_str() {
        "param" => param(reading, &mut line, at),
        "rows" => {
            if !line.takes("from") || !line.takes("csv") {
                return Err(line.unexpected(id::WANTED_CSV));
            }
            once(reading.rows, column, &first)?;
            reading.rows = true;
            line.end()
        }
        "limit" => {
            once(reading.limited, column, &first)?;
            reading.limited = true;
            head::limit(&mut line, &mut reading.limits)
        }
        _ => {
            once(reading.limits.timeout_ms.is_some(), column, &first)?;
            reading.limits.timeout_ms = Some(line.duration()?);
            line.end()
        }
    }
}

fn once(already: bool, column: usize, word: &str) -> Result<(), Wrong> {
    if already { Err(Wrong::at(column, Message::new(id::TWICE).with("word", word))) } else { Ok(()) }
}

fn param(reading: &mut Reading, line: &mut Line, at: usize) -> Result<(), Wrong> {
    let column = line.column();
    let param = head::param(line, at)?;
    if let Some(first) = reading.params.iter().find(|known| known.name == param.name) {
        let message = Message::new(id::PARAM_TWICE).with("name", param.name).with("line", first.line);
        return Err(Wrong::at(column, message));
    }
    if reading.params.len() == PARAMS_MAX {
        return Err(Wrong::at(column, Message::new(id::PARAMS_MANY).with("max", PARAMS_MAX)));
    }
    reading.params.push(param);
    Ok(())
}

/// The line without its comment.
fn source(text: &str) -> String {
    let (mut quoted, mut escaped) = (false, false);
    let end = text.char_indices().find(|(_, c)| {
        if *c == '"' && !escaped {
            quoted = !quoted;
        }
        escaped = *c == '\\' && !escaped;
        *c == '#' && !quoted
    });
    text.get(..end.map_or(text.len(), |(at, _)| at)).unwrap_or(text).trim().to_owned()
}

impl Macro {
    /// Whether it moves business time on.
    #[must_use]
    pub fn advances(&self) -> bool {
        self.steps.iter().any(|step| matches!(step.act, Act::Advance(_)))
    }

    /// Its file's name without folder and ending.
    #[must_use]
    pub fn name(&self) -> &str {
        let plain = self.file.rsplit('/').next().unwrap_or(&self.file);
        plain.strip_suffix(".tkm").unwrap_or(plain)
    }
}
