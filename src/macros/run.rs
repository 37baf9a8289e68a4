//! One row of a macro, step by step, on a program that is run headless.

use super::{
    effort::Counter,
    ended::{Ended, Failure, Last, Played},
    fields,
    file::{Act, Check, Condition, EVIDENCE, Given, Macro, Step, Then},
    holds::{self, Bound},
    keys,
    probe::{Desk, Probe, Seen},
    value::Value,
};
use crate::{
    action::{Action, Arg},
    domain::operator::Role,
    key::Key,
    keymap::Keymap,
    text::{Message, ids::macros as id},
};

/// How often a field or a pop-up is left for an action that has no key inside it.
const LEAVES_MAX: usize = 4;

/// What a row is run with.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'p> {
    /// The keys.
    pub keymap: &'p Keymap,
    /// As what the operator works.
    pub role: Role,
    /// The longest that one step may take, in milliseconds.
    pub timeout_ms: Option<u64>,
}

/// A row that is being run.
pub struct Player<'p> {
    setting: Setting<'p>,
    bound: &'p Bound,
    pub(super) counter: Counter,
    logged: Vec<(String, Option<Seen>)>,
    last: Option<Last>,
    begun_ms: u64,
}

/// Why a step did not lead to the next.
pub(super) enum Halt {
    /// The row ends so.
    End(Ended),
    /// The step could not be done, or did not hold.
    Wrong(Message),
}

impl Macro {
    /// Runs the steps with a row's values.
    pub fn play(&self, bound: &Bound, setting: Setting<'_>, desk: &mut dyn Desk) -> Played {
        let mut player = Player::new(bound, setting, desk);
        let ended = self.steps.iter().find_map(|step| player.step(step, desk));
        let ended = ended.or_else(|| Player::unanswered(desk)).unwrap_or(Ended::Done);
        player.end(ended)
    }
}

impl<'p> Player<'p> {
    /// A row that has done nothing yet.
    pub fn new(bound: &'p Bound, setting: Setting<'p>, desk: &dyn Desk) -> Player<'p> {
        Player {
            setting,
            bound,
            counter: Counter::default(),
            logged: Vec::new(),
            last: None,
            begun_ms: desk.millis(),
        }
    }

    /// What it came to.
    #[must_use]
    pub fn end(self, ended: Ended) -> Played {
        Played { ended, effort: self.counter.effort(self.setting.role), logged: self.logged }
    }

    /// What was noted since this was last asked.
    pub fn take_logged(&mut self) -> Vec<(String, Option<Seen>)> {
        std::mem::take(&mut self.logged)
    }

    /// Does one step; `Some` where the row ends with it.
    pub fn step(&mut self, step: &Step, desk: &mut dyn Desk) -> Option<Ended> {
        let before = desk.millis();
        let done = self.act(step, desk);
        let took_ms = desk.millis().saturating_sub(before);
        let done = done.and_then(|()| self.in_time(took_ms));
        match done {
            Ok(()) => {
                if matches!(step.act, Act::Do(..) | Act::Set(..)) {
                    self.last = Some(Last { line: step.line, source: step.source.clone(), took_ms });
                }
                None
            }
            Err(Halt::End(ended)) => Some(ended),
            Err(Halt::Wrong(seen)) => Some(Ended::Failed(Box::new(self.failure(step, seen, desk)))),
        }
    }

    fn in_time(&self, took_ms: u64) -> Result<(), Halt> {
        match self.setting.timeout_ms.filter(|most| took_ms > *most) {
            Some(most) => {
                let message = Message::new(id::TOOK_LONG).with("took", took_ms).with("max", most);
                Err(Halt::Wrong(message))
            }
            None => Ok(()),
        }
    }

    fn act(&mut self, step: &Step, desk: &mut dyn Desk) -> Result<(), Halt> {
        match &step.act {
            Act::Do(action, given) => self.action(*action, given.as_ref(), desk),
            Act::Set(field, given) => self.set(field, given, desk),
            Act::Expect(check) => self.expect(check, desk),
            Act::When(check, then, why) => self.when(check, *then, why, desk),
            Act::Pause(why) => {
                if desk.hand_over(why) {
                    Ok(())
                } else {
                    Err(Halt::End(Ended::Waiting(why.clone())))
                }
            }
            Act::Log(names) => {
                for name in names {
                    let probe = desk.probe();
                    let seen = probe.figure(name).or_else(|| probe.model(name));
                    self.logged.push((name.clone(), seen));
                }
                Ok(())
            }
            Act::Advance(seconds) => {
                if desk.advance(*seconds) {
                    return Ok(());
                }
                Err(Halt::Wrong(Message::new(id::ADVANCE_REAL)))
            }
        }
    }

    /// What the bank refused and the macro did not ask about ends the row.
    #[must_use]
    pub fn unanswered(desk: &dyn Desk) -> Option<Ended> {
        let last = desk.happened().iter().rev().find(|happened| happened.message.is_some())?;
        let message = last.message.clone()?;
        Some(if last.event == "failed" { Ended::Broken(message) } else { Ended::Refused(message) })
    }

    fn begin(desk: &mut dyn Desk) -> Result<(), Halt> {
        if let Some(ended) = Player::unanswered(desk) {
            return Err(Halt::End(ended));
        }
        desk.mark();
        Ok(())
    }

    fn action(&mut self, action: Action, given: Option<&Given>, desk: &mut dyn Desk) -> Result<(), Halt> {
        Player::begin(desk)?;
        let written = given.map(|given| self.value(given)).transpose()?.map(|value| value.to_string());
        let arg = action.arg().read(written.as_deref()).map_err(|_| {
            let message = Message::new(id::ARG_UNFIT).with("action", action.name());
            Halt::Wrong(message.with("value", written.clone().unwrap_or_default()))
        })?;
        let pressed = self.reach(action, arg.as_ref(), desk);
        let posted = ["posted", "halted", "awaiting"];
        let ends = desk.happened().iter().any(|happened| posted.contains(&happened.event));
        self.counter.done(ends);
        pressed
    }

    /// Presses an action's keys; a field or a pop-up that has none for it is left first.
    fn reach(&mut self, action: Action, arg: Option<&Arg>, desk: &mut dyn Desk) -> Result<(), Halt> {
        let not_here =
            || Halt::Wrong(Message::new(id::NOT_HERE).with("action", Message::new(action.label()).said()));
        for _ in 0..LEAVES_MAX {
            if let Some(keys) = keys::of_action(self.setting.keymap, desk.probe(), action, arg) {
                self.press(&keys, desk);
                return Ok(());
            }
            let leave = [Action::LeaveField, Action::CancelFlow]
                .into_iter()
                .find_map(|leave| self.setting.keymap.shortest(leave, None, &desk.probe().contexts()));
            let Some(leave) = leave.filter(|_| in_entry(desk)) else { return Err(not_here()) };
            self.press(&leave, desk);
        }
        Err(not_here())
    }

    pub(super) fn press(&mut self, keys: &[Key], desk: &mut dyn Desk) {
        for key in keys {
            desk.press(*key);
            self.counter.key(desk.probe());
        }
    }

    /// How many keys this step has pressed.
    pub(super) fn keys_pressed(&self) -> usize {
        self.counter.pressed()
    }

    pub(super) fn keymap(&self) -> &'p Keymap {
        self.setting.keymap
    }

    fn set(&mut self, field: &str, given: &Given, desk: &mut dyn Desk) -> Result<(), Halt> {
        Player::begin(desk)?;
        let value = self.value(given)?;
        let name = if field == EVIDENCE { EVIDENCE } else { field };
        let done = fields::set(self, name, &value, desk);
        self.counter.done(false);
        done
    }

    /// The value that a step names.
    fn value(&self, given: &Given) -> Result<Value, Halt> {
        match given {
            Given::Literal(text) => Ok(Value::Text(text.clone())),
            Given::Param(name) => {
                let found =
                    self.bound.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
                found.ok_or_else(|| Halt::Wrong(Message::new(id::SEEN_NOT_THERE).with("name", name.as_str())))
            }
        }
    }

    fn expect(&mut self, check: &Check, desk: &mut dyn Desk) -> Result<(), Halt> {
        let looked = holds::look(check, self.bound, desk);
        if looked.holds {
            if matches!(&check.what, Condition::Event(name) if name == "refused") {
                desk.mark();
            }
            return Ok(());
        }
        Err(Player::unanswered(desk).map_or(Halt::Wrong(looked.seen), Halt::End))
    }

    fn when(&mut self, check: &Check, then: Then, why: &str, desk: &dyn Desk) -> Result<(), Halt> {
        if !holds::look(check, self.bound, desk).holds {
            return Ok(());
        }
        Err(Halt::End(match then {
            Then::SkipRow => Ended::Skipped(why.to_owned()),
            Then::Stop => Ended::Stopped(why.to_owned()),
        }))
    }

    fn failure(&self, step: &Step, seen: Message, desk: &dyn Desk) -> Failure {
        let probe = desk.probe();
        let rests_on = rests_on(step, probe);
        Failure {
            line: step.line,
            source: step.source.clone(),
            seen,
            rests_on,
            last: self.last.clone(),
            screen: probe.screen(),
            at_ms: desk.millis().saturating_sub(self.begun_ms),
            dump: desk.draw(),
        }
    }
}

/// What a value may have come about from: the screen's fields, and figures of the same kind.
fn rests_on(step: &Step, probe: &dyn Probe) -> Vec<(String, Seen)> {
    let asked = if let Act::Expect(Check { what: Condition::Field(name, ..), .. }) = &step.act {
        Some(name.as_str())
    } else {
        None
    };
    let kind = asked.and_then(|name| probe.figure(name)).map(|seen| std::mem::discriminant(&seen));
    let with = |name: String| probe.figure(&name).map(|seen| (name, seen));
    let fields = probe.fields().into_iter().filter_map(|field| with(field.id));
    let figures = probe.figures().into_iter().filter_map(with);
    let alike = figures.filter(|(_, seen)| Some(std::mem::discriminant(seen)) == kind);
    fields.chain(alike).filter(|(name, _)| Some(name.as_str()) != asked).collect()
}

/// The keys go into an entry field or a pop-up.
fn in_entry(desk: &dyn Desk) -> bool {
    desk.probe().is_covered() || desk.probe().contexts().iter().any(|context| context.takes_text())
}
