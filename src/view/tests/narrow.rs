//! What has to stand whole where there is little room.

use super::{LARGE, SMALL, open_complaint, said};
use crate::{
    domain::channel::Touchpoint,
    money::{Currency, Money},
    request::{
        CustomerScreen,
        offers::SAY_CELLS_MAX,
        screen::{CallReason, Shown, SummaryLine},
    },
    text::{Lang, safe},
    view::{Around, Glyphs, Pane, cells, sample::deniz, text_of, text_screen},
};

const STACKED: (u16, u16) = (60, 20);

fn call_center() -> CustomerScreen {
    deniz(Touchpoint::CallCenter)
}

fn drawn(screen: &CustomerScreen, lang: Lang, size: (u16, u16)) -> String {
    text_screen(screen, lang, size, Glyphs::Unicode)
}

fn selected(screen: &CustomerScreen, lang: Lang, size: (u16, u16), pane: Pane) -> String {
    let around = Around { selection: Some((pane, 0)), ..Around::default() };
    text_of(&cells(screen, lang, size, around).0)
}

fn last_row(text: &str) -> &str {
    text.lines().last().unwrap_or_default()
}

/// That all of the money can be drawn stands on the row of the money, whatever the language and up to millions.
#[test]
fn what_can_be_drawn_takes_no_row_of_its_own_where_it_is_all() {
    for (minor, tr, en) in [
        (841_236, "Vadesiz TL (tümü çekilir) 8.412,36", "Current TRY (all free)    8,412.36"),
        (21_220_000, "Vadesiz TL (çekilir)    212.200,00", "Current TRY (all free)  212,200.00"),
        (169_351_397, "Vadesiz TL (çekilir)  1.693.513,97", "Current TRY (free)    1,693,513.97"),
    ] {
        let mut screen = call_center();
        let money = || Shown::Known(Money::new(minor, Currency::TRY));
        let Some(SummaryLine::Demand { balance, available, .. }) = screen.summary.get_mut(1) else {
            panic!("a current account")
        };
        (*balance, *available) = (money(), money());
        for (lang, row) in [(Lang::Tr, tr), (Lang::En, en)] {
            let text = drawn(&screen, lang, SMALL);
            assert!(text.contains(row), "{text}");
            assert_eq!(
                text.matches("kullanılabilir").count() + text.matches("available").count(),
                1,
                "{text}"
            );
        }
    }
}

/// The same reasons stand in both languages.
#[test]
fn english_drops_no_reason_that_turkish_says() {
    let table = [
        [
            ("IVR teklifi 60.000 TL", "IVR offer 60,000 TRY"),
            ("son temas 21.11 IVR: Kart limiti", "last contact 21.11 IVR: Card limit"),
        ],
        [
            ("21.11 10:52 Mobil giriş reddi", "21.11 10:52 App login refused"),
            ("son temas 21.11 Çağrı: Mobil giriş", "last contact 21.11 Call: App login"),
        ],
        [
            ("bugün 17:00'ye dönüş sözü var", "call back promised by 17:00 today"),
            ("23.11 18:52 ATM çekim reddi", "23.11 18:52 ATM refused"),
        ],
    ];
    for reasons in table {
        let mut screen = call_center();
        let reason = |(tr, en)| CallReason { text: said(tr, en), full: None };
        screen.call_reasons = Shown::Known(reasons.map(reason).to_vec());
        for lang in Lang::ALL {
            let text = drawn(&screen, lang, SMALL);
            for (tr, en) in reasons {
                assert!(text.contains(if lang == Lang::Tr { tr } else { en }), "{text}");
            }
        }
    }
}

/// A star stands for each hidden digit, and no fewer on a wider screen.
#[test]
fn an_identity_number_has_the_same_stars_at_both_drawn_sizes() {
    let mut screen = call_center();
    let name = "ANADOLU YAPI MALZEMELERİ LTD. ŞTİ.";
    screen.header.address = Some(said(name, name));
    screen.header.identity = Some("VKN ******0110".to_owned());
    for size in [SMALL, LARGE, (100, 30)] {
        for lang in Lang::ALL {
            let text = drawn(&screen, lang, size);
            assert!(text.contains("VKN ******0110"), "{size:?} {text}");
        }
    }
}

/// The longest sentence that a pack may have, between its quotation marks, and what came of a complaint.
#[test]
fn neither_sentence_nor_satisfaction_is_cut_where_panes_are_stacked() {
    let words: String = "şöyle böyle ".chars().cycle().take(SAY_CELLS_MAX - 1).collect();
    let long = format!("{}?", words.trim_end());
    for lang in Lang::ALL {
        let mut screen = call_center();
        let Shown::Known(offers) = &mut screen.offers else { panic!("offers") };
        offers.lines[0].say = Some(said(&long, &long));
        let text = selected(&screen, lang, STACKED, Pane::Offers);
        let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(joined.contains(&format!("\"{long}\"")), "{text}");
        let text = selected(&screen, lang, STACKED, Pane::Complaints);
        assert!(text.contains(if lang == Lang::Tr { "puan 3/5" } else { "score 3/5" }), "{text}");
        assert!(
            text.contains(if lang == Lang::Tr { "5 günde kapandı" } else { "closed in 5 days" }),
            "{text}"
        );
        assert!(text.lines().all(|row| !row.contains("kapandı") || !row.contains('…')), "{text}");
        assert!(text.lines().all(|row| safe::cells(row) <= 60), "{text}");
    }
    let mut screen = call_center();
    screen.complaints.lines = Shown::Known(vec![open_complaint()]);
    let text = selected(&screen, Lang::Tr, STACKED, Pane::Complaints);
    assert!(text.contains("Kart aidatı iadesi") && text.contains("17:00"), "{text}");
}

/// The last row names only what has something to say.
#[test]
fn hints_without_a_keymap_name_only_what_acts() {
    let alert = call_center();
    let mut offer = call_center();
    offer.alerts.clear();
    for lang in Lang::ALL {
        for size in [SMALL, STACKED, LARGE] {
            let rows = [&alert, &offer].map(|screen| drawn(screen, lang, size));
            let [alert, offer] = rows.each_ref().map(|text| last_row(text));
            assert!(alert.contains("tekil why 704017 alert"), "{alert}");
            assert!(offer.contains("tekil decide 704017") && !offer.contains("alert"), "{offer}");
            assert!([alert, offer].iter().all(|row| !row.contains('…')), "{rows:?}");
        }
    }
}
