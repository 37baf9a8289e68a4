//! Whatever happens: no panic, and what means nothing changes nothing.

use proptest::prelude::*;

use super::{desk::Desk, sample};
use crate::{
    app::{Event, Over},
    key::{Code, Key, Mods},
    keymap::Resolved,
    request::effect::Timer,
    text::Lang,
};

fn code() -> impl Strategy<Value = Code> {
    prop_oneof![
        4 => prop::sample::select("abcdefghijklmnopqrstuvwxyzGN/?:1239 ışİ".chars().collect::<Vec<char>>())
            .prop_map(Code::Char),
        4 => prop::sample::select(vec![
            Code::Enter, Code::Tab, Code::Esc, Code::Backspace, Code::Delete, Code::Insert, Code::Up, Code::Down,
            Code::Left, Code::Right, Code::Home, Code::End, Code::PageUp, Code::PageDown, Code::Clear, Code::Pause,
        ]),
        1 => (1_u8..=24).prop_map(Code::F),
        1 => any::<char>().prop_map(Code::Char),
    ]
}

fn key() -> impl Strategy<Value = Key> {
    let mods = prop_oneof![
        8 => Just(Mods::NONE),
        1 => Just(Mods::CTRL),
        1 => Just(Mods::ALT),
        1 => Just(Mods::SHIFT),
    ];
    (code(), mods).prop_filter_map("a key", |(code, mods)| Key::new(code, mods))
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        20 => key().prop_map(|key| Event::Key { key, seen: 0, at: sample::now() }),
        1 => any::<String>().prop_map(Event::Paste),
        1 => (0_u16..200, 0_u16..60).prop_map(|(columns, rows)| Event::Resize(columns, rows)),
        1 => Just(Event::Timer(Timer::Menu)),
        1 => Just(Event::Timer(Timer::Reveal)),
        1 => Just(Event::Resumed),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn nothing_breaks_and_every_state_can_be_drawn(events in prop::collection::vec(event(), 1..60)) {
        let mut desk = Desk::open(Lang::Tr, (80, 24));
        for event in events {
            let meaningless = meaningless(&desk, &event);
            let before = meaningless.then(|| crate::view::draw(&desk.model));
            desk.event(event);
            let drawn = crate::view::draw(&desk.model);
            let (columns, rows) = (drawn.0.area.width, drawn.0.area.height);
            if let Some((x, y)) = drawn.1 && columns > 0 && rows > 0 {
                prop_assert!(x < columns.max(40) && y < rows.max(10), "{:?} in {columns}x{rows}", drawn.1);
            }
            if let Some(before) = before {
                prop_assert_eq!(before, drawn);
            }
        }
    }
}

/// A key that neither the keymap nor a field nor a pop-up knows.
fn meaningless(desk: &Desk, event: &Event) -> bool {
    let Event::Key { key, .. } = event else { return false };
    let model = &desk.model;
    let quiet =
        model.pending.is_empty() && model.over.as_ref().is_none_or(|over| matches!(over, Over::Help { .. }));
    quiet
        && !model.contexts().iter().any(|context| context.takes_text())
        && key.code() != Code::Esc
        && model.keymap.resolve(model.contexts(), &[*key]) == Resolved::Nothing
}
