//! How much work a flow is for the person at the keys.
//!
//! Keystroke-level model: Card, Moran and Newell, "The keystroke-level model for user performance time with
//! interactive systems", 1980: K a key, 1.35 s to make up one's mind.

use std::collections::BTreeSet;

use crate::domain::operator::Role;

use super::probe::{FieldKind, FieldSeen, Probe};

/// What a run of a flow took; without a flow only the keys are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Effort {
    /// Changes of the flow's step that were shown.
    pub screens: usize,
    /// Pop-ups that opened over it.
    pub popups: usize,
    /// Keys from the flow's first one.
    pub keys: usize,
    /// Fields set by keys, by entry or by choice.
    pub typed: usize,
    /// Fields filled from what the bank knows, or from an earlier step.
    pub carried: usize,
    /// Entries whose value was typed before in this run, or that the flow knows from elsewhere.
    pub typed_twice: usize,
    /// How often the flow was left to read another screen.
    pub lookups_outside: usize,
    /// Milliseconds that a practised person needs.
    pub klm_ms: u64,
}

/// Milliseconds for a key: an average typist, and a good one at a counter.
const KEY_MS_AGENT: u64 = 280;
const KEY_MS_TELLER: u64 = 200;
/// Milliseconds to make up one's mind.
const MIND_MS: u64 = 1_350;

/// How far the flow is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Stage {
    /// None is open yet.
    #[default]
    Before,
    /// It is open.
    Open,
    /// It came to its end.
    Ended,
}

/// Counts while a row runs.
#[derive(Debug, Clone, Default)]
pub(super) struct Counter {
    found: Effort,
    /// Keys of the action that is being done.
    pressed: usize,
    stage: Stage,
    step: Option<(String, u8)>,
    covered: bool,
    outside: bool,
    /// Choices and screens whose next key is not forced.
    minds: u64,
    set: BTreeSet<String>,
    filled: BTreeSet<String>,
    entered: Vec<String>,
}

impl Counter {
    /// A key was pressed; `probe` says what came of it.
    pub(super) fn key(&mut self, probe: &dyn Probe) {
        self.pressed += 1;
        let covered = probe.is_covered();
        let opened = covered && !self.covered && self.step.is_some() && self.stage != Stage::Ended;
        self.found.popups += usize::from(opened);
        self.covered = covered;
        if self.stage != Stage::Ended {
            self.see(probe);
        }
    }

    /// Looks at the step that is shown.
    fn see(&mut self, probe: &dyn Probe) {
        let Some(step) = probe.step() else {
            self.outside = self.step.is_some();
            return;
        };
        // whoever comes back has read something elsewhere
        self.found.lookups_outside += usize::from(std::mem::take(&mut self.outside));
        self.filled.extend(filled(&probe.fields()));
        if self.step.as_ref() != Some(&step) {
            self.found.screens += 1;
            self.minds += 1;
            self.step = Some(step);
        }
    }

    /// The keys of the action that is being done.
    pub(super) fn pressed(&self) -> usize {
        self.pressed
    }

    /// An action is done; `ends` with the flow. The keys of the action that opened the flow are its first.
    pub(super) fn done(&mut self, ends: bool) {
        let pressed = std::mem::take(&mut self.pressed);
        match self.stage {
            Stage::Before if self.step.is_some() => {
                self.stage = Stage::Open;
                self.found.keys = pressed;
            }
            Stage::Before | Stage::Open => self.found.keys += pressed,
            Stage::Ended => {}
        }
        if ends && self.stage == Stage::Open {
            self.stage = Stage::Ended;
        }
    }

    /// A field was set by keys; `again` where the bank had filled it with this already.
    pub(super) fn set(&mut self, field: &FieldSeen, again: bool) {
        self.minds += 1;
        self.set.insert(field.id.clone());
        if field.kind != FieldKind::Entry {
            return;
        }
        self.found.typed_twice += usize::from(again || self.entered.contains(&field.value));
        self.entered.push(field.value.clone());
    }

    /// What it came to.
    pub(super) fn effort(&self, role: Role) -> Effort {
        let key = if role == Role::Teller { KEY_MS_TELLER } else { KEY_MS_AGENT };
        let keys = u64::try_from(self.found.keys).unwrap_or(u64::MAX);
        Effort {
            typed: self.set.len(),
            carried: self.filled.difference(&self.set).count(),
            klm_ms: keys.saturating_mul(key).saturating_add(self.minds.saturating_mul(MIND_MS)),
            ..self.found
        }
    }
}

/// Fields that stand filled.
fn filled(fields: &[FieldSeen]) -> Vec<String> {
    let fields = fields.iter().filter(|field| field.kind != FieldKind::Shown && !field.value.is_empty());
    fields.map(|field| field.id.clone()).collect()
}
