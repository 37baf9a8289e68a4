//! Masks: what an operator sees of an identifier before there is a reason to see more.
//!
//! Source of the forms: design reliability, "Masks". They are applied in `service`, so an unmasked value never
//! reaches a screen, log or recording that may not have it.

use crate::{
    domain::{
        CustomerNo,
        customer::{CustomerKind, Name},
        identity::{Email, Iban, IdentityNo, Phone},
    },
    text::safe,
};

pub use crate::domain::identity::free_text;

/// `****4017`. A number of four digits or fewer is shown: there is nothing left to hide it behind.
#[must_use]
pub fn customer(number: CustomerNo) -> String {
    let digits = number.to_string();
    match digits.len().checked_sub(4) {
        None | Some(0) => digits,
        Some(_) => format!("****{}", tail(&digits, 4)),
    }
}

/// `***14017`: one more digit than [`customer`] shows, and so on with `more`; all of them where no star is left. A
/// customer's number is nobody's identity number; more of it stands where two customers would read the same.
#[must_use]
pub fn customer_widened(number: CustomerNo, more: usize) -> String {
    let digits = number.to_string();
    let (shown, stars) = (4_usize.saturating_add(more), 4_usize.saturating_sub(more));
    if more == 0 || digits.len() <= 4 {
        return customer(number);
    }
    if shown >= digits.len() {
        digits
    } else {
        format!("{}{}", "*".repeat(stars.max(1)), tail(&digits, shown))
    }
}

/// `****0171`: a number of a loan or policy, which may hold the customer's.
#[must_use]
pub fn record(number: u64) -> String {
    customer(CustomerNo(number))
}

/// `DENİZ Y*****Z`: given names open, each word of a person's family name masked. A company's name is public.
#[must_use]
pub fn name(name: &Name, kind: CustomerKind) -> String {
    let family = match kind {
        CustomerKind::Person => family(&name.family),
        CustomerKind::Company => safe::line(&name.family),
    };
    let given = safe::line(&name.given);
    format!("{given} {family}").trim().to_owned()
}

/// `M. Y*****Z`: a person's name in one piece, its first word open; a lone word is masked.
#[must_use]
pub fn full_name(text: &str) -> String {
    match text.trim().split_once(char::is_whitespace) {
        Some((given, rest)) => format!("{} {}", safe::line(given), family(rest)),
        None => family(text),
    }
}

/// `Y*****Z`: first and last letter of each word; of three letters or fewer the first only, of one none.
#[must_use]
pub fn family(text: &str) -> String {
    let safe = safe::line(text);
    let words: Vec<String> = safe.split_whitespace().map(word).collect();
    words.join(" ")
}

fn word(word: &str) -> String {
    let letters: Vec<&str> = safe::letters(word).collect();
    match letters.as_slice() {
        [] | [_] => "*".to_owned(),
        [first, _] => format!("{first}*"),
        [first, _, _] => format!("{first}**"),
        [first, inner @ .., last] => format!("{first}{}{last}", "*".repeat(inner.len())),
    }
}

/// `*******8142`: all digits but the last four.
#[must_use]
pub fn identity(number: &IdentityNo) -> String {
    let digits = number.digits();
    let hidden = digits.chars().count().saturating_sub(4);
    format!("{}{}", "*".repeat(hidden), tail(digits, 4))
}

/// `05** *** ** 17` for a Turkish number, `+******** 17` with as many stars as digits for another.
#[must_use]
pub fn phone(phone: &Phone) -> String {
    let number = phone.e164();
    let end = tail(number, 2);
    let first_national = number.strip_prefix("+90").and_then(|national| national.chars().next());
    match first_national {
        Some(first) => format!("0{first}** *** ** {end}"),
        None => format!("+{} {end}", "*".repeat(number.chars().count().saturating_sub(3))),
    }
}

/// `TR12 **** … 4321`.
#[must_use]
pub fn iban(iban: &Iban) -> String {
    let packed = iban.packed();
    let country_and_check = packed.get(..4).unwrap_or_default();
    format!("{country_and_check} **** … {}", tail(packed, 4))
}

/// `a***@d***`.
#[must_use]
pub fn email(email: &Email) -> String {
    let first = |part: Option<&str>| part.and_then(|part| part.chars().next()).unwrap_or('*');
    let mut parts = email.address().split('@');
    let (local, domain) = (first(parts.next()), first(parts.next()));
    format!("{local}***@{domain}***")
}

/// `545616******1903`: first six and last four, stars for what the source does not give.
#[must_use]
pub fn card(first6: Option<&str>, last4: Option<&str>) -> String {
    let part = |digits: Option<&str>, count: usize| {
        digits
            .filter(|digits| digits.len() == count && digits.bytes().all(|byte| byte.is_ascii_digit()))
            .map_or_else(|| "*".repeat(count), str::to_owned)
    };
    format!("{}******{}", part(first6, 6), part(last4, 4))
}

/// The last `count` characters; none of a text that has no more than that.
fn tail(text: &str, count: usize) -> String {
    let hidden = text.chars().count().saturating_sub(count);
    if hidden == 0 {
        return "*".repeat(text.chars().count());
    }
    text.chars().skip(hidden).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::identity::IdentityKind;

    #[test]
    fn numbers_in_free_text_take_the_forms_of_their_fields() {
        let number = IdentityNo::try_new(IdentityKind::Tckn, "10000000146").unwrap();
        assert_eq!(free_text("10000000146"), identity(&number));
        for written in ["0532 123 45 17", "+49 30 1234567"] {
            assert_eq!(free_text(written), phone(&Phone::try_new(written).unwrap()));
        }
        assert_eq!(free_text("4111111111111111"), card(Some("411111"), Some("1111")));
    }

    #[test]
    fn family_names_by_table() {
        let table = [
            ("YILMAZ", "Y****Z"),
            ("Yıldırım", "Y******m"),
            ("ÖZTÜRK", "Ö****K"),
            ("Şık", "Ş**"),
            ("KAYA", "K**A"),
            ("ÖZ", "Ö*"),
            ("Ğ", "*"),
            ("", ""),
            ("ÖZ YILMAZ", "Ö* Y****Z"),
            ("KARA-DEMİR", "K********R"),
            // a mark belongs to its letter and is no letter of its own
            ("S\u{327}AHI\u{307}N", "Ş***N"),
            ("I\u{307}Z", "İ*"),
            ("A\u{335}\u{335}\u{335}\u{335}B", "A\u{335}\u{335}*"),
            ("KA\u{1b}[31mYA", "K*******A"),
            ("İ\u{200b}Z", "İ*"),
        ];
        for (text, masked) in table {
            assert_eq!(family(text), masked, "{text:?}");
        }
    }

    #[test]
    fn names_by_kind() {
        let table = [
            ("DENİZ", "YILDIZAZ", CustomerKind::Person, "DENİZ Y******Z"),
            ("Ayşe Işıl", "Koç", CustomerKind::Person, "Ayşe Işıl K**"),
            // a source with one column for the whole name
            ("", "Deniz Yılmaz", CustomerKind::Person, "D***z Y****z"),
            ("Deniz", "", CustomerKind::Person, "Deniz"),
            ("", "Örnek Gıda A.Ş.", CustomerKind::Company, "Örnek Gıda A.Ş."),
            ("", "Örnek\u{202e} A.Ş.\u{7}", CustomerKind::Company, "Örnek A.Ş.�"),
        ];
        for (given, family, kind, masked) in table {
            let full = Name { given: given.to_owned(), family: family.to_owned() };
            assert_eq!(name(&full, kind), masked);
        }
    }

    #[test]
    fn customer_numbers_by_table() {
        let table = [
            (0, "0"),
            (17, "17"),
            (1_787, "1787"),
            (13_971, "****3971"),
            (10_004_017, "****4017"),
            (u64::MAX, "****1615"),
        ];
        for (number, masked) in table {
            assert_eq!(customer(CustomerNo(number)), masked);
        }
    }

    #[test]
    fn identifiers_by_table() {
        let person = IdentityNo::try_new(IdentityKind::Tckn, "10000000146").expect("valid");
        let company = IdentityNo::try_new(IdentityKind::Vkn, "1234567890").expect("valid");
        assert_eq!(identity(&person), "*******0146");
        assert_eq!(identity(&company), "******7890");
        let account = Iban::try_new("TR330006100519786457841326").expect("valid");
        assert_eq!(iban(&account), "TR33 **** … 1326");
        for (text, masked) in [
            ("0532 123 45 17", "05** *** ** 17"),
            ("0212 555 01 23", "02** *** ** 23"),
            ("+420 601 123 456", "+********** 56"),
            ("+12345678", "+****** 78"),
        ] {
            assert_eq!(phone(&Phone::try_new(text).expect("valid")), masked);
        }
        for (text, masked) in [("ayse.yilmaz@deneme.example", "a***@d***"), ("a@b.co", "a***@b***")] {
            assert_eq!(email(&Email::try_new(text).expect("valid")), masked);
        }
    }

    #[test]
    fn cards_by_table() {
        let table = [
            (Some("545616"), Some("1903"), "545616******1903"),
            (None, Some("1903"), "************1903"),
            (Some("545616"), None, "545616**********"),
            (None, None, "****************"),
            // a whole number in the wrong field stays hidden
            (Some("5456161234561903"), Some("1903"), "************1903"),
            (Some("545616"), Some("19\u{1b}3"), "545616**********"),
        ];
        for (first6, last4, masked) in table {
            assert_eq!(card(first6, last4), masked);
        }
    }

    #[test]
    fn a_damaged_number_is_hidden_wholly() {
        let damaged: IdentityNo = serde_json::from_str(r#"{"kind": "tckn", "digits": "014"}"#)
            .expect("stored values are read as they are");
        assert_eq!(identity(&damaged), "***");
    }

    proptest! {
        #[test]
        fn a_masked_family_name_keeps_at_most_two_letters_a_word(text in "\\PC{0,20}|[a-zıişğçöü ]{0,30}") {
            for masked in family(&text).split(' ').filter(|masked| !masked.is_empty()) {
                let letters = safe::letters(masked).count();
                let open = safe::letters(masked).filter(|letter| *letter != "*").count();
                prop_assert!(open <= 2 && (open < letters || letters == 0), "{} {}", text, masked);
            }
        }
    }
}
