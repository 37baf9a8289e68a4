//! Flows at the desk: keys in, places and requests out.

use super::{desk::Desk, flows::Outcome};
use crate::{
    app::place::Place,
    domain::operator::Role,
    request::{Effect, FlowRequest, Request, flow::Yes},
};

/// Opens the flow for the first story's customer.
const OPEN: &str = "1 i b";
/// Both amounts.
const AMOUNTS: &str = "<Tab> 2 0 0 b <Tab> <Tab> 3 0 0 b";

fn desk(keys: &str) -> Desk {
    Desk::turkish().keys(OPEN).keys(keys)
}

/// At the screen that posts.
pub(super) fn at_consent() -> Desk {
    desk(AMOUNTS).keys("<Enter> <Enter>")
}

pub(super) fn submitted(desk: &Desk) -> Vec<&FlowRequest> {
    let flows = desk.asked().into_iter().filter_map(|request| {
        if let Request::Flow(request @ FlowRequest::Submit { .. }) = request { Some(request) } else { None }
    });
    flows.collect()
}

/// Keys after the flow was opened, and where they lead.
const TABLE: &[(&str, &str)] = &[
    ("", "flow 1/3 deposit"),
    ("<Down>", "flow 1/3 deposit"),
    ("<Tab>", "flow 1/3 fx_amount"),
    ("<S-Tab>", "flow 1/3 fund"),
    ("<Tab> 2 0 0 b", "flow 1/3 fx_amount '200b'"),
    ("<Tab> 2 0 0 b <Esc>", "flow 1/3 fx_amount"),
    ("<Tab> 2 0 0 b <Down>", "flow 1/3 fx_currency"),
    ("<Tab> x y z <Tab>", "flow 1/3 fx_amount 'xyz' !desk-told"),
    ("<Tab> x y z <C-u> 5 0 b <Tab>", "flow 1/3 fx_currency"),
    ("<Tab> 2 0 0 b <Tab> <Backspace>", "flow 1/3 fx_currency 'US'"),
    ("<Enter>", "flow 1/3 fx_amount !desk-told"),
    ("<F5>", "flow 1/3 deposit !desk-price-later"),
    ("<F9>", "flow 1/3 deposit !desk-nothing-to-retry"),
    ("<F4>", "flow 1/3 deposit +values"),
    ("<F4> <Down> <Enter>", "flow 1/3 deposit"),
    ("<F4> <Esc>", "flow 1/3 deposit"),
    ("<Tab> <F4>", "flow 1/3 fx_amount !desk-no-values"),
    ("<F10>", "flow 1/3 deposit +alternatives"),
    ("<F10> <Enter>", "flow 1/3 deposit"),
    ("<F3>", "customer offers 0 !desk-draft-kept"),
    ("<F12>", "customer offers 0 !desk-flow-cancelled"),
    ("<C-s>", "flow 1/3 deposit !desk-draft-kept"),
    ("<C-d>", "flow 1/3 deposit +leave"),
    ("<C-d> <Enter>", "flow 1/3 deposit +leave"),
    ("<C-d> <Esc>", "flow 1/3 deposit"),
    ("<C-d> <C-d>", "flow 1/3 deposit +leave LEFT"),
    (": g o - b a c k <Enter>", "customer offers 0 !desk-draft-kept"),
    (": s e t - f i e l d <Space> f x _ a m o u n t = 5 0 b <Enter>", "flow 1/3 deposit"),
    (": s e t - f i e l d <Space> f x _ a m o u n t = 5 x <Enter>", "flow 1/3 fx_amount !desk-told"),
    (": s t a r t - f l o w <Space> b r e a k - f x - f u n d <Enter>", "flow 1/3 deposit !desk-flow-open"),
    (": s e t - t h e m e <Enter>", "flow 1/3 deposit !desk-theme-is"),
    ("<Tab> 1 2 , 3 4 5 <Tab>", "flow 1/3 fx_amount '12,345' !desk-told"),
    ("<Tab> 1 2 . 3 4 5 <Tab>", "flow 1/3 fx_currency"),
    ("<F11> <Tab> 1 2 . 3 4 5 <Tab>", "flow 1/3 fx_amount '12.345' !desk-told"),
    ("<Tab> 1 2 . 3 4 5 <F11> <Tab>", "flow 1/3 fx_amount '12.345' !desk-told"),
    ("<Tab> 2 0 0 b <Tab> <Tab> 3 0 0 b <Enter>", "flow 2/3 request_source"),
    ("<Tab> 2 0 0 b <Tab> <Tab> k a l a n <Enter>", "flow 2/3 request_source"),
    ("<Tab> 2 0 0 b <Tab> <Tab> 3 0 0 b <Enter> <F3>", "flow 1/3 deposit"),
    ("<Tab> 2 0 0 b <Tab> <Tab> 3 0 0 b <Enter> <Enter>", "flow 3/3 answer"),
    ("<Tab> 2 0 0 b <Tab> <Tab> 3 0 0 b <Enter> <Enter> <Enter>", "flow 3/3 answer !desk-told"),
    ("<Tab> 2 0 0 b <Tab> <Tab> 3 0 0 b <Enter> <Enter> H <Enter>", "flow 3/3 answer !desk-told"),
    (
        "<Tab> 2 0 0 b <Tab> <Tab> 3 0 0 b <Enter> <Enter> E <F3> <Enter> <Enter>",
        "flow 3/3 answer !desk-told",
    ),
    ("<Tab> 2 0 0 b <Tab> <Tab> 3 0 0 b <Enter> <Enter> E <Backspace> <Enter>", "flow 3/3 answer !desk-told"),
    ("<Tab> 2 0 0 b <Tab> <Tab> 3 0 0 b <Enter> <Enter> E <Enter>", "receipt 2026-1124-000871"),
    ("<Tab> 2 0 0 b <Tab> <Tab> 3 0 0 b <Enter> <Enter> y <Enter> <F6>", "paper 0"),
    (
        "<Tab> 2 0 0 b <Tab> <Tab> 3 0 0 b <Enter> <Enter> E <Enter> +",
        "receipt 2026-1124-000871 !desk-marked-helped",
    ),
    (
        "<Tab> 2 0 0 b <Tab> <Tab> 3 0 0 b <Enter> <Enter> E <Enter> <F10>",
        "receipt 2026-1124-000871 !desk-nothing-to-compensate",
    ),
    ("<Tab> 2 0 0 b <Tab> <Tab> 3 0 0 b <Enter> <Enter> E <Enter> <Enter>", "customer offers 0"),
];

#[test]
fn keys_lead_through_the_flow() {
    for (keys, wanted) in TABLE {
        assert_eq!(desk(keys).told(), *wanted, "{keys}");
    }
}

#[test]
fn both_other_keymaps_lead_through_the_flow() {
    let keys = "<Tab> 2 0 0 b <Tab> <Tab> 3 0 0 b <Enter> <Enter> E <Enter>";
    for (keymap, open) in [("3270", "1 <F10> 1"), ("vim", "1 i b")] {
        let mut desk = Desk::turkish();
        desk.model.keymap = std::sync::Arc::new(
            crate::keymap::Keymap::embedded(keymap).unwrap().with_flows(desk.model.shelf.menu()),
        );
        let desk = desk.keys(open).keys(keys);
        assert_eq!(desk.told(), "receipt 2026-1124-000871", "{keymap}");
    }
}

/// What was left half done goes on where it was, with a word and a way to begin anew.
#[test]
fn a_flow_that_was_left_half_done_is_taken_up() {
    let desk = desk("<Tab> 2 0 0 b <F3> i b");
    assert_eq!(desk.told(), "flow 1/3 deposit !desk-draft-taken-up");
    let said = desk.model.notice.clone().unwrap().say(crate::text::Lang::Tr);
    assert!(said.contains("1/3") && said.contains("F12") && said.contains("i b"), "{said}");
    let typed = |desk: &Desk| {
        let run = &desk.model.open_flow().unwrap().run;
        run.work().fields.into_iter().find(|(name, _)| name == "fx_amount").map(|(_, value)| value)
    };
    assert_eq!(typed(&desk).as_deref(), Some("200000.00"));
    let anew = desk.keys("<F12> i b");
    assert_eq!((anew.told().as_str(), typed(&anew)), ("flow 1/3 deposit", None));
}

/// Nothing that was typed before the screen was seen counts there; everywhere else it does.
#[test]
fn five_early_enters_post_nothing() {
    let mut early = desk(AMOUNTS).keys("<Enter>");
    assert_eq!(early.told(), "flow 2/3 request_source", "type-ahead counts elsewhere");
    early.early("<Enter>", 1);
    assert_eq!(early.told(), "flow 3/3 answer");
    early.early("E <Enter> <Enter> <Enter> <Enter> <Enter>", 9);
    assert_eq!((early.told().as_str(), submitted(&early).len()), ("flow 3/3 answer", 0));
    let seen = early.keys("<Enter> <Enter> <Enter> <Enter> <Enter>");
    assert_eq!((submitted(&seen).len(), seen.bank.posted), (0, 0), "without a yes nothing is posted");
    let posted = seen.keys("E <Enter>");
    assert_eq!(posted.told(), "receipt 2026-1124-000871");
    assert!(matches!(submitted(&posted).as_slice(), [FlowRequest::Submit { yes: Yes::Spoken, .. }]));
}

/// Keys that wait for an answer are gone when it brings the screen that posts.
#[test]
fn what_waited_is_dropped_when_the_screen_that_posts_opens() {
    let mut desk = at_consent();
    desk.silent = true;
    let mut desk = desk.keys("<F5> E <Enter> E <Enter>");
    let asked = desk.asked().last().copied().cloned().unwrap();
    let Request::Flow(price @ FlowRequest::Price { .. }) = &asked else { panic!("{asked:?}") };
    desk.silent = false;
    let answer = desk.bank.answer(price);
    desk.event(crate::app::Event::Answer { request: asked, answer, at: super::sample::now() });
    assert_eq!((desk.told().as_str(), submitted(&desk).len()), ("flow 3/3 answer", 0));
}

#[test]
fn a_price_that_passed_says_which_key_and_a_new_one_asks_again() {
    let mut desk = at_consent();
    desk.bank.outcome = Outcome::Stale;
    let mut desk = desk.keys("E <Enter>");
    assert_eq!(desk.told(), "flow 3/3 answer !desk-price-passed");
    let notice = desk.model.notice.clone().unwrap().say(crate::text::Lang::Tr);
    assert!(notice.contains("F5") && notice.contains("10:44:30"), "{notice}");
    desk.bank.outcome = Outcome::Whole;
    // the second price is the first one that differs
    let desk = desk.keys("<F5>");
    assert_eq!(desk.told(), "flow 3/3 answer");
    let place = desk.model.open_flow().unwrap();
    assert!(place.run.answer().is_none() && !place.changes.is_empty());
    let desk = desk.keys("<Enter>");
    assert_eq!((submitted(&desk).len(), desk.told().as_str()), (1, "flow 3/3 answer !desk-told"));
    assert_eq!(desk.keys("E <Enter>").told(), "receipt 2026-1124-000871");
}

#[test]
fn an_unknown_outcome_keeps_the_run_and_sends_the_same_again() {
    for outcome in [Outcome::Unknown, Outcome::Failed] {
        let mut desk = at_consent();
        desk.bank.outcome = outcome;
        let mut desk = desk.keys("E <Enter>");
        assert_eq!(desk.told(), "flow 3/3 answer unknown !desk-outcome-checked", "{outcome:?}");
        desk = desk.keys("<F12> <F5> H");
        assert_eq!(desk.told(), "flow 3/3 answer unknown !desk-outcome-checked", "{outcome:?}");
        desk.bank.outcome = Outcome::Whole;
        let desk = desk.keys("<F9>");
        let sent = submitted(&desk);
        assert!(sent.len() > 1 && sent.iter().all(|request| *request == sent[0]), "{sent:?}");
        assert_eq!(desk.told(), "receipt 2026-1124-000871");
    }
}

#[test]
fn a_run_that_stopped_half_way_must_be_seen() {
    let mut desk = at_consent();
    desk.bank.outcome = Outcome::Half;
    let mut desk = desk.keys("E <Enter>");
    desk.early("<Enter> <Enter>", 5);
    assert_eq!(desk.told(), "receipt 2026-1124-000872 half");
    let desk = desk.keys("<F10>");
    assert_eq!(desk.told(), "receipt 2026-1124-000872 half !desk-compensation-asked");
    let asked = desk.asked().len();
    let desk = desk.keys("<F10>");
    assert_eq!(desk.asked().len(), asked, "asked once");
    assert_eq!(desk.keys("<Enter>").told(), "customer offers 0");
}

#[test]
fn a_run_that_waits_can_be_asked_about_priced_anew_or_taken_back() {
    let mut desk = at_consent();
    desk.bank.outcome = Outcome::Awaiting;
    let desk = desk.keys("E <Enter>");
    assert_eq!(desk.told(), "flow 3/3 answer awaiting");
    let fresh = |keys: &str| {
        let mut desk = at_consent();
        desk.bank.outcome = Outcome::Awaiting;
        desk.keys("E <Enter>").keys(keys).told()
    };
    assert_eq!(fresh("<F5>"), "flow 3/3 answer !desk-withdrawn-priced");
    assert_eq!(fresh("<F9>"), "flow 3/3 answer awaiting !desk-still-waiting");
    assert_eq!(fresh("<F12>"), "customer offers 0 !desk-withdrawn");
    assert_eq!(fresh("<F12> i b"), "flow 1/3 deposit", "taken back, the next one is a new one");
    assert_eq!(fresh("<F3>"), "customer offers 0");
    assert_eq!(fresh("<Enter>"), "customer offers 0");
}

/// What waits is not begun a second time: the same key shows it, and it is taken back or changed from there.
#[test]
fn a_run_that_waits_is_taken_up_as_waiting() {
    let waiting = || {
        let mut desk = at_consent();
        desk.bank.outcome = Outcome::Awaiting;
        desk.keys("E <Enter> <Enter> i b")
    };
    assert_eq!(waiting().told(), "flow 3/3 answer awaiting !desk-still-waiting");
    let said = waiting().model.notice.clone().unwrap().say(crate::text::Lang::Tr);
    assert!(said.contains("onay bekliyor") && said.contains("F12") && said.contains("F5"), "{said}");
    let text = crate::view::text_of(&crate::view::draw(&waiting().keys("<F8>").model).0);
    assert!(text.contains(" ONAYDA  642.300 TL") && text.contains("[ E ]"), "{text}");
    assert!(text.contains("F12 geri çek"), "{text}");
    let back = waiting().keys("<F12>");
    assert_eq!(back.told(), "customer offers 0 !desk-withdrawn");
    let cancelled =
        |request: &&Request| matches!(request, Request::Flow(FlowRequest::Cancel { work }) if work.step == 3);
    assert_eq!(back.asked().into_iter().filter(cancelled).count(), 1, "the run that waits, not another");
    let changed = waiting().keys("<F5>");
    assert_eq!(changed.told(), "flow 3/3 answer !desk-withdrawn-priced");
    assert_eq!(changed.keys("<F3> <F3>").told(), "flow 1/3 deposit");
    // keys pressed before it was seen to wait post nothing
    let mut early = at_consent();
    early.bank.outcome = Outcome::Awaiting;
    let mut early = early.keys("E <Enter> <Enter> i b");
    let asked = submitted(&early).len();
    early.early("E <Enter>", 2);
    assert_eq!(submitted(&early).len(), asked);
}

/// Why a second person sent it back is said wherever it is taken up.
#[test]
fn what_was_sent_back_says_why_when_the_flow_is_opened() {
    let mut desk = desk("<Tab> 2 0 0 b <F3>");
    desk.bank.returned = Some("imza eksik".to_owned());
    let desk = desk.keys("i b");
    assert_eq!(desk.told(), "flow 1/3 deposit");
    let text = crate::view::text_of(&crate::view::draw(&desk.model).0);
    assert!(text.contains("imza eksik"), "{text}");
}

fn supervisor() -> Desk {
    let mut desk = Desk::turkish();
    desk.model.caller.role = Role::Supervisor;
    desk.keys("<Tab> <Down> <Down> <Enter>")
}

#[test]
fn a_supervisor_sees_the_same_screen_before_agreeing() {
    let desk = supervisor();
    assert_eq!(desk.told(), "approvals 0");
    let desk = desk.keys("<Enter>");
    assert_eq!(desk.told(), "flow 3/3 answer reviewing");
    let desk = desk.keys("<Enter> <F3> <F3> <Enter> <Enter>");
    assert_eq!((desk.told().as_str(), desk.bank.posted), ("flow 3/3 answer reviewing", 0));
    let Some(Place::Flow(place)) = desk.model.places.last() else { panic!("nothing to agree to") };
    let read = place.run.plan().unwrap().digest;
    let desk = desk.keys("E <Enter>");
    assert_eq!((desk.told().as_str(), desk.bank.posted), ("approvals 0 !desk-approved", 1));
    assert!(desk.asked().iter().any(|request| {
        matches!(request, Request::Flow(FlowRequest::Approve { digest, .. }) if *digest == read)
    }));
}

#[test]
fn a_supervisor_sends_back_with_a_reason() {
    let desk = supervisor().keys("<Enter> H <Enter>");
    assert_eq!(desk.told(), "flow 3/3 answer reviewing +reason");
    let desk = desk.keys("<Enter>");
    assert_eq!(desk.told(), "flow 3/3 answer reviewing +reason !desk-return-reason");
    let desk = desk.keys("t u t a r <Enter>");
    assert_eq!(desk.told(), "approvals 0 !desk-returned");
    assert_eq!(desk.bank.posted, 0);
    let mut early = supervisor();
    early.early("<Enter> E <Enter>", 3);
    assert_eq!((early.told().as_str(), early.bank.posted), ("flow 3/3 answer reviewing", 0));
}

#[test]
fn a_lost_line_keeps_the_draft_and_the_start_screen_opens_it() {
    let mut desk = desk("<Tab> 2 0 0 b");
    desk.event(crate::app::Event::HangUp);
    let draft = desk.bank.draft.clone().unwrap();
    assert!(draft.fields.contains(&("fx_amount".to_owned(), "200000.00".to_owned())), "{draft:?}");
    let kept = desk
        .effects
        .iter()
        .position(|effect| matches!(effect, Effect::Ask(Request::Flow(FlowRequest::Keep { .. }))));
    let left = desk.effects.iter().position(|effect| *effect == Effect::Leave);
    assert!(kept < left, "{:?}", desk.effects);
    let mut again = Desk::turkish();
    again.bank.draft = Some(draft);
    let again = again.keys("<Tab> <Down> <Enter>");
    assert_eq!(again.told(), "flow 1/3 deposit");
    assert_eq!(
        again.model.open_flow().unwrap().run.figure("fx_amount").unwrap().say(crate::text::Lang::Tr),
        "200.000,00 TL"
    );
    assert_eq!(Desk::turkish().keys("<Tab> <Down> <Enter>").told(), "start work 1 !unknown-draft");
}

/// Another customer, another list, another place: what was being filled is kept.
#[test]
fn leaving_in_any_way_keeps_the_draft() {
    for keys in ["<F3>", ": c l o s e - c u s t o m e r <Enter>", "/ 7 0 4 0 1 7 <Enter>", "<C-d> <C-d>"] {
        let desk = desk("<Tab> 2 0 0 b <Tab> <S-Tab> <S-Tab>").keys(keys);
        assert!(desk.bank.draft.is_some(), "{keys} {}", desk.told());
    }
}

/// Who goes to find somebody else reads there that the draft is kept, and its list is asked for anew.
#[test]
fn finding_from_a_flow_keeps_the_draft_and_says_so_there() {
    for to_start in ["/", ": s h o w - w o r k <Enter>"] {
        let mut desk = at_consent();
        desk.effects.clear();
        let desk = desk.keys(to_start);
        let kept = |request: &&Request| matches!(request, Request::Flow(FlowRequest::Keep { .. }));
        assert_eq!(desk.asked().iter().filter(|request| kept(request)).count(), 1, "{to_start}");
        assert!(desk.asked().contains(&&Request::Work), "{to_start}");
        let said = desk.model.notice.clone().unwrap().say(crate::text::Lang::Tr);
        assert!(said.starts_with("Taslak saklandı"), "{to_start} {said}");
        assert_eq!(desk.keys("<F3>").told(), "flow 3/3 answer", "{to_start}");
    }
    // said where it was done, and not again over what the next customer's screen has to tell
    let other = at_consent().keys("/ 7 0 4 0 1 7 <Enter>");
    assert_eq!(other.told(), "customer offers 0");
}
