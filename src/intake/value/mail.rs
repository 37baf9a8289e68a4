//! Mail addresses by their shape: what a mail server will take, not all that RFC 5322 allows.

use super::{Fault, Read};
use crate::text::ids::intake as ids;

/// The longest address (RFC 5321).
const ADDRESS_BYTES_MAX: usize = 254;
/// The longest part before the `@` (RFC 5321).
const LOCAL_BYTES_MAX: usize = 64;
/// The longest part of a domain between points (RFC 1035).
const LABEL_BYTES_MAX: usize = 63;

/// `name@company.com`, kept as written.
pub(in crate::intake) fn mail(text: &str) -> Read<String> {
    if is_mail(text) {
        return Ok(text.to_owned());
    }
    Err(Fault::new("bad_mail", ids::MAIL, ids::FIX_MAIL))
}

fn is_mail(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let local_ok = (1..=LOCAL_BYTES_MAX).contains(&local.len())
        && local
            .split('.')
            .all(|atom| !atom.is_empty() && atom.chars().all(is_atom));
    let mut labels = domain.split('.').rev();
    let top_ok = labels.next().is_some_and(|top| {
        top.chars().count() >= 2 && is_label(top) && !top.bytes().all(|b| b.is_ascii_digit())
    });
    let mut below = labels.peekable();
    text.len() <= ADDRESS_BYTES_MAX && local_ok && top_ok && below.peek().is_some() && below.all(is_label)
}

fn is_atom(c: char) -> bool {
    c.is_alphanumeric() || "!#$%&'*+/=?^_`{|}~-".contains(c)
}

fn is_label(label: &str) -> bool {
    (1..=LABEL_BYTES_MAX).contains(&label.len())
        && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}
