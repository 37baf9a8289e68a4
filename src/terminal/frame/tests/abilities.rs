//! What may be sent to which terminal.

use crate::terminal::{
    charset::Charset,
    profile::{Colours, Lines, Profile},
};

/// Every command in the bytes, and the bytes outside commands.
fn commands(bytes: &[u8]) -> (Vec<String>, Vec<u8>) {
    let (mut commands, mut text) = (Vec::new(), Vec::new());
    let mut rest = bytes.iter();
    while let Some(byte) = rest.next() {
        if *byte != 0x1b {
            text.push(*byte);
            continue;
        }
        let mut command = String::new();
        for byte in rest.by_ref() {
            command.push(char::from(*byte));
            if matches!(byte, b'@'..=b'Z' | b'a'..=b'z') || (command.len() == 2 && !command.starts_with('['))
            {
                break;
            }
        }
        commands.push(command);
    }
    (commands, text)
}

fn allowed(profile: &Profile, command: &str) -> bool {
    let Some(body) = command.strip_prefix('[') else {
        return profile.lines == Lines::Dec && [")0", "(B", ")B"].contains(&command);
    };
    match body {
        "?1049h" | "?1049l" => return profile.alternate_screen,
        "?2004h" | "?2004l" => return profile.bracketed_paste,
        "?25h" | "?25l" => return profile.hides_cursor,
        _ => {}
    }
    let (numbers, last) = body.split_at(body.len() - 1);
    let numbers: Vec<&str> = numbers.split(';').collect();
    let moves = profile.addressing && numbers.iter().all(|number| number.chars().all(|c| c.is_ascii_digit()));
    match last {
        "A" | "B" | "C" | "D" | "H" | "J" | "K" => moves,
        "m" => moves && attributes_allowed(profile, &numbers),
        _ => false,
    }
}

fn attributes_allowed(profile: &Profile, numbers: &[&str]) -> bool {
    let mut numbers = numbers.iter();
    while let Some(number) = numbers.next() {
        let sound = match number.parse().unwrap_or(0) {
            0 | 1 | 4 | 7 => true,
            22 | 24 | 27 => profile.attributes_off,
            30..=37 | 39..=47 | 49 => profile.colours >= Colours::Eight,
            90..=97 | 100..=107 => profile.colours == Colours::Many,
            38 | 48 => {
                profile.colours == Colours::Many && numbers.next() == Some(&"5") && numbers.next().is_some()
            }
            _ => false,
        };
        if !sound {
            return false;
        }
    }
    true
}

pub(super) fn only_what_it_understands(profile: &Profile, bytes: &[u8]) {
    let (commands, text) = commands(bytes);
    for command in commands {
        assert!(allowed(profile, &command), "{}: ESC {command}", profile.name);
    }
    for byte in &text {
        let sound = match byte {
            b' '..=b'~' | b'\r' | b'\n' => true,
            0x08 => profile.addressing,
            0x0e | 0x0f => profile.lines == Lines::Dec,
            0xa0..=0xff => profile.charset != Charset::Ascii,
            0x80..=0x9f => profile.charset == Charset::Utf8,
            _ => false,
        };
        assert!(sound, "{}: {byte:#x}", profile.name);
    }
    assert!(profile.charset != Charset::Utf8 || str::from_utf8(&text).is_ok());
}
