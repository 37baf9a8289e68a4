//! Saying yes: only to what was read, at a price that holds, by whoever may.

use super::{desk::Desk, flows::Outcome};
use crate::{
    domain::operator::Role,
    request::{FlowRequest, Request},
    text::Lang,
    view::{draw, text_of},
};

const FILL: &str = "1 i b <Tab> 2 0 0 b <Tab> <Tab> 3 0 0 b <Enter> <Enter>";
const NARROW: (u16, u16) = (40, 10);

fn at_consent(lang: Lang, size: (u16, u16)) -> Desk {
    Desk::open(lang, size).keys(FILL)
}

fn rows(desk: &Desk) -> Vec<String> {
    text_of(&draw(&desk.model).0).lines().map(str::to_owned).collect()
}

/// All of a frame in one line.
fn words(desk: &Desk) -> String {
    rows(desk).iter().flat_map(|row| row.split_whitespace()).collect::<Vec<&str>>().join(" ")
}

fn submitted(desk: &Desk) -> usize {
    let submits = |request: &&&Request| matches!(request, Request::Flow(FlowRequest::Submit { .. }));
    desk.asked().iter().filter(submits).count()
}

/// Pages on until the rows that must be read were shown, all of what was on the screen on the way together.
fn read(mut desk: Desk) -> (Desk, String) {
    let mut seen = words(&desk);
    for _ in 0..12 {
        if !rows(&desk).last().unwrap().contains("F8") {
            return (desk, seen);
        }
        desk = desk.keys("<F8>");
        seen += &words(&desk);
    }
    panic!("it has no end:\n{seen}");
}

#[test]
fn nothing_is_agreed_to_that_was_not_on_the_screen() {
    for (lang, size, begins, ends, yes) in [
        (Lang::Tr, NARROW, "4017-03 vadeli", "Onaylıyor musunuz?", "E"),
        (Lang::En, NARROW, "Today we break", "Do you agree?", "Y"),
        (Lang::Tr, (60, 9), "4017-03 vadeli", "Onaylıyor musunuz?", "E"),
    ] {
        let desk = at_consent(lang, size);
        let first = rows(&desk).join("\n");
        assert!(first.contains(begins), "it opens at its beginning\n{first}");
        let desk = desk.keys(yes).keys("<Enter> <Enter>");
        assert_eq!(desk.told(), "flow 3/3 answer !desk-read-on");
        let desk = desk.keys(": s e t - f i e l d <Space> a n s w e r = e <Enter>");
        assert_eq!((desk.told().as_str(), submitted(&desk)), ("flow 3/3 answer !desk-read-on", 0));
        assert!(desk.model.open_flow().unwrap().run.answer().is_none());
        let (desk, seen) =
            read(desk.keys("<Tab> <S-Tab>").keys("<PageUp> <PageUp> <PageUp> <PageUp> <PageUp> <PageUp>"));
        assert!(seen.contains(ends), "{seen}");
        let desk = desk.keys(yes);
        let answered = rows(&desk).join("\n");
        assert!(answered.contains(&format!("[ {yes} ]")), "the answer is seen\n{answered}");
        assert_eq!(desk.keys("<Enter>").told(), "receipt 2026-1124-000871", "{lang:?} {size:?}");
    }
    // where all of it fits nobody has to page
    assert_eq!(at_consent(Lang::Tr, (80, 24)).keys("E <Enter>").told(), "receipt 2026-1124-000871");
}

/// A key that was pressed before the end of the sentence was on the screen is no answer to it.
#[test]
fn a_key_typed_ahead_of_the_last_row_does_not_count() {
    let (mut desk, _) = read(at_consent(Lang::Tr, NARROW));
    desk.early("E <Enter>", 2);
    assert_eq!((desk.told().as_str(), submitted(&desk)), ("flow 3/3 answer !desk-read-on", 0));
    assert_eq!(desk.keys("E <Enter>").told(), "receipt 2026-1124-000871");
}

#[test]
fn a_new_price_is_read_anew_and_rows_of_another_size_are_others() {
    let (desk, _) = read(at_consent(Lang::Tr, NARROW));
    assert_eq!(desk.keys("<F5> E").told(), "flow 3/3 answer !desk-read-on");
    let mut desk = at_consent(Lang::Tr, NARROW).keys("<F8>");
    desk.event(crate::app::Event::Resize(60, 9));
    assert_eq!(desk.keys("E").told(), "flow 3/3 answer !desk-read-on");
    let mut desk = at_consent(Lang::Tr, NARROW);
    desk.event(crate::app::Event::Resize(80, 24));
    assert_eq!(desk.keys("E <Enter>").told(), "receipt 2026-1124-000871", "all of it was shown");
    // where nothing is left to read, nothing says that there is
    let mut desk = at_consent(Lang::Tr, NARROW).keys("E");
    for (size, more) in [((40, 9), true), ((132, 43), false), (NARROW, false)] {
        desk.event(crate::app::Event::Resize(size.0, size.1));
        assert_eq!(words(&desk).contains("Devamı var"), more, "{size:?} {}", words(&desk));
    }
    // nothing is read under a pop-up
    let desk = at_consent(Lang::Tr, NARROW).keys("? <F8> <F8> <F8> <F8> <F8> <Esc> E");
    assert_eq!(desk.told(), "flow 3/3 answer !desk-read-on");
}

/// However narrow: what is to be done now, back, and giving up.
#[test]
fn the_ways_on_and_out_are_always_hinted() {
    let size = NARROW;
    for keymap in ["default", "vim", "3270"] {
        for lang in [Lang::Tr, Lang::En] {
            let begin = || {
                let mut desk = Desk::open(lang, size);
                desk.model.keymap = std::sync::Arc::new(
                    crate::keymap::Keymap::embedded(keymap).unwrap().with_flows(desk.model.shelf.menu()),
                );
                desk.keys(if keymap == "3270" { "1 <F10> 1" } else { "1 i b" })
            };
            let fill = "<Tab> 2 0 0 b <Tab> <Tab> 3 0 0 b";
            let at = |keys: &str| rows(&begin().keys(keys)).pop().unwrap();
            let consent = format!("{fill} <Enter> <Enter>");
            let (read, _) = read(begin().keys(&consent));
            let asked = rows(&read).pop().unwrap();
            let answered = rows(&read.keys("y")).pop().unwrap();
            for (what, hints) in [
                ("first", at("")),
                ("second", at(&format!("{fill} <Enter>"))),
                ("unread", at(&consent)),
                ("read", asked.clone()),
                ("answered", answered.clone()),
            ] {
                assert!(hints.contains("F3") && hints.contains("F12"), "{keymap} {lang:?} {what}: {hints}");
                assert!(!hints.contains('…'), "{keymap} {lang:?} {what}: {hints}");
            }
            assert!(at(&consent).contains("F8"), "{keymap}");
            assert!(asked.contains("E/H") || asked.contains("Y/N"), "{keymap}: {asked}");
            assert!(keymap == "3270" || answered.contains("Enter"), "{keymap}: {answered}");
        }
    }
}

#[test]
fn a_price_that_passed_leaves_one_right_key() {
    for size in [(80, 24), (132, 43), NARROW] {
        for lang in [Lang::Tr, Lang::En] {
            let (mut desk, _) = read(at_consent(lang, size));
            desk.bank.outcome = Outcome::Stale;
            let mut desk = desk.keys("y <Enter>");
            // once more, and by name: it is said again, and no yes stands on the screen
            for keys in ["", "y", "y <Enter>", "<Enter>", "h", "y"] {
                desk = desk.keys(keys);
                assert_eq!(
                    (desk.told().as_str(), submitted(&desk)),
                    ("flow 3/3 answer !desk-price-passed", 1)
                );
                assert!(desk.model.open_flow().unwrap().run.answer().is_none());
            }
            // what the notice said stays said when it is gone
            let stays = desk.keys("<PageUp> <PageUp> <PageUp>");
            let shown = rows(&stays).join("\n");
            assert!(shown.contains("10:44:30") && shown.contains("F5"), "{shown}");
            let hints = rows(&stays).pop().unwrap();
            assert!(hints.contains("F5") && hints.contains("F3") && hints.contains("F12"), "{hints}");
            assert!(!hints.contains("E/H") && !hints.contains("Y/N") && !hints.contains("Enter"), "{hints}");
            let mut desk = stays;
            desk.bank.outcome = Outcome::Whole;
            let (desk, _) = read(desk.keys("<F5>"));
            assert_eq!(desk.keys("y <Enter>").told(), "receipt 2026-1124-000871");
        }
    }
}

#[test]
fn a_price_that_did_not_move_says_so() {
    let asked = |keys: &str, lang: Lang| {
        let mut desk = Desk::open(lang, (80, 24));
        desk.bank.calm = true;
        desk.keys(keys)
    };
    let said = |keys: &str, lang| rows(&asked(keys, lang))[22].clone();
    let two = FILL.strip_suffix(" <Enter>").unwrap();
    assert_eq!(said(&format!("{two} <F5>"), Lang::Tr), " Fiyat değişmedi; 10:47'ye kadar geçerli.");
    assert_eq!(said(&format!("{two} <F5>"), Lang::En), " The price is the same, held until 10:47.");
    let three = asked(&format!("{FILL} E <F5>"), Lang::Tr);
    assert_eq!(
        rows(&three)[22],
        " Fiyat değişmedi; 10:47'ye kadar geçerli. Cümleyi yeniden okuyun, sonra E."
    );
    assert!(three.model.open_flow().unwrap().run.answer().is_none());
    assert_eq!(three.keys("E <Enter>").told(), "receipt 2026-1124-000871");
}

fn reviewing(outcome: Outcome) -> Desk {
    let mut desk = Desk::turkish();
    desk.model.caller.role = Role::Supervisor;
    desk.bank.outcome = outcome;
    desk.keys("<Tab> <Down> <Down> <Enter> <Enter>")
}

#[test]
fn the_second_person_sees_what_the_maker_keeps_the_yes_in() {
    let text = rows(&reviewing(Outcome::Whole)).join("\n");
    assert!(text.contains("Onay kaydı    ses kaydı 8077"), "{text}");
    assert!(!text.contains("9031"), "that is the contact of who looks\n{text}");
    let plain = crate::view::plain_flow(&reviewing(Outcome::Whole).keys("E").model).unwrap();
    assert!(plain.contains("8077") && plain.contains("Yönetici onayı (E/H): E"), "{plain}");
}

#[test]
fn who_asked_may_not_agree_and_is_told_so_in_words() {
    let desk = reviewing(Outcome::Own).keys("E <Enter>");
    assert_eq!((desk.told().as_str(), desk.bank.posted), ("flow 3/3 answer reviewing !own-asked", 0));
    assert!(rows(&desk)[22].contains("başka"), "{}", rows(&desk)[22]);
    let late = reviewing(Outcome::Stale).keys("E <Enter> E <Enter>");
    assert_eq!(
        (late.told().as_str(), late.bank.posted),
        ("flow 3/3 answer reviewing !desk-price-passed-review", 0)
    );
    assert!(!rows(&late).join("\n").contains("[ E ]"));
    assert_eq!(late.keys("<F3> <F3> <F3>").told(), "approvals 0");
}

#[test]
fn a_new_price_for_a_receipt_is_nobodys() {
    let mut desk = at_consent(Lang::Tr, (80, 24));
    desk.bank.outcome = Outcome::Half;
    let desk = desk.keys("E <Enter>");
    let (asked, prices) = (desk.asked().len(), desk.bank.prices);
    let desk = desk.keys("<F5>");
    assert_eq!(desk.told(), "receipt 2026-1124-000872 half !desk-half-no-price");
    assert!(rows(&desk)[22].contains("G-318"), "{}", rows(&desk)[22]);
    assert_eq!((desk.asked().len(), desk.bank.prices), (asked, prices));
}

/// `Home` is the first letter of what is being typed; there already, where the keymap says so, the first field.
#[test]
fn home_goes_to_the_beginning_of_the_field_in_every_keymap() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/keymaps/left-hand.toml");
    let text = std::fs::read_to_string(file).unwrap();
    let file = crate::pack::PackFile { name: "left-hand.toml".to_owned(), text };
    let left = crate::keymap::Keymap::load(&file, &crate::keymap::embedded_file).unwrap();
    for (name, keymap) in [
        ("default", crate::keymap::Keymap::standard()),
        ("vim", crate::keymap::Keymap::embedded("vim").unwrap()),
        ("3270", crate::keymap::Keymap::embedded("3270").unwrap()),
        ("left-hand", left),
    ] {
        let mut desk = Desk::turkish();
        desk.model.keymap = std::sync::Arc::new(keymap.with_flows(desk.model.shelf.menu()));
        let open = match name {
            "3270" => "1 <F10> 1",
            "left-hand" => "1 <F2>",
            _ => "1 i b",
        };
        let desk = desk.keys(open).keys("<Tab> 0 0 b <Home> 2");
        assert_eq!(desk.told(), "flow 1/3 fx_amount '200b'", "{name}");
        if name == "3270" {
            let desk = desk.keys("<Home> <Home>");
            assert_eq!(desk.told(), "flow 1/3 deposit");
            assert_eq!(desk.keys("<F2> i s i l <Home> x").told(), "start field 0 'xisil'");
        }
    }
}

fn pledged(lang: Lang, size: (u16, u16), keys: &str) -> Desk {
    let mut desk = Desk::open(lang, size);
    desk.bank.pledged = true;
    desk.keys("1 i b").keys(keys)
}

#[test]
fn a_pledged_deposit_says_why_and_is_passed_over() {
    for size in [(80, 24), (132, 43), (60, 20), NARROW] {
        let desk = pledged(Lang::Tr, size, "");
        let text = words(&desk) + &words(&desk.keys("<F8>"));
        assert!(
            text.contains("4017-05 642.300,00 ✗ rehinli: 7741 no.lu kredinin teminatı"),
            "{size:?}\n{text}"
        );
    }
    let chosen = |keys: &str| {
        let desk = pledged(Lang::En, (80, 24), keys);
        let label = desk.model.open_flow().unwrap().run.figure("deposit_label");
        (label.map(|label| label.say(Lang::En)).unwrap_or_default(), desk.told())
    };
    assert_eq!(chosen("<Down>").0, "4017-08");
    assert_eq!(chosen("<Down> <Down>").0, "4017-08");
    assert_eq!(chosen("<Down> <Up>").0, "4017-03");
    assert_eq!(chosen("<F4> <Down> <Enter>").1, "flow 1/3 deposit +values !desk-told");
    let by_name =
        pledged(Lang::En, (80, 24), ": s e t - f i e l d <Space> d e p o s i t = 4 0 1 7 - 0 5 <Enter>");
    assert!(rows(&by_name)[22].contains("it secures loan 7741"), "{}", rows(&by_name)[22]);
    // nobody gets on with it
    let on = by_name.keys("<Tab> 2 0 0 b <Tab> <Tab> 3 0 0 b <Enter>");
    assert!(on.told().starts_with("flow 1/3 deposit"), "{}", on.told());
}

#[test]
fn more_than_there_is_has_a_sign_and_a_word() {
    for (lang, word) in [(Lang::Tr, "eksi: yetmiyor"), (Lang::En, "minus: too much")] {
        let desk = Desk::open(lang, (80, 24)).keys("1 i b <Tab> 3 0 0 b <Tab> <Tab> 3 0 0 b <Tab>");
        let row = rows(&desk).into_iter().find(|row| row.contains("99")).unwrap();
        assert!(row.starts_with(" !") && row.contains('-') && row.contains(word), "{row}");
        let fits = Desk::open(lang, (80, 24)).keys("1 i b <Tab> 2 0 0 b <Tab> <Tab> 3 0 0 b <Tab>");
        assert!(!rows(&fits).join("\n").contains(word));
    }
}

/// A new price for what waits takes the request back: that is said, with a new price and with the same one.
#[test]
fn pricing_what_waits_says_that_the_request_is_gone() {
    let told = |lang, calm, yes| {
        let mut desk = at_consent(lang, (80, 24));
        desk.bank.outcome = Outcome::Awaiting;
        desk.bank.calm = calm;
        let desk = desk.keys(yes).keys("<Enter> <F5>");
        rows(&desk)[22].trim().to_owned()
    };
    for calm in [false, true] {
        let (tr, en) = (told(Lang::Tr, calm, "E"), told(Lang::En, calm, "Y"));
        assert!(tr.starts_with("Onay isteği düştü.") && tr.contains("oku"), "{tr}");
        assert!(
            en.starts_with("The request has lapsed.") && (en.contains("read it") || en.contains("Read the")),
            "{en}"
        );
        assert_eq!((tr.contains("Fiyat aynı"), en.contains("Same price")), (calm, calm), "{tr} {en}");
    }
}
