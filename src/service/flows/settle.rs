//! What came of a run.

use crate::{
    domain::{
        TaskId,
        flow_run::{FlowRun, FlowState},
        receipt::ReceiptNo,
        task::Task,
    },
    pack::WordKind,
    request::flow::{FlowDone, OpenTask},
    service::{Service, ServiceError, door::Stopped, records},
    store::tables,
};

impl Service {
    /// What was posted of a run, as it was answered when it was; `None` where nothing was.
    pub(super) fn done(&self, run: &FlowRun) -> Result<Option<FlowDone>, Stopped> {
        let (receipt, task) = match &run.state {
            FlowState::Posted { receipt } => (*receipt, None),
            FlowState::Halted { receipt, task, .. } => (*receipt, Some(*task)),
            FlowState::Reversed { receipt } => (self.reversed(*receipt)?, None),
            FlowState::AwaitingApproval { .. } | FlowState::Returned { .. } | FlowState::Dropped => {
                return Ok(None);
            }
        };
        let receipt = Box::new(self.receipt(receipt)?);
        let task = task.map(|task| self.open_task_of(task)).transpose()?.flatten();
        Ok(Some(FlowDone::Posted { receipt, task: task.as_ref().map(|task| self.open_task(task)) }))
    }

    /// A task as people see it.
    pub(super) fn open_task(&self, task: &Task) -> OpenTask {
        let unit = self.pack.words().said(WordKind::Unit, &task.unit);
        OpenTask { label: format!("G-{}", task.id), unit, due: task.due }
    }

    /// The receipt that a reversal takes back.
    fn reversed(&self, reversal: ReceiptNo) -> Result<ReceiptNo, Stopped> {
        Ok(self.receipt(reversal)?.reverses.unwrap_or(reversal))
    }

    pub(super) fn open_task_of(&self, task: TaskId) -> Result<Option<Task>, ServiceError> {
        let found = records::get::<Task>(self.store.as_ref(), &tables::task(task))?;
        Ok(found.map(|(_, task)| task))
    }
}
