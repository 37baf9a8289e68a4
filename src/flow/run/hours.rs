//! Market hours, cut-offs and value days.

use super::Run;
use crate::{
    flow::{figure::LegKind, schema::Feed},
    pack::LateOrder,
    text::{Message, Said, date, ids::flow as id, suffix},
    time::{Day, Moment},
};

/// On the eve of a feast the bank closes at noon.
const NOON: i64 = 12 * 60;
const MIDNIGHT: i64 = 24 * 60;
/// `00:00` to `24:00` trades on every day.
const ROUND_THE_CLOCK: (i64, i64) = (0, 24 * 60);

impl Run {
    /// Why foreign currency cannot be bought at this moment.
    pub(super) fn market_closed(&self) -> Option<Said> {
        let Feed::FxBuy { opens, closes, .. } = self.flow.feed(LegKind::FxBuy)? else { return None };
        let (at, day) = (self.basis.at, self.day());
        let hours = self.pack.number(opens, day).zip(self.pack.number(closes, day));
        let Some((opens, closes)) = hours else {
            return Some(Message::new(id::HOURS_UNKNOWN).said());
        };
        if (opens, closes) == ROUND_THE_CLOCK {
            return None;
        }
        let closes = self.closing(day, closes);
        if self.pack.calendar().is_business_day(day) && (opens..closes).contains(&minutes(at)) {
            return None;
        }
        let said = Message::new(id::MARKET_CLOSED).with("opens", clock(opens)).with("closes", clock(closes));
        Some(said.said())
    }

    /// Why the fund takes no order at this moment.
    pub(super) fn fund_closed(&self) -> Option<Said> {
        let fund = self.fund()?;
        if fund.late == LateOrder::NextDay || self.is_before_cut_off() {
            return None;
        }
        let message = Message::new(id::CUT_OFF_PASSED).with("fund", fund.code.as_str());
        Some(message.with("cut_off", clock(fund.cut_off)).said())
    }

    /// The day from which the units are the customer's.
    pub(super) fn value_day(&self) -> Option<Day> {
        let (fund, day, calendar) = (self.fund()?, self.day(), self.pack.calendar());
        let ordered = if self.is_before_cut_off() { day } else { calendar.after(day)? };
        calendar.plus_business_days(ordered, fund.settlement_days)
    }

    /// The day of the bank's rate that this run buys at.
    pub(super) fn rate_day(&self) -> Option<Day> {
        let currency = self.currency()?;
        self.basis.rate_days.iter().find(|(known, _)| *known == currency).map(|(_, day)| *day)
    }

    /// `aynı gün valör, 13:30'a kadar`.
    pub(super) fn settlement(&self) -> Option<Said> {
        let (fund, value_day) = (self.fund()?, self.value_day()?);
        if !self.is_before_cut_off() {
            let open = self.pack.calendar().is_business_day(self.day());
            let why = if open { id::SETTLEMENT_LATE } else { id::SETTLEMENT_HOLIDAY };
            return Some(Message::new(why).with("day", value_day).said());
        }
        let until = self.closing(self.day(), fund.cut_off);
        let hour = |minutes: i64| i8::try_from(minutes).ok();
        let until = match Moment::at(self.day(), hour(until / 60)?, hour(until % 60)?) {
            Some(until) => Said { tr: suffix::clock_to(until), en: date::clock(until) },
            // 24:00 has no moment of its day
            None => Said { tr: "24:00'e".to_owned(), en: "24:00".to_owned() },
        };
        if value_day == self.day() {
            return Some(Message::new(id::SETTLEMENT_TODAY).with("until", until).said());
        }
        Some(Message::new(id::SETTLEMENT_DAY).with("day", value_day).with("until", until).said())
    }

    /// The last moment to which a price may be held: value days and interest are others after the fund's cut-off and
    /// after midnight, and a market that closes takes no order any more.
    pub(super) fn held_at_most(&self) -> Option<Moment> {
        let moment = |minutes: i64| {
            let hour = |minutes: i64| i8::try_from(minutes).ok();
            Moment::at(self.day(), hour(minutes / 60)?, hour(minutes % 60)?)
        };
        let before = |minutes: i64| moment(minutes)?.plus_seconds(-1);
        let cut_off = self.fund().filter(|_| self.is_before_cut_off());
        let cut_off = cut_off.and_then(|fund| before(self.closing(self.day(), fund.cut_off)));
        let closing = self.trades().filter(|_| self.market_closed().is_none());
        let closing = closing.and_then(|(_, closes)| before(self.closing(self.day(), closes)));
        let midnight = moment(MIDNIGHT - 1)?.plus_seconds(59);
        [cut_off, closing, midnight].into_iter().flatten().min()
    }

    /// The minutes of a day between which foreign currency is bought; `None` where it is round the clock, or unknown.
    fn trades(&self) -> Option<(i64, i64)> {
        let Feed::FxBuy { opens, closes, .. } = self.flow.feed(LegKind::FxBuy)? else { return None };
        let hours = self.pack.number(opens, self.day()).zip(self.pack.number(closes, self.day()));
        hours.filter(|hours| *hours != ROUND_THE_CLOCK)
    }

    fn is_before_cut_off(&self) -> bool {
        let day = self.day();
        let open = self.pack.calendar().is_business_day(day);
        self.fund().is_some_and(|fund| open && minutes(self.at()) < self.closing(day, fund.cut_off))
    }

    fn closing(&self, day: Day, closes: i64) -> i64 {
        if self.pack.is_half_day(day) { closes.min(NOON) } else { closes }
    }
}

fn minutes(at: Moment) -> i64 {
    let (hour, minute) = at.hour_minute();
    i64::from(hour) * 60 + i64::from(minute)
}

fn clock(minutes: i64) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
