//! Rows on a program that does what the test says.

use super::*;
use crate::{
    action::Context,
    domain::{AccountId, CustomerNo, alert::Severity, operator::Role},
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
        Vec::new()
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
    assert_eq!(rows, 23);
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

struct NoStories;

impl Stories for NoStories {
    fn fact(&self, _: &str, _: StoryPart) -> Option<Value> {
        None
    }

    fn account(&self, _: CustomerNo, label: &str) -> Option<AccountId> {
        (label == "4017-05").then_some(AccountId(1_001_401_705))
    }
}

fn table(text: &str) -> Table {
    let mut lines = text.lines();
    let split = |line: &str| line.split(',').map(str::to_owned).collect::<Vec<_>>();
    let columns = lines.next().map(split).unwrap_or_default();
    Table { file: "list.csv".to_owned(), columns, rows: (2..).zip(lines.map(split)).collect() }
}

const ROWS: &str = "#!tekil macro 1
param kim : customer
param tl : money TRY = 200b min 1000
param gun : date = 2026-11-24
rows from csv
limit rows 3
open-customer $kim
";

/// A table with `/` for line ends, and its faults: place and beginning, or the rows' values.
const TABLES: &str = "
    kim,tl/10014017,5b                | 10014017 5000.00 2026-11-24
    kim/10014017/20014017             | 10014017 200000.00 2026-11-24, 20014017 200000.00 2026-11-24
    kim,tl/10014017,/20014017,1,5m    | 10014017 200000.00 2026-11-24, 20014017 1000.00 2026-11-24
    tl/5b                             | !1:1 The column kim is missing
    kim,tl/,5b                        | !2:1 kim is empty
    kim,tl/x,5b/7,y                   | !2:1 kim: x is not of !3:2 tl: y is not of
    kim,tl/7,500                      | !2:2 500.00 is below
    kim,tk/7,5b                       | !1:2 There is no such
    kim,kim/7,7                       | !1:2 The column kim stands twice
    kim                               | !1:1 The file has no row
    kim/1/2/3/4                       | !5:1 There are 4 rows
";

const LABELS: &str = "#!tekil macro 1
param kim : customer
param hesap : account
rows from csv
limit rows 3
open-customer $kim
";

#[test]
fn an_account_is_named_by_its_number_or_as_people_call_it() {
    let found = read(&file(LABELS), &Vocabulary::default()).unwrap();
    let rows = |text: &str| found.rows(Some(&table(text)), &NoStories);
    let by_number = rows("kim,hesap\n10014017,1001401705").unwrap();
    let by_label = rows("kim,hesap\n10014017,4017-05").unwrap();
    assert_eq!(by_number, by_label, "one row, however it is written");
    let faults = rows("kim,hesap\n10014017,4017-99").unwrap_err();
    assert_eq!((faults[0].line, faults[0].column), (2, 2));
    assert!(faults[0].help.as_ref().unwrap().say(Lang::Tr).contains("4017-05"));
}

#[test]
fn rows_are_typed_before_the_first_is_run() {
    let found = read(&file(ROWS), &Vocabulary::default()).unwrap();
    let mut cases = 0;
    for row in TABLES.lines().filter(|row| row.contains('|')) {
        let (text, wanted) = row.split_once('|').unwrap();
        let text = text.trim().replace('/', "\n");
        let (text, wanted) = (text.replace("1,5m", "1000"), wanted.trim());
        match found.rows(Some(&table(&text)), &NoStories) {
            Ok(rows) => {
                let values = |row: &Row| {
                    row.values.iter().map(|(_, value)| value.to_string()).collect::<Vec<_>>().join(" ")
                };
                let all: Vec<String> = rows.iter().map(values).collect();
                assert_eq!(all.join(", "), wanted, "{row}");
            }
            Err(faults) => {
                let wanted: Vec<&str> = wanted.split('!').skip(1).map(str::trim).collect();
                assert_eq!(faults.len(), wanted.len(), "{row}: {}", said(&faults));
                for (fault, wanted) in faults.iter().zip(wanted) {
                    let found = format!("{}:{} {}", fault.line, fault.column, fault.message.say(Lang::En));
                    assert!(found.starts_with(wanted) && fault.file == "list.csv", "{row}: {found}");
                }
            }
        }
        cases += 1;
    }
    assert_eq!(cases, 11);
    let without = found.rows(None, &NoStories).unwrap_err();
    assert_eq!((without[0].file.as_str(), without[0].line), ("mine.tkm", 2));
    let fixed = read(&file("#!tekil macro 1\nset-theme\n"), &Vocabulary::default()).unwrap();
    assert_eq!(fixed.rows(Some(&table("kim\n7")), &NoStories).unwrap_err().len(), 1);
}

#[test]
fn a_row_is_the_same_row_only_with_the_same_macro_values_number_operator_and_day() {
    use crate::{domain::operator::OperatorId, time::Day};
    let found = read(&file(ROWS), &Vocabulary::default()).unwrap();
    let other = read(&file(&format!("{ROWS}# x\n")), &Vocabulary::default()).unwrap();
    let rows = found.rows(Some(&table("kim,tl\n7,5b\n7,5b\n7,6b")), &NoStories).unwrap();
    let (day, next) = (Day::parse_iso("2026-11-24").unwrap(), Day::parse_iso("2026-11-25").unwrap());
    let (demo, gise) = (OperatorId("demo".to_owned()), OperatorId("gise".to_owned()));
    let first = found.row_id(&rows[0], &demo, day);
    assert_eq!(found.row_id(&rows[0], &demo, day), first);
    let others = [
        found.row_id(&rows[1], &demo, day),
        found.row_id(&rows[2], &demo, day),
        found.row_id(&rows[0], &gise, day),
        found.row_id(&rows[0], &demo, next),
        other.row_id(&rows[0], &demo, day),
    ];
    for (nth, id) in others.iter().enumerate() {
        assert!(*id != first && !others[..nth].contains(id), "{nth}");
    }
}

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
