//! What the lines of a macro say of each other, and of what the bank has.

use super::{
    file::{Act, Check, Condition, EVIDENCE, Given, MODEL_PATHS, Macro, Param, Preset, SCREENS, Step},
    line::unknown,
    read::{FlowNames, Vocabulary, fault},
    token::Wrong,
    value::Kind,
};
use crate::{
    action::Action,
    pack::{Faults, PackFile},
    text::{Message, ids::macros as id},
};

/// Checks a whole macro.
pub(super) fn whole(found: &Macro, file: &PackFile, known: &Vocabulary, faults: &mut Faults) {
    for param in &found.params {
        if let Err(wrong) = parameter(param, found, file, known) {
            faults.add(fault(file, param.line, wrong));
        }
    }
    steps(&found.steps, &found.params, (file, known), faults);
}

fn parameter(param: &Param, found: &Macro, file: &PackFile, known: &Vocabulary) -> Result<(), Wrong> {
    let column = |wanted: &str| column(file, param.line, wanted);
    if param.default.is_none() && !found.rows {
        let message = Message::new(id::PARAM_EMPTY).with("name", param.name.as_str());
        return Err(Wrong::at(column(&param.name), message));
    }
    if let Some(Preset::Story { story, .. }) = &param.default
        && !known.stories.is_empty()
        && !known.stories.contains(story)
    {
        return Err(unknown(column(story), story, known.stories.iter().map(String::as_str)));
    }
    Ok(())
}

/// The column of a text in a line, from 1.
fn column(file: &PackFile, line: usize, wanted: &str) -> usize {
    let text = file.text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let before = text.find(wanted).and_then(|at| text.get(..at));
    before.map_or(1, |before| before.chars().count() + 1)
}

/// Checks steps against their parameters and the bank's names.
pub(super) fn steps(
    steps: &[Step],
    params: &[Param],
    (file, known): (&PackFile, &Vocabulary),
    faults: &mut Faults,
) {
    let mut flow: Option<&FlowNames> = None;
    let mut started = false;
    for step in steps {
        if let Act::Do(Action::StartFlow, Some(Given::Literal(name))) = &step.act {
            flow = known.flows.iter().find(|flow| flow.name == *name);
            if std::mem::replace(&mut started, true) {
                // a row is posted once, by its one flow
                faults.add(fault(file, step.line, Wrong::at(1, Message::new(id::START_ONCE))));
            }
        }
        let looks = Looks { step, params, known, flow, file };
        if let Err(wrong) = looks.check() {
            faults.add(fault(file, step.line, wrong));
        }
    }
}

/// A step with what it is checked against.
struct Looks<'c> {
    step: &'c Step,
    params: &'c [Param],
    known: &'c Vocabulary,
    flow: Option<&'c FlowNames>,
    file: &'c PackFile,
}

impl Looks<'_> {
    fn at(&self, wanted: &str) -> usize {
        column(self.file, self.step.line, wanted)
    }

    fn check(&self) -> Result<(), Wrong> {
        match &self.step.act {
            Act::Do(action, given) => self.action(*action, given.as_ref()),
            Act::Set(field, given) => self.set(field, given),
            Act::Expect(check) | Act::When(check, ..) => self.condition(check),
            Act::Log(names) => names.iter().try_for_each(|name| self.logged(name)),
            Act::Pause(_) | Act::Advance(_) => Ok(()),
        }
    }

    /// The parameter that a value names.
    fn param(&self, given: &Given) -> Result<Option<&Param>, Wrong> {
        let Given::Param(name) = given else { return Ok(None) };
        let found = self.params.iter().find(|param| param.name == *name);
        found.map(Some).ok_or_else(|| {
            let names = self.params.iter().map(|param| param.name.as_str());
            unknown(self.at(&format!("${name}")), name, names)
        })
    }

    fn action(&self, action: Action, given: Option<&Given>) -> Result<(), Wrong> {
        let Some(given) = given else { return Ok(()) };
        if let Some(param) = self.param(given)?
            && action == Action::OpenCustomer
            && param.kind != Kind::Customer
        {
            return Err(self.kind(param, Kind::Customer));
        }
        match given {
            Given::Literal(name) if action == Action::StartFlow => self.known_flow(name),
            Given::Literal(_) | Given::Param(_) => Ok(()),
        }
    }

    fn kind(&self, param: &Param, wanted: Kind) -> Wrong {
        let message = Message::new(id::PARAM_KIND)
            .with("name", param.name.as_str())
            .with("found", param.kind.to_string())
            .with("wanted", wanted.to_string());
        Wrong::at(self.at(&format!("${}", param.name)), message)
    }

    fn known_flow(&self, name: &str) -> Result<(), Wrong> {
        let names = || self.known.flows.iter().map(|flow| flow.name.as_str());
        if self.known.flows.is_empty() || names().any(|known| known == name) {
            return Ok(());
        }
        Err(unknown(self.at(name), name, names()))
    }

    fn set(&self, field: &str, given: &Given) -> Result<(), Wrong> {
        let param = self.param(given)?;
        if field == EVIDENCE {
            let order = match (param, given) {
                (Some(param), _) => param.kind == Kind::Order,
                (None, Given::Literal(text)) => Kind::Order.read(text).is_some(),
                (None, Given::Param(_)) => true,
            };
            let wrong = || Wrong::at(self.at("="), Message::new(id::EVIDENCE_ORDER));
            return if order { Ok(()) } else { Err(wrong().with_help(Message::new(id::HELP_EVIDENCE))) };
        }
        self.flow.map_or(Ok(()), |flow| {
            if flow.fields.iter().any(|known| known == field) {
                return Ok(());
            }
            Err(unknown(self.at(field), field, flow.fields.iter().map(String::as_str)))
        })
    }

    fn condition(&self, check: &Check) -> Result<(), Wrong> {
        match &check.what {
            Condition::Model(_, _, given) => self.param(given).map(|_| ()),
            Condition::Field(name, _, given) => {
                self.param(given)?;
                self.field(name)
            }
            Condition::Screen(name) => self.screen(name),
            Condition::Alert { .. } | Condition::Event(_) | Condition::Text(..) => Ok(()),
        }
    }

    fn field(&self, name: &str) -> Result<(), Wrong> {
        self.named(name, &[])
    }

    /// A field or figure of the flow; `others` could have been meant too.
    fn named(&self, name: &str, others: &[&str]) -> Result<(), Wrong> {
        let Some(flow) = self.flow else { return Ok(()) };
        let names = || {
            let own = flow.fields.iter().chain(&flow.figures).map(String::as_str);
            own.chain(others.iter().copied())
        };
        if names().any(|known| known == name) { Ok(()) } else { Err(unknown(self.at(name), name, names())) }
    }

    /// `customer`, or `NAME/N` of a flow.
    fn screen(&self, name: &str) -> Result<(), Wrong> {
        let Some((flow, step)) = name.split_once('/') else {
            let known = SCREENS.contains(&name);
            return if known { Ok(()) } else { Err(unknown(self.at(name), name, SCREENS)) };
        };
        self.known_flow(flow)?;
        let most =
            self.known.flows.iter().find(|known| known.name == flow).map_or(u8::MAX, |flow| flow.screens);
        match step.parse::<u8>() {
            Ok(step) if (1..=most).contains(&step) => Ok(()),
            _ => {
                let message = Message::new(id::SCREEN_STEP).with("name", name);
                Err(Wrong::at(self.at(name), message))
            }
        }
    }

    fn logged(&self, name: &str) -> Result<(), Wrong> {
        if MODEL_PATHS.contains(&name) { Ok(()) } else { self.named(name, &MODEL_PATHS) }
    }
}
