//! Keys as people read them.

use crate::key::{Code, Key};

/// A sequence as shown: `g o`, `↑`, `Ctrl-L`.
#[must_use]
pub fn shown(keys: &[Key]) -> String {
    let keys: Vec<String> = keys.iter().copied().map(one).collect();
    keys.join(" ")
}

/// Whether keys as shown go together without a stroke between: `↑↓`.
pub(super) fn is_arrow(shown: &str) -> bool {
    matches!(shown, "↑" | "↓" | "←" | "→")
}

fn one(key: Key) -> String {
    let mods = key.mods();
    let mut text = String::new();
    for (held, name) in [(mods.ctrl, "Ctrl-"), (mods.alt, "Alt-"), (mods.shift, "Shift-")] {
        if held {
            text.push_str(name);
        }
    }
    match key.code() {
        Code::Up => text.push('↑'),
        Code::Down => text.push('↓'),
        Code::Left => text.push('←'),
        Code::Right => text.push('→'),
        Code::PageUp => text.push_str("PgUp"),
        Code::PageDown => text.push_str("PgDn"),
        Code::Insert => text.push_str("Ins"),
        Code::Delete => text.push_str("Del"),
        Code::Char(' ') => text.push_str("Space"),
        Code::Char(letter) if mods.ctrl => text.push(letter.to_ascii_uppercase()),
        Code::Char(letter) => text.push(letter),
        // the names of keymap files, without their modifiers
        Code::Enter
        | Code::Tab
        | Code::Esc
        | Code::Backspace
        | Code::Home
        | Code::End
        | Code::F(_)
        | Code::Clear
        | Code::Pause
        | Code::Pa(_) => text.push_str(key.to_string().rsplit('-').next().unwrap_or_default()),
    }
    text
}
