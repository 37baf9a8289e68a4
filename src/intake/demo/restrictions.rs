//! What stops accounts from being disposed of. It follows from what a customer has: nothing is drawn for it.

use super::{maker::Maker, people::Life};
use crate::{
    domain::{
        AccountId, Fact,
        deposit::Deposit,
        loan::{Loan, LoanState},
        posting_restriction::{PostingRestriction, PostingRestrictionKind},
    },
    money::{Currency, Money},
    time::Day,
};

/// One borrower in so many pledged a deposit for the loan.
const PLEDGED_EVERY: u64 = 3;
/// One company in so many disposes of its deposit by several signatures.
const JOINT_EVERY: u64 = 4;
/// An account is seized so many days after legal follow-up began, or on the day itself.
const SEIZED_AFTER: u32 = 90;

/// A loan in legal follow-up has the main account seized; loans are secured by deposits that no order is bound to.
pub(super) fn all(maker: &mut Maker<'_>, life: &Life, main: AccountId) {
    let loan = maker.made.facts.iter().find_map(|fact| {
        let Fact::Loan(loan) = fact else { return None };
        Some(loan.clone())
    });
    if let Some(loan) = &loan
        && loan.state == LoanState::LegalFollowUp
    {
        let days = loan.overdue_days.unwrap_or_default().saturating_sub(SEIZED_AFTER);
        let since = maker.day(-i32::try_from(days).unwrap_or(0));
        let file = format!("{}/{}", since.ymd().0, maker.no.0 % 10_000);
        return restrict(maker, main, (PostingRestrictionKind::Seizure, file, since), loan.outstanding);
    }
    let Some(deposit) = unbound(maker) else { return };
    let since = deposit.opened;
    match loan {
        Some(Loan { id, state: LoanState::Running, outstanding, .. })
            if maker.no.0.is_multiple_of(PLEDGED_EVERY) =>
        {
            let pledge = (PostingRestrictionKind::Pledge, id.to_string(), since);
            restrict(maker, deposit.account, pledge, outstanding);
        }
        _ if life.company && maker.no.0.is_multiple_of(JOINT_EVERY) => {
            let joint = (PostingRestrictionKind::JointSignature, deposit.account.to_string(), since);
            restrict(maker, deposit.account, joint, None);
        }
        _ => {}
    }
}

/// The last deposit in lira, where no signed order is bound to it.
fn unbound(maker: &Maker<'_>) -> Option<Deposit> {
    let bound = |account| {
        let order = |fact: &Fact| matches!(fact, Fact::SignedOrder(order) if order.account == account);
        maker.made.facts.iter().any(order)
    };
    maker.made.facts.iter().rev().find_map(|fact| {
        let Fact::Deposit(deposit) = fact else { return None };
        let free = deposit.principal.currency == Currency::TRY && !bound(deposit.account);
        free.then(|| deposit.clone())
    })
}

fn restrict(
    maker: &mut Maker<'_>,
    account: AccountId,
    (kind, reference, since): (PostingRestrictionKind, String, Day),
    amount: Option<Money>,
) {
    let number = account.0;
    let customer = maker.no;
    maker.push(Fact::PostingRestriction(PostingRestriction {
        number,
        account,
        customer,
        kind,
        amount,
        reference,
        since,
        until: None,
    }));
}
