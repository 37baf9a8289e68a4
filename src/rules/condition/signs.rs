//! A condition's text by its signs: its top-level conjuncts, and how deep it nests.

/// A sign outside texts and comments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Open,
    Close,
    And,
    /// `||` and `?`, which bind weaker than `&&`.
    Weaker,
    /// `,` and `:`.
    Between,
    /// Arithmetic, comparison and `in`.
    Operator,
}

/// The parts of a checked condition between its top-level `&&`; one part if it is an `||`.
pub(super) fn conjuncts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut depth) = (0_usize, 0_usize);
    for (at, sign) in (Signs { text, at: 0 }) {
        match sign {
            Sign::Open => depth += 1,
            Sign::Close => depth = depth.saturating_sub(1),
            Sign::And if depth == 0 => {
                parts.push(text.get(start..at).unwrap_or_default().trim());
                start = at + 2;
            }
            Sign::Weaker if depth == 0 => return vec![text.trim()],
            Sign::And | Sign::Weaker | Sign::Between | Sign::Operator => {}
        }
    }
    parts.push(text.get(start..).unwrap_or_default().trim());
    parts
}

/// What a bracket weighs beyond being an operator; measured by the parser's stack.
const BRACKET: usize = 3;

/// How deep the parser will go: on the heaviest way down, 4 for each bracket and 1 for each operator of the
/// chains it stands in.
pub(super) fn depth(text: &str) -> usize {
    // of each open bracket: the heaviest finished part, and of the present part operators and heaviest bracket
    let mut open = vec![[0_usize; 3]];
    for (_, sign) in (Signs { text, at: 0 }) {
        match sign {
            Sign::Open => {
                // a bracket after a value is an operator of its own: a[0][0], f(1).g(2)
                operator(&mut open);
                open.push([0; 3]);
            }
            Sign::Close if open.len() > 1 => close(&mut open),
            Sign::Close => {}
            Sign::Operator => operator(&mut open),
            Sign::And | Sign::Weaker | Sign::Between => {
                if let Some(level) = open.last_mut() {
                    *level = [weight(*level), 0, 0];
                }
            }
        }
    }
    while open.len() > 1 {
        close(&mut open);
    }
    open.last().copied().map_or(0, weight)
}

fn weight([finished, operators, bracket]: [usize; 3]) -> usize {
    finished.max(operators + bracket)
}

fn operator(open: &mut [[usize; 3]]) {
    if let Some([_, operators, _]) = open.last_mut() {
        *operators += 1;
    }
}

fn close(open: &mut Vec<[usize; 3]>) {
    let inner = open.pop().map_or(0, weight);
    if let Some([_, _, bracket]) = open.last_mut() {
        *bracket = (*bracket).max(BRACKET + inner);
    }
}

/// Signs with their byte offsets.
struct Signs<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Signs<'_> {
    type Item = (usize, Sign);

    fn next(&mut self) -> Option<(usize, Sign)> {
        loop {
            let at = self.at;
            let rest = self.text.get(at..)?;
            let first = rest.chars().next()?;
            let (length, sign) = match first {
                '"' | '\'' => (string_length(rest, first, self.is_raw()), None),
                '/' if rest.starts_with("//") => (rest.find('\n').unwrap_or(rest.len()), None),
                letter if letter.is_alphanumeric() || letter == '_' => word(rest),
                _ => punctuation(rest, first),
            };
            self.at += length;
            if let Some(sign) = sign {
                return Some((at, sign));
            }
        }
    }
}

impl Signs<'_> {
    fn is_raw(&self) -> bool {
        let before = self.text.get(..self.at).unwrap_or_default();
        before.ends_with(['r', 'R'])
    }
}

fn word(rest: &str) -> (usize, Option<Sign>) {
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    (end, (rest.get(..end) == Some("in")).then_some(Sign::Operator))
}

fn punctuation(rest: &str, first: char) -> (usize, Option<Sign>) {
    let two = |text: &str| rest.starts_with(text);
    if two("&&") {
        return (2, Some(Sign::And));
    }
    if two("||") {
        return (2, Some(Sign::Weaker));
    }
    if two("==") || two("!=") || two("<=") || two(">=") {
        return (2, Some(Sign::Operator));
    }
    let sign = match first {
        '(' | '[' | '{' => Some(Sign::Open),
        ')' | ']' | '}' => Some(Sign::Close),
        '?' => Some(Sign::Weaker),
        ',' | ':' => Some(Sign::Between),
        '+' | '-' | '*' | '/' | '%' | '<' | '>' => Some(Sign::Operator),
        _ => None,
    };
    (first.len_utf8(), sign)
}

/// Bytes of the text literal at the start of `rest`.
fn string_length(rest: &str, quote: char, raw: bool) -> usize {
    let long: String = [quote; 3].iter().collect();
    let marks = if rest.starts_with(&long) { 3 } else { 1 };
    let mark = long.get(..marks).unwrap_or_default();
    let mut at = marks;
    while let Some(inner) = rest.get(at..).filter(|inner| !inner.is_empty()) {
        if inner.starts_with(mark) {
            return at + marks;
        }
        let mut chars = inner.chars();
        let skipped = chars.next().map_or(0, char::len_utf8);
        let escaped = !raw && inner.starts_with('\\');
        at += skipped + if escaped { chars.next().map_or(0, char::len_utf8) } else { 0 };
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::{conjuncts, depth};

    #[test]
    fn conjunct_table() {
        for (text, parts) in [
            ("a.b > 1", vec!["a.b > 1"]),
            ("a.b > 1 && c.d", vec!["a.b > 1", "c.d"]),
            ("a && (b && c) && d", vec!["a", "(b && c)", "d"]),
            ("a && b || c", vec!["a && b || c"]),
            ("(a || b) && c", vec!["(a || b)", "c"]),
            ("x == '&& \\' &&' && y", vec!["x == '&& \\' &&'", "y"]),
            (r"x == r'\' && y", vec![r"x == r'\'", "y"]),
            (r#"x == """a " && b""" && y"#, vec![r#"x == """a " && b""""#, "y"]),
            ("a && // ne && ki\n b", vec!["a", "// ne && ki\n b"]),
            ("ş == 'ğ' && ü", vec!["ş == 'ğ'", "ü"]),
            ("a in ['&&', '||'] && b", vec!["a in ['&&', '||']", "b"]),
        ] {
            assert_eq!(conjuncts(text), parts, "{text}");
        }
    }

    #[test]
    fn depth_table() {
        for (text, expected) in [
            ("a", 0),
            ("a > 1", 1),
            ("a > 1 && b > 1 && c in [1, 2]", 5),
            ("((a))", 8),
            ("(((", 12),
            (")))", 0),
            ("(a) + 1 + 1", 6),
            ("1 + 1 + (a)", 6),
            ("(1 + 1) == (1 + 1 + 1)", 8),
            ("f(1 + 1, 1)", 5),
            ("a[0][0][0]", 6),
            ("'((((' == a", 1),
            ("inn + ins", 1),
            ("a <= b", 1),
        ] {
            assert_eq!(depth(text), expected, "{text}");
        }
    }
}
