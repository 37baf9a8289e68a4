//! Who may ask what, and what of an answer who may read: deny by default, two tables, every cell tested.
//! Source: the roles and masks of the bank's reliability rules.

use crate::domain::{
    Refusal,
    operator::{Role, Verification},
};

use super::{Caller, FlowRequest, Request};

/// What a cell of the table says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// Never.
    No,
    /// Always.
    Yes,
    /// Only with a contact or a reason.
    WithReason,
    /// Only once the caller on the line is verified for service.
    Verified,
    /// Only with a contact or a reason, and once the caller on the line is verified for money.
    Money,
}

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The request's name.
    pub request: &'static str,
    /// Agent, teller, supervisor, auditor, admin, channel, owner: the order of [`Role::ALL`].
    pub cells: [Permission; 7],
}

/// A part of an answer that not every role may read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Masked identity number and mobile number in the header.
    Identity,
    /// Amounts of the summary.
    Amounts,
    /// An alert's reason; its level and name are always readable.
    AlertReason,
    /// An alert's amount.
    AlertAmount,
    /// What may be offered, what is held and why.
    Offers,
    /// Details of complaints, and why the customer is probably calling.
    Details,
}

use Permission::{Money, No, Verified, WithReason, Yes};

/// Requests by role. A request without a row is refused.
pub const REQUESTS: [Row; 26] = [
    row("open_customer", [WithReason, WithReason, Yes, WithReason, No, No, No]),
    row("decide", [WithReason, WithReason, Yes, WithReason, No, No, No]),
    row("list", [WithReason, WithReason, Yes, WithReason, No, No, No]),
    // the reason stands in the request itself
    row("reveal", [Verified, WithReason, Yes, WithReason, No, No, No]),
    row("work", [Yes, Yes, Yes, No, No, No, No]),
    row("find", [WithReason, WithReason, Yes, WithReason, No, No, No]),
    row("explain", [WithReason, WithReason, Yes, WithReason, No, No, No]),
    // who makes: up to the limit at once, above it a second person is asked
    row("flow_begin", [Money, WithReason, No, No, No, No, No]),
    row("flow_open", [Money, WithReason, No, No, No, No, No]),
    row("flow_resume", [Money, WithReason, No, No, No, No, No]),
    row("flow_quoted", [Money, WithReason, No, No, No, No, No]),
    row("flow_keep", [Money, WithReason, No, No, No, No, No]),
    row("flow_cancel", [Money, WithReason, No, No, No, No, No]),
    row("flow_price", [Money, WithReason, No, No, No, No, No]),
    row("flow_submit", [Money, WithReason, No, No, No, No, No]),
    // who checks; never the maker, which the service sees to
    row("flow_approvals", [No, No, Yes, No, No, No, No]),
    // what one put before a second person oneself
    row("flow_mine", [Yes, Yes, No, No, No, No, No]),
    row("flow_review", [No, No, Yes, No, No, No, No]),
    row("flow_approve", [No, No, Yes, No, No, No, No]),
    row("flow_return", [No, No, Yes, No, No, No, No]),
    // a teller asks for it, a supervisor agrees
    row("flow_reverse", [No, WithReason, Yes, No, No, No, No]),
    row("flow_compensate", [Money, WithReason, No, No, No, No, No]),
    row("flow_print", [Verified, WithReason, Yes, WithReason, No, No, No]),
    row("flow_mark", [Money, WithReason, No, No, No, No, No]),
    row("flow_outbox", [No, No, Yes, Yes, Yes, No, No]),
    // an entry has no maker's limit yet: money moves by flows alone
    row("post", [No, No, No, No, No, No, No]),
];

impl Part {
    /// Every part.
    pub const ALL: [Part; 6] =
        [Part::Identity, Part::Amounts, Part::AlertReason, Part::AlertAmount, Part::Offers, Part::Details];

    /// Its row, in the order of [`Role::ALL`].
    const fn cells(self) -> [Permission; 7] {
        match self {
            Part::Identity | Part::Amounts | Part::AlertReason | Part::Offers | Part::Details => {
                [Verified, Yes, Yes, Yes, No, No, No]
            }
            Part::AlertAmount => [Verified, No, Yes, Yes, No, No, No],
        }
    }
}

const fn row(request: &'static str, cells: [Permission; 7]) -> Row {
    Row { request, cells }
}

/// The cell of a request's name and a role; a name without a row is never permitted.
#[must_use]
pub fn permission(request: &str, role: Role) -> Permission {
    REQUESTS.iter().find(|row| row.request == request).map_or(No, |row| cell(row.cells, role))
}

/// Whether this caller may ask this.
///
/// # Errors
/// Why not: [`Refusal::NotPermitted`], [`Refusal::ReasonMissing`], [`Refusal::NotVerified`] or
/// [`Refusal::UnknownOperator`].
pub fn check(caller: &Caller, request: &Request) -> Result<(), Refusal> {
    let refusal = match permission(request.name(), caller.role) {
        No => Refusal::NotPermitted { request: request.name().to_owned() },
        // what it is done for stands in the request itself
        WithReason if is_silent(request) => Refusal::WhyMissing,
        WithReason => Refusal::ReasonMissing,
        Money if !has_reason(caller) => Refusal::ReasonMissing,
        Yes | Verified | Money => Refusal::NotVerified,
    };
    if !granted(permission(request.name(), caller.role), caller) {
        return Err(refusal);
    }
    if caller.guest && moves(request) {
        return Err(Refusal::UnknownOperator { operator: caller.operator.clone() });
    }
    Ok(())
}

/// Money, or a step on the way to it.
fn moves(request: &Request) -> bool {
    match request {
        Request::Post { .. } => true,
        Request::Flow(flow) => !flow.only_reads(),
        Request::OpenCustomer { .. }
        | Request::Decide { .. }
        | Request::List { .. }
        | Request::Reveal { .. }
        | Request::Work
        | Request::Find { .. }
        | Request::Explain { .. } => false,
    }
}

/// A reversal that says nothing of why.
fn is_silent(request: &Request) -> bool {
    matches!(request, Request::Flow(FlowRequest::Reverse { reason, .. }) if reason.trim().is_empty())
}

/// Whether this caller may read a part of an answer.
#[must_use]
pub fn may_read(caller: &Caller, part: Part) -> bool {
    granted(cell(part.cells(), caller.role), caller)
}

/// Whether somebody on the line must be verified before this role may read everything it may.
#[must_use]
pub fn needs_verification(role: Role) -> bool {
    cell(Part::Amounts.cells(), role) == Verified
}

/// Verified for service at least, the level at which details may be said aloud.
#[must_use]
pub fn is_verified(caller: &Caller) -> bool {
    caller.verified >= Verification::Service
}

fn granted(permission: Permission, caller: &Caller) -> bool {
    match permission {
        No => false,
        Yes => true,
        WithReason => has_reason(caller),
        Verified => is_verified(caller),
        Money => has_reason(caller) && caller.verified >= Verification::Money,
    }
}

fn has_reason(caller: &Caller) -> bool {
    given(caller.contact.as_ref()) || given(caller.reason.as_ref())
}

/// Blanks are no reason.
fn given(text: Option<&String>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

fn cell(cells: [Permission; 7], role: Role) -> Permission {
    Role::ALL.iter().zip(cells).find(|(known, _)| **known == role).map_or(No, |(_, permission)| permission)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{CustomerNo, channel::Touchpoint, operator::OperatorId};

    const LEVELS: [Verification; 4] =
        [Verification::BlockOnly, Verification::Information, Verification::Service, Verification::Money];

    fn caller(role: Role, contact: Option<&str>, verified: Verification) -> Caller {
        Caller {
            operator: OperatorId("0412".to_owned()),
            role,
            guest: false,
            contact: contact.map(str::to_owned),
            reason: None,
            verified,
            began: None,
            answered: None,
            touchpoint: Touchpoint::CallCenter,
            direction: crate::domain::interaction::Direction::default(),
        }
    }

    /// One cell a word: `-` never, `+` always, `c` with a contact or reason, `v` verified, `m` both and for money.
    const TABLE: &str = "
        request        agent teller supervisor auditor admin channel owner
        open_customer  c     c      +          c       -     -       -
        decide         c     c      +          c       -     -       -
        list           c     c      +          c       -     -       -
        reveal         v     c      +          c       -     -       -
        work           +     +      +          -       -     -       -
        find           c     c      +          c       -     -       -
        explain        c     c      +          c       -     -       -
        flow_begin     m     c      -          -       -     -       -
        flow_open      m     c      -          -       -     -       -
        flow_resume    m     c      -          -       -     -       -
        flow_quoted    m     c      -          -       -     -       -
        flow_keep      m     c      -          -       -     -       -
        flow_cancel    m     c      -          -       -     -       -
        flow_price     m     c      -          -       -     -       -
        flow_submit    m     c      -          -       -     -       -
        flow_approvals -     -      +          -       -     -       -
        flow_mine      +     +      -          -       -     -       -
        flow_review    -     -      +          -       -     -       -
        flow_approve   -     -      +          -       -     -       -
        flow_return    -     -      +          -       -     -       -
        flow_reverse   -     c      +          -       -     -       -
        flow_compensate m    c      -          -       -     -       -
        flow_print     v     c      +          c       -     -       -
        flow_mark      m     c      -          -       -     -       -
        flow_outbox    -     -      +          +       +     -       -
        post           -     -      -          -       -     -       -
        Identity       v     +      +          +       -     -       -
        Amounts        v     +      +          +       -     -       -
        AlertReason    v     +      +          +       -     -       -
        AlertAmount    v     -      +          +       -     -       -
        Offers         v     +      +          +       -     -       -
        Details        v     +      +          +       -     -       -
        unheard_of     -     -      -          -       -     -       -
    ";

    fn expected(cell: &str, contact: bool, verified: Verification) -> bool {
        match cell {
            "+" => true,
            "c" => contact,
            "v" => verified >= Verification::Service,
            "m" => contact && verified >= Verification::Money,
            "-" => false,
            other => panic!("what is {other}?"),
        }
    }

    #[test]
    fn every_cell_of_both_tables() {
        let mut names = Vec::new();
        for line in TABLE.lines().map(str::trim).filter(|line| !line.is_empty()).skip(1) {
            let mut words = line.split_whitespace();
            let name = words.next().unwrap();
            names.push(name.to_owned());
            let cells: Vec<&str> = words.collect();
            assert_eq!(cells.len(), Role::ALL.len(), "{line}");
            for (role, cell) in Role::ALL.into_iter().zip(cells) {
                for verified in LEVELS {
                    for contact in [None, Some("  "), Some("ÇM-1")] {
                        let caller = caller(role, contact, verified);
                        let part = Part::ALL.into_iter().find(|part| format!("{part:?}") == name);
                        let seen = part.map_or_else(
                            || granted(permission(name, role), &caller),
                            |part| may_read(&caller, part),
                        );
                        let wanted = expected(cell, contact == Some("ÇM-1"), verified);
                        assert_eq!(seen, wanted, "{name} {role:?} {verified:?} {contact:?}");
                    }
                }
            }
        }
        for name in Request::NAMES.into_iter().map(str::to_owned) {
            assert!(names.contains(&name), "{name} has no line in the table");
        }
        for part in Part::ALL {
            assert!(names.contains(&format!("{part:?}")), "{part:?} has no line in the table");
        }
    }

    #[test]
    fn the_refusal_names_what_is_needed() {
        let open = Request::OpenCustomer { customer: CustomerNo(1787) };
        let refusal = |role, contact| check(&caller(role, contact, Verification::Money), &open).err();
        assert_eq!(refusal(Role::Agent, None), Some(Refusal::ReasonMissing));
        assert_eq!(refusal(Role::Agent, Some("ÇM-1")), None);
        assert_eq!(
            refusal(Role::Admin, Some("ÇM-1")),
            Some(Refusal::NotPermitted { request: "open_customer".to_owned() })
        );
    }

    #[test]
    fn who_is_nobody_looks_and_moves_no_money() {
        let guest = Caller { guest: true, ..caller(Role::Agent, Some("ÇM-1"), Verification::Money) };
        let begin = FlowRequest::Begin { customer: CustomerNo(1787), flow: "break-fx-fund".to_owned() };
        let unknown = Refusal::UnknownOperator { operator: guest.operator.clone() };
        assert_eq!(check(&guest, &Request::Flow(begin.clone())), Err(unknown));
        for request in
            [Request::OpenCustomer { customer: CustomerNo(1787) }, Request::Flow(FlowRequest::Mine)]
        {
            assert_eq!(check(&guest, &request), Ok(()));
        }
        assert_eq!(check(&Caller { guest: false, ..guest }, &Request::Flow(begin)), Ok(()));
    }

    #[test]
    fn a_reason_serves_as_well_as_a_contact() {
        let mut caller = caller(Role::Teller, None, Verification::BlockOnly);
        caller.reason = Some("müşteri gişede".to_owned());
        let open = Request::OpenCustomer { customer: CustomerNo(1787) };
        assert_eq!(check(&caller, &open), Ok(()));
    }
}
