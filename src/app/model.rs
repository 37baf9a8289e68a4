//! The whole state of a session.

use std::{collections::VecDeque, sync::Arc};

use super::{
    flow::{FlowPlace, Reading, Shelf, Sight},
    place::{CustomerPlace, Over, Place},
    start::{Start, StartFocus},
};
use crate::{
    action::{Action, Arg, Context},
    domain::CustomerNo,
    key::Key,
    keymap::{Keymap, Menu, Resolved},
    request::{Caller, Effect, Request, listing::ProductGroup, reveal::Revealed},
    text::{Lang, Message},
    time::Moment,
};

/// The most keys and pastes that wait for an answer.
pub const INPUTS_WAITING_MAX: usize = 256;

/// How much is drawn with colour. Meaning never rests on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Bold only.
    #[default]
    Mono,
    /// One accent colour for titles and the marker.
    Accent,
}

impl Theme {
    /// All of them.
    pub const ALL: [Theme; 2] = [Theme::Mono, Theme::Accent];

    /// As it is written after `set-theme`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Theme::Mono => "mono",
            Theme::Accent => "accent",
        }
    }
}

/// How far the bank is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Ready {
    /// It is being opened; what is asked waits.
    Opening,
    /// It answers; names are still being read.
    Open,
    /// Names can be found.
    Search,
}

/// Whether keys count that were pressed before what stands here was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Guard {
    /// They do.
    Open,
    /// They do not, and it has not been drawn yet.
    Undrawn,
    /// They do from this frame on.
    From(u64),
}

impl Guard {
    /// Whether a key pressed when this frame was the last one is dropped.
    pub(super) fn drops(self, seen: u64) -> bool {
        match self {
            Guard::Open => false,
            Guard::Undrawn => true,
            Guard::From(frame) => seen < frame,
        }
    }
}

/// What a session begins with.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The language.
    pub lang: Lang,
    /// Columns and rows.
    pub size: (u16, u16),
    /// How much colour.
    pub theme: Theme,
    /// Who asks; what is not known before the bank is open may be wrong until then.
    pub caller: Caller,
    /// Any operator's name is believed.
    pub demo: bool,
    /// The business time.
    pub at: Moment,
    /// The keys.
    pub keymap: Arc<Keymap>,
    /// The customer to begin with.
    pub customer: Option<CustomerNo>,
}

/// One session of the workstation: where it stands and what it shows.
#[derive(Debug, Clone)]
pub struct Model {
    pub(crate) lang: Lang,
    pub(crate) size: (u16, u16),
    pub(crate) theme: Theme,
    pub(crate) caller: Caller,
    pub(crate) demo: bool,
    /// The time that is shown: of the last answer, so that no key changes it.
    pub(crate) at: Moment,
    /// The time of the last key or answer.
    pub(crate) now: Moment,
    pub(crate) keymap: Arc<Keymap>,
    pub(crate) shelf: Shelf,
    /// The customer that was named at the start, until it is answered.
    pub(crate) named: Option<CustomerNo>,
    pub(crate) ready: Ready,
    pub(crate) start: Start,
    /// The start screen is shown over the places, to find somebody else.
    pub(crate) finding: bool,
    pub(crate) places: Vec<Place>,
    pub(crate) over: Option<Over>,
    pub(crate) pending: Vec<Key>,
    /// The pop-up of the pending keys is open.
    pub(crate) menu: bool,
    /// What just happened or was refused.
    pub(crate) notice: Option<Message>,
    pub(crate) revealed: Option<Revealed>,
    pub(super) waiting: Option<Request>,
    /// What was pressed before the rows that it is about were on the start screen; it is done when they are.
    pub(super) held: Option<(Action, Option<Arg>)>,
    /// What the products that are awaited were opened for.
    pub(super) landing: Option<ProductGroup>,
    pub(super) inputs: VecDeque<Input>,
    /// What is being filled will be kept in a moment.
    pub(super) keeping: Keeping,
    /// What must have been seen before a key counts, and since which frame it was shown.
    pub(super) sight: Option<Sight>,
    pub(super) guard: Guard,
    /// How much of it was shown.
    pub(super) reading: Reading,
}

/// Whether what is being filled will be kept in a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keeping {
    /// Nothing is to be kept.
    Idle,
    /// The moment runs.
    Soon,
}

/// What a person gives.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Input {
    Key(Key),
    Paste(String),
    /// Enter in the find field, once the hits are those of what is typed.
    Submit,
}

impl Model {
    /// A session before its bank is open, and what it asks first.
    #[must_use]
    pub fn begin(settings: Settings) -> (Model, Vec<Effect>) {
        let first = settings.customer.map(|customer| Request::OpenCustomer { customer });
        let effects = [first.clone(), Some(Request::Work)].into_iter().flatten().map(Effect::Ask).collect();
        let model = Model {
            lang: settings.lang,
            size: settings.size,
            theme: settings.theme,
            caller: settings.caller,
            demo: settings.demo,
            at: settings.at,
            now: settings.at,
            keymap: settings.keymap,
            shelf: Shelf::default(),
            named: settings.customer,
            ready: Ready::Opening,
            start: Start::default(),
            finding: false,
            places: Vec::new(),
            over: None,
            pending: Vec::new(),
            menu: false,
            notice: None,
            revealed: None,
            waiting: first,
            held: None,
            landing: None,
            inputs: VecDeque::new(),
            keeping: Keeping::Idle,
            sight: None,
            guard: Guard::Open,
            reading: Reading::default(),
        };
        (model, effects)
    }

    /// The language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Columns and rows.
    #[must_use]
    pub fn size(&self) -> (u16, u16) {
        self.size
    }

    /// Whether an answer is awaited before more keys are read.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.waiting.is_some() || self.held.is_some()
    }

    /// The place that is shown, `None` for the start screen.
    pub(crate) fn place(&self) -> Option<&Place> {
        self.places.last().filter(|_| !self.finding)
    }

    pub(super) fn place_mut(&mut self) -> Option<&mut Place> {
        if self.finding { None } else { self.places.last_mut() }
    }

    /// The customer whose screen is open here or below.
    pub(crate) fn customer(&self) -> Option<&CustomerPlace> {
        self.places.iter().rev().find_map(|place| match place {
            Place::Customer(customer) => Some(customer.as_ref()),
            Place::List(_)
            | Place::Detail(_)
            | Place::Flow(_)
            | Place::Receipt(_)
            | Place::Paper(_)
            | Place::Approvals(_) => None,
        })
    }

    /// The same, to change it.
    pub(super) fn open_flow_mut(&mut self) -> Option<&mut FlowPlace> {
        self.places.iter_mut().rev().find_map(|place| {
            let Place::Flow(flow) = place else { return None };
            flow.is_open().then_some(flow.as_mut())
        })
    }

    /// The flow that is being filled, here or below.
    pub(crate) fn open_flow(&self) -> Option<&FlowPlace> {
        self.places.iter().rev().find_map(|place| {
            let Place::Flow(flow) = place else { return None };
            flow.is_open().then_some(flow.as_ref())
        })
    }

    /// Where keys are pressed, the most specific first; what stands over a place is left out for `below`.
    fn contexts_of(&self, below: bool) -> &'static [Context] {
        match &self.over {
            Some(Over::Palette(_)) if !below => return &[Context::Palette],
            Some(Over::Reveal(_) | Over::Reason(_)) if !below => return &[Context::Field],
            Some(Over::Leave | Over::Values(_) | Over::Alternatives { .. }) if !below => {
                return &[Context::List];
            }
            Some(_) | None => {}
        }
        match self.place() {
            None if self.start.focus == StartFocus::Field => &[Context::Field],
            None => &[Context::Start],
            Some(Place::Customer(_)) => &[Context::Screen],
            Some(Place::List(list)) if list.filter.is_some() => &[Context::Field],
            Some(Place::List(_) | Place::Detail(_)) => &[Context::List],
            Some(Place::Flow(flow)) => flow.contexts(),
            Some(Place::Receipt(_) | Place::Paper(_)) => &[Context::Receipt],
            Some(Place::Approvals(_)) => &[Context::Approval],
        }
    }

    /// Where keys are pressed, the most specific first.
    #[must_use]
    pub fn contexts(&self) -> &'static [Context] {
        self.contexts_of(false)
    }

    /// Where they would be pressed without the pop-up.
    pub(crate) fn contexts_below(&self) -> &'static [Context] {
        self.contexts_of(true)
    }

    /// The menu of the pending keys, while it is open.
    pub(crate) fn open_menu(&self) -> Option<Menu> {
        if !self.menu {
            return None;
        }
        match self.keymap.resolve(self.contexts(), &self.pending) {
            Resolved::Pending(menu) => Some(menu),
            Resolved::Action(..) | Resolved::Nothing => None,
        }
    }
}
