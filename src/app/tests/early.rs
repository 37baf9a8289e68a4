//! Keys that are pressed before the bank is open: none is lost, and none acts out of order.

use super::{
    desk::{Desk, settings},
    flows, sample,
};
use crate::{
    app::{Event, INPUTS_WAITING_MAX, Model, update},
    domain::{Refusal, operator::Role},
    key::parse_keys,
    request::{Answer, Effect, Request},
    text::Lang,
};

/// A session whose bank is not open yet, and what it asked at its beginning.
fn closed(role: Role) -> (Desk, Vec<Effect>) {
    let mut settings = settings(Lang::Tr, (80, 24));
    settings.caller.role = role;
    let (model, effects) = Model::begin(settings);
    let bank = flows::Bank::default();
    (Desk { model, effects: Vec::new(), bank, frame: 0, silent: false, now: sample::now() }, effects)
}

/// The bank opens, names are read, and what was asked first is answered.
fn open(mut desk: Desk, asked: Vec<Effect>, work: &Answer) -> Desk {
    let (caller, at) = (desk.model.caller.clone(), sample::now());
    desk.event(Event::Opened { caller, demo: false, shelf: flows::shelf(), at });
    desk.event(Event::SearchReady);
    for effect in asked {
        let Effect::Ask(request) = effect else { continue };
        let answer = if request == Request::Work { work.clone() } else { sample::answer(&request) };
        desk.event(Event::Answer { request, answer, at });
    }
    desk
}

/// Keys while nobody answers; what they ask waits with the rest.
fn typed(desk: &mut Desk, asked: &mut Vec<Effect>, keys: &str) {
    for key in parse_keys(keys).unwrap() {
        asked.extend(update(&mut desk.model, Event::Key { key, seen: 0, at: sample::now() }));
    }
}

fn early(keys: &str) -> Desk {
    let (mut desk, mut asked) = closed(Role::Agent);
    typed(&mut desk, &mut asked, keys);
    open(desk, asked, &Answer::Work(Box::new(sample::work())))
}

/// Whatever is pressed leads to the same place, early or late.
#[test]
fn keys_typed_while_the_bank_opens_do_what_they_would_do_later() {
    for keys in [
        "1",
        "<Enter>",
        "<Tab> <Enter>",
        "<Tab> <Tab> <Down> <Enter>",
        "<Down> <Down>",
        "<End> <Home>",
        "<S-Tab>",
        "g b",
        "g b <Down>",
        "1 g h <Down>",
        "1 i b <Tab> 2 0 0 b <Tab>",
        "2 <Down> <Down>",
        "/ i s i l",
        "/ i s i l <Enter>",
        "/ i s i l <Esc> <Down> <Enter>",
        "/ i s i l <Esc> <Esc> 1",
        "1 / i s i l",
        "<F11> 1 g u",
        "? <Esc> 1",
        ": s h o w - w o r k <Enter> <Down>",
        ": r e s u m e - d r a f t <Enter>",
    ] {
        let (early, late) = (early(keys), Desk::turkish().keys(keys));
        assert_eq!(early.told(), late.told(), "{keys}");
        assert!(!early.model.is_waiting(), "{keys}");
    }
}

#[test]
fn what_waits_is_bounded_and_says_so() {
    let (mut desk, asked) = closed(Role::Agent);
    desk = desk.keys("<Down>");
    assert!(desk.model.is_waiting());
    for _ in 0..=INPUTS_WAITING_MAX {
        desk = desk.keys("<Down>");
    }
    assert!(desk.told().ends_with("!desk-keys-waiting"), "{}", desk.told());
    let desk = open(desk, asked, &Answer::Work(Box::new(sample::work())));
    assert_eq!(desk.told(), "start hits 10");
}

/// Without lists there is nothing to wait for: the keys are done, and row 23 says why nothing came of them.
#[test]
fn who_may_not_have_the_lists_is_told_so_for_as_long_as_it_holds() {
    let refused = || Answer::Refused(Refusal::NotPermitted { request: "work".to_owned() });
    let (mut desk, mut asked) = closed(Role::Auditor);
    typed(&mut desk, &mut asked, "1 / d");
    let desk = open(desk, asked, &refused());
    assert_eq!(desk.told(), "start field 0 'd'");
    let row_23 = |desk: &Desk| {
        let text = crate::view::text_of(&crate::view::draw(&desk.model).0);
        text.lines().nth(22).unwrap().trim().to_owned()
    };
    let desk = desk.keys("<Esc> <Esc> 1");
    assert_eq!(row_23(&desk), "Bu görevin bekleyen iş listesi yok; müşteri aramak için /.");
    let (desk, asked) = closed(Role::Admin);
    let desk = open(desk, asked, &refused()).keys("1");
    assert_eq!(row_23(&desk), "Bu rolde müşteri ekranı yok. Yapılabilenler: F1 · çıkış: F3");
}

#[test]
fn a_bank_that_fails_lets_go_of_the_keys() {
    let (desk, asked) = closed(Role::Agent);
    let failed =
        Answer::Failed { message: crate::text::Message::new(crate::text::ids::screen::INTERNAL_FAULT) };
    let desk = open(desk.keys("1 <F11>"), asked, &failed);
    assert!(!desk.model.is_waiting() && desk.model.lang() == Lang::En, "{}", desk.told());
}

/// Leaving is never held up: it is about no list.
#[test]
fn who_wants_to_leave_need_not_wait() {
    let (mut desk, mut asked) = closed(Role::Agent);
    typed(&mut desk, &mut asked, "q");
    assert_eq!(asked.last(), Some(&Effect::Leave));
}
