//! The start screen: what is left today, whom to call, the demo bank's stories.

mod reasons;

use reasons::Reason;
pub use reasons::Reasons;

use super::{Service, ServiceError, consents, demo, due, header, load::load_line, records, standing};
use crate::{
    domain::{
        CustomerFacts, DraftId, FactKind, RequestKey,
        approval::{Approval, ApprovalKind},
        consent::ConsentChannel,
        draft::Draft,
        due::{Due, DueItem},
        flow_run::{FlowRun, FlowState},
        operator::{OperatorId, Role},
    },
    pack::WordKind,
    request::{
        permission::{Permission, permission},
        work::{CallLine, StoryLine, WORK_LINES_MAX, WorkLine},
    },
    store::{Store, StoreError, tables},
    text::{Lang, Message, Said, amount, date, ids::list as id},
    time::{Day, Moment},
};

/// Stories that a digit opens.
const STORY_KEYS: u8 = 9;
/// Days ahead of which there is a reason to call.
const CALL_DAYS: i32 = 7;

/// The demo bank's stories, the first nine with the key that opens them; none in a real bank.
///
/// # Errors
/// What the store says.
pub(super) fn stories(store: &dyn Store) -> Result<Vec<StoryLine>, ServiceError> {
    let mut lines = Vec::new();
    for (story, digit) in demo::stories(store)?.into_iter().zip(1_u8..) {
        let loaded = load_line(store, story.customer, &[])?;
        lines.push(StoryLine {
            digit: Some(digit).filter(|digit| *digit <= STORY_KEYS),
            name: loaded.and_then(|loaded| header::masked_name(&loaded.facts.customer)),
            customer: story.customer,
            title: story.title,
            story: story.story,
        });
    }
    Ok(lines)
}

/// What is left today for an operator, earliest first, and how much of it there is. Drafts are their
/// operator's alone, approvals those of who asked and who may agree; what has lapsed is left no longer.
///
/// # Errors
/// What the store says.
pub(super) fn left(
    service: &Service,
    (operator, role): (&OperatorId, Role),
    at: Moment,
) -> Result<(usize, Vec<WorkLine>), ServiceError> {
    let store = service.store.as_ref();
    let end = end_of(at.day()).unwrap_or(at);
    let rows = due::poll(store, end, None, due::DUE_POLL_MAX)?;
    let mut open: Vec<Due> = Vec::new();
    for due in rows.into_iter().map(|row| row.due).filter(|due| is_work(&due.what)) {
        if is_left(store, (operator, role), &due, at)? {
            open.push(due);
        }
    }
    let mut lines = Vec::new();
    for due in open.iter().take(WORK_LINES_MAX) {
        let Some(loaded) = load_line(store, due.customer, told_by(&due.what))? else { continue };
        lines.push(line(&loaded.facts, due, (service, operator))?);
    }
    Ok((open.len(), lines))
}

/// Whom there is a reason to call in the next days, nearest first; nobody who may not be called.
///
/// # Errors
/// What the store says.
pub(super) fn calls(service: &Service, at: Moment) -> Result<(usize, Vec<CallLine>), ServiceError> {
    let store = service.store.as_ref();
    let last = at.day().plus_days(CALL_DAYS).and_then(end_of).unwrap_or(at);
    let ahead = due::between(store, at, last, due::DUE_POLL_MAX)?;
    let reasons: Vec<Due> = ahead.into_iter().filter(|due| is_reason(&due.what)).collect();
    let (mut lines, mut refused) = (Vec::new(), 0);
    for due in &reasons {
        if lines.len() == WORK_LINES_MAX {
            break;
        }
        match service.reasons.judge(store, due, at)? {
            Reason::Stands(line) => lines.push(*line),
            Reason::Gone => refused += 1,
            Reason::Nobody => {}
        }
    }
    Ok((reasons.len() - refused, lines))
}

fn end_of(day: Day) -> Option<Moment> {
    Moment::at(day, 23, 59)
}

/// The records that a line about something due is made of, beside the customer's own.
const fn told_by(item: &DueItem) -> &'static [FactKind] {
    match item {
        DueItem::Promise(_) => &[FactKind::Complaint],
        // whoever may not be called is not; a deposit whose account is closed is broken
        DueItem::Maturity(_) => &[FactKind::Contact, FactKind::Consent, FactKind::Account, FactKind::Deposit],
        DueItem::LifeEvent(_) => &[FactKind::Contact, FactKind::Consent, FactKind::LifeEvent],
        DueItem::Quote(_)
        | DueItem::Approval(_)
        | DueItem::Task(_)
        | DueItem::Draft(_)
        | DueItem::Outbox(_) => &[],
    }
}

const fn is_work(item: &DueItem) -> bool {
    matches!(item, DueItem::Promise(_) | DueItem::Approval(_) | DueItem::Task(_) | DueItem::Draft(_))
}

/// Whether it is this operator's and still stands.
fn is_left(
    store: &dyn Store,
    (operator, role): (&OperatorId, Role),
    due: &Due,
    at: Moment,
) -> Result<bool, StoreError> {
    Ok(match &due.what {
        DueItem::Draft(draft) => {
            let draft = records::get::<Draft>(store, &tables::draft(*draft))?;
            match draft.filter(|(_, draft)| due.at >= at && draft.operator == *operator) {
                Some((_, draft)) => !waits(store, draft.request, at)?,
                None => false,
            }
        }
        DueItem::Approval(_) if due.at < at => false,
        DueItem::Approval(approval) => {
            let asked = records::get::<Approval>(store, &tables::approval(*approval))?;
            permission("flow_approve", role) != Permission::No
                || asked.is_some_and(|(_, approval)| approval.maker == *operator)
        }
        DueItem::Promise(_)
        | DueItem::Task(_)
        | DueItem::Quote(_)
        | DueItem::Outbox(_)
        | DueItem::Maturity(_)
        | DueItem::LifeEvent(_) => true,
    })
}

/// Whether a run waits for a second person: then that is what is left of it, not its draft.
fn waits(store: &dyn Store, run: RequestKey, at: Moment) -> Result<bool, StoreError> {
    let run = records::get::<FlowRun>(store, &tables::flow_run(run))?;
    let Some(FlowState::AwaitingApproval { approval }) = run.map(|(_, run)| run.state) else {
        return Ok(false);
    };
    let approval = records::get::<Approval>(store, &tables::approval(approval))?;
    Ok(approval.is_some_and(|(_, approval)| approval.outcome.is_none() && approval.until >= at))
}

const fn is_reason(item: &DueItem) -> bool {
    matches!(item, DueItem::Maturity(_) | DueItem::LifeEvent(_))
}

fn line(
    facts: &CustomerFacts,
    due: &Due,
    (service, operator): (&Service, &OperatorId),
) -> Result<WorkLine, StoreError> {
    let store = service.store.as_ref();
    let plain = |kind| Message::new(kind).said();
    let mut step = None;
    let mut returned = None;
    let mut item = None;
    let (kind, about) = match &due.what {
        DueItem::Promise(complaint) => {
            let topic = facts.complaints.iter().find(|one| one.id == *complaint);
            let words = service.pack.words();
            (plain(id::WORK_PROMISE), topic.map(|one| words.said(WordKind::Topic, &one.topic)))
        }
        DueItem::Task(task) => {
            let task = records::get::<crate::domain::task::Task>(store, &tables::task(*task))?;
            (plain(id::WORK_TASK), task.map(|(_, task)| task.what.said()))
        }
        DueItem::Approval(approval) => {
            let approval = records::get::<Approval>(store, &tables::approval(*approval))?;
            let approval = approval.map(|(_, approval)| approval);
            // what one asked for oneself opens as one's own run
            let own = approval
                .as_ref()
                .filter(|approval| approval.maker == *operator && approval.what == ApprovalKind::Run);
            item = own.map(|own| DueItem::Draft(own.request.draft()));
            (plain(id::WORK_APPROVAL), approval_about(service, approval.as_ref())?)
        }
        DueItem::Draft(draft) => {
            returned = sent_back(service, *draft)?;
            let (kind, about, at) = draft_about(service, *draft, returned.as_deref())?;
            step = at;
            (kind, about)
        }
        DueItem::Quote(_) | DueItem::Outbox(_) | DueItem::Maturity(_) | DueItem::LifeEvent(_) => {
            (plain(id::WORK_TASK), None)
        }
    };
    Ok(WorkLine {
        at: due.at,
        kind,
        customer: due.customer,
        name: header::masked_name(&facts.customer),
        about: about.unwrap_or_default(),
        step,
        returned,
        item: item.unwrap_or_else(|| due.what.clone()),
    })
}

/// Why a second person sent a draft's run back; `None` where nobody did.
fn sent_back(service: &Service, draft: DraftId) -> Result<Option<String>, StoreError> {
    let run = records::get::<FlowRun>(service.store.as_ref(), &tables::flow_run(draft.run()))?;
    Ok(match run {
        Some((_, FlowRun { state: FlowState::Returned { reason }, .. })) => Some(reason),
        Some(_) | None => None,
    })
}

/// What a draft's line says.
type DraftAbout = (Said, Option<Said>, Option<(u8, u8)>);

/// `Taslak 2/3` and the flow's title, after why it was sent back; and both numbers.
fn draft_about(service: &Service, draft: DraftId, returned: Option<&str>) -> Result<DraftAbout, StoreError> {
    let draft = records::get::<Draft>(service.store.as_ref(), &tables::draft(draft))?.map(|(_, draft)| draft);
    let flow = draft.as_ref().and_then(|draft| service.flows.get(&draft.flow));
    let Some((draft, flow)) = draft.as_ref().zip(flow) else {
        return Ok((Message::new(id::WORK_DRAFT).said(), None, None));
    };
    let steps = u8::try_from(flow.screens.len()).unwrap_or(u8::MAX);
    let kind = Message::new(id::WORK_DRAFT_AT)
        .with("step", i64::from(draft.step))
        .with("steps", i64::from(steps))
        .said();
    let about = match returned {
        Some(reason) => {
            Message::new(id::WORK_RETURNED).with("reason", reason).with("flow", flow.title.clone()).said()
        }
        None => flow.title.clone(),
    };
    Ok((kind, Some(about), Some((draft.step, steps))))
}

/// The flow's title and the amount that asked for it.
fn approval_about(service: &Service, approval: Option<&Approval>) -> Result<Option<Said>, StoreError> {
    let store = service.store.as_ref();
    let Some(approval) = approval else { return Ok(None) };
    let run = records::get::<FlowRun>(store, &tables::flow_run(approval.request))?;
    let flow = run.and_then(|(_, run)| service.flows.get(&run.flow));
    let said = |lang: Lang| {
        let amount = amount::round(approval.amount, lang);
        flow.map_or_else(|| amount.clone(), |flow| format!("{} {amount}", flow.title.of(lang)))
    };
    Ok(Some(Said { tr: said(Lang::Tr), en: said(Lang::En) }))
}

/// The line of a customer who may be called and whose reason still stands.
fn call(facts: &CustomerFacts, due: &Due, at: Moment) -> Option<CallLine> {
    if consents::allowed(facts, ConsentChannel::Call, at) != Some(true) {
        return None;
    }
    let (why, say) = reason(facts, due, at.day())?;
    Some(CallLine {
        customer: due.customer,
        name: header::masked_name(&facts.customer),
        why,
        day: due.at.day(),
        say: Message::new(say).said(),
    })
}

fn reason(facts: &CustomerFacts, due: &Due, today: Day) -> Option<(Said, crate::text::MessageId)> {
    match &due.what {
        DueItem::Maturity(account) => {
            let deposit = facts.deposits.iter().find(|deposit| deposit.account == *account)?;
            let message =
                if deposit.matures.days_since(today) <= 1 { id::CALL_MATURES_SOON } else { id::CALL_MATURES };
            let said = |lang: Lang| {
                Message::new(message.clone())
                    .with("day", date::short(deposit.matures))
                    .with("amount", amount::with_currency(deposit.principal, lang))
                    .say(lang)
            };
            Some((Said { tr: said(Lang::Tr), en: said(Lang::En) }, id::CALL_SAY_RENEW))
        }
        DueItem::LifeEvent(kind) => {
            let event = facts.life_events.iter().find(|event| event.kind == *kind && event.on >= today)?;
            let said = Message::new(id::CALL_LIFE_EVENT)
                .with("event", Message::new(standing::life_event_name(event.kind)).said())
                .with("month", date::month(event.on))
                .said();
            Some((said, id::CALL_SAY_LIFE_EVENT))
        }
        DueItem::Quote(_)
        | DueItem::Promise(_)
        | DueItem::Approval(_)
        | DueItem::Task(_)
        | DueItem::Draft(_)
        | DueItem::Outbox(_) => None,
    }
}

#[cfg(test)]
mod tests;
