//! A flow's screens: which field has the keys, what is awaited, what came of it.
//!
//! The run itself is pure and knows all figures; what stands here is where a person is in it.

mod answers;
mod approvals;
mod fields;
mod keeping;
mod reading;
mod receipt;
mod shelf;
mod steps;

pub(super) use answers::{failed, refused, take};
pub(super) use approvals::{agree, open_queue, review, send_back, submit_reason};
pub(super) use fields::{
    alternatives, choose_value, clear, erase, first_field, next_field, prepare, scroll, set, step,
    undo_entry, values,
};
pub(super) use keeping::{is_silent, keep, watch};
pub(super) use reading::{Reading, drawn, resized};
pub(super) use receipt::{compensate, mark, open as open_receipt, print};
pub(super) use steps::{
    answer, back, cancel, keep_before, keep_open, reprice, resume, retry, save, start, submit, take_up,
    to_start,
};

pub use reading::Part;
pub use shelf::Shelf;

use super::{edit::Field, model::Model, place::Place};
use crate::{
    action::{self, Context},
    domain::{
        Refusal, RequestKey,
        receipt::{Receipt, ReceiptNo},
    },
    flow::{
        Run,
        view::{Body, Change, ChoiceTable, EntryKind, FieldView},
    },
    keymap,
    request::flow::{ApprovalLine, FlowRequest, FlowWork, OpenTask, SentBack},
    text::Said,
    time::Moment,
};

/// A run on the screen.
#[derive(Debug, Clone)]
pub(crate) struct FlowPlace {
    pub(crate) run: Run,
    /// The field that has the keys; empty where the screen has none.
    pub(crate) focus: String,
    /// What is being typed into it; `None` while its value stands.
    pub(crate) entry: Option<Field>,
    /// What the last price changed, line by line, until the screen is left.
    pub(crate) changes: Vec<Change>,
    pub(crate) stage: Stage,
    /// The first row shown where not all fit; `None` follows the field.
    pub(crate) from: Option<u16>,
    /// The bank said that its price no longer holds.
    pub(super) lapsed: Option<Lapse>,
    /// The run as it was last kept, or as it was taken up.
    pub(super) kept: FlowWork,
    /// Why a second person sent it back, until it is priced anew or another screen is shown.
    pub(crate) returned: Option<SentBack>,
}

/// Why the bank does not take a price.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lapse {
    /// It was held until a moment that has passed.
    Passed,
    /// A later price took its place.
    Superseded,
    /// What would be posted is not what was read.
    Moved,
    /// A second person sent the run back at this price.
    SentBack,
}

impl Lapse {
    /// What a refusal says of the price; `None` where it is about something else.
    fn of(refusal: &Refusal) -> Option<Lapse> {
        let known = [
            (Refusal::PriceOther, Lapse::Moved),
            (Refusal::PriceSuperseded, Lapse::Superseded),
            (Refusal::ReadOther, Lapse::Moved),
            (Refusal::ReadAgain, Lapse::SentBack),
        ];
        if matches!(refusal, Refusal::PriceStale { .. }) {
            return Some(Lapse::Passed);
        }
        known.into_iter().find(|(known, _)| known == refusal).map(|(_, lapse)| lapse)
    }
}

/// How far a run is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stage {
    /// It is being filled.
    Filling,
    /// It was submitted and what came of it is not known: only the same may be asked again.
    Unknown(FlowRequest),
    /// A second person is asked.
    Awaiting(ApprovalLine),
    /// The second person looks at it; their own answer.
    Reviewing(ApprovalLine, Option<bool>),
}

impl FlowPlace {
    /// A run as it opens, its first field in front.
    pub(super) fn new(run: Run, stage: Stage) -> FlowPlace {
        let mut place = FlowPlace {
            kept: run.work(),
            run,
            focus: String::new(),
            entry: None,
            changes: Vec::new(),
            stage,
            from: None,
            lapsed: None,
            returned: None,
        };
        place.home();
        place
    }

    /// The first field of the screen has the keys; what posts, and what shows a price, is read from its first row on.
    fn home(&mut self) {
        self.focus = self.run.fields().into_iter().next().map(|field| field.id).unwrap_or_default();
        self.entry = None;
        let reads = self.run.commits() || self.run.step() > 1;
        self.from = reads.then_some(0);
    }

    /// The field that has the keys.
    pub(crate) fn focused(&self) -> Option<FieldView> {
        self.run.fields().into_iter().find(|field| field.id == self.focus)
    }

    /// The table of choices, while it has the keys.
    pub(crate) fn table(&self) -> Option<ChoiceTable> {
        self.run.blocks().into_iter().find_map(|block| match block.body {
            Body::Choice(table) if table.field == self.focus => Some(table),
            Body::Choice(_) | Body::Lines(_) | Body::Legs(_) | Body::Sentence(_) => None,
        })
    }

    /// Fields may be filled.
    pub(crate) fn is_open(&self) -> bool {
        self.stage == Stage::Filling
    }

    /// Keys are text in the field that has them.
    fn takes_text(&self) -> bool {
        let typed = |field: FieldView| field.kind != EntryKind::Answer;
        self.is_open() && self.focused().is_some_and(typed) && self.table().is_none()
    }

    /// Where keys are pressed.
    pub(super) fn contexts(&self) -> &'static [Context] {
        if self.takes_text() { &[Context::Field, Context::Flow] } else { &[Context::Flow] }
    }

    /// The price under what is asked here has passed: nothing but a new one helps.
    pub(crate) fn is_lapsed(&self, at: Moment) -> bool {
        let asks = matches!(self.stage, Stage::Filling | Stage::Reviewing(..));
        asks && self.run.commits() && (self.lapsed.is_some() || self.run.is_stale(at))
    }

    /// Enter here may post.
    pub(crate) fn commits(&self) -> bool {
        self.run.commits() && !matches!(self.stage, Stage::Awaiting(_))
    }
}

/// Runs are the same when they would ask for the same.
impl PartialEq for FlowPlace {
    fn eq(&self, other: &FlowPlace) -> bool {
        self.run.work() == other.run.work()
            && self.run.price() == other.run.price()
            && (&self.focus, &self.entry, &self.changes, &self.stage)
                == (&other.focus, &other.entry, &other.changes, &other.stage)
            && (self.from, self.lapsed, &self.returned) == (other.from, other.lapsed, &other.returned)
    }
}

/// What a flow did, after it was posted.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ReceiptPlace {
    /// Name and form of address, masked.
    pub(crate) name: Said,
    /// The masked number.
    pub(crate) number: String,
    pub(crate) receipt: Receipt,
    /// What is left open where it stopped half way.
    pub(crate) task: Option<OpenTask>,
    /// What is to be said to the customer.
    pub(crate) say: Option<Said>,
    /// Putting the money back was asked for.
    pub(crate) compensated: bool,
}

/// A receipt as it is printed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PaperPlace {
    pub(crate) receipt: Receipt,
    /// The first line shown.
    pub(crate) from: usize,
}

/// What waits for a second person.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ApprovalsPlace {
    pub(crate) lines: Vec<ApprovalLine>,
    pub(crate) row: usize,
}

/// What must have been seen before a key counts: a screen that posts with its price, a run that stopped half way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sight {
    /// A screen that posts, with the moment its price was made.
    Commits(RequestKey, u8, Option<crate::domain::QuoteId>),
    /// The receipt of a run that stopped half way.
    Halted(ReceiptNo),
}

/// What must be seen where the model stands; nothing of it is while something stands over it.
pub(super) fn sight(model: &Model) -> Option<Sight> {
    below(model).filter(|_| model.over.is_none())
}

/// The same, whatever stands over it.
pub(super) fn below(model: &Model) -> Option<Sight> {
    match model.place()? {
        Place::Flow(place) if place.commits() => {
            let price = place.run.price().map(|price| price.id);
            Some(Sight::Commits(place.run.work().run, place.run.step(), price))
        }
        Place::Receipt(place) if place.task.is_some() => Some(Sight::Halted(place.receipt.no)),
        Place::Flow(_)
        | Place::Receipt(_)
        | Place::Customer(_)
        | Place::List(_)
        | Place::Detail(_)
        | Place::Paper(_)
        | Place::Approvals(_) => None,
    }
}

/// Rows of the screen of a receipt on paper that are not its own: what is told, and the hints.
const PAPER_FRAME_ROWS: u16 = 2;

impl Model {
    /// What stands over the screen hides something that is agreed to.
    pub(crate) fn hides_a_yes(&self) -> bool {
        self.over.is_some() && below(self).is_some()
    }

    /// Rows of a receipt on paper that fit.
    pub(crate) fn paper_rows(&self) -> usize {
        usize::from(self.size.1.saturating_sub(PAPER_FRAME_ROWS)).max(1)
    }

    /// A flow's sentence with the keys of the keymap in force; an action without keys by the name that the palette
    /// knows.
    pub(crate) fn keyed(&self, said: &Said) -> Said {
        let contexts = self.contexts_below();
        action::keyed(said, |action, _| {
            let keys = self.keymap.shortest(action, None, contexts);
            keys.map_or_else(|| action.name().to_owned(), |keys| keymap::shown(&keys))
        })
    }
}

/// The run on the screen.
fn shown(model: &mut Model) -> Option<&mut FlowPlace> {
    match model.place_mut()? {
        Place::Flow(place) => Some(place),
        Place::Receipt(_)
        | Place::Customer(_)
        | Place::List(_)
        | Place::Detail(_)
        | Place::Paper(_)
        | Place::Approvals(_) => None,
    }
}
