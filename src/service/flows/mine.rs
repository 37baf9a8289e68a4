//! What an operator put before a second person, and what came of it.

use super::Answered;
use crate::{
    domain::{
        RequestKey,
        approval::{Approval, ApprovalOutcome},
        flow_run::{FlowRun, FlowState},
    },
    request::{
        Caller, FlowAnswer,
        flow::{AskedLine, AskedState, FLOW_LINES_MAX, SentBack},
    },
    service::{Service, ServiceError, door::Stopped, records},
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

    /// Why a second person sent a run back that was not submitted since.
    pub(super) fn sent_back(&self, run: RequestKey) -> Result<Option<SentBack>, Stopped> {
        let state = self.flow_run(run)?.map(|run| run.state);
        if !matches!(state, Some(FlowState::Returned { .. })) {
            return Ok(None);
        }
        let range = KeyRange::all().reversed();
        let rows = self.store.scan(Table::Approval, range, APPROVAL_ROWS_MAX).map_err(ServiceError::Store)?;
        let mut newest: Option<SentBack> = None;
        for row in rows {
            let place = records::place(Table::Approval, &row.key);
            let approval: Approval = codec::open(&row.value, &place).map_err(ServiceError::Store)?;
            if let Some((ApprovalOutcome::Returned(reason), by, at)) = approval.outcome
                && approval.request == run
                && newest.as_ref().is_none_or(|newest| newest.at < at)
            {
                newest = Some(SentBack { reason, by, at });
            }
        }
        Ok(newest)
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
