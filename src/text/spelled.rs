//! Amounts in words, as receipts and cheques write them.
//!
//! Turkish writes the number of an amount in one word, so that nothing can be put in between (Turkish
//! Language Association, spelling of numbers in commercial papers); English joins tens and units by a hyphen.

use super::{Lang, amount::currency_name};
use crate::money::{Currency, Money};

const TURKISH_UNITS: [&str; 10] = ["", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz"];
const TURKISH_TENS: [&str; 10] =
    ["", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan"];
const TURKISH_GROUPS: [&str; 7] = ["", "bin", "milyon", "milyar", "trilyon", "katrilyon", "kentilyon"];

const ENGLISH_UNITS: [&str; 20] = [
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const ENGLISH_TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ENGLISH_GROUPS: [&str; 7] =
    ["", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion"];

/// Names of a currency and of its hundredth, Turkish and English; others go by their code.
const CURRENCIES: [(&str, [&str; 2], [&str; 2]); 4] = [
    ("TRY", ["Türk lirası", "kuruş"], ["Turkish lira", "kuruş"]),
    ("USD", ["ABD doları", "sent"], ["US dollars", "cents"]),
    ("EUR", ["avro", "sent"], ["euro", "cents"]),
    ("GBP", ["İngiliz sterlini", "peni"], ["pounds sterling", "pence"]),
];

/// `beşyüzbinyüzellisekiz Türk lirası yirmiiki kuruş`; `five hundred thousand one hundred fifty-eight Turkish
/// lira and twenty-two kuruş`. The part below one is left out where it is nought, and so is the sign.
#[must_use]
pub fn money(money: Money, lang: Lang) -> String {
    let unit = 10_u64.pow(u32::from(money.currency.decimals()));
    let minor = money.minor.unsigned_abs();
    let (whole, part) = (minor / unit, minor % unit);
    let (major, hundredth) = names(money.currency, lang);
    let and = match lang {
        Lang::Tr => " ",
        Lang::En => " and ",
    };
    let mut text = format!("{} {major}", number(whole, lang));
    if part > 0 {
        let parts = match hundredth {
            Some(hundredth) => format!("{and}{} {hundredth}", number(part, lang)),
            None => format!("{and}{part}/{unit}"),
        };
        text.push_str(&parts);
    }
    text
}

/// A whole number in words: `birmilyonikiyüz`, `one million two hundred`.
#[must_use]
pub fn number(number: u64, lang: Lang) -> String {
    if number == 0 {
        return match lang {
            Lang::Tr => "sıfır",
            Lang::En => "zero",
        }
        .to_owned();
    }
    let mut words: Vec<String> = Vec::new();
    let mut rest = number;
    let mut place = 0;
    while rest > 0 {
        let group = rest % 1_000;
        if group > 0 {
            words.push(grouped(group, place, lang));
        }
        rest /= 1_000;
        place += 1;
    }
    words.reverse();
    words.join(match lang {
        Lang::Tr => "",
        Lang::En => " ",
    })
}

/// Three digits with the name of their place.
fn grouped(group: u64, place: usize, lang: Lang) -> String {
    match lang {
        // a thousand is `bin`, never `birbin`
        Lang::Tr if group == 1 && place == 1 => word(&TURKISH_GROUPS, 1).to_owned(),
        Lang::Tr => format!("{}{}", turkish(group), word(&TURKISH_GROUPS, place)),
        Lang::En => format!("{} {}", english(group), word(&ENGLISH_GROUPS, place)).trim_end().to_owned(),
    }
}

fn turkish(group: u64) -> String {
    let hundreds = match group / 100 {
        0 => String::new(),
        1 => "yüz".to_owned(),
        many => format!("{}yüz", digit(&TURKISH_UNITS, many)),
    };
    let tens = digit(&TURKISH_TENS, group / 10 % 10);
    format!("{hundreds}{tens}{}", digit(&TURKISH_UNITS, group % 10))
}

fn english(group: u64) -> String {
    let below = group % 100;
    let rest = match (below < 20, below % 10) {
        (true, _) => digit(&ENGLISH_UNITS, below).to_owned(),
        (false, 0) => digit(&ENGLISH_TENS, below / 10).to_owned(),
        (false, units) => format!("{}-{}", digit(&ENGLISH_TENS, below / 10), digit(&ENGLISH_UNITS, units)),
    };
    match (group / 100, rest.is_empty()) {
        (0, _) => rest,
        (many, true) => format!("{} hundred", digit(&ENGLISH_UNITS, many)),
        (many, false) => format!("{} hundred {rest}", digit(&ENGLISH_UNITS, many)),
    }
}

fn digit<'a>(words: &[&'a str], at: u64) -> &'a str {
    usize::try_from(at).map_or("", |at| word(words, at))
}

fn word<'a>(words: &[&'a str], at: usize) -> &'a str {
    words.get(at).copied().unwrap_or("")
}

fn names(currency: Currency, lang: Lang) -> (String, Option<&'static str>) {
    let known = CURRENCIES.into_iter().find(|(code, _, _)| *code == currency.code());
    match (known, lang) {
        (Some((_, [major, part], _)), Lang::Tr) | (Some((_, _, [major, part])), Lang::En) => {
            (major.to_owned(), Some(part))
        }
        (None, _) => (currency_name(currency, lang), None),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_by_table() {
        let table = [
            (0, "sıfır", "zero"),
            (1, "bir", "one"),
            (10, "on", "ten"),
            (11, "onbir", "eleven"),
            (20, "yirmi", "twenty"),
            (42, "kırkiki", "forty-two"),
            (100, "yüz", "one hundred"),
            (101, "yüzbir", "one hundred one"),
            (219, "ikiyüzondokuz", "two hundred nineteen"),
            (1_000, "bin", "one thousand"),
            (1_001, "binbir", "one thousand one"),
            (2_000, "ikibin", "two thousand"),
            (11_000, "onbirbin", "eleven thousand"),
            (100_000, "yüzbin", "one hundred thousand"),
            (101_000, "yüzbirbin", "one hundred one thousand"),
            (500_158, "beşyüzbinyüzellisekiz", "five hundred thousand one hundred fifty-eight"),
            (1_000_000, "birmilyon", "one million"),
            (1_001_000, "birmilyonbin", "one million one thousand"),
            (1_000_000_000, "birmilyar", "one billion"),
            (7_000_000_007, "yedimilyaryedi", "seven billion seven"),
            (1_000_000_000_000, "birtrilyon", "one trillion"),
            (
                999_999_999_999_999,
                "dokuzyüzdoksandokuztrilyondokuzyüzdoksandokuzmilyardokuzyüzdoksandokuzmilyon\
                 dokuzyüzdoksandokuzbindokuzyüzdoksandokuz",
                "nine hundred ninety-nine trillion nine hundred ninety-nine billion nine hundred ninety-nine \
                 million nine hundred ninety-nine thousand nine hundred ninety-nine",
            ),
        ];
        for (value, turkish, english) in table {
            assert_eq!(number(value, Lang::Tr), turkish);
            assert_eq!(number(value, Lang::En), english);
        }
    }

    #[test]
    fn amounts_by_table() {
        let table = [
            (0, "TRY", "sıfır Türk lirası", "zero Turkish lira"),
            (5, "TRY", "sıfır Türk lirası beş kuruş", "zero Turkish lira and five kuruş"),
            (
                50_015_822,
                "TRY",
                "beşyüzbinyüzellisekiz Türk lirası yirmiiki kuruş",
                "five hundred thousand one hundred fifty-eight Turkish lira and twenty-two kuruş",
            ),
            (
                461_878,
                "USD",
                "dörtbinaltıyüzonsekiz ABD doları yetmişsekiz sent",
                "four thousand six hundred eighteen US dollars and seventy-eight cents",
            ),
            (-100, "EUR", "bir avro", "one euro"),
            (10_050, "CHF", "yüz CHF 50/100", "one hundred CHF and 50/100"),
            (1_000, "JPY", "bin JPY", "one thousand JPY"),
            (1_001, "KWD", "bir KWD 1/1000", "one KWD and 1/1000"),
        ];
        for (minor, code, turkish, english) in table {
            let amount = Money::new(minor, Currency::from_code(code).expect(code));
            assert_eq!(money(amount, Lang::Tr), turkish);
            assert_eq!(money(amount, Lang::En), english);
        }
    }

    #[test]
    fn a_hundred_thousand_numbers_are_all_told_apart() {
        for lang in Lang::ALL {
            let words: BTreeSet<String> = (0..100_000).map(|value| number(value, lang)).collect();
            assert_eq!(words.len(), 100_000);
        }
    }

    proptest! {
        /// Read back group by group, the words give the number.
        #[test]
        fn english_words_read_back(value in 0_u64..1_000_000_000_000_000) {
            let (mut sum, mut group) = (0_u64, 0_u64);
            for word in number(value, Lang::En).split([' ', '-']) {
                let at = |words: &[&str]| words.iter().position(|known| *known == word).map(|at| u64::try_from(at).unwrap());
                match (at(&ENGLISH_UNITS), at(&ENGLISH_TENS), at(&ENGLISH_GROUPS), word) {
                    (Some(units), ..) => group += units,
                    (_, Some(tens), ..) => group += 10 * tens,
                    (.., "hundred") => group *= 100,
                    (.., Some(place), _) => {
                        sum += group * 1_000_u64.pow(u32::try_from(place).unwrap());
                        group = 0;
                    }
                    (.., "zero") => {}
                    (.., other) => panic!("what is {other}?"),
                }
            }
            prop_assert_eq!(sum + group, value);
        }
    }
}
