//! The one screen as labels and values, one line each: makes sense when it is read aloud, in any order of
//! attention. No columns, no lines drawn, no marks that must be seen.

use super::{
    panes::{
        complaints as complaints_pane, footer,
        summary_rows::{self, Setting},
    },
    words::{self, Verified},
};
use crate::{
    domain::{alert::Severity, consent::ConsentChannel},
    request::{
        CustomerScreen,
        offers::Entry,
        screen::{Shown, SummaryLine},
    },
    text::{Lang, Message, MessageId, Said, date, ids::screen as id, safe},
};

/// All lines.
pub(super) fn lines(screen: &CustomerScreen, lang: Lang) -> String {
    let mut lines = Lines::new(lang);
    lines.header(screen);
    lines.alerts(screen);
    lines.summary(screen);
    lines.offers(screen);
    lines.complaints(screen);
    lines.knowledge(screen);
    lines.text
}

/// Lines being written.
pub(super) struct Lines {
    pub(super) text: String,
    pub(super) lang: Lang,
}

impl Lines {
    pub(super) fn new(lang: Lang) -> Lines {
        Lines { text: String::new(), lang }
    }

    pub(super) fn line(&mut self, text: &str) {
        self.text.push_str(&safe::line(text));
        self.text.push('\n');
    }

    pub(super) fn pair(&mut self, label: &str, value: &str) {
        let line = Message::new(id::PLAIN_LINE).with("label", label).with("value", value).say(self.lang);
        self.line(&line);
    }

    fn said(&mut self, label: MessageId, value: &str) {
        self.pair(&words::say(label, self.lang), value);
    }

    fn header(&mut self, screen: &CustomerScreen) {
        let (header, lang) = (&screen.header, self.lang);
        let name = words::name(header, screen.customer.0, lang);
        let number = Message::new(id::NUMBER).with("number", header.number.as_str()).say(lang);
        match header.name {
            Some(_) => self.said(id::PLAIN_CUSTOMER, &format!("{name}, {number}")),
            None => self.line(&name),
        }
        if let Some(identity) = &header.identity {
            self.line(identity);
        }
        if let Some(mobile) = &header.mobile {
            let mobile = Message::new(id::MOBILE).with("number", mobile.as_str()).say(lang);
            self.line(&mobile);
        }
        if let Some(years) = header.years {
            self.said(id::PLAIN_SINCE, &words::years(years, lang));
        }
        if let Some(branch) = &header.branch {
            self.said(id::PLAIN_BRANCH, branch);
        }
        if !screen.segments.is_empty() {
            let segments: Vec<&str> = screen.segments.iter().map(|segment| segment.of(lang)).collect();
            self.said(id::PLAIN_SEGMENTS, &segments.join(", "));
        }
        self.permissions(screen);
        let desk = [
            words::touchpoint(screen.touchpoint, lang),
            format!("{} {}", words::role(header, lang), header.operator.0),
            date::moment(screen.at),
        ];
        self.said(id::PLAIN_SCREEN_AT, &desk.join(", "));
    }

    fn permissions(&mut self, screen: &CustomerScreen) {
        let lang = self.lang;
        if let Some(verified) = words::verified(&screen.header) {
            let state = match verified {
                Verified::Yes => id::PLAIN_VERIFIED,
                Verified::No => id::PLAIN_NOT_VERIFIED,
                Verified::Unknown => id::PLAIN_VERIFIED_UNKNOWN,
            };
            self.said(id::PLAIN_VERIFICATION, &words::say(state, lang));
        }
        for (channel, allowed) in &screen.header.consents {
            let label = match channel {
                ConsentChannel::Call => id::PLAIN_CONSENT_CALL,
                ConsentChannel::Message => id::PLAIN_CONSENT_MESSAGE,
                ConsentChannel::Email => id::PLAIN_CONSENT_EMAIL,
            };
            let value = match allowed {
                Some(true) => id::PLAIN_YES,
                Some(false) => id::PLAIN_NO,
                None => id::PLAIN_UNKNOWN,
            };
            self.said(label, &words::say(value, lang));
        }
        let reasons = footer::reasons(screen, lang, true).join("; ");
        let line = Message::new(id::PROBABLE_REASON).with("reasons", reasons).say(lang);
        self.line(&line);
    }

    fn alerts(&mut self, screen: &CustomerScreen) {
        let lang = self.lang;
        if screen.alerts.is_empty() {
            return self.said(id::PLAIN_ALERTS, &words::say(id::ALERTS_NONE, lang));
        }
        self.said(id::PLAIN_ALERTS, &screen.alerts.len().to_string());
        for alert in &screen.alerts {
            let severity = match alert.severity {
                Severity::ActNow => id::SEVERITY_ACT_NOW,
                Severity::Look => id::SEVERITY_LOOK,
                Severity::Missing => id::SEVERITY_MISSING,
                Severity::Note => id::SEVERITY_NOTE,
            };
            let rule = Message::new(id::PLAIN_RULE).with("alert", alert.id.as_str()).say(lang);
            let more = alert.more.as_ref().map_or("", |more| more.of(lang));
            let text = format!("{}{more}", alert.text.of(lang)).replace(" · ", ", ");
            let parts = [Some(text), alert.day.map(date::long), Some(rule)];
            self.said(severity, &joined(parts));
        }
        let why = Message::new(id::PLAIN_WHY).with("customer", screen.customer.to_string()).say(lang);
        self.line(&why);
    }

    fn summary(&mut self, screen: &CustomerScreen) {
        self.said(id::PLAIN_SUMMARY, &words::count(id::PLAIN_COUNT, screen.summary.len(), self.lang));
        let setting = Setting {
            lang: self.lang,
            touchpoint: screen.touchpoint,
            today: screen.at.day(),
            wide: true,
            cells: 0,
        };
        let items = summary_rows::items(screen, setting);
        for (line, item) in screen.summary.iter().zip(items) {
            let rows = item.rows.iter().filter(|row| !row.label.is_empty());
            let first = rows.clone().next().map_or_else(String::new, |row| row.label.clone());
            let own = label(line, self.lang).unwrap_or(first);
            for row in rows {
                let own = own.clone();
                let what = match (row.indented, row.figure.is_empty()) {
                    (true, _) => format!("{own}, {}", row.label),
                    (false, true) => own,
                    (false, false) => format!("{own}, {}", row.figure),
                };
                let some = |text: String| Some(text).filter(|text| !text.is_empty());
                let amount = some(row.amount.replace("  ?", ""));
                let told = some(row.told.replace("   ", ", ").replace(" · ", ", "));
                match joined([amount, told, some(row.detail.replace(" · ", ", "))]) {
                    value if value.is_empty() => self.line(&what),
                    value => self.pair(&what, &value),
                }
            }
        }
    }

    fn offers(&mut self, screen: &CustomerScreen) {
        let lang = self.lang;
        let offers = match &screen.offers {
            Shown::Known(offers) => offers,
            Shown::Unknown { .. } => {
                return self.said(id::PLAIN_OFFERS, &words::say(id::OFFERS_UNKNOWN, lang));
            }
            Shown::Hidden => return self.said(id::PLAIN_OFFERS, &words::say(id::OFFERS_HIDDEN, lang)),
        };
        let best = Message::new(id::OFFERS_BEST)
            .with("candidates", offers.candidates)
            .with("shown", offers.lines.len());
        let head = match (offers.lines.is_empty(), offers.service.is_empty()) {
            (false, _) => Some(best.say(lang)),
            (true, true) if !offers.closed => Some(words::say(id::OFFERS_NONE, lang)),
            (true, _) => None,
        };
        let note = offers.note.as_ref().map(|note| note.of(lang).replace(" · ", ", "));
        match joined([head, note]) {
            head if head.is_empty() => {}
            head => self.said(id::PLAIN_OFFERS, &head),
        }
        for entry in offers.entries() {
            match entry {
                Entry::Service(service) => {
                    self.said(id::PLAIN_OFFERS, &service.text.of(lang).replace(" · ", ", "));
                    self.reasons(service.why.as_ref(), service.say.as_ref());
                }
                Entry::Offer(offer) => {
                    let percent = i64::from((offer.propensity_permille + 5) / 10);
                    let accept = Message::new(id::OFFER_ACCEPT).with("percent", percent).say(lang);
                    let what = format!("{}. {}", offer.rank, offer.name.of(lang));
                    self.pair(&what, &joined([Some(offer.terms.of(lang).to_owned()), Some(accept)]));
                    self.reasons(Some(&offer.why), offer.say.as_ref().or(offer.unsaid.as_ref()));
                }
            }
        }
    }

    fn reasons(&mut self, why: Option<&Said>, say: Option<&Said>) {
        let lang = self.lang;
        for (label, said) in [(id::OFFER_WHY, why), (id::OFFER_SAY, say)] {
            if let Some(said) = said {
                let label = words::say(label, lang);
                self.pair(label.trim_end_matches(':'), &said.of(lang).replace(" · ", ", "));
            }
        }
    }

    fn complaints(&mut self, screen: &CustomerScreen) {
        let (complaints, lang) = (&screen.complaints, self.lang);
        if !complaints.unknown {
            let counted = [
                complaints_pane::counted(complaints, lang),
                words::count(id::COMPLAINTS_OPEN, complaints.open, lang),
            ];
            self.said(id::PLAIN_COMPLAINTS, &counted.join(", "));
        }
        let lines = match &complaints.lines {
            Shown::Known(lines) if !lines.is_empty() => lines,
            Shown::Known(_) | Shown::Unknown { .. } | Shown::Hidden => {
                return self.said(id::PLAIN_COMPLAINTS, &complaints_pane::none(complaints, lang));
            }
        };
        for complaint in lines {
            let label = format!("{} {}", date::long(complaint.opened), complaint.topic.of(lang));
            let channel = complaint.channel.map(|channel| words::channel(channel, lang));
            let value = channel
                .into_iter()
                .chain([words::complaint_state(complaint, lang)])
                .chain(words::complaint_outcome(complaint, screen.at, lang))
                .collect::<Vec<_>>()
                .join(", ");
            self.pair(&label, &value);
        }
    }

    /// What is missing and how old the rest is.
    fn knowledge(&mut self, screen: &CustomerScreen) {
        let lang = self.lang;
        if !screen.missing.is_empty() {
            let fields: Vec<&str> = screen.missing.iter().map(|missing| missing.text.of(lang)).collect();
            let line = Message::new(id::MISSING)
                .with("count", fields.len())
                .with("fields", fields.join(", "))
                .say(lang);
            self.line(&line);
        }
        for freshness in &screen.freshness {
            let source = Message::new(id::PLAIN_SOURCE)
                .with("source", freshness.source.0.as_str())
                .with("what", freshness.text.clone())
                .say(lang);
            let as_of = freshness.as_of.map_or_else(|| words::say(id::UNKNOWN, lang), date::long);
            self.pair(&source, &as_of);
        }
    }
}

/// What a line is called aloud, where that differs from the screen's short label.
fn label(line: &SummaryLine, lang: Lang) -> Option<String> {
    match line {
        SummaryLine::Card { last4, .. } => {
            last4.as_ref().map(|last4| Message::new(id::PLAIN_CARD).with("last4", last4.as_str()).say(lang))
        }
        SummaryLine::Demand { currency, .. } => Some(words::currency(id::DEMAND, *currency, lang)),
        SummaryLine::Term { .. }
        | SummaryLine::Holdings { .. }
        | SummaryLine::FundOrders { .. }
        | SummaryLine::Loan { .. }
        | SummaryLine::Shared { .. }
        | SummaryLine::People { .. }
        | SummaryLine::Orders { .. }
        | SummaryLine::Lifetime { .. }
        | SummaryLine::NetWorth { .. }
        | SummaryLine::Profit { .. }
        | SummaryLine::Behaviour { .. }
        | SummaryLine::Churn { .. }
        | SummaryLine::LifeEvent { .. } => None,
    }
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
