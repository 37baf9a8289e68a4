//! Rows on a program that does what the test says.

use super::*;
use crate::{
    action::Context,
    domain::{CustomerNo, alert::Severity, operator::Role},
    key::{Key, parse_keys, print_keys},
    keymap::Keymap,
    money::{Currency, Money},
    text::{Message, ids::desk},
};

/// A program of one screen, its keys as they come, and an answer to each Enter.
struct Fake {
    context: Context,
    covered: bool,
    keys: Vec<Key>,
    answers: Vec<Happened>,
    happened: Vec<Happened>,
    now: u64,
    person: bool,
    advanced: u32,
    fields: Vec<FieldSeen>,
}

impl Fake {
    fn new(context: Context) -> Fake {
        Fake {
            context,
            covered: false,
            keys: Vec::new(),
            answers: Vec::new(),
            happened: Vec::new(),
            now: 0,
            person: false,
            advanced: 0,
            fields: Vec::new(),
        }
    }

    fn answers(mut self, events: &[(&'static str, bool)]) -> Fake {
        let message = |wrong: bool| wrong.then(|| Message::new(desk::NO_WORK));
        let answers = events.iter().map(|(event, wrong)| Happened { event, message: message(*wrong) });
        self.answers = answers.rev().collect();
        self
    }

    fn pressed(&self) -> String {
        print_keys(&self.keys)
    }
}

impl Probe for Fake {
    fn contexts(&self) -> Vec<Context> {
        vec![self.context]
    }
    fn lang(&self) -> Lang {
        Lang::Tr
    }
    fn screen(&self) -> String {
        "customer".to_owned()
    }
    fn step(&self) -> Option<(String, u8)> {
        None
    }
    fn is_covered(&self) -> bool {
        self.covered
    }
    fn model(&self, path: &str) -> Option<Seen> {
        (path == "customer.id").then(|| Seen::Number(10_014_017.into()))
    }
    fn figure(&self, name: &str) -> Option<Seen> {
        (name == "stays").then_some(Seen::Money(Money { minor: -1_234_178, currency: Currency::TRY }))
    }
    fn fields(&self) -> Vec<FieldSeen> {
        self.fields.clone()
    }
    fn figures(&self) -> Vec<String> {
        vec!["stays".to_owned(), "fx_rate".to_owned()]
    }
    fn alerts(&self) -> Vec<(Severity, String)> {
        vec![(Severity::ActNow, "bounced-cheque".to_owned())]
    }
    fn notice(&self) -> Option<Message> {
        None
    }
}

impl Desk for Fake {
    fn probe(&self) -> &dyn Probe {
        self
    }
    fn press(&mut self, key: Key) {
        let leaves = parse_keys("<Esc>").unwrap()[0];
        if key == leaves {
            self.context = Context::Screen;
        }
        if key == parse_keys("<Enter>").unwrap()[0] {
            self.happened.extend(self.answers.pop());
        }
        self.keys.push(key);
        self.now += 5;
    }
    fn mark(&mut self) {
        self.happened.clear();
    }
    fn happened(&self) -> &[Happened] {
        &self.happened
    }
    fn draw(&self) -> String {
        "DENİZ HANIM Y*****Z\nVadesiz TL   8.412,36\n".to_owned()
    }
    fn advance(&mut self, seconds: u32) -> bool {
        self.advanced += seconds;
        self.person
    }
    fn hand_over(&mut self, _: &str) -> bool {
        self.person
    }
    fn millis(&self) -> u64 {
        self.now
    }
}

fn played(steps: &str, fake: &mut Fake) -> Played {
    let text = format!("#!tekil macro 1\nparam kim : customer = 10014017\n{steps}\n");
    let found =
        read(&file(&text), &Vocabulary::default()).unwrap_or_else(|faults| panic!("{}", said(&faults)));
    let bound = [("kim".to_owned(), Value::Customer(CustomerNo(10_014_017)))];
    let setting = Setting { keymap: &Keymap::standard(), role: Role::Agent, timeout_ms: None };
    found.play(&bound, setting, fake)
}

/// Where it is pressed, the steps with `;` between, and the keys.
const KEYS: &str = "
    screen | show-products                 | g p
    screen | show-products; go-back        | g p <F3>
    screen | open-customer $kim            | / 1 0 0 1 4 0 1 7 <Enter>
    screen | find-customer Işıl            | / I ş ı l
    field  | show-products                 | <Esc> g p
    list   | open-customer 7               | : o p e n - c u s t o m e r <Space> 7 <Enter>
    screen | set-language en               | : s e t - l a n g u a g e <Space> e n <Enter>
    screen | explain-offer 2               | : e x p l a i n - o f f e r <Space> 2 <Enter>
    start  | open-item 3                   | 3
";

#[test]
fn an_action_is_its_shortest_keys_here() {
    for row in KEYS.lines().filter(|row| row.contains('|')) {
        let cells: Vec<&str> = row.splitn(3, '|').map(str::trim).collect();
        let mut fake = Fake::new(Context::from_name(cells[0]).unwrap());
        let found = played(&cells[1].replace(';', "\n"), &mut fake);
        assert_eq!(fake.pressed(), cells[2], "{row}");
        assert_eq!((found.ended, found.effort.keys), (Ended::Done, fake.keys.len()), "{row}");
    }
}

/// What the bank answers to each Enter (`!` refused), the steps, and how the row ends.
const ENDS: &str = "
             | expect model customer.id == $kim                      | done
             | expect model customer.id == 5                         | line 3
             | expect no model customer.id == 5                      | done
             | expect screen start                                   | line 3
             | expect alert severity \"!!\" code \"bounced-cheque\"  | done
             | expect no alert severity \"!!\"                       | line 3
             | expect field stays >= 0                               | line 3
             | expect field fx_rate > 1                              | line 3
             | expect text \"Vadesiz\" ~ /[0-9.]+,\\d{2}$/           | done
             | expect text \"Vadeli\" ~ /1/                          | line 3
             | expect event posted                                   | line 3
    posted   | open-item; expect event posted; show-products         | done
    !refused | open-item                                             | refused
    !refused | open-item; show-products                              | refused
    !refused | open-item; expect event posted                        | refused
    !refused | open-item; expect event refused; show-products        | done
    !failed  | open-item; expect event posted                        | broken
    halted   | open-item; expect event halted; show-products         | done
    halted   | open-item; expect event posted                        | line 4
             | when screen customer: skip row \"x\"; expect screen start  | skipped
             | when screen start: stop \"x\"; expect screen customer | done
             | when screen customer: stop \"x\"                      | stopped
             | pause \"x\"                                           | waiting
             | advance 9s                                            | line 3
             | set field f = 1                                       | line 3
             | approval-missing                                      | -
";

#[test]
fn a_row_ends_as_its_steps_and_the_bank_say() {
    let mut rows = 0;
    for row in ENDS.lines().filter(|row| row.contains('|') && !row.contains("approval-missing")) {
        let cells: Vec<&str> = row.split(" | ").map(str::trim).collect();
        let event = cells[0].trim_start_matches('!');
        let known = EVENTS.into_iter().find(|known| *known == event);
        let answers: Vec<(&'static str, bool)> =
            known.into_iter().map(|event| (event, cells[0].starts_with('!'))).collect();
        let mut fake = Fake::new(Context::Screen).answers(&answers);
        let ended = match played(&cells[1].replace(';', "\n"), &mut fake).ended {
            Ended::Done => "done".to_owned(),
            Ended::Skipped(_) => "skipped".to_owned(),
            Ended::Stopped(_) => "stopped".to_owned(),
            Ended::Waiting(_) => "waiting".to_owned(),
            Ended::Refused(_) => "refused".to_owned(),
            Ended::Broken(_) => "broken".to_owned(),
            Ended::Failed(failure) => format!("line {}", failure.line),
        };
        assert_eq!(ended, cells[2], "{row}");
        rows += 1;
    }
    assert_eq!(rows, 25);
}

#[test]
fn a_failure_says_where_what_was_seen_and_what_came_before() {
    let mut fake = Fake::new(Context::Screen);
    let Ended::Failed(failure) = played("show-products  # look\nexpect field stays >= 0", &mut fake).ended
    else {
        panic!("it held");
    };
    assert_eq!((failure.line, failure.source.as_str()), (4, "expect field stays >= 0"));
    assert_eq!(failure.seen.say(Lang::Tr), "stays = -12.341,78 TL");
    assert_eq!(failure.seen.say(Lang::En), "stays = -12,341.78 TRY");
    let last = failure.last.unwrap();
    assert_eq!((last.line, last.source.as_str(), last.took_ms), (3, "show-products", 10));
    assert_eq!((failure.screen.as_str(), failure.at_ms), ("customer", 10));
    assert_eq!(failure.rests_on, [], "nothing but the figure itself");
    assert!(failure.dump.contains("Y*****Z"));
}

#[test]
fn a_step_that_takes_too_long_fails_and_a_person_lets_the_row_go_on() {
    let mut fake = Fake::new(Context::Screen);
    let text = "#!tekil macro 1\ntimeout 8ms\nshow-products\n";
    let found = read(&file(text), &Vocabulary::default()).unwrap();
    let keymap = Keymap::standard();
    let setting = Setting { keymap: &keymap, role: Role::Agent, timeout_ms: found.limits.timeout_ms };
    assert!(matches!(found.play(&[], setting, &mut fake).ended, Ended::Failed(_)));
    let mut fake = Fake { person: true, ..Fake::new(Context::Screen) };
    let done = played("pause \"x\"\nadvance 90s\nlog customer.id, offers.count", &mut fake);
    assert_eq!((done.ended, fake.advanced), (Ended::Done, 90));
    let names: Vec<(&str, bool)> =
        done.logged.iter().map(|(name, seen)| (name.as_str(), seen.is_some())).collect();
    assert_eq!(names, [("customer.id", true), ("offers.count", false)]);
}

/// What is shown only - a person's answer, a code that was sent, a masked field - is never typed into.
#[test]
fn a_field_that_is_a_persons_takes_nothing_from_a_macro() {
    for (name, value) in [("answer", "yes"), ("code", "123456")] {
        let field = FieldSeen {
            id: name.to_owned(),
            value: String::new(),
            text: "******".to_owned(),
            kind: FieldKind::Shown,
            focused: true,
            is_edited: false,
            carried: false,
            fault: None,
        };
        let mut fake = Fake { fields: vec![field], ..Fake::new(Context::Field) };
        let Ended::Failed(failure) = played(&format!("set field {name} = {value}"), &mut fake).ended else {
            panic!("it was taken");
        };
        assert_eq!((failure.line, fake.pressed().as_str()), (3, ""), "{name}");
        let told = failure.seen.say(Lang::En) + &failure.dump;
        assert!(!told.contains("123456"), "{told}");
    }
}

/// A run that stopped half way ends its flow: what follows is not counted as its effort.
#[test]
fn a_run_that_stopped_half_way_is_an_event_of_its_own() {
    let mut fake = Fake::new(Context::Screen).answers(&[("halted", false)]);
    let found = played("open-item\nexpect event halted\nshow-products", &mut fake);
    assert_eq!(found.ended, Ended::Done);
    assert_eq!(fake.pressed(), "<Enter> g p");
}
