//! The known name that somebody probably meant.

/// A name further away than this is no help.
const DISTANCE_MAX: usize = 3;

/// The known name nearest to `meant`, if one is near enough.
pub(super) fn nearest<'a>(meant: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(meant, name), name))
        .filter(|(distance, name)| *distance <= DISTANCE_MAX && *distance < name.len())
        .min()
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_slip_and_stays_silent_otherwise() {
        let known = ["customers", "accounts", "cards"];
        assert_eq!(nearest("costumers", known), Some("customers"));
        assert_eq!(nearest("acounts", known), Some("accounts"));
        assert_eq!(nearest("branches_of_the_bank", known), None);
        assert_eq!(nearest("", ["id"]), None);
    }
}
