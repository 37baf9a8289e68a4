//! Promises that hold in every keymap of the program.

use super::*;
use crate::{action::ArgKind, domain::operator::Role, key::Code};

/// The contexts a person can be in.
const PLACES: [Context; 9] = [
    Context::Start,
    Context::Screen,
    Context::List,
    Context::Flow,
    Context::Field,
    Context::Palette,
    Context::Receipt,
    Context::Approval,
    Context::Verification,
];

/// Characters that a Turkish Q keyboard types without `AltGr`: TS 2117, the letters aside.
const WITHOUT_ALTGR: &str = "\"1234567890*-é!'^+%&/()=?_,;.:<> ";

fn needs_altgr(key: Key) -> bool {
    let Code::Char(c) = key.code() else {
        return false;
    };
    !(c.is_alphabetic() || WITHOUT_ALTGR.contains(c))
}

fn is_letter(key: Key) -> bool {
    matches!(key.text(), Some(c) if c.is_alphabetic())
}

fn is_function(key: Key) -> bool {
    matches!(key.code(), Code::F(_))
}

/// Every sequence of keys of a keymap.
fn all(keymap: &Keymap) -> Vec<(Context, Vec<Key>, Action)> {
    let layer = |(context, node): &(Context, Node)| {
        let bindings = node.bindings().into_iter();
        bindings.map(|(keys, binding)| (*context, keys, binding.action)).collect::<Vec<_>>()
    };
    keymap.layers.iter().flat_map(layer).collect()
}

#[test]
fn no_binding_needs_altgr_on_a_turkish_q_keyboard() {
    for (name, _) in EMBEDDED {
        for (context, keys, action) in all(&sound(name)) {
            assert!(!keys.iter().any(|key| needs_altgr(*key)), "{name} {context:?} {keys:?} {action}");
        }
    }
    assert!(needs_altgr("@".parse().unwrap()) && needs_altgr("C-]".parse().unwrap()));
    assert!(!needs_altgr("ş".parse().unwrap()) && !needs_altgr(":".parse().unwrap()));
}

/// The palette takes every action by its name, and its own key is neither a letter nor an F-key: so no action
/// hangs on a letter or an F-key alone.
#[test]
fn every_action_is_reachable_without_letters_and_without_function_keys() {
    for (name, _) in EMBEDDED {
        let keymap = sound(name);
        for place in PLACES.into_iter().filter(|place| !place.takes_text()) {
            let ways = keymap.all_keys_of(Action::OpenPalette, &[place]);
            let free = |keys: &Vec<Key>| !keys.iter().any(|key| is_letter(*key) || is_function(*key));
            assert!(ways.iter().any(free), "{name} {place:?}: {ways:?}");
        }
        // out of a field too
        for place in [Context::Field, Context::Palette] {
            let out = if place == Context::Field { Action::LeaveField } else { Action::CancelFlow };
            let ways = keymap.all_keys_of(out, &[place]);
            assert!(ways.iter().any(|keys| !keys.iter().any(|key| is_function(*key))), "{name} {place:?}");
        }
    }
    for action in Action::ALL {
        let typed = match action.arg() {
            ArgKind::Flow => format!("{action} fx"),
            ArgKind::Letter => format!("{action} a"),
            ArgKind::Text => format!("{action} 1"),
            ArgKind::None | ArgKind::MaybeDigit | ArgKind::MaybeLanguage | ArgKind::MaybeText => {
                action.name().to_owned()
            }
        };
        assert_eq!(command(&typed).map(|(found, _)| found), Ok(*action));
    }
}

#[test]
fn the_3270_keymap_has_no_letters() {
    for (context, keys, action) in all(&sound("3270")) {
        let plain = keys.iter().any(|key| is_letter(*key));
        // the answer's field of a flow takes a letter in every keymap
        let answers = matches!(action, Action::AnswerYes | Action::AnswerNo);
        assert!(!plain || answers, "{context:?} {keys:?} {action}");
    }
}

/// Where a person can be, help, the way back and the way out of a pop-up have keys.
#[test]
fn nobody_is_trapped() {
    for (name, _) in EMBEDDED {
        let keymap = sound(name);
        for place in PLACES {
            let has = |action| !keymap.all_keys_of(action, &[place]).is_empty();
            assert!(has(Action::ShowHelp), "{name} {place:?}");
            assert!(has(Action::LeaveWorkstation) || has(Action::GoBack), "{name} {place:?}");
            assert!(has(Action::CancelFlow) || has(Action::LeaveField), "{name} {place:?}");
        }
    }
}

/// Every key that a keymap binds resolves to its action in its own context.
#[test]
fn every_binding_is_reached_in_its_context() {
    for (name, _) in EMBEDDED {
        let keymap = sound(name);
        for (context, keys, action) in all(&keymap) {
            match keymap.resolve(&[context], &keys) {
                Resolved::Action(found, _) => assert_eq!(found, action, "{name} {context:?} {keys:?}"),
                Resolved::Pending(_) => assert!(keymap.menu_keys(action, &[context]).is_some(), "{keys:?}"),
                Resolved::Nothing => panic!("{name} {context:?} {keys:?} {action}"),
            }
        }
    }
}

#[test]
fn every_action_that_is_built_has_a_key_or_stands_in_the_palette() {
    for (name, _) in EMBEDDED {
        let keymap = sound(name);
        for action in Action::ALL.iter().filter(|action| action.is_built()) {
            let listed = |place: Context| {
                let rows = keymap.palette(&[place], Role::Supervisor);
                rows.iter().any(|row| row.action == *action)
            };
            assert!(PLACES.into_iter().any(listed), "{name}: {action}");
        }
    }
}
