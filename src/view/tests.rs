use insta::assert_snapshot;

mod hostile;
mod narrow;
mod places;

use super::{
    sample::{complaint, day, deniz, nameless, offers, said},
    *,
};
use crate::{
    domain::channel::Touchpoint,
    money::{Currency, Money},
    request::offers::SAY_CELLS_MAX,
    request::screen::{CallReason, Shown, SummaryLine},
};

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (132, 43);

#[test]
fn call_center_tr_80x24() {
    let screen = deniz(Touchpoint::CallCenter);
    assert_snapshot!(text_screen(&screen, Lang::Tr, SMALL, Glyphs::Unicode));
}

#[test]
fn call_center_en_80x24() {
    let screen = deniz(Touchpoint::CallCenter);
    assert_snapshot!(text_screen(&screen, Lang::En, SMALL, Glyphs::Unicode));
}

#[test]
fn branch_tr_80x24_ascii() {
    let screen = deniz(Touchpoint::Branch);
    assert_snapshot!(text_screen(&screen, Lang::Tr, SMALL, Glyphs::Ascii));
}

/// As drawn, but for `kasa✓`: there are no tills yet.
#[test]
fn branch_80x24() {
    let screen = deniz(Touchpoint::Branch);
    assert_snapshot!("branch_tr_80x24", text_screen(&screen, Lang::Tr, SMALL, Glyphs::Unicode));
    assert_snapshot!("branch_en_80x24", text_screen(&screen, Lang::En, SMALL, Glyphs::Unicode));
}

#[test]
fn call_center_tr_132x43() {
    let screen = deniz(Touchpoint::CallCenter);
    assert_snapshot!(text_screen(&screen, Lang::Tr, LARGE, Glyphs::Unicode));
}

/// That a quote is firm is said on the wide screen too, in both languages.
#[test]
fn call_center_en_132x43() {
    let screen = deniz(Touchpoint::CallCenter);
    assert_snapshot!(text_screen(&screen, Lang::En, LARGE, Glyphs::Unicode));
    for (lang, terms) in [(Lang::Tr, "IVR 23.11, kesin"), (Lang::En, "IVR 23.11, firm")] {
        assert!(text_screen(&screen, lang, LARGE, Glyphs::Unicode).contains(terms), "{terms}");
    }
}

#[test]
fn call_center_tr_80x24_ascii() {
    let screen = deniz(Touchpoint::CallCenter);
    assert_snapshot!(text_screen(&screen, Lang::Tr, SMALL, Glyphs::Ascii));
}

#[test]
fn smaller_screens_in_the_other_language() {
    let screen = deniz(Touchpoint::CallCenter);
    assert_snapshot!("stacked_en_60x20", text_screen(&screen, Lang::En, (60, 20), Glyphs::Unicode));
    assert_snapshot!("minimal_tr_40x10", text_screen(&screen, Lang::Tr, (40, 10), Glyphs::Unicode));
}

/// A promise whose time has passed was not kept: the pane says so from then on.
#[test]
fn a_promise_that_has_passed_was_not_kept() {
    let mut screen = deniz(Touchpoint::CallCenter);
    screen.complaints.lines = Shown::Known(vec![open_complaint()]);
    screen.complaints.open = 1;
    for (at, tr, en) in [
        ("2026-11-24T17:00:00+03:00", "dönüş sözü bugün 17:00", "call back today 17:00"),
        ("2026-11-24T17:01:00+03:00", "söz tutulmadı 17:00", "call back missed 17:00"),
        ("2026-11-25T09:00:00+03:00", "söz tutulmadı 24.11", "call back missed 24.11"),
    ] {
        screen.at = crate::time::Moment::parse_rfc3339(at).unwrap();
        for (lang, words) in [(Lang::Tr, tr), (Lang::En, en)] {
            let text = text_screen(&screen, lang, SMALL, Glyphs::Unicode);
            assert!(text.contains(words), "{at} {words}\n{text}");
        }
    }
}

/// Where a sentence may not be said its row says why, on the screen and in plain lines.
#[test]
fn a_sentence_that_is_not_said_says_why() {
    let mut screen = deniz(Touchpoint::CallCenter);
    let Shown::Known(offers) = &mut screen.offers else { panic!("offers") };
    for line in &mut offers.lines {
        line.say = None;
        line.unsaid = Some(said("Arama izni yok: söylenmez", "No consent to calls: not said"));
    }
    for (lang, row, line) in [
        (Lang::Tr, "    Deyin: Arama izni yok: söylenmez", "Deyin: Arama izni yok: söylenmez"),
        (Lang::En, "    Say:  No consent to calls: not said", "Say: No consent to calls: not said"),
    ] {
        for size in [SMALL, LARGE] {
            let text = text_screen(&screen, lang, size, Glyphs::Unicode);
            assert!(text.lines().any(|shown| shown.starts_with(row)), "{text}");
        }
        assert!(plain(&screen, lang).lines().any(|shown| shown == line), "{}", plain(&screen, lang));
    }
}

/// The heading stands whatever is held, and says how many of how many there are.
#[test]
fn plain_offers_have_their_heading_and_their_count() {
    let mut screen = deniz(Touchpoint::CallCenter);
    let Shown::Known(offers) = &mut screen.offers else { panic!("offers") };
    offers.note = None;
    assert!(plain(&screen, Lang::Tr).lines().any(|line| line == "Teklifler: 7 adaydan en iyi 5"));
    assert!(plain(&screen, Lang::En).lines().any(|line| line.starts_with("Offers: best 5 of 7")));
}

#[test]
fn sales_closed_tr_80x24() {
    let mut screen = deniz(Touchpoint::CallCenter);
    screen.offers = Shown::Known(offers::closed());
    screen.complaints.lines =
        Shown::Known(vec![open_complaint(), complaint(1, "2026-11-02", "ATM'de para sıkışması", Some(2))]);
    screen.complaints.open = 1;
    assert_snapshot!(text_screen(&screen, Lang::Tr, SMALL, Glyphs::Unicode));
    assert_snapshot!("sales_closed_en_80x24", text_screen(&screen, Lang::En, SMALL, Glyphs::Unicode));
}

fn open_complaint() -> crate::request::screen::ComplaintLine {
    let mut open = complaint(2, "2026-11-18", "Kart aidatı iadesi", None);
    open.promise = Some(crate::time::Moment::parse_rfc3339("2026-11-24T17:00:00+03:00").unwrap());
    open
}

#[test]
fn a_card_source_that_failed_shows_its_last_good_value() {
    let mut screen = deniz(Touchpoint::CallCenter);
    let Some(SummaryLine::Card { owed, available, .. }) = screen.summary.first_mut() else {
        panic!("a card")
    };
    let last = (Money::new(-1_842_050, Currency::TRY), day("2026-11-24"));
    *owed = Shown::Unknown { last: Some(last) };
    *available = Shown::Unknown { last: None };
    assert_snapshot!(text_screen(&screen, Lang::Tr, SMALL, Glyphs::Unicode));
    assert_snapshot!("a_source_that_failed_en", text_screen(&screen, Lang::En, SMALL, Glyphs::Unicode));
}

#[test]
fn smaller_screens_stack_and_the_smallest_has_alerts() {
    let screen = deniz(Touchpoint::CallCenter);
    assert_snapshot!(text_screen(&screen, Lang::Tr, (60, 20), Glyphs::Unicode));
    assert_snapshot!("minimal_en_40x10", text_screen(&screen, Lang::En, (40, 10), Glyphs::Unicode));
    assert_snapshot!("minimal_tr_39x9", text_screen(&screen, Lang::Tr, (39, 9), Glyphs::Unicode));
}

/// Without colour and without the real cursor the marker tells where one is.
#[test]
fn the_selected_item_is_marked_where_the_cursor_is() {
    let screen = deniz(Touchpoint::CallCenter);
    for (pane, last) in [(Pane::Summary, 7), (Pane::Alerts, 5), (Pane::Offers, 4), (Pane::Complaints, 5)] {
        for at in [0, 1, last, last + 20] {
            for size in [SMALL, LARGE, (100, 30), (60, 20), (40, 10), (39, 9), (20, 5)] {
                let around = Around { selection: Some((pane, at)), ..Around::default() };
                let (buffer, cursor) = cells(&screen, Lang::Tr, size, around);
                let marks: Vec<(u16, u16)> = (0..size.1)
                    .flat_map(|y| (0..size.0).map(move |x| (x, y)))
                    .filter(|at| buffer.cell(*at).is_some_and(|cell| cell.symbol() == MARKER))
                    .collect();
                assert_eq!(cursor.into_iter().collect::<Vec<_>>(), marks, "{pane:?} {at} {size:?}");
                assert!(cursor.is_some(), "{pane:?} {at} {size:?} has no cursor");
            }
        }
    }
}

/// Whatever a pack may say stands whole at 80 columns, quotation marks or not.
#[test]
fn a_sentence_to_say_is_never_cut_at_80_columns() {
    for cells in [1, SAY_CELLS_MAX - 3, SAY_CELLS_MAX - 2, SAY_CELLS_MAX - 1, SAY_CELLS_MAX] {
        let sentence = format!("{}?", "ş".repeat(cells - 1));
        let mut screen = deniz(Touchpoint::CallCenter);
        let Shown::Known(offers) = &mut screen.offers else { panic!("offers") };
        offers.lines[0].say = Some(said(&sentence, &sentence));
        for lang in Lang::ALL {
            for size in [SMALL, LARGE] {
                let drawn = text_screen(&screen, lang, size, Glyphs::Unicode);
                assert!(drawn.contains(&sentence), "{cells} {lang:?} {size:?}: {drawn}");
            }
        }
    }
}

/// Service before the offers, and its reason and sentence below: at 80 and at 132 columns.
#[test]
fn service_stands_first_while_sales_are_open() {
    let mut screen = deniz(Touchpoint::CallCenter);
    let Shown::Known(offers) = &mut screen.offers else { panic!("offers") };
    offers.service = offers::closed().service;
    for size in [SMALL, LARGE] {
        let drawn = text_screen(&screen, Lang::Tr, size, Glyphs::Unicode);
        let rows: Vec<&str> = drawn.lines().collect();
        let title = rows.iter().position(|row| row.starts_with(" TEKLİFLER")).unwrap();
        let at =
            |word: &str| rows.iter().position(|row| row.contains(word)).unwrap_or_else(|| panic!("{word}"));
        assert!(at("Hizmet: önce kart") < at("Para piyasası fonu"), "{drawn}");
        assert!(at("Hizmet: önce kart") > title && at("açık şikâyet satış") < at("Aidat iadeniz"), "{drawn}");
        let best = if size == SMALL { "en iyi 2" } else { "en iyi 4" };
        assert!(rows[title].contains(best), "{drawn}");
        assert!(size == LARGE || !drawn.contains("Kesin teklif"), "a quiet quote comes last: {drawn}");
    }
}

#[test]
fn nameless_en_80x24() {
    assert_snapshot!(text_screen(&nameless(), Lang::En, SMALL, Glyphs::Unicode));
}

#[test]
fn nameless_tr_60x20_stacked() {
    assert_snapshot!(text_screen(&nameless(), Lang::Tr, (60, 20), Glyphs::Latin5));
}

/// What identifies stays readable where the row is short: stars go before digits.
#[test]
fn the_last_digits_of_the_identity_number_stand_on_a_narrow_screen() {
    let screen = deniz(Touchpoint::CallCenter);
    for (size, seen) in [((60, 20), "TCKN ****8142"), ((80, 24), "TCKN *******8142")] {
        let drawn = text_screen(&screen, Lang::Tr, size, Glyphs::Unicode);
        let first = drawn.lines().next().unwrap_or_default();
        assert!(first.contains(seen), "{first}");
    }
}

/// What has room on a wide screen is not cut: texts move left of where they are drawn.
#[test]
fn a_wide_screen_cuts_nothing_that_has_room() {
    let mut screen = deniz(Touchpoint::CallCenter);
    screen.header.address =
        Some(said("ANADOLU YAPI MALZEMELERİ LTD. ŞTİ.", "ANADOLU YAPI MALZEMELERİ LTD. ŞTİ."));
    let Shown::Known(offers) = &mut screen.offers else { panic!("offers") };
    offers.note_more = Some(said(
        "2 kredi elendi: takipteki çek varken önerilmez",
        "2 credit offers held: none is made beside bounced cheques",
    ));
    offers.lines[0].more = Some(said(
        "500 bin TL vadeliye 7 gün kaldı · benzer 100 müşteriden 41'i aldı",
        "500k TRY deposit matures in 7 days · 41 of 100 look-alikes took it",
    ));
    for lang in Lang::ALL {
        let text = text_screen(&screen, lang, LARGE, Glyphs::Unicode);
        assert!(!text.contains('…'), "{text}");
    }
}

/// Whose screen it is stays readable on any screen; what else the first rows say gives way.
#[test]
fn name_and_number_stand_on_every_screen() {
    let screen = deniz(Touchpoint::CallCenter);
    for size in [LARGE, SMALL, (60, 20), (40, 10), (39, 9), (30, 8), (20, 5), (20, 3)] {
        for (lang, name) in [(Lang::Tr, "DENİZ HANIM Y*****Z"), (Lang::En, "Ms DENİZ Y*****Z")] {
            let drawn = text_screen(&screen, lang, size, Glyphs::Unicode);
            let rows: Vec<&str> = drawn.lines().take(2).collect();
            assert!(rows[0].contains(name), "{size:?} {rows:?}");
            assert!(rows.join("\n").contains("No ****4017"), "{size:?} {rows:?}");
        }
    }
}

#[test]
fn plain_tr() {
    assert_snapshot!(plain(&deniz(Touchpoint::CallCenter), Lang::Tr));
}

#[test]
fn plain_en_nameless() {
    assert_snapshot!(plain(&nameless(), Lang::En));
}
