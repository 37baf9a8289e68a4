use insta::assert_snapshot;

use super::*;
use crate::{app::tests::desk::Desk, request::effect::Timer, text::Lang, view::text_of};

const SMALL: (u16, u16) = (80, 24);

fn desk(lang: Lang, size: (u16, u16), keys: &str) -> Desk {
    Desk::open(lang, size).keys(keys)
}

fn drawn(lang: Lang, size: (u16, u16), keys: &str) -> String {
    text_of(&draw(&desk(lang, size, keys).model).0)
}

#[test]
fn start_and_find_tr_80x24() {
    assert_snapshot!(drawn(Lang::Tr, SMALL, "/ i s i l <Space> y i l m z"));
}

#[test]
fn start_and_find_en_80x24() {
    assert_snapshot!(drawn(Lang::En, SMALL, "/ i s i l <Space> y i l m z"));
}

#[test]
fn stories_tr_80x24() {
    assert_snapshot!(drawn(Lang::Tr, SMALL, "<Down>"));
}

#[test]
fn start_tr_132x43() {
    assert_snapshot!(drawn(Lang::Tr, (132, 43), "<Tab> <Down>"));
}

#[test]
fn start_tr_60x20() {
    assert_snapshot!(drawn(Lang::Tr, (60, 20), "/ i s i l"));
}

#[test]
fn start_en_40x10() {
    assert_snapshot!(drawn(Lang::En, (40, 10), "/ i s i l <Esc> <Down>"));
}

#[test]
fn transactions_tr_80x24() {
    assert_snapshot!(drawn(Lang::Tr, SMALL, "1 g h <Down>"));
}

#[test]
fn transactions_en_filter_80x24() {
    assert_snapshot!(drawn(Lang::En, SMALL, "1 g h / F A S T"));
}

#[test]
fn the_other_lists_tr_80x24() {
    let lists = ["1 g p", "1 g e", "1 g s <Enter>"].map(|keys| {
        let text = drawn(Lang::Tr, SMALL, keys);
        text.lines().skip(3).take(3).collect::<Vec<&str>>().join("\n")
    });
    assert_snapshot!(lists.join("\n"));
}

/// What does not fit is counted, and the last page says nothing of it.
#[test]
fn a_long_explanation_says_that_it_goes_on() {
    let first = drawn(Lang::Tr, (60, 7), "1 g u e");
    assert!(first.contains("Takipteki çek 45.000 TL") && first.contains("… 2 daha"), "{first}");
    let last = drawn(Lang::Tr, (60, 7), "1 g u e <PageDown>");
    assert!(!last.contains("daha") && last.contains("bounced-cheque"), "{last}");
}

#[test]
fn detail_tr_80x24() {
    assert_snapshot!(drawn(Lang::Tr, SMALL, "1 g u e"));
}

/// A pop-up has its title, and its hints promise nothing that does nothing.
#[test]
fn details_have_a_title_and_no_hint_that_does_nothing() {
    for (keys, title) in [
        ("1 g e <Enter>", "┌ ALINAN HATALAR ─"),
        ("1 g s <Enter> <Enter>", "┌ ŞİKÂYETLER ─"),
        ("1 g h <Enter>", "┌ Vadesiz TL 4017-01 ─"),
        ("1 g u e", "┌ NEDEN ─"),
    ] {
        let text = drawn(Lang::Tr, SMALL, keys);
        assert!(text.contains(title), "{keys}\n{text}");
        assert!(!text.lines().last().unwrap().contains("F6"), "{keys}\n{text}");
    }
    for (lang, hint) in [(Lang::Tr, "Enter ayrıntı"), (Lang::En, "Enter details")] {
        let text = drawn(lang, SMALL, "1 g h");
        assert!(text.lines().last().unwrap().contains(hint), "{text}");
    }
}

#[test]
fn menu_tr_80x24() {
    let desk = desk(Lang::Tr, SMALL, "1 g").expire(Timer::Menu);
    assert_snapshot!(text_of(&draw(&desk.model).0));
}

/// The words of every menu of every keymap, in both languages: none is cut at 80 columns, none is missing at 40x10.
#[test]
fn menus_show_their_words() {
    let mut seen = 0;
    for (name, _) in keymap::EMBEDDED {
        let keymap = std::sync::Arc::new(keymap::Keymap::embedded(name).unwrap());
        for (lang, keys) in [("", "g"), ("", "F14"), ("1", "g"), ("1", "i"), ("1", "F14"), ("1 g h", "g")]
            .into_iter()
            .flat_map(|keys| [(Lang::Tr, keys), (Lang::En, keys)])
        {
            for size in [SMALL, (132, 43), (40, 10)] {
                let mut desk = desk(lang, size, keys.0);
                desk.model.keymap = keymap.clone();
                let pressed = if keys.1 == "F14" { "<F14>" } else { keys.1 };
                let desk = desk.keys(pressed).expire(Timer::Menu);
                let Some(menu) = desk.model.open_menu() else { continue };
                let text = text_of(&draw(&desk.model).0);
                seen += menu.entries.len();
                for entry in &menu.entries {
                    let wanted = format!(" {}  {}", entry.keys, entry.label.of(lang));
                    let begins: String = wanted.chars().take(if size == (40, 10) { 8 } else { 99 }).collect();
                    assert!(text.contains(&begins), "{name} {lang:?} {size:?} {wanted}\n{text}");
                }
            }
        }
    }
    assert!(seen > 100, "{seen}");
}

/// Page by page every key of a place is read with its words, and after the last page comes the first.
#[test]
fn help_is_read_page_by_page() {
    for (size, lang) in [(SMALL, Lang::Tr), (SMALL, Lang::En), ((40, 10), Lang::Tr), ((40, 10), Lang::En)] {
        let mut desk = desk(lang, size, "1 ?");
        let rows = desk.model.help_rows();
        let first = text_of(&draw(&desk.model).0);
        let (mut all, mut pages) = (String::new(), 0);
        loop {
            all += &text_of(&draw(&desk.model).0);
            pages += 1;
            desk = desk.keys("<F8>");
            if text_of(&draw(&desk.model).0) == first {
                break;
            }
            assert!(pages < 20, "{all}");
        }
        assert_eq!(pages == 1, size == SMALL, "{all}");
        assert!(!all.lines().any(|line| line.contains("│ ") && line.contains("…│")), "{all}");
        for row in rows {
            let label = row.label.of(lang);
            assert!(all.contains(&row.keys[0]), "{:?}\n{all}", row.keys);
            assert!(label.split(' ').all(|word| all.contains(word)), "{label}\n{all}");
        }
    }
}

/// Each step down the summary moves the marker, on lines that share a row too.
#[test]
fn every_step_down_the_summary_moves_the_marker() {
    for size in [SMALL, (132, 43), (60, 20), (40, 10)] {
        let mut desk = desk(Lang::Tr, size, "1 g o");
        let stops = match desk.model.place() {
            Some(Place::Customer(place)) => {
                let wide = crate::app::is_wide(size.0);
                place.screen.summary.iter().filter(|line| crate::app::has_row(line, wide)).count()
            }
            _ => panic!("a customer"),
        };
        let mut seen = vec![text_of(&draw(&desk.model).0)];
        for _ in 1..stops {
            desk = desk.keys("<Down>");
            let (buffer, cursor) = draw(&desk.model);
            let text = text_of(&buffer);
            assert_eq!(buffer[cursor.unwrap()].symbol(), MARKER, "{text}");
            assert!(!seen.contains(&text), "{size:?}: the marker did not move\n{text}");
            seen.push(text);
        }
        let desk = desk.keys("<Down>");
        assert_eq!(seen.last(), Some(&text_of(&draw(&desk.model).0)), "the last line");
        let home = desk.keys(&"<Up> ".repeat(stops)).keys("<Up>");
        assert_eq!(seen.first(), Some(&text_of(&draw(&home.model).0)), "the first line");
    }
}

/// Whoever is selected is seen while somebody finds, on the lowest screens too.
#[test]
fn the_selected_hit_stands_on_the_lowest_screens() {
    for size in [(20, 4), (20, 5), (20, 6), (30, 7), (40, 8), (80, 10), (80, 15)] {
        for (keys, name) in [
            ("/ i s i l", "IŞIL Y****Z"),
            ("/ i s i l <Esc> <Down> <Down>", "IŞILAY Y****Z"),
            ("<Down> <Down>", "Öykü 3"),
        ] {
            let desk = desk(Lang::Tr, size, keys);
            let text = text_of(&draw(&desk.model).0);
            let marked: Vec<&str> = text.lines().filter(|row| row.contains(MARKER)).collect();
            assert!(marked.len() == 1 && marked[0].contains(name), "{size:?} {keys}\n{text}");
        }
        let text = drawn(Lang::Tr, size, "/ i s i l");
        assert!(text.contains("ARA  isil_"), "{size:?}\n{text}");
    }
}

/// The end of a long list is a full page.
#[test]
fn the_end_of_a_list_fills_the_page() {
    let text = drawn(Lang::Tr, SMALL, "1 g h <End>");
    let rows: Vec<&str> = text.lines().skip(4).take(18).collect();
    assert!(rows.iter().all(|row| row.contains("Fatura")), "{text}");
    assert!(rows[17].starts_with(" ▸"), "{text}");
}

/// What a key does is what its hint says: digits of the offers that are shown.
#[test]
fn the_hint_of_offers_counts_those_that_are_shown() {
    for (size, wanted) in [(SMALL, "1-3 teklif"), ((132, 43), "1-5 teklif")] {
        let text = drawn(Lang::Tr, size, "1");
        let hints = text.lines().last().unwrap();
        assert!(hints.starts_with(&format!(" Enter aç  {wanted}")), "{hints}");
    }
    assert!(drawn(Lang::Tr, SMALL, "1 ?").lines().last().unwrap().contains("1-3 teklif"));
}

/// Where panes are stacked, moving in any of them keeps the marker on the screen.
#[test]
fn moving_in_small_windows_stays_in_sight() {
    for size in [(60, 20), (40, 10), (39, 9), (20, 5)] {
        for pane in ["g u", "g o", "g t", "g s"] {
            let mut desk = desk(Lang::Tr, size, "1").keys(pane);
            for _ in 0..8 {
                let (buffer, cursor) = draw(&desk.model);
                let text = text_of(&buffer);
                assert_eq!(cursor.map(|at| buffer[at].symbol()), Some(MARKER), "{size:?} {pane}\n{text}");
                desk = desk.keys("<Down>");
            }
        }
    }
    // as it opens, what is most urgent stands at the top
    assert_eq!(desk(Lang::Tr, (40, 10), "1").told(), "customer alerts 0");
}

#[test]
fn offers_tr_40x10() {
    assert_snapshot!(drawn(Lang::Tr, (40, 10), "1 g t <Down>"));
}

#[test]
fn palette_tr_40x10() {
    assert_snapshot!(drawn(Lang::Tr, (40, 10), "1 :"));
}

/// Hands from a host type on the line above the keys.
#[test]
fn command_line_3270_tr_80x24() {
    let mut desk = desk(Lang::Tr, SMALL, "1");
    desk.model.keymap = std::sync::Arc::new(keymap::Keymap::embedded("3270").unwrap());
    assert_snapshot!(text_of(&draw(&desk.keys("<Home> u y a r").model).0));
}

#[test]
fn help_en_80x24() {
    assert_snapshot!(drawn(Lang::En, SMALL, "1 ?"));
}

#[test]
fn palette_tr_80x24() {
    assert_snapshot!(drawn(Lang::Tr, SMALL, "1 : u y a r"));
}

#[test]
fn reveal_tr_80x24() {
    assert_snapshot!(drawn(Lang::Tr, SMALL, "1 v <Down> i <Space> a r"));
}

#[test]
fn leaving_en_80x24() {
    assert_snapshot!(drawn(Lang::En, SMALL, "q"));
}

/// The rows of the drawing of the start screen, where they hold the same facts.
#[test]
fn the_start_screen_stands_as_drawn() {
    const DRAWN: [(usize, &str); 9] = [
        (0, " tekil                                                    Çağrı  MT 0412  10:42"),
        (4, " ▸ IŞIL Y****Z          No ****2210   Moda Şb           1985   A1 Değerli"),
        (5, "   IŞIL Y****Z          No ****8034   Bornova Şb        1992   B2 Genç"),
        (7, "   IŞIL Y******Z        No ****0093   Çankaya Şb        1999   C  Yeni"),
        (9, "   Ad (yanlış yazım olur), müşteri no, TCKN, telefon, IBAN, kart son 4"),
        (13, "   17:00  Dönüş sözü          HALE T****N       kart aidatı iadesi"),
        (18, " ARAYIN, ÇÜNKÜ  2"),
        (19, "   OYA T****R      vadesi yarın doluyor 250 bin TL      \"yenileyelim mi?\""),
        (20, "   CAN D****Z      askerlik 12.2026'da başlıyor         \"kart ve talimatlar\""),
    ];
    let text = drawn(Lang::Tr, SMALL, "/ i s i l <Space> y i l m z");
    let rows: Vec<&str> = text.lines().collect();
    for (row, wanted) in DRAWN {
        assert_eq!(rows[row], wanted);
    }
    assert_eq!(rows[2], " ARA  isil yilmz_                                     8 kişi · 1.000.000 müşteri");
}

/// The rows of the drawing of the transactions; the list has one cell more at its left for the marker.
#[test]
fn transactions_stand_as_drawn() {
    let text = drawn(Lang::Tr, SMALL, "1 g h");
    let rows: Vec<&str> = text.lines().collect();
    assert_eq!(rows[3], " HAREKETLER  Vadesiz TL 4017-01                          son 90 gün · 214 kayıt");
    assert_eq!(rows[4], " ▸24.11 09:12  Market, banka kartı                    -412,80        8.412,36");
    assert_eq!(rows[5], "  23.11 18:52  ATM çekim        RED: günlük limit           —        8.825,16");
    assert_eq!(rows[6], "  23.11 10:05  Gelen FAST       M. Y*****Z          +2.500,00        8.825,16");
}

/// In every place the real cursor stands on the marker, or in the field after what was typed.
#[test]
fn the_cursor_stands_on_the_selection() {
    let places = [
        "",
        "<Down>",
        "<Tab>",
        "<Tab> <Tab> <Down>",
        "/",
        "/ i s i l",
        "/ i s i l <Esc> <Down>",
        "1",
        "1 <Down>",
        "1 g u <Down> <Down>",
        "1 g o",
        "1 g s <Down>",
        "1 g h <Down>",
        "1 g h <End>",
        "1 g h / F",
        "1 : u",
        "1 v",
        "1 g p",
        "1 g e",
    ];
    for size in [SMALL, (132, 43)] {
        for keys in places {
            let desk = desk(Lang::Tr, size, keys);
            let (buffer, cursor) = draw(&desk.model);
            let (x, y) = cursor.unwrap_or_else(|| panic!("{keys}: no cursor"));
            let under = buffer[(x, y)].symbol();
            let typed = desk.model.contexts()[0].takes_text();
            assert_eq!(under, if typed { "_" } else { MARKER }, "{keys} {size:?}\n{}", text_of(&buffer));
        }
    }
}

/// Whatever the colours, everything can be told apart: the accent changes no character.
#[test]
fn colour_adds_nothing_but_colour() {
    for keys in ["", "1", "1 g h", "1 ?", "1 v"] {
        let mut desk = desk(Lang::Tr, SMALL, keys);
        let mono = draw(&desk.model).0;
        desk.model.theme = Theme::Accent;
        let accent = draw(&desk.model).0;
        assert_eq!(text_of(&mono), text_of(&accent), "{keys}");
        assert!(accent.content().iter().any(|cell| cell.fg == Color::Cyan), "{keys}");
        assert!(mono.content().iter().all(|cell| cell.fg == Color::Reset), "{keys}");
    }
}

#[test]
fn a_long_text_shows_where_the_cursor_is() {
    let keys = format!("/ {} <Home>", "a b c d e f g h i j ".repeat(9));
    let text = drawn(Lang::Tr, SMALL, &keys);
    assert!(text.lines().nth(2).unwrap().contains("abcdefghij"), "{text}");
    for size in [(80, 24), (20, 10), (3, 3), (1, 1), (0, 0)] {
        let desk = desk(Lang::Tr, size, keys.trim_end_matches(" <Home>"));
        let (buffer, _) = draw(&desk.model);
        assert_eq!((buffer.area.width, buffer.area.height), size);
    }
}

#[test]
fn before_the_bank_is_open_the_field_stands_and_a_named_customer_has_one_row() {
    let mut settings = crate::app::tests::desk::settings(Lang::Tr, SMALL);
    let (model, _) = Model::begin(settings.clone());
    let text = text_of(&draw(&model).0);
    assert!(text.contains(" ARA\n") && text.contains("Banka açılıyor"), "{text}");
    settings.customer = Some(crate::app::tests::sample::DENIZ);
    let (model, _) = Model::begin(settings);
    let text = text_of(&draw(&model).0);
    assert_eq!(text.trim(), "Müşteri 704017 açılıyor");
}

/// Lines of work that have no room are counted beside the title; rows that the calls do not need are the work's.
#[test]
fn work_that_does_not_fit_is_counted() {
    for (lang, more) in [(Lang::Tr, "… 2 daha"), (Lang::En, "… 2 more")] {
        for (calls, rows, told) in [(2, 2, true), (1, 3, false), (0, 3, false)] {
            let mut desk = desk(lang, SMALL, "");
            let work = desk.model.start.work.as_mut().unwrap();
            work.lines.push(work.lines[0].clone());
            work.left = 4;
            work.call.truncate(calls);
            work.calls = calls;
            let text = text_of(&draw(&desk.model).0);
            let title = text
                .lines()
                .position(|row| row.starts_with([" BEKLEYEN", " MY WORK"][usize::from(lang == Lang::En)]))
                .unwrap();
            let listed = text
                .lines()
                .skip(title + 1)
                .take_while(|row| !row.contains("ARAYIN") && !row.contains("CALL"));
            assert_eq!(listed.count(), rows, "{calls}\n{text}");
            let row = text.lines().nth(title).unwrap();
            assert_eq!(row.contains(more), told, "{row}");
            assert_eq!(row.contains('…'), rows < 4, "{row}");
        }
    }
}
