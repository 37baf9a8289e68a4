//! What a run cost its operator.

use super::*;
use crate::action::Context;
use crate::{
    domain::{alert::Severity, operator::Role},
    text::Message,
};

/// A flow that shows what the test sets.
struct Shown {
    step: Option<u8>,
    covered: bool,
    fields: Vec<FieldSeen>,
}

impl Probe for Shown {
    fn contexts(&self) -> Vec<Context> {
        Vec::new()
    }
    fn lang(&self) -> Lang {
        Lang::En
    }
    fn screen(&self) -> String {
        String::new()
    }
    fn step(&self) -> Option<(String, u8)> {
        self.step.map(|step| ("f".to_owned(), step))
    }
    fn is_covered(&self) -> bool {
        self.covered
    }
    fn model(&self, _: &str) -> Option<Seen> {
        None
    }
    fn figure(&self, _: &str) -> Option<Seen> {
        None
    }
    fn fields(&self) -> Vec<FieldSeen> {
        self.fields.clone()
    }
    fn figures(&self) -> Vec<String> {
        Vec::new()
    }
    fn alerts(&self) -> Vec<(Severity, String)> {
        Vec::new()
    }
    fn notice(&self) -> Option<Message> {
        None
    }
}

fn entry(id: &str, value: &str) -> FieldSeen {
    FieldSeen {
        id: id.to_owned(),
        value: value.to_owned(),
        text: String::new(),
        kind: FieldKind::Entry,
        focused: false,
        is_edited: false,
        carried: false,
        fault: None,
    }
}

/// What happens, letter by letter: `.` a key before the flow, `1`-`3` a key that shows this step, `?` one that opens
/// a pop-up, `x` one that leaves for another screen, `|` the end of an action, `!` the end of one that posts.
const EFFORTS: &str = "
    ...|..|            | screens 0 keys 5 popups 0 outside 0
    ...|.1|            | screens 1 keys 2 popups 0 outside 0
    .1|11|2|3|3!       | screens 3 keys 7 popups 0 outside 0
    .1|2|1|2|          | screens 4 keys 5 popups 0 outside 0
    .1|?1|?|           | screens 1 keys 5 popups 2 outside 0
    .1|x|x1|x|         | screens 1 keys 6 popups 0 outside 1
    .1|3!xx|1|         | screens 2 keys 3 popups 0 outside 0
";

#[test]
fn effort_is_counted_from_the_flows_first_key_to_its_end() {
    for row in EFFORTS.lines().filter(|row| row.trim().len() > 20) {
        let (happens, wanted) = row.rsplit_once(" | ").unwrap();
        let mut counter = effort::Counter::default();
        for c in happens.trim().chars() {
            let step = c.to_digit(10).and_then(|digit| u8::try_from(digit).ok());
            match c {
                '|' => counter.done(false),
                '!' => counter.done(true),
                _ => counter.key(&Shown {
                    step: if c == '?' { Some(1) } else { step },
                    covered: c == '?',
                    fields: Vec::new(),
                }),
            }
        }
        let found = counter.effort(Role::Agent);
        let shown = format!(
            "screens {} keys {} popups {} outside {}",
            found.screens, found.keys, found.popups, found.lookups_outside
        );
        assert_eq!(shown, wanted.trim(), "{row}");
    }
}

#[test]
fn what_is_typed_twice_is_told_from_what_is_carried() {
    let mut counter = effort::Counter::default();
    let fields = vec![entry("a", "5"), entry("b", "5"), entry("c", "7"), entry("d", "")];
    counter.key(&Shown { step: Some(1), covered: false, fields: fields.clone() });
    counter.set(&fields[0], false);
    counter.done(false);
    let one = counter.effort(Role::Agent);
    assert_eq!((one.typed, one.carried, one.typed_twice), (1, 2, 0));
    counter.set(&fields[1], false);
    counter.set(&fields[2], true);
    let all = counter.effort(Role::Teller);
    assert_eq!((all.typed, all.carried, all.typed_twice), (3, 0, 2), "5 again, and 7 stood there already");
    // one key, and making up one's mind for the screen and three fields
    assert_eq!(all.klm_ms, 200 + 4 * 1_350);
}
