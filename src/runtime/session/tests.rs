use super::*;
use crate::{
    app::tests::{desk::settings, flows, sample},
    text::Lang,
};

/// Ten seconds, as the acceptance of the workstation counts idling.
const IDLE_MS: u64 = 10_000;

/// A session over an open bank that answers at once, drawn.
fn open() -> Session {
    let begin = settings(Lang::Tr, (80, 24));
    let (caller, at) = (begin.caller.clone(), begin.at);
    let mut session = Session::new(begin, Profile::from_term("xterm-256color", false));
    session.event(Event::Opened { caller, demo: false, shelf: flows::shelf(), at }, 0);
    session.event(Event::SearchReady, 0);
    answered(&mut session);
    session
}

/// Answers what is asked until nothing is, and draws; gives the bytes.
fn answered(session: &mut Session) -> usize {
    let mut bank = flows::Bank::default();
    loop {
        let wanted = session.take_wanted();
        if wanted.is_empty() {
            break;
        }
        for wanted in wanted {
            let Host::Ask(request) = wanted else { continue };
            let answer =
                if let Request::Flow(flow) = &request { bank.answer(flow) } else { sample::answer(&request) };
            session.event(Event::Answer { request, answer, at: sample::now() }, 0);
        }
    }
    let mut out = Vec::new();
    session.draw(&mut out);
    out.len()
}

fn press(session: &mut Session, bytes: &[u8], now: u64) -> usize {
    for byte in bytes {
        session.input(&[*byte], session.frames(), (now, sample::now()));
        answered(session);
    }
    let mut out = Vec::new();
    session.draw(&mut out);
    out.len()
}

/// Where nothing is due nothing can ever be written; what is due within the time writes once and is then silent.
#[test]
fn ten_idle_seconds_write_nothing() {
    let places: [&[u8]; 7] = [b"", b"/isil", b"1", b"1gh", b"1gue", b"1ib", b"1:"];
    for keys in places {
        let mut session = open();
        press(&mut session, keys, 0);
        assert_eq!(session.next_deadline(), None, "{keys:?}");
        for step in 1..=10 {
            session.tick((step * IDLE_MS / 10, sample::now()));
            let mut out = Vec::new();
            session.draw(&mut out);
            assert!(out.is_empty(), "{keys:?} after {step} s");
        }
    }
}

/// `1` as a key after it would open the first story; in the paste it is nothing, and so is all else.
#[test]
fn the_keyboard_lives_again_after_a_paste_that_never_ended() {
    let mut session = open();
    let before = session.model().clone().size();
    press(&mut session, b"\x1b[200~1\rq\x04q", 0);
    assert_eq!(session.next_deadline(), Some(PASTE_IDLE_MS));
    // each byte puts it off
    press(&mut session, b"1", 1_000);
    session.tick((PASTE_IDLE_MS, sample::now()));
    assert_eq!(session.next_deadline(), Some(1_000 + PASTE_IDLE_MS));
    session.tick((1_000 + PASTE_IDLE_MS, sample::now()));
    assert_eq!((session.take_wanted(), session.next_deadline()), (Vec::new(), None));
    assert_eq!(session.model().size(), before);
    let said = session.model().notice.clone().map(|notice| notice.id);
    assert_eq!(said, Some(id::PASTE_LOST));
    press(&mut session, b"1", 5_000);
    assert!(session.model().customer().is_some(), "the key acts");
}
