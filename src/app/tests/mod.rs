//! Keys in, state out.

mod alerts;
mod asked_anew;
mod consent;
pub(crate) mod desk;
mod early;
mod flow;
pub(crate) mod flows;
mod hidden;
mod palette;
mod random;
pub(crate) mod sample;
mod waiting;

use desk::Desk;

use crate::{
    request::{Effect, Request, effect::Timer},
    text::Lang,
};

/// What is pressed from the start screen on, and where that leads. `"…"` is typed letter by letter.
const TABLE: &[(&str, &str)] = &[
    // the start screen: stories, work, calls
    ("", "start hits 0"),
    ("<Down> <Down>", "start hits 2"),
    ("j j k", "start hits 1"),
    ("<Up>", "start hits 0"),
    ("<End>", "start hits 10"),
    ("<End> <Home>", "start hits 0"),
    ("<Tab>", "start work 0"),
    ("<Tab> <Down>", "start work 1"),
    ("<Tab> <Tab>", "start calls 0"),
    ("<Tab> <Tab> <Tab>", "start hits 0"),
    ("<S-Tab>", "start calls 0"),
    ("<Enter>", "customer offers 0"),
    ("1", "customer offers 0"),
    ("<Tab> <Enter>", "customer offers 0"),
    ("<Tab> <Tab> <Down> <Enter>", "customer offers 0"),
    // the tenth story has no digit and the second customer does not exist
    ("2", "start hits 1 !unknown-customer"),
    ("2 <Down>", "start hits 2"),
    // find
    ("/", "start field 0"),
    ("/ i s i l", "start field 0 'isil'"),
    ("/ i s i l <Down> <Down>", "start field 2 'isil'"),
    ("/ i s i l <Down> <Left> <Backspace>", "start field 0 'isl'"),
    ("/ i s i l <Enter>", "customer offers 0"),
    ("/ i s i l <Down> <Enter>", "start field 1 'isil' !unknown-customer"),
    ("/ i s i l <Esc> <Down>", "start hits 1 'isil'"),
    ("/ i s i l <Esc> <Enter>", "customer offers 0"),
    ("/ i s i l <Esc> / i", "start field 0 'i'"),
    ("/ i s i l <C-u>", "start field 0"),
    ("/ i s i l <Home> <Right> <C-k>", "start field 0 'i'"),
    ("/ z z z <Enter>", "start field 0 'zzz' !desk-found-nobody"),
    ("/ <Enter>", "start hits 0"),
    ("/ 7 0 4 0 1 7 <Enter>", "customer offers 0"),
    ("/ 7 0 4 0 1 8 <Enter>", "start field 0 '704018' !unknown-customer"),
    ("/ i s i l <F12>", "start hits 0"),
    ("/ i s i l <F3>", "start hits 0"),
    ("/ ? : q", "start field 0 '?:q'"),
    ("/ <Tab>", "start work 0"),
    ("/ <S-Tab>", "start hits 0"),
    // the one screen
    ("1 <Tab>", "customer complaints 0"),
    ("1 <Tab> <Tab>", "customer summary 0"),
    ("1 <S-Tab>", "customer alerts 0"),
    ("1 <Left> <Down> <Down>", "customer alerts 2"),
    ("1 g u", "customer alerts 0"),
    ("1 g o <Down> g s g o", "customer summary 1"),
    ("1 g x", "customer offers 0"),
    ("1 g <Esc>", "customer offers 0"),
    ("1 <Down> <Up> <Up>", "customer offers 0"),
    ("1 <F3>", "start hits 0"),
    ("1 <Esc>", "start hits 0"),
    ("1 <Backspace>", "start hits 0"),
    ("1 q", "start hits 0"),
    ("1 <F12>", "start hits 0"),
    ("1 /", "start field 0"),
    ("1 / <Esc>", "customer offers 0"),
    ("1 / i s i l <Esc>", "customer offers 0"),
    ("1 / i s i l <Enter>", "customer offers 0"),
    ("1 g b", "start work 0"),
    ("1 g b <F3>", "customer offers 0"),
    ("1 <F5>", "customer offers 0"),
    // details
    ("1 g h", "list transactions 0"),
    ("1 i h", "list transactions 0"),
    ("1 g p", "list products 0"),
    ("1 g e", "list errors 0"),
    ("1 g s <Enter>", "list complaints 0"),
    ("1 g p <Enter>", "list account 0"),
    ("1 g p <Enter> <F3> <F3>", "customer offers 0"),
    ("1 g h <Down> <Down>", "list transactions 2"),
    ("1 g h <PageDown>", "list transactions 18"),
    // a list is one list, however many pages it comes in
    ("1 g h <End>", "list transactions 213"),
    ("1 g h <End> <PageDown>", "list transactions 213"),
    ("1 g h <End> <F7>", "list transactions 195"),
    ("1 g h <End> <Home>", "list transactions 0"),
    ("1 g h <End> <Home> <Down>", "list transactions 1"),
    ("1 g h <End> <F5>", "list transactions 213"),
    ("1 g h <End> / F A S T <Enter>", "list transactions 0"),
    ("1 g h <End> <Enter> <Esc>", "list transactions 213"),
    ("1 g h <Enter>", "detail 0"),
    ("1 g h <Down> <Enter> <Esc>", "list transactions 1"),
    ("1 g h /", "list transactions 0 /"),
    ("1 g h / F A S T <Enter>", "list transactions 0"),
    ("1 g h <Down> / F <Esc>", "list transactions 1"),
    // first the filter goes, then the list
    ("1 g h / F A S T <Enter> <Esc>", "list transactions 0"),
    ("1 g h / F A S T <Enter> <F3> <F3>", "customer offers 0"),
    ("1 g h / F A S T <Enter> <F12>", "start hits 0"),
    ("1 g h <End> n", "list transactions 0"),
    ("1 g h N", "list transactions 213"),
    ("1 g h N n", "list transactions 0"),
    ("1 g h g u", "customer alerts 0"),
    ("1 g h q q", "start hits 0"),
    ("1 g u <Enter>", "detail 0"),
    ("1 g u e", "detail 0"),
    ("1 g u e <F3> <Down>", "customer alerts 1"),
    ("1 g s e", "customer complaints 0 !desk-nothing-to-explain"),
    // pop-ups
    ("?", "start hits 0 +help"),
    ("? ?", "start hits 0"),
    ("? <Esc>", "start hits 0"),
    ("? <F3>", "start hits 0"),
    ("? <F12>", "start hits 0"),
    ("1 ? <Tab>", "customer complaints 0"),
    ("1 <F1> g u", "customer alerts 0"),
    (":", "start hits 0 +palette"),
    (": q <Esc>", "start hits 0"),
    (": o p e n - c u s t <Enter>", "start hits 0 +palette"),
    ("1 : u y a r ı <Enter>", "customer alerts 0"),
    ("1 : U Y A R I <Enter>", "customer alerts 0"),
    ("1 : f o c u s - a l <Enter>", "customer alerts 0"),
    ("1 : z z z z z <Enter>", "customer offers 0 +palette !desk-palette-nothing"),
    (": f o c u s - a l e r t s <Enter>", "start hits 0 !desk-not-here"),
    ("1 v", "customer offers 0 +reveal"),
    ("1 v <Enter>", "customer offers 0 +reveal !desk-reveal-reason"),
    ("1 v <Down> a <Enter>", "customer offers 0"),
    ("1 v x <Esc>", "customer offers 0"),
    // leaving: the work left first
    ("q", "start hits 0 +leave"),
    ("<F3>", "start hits 0 +leave"),
    ("<C-d>", "start hits 0 +leave"),
    ("q q", "start hits 0"),
    ("q <Esc>", "start hits 0"),
    ("q <Enter>", "start hits 0 +leave"),
    ("q <C-d>", "start hits 0 +leave LEFT"),
    ("1 <C-d> <C-d>", "customer offers 0 +leave LEFT"),
    // a later version's: said, nothing done
    ("1 n", "customer offers 0 !desk-not-yet"),
    ("1 r", "customer offers 0 !desk-not-yet"),
    // nothing
    ("z Z + ! <F20> <C-x> <Insert>", "start hits 0"),
    ("1 z Z + ! <F20> <C-x> <Insert>", "customer offers 0"),
    ("<Esc> <Esc> <Backspace> <F12>", "start hits 0"),
];

#[test]
fn keys_lead_where_the_table_says() {
    let mut wrong = Vec::new();
    for (keys, wanted) in TABLE {
        let told = Desk::turkish().keys(keys).told();
        if told != *wanted {
            wrong.push(format!("{keys:?}\n  is     {told}\n  wanted {wanted}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_prefix_opens_its_menu_after_a_while_or_at_once_when_asked() {
    let desk = Desk::turkish().keys("1 g");
    assert_eq!(desk.told(), "customer offers 0");
    assert!(matches!(desk.effects.last(), Some(Effect::StartTimer { timer: Timer::Menu, after_ms: 300 })));
    let desk = desk.expire(Timer::Menu);
    assert_eq!(desk.told(), "customer offers 0 +menu");
    assert_eq!(desk.keys("h").told(), "list transactions 0");
    assert_eq!(Desk::turkish().keys("1 g ?").told(), "customer offers 0 +menu");
    assert_eq!(Desk::turkish().keys("1 g ? <Esc>").told(), "customer offers 0");
    // a timer that runs out late opens nothing
    assert_eq!(Desk::turkish().keys("1 g h").expire(Timer::Menu).told(), "list transactions 0");
}

#[test]
fn another_language_asks_nothing_again() {
    for keys in ["", "1", "1 g h", "1 g u e", "/ i s i l"] {
        let desk = Desk::turkish().keys(keys);
        let asked = desk.effects.len();
        let (told, desk) = (desk.told(), desk.keys("<F11>"));
        assert_eq!(desk.model.lang(), Lang::En);
        assert_eq!((desk.told(), desk.effects.len()), (told, asked), "{keys}");
    }
}

#[test]
fn a_revealed_field_goes_after_ten_seconds_and_with_its_customer() {
    let desk = Desk::turkish().keys("1 v <Down> a <Enter>");
    assert!(matches!(desk.asked().last(), Some(Request::Reveal { reason, .. }) if reason == "a"));
    assert!(desk.effects.contains(&Effect::StartTimer { timer: Timer::Reveal, after_ms: 10_000 }));
    assert!(desk.model.revealed.is_some());
    let desk = desk.expire(Timer::Reveal);
    assert!(desk.model.revealed.is_none());
    for back in ["<F3>", "<F12>", "q", "g b <F12>", "<F5>"] {
        let desk = Desk::turkish().keys("1 v a <Enter>").keys(back);
        assert!(desk.model.revealed.is_none(), "{back}");
        assert!(desk.effects.contains(&Effect::StopTimer { timer: Timer::Reveal }), "{back}");
    }
}

#[test]
fn a_paste_goes_into_fields_only_and_stays_one_line() {
    let paste = |keys: &str, text: &str| {
        let mut desk = Desk::turkish().keys(keys);
        desk.event(crate::app::Event::Paste(text.to_owned()));
        desk.told()
    };
    assert_eq!(paste("", "q\nq\n"), "start hits 0");
    assert_eq!(paste("1", "r\u{1b}[A"), "customer offers 0");
    assert_eq!(paste("/", "ışıl\nyılmaz"), "start field 0 'ışıl yılmaz'");
    let full = paste("/", &"x".repeat(1 << 20));
    assert!(full.ends_with("!desk-field-full") && full.len() < 200, "{full}");
}

/// Every action that this version does is reached by a key or by the palette, in some place where it applies.
#[test]
fn every_action_is_reached_by_a_key_or_the_palette() {
    use crate::action::Action;
    let posted = "1 i b <Tab> 2 0 0 b <Tab> <Tab> 3 0 0 b <Enter> <Enter> E <Enter>";
    let places = [
        "",
        "/",
        "1",
        "1 g h",
        "1 g h /",
        ":",
        "1 :",
        "1 i b",
        "1 i b <Tab>",
        posted,
        "<Tab> <Down> <Down> <Enter>",
    ];
    let mut reached = std::collections::BTreeSet::new();
    for place in places {
        let mut desk = Desk::turkish();
        if place.starts_with("<Tab> <Down>") {
            desk.model.caller.role = crate::domain::operator::Role::Supervisor;
        }
        let desk = desk.keys(place);
        let model = &desk.model;
        reached.extend(model.keymap.help(model.contexts()).into_iter().map(|row| row.action));
        let role = model.caller.role;
        reached.extend(model.keymap.palette(model.contexts_below(), role).into_iter().map(|row| row.action));
    }
    let missed: Vec<_> =
        Action::ALL.iter().filter(|action| action.is_built() && !reached.contains(action)).collect();
    assert!(missed.is_empty(), "{missed:?}");
}

#[test]
fn effects_and_events_come_back_from_json() {
    let desk = Desk::turkish().keys("/ i s i l <Enter> g h / F <Enter> <F3> g v a <Enter> <C-l> <C-z> <C-d>");
    assert!(desk.effects.len() > 8);
    let json = serde_json::to_string(&desk.effects).unwrap();
    assert_eq!(serde_json::from_str::<Vec<Effect>>(&json).unwrap(), desk.effects);
}

/// Down and up go on from page to page, and each step over an edge asks once.
#[test]
fn steps_go_on_from_page_to_page() {
    let down = format!("1 g h {}", "<Down> ".repeat(200));
    let mut desk = Desk::turkish().keys(&down);
    assert_eq!(desk.told(), "list transactions 200");
    // the last page is a full one: it begins at row 14
    for (ups, row, more) in [(1, 199, 0), (185, 14, 0), (1, 13, 1), (13, 0, 0)] {
        let asked = desk.asked().len();
        desk = desk.keys(&"<Up> ".repeat(ups));
        assert_eq!((desk.told(), desk.asked().len()), (format!("list transactions {row}"), asked + more));
    }
    let paged = Desk::turkish().keys(&format!("1 g h {}", "<PageDown> ".repeat(11)));
    assert_eq!(paged.told(), "list transactions 198");
    let paged = paged.keys("<PageDown>");
    assert_eq!(paged.told(), "list transactions 213");
}
