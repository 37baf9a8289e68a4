//! What character set the terminal's side of the line has, by the locale that came with it.

use crate::{
    front::place::variable,
    terminal::{Charset, Profile},
};

/// The variables that name it, the strongest first. Source: POSIX, Environment Variables, 8.2.
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_CTYPE", "LANG"];

/// The profile with the character set of the locale. A locale that names none leaves the terminal's own, and UTF-8
/// is not given to a terminal that has less.
pub(super) fn fitted(profile: Profile) -> Profile {
    let value = VARIABLES.into_iter().find_map(variable);
    match value.and_then(|value| charset(&value.to_string_lossy())) {
        Some(charset @ (Charset::Latin5 | Charset::Ascii)) => profile.with_charset(charset),
        Some(Charset::Utf8) | None => profile,
    }
}

/// The character set of a locale; `None` where there is no locale. One that is not ours is served with the letters
/// that all of them have.
fn charset(locale: &str) -> Option<Charset> {
    if locale.is_empty() {
        return None;
    }
    let (name, codeset) = locale.split_once('.').unwrap_or((locale, ""));
    let codeset = codeset.split('@').next().unwrap_or_default();
    let plain: String = codeset.chars().filter(char::is_ascii_alphanumeric).collect();
    Some(match plain.to_ascii_lowercase().as_str() {
        "utf8" => Charset::Utf8,
        // the Turkish letters of windows-1254 are those of ISO-8859-9
        "iso88599" | "latin5" | "cp1254" | "windows1254" => Charset::Latin5,
        // a Turkish locale without one has ISO-8859-9
        "" if name.split(['_', '@']).next() == Some("tr") => Charset::Latin5,
        _ => Charset::Ascii,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::Glyphs;

    #[test]
    fn locales_by_table() {
        let table = [
            ("", None),
            ("C", Some(Charset::Ascii)),
            ("POSIX", Some(Charset::Ascii)),
            ("C.UTF-8", Some(Charset::Utf8)),
            ("tr_TR.UTF-8", Some(Charset::Utf8)),
            ("en_US.utf8", Some(Charset::Utf8)),
            ("tr_TR.UTF-8@euro", Some(Charset::Utf8)),
            ("tr_TR.ISO-8859-9", Some(Charset::Latin5)),
            ("tr_TR.iso88599", Some(Charset::Latin5)),
            ("tr_TR", Some(Charset::Latin5)),
            ("tr_TR.CP1254", Some(Charset::Latin5)),
            ("en_US", Some(Charset::Ascii)),
            ("de_DE.ISO-8859-1", Some(Charset::Ascii)),
            ("ru_RU.KOI8-R", Some(Charset::Ascii)),
        ];
        for (locale, wanted) in table {
            assert_eq!(charset(locale), wanted, "{locale}");
        }
    }

    #[test]
    fn marks_follow_the_character_set() {
        let profile = Profile::from_term("xterm-256color", false).with_charset(Charset::Latin5);
        assert_eq!((profile.glyphs, profile.shown('ş'), profile.shown('▸')), (Glyphs::Ascii, 'ş', '>'));
    }
}
