//! The flows that may be started, with the pack that their figures are computed from.

use std::sync::Arc;

use crate::{
    action::FlowLabel,
    flow::{Flow, Flows},
    pack::Pack,
};

/// The bank's flows; none until the bank is open.
#[derive(Debug, Clone, Default)]
pub struct Shelf(Option<(Arc<Flows>, Arc<Pack>)>);

impl Shelf {
    /// The flows of a pack.
    #[must_use]
    pub fn new(flows: Arc<Flows>, pack: Arc<Pack>) -> Shelf {
        Shelf(Some((flows, pack)))
    }

    /// A flow by its name, with the pack.
    pub(super) fn get(&self, name: &str) -> Option<(Arc<Flow>, Arc<Pack>)> {
        let (flows, pack) = self.0.as_ref()?;
        Some((flows.get(name)?.clone(), pack.clone()))
    }

    /// The flows' names and labels.
    pub(crate) fn menu(&self) -> Vec<FlowLabel> {
        self.0.as_ref().map(|(flows, _)| flows.menu()).unwrap_or_default()
    }
}

/// The same flows of the same pack.
impl PartialEq for Shelf {
    fn eq(&self, other: &Shelf) -> bool {
        match (&self.0, &other.0) {
            (Some((flows, pack)), Some((other, of))) => Arc::ptr_eq(flows, other) && Arc::ptr_eq(pack, of),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        }
    }
}

impl Eq for Shelf {}
