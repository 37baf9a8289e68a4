//! Keys while an answer is awaited, and answers that come late.

use super::{
    desk::{Desk, settings},
    sample::{self, DENIZ},
};
use crate::{
    app::{Event, INPUTS_WAITING_MAX, Model, update},
    key::{Key, parse_keys},
    request::{Answer, Effect, Request},
    text::Lang,
};

fn key(written: &str) -> Event {
    Event::Key { key: written.parse::<Key>().unwrap(), seen: 0, at: sample::now() }
}

fn answered(request: Request) -> Event {
    let answer = sample::answer(&request);
    Event::Answer { request, answer, at: sample::now() }
}

fn asks(effects: &[Effect]) -> Vec<Request> {
    effects
        .iter()
        .filter_map(|effect| if let Effect::Ask(request) = effect { Some(request.clone()) } else { None })
        .collect()
}

fn find(text: &str) -> Request {
    Request::Find { text: text.to_owned(), limit: 50, typing: true }
}

#[test]
fn keys_wait_in_order_and_act_after_the_answer() {
    let mut desk = Desk::turkish();
    let open = Request::OpenCustomer { customer: DENIZ };
    assert_eq!(update(&mut desk.model, key("1")), [Effect::Ask(open.clone())]);
    for pressed in parse_keys("g u <Down> <Down>").unwrap() {
        assert_eq!(update(&mut desk.model, Event::Key { key: pressed, seen: 0, at: sample::now() }), []);
    }
    assert_eq!(desk.told(), "start hits 0");
    update(&mut desk.model, answered(open));
    assert_eq!(desk.told(), "customer alerts 2");
}

#[test]
fn too_many_waiting_keys_are_refused_and_said() {
    let mut desk = Desk::turkish();
    let open = Request::OpenCustomer { customer: DENIZ };
    update(&mut desk.model, key("1"));
    for _ in 0..INPUTS_WAITING_MAX {
        update(&mut desk.model, key("Tab"));
    }
    assert_eq!(desk.told(), "start hits 0");
    update(&mut desk.model, key("F12"));
    assert_eq!(desk.told(), "start hits 0 !desk-keys-waiting");
    update(&mut desk.model, answered(open));
    // 256 times four panes round is the pane where it began
    assert_eq!(desk.told(), "customer offers 0");
}

#[test]
fn one_find_is_open_at_a_time_and_the_newest_text_is_next() {
    let mut desk = Desk::turkish().keys("/");
    assert_eq!(asks(&update(&mut desk.model, key("i"))), [find("i")]);
    for letter in ["s", "i", "l"] {
        assert_eq!(update(&mut desk.model, key(letter)), []);
    }
    // the hits of an older text are dropped
    assert_eq!(asks(&update(&mut desk.model, answered(find("i")))), [find("isil")]);
    assert!(desk.model.start.hits().is_none());
    assert_eq!(asks(&update(&mut desk.model, answered(find("isil")))), []);
    assert_eq!(desk.model.start.hits().unwrap().hits.len(), 4);
    // an answer that nobody asked for changes nothing
    update(&mut desk.model, answered(find("zzz")));
    assert_eq!(desk.model.start.hits().unwrap().hits.len(), 4);
}

#[test]
fn enter_waits_for_the_hits_of_what_was_typed() {
    let mut desk = Desk::turkish().keys("/");
    update(&mut desk.model, key("i"));
    update(&mut desk.model, key("s"));
    update(&mut desk.model, key("Enter"));
    update(&mut desk.model, key("Tab"));
    let next = asks(&update(&mut desk.model, answered(find("i"))));
    assert_eq!(next, [find("is")]);
    let open = asks(&update(&mut desk.model, answered(find("is"))));
    assert_eq!(open, [Request::OpenCustomer { customer: DENIZ }]);
    update(&mut desk.model, answered(open[0].clone()));
    assert_eq!(desk.told(), "customer complaints 0");
}

#[test]
fn a_late_answer_to_something_else_is_dropped() {
    let mut desk = Desk::turkish().keys("1");
    let stray = Request::List {
        customer: DENIZ,
        list: crate::request::ListKind::Errors,
        filter: String::new(),
        from: 0,
    };
    update(&mut desk.model, answered(stray));
    assert_eq!(desk.told(), "customer offers 0");
}

#[test]
fn a_failure_is_said_and_the_session_goes_on() {
    let mut desk = Desk::turkish();
    update(&mut desk.model, key("1"));
    let request = Request::OpenCustomer { customer: DENIZ };
    let message = crate::text::Message::new(crate::text::ids::screen::INTERNAL_FAULT);
    update(&mut desk.model, Event::Answer { request, answer: Answer::Failed { message }, at: sample::now() });
    assert_eq!(desk.told(), "start hits 0 !internal-fault");
    assert_eq!(desk.keys("<Down>").told(), "start hits 1");
}

#[test]
fn a_named_customer_opens_first_and_keys_wait_for_it() {
    let mut settings = settings(Lang::Tr, (80, 24));
    settings.customer = Some(DENIZ);
    let (model, effects) = Model::begin(settings);
    assert_eq!(asks(&effects), [Request::OpenCustomer { customer: DENIZ }, Request::Work]);
    let mut desk = Desk { model, ..Desk::turkish() };
    update(&mut desk.model, key("Tab"));
    update(&mut desk.model, answered(Request::Work));
    update(&mut desk.model, answered(Request::OpenCustomer { customer: DENIZ }));
    assert_eq!(desk.told(), "customer complaints 0");
}
