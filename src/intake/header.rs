//! The header: every column of the table once, in any order, and nothing else.

use super::{
    Reject,
    csv::Fields,
    fault::{Fault, quoted},
};
use crate::{pack::nearest::nearest, text::ids::intake as ids};

/// For each column of a table, in the table's order: its name and its place in the file.
pub(super) type Columns = Vec<(&'static str, usize)>;

/// The header's line.
const LINE: Option<u64> = Some(1);

/// Finds each column's place.
///
/// # Errors
/// Every column that is missing, unknown or doubled.
pub(super) fn columns(
    file: &str,
    known: &'static [&'static str],
    header: &Fields,
) -> Result<Columns, Vec<Reject>> {
    let found: Vec<&str> = (0..header.count()).map(|at| header.get(at).trim_matches(' ')).collect();
    let place = |name: &str| found.iter().position(|column| *column == name);
    let mut missing: Vec<&str> = known.iter().copied().filter(|name| place(name).is_none()).collect();
    let mut rejects = Vec::new();
    for (at, column) in found.iter().enumerate() {
        if !known.contains(column) {
            rejects.push(unknown(file, column, known, &mut missing));
        } else if place(column) != Some(at) {
            let fault = Fault::new("column_twice", ids::COLUMN_TWICE, ids::FIX_COLUMN_TWICE);
            rejects.push(named(file, column, fault));
        }
    }
    rejects.extend(missing.iter().map(|column| {
        let fault = Fault::new("column_missing", ids::COLUMN_MISSING, ids::FIX_COLUMN_MISSING);
        named(file, column, fault)
    }));
    if !rejects.is_empty() {
        return Err(rejects);
    }
    Ok(known.iter().filter_map(|name| Some((*name, place(name)?))).collect())
}

/// An unknown column near a missing one is one fault, a slip of the pen, not two.
fn unknown(file: &str, column: &str, known: &[&str], missing: &mut Vec<&str>) -> Reject {
    let Some(near) = nearest(column, missing.iter().copied()).map(str::to_owned) else {
        let fault = Fault::new("column_unknown", ids::COLUMN_UNKNOWN, ids::FIX_COLUMN_UNKNOWN);
        return named(file, column, fault.with("columns", known.join(", ")));
    };
    missing.retain(|name| *name != near);
    let fault = Fault::new("column_unknown", ids::COLUMN_UNKNOWN, ids::FIX_COLUMN_NEAR);
    named(file, column, fault.with("meant", near))
}

fn named(file: &str, column: &str, fault: Fault) -> Reject {
    let mut reject = fault.with("column", quoted(column)).at(file, LINE);
    reject.field = Some(quoted(column));
    reject
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    const KNOWN: &[&str] = &["customer_no", "kind", "value"];

    type Told = (Option<String>, &'static str, String);

    fn check(header: &str) -> Result<Columns, Vec<Told>> {
        let mut fields = Fields::new(b',');
        fields.split(header);
        columns("contacts.csv", KNOWN, &fields).map_err(|rejects| {
            rejects
                .into_iter()
                .map(|reject| (reject.field, reject.code, reject.remedy.say(Lang::En)))
                .collect()
        })
    }

    #[test]
    fn any_order_is_taken() {
        assert_eq!(
            check("value,\"customer_no\",kind"),
            Ok(vec![("customer_no", 1), ("kind", 2), ("value", 0)])
        );
    }

    #[test]
    fn each_fault_names_its_column_and_the_nearest() {
        let faults = check("costumer_no,kind,kind,colour").unwrap_err();
        let seen: Vec<(&str, &str)> =
            faults.iter().map(|(field, code, _)| (field.as_deref().unwrap_or(""), *code)).collect();
        assert_eq!(
            seen,
            [
                ("costumer_no", "column_unknown"),
                ("kind", "column_twice"),
                ("colour", "column_unknown"),
                ("value", "column_missing"),
            ]
        );
        assert!(faults[0].2.contains("customer_no"), "{}", faults[0].2);
    }
}
