//! What happened between bank and customer.

use super::{
    super::{
        Table,
        record::{Record, Row, Taken},
        value,
    },
    CHANNELS, customer_no, in_order,
};
use crate::{
    domain::{
        ComplaintId, ErrorId, Fact, InteractionId,
        channel::ChannelError,
        complaint::Complaint,
        interaction::{Direction, Interaction},
    },
    money::Money,
};

pub(super) const ERRORS: &[&str] = &["error_id", "customer_no", "channel", "operation", "code", "text", "at"];
pub(super) const COMPLAINTS: &[&str] = &[
    "complaint_id",
    "customer_no",
    "topic",
    "channel",
    "opened",
    "closed",
    "satisfaction",
    "currency",
    "refund",
    "owner",
    "promise",
];
pub(super) const INTERACTIONS: &[&str] =
    &["interaction_id", "customer_no", "channel", "direction", "at", "topic", "outcome"];

const DIRECTIONS: &[(&str, Direction)] =
    &[("inbound", Direction::Inbound), ("outbound", Direction::Outbound)];

/// The scale of satisfaction.
const SATISFACTION: (u32, u32) = (1, 5);

pub(super) fn error(record: &Record<'_>) -> Taken<Row> {
    let id = record.must("error_id", value::number)?;
    let error = ChannelError {
        id: ErrorId(id),
        customer: customer_no(record)?,
        channel: record.must("channel", value::token(CHANNELS))?,
        operation: record.must("operation", value::text(value::SHORT_CHARS_MAX))?,
        code: record.must("code", value::code)?,
        text: record.must("text", value::text(value::LONG_CHARS_MAX))?,
        at: record.must("at", value::moment)?,
    };
    Ok(Row::of(Table::Errors.numbered(id), Fact::ChannelError(error)))
}

pub(super) fn complaint(record: &Record<'_>) -> Taken<Row> {
    let id = record.must("complaint_id", value::number)?;
    let (least, most) = SATISFACTION;
    let complaint = Complaint {
        id: ComplaintId(id),
        customer: customer_no(record)?,
        topic: record.must("topic", value::text(value::SHORT_CHARS_MAX))?,
        channel: record.may("channel", value::token(CHANNELS))?,
        opened: record.must("opened", value::day)?,
        closed: record.may("closed", value::day)?,
        satisfaction: record
            .may("satisfaction", value::count(least, most))?
            .and_then(|mark| u8::try_from(mark).ok()),
        refund: refund(record)?,
        owner: record.may("owner", value::text(value::SHORT_CHARS_MAX))?,
        promise: record.may("promise", value::moment)?,
    };
    in_order(record, ("opened", Some(complaint.opened)), ("closed", complaint.closed))?;
    Ok(Row::of(Table::Complaints.numbered(id), Fact::Complaint(complaint)))
}

fn refund(record: &Record<'_>) -> Taken<Option<Money>> {
    if record.text("refund").is_empty() {
        return Ok(None);
    }
    let currency = record.must("currency", value::currency)?;
    record.may("refund", value::non_negative(currency))
}

pub(super) fn interaction(record: &Record<'_>) -> Taken<Row> {
    let id = record.must("interaction_id", value::number)?;
    let interaction = Interaction {
        id: InteractionId(id),
        customer: customer_no(record)?,
        channel: record.must("channel", value::token(CHANNELS))?,
        direction: record.must("direction", value::token(DIRECTIONS))?,
        at: record.must("at", value::moment)?,
        topic: record.must("topic", value::text(value::SHORT_CHARS_MAX))?,
        outcome: record.may("outcome", value::text(value::SHORT_CHARS_MAX))?,
    };
    Ok(Row::of(Table::Interactions.numbered(id), Fact::Interaction(interaction)))
}
