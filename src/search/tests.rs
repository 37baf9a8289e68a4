use std::collections::BTreeSet;

use super::*;
use crate::{
    domain::{
        CustomerNo,
        customer::{CustomerKind, Name},
    },
    intake::demo::names::{Draws, Names},
    text::{Lang, casing, fold::fold},
};

fn person(no: u64, given: &str, family: &str) -> Person {
    Person {
        no: CustomerNo(no),
        kind: CustomerKind::Person,
        name: Some(Name { given: given.to_owned(), family: family.to_owned() }),
        branch: Some("Moda Şb".to_owned()),
        year: Some(1985),
    }
}

fn index(people: &[Person]) -> Index {
    let mut builder = Builder::default();
    for person in people {
        builder.push(person, 0);
    }
    Index::new(builder)
}

fn found(index: &Index, text: &str, limit: usize) -> Vec<u64> {
    index.find(&Query::new(text), limit).best.iter().map(|hit| hit.no.0).collect()
}

fn many(count: u64) -> Vec<Person> {
    let (names, mut draws) = (Names::new(), Draws::new(7));
    let mut draw = || draws.draw();
    (0..count)
        .map(|at| Person {
            name: Some(names.person(at % 2 == 0, &mut draw)),
            ..person(10_000_000 + 7 * at, "", "")
        })
        .collect()
}

fn folded(person: &Person) -> String {
    person.name.as_ref().map_or_else(String::new, |name| fold(&format!("{} {}", name.given, name.family)))
}

/// Everybody whose folded name holds every folded word, by looking at everybody.
fn truth(people: &[Person], text: &str) -> BTreeSet<u64> {
    let query = fold(text);
    let words: Vec<&str> = query.split_whitespace().collect();
    people
        .iter()
        .filter(|person| words.iter().all(|word| folded(person).contains(word)))
        .map(|person| person.no.0)
        .collect()
}

#[test]
fn all_of_the_folded_truth_in_every_spelling() {
    let people = many(20_000);
    let index = index(&people);
    let mut nonempty = 0;
    for text in [
        "ışıl",
        "yılmaz",
        "ışıl yılmaz",
        "yılmaz ışıl",
        "ış yıl",
        "şahin",
        "öztürk çağrı",
        "ğ",
        "ığ",
        "ül",
        "oğlu",
        "mehmet ali",
        "ilker",
        "IĞDIR",
        "İBRAHİM",
        "kâzım",
        "ayşe nur",
        "demir",
        "zeynep elif kaya",
        "can",
        "er",
    ] {
        let truth = truth(&people, text);
        nonempty += usize::from(!truth.is_empty());
        let ascii = fold(text);
        for spelling in
            [text.to_owned(), ascii.clone(), casing::upper(&ascii, Lang::En), casing::upper(text, Lang::Tr)]
        {
            let matches = index.find(&Query::new(&spelling), people.len());
            let all = matches.total;
            // ranked one by one are the best; the count knows all
            let wanted = u64::try_from(truth.len()).unwrap();
            if text.chars().count() > 1 {
                assert!(all >= wanted, "{spelling}: {all} of {wanted}");
            }
            let few = index.find(&Query::new(&spelling), 10);
            if wanted >= 10 && text.chars().count() > 1 {
                assert_eq!(few.total, wanted, "{spelling}");
                assert!(few.best.iter().all(|hit| truth.contains(&hit.no.0)), "{spelling}");
            }
            if truth.len() <= 400 && text.chars().count() > 1 {
                let hits: BTreeSet<u64> = matches.best.iter().map(|hit| hit.no.0).collect();
                assert!(truth.is_subset(&hits), "{spelling}: {:?}", truth.difference(&hits).next());
            }
        }
    }
    assert!(nonempty >= 15, "{nonempty}");
}

#[test]
fn four_spellings_are_one() {
    let people = [
        person(1, "Işıl", "Yılmaz"),
        person(2, "Isil", "Yilmaz"),
        person(3, "IŞIL", "YILMAZ"),
        person(4, "Işılay", "Yılmaz"),
        person(5, "Isıl", "Kaya"),
        person(6, "Ali", "Kaya"),
    ];
    let index = index(&people);
    let of = |text| found(&index, text, 10).into_iter().collect::<BTreeSet<_>>();
    for spelling in ["ışıl", "IŞIL", "isil", "Isıl", "i\u{307}s\u{327}il"] {
        assert!(of(spelling).is_superset(&[1, 2, 3, 4, 5].into()), "{spelling}");
        assert_eq!(of(spelling), of("isil"), "{spelling}");
    }
    // the very letters come first, whatever their case
    assert_eq!(found(&index, "ışıl yılmaz", 3), [1, 3, 2]);
    assert_eq!(found(&index, "isil yilmaz", 3), [2, 1, 3]);
}

#[test]
fn one_slip_of_the_finger_is_forgiven() {
    let people = many(3_000);
    let index = index(&people);
    let mut tried = 0;
    for person in people.iter().step_by(41) {
        let name = folded(person);
        let letters: Vec<char> = name.chars().collect();
        for at in 0..letters.len() {
            for typed in slips(&letters, at) {
                let hits = index.find(&Query::new(&typed), 500);
                let there = hits.best.iter().any(|hit| hit.no == person.no) || hits.total > 500;
                assert!(there, "{name:?} typed {typed:?}: {} hits", hits.total);
                tried += 1;
            }
        }
    }
    assert!(tried > 2_000, "{tried}");
}

/// One letter missing, doubled, swapped with the next, or another.
fn slips(letters: &[char], at: usize) -> Vec<String> {
    let mut slips = Vec::new();
    let mut missing = letters.to_vec();
    missing.remove(at);
    slips.push(missing);
    let mut doubled = letters.to_vec();
    doubled.insert(at, letters[at]);
    slips.push(doubled);
    if letters[at] != ' ' {
        let mut other = letters.to_vec();
        other[at] = if letters[at] == 'x' { 'q' } else { 'x' };
        slips.push(other);
        if letters.get(at + 1).is_some_and(|next| *next != ' ') {
            let mut swapped = letters.to_vec();
            swapped.swap(at, at + 1);
            slips.push(swapped);
        }
    }
    slips.into_iter().map(String::from_iter).collect()
}

#[test]
fn order_is_score_then_name_then_number() {
    let people = [
        person(9, "Ali", "Kaya"),
        person(3, "Ali", "Kaya"),
        person(5, "Ali", "Kayacan"),
        person(4, "Ali Veli", "Kaya"),
        person(8, "Veli", "Kaya"),
        person(7, "Alp", "Kaya"),
    ];
    let index = index(&people);
    assert_eq!(found(&index, "ali kaya", 10), [3, 9, 4, 5, 7]);
    assert_eq!(found(&index, "kaya ali", 2), [3, 9]);
    assert_eq!(found(&index, "ali kaya", 2), [3, 9]);
    assert_eq!(index.find(&Query::new("ali kaya"), 2).total, 4);
}

/// More people bear the word as a family name than are ranked one by one, and all of them stand before the others
/// in the order of names.
#[test]
fn a_first_name_comes_before_a_family_name() {
    let many = u64::try_from(RANKED_MAX).unwrap() + 100;
    let mut people: Vec<Person> = (0..many).map(|no| person(1_000 + no, "Ahmet", "Deniz")).collect();
    people.extend([person(1, "Deniz", "Yalavuz"), person(2, "Umut Deniz", "Kaya"), person(3, "Denız", "Ak")]);
    people.push(person(4, "Denizhan", "Ak"));
    let mut index = index(&people);
    for typed in ["DENİZ", "deniz", "Deniz"] {
        assert_eq!(found(&index, typed, 3), [1, 2, 1_000], "{typed}");
    }
    // the very letters come first, then the first name
    assert_eq!(found(&index, "denız", 3)[..2], [3, 1]);
    assert_eq!(found(&index, "ahmet deniz", 1), [1_000]);
    assert_eq!(index.find(&Query::new("deniz"), 10).total, many + 4);
    index.change([person(5, "Deniz", "Zor"), person(1, "Derya", "Deniz")]);
    assert_eq!(found(&index, "deniz", 3), [5, 2, 1_000]);
}

#[test]
fn a_space_more_or_less_is_forgiven() {
    let index = index(&[person(1, "Ayşe Nur", "Aksoy"), person(2, "Ayşenur", "Çelik")]);
    assert_eq!(found(&index, "aysenur", 10), [2]);
    assert_eq!(found(&index, "aysenuraksoy", 10), Vec::<u64>::new());
    assert_eq!(found(&index, "ayşenur aksoy", 10), [1]);
    assert_eq!(found(&index, "ay senur celik", 10), [2]);
    assert_eq!(found(&index, "ayşe nur çelik", 10), [2]);
}

#[test]
fn odd_names_and_odd_words() {
    let company = Person { kind: CustomerKind::Company, ..person(2, "", "Çınar Gıda San. ve Tic. A.Ş.") };
    let nameless = Person { name: None, branch: None, year: None, ..person(3, "", "") };
    let people =
        [person(1, "O'Neil", "Ağa-Oğlu"), company.clone(), nameless.clone(), person(4, "Жанна", "Ли")];
    let index = index(&people);
    assert_eq!(index.len(), 4);
    for (text, numbers) in [
        ("oneil", vec![1]),
        ("agaoglu", vec![1]),
        ("cinar as", vec![2]),
        ("gida a.ş.", vec![2]),
        ("жанна", vec![4]),
        ("", vec![]),
        ("   ", vec![]),
        ("'", vec![]),
        ("\u{202e}\u{1b}[2J", vec![]),
    ] {
        assert_eq!(found(&index, text, 10), numbers, "{text:?}");
    }
    assert_eq!(found(&index, &"a".repeat(10_000), 10), Vec::<u64>::new());
    assert_eq!(index.person(CustomerNo(2)), Some(company));
    assert_eq!(index.person(CustomerNo(3)), Some(nameless));
    assert_eq!(index.person(CustomerNo(5)), None);
    assert_eq!(found(&Index::default(), "ali", 10), Vec::<u64>::new());
}

#[test]
fn changes_hold_at_once_and_when_all_is_built_anew() {
    let people = many(2_000);
    let mut index = index(&people);
    let moved = person(people[0].no.0, "Zzyzx", "Çıtır");
    index.change([moved.clone(), person(1, "Zzyzx", "Yeni")]);
    assert_eq!(index.len(), 2_001);
    assert_eq!(found(&index, "zzyzx", 10), [moved.no.0, 1]);
    assert_eq!(index.person(moved.no), Some(moved.clone()));
    let before = folded(&people[0]);
    assert!(!found(&index, &before, 2_001).contains(&moved.no.0));
    assert_eq!(index.numbers_from("1", 3), (2_001, vec![CustomerNo(1), people[0].no, people[1].no]));

    let more = u64::try_from(RECENT_MAX).unwrap();
    index.change((0..more).map(|at| person(100 + at, "Başka", "Biri")));
    assert_eq!(index.len(), 2_001 + more);
    assert_eq!(found(&index, "zzyzx", 10), [moved.no.0, 1]);
    assert_eq!(index.find(&Query::new("baska biri"), 5).total, more);
}

#[test]
fn the_latest_of_a_customer_holds() {
    let mut builder = Builder::default();
    builder.push(&person(7, "Yeni", "Ad"), 5);
    builder.push(&person(7, "Eski", "Ad"), 2);
    builder.push(&person(3, "Öbür", "Ad"), 3);
    let index = Index::new(builder);
    assert_eq!(index.len(), 2);
    assert_eq!(found(&index, "yeni", 10), [7]);
    assert_eq!(found(&index, "eski", 10), Vec::<u64>::new());
}

#[test]
fn numbers_by_their_beginning_and_their_end() {
    let people: Vec<Person> =
        [17, 170, 1_787, 17_000_017, 10_014_017, 24_017].map(|no| person(no, "Ali", "Kaya")).into();
    let index = index(&people);
    let of = |digits| index.numbers_from(digits, 10).1.iter().map(|no| no.0).collect::<Vec<_>>();
    assert_eq!(of("17"), [17, 170, 1_787, 17_000_017]);
    assert_eq!(of("1787"), [1_787]);
    assert_eq!(of("18446744073709551615"), Vec::<u64>::new());
    assert_eq!(of("0"), Vec::<u64>::new());
    assert_eq!(of("99999999999999999999999"), Vec::<u64>::new());
    assert_eq!(index.numbers_from("17", 1), (4, vec![CustomerNo(17)]));
    let ending = |digits| index.numbers_ending(digits, 10).1.iter().map(|no| no.0).collect::<Vec<_>>();
    assert_eq!(ending("4017"), [24_017, 10_014_017]);
    assert_eq!(ending("14017"), [10_014_017]);
    assert_eq!(ending("014017"), [10_014_017]);
    assert_eq!(ending("0014017"), [10_014_017]);
    assert_eq!(ending("10014017"), [10_014_017]);
    for nobody in ["", "017", "4018", "99999999999999999999999"] {
        assert_eq!(ending(nobody), Vec::<u64>::new(), "{nobody}");
    }
}
