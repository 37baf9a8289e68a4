//! What an operator put before a second person, and what came of it.

use super::Answered;
use crate::{
    domain::{
        approval::{Approval, ApprovalOutcome},
        flow_run::FlowRun,
    },
    request::{
        Caller, FlowAnswer,
        flow::{AskedLine, AskedState, FLOW_LINES_MAX},
    },
    service::{Service, ServiceError, records},
    store::{KeyRange, Table, codec},
};

/// The newest approvals that are looked through.
const APPROVAL_ROWS_MAX: usize = 10_000;

impl Service {
    /// An operator's own, the newest first.
    pub(super) fn flow_mine(&self, caller: &Caller) -> Answered {
        let range = KeyRange::all().reversed();
        let rows = self.store.scan(Table::Approval, range, APPROVAL_ROWS_MAX).map_err(ServiceError::Store)?;
        let mut lines = Vec::new();
        for row in rows {
            let place = records::place(Table::Approval, &row.key);
            let approval: Approval = codec::open(&row.value, &place).map_err(ServiceError::Store)?;
            if approval.maker != caller.operator {
                continue;
            }
            let run = self.flow_run(approval.request)?;
            let line = self.approval_line(&approval, run.as_ref())?;
            lines.push(AskedLine { line, state: self.asked_state(&approval, run.as_ref()) });
            if lines.len() == FLOW_LINES_MAX {
                break;
            }
        }
        lines.sort_by_key(|asked| std::cmp::Reverse((asked.line.asked, asked.line.approval)));
        Ok(FlowAnswer::Asked(lines))
    }

    fn asked_state(&self, approval: &Approval, run: Option<&FlowRun>) -> AskedState {
        match &approval.outcome {
            None if self.in_time(approval, run) => AskedState::Waiting,
            None | Some((ApprovalOutcome::Lapsed, ..)) => AskedState::Expired,
            Some((ApprovalOutcome::Approved, by, at)) => AskedState::Approved { by: by.clone(), at: *at },
            Some((ApprovalOutcome::Returned(reason), by, at)) => {
                AskedState::Returned { reason: reason.clone(), by: by.clone(), at: *at }
            }
            Some((ApprovalOutcome::Withdrawn, ..)) => AskedState::Withdrawn,
        }
    }
}
