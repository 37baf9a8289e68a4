//! What people read of a keymap: hints, help, palette, typed commands.

use super::*;
use crate::{
    action::{ArgError, FlowLabel},
    domain::operator::Role,
    text::{casing, safe},
};

/// Keymap, contexts, columns, language, and the row of hints there; three offers stand on the screen.
const ROWS: &str = "
    default | screen       | 90 | tr | Enter aç  i işlem  / ara  g git  F1 yardım  F3 geri  F11 EN  F12 vazgeç  ? tuşlar  : komut
    default | screen       | 79 | tr | Enter aç  i işlem  / ara  g git  F1 yardım  F3 geri  F11 EN  ? tuşlar  : komut
    default | screen       | 65 | tr | Enter aç  i işlem  / ara  g git  F1 yardım  ? tuşlar  : komut
    default | screen       | 30 | tr | Enter aç  ? tuşlar  : komut
    default | screen       | 20 | tr | ? tuşlar  : komut
    default | screen       | 10 | tr | ? tuşlar
    default | screen       | 5  | tr |
    default | start        | 79 | en | Enter open  ↑↓ select  Tab my work  / find  F11 TR  F1 help  ? keys  : command
    default | list         | 79 | tr | / süz  ↑↓ seç  Enter aç  F6 dekont  F3 geri  ? tuşlar
    default | field+start  | 79 | tr | Enter tamam  ↑↓ seç  Tab alan  F4 liste  Esc alandan çık  F1 yardım
    default | verification | 79 | tr | ↑↓ seç  F4 yanıtlar  F12 vazgeç  F1 yardım
    3270    | screen       | 79 | tr | F1=Yardım F3=Geri F4=Liste F5=Yenile F7=Yukarı F8=Aşağı F10=İşlem Home=Komut
    3270    | screen       | 79 | en | F1=Help F3=Back F4=List F5=Refresh F7=Up F8=Down F10=Flows Home=Command
    3270    | screen       | 20 | en | F1=Help Home=Command
    3270    | screen       | 10 | en | F1=Help
";

fn all_can(_: Action) -> Can {
    Can::Yes
}

#[test]
fn rows_of_hints_by_place_and_width() {
    for line in ROWS.lines().filter(|line| line.contains('|')) {
        let cells: Vec<&str> = line.splitn(5, '|').map(str::trim).collect();
        let keymap = sound(cells[0]);
        let lang = Lang::parse(cells[3]).unwrap();
        let hints = keymap.hints(&contexts(cells[1]), &all_can);
        let columns: usize = cells[2].parse().unwrap();
        let row = row(&hints, keymap.options().hints_style, lang, columns);
        assert_eq!(row, cells[4], "{line}");
        assert!(safe::cells(&row) <= columns);
    }
}

/// A keymap with an action of a range that is built shows as many digits as there are things to open.
#[test]
fn a_range_of_digits_ends_where_the_things_end() {
    let text = "format = 1\nname = \"mine\"\nbase = \"default\"\n[hints]\nstart = [\"open-item\"]\n[start]\n\"Enter\" = { action = \"submit-step\", override = true }\n";
    let text = text.replace("submit-step", "select-next");
    let file = PackFile { name: "mine.toml".to_owned(), text };
    let keymap = Keymap::load(&file, &|_| None).unwrap();
    for (can, shown) in [
        (Can::Digits(3), Some("1-3")),
        (Can::Digits(1), Some("1")),
        (Can::Digits(12), Some("1-9")),
        (Can::Yes, Some("1-9")),
        (Can::Digits(0), None),
        (Can::No, None),
    ] {
        let hints = keymap.hints(&[Context::Start], &|_| can);
        assert_eq!(hints.first().map(|hint| hint.keys.as_str()), shown, "{can:?}");
    }
}

#[test]
fn no_hint_is_a_key_that_does_something_else() {
    for (name, _) in EMBEDDED {
        let keymap = sound(name);
        for place in Context::ALL {
            for hint in keymap.hints(&[place], &all_can) {
                let keys = keymap.keys_of(hint.action, &[place]).unwrap();
                match keymap.resolve(&[place], &keys) {
                    Resolved::Action(found, _) => assert_eq!(found, hint.action, "{name} {place:?}"),
                    Resolved::Pending(_) => assert!(keymap.menu_keys(hint.action, &[place]).is_some()),
                    Resolved::Nothing => panic!("{name} {place:?} {hint:?}"),
                }
                assert!(hint.action.is_built(), "{hint:?}");
                for lang in Lang::ALL {
                    let label = hint.label.of(lang);
                    // after posting and in the queue there is little to press, and it is drawn with more words
                    let drawn = matches!(place, Context::Receipt | Context::Approval);
                    assert!(safe::cells(label) <= if drawn { 64 } else { 16 }, "{label} is no hint");
                    assert!(!casing::lower(label, lang).is_empty());
                }
            }
        }
    }
}

#[test]
fn the_help_lists_each_key_once_and_only_what_it_does() {
    for (name, _) in EMBEDDED {
        let keymap = sound(name);
        for place in Context::ALL {
            let rows = keymap.help(&[place]);
            assert!(rows.iter().any(|row| row.action == Action::ShowHelp), "{name} {place:?}");
            let mut seen = std::collections::BTreeSet::new();
            for row in &rows {
                assert!(row.action.is_built() && !row.keys.is_empty(), "{row:?}");
                for keys in &row.keys {
                    assert!(seen.insert(keys.clone()), "{name} {place:?} {keys} stands twice");
                }
            }
        }
    }
    let rows = sound("default").help(&[Context::Field, Context::Screen]);
    assert!(!rows.iter().any(|row| row.keys.iter().any(|keys| keys == "q" || keys == "?")), "{rows:?}");
    let rows = sound("default").help(&[Context::Screen]);
    let up = rows.iter().find(|row| row.action == Action::SelectPrev).unwrap();
    assert_eq!(up.keys, ["↑", "k"]);
}

#[test]
fn the_palette_shows_name_label_and_key_by_role() {
    let keymap = sound("default");
    let rows = |role| keymap.palette(&[Context::Screen], role);
    let agent = rows(Role::Agent);
    let find = |action| agent.iter().find(|row| row.action == action);
    assert_eq!(find(Action::ShowTransactions).unwrap().keys, ["g h", "i h"]);
    assert_eq!(find(Action::GoMenu).unwrap().keys, ["g"]);
    assert_eq!(find(Action::SetTheme).unwrap().keys, Vec::<String>::new(), "it has a name");
    assert!(find(Action::TakeOffer).is_none(), "not in this version");
    assert!(rows(Role::Admin).iter().all(|row| row.action != Action::ShowTransactions));
}

#[test]
fn the_shortest_keys_of_an_action() {
    let keymap = sound("vim");
    let shortest = |action, arg: Option<Arg>, place| {
        keymap.shortest(action, arg.as_ref(), &[place]).map(|keys| shown(&keys))
    };
    let screen = Context::Screen;
    assert_eq!(shortest(Action::SelectFirst, None, screen).as_deref(), Some("Home"));
    assert_eq!(shortest(Action::TakeOffer, Some(Arg::Digit(2)), screen).as_deref(), Some("2"));
    assert_eq!(shortest(Action::TakeOffer, None, screen), None);
    let fx = Some(Arg::Flow("fx".to_owned()));
    assert_eq!(shortest(Action::StartFlow, fx, screen).as_deref(), Some("i d"));
    assert_eq!(shortest(Action::FindCustomer, None, Context::Field), None, "`/` is text in a field");
}

#[test]
fn typed_commands() {
    assert_eq!(command(" take-offer  2 "), Ok((Action::TakeOffer, Some(Arg::Digit(2)))));
    assert_eq!(command("take-offer"), Ok((Action::TakeOffer, None)));
    let find = Some(Arg::Text("ışıl yılmaz".to_owned()));
    assert_eq!(command("find-customer ışıl yılmaz"), Ok((Action::FindCustomer, find)));
    let unknown = command("open-itme").unwrap_err();
    assert_eq!(unknown, CommandError::Unknown { name: "open-itme".to_owned(), nearest: Some("open-item") });
    let said: Vec<String> = unknown.messages().iter().map(|message| message.say(Lang::En)).collect();
    assert_eq!(said, ["Unknown action: open-itme", "Did you mean: open-item"]);
    let missing = CommandError::Argument { action: Action::OpenCustomer, error: ArgError::Missing };
    assert_eq!(command("open-customer"), Err(missing));
    assert!(command("").is_err());
}

#[test]
fn flows_of_the_pack_appear_with_their_titles() {
    let title = Said { tr: "Döviz".to_owned(), en: "Currency".to_owned() };
    let bare = sound("default");
    let keymap = bare.clone().with_flows(vec![FlowLabel {
        name: "fx".to_owned(),
        menu: title.clone(),
        title: title.clone(),
        key: None,
    }]);
    let lacking = |keymap: &Keymap| keymap.notices("default.toml").len();
    assert_eq!(lacking(&bare), lacking(&keymap) + 1);
    assert_eq!(keymap.notices("mine.toml"), []);
    let notice = bare.notices("default.toml").remove(0);
    assert!(notice.said().en.starts_with("default.toml:"), "{notice:?}");
    let row = keymap.rows().into_iter().find(|row| row.arg == Some(Arg::Flow("fx".to_owned()))).unwrap();
    assert_eq!((row.keys.as_str(), &row.label), ("i d", &title));
    let offered = |keymap: &Keymap| -> Vec<(String, Vec<String>)> {
        let rows = keymap.palette(&[Context::Screen], Role::Agent);
        let flows = rows.into_iter().filter(|row| row.action == Action::StartFlow);
        flows.map(|row| (row.name().to_owned(), row.keys)).collect()
    };
    assert_eq!(offered(&keymap), [("fx".to_owned(), vec!["i d".to_owned()])]);
}
