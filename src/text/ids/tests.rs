use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::*;
use crate::{
    money::{Currency, Money},
    text::Said,
    time::{Day, Moment},
};

/// Each area's ids beside its files; a new area is added here, in the lists above and as a file a language.
const AREAS: [(&str, &[MessageId]); 18] = [
    ("action", action::ALL),
    ("cli", cli::ALL),
    ("demo", demo::ALL),
    ("desk", desk::ALL),
    ("domain", domain::ALL),
    ("find", find::ALL),
    ("flow", flow::ALL),
    ("import", import::ALL),
    ("intake", intake::ALL),
    ("keymap", keymap::ALL),
    ("list", list::ALL),
    ("macro", macros::ALL),
    ("offer", offer::ALL),
    ("pack", pack::ALL),
    ("saga", saga::ALL),
    ("screen", screen::ALL),
    ("store", store::ALL),
    ("verify", verify::ALL),
];

/// The placeholders of every message of a file, by key.
fn placeholders(file: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource = FluentResource::try_new(file.to_owned()).unwrap_or_else(|(_, faults)| {
        panic!("{faults:?}\n{file}");
    });
    let mut messages = BTreeMap::new();
    for entry in resource.entries() {
        match entry {
            Entry::Message(message) => {
                let mut names = BTreeSet::new();
                let value = message.value.as_ref().expect("a message has a text");
                of_pattern(value, &mut names);
                let before = messages.insert(message.id.name.to_owned(), names);
                assert_eq!(before, None, "{} stands twice", message.id.name);
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            Entry::Term(_) | Entry::Junk { .. } => panic!("neither terms nor junk: {entry:?}"),
        }
    }
    messages
}

fn of_pattern(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression } => of_expression(expression, names),
        }
    }
}

fn of_expression(expression: &Expression<&str>, names: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, names),
        Expression::Select { selector, variants } => {
            of_inline(selector, names);
            for variant in variants {
                of_pattern(&variant.value, names);
            }
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            names.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => of_expression(expression, names),
        InlineExpression::FunctionReference { arguments, .. } => of_call(arguments, names),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::MessageReference { .. } | InlineExpression::TermReference { .. } => {
            panic!("messages stand alone: {inline:?}")
        }
    }
}

fn of_call(arguments: &CallArguments<&str>, names: &mut BTreeSet<String>) {
    for argument in &arguments.positional {
        of_inline(argument, names);
    }
}

#[test]
fn both_languages_hold_the_declared_ids_with_the_same_placeholders() {
    for (((area, ids), turkish), english) in AREAS.iter().zip(TURKISH).zip(ENGLISH) {
        let (turkish, english) = (placeholders(turkish), placeholders(english));
        let declared: BTreeSet<_> = ids.iter().map(MessageId::key).collect();
        assert_eq!(declared.len(), ids.len(), "{area}: an id stands twice");
        for (language, messages) in [("tr", &turkish), ("en", &english)] {
            let worded: BTreeSet<_> = messages.keys().map(String::as_str).collect();
            assert_eq!(worded, declared, "{language}/{area}.ftl against ids/{area}.rs");
        }
        for (key, names) in &turkish {
            assert_eq!(names, &english[key], "{area}: {key}");
        }
    }
}

#[test]
fn no_key_stands_in_two_areas() {
    let mut seen = BTreeMap::new();
    for (area, ids) in AREAS {
        for id in ids {
            let before = seen.insert(id.key(), area);
            assert_eq!(before, None, "{} is in {area} too", id.key());
        }
    }
    assert!(seen.contains_key("unknown-customer"));
}

#[test]
fn every_message_is_worded_without_a_gap() {
    for (lang, bundle, files) in [(Lang::Tr, &CATALOGUES[0], TURKISH), (Lang::En, &CATALOGUES[1], ENGLISH)] {
        for (key, names) in files.iter().flat_map(|file| placeholders(file)) {
            for number in [0_i64, 1, 2] {
                let message =
                    names.iter().fold(Message::new(MessageId(key.clone().into())), |message, name| {
                        message.with(name, number)
                    });
                let pattern = bundle.get_message(&key).and_then(|found| found.value()).expect("parsed above");
                let mut errors = Vec::new();
                let said = bundle.format_pattern(pattern, Some(&arguments(&message, lang)), &mut errors);
                assert!(errors.is_empty(), "{key}: {errors:?}");
                assert!(!said.trim().is_empty(), "{key}");
                assert!(!said.contains(['\u{2068}', '\u{2069}']), "{key}: {said}");
                assert_eq!(word(&message, lang), said);
            }
        }
    }
}

fn bundle_of(text: &str, lang: Lang) -> FluentBundle<FluentResource> {
    catalogue(lang, &[text])
}

#[test]
fn numbers_choose_their_plural_form() {
    let bundle = bundle_of(
        "late = { $days ->\n    [one] { $days } day\n   *[other] { $days } days\n } late\n",
        Lang::En,
    );
    let table = [(0_i64, "0 days late"), (1, "1 day late"), (-1, "-1 day late"), (1_000, "1,000 days late")];
    for (number, said) in table {
        let message = Message::new(id("late")).with("days", number);
        assert_eq!(word_in(&bundle, &message, Lang::En), said);
    }
}

#[test]
fn arguments_are_worded_by_the_language_and_made_safe() {
    let all = "all = { $text }|{ $number }|{ $money }|{ $day }|{ $moment }|{ $said }\n";
    let message = Message::new(id("all"))
        .with("text", "Ayşe\u{1b}[2J\u{202e}")
        .with("number", 1_000_i64)
        .with("money", Money::new(123_456, Currency::TRY))
        .with("day", Day::from_ymd(2026, 11, 24).expect("exists"))
        .with("moment", Moment::parse_rfc3339("2026-11-24T10:42:00+03:00").expect("reads"))
        .with("said", Said { tr: "bir\u{9b}".to_owned(), en: "one\0".to_owned() });
    let turkish = "Ayşe�[2J|1.000|1.234,56 TL|24.11.2026|24.11.2026 10:42|bir�";
    let english = "Ayşe�[2J|1,000|1,234.56 TRY|24.11.2026|24.11.2026 10:42|one�";
    for (lang, said) in [(Lang::Tr, turkish), (Lang::En, english)] {
        assert_eq!(word_in(&bundle_of(all, lang), &message, lang), said);
    }
}

#[test]
fn an_argument_is_never_read_as_a_pattern() {
    let bundle = bundle_of("hello = { $name }\n", Lang::En);
    let message = Message::new(id("hello")).with("name", "{ $name } { hello }");
    assert_eq!(word_in(&bundle, &message, Lang::En), "{ $name } { hello }");
}

#[test]
fn gaps_are_seen_and_do_not_stop_the_program() {
    let bundle = bundle_of("hello = Good day { $name }\n", Lang::En);
    let missing = Message::new(id("hello")).with("nmae", "Deniz");
    assert_eq!(word_in(&bundle, &missing, Lang::En), "Good day {$name}");
    let unknown = Message::new(MessageId("no-such\u{1b}".into()));
    assert_eq!(unknown.say(Lang::Tr), "no-such�");
}

#[test]
fn a_refusal_is_said_in_both_languages() {
    let refusal = crate::domain::Refusal::LimitReached {
        account: crate::domain::AccountId(17),
        available: Money::new(841_236, Currency::TRY),
        asked: Money::new(1_000_000, Currency::TRY),
    };
    let said = refusal.message().said();
    assert_eq!(
        said.tr,
        "Hesap 17: istenen 10.000,00 TL, kullanılabilir 8.412,36 TL. Daha düşük bir tutar girin."
    );
    assert_eq!(said.en, "Account 17: 10,000.00 TRY asked, 8,412.36 TRY available. Enter a lower amount.");
}

#[test]
fn a_fault_inside_a_refusal_is_worded_too() {
    use crate::domain::{Refusal, ledger::EntryFault};
    let table = [
        (EntryFault::Unbalanced(Currency::USD), "USD borç ve alacak toplamları eşit değil"),
        (EntryFault::NotPositive, "sıfır ya da eksi tutarlı bir satır var"),
        (EntryFault::Count, "satır sayısı 2 ile 64 arasında olmalı"),
        (EntryFault::AccountCurrency(Currency::EUR), "hesaplardan biri EUR hesabı değil"),
        (EntryFault::Overflow, "toplam sığmayacak kadar büyük"),
        (EntryFault::ImportOnly, "böyle bir kaydı yalnızca içe aktarma yazar"),
        (EntryFault::TooLarge, "tutar ya da bakiye izin verilenden büyük"),
        (
            EntryFault::AccountClosed(crate::domain::AccountId(17)),
            "17 numaralı hesap kapalı; açık bir hesap seçin",
        ),
    ];
    for (fault, said) in table {
        let message = Refusal::BadEntry { fault }.message();
        assert_eq!(message.say(Lang::Tr), format!("Kayıt yazılmadı: {said}."));
    }
}

#[test]
fn a_message_survives_storage() {
    let message = Message::new(domain::UNKNOWN_CUSTOMER).with("customer", "1787");
    let json = serde_json::to_string(&message).expect("writes");
    assert_eq!(serde_json::from_str::<Message>(&json).expect("reads"), message);
}
