//! Features of other customers who are, or look like, the same person.

use crate::{
    domain::kin::Kinship,
    request::mask,
    text::{Message, ids::pack as id},
};

use super::{Value, View};

/// The most numbers that are named.
const NAMED_MAX: usize = 3;

fn numbers(view: &View<'_>, wanted: &[Kinship]) -> Option<Value> {
    let kin = view.facts.kin.iter().filter(|kin| wanted.contains(&kin.how));
    let numbers: Vec<String> = kin.map(|kin| mask::customer(kin.customer)).take(NAMED_MAX).collect();
    (!numbers.is_empty()).then(|| Value::Text(numbers.join(", ")))
}

/// The numbers under which the same person seems to stand.
pub(super) fn same(view: &View<'_>) -> Option<Value> {
    numbers(view, &[Kinship::SameIdentity, Kinship::SameNameBirthPhone])
}

/// What the surest of them shares.
pub(super) fn same_by(view: &View<'_>) -> Option<Value> {
    let (code, said) = match view.facts.kin.iter().map(|kin| kin.how).min()? {
        Kinship::SameIdentity => ("identity", id::KIN_IDENTITY),
        Kinship::SameNameBirthPhone => ("name-birth-phone", id::KIN_NAME_BIRTH_PHONE),
        Kinship::Twin => return None,
    };
    Some(Value::Named(code.to_owned(), Message::new(said).said()))
}

pub(super) fn twin(view: &View<'_>) -> Option<Value> {
    numbers(view, &[Kinship::Twin])
}
