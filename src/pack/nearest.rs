//! The name that an author probably meant.

use crate::text::{Message, ids::pack as id};

use super::fault::told;

/// Longer names are not compared: nobody mistypes them and the comparison is quadratic.
const NAME_CHARS_MAX: usize = 64;
/// At most this many names are listed when none is near.
const LISTED_MAX: usize = 12;

/// The known name nearest to `name` by typing errors (Damerau-Levenshtein), if at most a third of its
/// characters differ; the first of equals.
#[must_use]
pub fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let length = name.chars().count();
    if length > NAME_CHARS_MAX {
        return None;
    }
    let far = (length / 3).max(1);
    known
        .into_iter()
        .map(|known| (strsim::damerau_levenshtein(name, known), known))
        .filter(|(distance, _)| *distance <= far)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

/// Help with the nearest known name; without one it lists the known names, if they are few.
#[must_use]
pub fn help<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<Message> {
    let known: Vec<&str> = known.into_iter().collect();
    if let Some(near) = nearest(name, known.iter().copied()) {
        return Some(told(id::HELP_NEAREST, "name", near));
    }
    let few = !known.is_empty() && known.len() <= LISTED_MAX;
    few.then(|| told(id::HELP_KNOWN, "names", known.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn nearest_name_table() {
        let known = ["alerts", "parameters", "loan.overdue_count", "loan.legal_count"];
        for (typed, meant) in [
            ("alert", Some("alerts")),
            ("laerts", Some("alerts")),
            ("paramters", Some("parameters")),
            ("loan.overdue_cuont", Some("loan.overdue_count")),
            ("şube", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, known), meant, "{typed}");
        }
        assert_eq!(nearest(&"a".repeat(65), ["a"]), None, "too long to compare");
    }
}
