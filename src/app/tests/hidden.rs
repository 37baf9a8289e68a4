//! What nobody has read is not agreed to, and what was filled is not lost.

use super::{
    desk::Desk,
    flow::{at_consent, submitted},
};
use crate::request::{FlowRequest, Request};

/// Seconds after the sample's moment.
fn later(seconds: i64) -> crate::time::Moment {
    super::sample::now().plus_seconds(seconds).unwrap()
}

#[test]
fn the_first_key_after_a_price_has_passed_says_so_and_is_no_yes() {
    for keys in ["E", "y", "<Enter>"] {
        let mut desk = at_consent();
        desk.now = later(24 * 60 * 60);
        let mut desk = desk.keys(keys);
        assert_eq!(desk.told(), "flow 3/3 answer !desk-price-passed", "{keys}");
        assert_eq!((submitted(&desk).len(), desk.model.open_flow().unwrap().run.answer()), (0, None));
        desk.now = super::sample::now();
        assert_eq!(desk.keys("<F5> E <Enter>").told(), "receipt 2026-1124-000871", "{keys}");
    }
}

fn kept(desk: &Desk) -> Vec<crate::request::flow::FlowWork> {
    let keeps = desk.asked().into_iter().filter_map(|asked| {
        if let Request::Flow(FlowRequest::Keep { work }) = asked { Some(work.clone()) } else { None }
    });
    keeps.collect()
}

fn value(work: &crate::request::flow::FlowWork, field: &str) -> Option<String> {
    work.fields.iter().find(|(name, _)| name == field).map(|(_, value)| value.clone())
}

#[test]
fn what_is_filled_is_kept_a_moment_later_and_nothing_is_said_of_it() {
    let keep = || crate::app::Event::Timer(crate::request::effect::Timer::Keep);
    let mut desk = Desk::turkish().keys("1 i b");
    desk.event(keep());
    assert!(kept(&desk).is_empty(), "nothing was filled");
    let mut desk = desk.keys("<Tab> 1 5 0 b <Tab> <Tab> 1 0 0");
    let before = crate::view::draw(&desk.model);
    desk.event(keep());
    let works = kept(&desk);
    assert_eq!(works.len(), 1);
    assert_eq!(value(&works[0], "fx_amount").as_deref(), Some("150000.00"));
    assert_eq!(value(&works[0], "fund_amount").as_deref(), Some("100.00"), "what is being typed counts");
    assert!(crate::view::draw(&desk.model) == before, "nothing on the screen moves");
    desk.event(keep());
    assert_eq!(kept(&desk).len(), 1, "once");
    let mut desk = desk.keys("b <Enter>");
    desk.event(keep());
    let works = kept(&desk);
    assert_eq!((works.len(), works[1].step), (2, 2));
    assert_eq!(value(&works[1], "fund_amount").as_deref(), Some("100000.00"));
}

#[test]
fn an_amount_typed_on_the_table_goes_to_the_first_amount() {
    for (keys, fx) in [("1 i b 2 0 0 b", "200b"), ("1 i b % 4 0", "%40")] {
        let desk = Desk::turkish().keys(keys);
        let place = desk.model.open_flow().unwrap();
        assert_eq!((place.focus.as_str(), place.entry.as_ref().unwrap().text()), ("fx_amount", fx));
    }
    let other = Desk::turkish().keys("1 i b x");
    assert_eq!(other.told(), Desk::turkish().keys("1 i b").told(), "letters mean nothing there");
}

/// Help hides the sentence: a key closes it and does no more, and what was typed ahead of the sentence is dropped.
#[test]
fn nobody_agrees_to_what_help_hides() {
    for keys in ["E", "<Enter>", "y <Enter>"] {
        let desk = at_consent().keys("<F1>").keys(keys.split(' ').next().unwrap());
        assert_eq!(desk.told(), "flow 3/3 answer", "{keys}");
        assert_eq!((submitted(&desk).len(), desk.model.open_flow().unwrap().run.answer()), (0, None));
    }
    let (help, _) = crate::view::draw(&at_consent().keys("<F1>").model);
    let text: String = help.content().iter().map(ratatui::buffer::Cell::symbol).collect();
    assert!(text.contains("Her tuş önce bunu kapatır"), "{text}");
    // a burst: every key was pressed when the frame with help was the last one
    let mut burst = at_consent().keys("<F1>");
    let seen = burst.frame;
    for key in crate::key::parse_keys("E E <Enter> E <Enter>").unwrap() {
        burst.event(crate::app::Event::Key { key, seen, at: super::sample::now() });
    }
    assert_eq!((burst.told().as_str(), submitted(&burst).len()), ("flow 3/3 answer", 0));
    assert_eq!(burst.keys("E <Enter>").told(), "receipt 2026-1124-000871", "what was read stays read");
}

/// The number of an account holds the customer's, which is masked: a list shows what people call it.
#[test]
fn a_list_of_accounts_shows_no_numbers_behind_their_labels() {
    let desk = Desk::turkish().keys("1 i b <F4>");
    let (buffer, _) = crate::view::draw(&desk.model);
    let text: String = buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect();
    let place = desk.model.open_flow().unwrap();
    let choices = place.focused().unwrap().choices;
    assert!(choices.len() > 1);
    for choice in choices {
        assert!(text.contains(&choice.label.tr) && !text.contains(&choice.value), "{}", choice.value);
    }
}
