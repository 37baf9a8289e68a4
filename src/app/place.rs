//! Places above the start screen, and pop-ups over a place.

use crate::{
    flow::view::{Alternative, Choice},
    request::{CustomerScreen, Item, ListKind, Listing, offers::Entry, reveal, screen::Shown},
    text::Said,
};

use super::{
    edit::Field,
    flow::{ApprovalsPlace, FlowPlace, PaperPlace, ReceiptPlace},
    sizes::{has_row, is_stacked},
};

/// The most places one over the other.
pub(super) const PLACES_MAX: usize = 8;

/// What is shown above the start screen.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Place {
    /// The one screen.
    Customer(Box<CustomerPlace>),
    /// A list of details.
    List(Box<ListPlace>),
    /// Labels and values of one item.
    Detail(Box<DetailPlace>),
    /// A flow's screen.
    Flow(Box<FlowPlace>),
    /// What a flow did.
    Receipt(Box<ReceiptPlace>),
    /// A receipt as it is printed.
    Paper(Box<PaperPlace>),
    /// What waits for a second person.
    Approvals(Box<ApprovalsPlace>),
}

/// A pane of the one screen, in the order of `Tab`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pane {
    /// Money and products.
    Summary,
    /// Risk alerts.
    Alerts,
    /// Next-best offers; held ones after those that are shown.
    Offers,
    /// Recent complaints.
    Complaints,
}

impl Pane {
    /// All of them, from left to right and down.
    pub const ALL: [Pane; 4] = [Pane::Summary, Pane::Alerts, Pane::Offers, Pane::Complaints];

    fn at(self) -> usize {
        Pane::ALL.iter().position(|pane| *pane == self).unwrap_or_default()
    }

    /// The pane so many places on, round the screen.
    pub(super) fn after(self, steps: usize) -> Pane {
        Pane::ALL.iter().copied().cycle().nth(self.at() + steps).unwrap_or(self)
    }
}

/// What the marker stands at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Selection {
    /// In this pane.
    pub pane: Pane,
    /// The item of that pane, from 0: a line of the summary, an alert, an offer, a complaint.
    pub row: usize,
}

/// The one screen with its selection.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CustomerPlace {
    pub(crate) screen: CustomerScreen,
    pub(crate) focus: Pane,
    rows: [usize; 4],
}

impl CustomerPlace {
    /// The screen as it opens: the offers first, or the first pane in which something stands; the pane that stands
    /// at the top where panes are stacked.
    pub(super) fn new(screen: CustomerScreen, size: (u16, u16)) -> CustomerPlace {
        const FIRST: [Pane; 4] = [Pane::Offers, Pane::Alerts, Pane::Summary, Pane::Complaints];
        const STACKED: [Pane; 4] = [Pane::Alerts, Pane::Summary, Pane::Offers, Pane::Complaints];
        let first = if is_stacked(size) { STACKED } else { FIRST };
        let mut place = CustomerPlace { screen, focus: Pane::Offers, rows: [0; 4] };
        place.focus = first.into_iter().find(|pane| place.items(*pane) > 0).unwrap_or(Pane::Offers);
        place
    }

    /// The same place with newer facts.
    pub(super) fn renewed(&self, screen: CustomerScreen) -> CustomerPlace {
        let mut place = CustomerPlace { screen, focus: self.focus, rows: self.rows };
        for pane in Pane::ALL {
            let last = place.items(pane).saturating_sub(1);
            if let Some(row) = place.rows.get_mut(pane.at()) {
                *row = (*row).min(last);
            }
        }
        place
    }

    /// What the marker stands at.
    pub(crate) fn selection(&self) -> Selection {
        Selection { pane: self.focus, row: self.rows.get(self.focus.at()).copied().unwrap_or_default() }
    }

    /// How many items a pane has.
    pub(crate) fn items(&self, pane: Pane) -> usize {
        match pane {
            Pane::Summary => self.screen.summary.len(),
            Pane::Alerts => self.screen.alerts.len(),
            Pane::Offers => match &self.screen.offers {
                Shown::Known(offers) => offers.entries().count(),
                Shown::Unknown { .. } | Shown::Hidden => 0,
            },
            Pane::Complaints => match &self.screen.complaints.lines {
                Shown::Known(lines) => lines.len(),
                Shown::Unknown { .. } | Shown::Hidden => 0,
            },
        }
    }

    /// The items of the focused pane that the marker can stand at, on a screen with or without columns for details.
    pub(super) fn stops(&self, wide: bool) -> Vec<usize> {
        match self.focus {
            Pane::Summary => {
                let lines = self.screen.summary.iter().enumerate();
                lines.filter(|(_, line)| has_row(line, wide)).map(|(row, _)| row).collect()
            }
            Pane::Alerts | Pane::Offers | Pane::Complaints => (0..self.items(self.focus)).collect(),
        }
    }

    /// Selects an item of the focused pane; past the end is the last.
    pub(super) fn select(&mut self, row: usize) {
        let row = row.min(self.items(self.focus).saturating_sub(1));
        if let Some(selected) = self.rows.get_mut(self.focus.at()) {
            *selected = row;
        }
    }

    /// The selected offer while another pane has the marker.
    pub(crate) fn offer(&self) -> usize {
        self.rows.get(Pane::Offers.at()).copied().unwrap_or_default()
    }

    /// What can be explained of the focused pane, in its order: alerts; offers, and the held ones after them.
    pub(super) fn explicable(&self) -> Vec<Item> {
        match (self.focus, &self.screen.offers) {
            (Pane::Alerts, _) => {
                self.screen.alerts.iter().map(|alert| Item::Alert(alert.id.clone())).collect()
            }
            (Pane::Offers, Shown::Known(offers)) => {
                let shown: Vec<&str> = offers.entries().filter_map(Entry::id).collect();
                // a held offer whose quote is shown quietly stands among the lines already
                let held = offers.held.iter().map(|line| line.id.as_str()).filter(|id| !shown.contains(id));
                let held: Vec<&str> = held.collect();
                shown.into_iter().chain(held).map(|id| Item::Offer(id.to_owned())).collect()
            }
            (Pane::Offers | Pane::Summary | Pane::Complaints, _) => Vec::new(),
        }
    }

    /// What explains the selected row; a line for which no rule speaks has nothing.
    pub(super) fn explained(&self) -> Option<Item> {
        let row = self.selection().row;
        match (self.focus, &self.screen.offers) {
            (Pane::Offers, Shown::Known(offers)) if row < offers.entries().count() => {
                Some(Item::Offer(offers.entries().nth(row)?.id()?.to_owned()))
            }
            (Pane::Alerts | Pane::Offers | Pane::Summary | Pane::Complaints, _) => {
                self.explicable().into_iter().nth(row)
            }
        }
    }
}

/// A list of details with its selection.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ListPlace {
    pub(crate) listing: Listing,
    /// The selected row of this page, from 0.
    pub(crate) row: usize,
    /// The row of the whole list to select when its page comes.
    pub(super) wanted: Option<usize>,
    /// The filter while it is being written.
    pub(crate) filter: Option<Field>,
}

impl ListPlace {
    pub(super) fn kind(&self) -> ListKind {
        self.listing.list
    }
}

/// Labels and values of one item.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DetailPlace {
    pub(crate) title: Said,
    pub(crate) lines: Vec<DetailLine>,
    /// The first line shown.
    pub(crate) from: usize,
    /// Its place among what the pane can explain, and how many there are.
    pub(crate) nth: Option<(usize, usize)>,
}

/// A line of a detail.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum DetailLine {
    /// A label and its value.
    Pair(Said, Said),
    /// A condition and whether it held.
    Condition(bool, Said),
    /// A sentence.
    Text(Said),
}

/// What stands over a place and takes the keys first.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Over {
    /// The keys of this place; keys still act.
    Help {
        /// The page shown, from 0; after the last comes the first.
        page: usize,
    },
    /// Any action by its name, label or key.
    Palette(Palette),
    /// Which field to reveal, and why.
    Reveal(RevealForm),
    /// The work left, before leaving.
    Leave,
    /// What a field may hold.
    Values(Values),
    /// The other ways to do it.
    Alternatives {
        /// The ways.
        ways: Vec<Alternative>,
        /// The first one shown.
        row: usize,
    },
    /// Why something is sent back.
    Reason(ReasonForm),
}

/// What a field may hold, to choose from.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Values {
    /// The field's id.
    pub(crate) field: String,
    pub(crate) title: Said,
    pub(crate) choices: Vec<Choice>,
    pub(crate) row: usize,
}

/// Why something is sent back, as it is being written.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct ReasonForm {
    pub(crate) reason: Field,
}

/// The palette.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Palette {
    pub(crate) field: Field,
    pub(crate) row: usize,
}

/// What is asked before a field is revealed.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct RevealForm {
    pub(crate) reason: Field,
    pub(crate) row: usize,
}

impl RevealForm {
    /// The chosen field.
    pub(crate) fn chosen(&self) -> reveal::Field {
        reveal::Field::ALL.get(self.row).copied().unwrap_or(reveal::Field::Number)
    }
}
