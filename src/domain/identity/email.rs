//! Mail addresses by their shape; whether one is read, only a message to it shows.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::IdentityFault;

/// `deniz@example.com`, its domain in lower case. Debug shows the first letter of each part only.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Email(String);

/// Longest address, part before the `@`, and label of a domain. Source: RFC 5321 4.5.3.1, RFC 1035 2.3.4.
const ADDRESS_MAX: usize = 254;
const LOCAL_MAX: usize = 64;
const LABEL_MAX: usize = 63;

impl Email {
    /// Checks the shape of an address. ASCII only: a Turkish letter in an address is a slip of the keyboard,
    /// and a domain with such letters is written `xn--…`. Quoted local parts and address literals are not accepted.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn try_new(text: &str) -> Result<Email, IdentityFault> {
        let (local, domain) = text.rsplit_once('@').ok_or(IdentityFault::Character)?;
        if text.len() > ADDRESS_MAX || local.len() > LOCAL_MAX || local.is_empty() || domain.is_empty() {
            return Err(IdentityFault::Length);
        }
        if !local.split('.').all(|atom| !atom.is_empty() && atom.bytes().all(is_atom)) {
            return Err(IdentityFault::Character);
        }
        check_domain(domain)?;
        Ok(Email(format!("{local}@{}", domain.to_ascii_lowercase())))
    }

    /// The address.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.0
    }
}

/// Source: RFC 5322 3.2.3, atext.
fn is_atom(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte)
}

fn check_domain(domain: &str) -> Result<(), IdentityFault> {
    let labels: Vec<&str> = domain.split('.').collect();
    let top_is_name =
        labels.last().is_some_and(|top| top.len() >= 2 && top.bytes().any(|byte| byte.is_ascii_alphabetic()));
    let well_formed = labels.iter().all(|label| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    });
    if !well_formed || labels.len() < 2 || !top_is_name {
        return Err(IdentityFault::Character);
    }
    if labels.iter().any(|label| label.len() > LABEL_MAX) {
        return Err(IdentityFault::Length);
    }
    Ok(())
}

impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (local, domain) = self.0.split_once('@').unwrap_or_default();
        let first = |part: &str| part.chars().next().unwrap_or('*');
        write!(f, "Email({}***@{}***)", first(local), first(domain))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn shapes_by_table() {
        use IdentityFault::{Character, Length};
        let label = "a".repeat(64);
        let long_local = format!("{label}a@example.com");
        let long_label = format!("a@{label}.com");
        let long = format!("a@{}com", "abcdefghi.".repeat(26));
        let table = [
            ("deniz@example.com", Ok("deniz@example.com")),
            ("Deniz.Y+banka@Example.COM.TR", Ok("Deniz.Y+banka@example.com.tr")),
            ("o'neil@xn--trke-1ra8b.example", Ok("o'neil@xn--trke-1ra8b.example")),
            ("a@b.co", Ok("a@b.co")),
            ("", Err(Character)),
            ("deniz", Err(Character)),
            ("@example.com", Err(Length)),
            ("deniz@", Err(Length)),
            ("deniz@example", Err(Character)),
            ("deniz@@example.com", Err(Character)),
            ("deniz@a@example.com", Err(Character)),
            (".deniz@example.com", Err(Character)),
            ("deniz.@example.com", Err(Character)),
            ("den..iz@example.com", Err(Character)),
            ("deniz yilmaz@example.com", Err(Character)),
            ("deniz@example..com", Err(Character)),
            ("deniz@-example.com", Err(Character)),
            ("deniz@example-.com", Err(Character)),
            ("deniz@example.c", Err(Character)),
            ("deniz@192.168.1.10", Err(Character)),
            ("deniz@[192.168.1.10]", Err(Character)),
            ("ışıl@example.com", Err(Character)),
            ("isil@örnek.com", Err(Character)),
            ("deniz@example.com\n", Err(Character)),
            ("\u{202e}deniz@example.com", Err(Character)),
            (long_local.as_str(), Err(Length)),
            (long_label.as_str(), Err(Length)),
            (long.as_str(), Err(Length)),
        ];
        for (text, expected) in table {
            let email = Email::try_new(text);
            assert_eq!(email.as_ref().map(Email::address).map_err(|fault| *fault), expected, "{text:?}");
        }
    }

    #[test]
    fn debug_hides_the_address() {
        let email = Email::try_new("deniz@example.com").expect("valid");
        assert_eq!(format!("{email:?}"), "Email(d***@e***)");
    }

    proptest! {
        #[test]
        fn what_is_accepted_is_printable_ascii_and_read_back(text in "\\PC{0,8}@\\PC{0,8}|[a-z.@-]{3,20}") {
            if let Ok(email) = Email::try_new(&text) {
                prop_assert!(email.address().bytes().all(|byte| byte.is_ascii_graphic()));
                prop_assert_eq!(Email::try_new(email.address()), Ok(email));
            }
        }
    }
}
