//! Features of one offer: a customer has none of them, they are set where an offer's sentences are filled in.

use super::{Value, View};

pub(super) fn bound(_: &View<'_>) -> Option<Value> {
    None
}
