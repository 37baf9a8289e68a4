//! The start screen: what is left today, whom to call, the demo bank's stories.

use super::{ServiceError, consents, demo, due, header, load_customer, records, standing};
use crate::{
    domain::{
        CustomerFacts,
        consent::ConsentChannel,
        due::{Due, DueItem},
    },
    pack::{WordKind, Words},
    request::work::{CallLine, StoryLine, WORK_LINES_MAX, WorkLine},
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
        let loaded = load_customer(store, story.customer)?;
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

/// What is left today, earliest first, and how much of it there is.
///
/// # Errors
/// What the store says.
pub(super) fn left(
    store: &dyn Store,
    at: Moment,
    words: &Words,
) -> Result<(usize, Vec<WorkLine>), ServiceError> {
    let end = end_of(at.day()).unwrap_or(at);
    let rows = due::poll(store, end, None, due::DUE_POLL_MAX)?;
    let open: Vec<Due> = rows.into_iter().map(|row| row.due).filter(|due| is_work(&due.what)).collect();
    let mut lines = Vec::new();
    for due in open.iter().take(WORK_LINES_MAX) {
        let Some(loaded) = load_customer(store, due.customer)? else { continue };
        lines.push(line(&loaded.facts, due, (store, words))?);
    }
    Ok((open.len(), lines))
}

/// Whom there is a reason to call in the next days, nearest first; nobody who may not be called.
///
/// # Errors
/// What the store says.
pub(super) fn calls(store: &dyn Store, at: Moment) -> Result<(usize, Vec<CallLine>), ServiceError> {
    let last = at.day().plus_days(CALL_DAYS).and_then(end_of).unwrap_or(at);
    let ahead = due::between(store, at, last, due::DUE_POLL_MAX)?;
    let reasons: Vec<Due> = ahead.into_iter().filter(|due| is_reason(&due.what)).collect();
    let (mut lines, mut refused) = (Vec::new(), 0);
    for due in &reasons {
        if lines.len() == WORK_LINES_MAX {
            break;
        }
        let Some(loaded) = load_customer(store, due.customer)? else { continue };
        match call(&loaded.facts, due, at) {
            Some(line) => lines.push(line),
            None => refused += 1,
        }
    }
    Ok((reasons.len() - refused, lines))
}

fn end_of(day: Day) -> Option<Moment> {
    Moment::at(day, 23, 59)
}

const fn is_work(item: &DueItem) -> bool {
    matches!(item, DueItem::Promise(_) | DueItem::Approval(_) | DueItem::Task(_) | DueItem::Draft(_))
}

const fn is_reason(item: &DueItem) -> bool {
    matches!(item, DueItem::Maturity(_) | DueItem::LifeEvent(_))
}

fn line(
    facts: &CustomerFacts,
    due: &Due,
    (store, words): (&dyn Store, &Words),
) -> Result<WorkLine, StoreError> {
    let (kind, about) = match &due.what {
        DueItem::Promise(complaint) => {
            let topic = facts.complaints.iter().find(|one| one.id == *complaint);
            (id::WORK_PROMISE, topic.map(|one| words.said(WordKind::Topic, &one.topic)))
        }
        DueItem::Task(task) => {
            let task = records::get::<crate::domain::task::Task>(store, &tables::task(*task))?;
            (id::WORK_TASK, task.map(|(_, task)| task.what.said()))
        }
        DueItem::Approval(_) => (id::WORK_APPROVAL, None),
        DueItem::Draft(_) => (id::WORK_DRAFT, None),
        DueItem::Quote(_) | DueItem::Outbox(_) | DueItem::Maturity(_) | DueItem::LifeEvent(_) => {
            (id::WORK_TASK, None)
        }
    };
    Ok(WorkLine {
        at: due.at,
        kind: Message::new(kind).said(),
        customer: due.customer,
        name: header::masked_name(&facts.customer),
        about: about.unwrap_or_default(),
    })
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
