//! The whole workstation as a pure function: a model, events, and [`update()`], which makes the next state and
//! says what is to be done about it. It never waits, reads no clock, makes no ids and draws no randomness.

mod act;
mod answer;
mod customer;
mod edit;
mod event;
mod find;
mod flow;
mod leaving;
mod lists;
mod model;
mod moves;
mod offered;
mod over;
mod palette;
mod place;
mod probe;
mod sizes;
mod start;
mod update;

pub use edit::{FIELD_MAX, Field};
pub use event::Event;
pub use flow::{Part, Shelf};
pub use model::{INPUTS_WAITING_MAX, Model, Settings, Theme};
pub use place::{Pane, Selection};
pub use update::update;

pub(crate) use flow::{ApprovalsPlace, FlowPlace, PaperPlace, ReceiptPlace, Stage};
pub(crate) use lists::title as list_title;
pub(crate) use model::Ready;
pub(crate) use moves::rows_shown;
pub(crate) use place::{
    CustomerPlace, DetailLine, DetailPlace, ListPlace, Over, Palette, Place, ReasonForm, RevealForm, Values,
};
pub(crate) use sizes::{has_row, is_stacked, is_wide, offers_shown};
pub(crate) use start::StartFocus;

#[cfg(test)]
pub(crate) mod tests;
