use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::text::{Lang, Message};

#[test]
fn names_are_verb_and_object_and_stand_once() {
    let names: BTreeSet<&str> = Action::names().collect();
    assert_eq!(names.len(), Action::ALL.len());
    for name in names {
        assert!(name.split('-').all(|word| !word.is_empty()), "{name}");
        assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{name}");
        let action = Action::from_name(name).unwrap();
        assert_eq!((action.name(), action.to_string()), (name, name.to_owned()));
        let json = serde_json::to_string(&action).unwrap();
        assert_eq!(json, format!("\"{name}\""));
        assert_eq!(serde_json::from_str::<Action>(&json).unwrap(), action);
    }
    assert_eq!(Action::from_name("take-offers"), None);
    assert!(serde_json::from_str::<Action>("\"take-offers\"").is_err());
}

/// Two actions with one label could not be told apart in the palette.
#[test]
fn labels_stand_once_in_each_language() {
    for lang in Lang::ALL {
        let labels: BTreeSet<String> =
            Action::ALL.iter().map(|action| Message::new(action.label()).say(lang)).collect();
        assert_eq!(labels.len(), Action::ALL.len(), "{lang:?}");
    }
}

#[test]
fn what_is_bound_everywhere_means_something_everywhere() {
    for action in Action::ALL {
        assert!(action.applies(Context::Global), "{action}");
        assert!(!action.places().is_empty(), "{action}");
    }
    assert!(Context::ALL.into_iter().all(|context| Action::ShowHelp.applies(context)));
    assert!(Action::TakeOffer.applies(Context::Screen) && !Action::TakeOffer.applies(Context::Receipt));
}

#[test]
fn contexts_are_found_by_their_names() {
    for context in Context::ALL {
        assert_eq!(Context::from_name(context.name()), Some(context));
    }
    assert_eq!(CONTEXT_NAMES.len(), Context::ALL.len());
    assert_eq!(Context::from_name("screens"), None);
}

/// An action and the roles that may use it, `-` for none of agent, teller, supervisor, auditor, admin.
const WHO: &str = "
    show-help        a t s u d
    show-products    a t s u -
    open-customer    a t s u -
    take-offer       a t s - -
    approve-request  - - s - -
";

#[test]
fn roles_by_action() {
    let roles = [Role::Agent, Role::Teller, Role::Supervisor, Role::Auditor, Role::Admin];
    for line in WHO.lines().filter(|line| !line.trim().is_empty()) {
        let mut words = line.split_whitespace();
        let action = Action::from_name(words.next().unwrap()).unwrap();
        for (role, cell) in roles.into_iter().zip(words) {
            assert_eq!(action.is_for(role), cell != "-", "{action} {role:?}");
        }
    }
}

/// Kind, what is written, and what is read: `!` and the error where nothing is.
const ARGUMENTS: &str = "
    None          |         | -
    None          | 1       | !NotTaken
    MaybeDigit    |         | -
    MaybeDigit    | 1       | Digit(1)
    MaybeDigit    | 9       | Digit(9)
    MaybeDigit    | 0       | !Kind
    MaybeDigit    | 10      | !Kind
    MaybeDigit    | +1      | !Kind
    Letter        |         | !Missing
    Letter        | q       | Letter('q')
    Letter        | Q       | !Kind
    Letter        | ş       | !Kind
    Letter        | qq      | !Kind
    Flow          |         | !Missing
    Flow          | fx      | Flow(\"fx\")
    Flow          | F X     | !Kind
    MaybeLanguage |         | -
    MaybeLanguage | tr      | Language(Tr)
    MaybeLanguage | de      | !Kind
    Text          |         | !Missing
    Text          | a  b    | Text(\"a  b\")
    MaybeText     |         | -
    MaybeText     | ışıl    | Text(\"ışıl\")
";

#[test]
fn arguments_are_read_by_kind() {
    let kinds = [
        ArgKind::None,
        ArgKind::MaybeDigit,
        ArgKind::Letter,
        ArgKind::Flow,
        ArgKind::MaybeLanguage,
        ArgKind::Text,
        ArgKind::MaybeText,
    ];
    for line in ARGUMENTS.lines().filter(|line| line.contains('|')) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let kind = kinds.into_iter().find(|kind| format!("{kind:?}") == cells[0]).expect(line);
        let read = match kind.read(Some(cells[1])) {
            Ok(None) => "-".to_owned(),
            Ok(Some(arg)) => format!("{arg:?}"),
            Err(error) => format!("!{error:?}"),
        };
        assert_eq!(read, cells[2], "{line}");
    }
    let long = "x".repeat(arg::ARG_CHARS_MAX + 1);
    assert_eq!(ArgKind::Text.read(Some(&long)), Err(ArgError::Kind));
}

proptest! {
    #[test]
    fn an_argument_reads_back_what_it_writes(written in ".{0,20}", kind in 0_usize..7) {
        let kind = [
            ArgKind::None, ArgKind::MaybeDigit, ArgKind::Letter, ArgKind::Flow,
            ArgKind::MaybeLanguage, ArgKind::Text, ArgKind::MaybeText,
        ][kind];
        if let Ok(Some(arg)) = kind.read(Some(&written)) {
            prop_assert_eq!(kind.read(Some(&arg.to_string())), Ok(Some(arg)));
        }
    }
}
