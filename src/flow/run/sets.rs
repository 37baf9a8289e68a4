//! Several fields at once, in whatever order somebody names them.

use super::{How, Run};
use crate::{
    flow::{
        entry::{self, Entry},
        schema::FieldKind,
        view::FieldFault,
    },
    money::Currency,
};

impl Run {
    /// Fills fields from a list. What is a share of the others is filled after them, so that `rest` is the same
    /// wherever it stands in the list; otherwise the order of the list holds.
    ///
    /// # Errors
    /// The first field that is refused, as in [`Run::set`].
    pub fn set_all(&mut self, sets: &[(String, String)]) -> Result<(), FieldFault> {
        let mut order: Vec<&(String, String)> = sets.iter().collect();
        order.sort_by_key(|(field, typed)| self.rank(field, typed));
        order.into_iter().try_for_each(|(field, typed)| self.set(field, typed, How::Typed))
    }

    /// What must be there before a value can be read: nothing, what may be spent, the other amounts.
    fn rank(&self, field: &str, typed: &str) -> u8 {
        let currency: Option<Currency> = match self.flow().field(field).map(|field| &field.kind) {
            Some(FieldKind::Amount(currency)) => Some(*currency),
            Some(_) | None => None,
        };
        match currency.and_then(|currency| entry::read(typed.trim(), currency, None).ok()) {
            Some(Entry::Rest) => 2,
            Some(Entry::Percent(_) | Entry::All) => 1,
            Some(Entry::Amount(_)) | None => 0,
        }
    }
}
