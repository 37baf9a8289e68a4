//! Conditions over a customer's features.

use proptest::prelude::*;

use super::{CONDITION_CHARS_MAX, CONDITION_DEPTH_MAX, Condition, Machine, Names, Outcome};
use crate::{
    pack::{Fault, Faults, PackFile, Words, document::Document},
    rules::{features::Features, tests::facts_of},
    time::Moment,
};

pub(super) fn compile(condition: &str) -> Result<Condition, Vec<Fault>> {
    let file = PackFile { name: "x.toml".to_owned(), text: format!("when = '''{condition}'''") };
    let mut faults = Faults::default();
    let document = Document::parse(&file, &mut faults).unwrap();
    let text = document.root().text("when", &mut faults);
    let condition = text.and_then(|text| Machine::new(Words::default()).compile(text, &mut faults));
    faults.settle(condition)
}

fn outcomes(condition: &str, facts: &str) -> String {
    let at = Moment::parse_rfc3339("2026-11-24T10:42:00+03:00").unwrap();
    let condition = compile(condition).unwrap();
    let features = Features::of(&facts_of(facts), at, &Words::default());
    let (machine, names) = (Machine::new(Words::default()), Names(&features));
    let outcomes = condition.outcomes(&machine.context(&names)).into_iter();
    let one = |(_, outcome)| match outcome {
        Outcome::Held => 'T',
        Outcome::Failed => 'F',
        Outcome::Unknown => '?',
        Outcome::Broken => '!',
    };
    outcomes.map(one).collect()
}

/// `T` held, `F` failed, `?` unknown, `!` not computable; one a conjunct.
#[test]
fn outcome_table() {
    let late = "loan overdue 300000 34 2026-11-20";
    for (condition, facts, expected) in [
        ("loan.overdue_count > 0", late, "T"),
        ("loan.overdue_count > 0", "", "F"),
        ("loan.overdue_count > 0 && loan.worst_overdue_days > 30", late, "TT"),
        ("loan.overdue_count > 0 && loan.worst_overdue_days > 90", late, "TF"),
        ("loan.worst_overdue_days > 30", "", "?"),
        ("loan.worst_overdue_days <= 30", "", "?"),
        ("!(loan.worst_overdue_days > 30)", "", "?"),
        ("loan.worst_overdue_days == 0", "", "?"),
        ("loan.worst_overdue_days != 0", "", "?"),
        ("has(loan.worst_overdue_days)", "", "F"),
        ("!has(loan.worst_overdue_days)", "", "T"),
        ("has(loan.worst_overdue_days) && name.known", late, "TT"),
        ("loan.worst_overdue_days > 1 || name.known", "", "T"),
        ("name.known || loan.worst_overdue_days > 1", "", "T"),
        ("loan.worst_overdue_days > 1 || !name.known", "", "?"),
        ("(loan.worst_overdue_days > 1 && !name.known)", "", "F"),
        ("(!name.known && loan.worst_overdue_days > 1)", "", "F"),
        ("(loan.worst_overdue_days > 1 && name.known)", "", "?"),
        ("loan.in_debt_amount > 299999", late, "T"),
        ("loan.in_debt_amount > 300000", late, "F"),
        ("business.day - loan.in_debt_day == 4", late, "T"),
        ("loan.in_debt_day + 4 == business.day", late, "T"),
        ("complaint.open_topic == 'Kart aidatı'", "complaint 2026-11-18 - Kart aidatı", "T"),
        ("complaint.open_topic.startsWith('Kart')", "complaint 2026-11-18 - Kart aidatı", "T"),
        ("size(complaint.open_topic) == 11", "complaint 2026-11-18 - Kart aidatı", "T"),
        ("loan.overdue_count in [1, 2]", late, "T"),
        ("loan.overdue_count * 7 % 4 == 3 && -loan.overdue_count < 0", late, "TT"),
        ("loan.overdue_count + 9223372036854775807 > 0", late, "!"),
        ("loan.overdue_count + 9223372036854775807 > 0 && false", late, "!F"),
    ] {
        assert_eq!(outcomes(condition, facts), expected, "{condition} with {facts:?}");
    }
}

#[test]
fn a_long_condition_is_refused() {
    let long = format!("name.known{}", " ".repeat(CONDITION_CHARS_MAX));
    assert_eq!(compile(&long).unwrap_err()[0].message.id.key(), "pack-condition-long");
}

/// The deepest allowed conditions of every kind are parsed on a small stack, and deeper ones never reach the
/// parser, whose stack they would overflow.
#[test]
fn a_deep_condition_is_refused_and_the_deepest_allowed_is_parsed() {
    let repeated = |before: &str, times: usize, after: &str| {
        format!("{}name.known{}", before.repeat(times), after.repeat(times))
    };
    for (before, after) in [("(", ")"), ("!(", ")"), ("[", "]"), ("f(", ")"), ("(", "")] {
        let allowed = compile(&repeated(before, CONDITION_DEPTH_MAX / 4, after));
        let keys = |faults: Vec<Fault>| faults[0].message.id.key().to_owned();
        assert_ne!(allowed.map_err(keys).err().as_deref(), Some("pack-condition-deep"), "{before}");
        let deeper = compile(&repeated(before, CONDITION_DEPTH_MAX / 4 + 1, after));
        assert_eq!(deeper.map_err(keys).err().as_deref(), Some("pack-condition-deep"), "{before}");
    }
    let chain = |times: usize| format!("loan.overdue_count{} > 0", " + 1".repeat(times));
    assert!(compile(&chain(CONDITION_DEPTH_MAX - 1)).is_ok());
    assert!(compile(&chain(CONDITION_DEPTH_MAX)).is_err());
    let indexed = |times: usize| format!("name.known{}", "[0]".repeat(times));
    assert_eq!(compile(&indexed(100)).unwrap_err()[0].message.id.key(), "pack-condition-deep");
    let wide = ["name.known"; 100].join(" && ");
    assert_eq!(compile(&wide).map(|condition| condition.conjuncts.len()).ok(), Some(100));
}

fn atom() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("name.known"),
        Just("!name.known"),
        Just("loan.worst_overdue_days > 1"),
        Just("has(loan.worst_overdue_days)"),
        Just("complaint.open_topic == '&& ( ş'"),
        Just("loan.overdue_count in [1, 2]"),
    ]
    .prop_map(str::to_owned)
}

fn condition() -> impl Strategy<Value = String> {
    atom().prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{a} && {b}")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{a} || {b}")),
            inner.clone().prop_map(|a| format!("({a})")),
            inner.prop_map(|a| format!("!({a})")),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The conjuncts taken apart say together what the whole says.
    #[test]
    fn conjuncts_say_what_the_whole_says(condition in condition(), late in any::<bool>()) {
        let facts = if late { "loan overdue 300000 34 2026-11-20" } else { "" };
        let whole = outcomes(&format!("({condition})"), facts);
        let apart = outcomes(&condition, facts);
        let together = if apart.contains('F') { "F" } else if apart.contains('?') { "?" } else { "T" };
        prop_assert_eq!(whole, together, "{} -> {}", condition, apart);
    }

    /// Nothing that an author types makes the check fall over.
    #[test]
    fn any_text_is_a_condition_or_a_fault(text in "[a-z.ş0-9 ()\\[\\]{}&|!<>=+*/%?:,\"\\\\-]{0,40}") {
        match compile(&text) {
            Ok(_) => {}
            Err(faults) => prop_assert!(!faults.is_empty(), "refused without a word: {}", text),
        }
    }
}
