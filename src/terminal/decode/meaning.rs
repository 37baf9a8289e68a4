//! What a complete sequence of a keyboard means.
//!
//! `terminput` reads what xterm sends; the tables here add the other keyboards, and what it reads otherwise
//! than DEC keyboards mean it.

use terminput::{Event, KeyCode, KeyEventKind, KeyModifiers};

use crate::key::{Code, Key, Mods};

/// A byte below 128 that is no ESC: a character, a control key or a named key.
pub(super) fn seven_bit(byte: u8) -> Option<Key> {
    match byte {
        0 => Key::new(Code::Char(' '), Mods::CTRL),
        b'\t' | b'\n' | b'\r' | 0x08 | b' '..=0x7f => Key::new(Code::Char(char::from(byte)), Mods::NONE),
        1..=0x1a => Key::new(Code::Char(char::from(byte | 0x60)), Mods::CTRL),
        _ => Key::new(Code::Char(char::from(byte | 0x40)), Mods::CTRL),
    }
}

/// `ESC [ [ A`..`E`: F1..F5 of the Linux console and of `PuTTY` in its Linux mode.
pub(super) fn linux_console(last: u8) -> Option<Key> {
    matches!(last, b'A'..=b'E').then(|| Key::new(Code::F(1 + last - b'A'), Mods::NONE)).flatten()
}

/// `ESC O ...`: cursor keys, PF keys and the keypad in its application mode.
pub(super) fn ss3(held: &[u8], last: u8) -> Option<Key> {
    let plain = |code| Key::new(code, Mods::NONE);
    if held.is_empty() {
        match last {
            b'M' => return plain(Code::Enter),
            b'E' => return plain(Code::Clear),
            b'I' => return plain(Code::Tab),
            // PF1..PF4, and F5..F12 of PuTTY in its VT100+ mode
            b'P'..=b'[' => return plain(Code::F(1 + last - b'P')),
            b'a'..=b'd' => return arrow(last, Mods::CTRL),
            // * + , - . / and the digits stand 64 above themselves
            b'j'..=b'y' => return plain(Code::Char(char::from(last - 0x40))),
            _ => {}
        }
    }
    // older terminals write the modifier alone, without the 1 before it
    let with_one = [b"1;".as_slice(), held].concat();
    let modifier = matches!(held, [b'1'..=b'9'] | [b'1', b'0'..=b'6']);
    csi(if modifier { &with_one } else { held }, last)
}

/// `ESC [ ...`, with its parameters and the byte that ended it.
pub(super) fn csi(held: &[u8], last: u8) -> Option<Key> {
    match (held, last) {
        ([], b'P') => return Key::new(Code::Pause, Mods::NONE),
        ([], b'a'..=b'd') => return arrow(last, Mods::SHIFT),
        ([], b'E') => return Key::new(Code::Clear, Mods::NONE),
        (_, b'^' | b'$' | b'@') => return rxvt(held, last),
        (_, b'~') => return tilde(held),
        ([], b'A'..=b'D' | b'F' | b'H' | b'Z') | (_, b'u') => {}
        // a first parameter other than 1 is an answer of the terminal, such as the place of its cursor
        (_, b'A'..=b'D' | b'F' | b'H' | b'P'..=b'S') if held.starts_with(b"1;") => {}
        _ => return None,
    }
    read(held, last)
}

fn arrow(last: u8, mods: Mods) -> Option<Key> {
    let code = match last {
        b'a' => Code::Up,
        b'b' => Code::Down,
        b'c' => Code::Right,
        _ => Code::Left,
    };
    Key::new(code, mods)
}

/// rxvt ends a number with `^` for control, `$` for shift, `@` for both, where others write `~`.
fn rxvt(held: &[u8], last: u8) -> Option<Key> {
    let key = tilde(held)?;
    let mods = Mods { ctrl: last != b'$', shift: last != b'^', ..key.mods() };
    Key::new(key.code(), mods)
}

/// `ESC [ number ~`: the editing keypad and the function keys of DEC, with xterm's modifiers.
fn tilde(held: &[u8]) -> Option<Key> {
    let mut parts = held.split(|byte| *byte == b';');
    let (number, modifier) = (parts.next()?, parts.next());
    if number == b"27" {
        // xterm's other keys: the modifier, then the character
        let code = parts.next()?;
        return read(&[code, b";", modifier?].concat(), b'u');
    }
    let f = match number {
        b"28" => 15,
        b"29" => 16,
        b"31" => 17,
        b"32" => 18,
        b"33" => 19,
        b"34" => 20,
        _ => return read(held, b'~'),
    };
    let mods = match modifier {
        Some(modifier) => read(&[b"1;", modifier].concat(), b'A')?.mods(),
        None => Mods::NONE,
    };
    Key::new(Code::F(f), mods)
}

fn read(held: &[u8], last: u8) -> Option<Key> {
    if !held.iter().all(|byte| matches!(byte, b'0'..=b'9' | b';' | b':')) {
        return None;
    }
    let frame = [b"\x1b[", held, &[last]].concat();
    let Ok(Some(Event::Key(event))) = Event::parse_from(&frame) else {
        return None;
    };
    let foreign = KeyModifiers::SUPER | KeyModifiers::HYPER;
    if event.kind == KeyEventKind::Release || event.modifiers.intersects(foreign) {
        return None;
    }
    let mods = Mods {
        ctrl: event.modifiers.contains(KeyModifiers::CTRL),
        alt: event.modifiers.intersects(KeyModifiers::ALT | KeyModifiers::META),
        shift: event.modifiers.contains(KeyModifiers::SHIFT),
    };
    Key::new(code(event.code, mods.shift)?, mods)
}

fn code(read: KeyCode, shift: bool) -> Option<Code> {
    Some(match read {
        KeyCode::Char(c) if shift => Code::Char(c.to_ascii_uppercase()),
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::F(n) => Code::F(n),
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Enter => Code::Enter,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Tab => Code::Tab,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Esc => Code::Esc,
        KeyCode::Pause => Code::Pause,
        KeyCode::KeypadBegin => Code::Clear,
        KeyCode::CapsLock
        | KeyCode::ScrollLock
        | KeyCode::NumLock
        | KeyCode::PrintScreen
        | KeyCode::Menu
        | KeyCode::Media(_)
        | KeyCode::Modifier(..) => return None,
    })
}
