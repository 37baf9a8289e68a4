//! Lines and columns.

/// Line and column (both from 1, the column in characters) of a byte offset in a text.
#[must_use]
pub fn place(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset.min(text.len())).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

/// The byte offset in the source of a TOML string at which the `wanted`-th character of its value is
/// written; `raw` is the string with its quotes. Escapes and dropped line ends are counted as TOML 1.1 says.
#[must_use]
pub fn inside_string(raw: &str, wanted: usize) -> usize {
    let (quote, long) = match raw.as_bytes() {
        [first, second, third, ..] if first == second && second == third => (*first, true),
        [first, ..] => (*first, false),
        [] => return 0,
    };
    let escapes = quote == b'"';
    let mut at = if long { 3 } else { 1 };
    if long {
        at += line_end(raw, at);
    }
    for _ in 0..wanted {
        if escapes {
            at = skip_dropped(raw, at);
        }
        at += written_length(raw, at, escapes);
    }
    if escapes { skip_dropped(raw, at) } else { at }
}

/// Bytes of the character written at `at`.
fn written_length(raw: &str, at: usize, escapes: bool) -> usize {
    let mut rest = raw.get(at..).unwrap_or_default().chars();
    match (rest.next(), rest.next()) {
        (Some('\\'), Some(kind)) if escapes => match kind {
            'x' => 4,
            'u' => 6,
            'U' => 10,
            other => 1 + other.len_utf8(),
        },
        (Some(char), _) => char.len_utf8(),
        (None, _) => 0,
    }
}

/// A backslash at the end of a line drops the white space up to the next character.
fn skip_dropped(raw: &str, at: usize) -> usize {
    let rest = raw.get(at..).unwrap_or_default();
    let Some(after) = rest.strip_prefix('\\') else {
        return at;
    };
    let trimmed = after.trim_start_matches([' ', '\t', '\r', '\n']);
    let dropped = after.get(..after.len() - trimmed.len()).unwrap_or_default();
    if dropped.contains('\n') {
        return at + 1 + dropped.len();
    }
    at
}

fn line_end(raw: &str, at: usize) -> usize {
    let rest = raw.get(at..).unwrap_or_default();
    if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with('\n')) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{inside_string, place};

    #[test]
    fn place_counts_characters() {
        for (text, offset, expected) in [
            ("", 0, (1, 1)),
            ("abc", 2, (1, 3)),
            ("ş=1", 2, (1, 2)),
            ("a\nçb", 4, (2, 2)),
            ("a\n", 2, (2, 1)),
            ("a", 99, (1, 2)),
        ] {
            assert_eq!(place(text, offset), expected, "{text:?} at {offset}");
        }
    }

    /// Any text written as any kind of TOML string: the n-th character of the value is found in the source.
    #[test]
    fn characters_of_a_value_are_found_in_its_source() {
        for (raw, needle) in [
            (r#""a > X""#, 'X'),
            (r#""\"ş\" == X""#, 'X'),
            ("'ş X'", 'X'),
            (r#""\u0041\x41\U00000041\tX""#, 'X'),
            ("'''\nab X'''", 'X'),
            ("\"\"\"\nab \\\n    X\"\"\"", 'X'),
            ("\"\"\"a\r\nX\"\"\"", 'X'),
        ] {
            let source = format!("v = {raw}");
            let table: toml::Table = source.parse().unwrap();
            let value = table["v"].as_str().unwrap();
            let index = value.chars().position(|c| c == needle).unwrap();
            let at = inside_string(raw, index);
            assert!(raw.get(at..).unwrap().starts_with(needle), "{raw:?}: {at}");
        }
    }

    proptest! {
        #[test]
        fn never_beyond_the_source(raw in "[\"']{1,3}[a-zş\\\\ \n\r\"]{0,12}", wanted in 0_usize..20) {
            let at = inside_string(&raw, wanted);
            prop_assert!(at <= raw.len() + 10 * (wanted + 1));
        }
    }
}
