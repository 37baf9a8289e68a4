//! What macros ask a session: names that hold in every keymap, language and size.

use rust_decimal::Decimal;

use super::{
    flow::FlowPlace,
    model::Model,
    place::{CustomerPlace, Place},
    start::StartFocus,
};
use crate::{
    action::{Context, unkeyed},
    domain::alert::Severity,
    flow::{
        Figure, How,
        figure::FIGURES,
        view::{EntryKind, FieldView},
    },
    macros::{EVIDENCE, FieldKind, FieldSeen, Probe, Seen},
    request::{flow::Yes, screen::Shown},
    text::{Lang, Message},
};

impl Probe for Model {
    fn contexts(&self) -> Vec<Context> {
        Model::contexts(self).to_vec()
    }

    fn lang(&self) -> Lang {
        self.lang
    }

    fn screen(&self) -> String {
        match self.place() {
            None if self.start.focus == StartFocus::Field => "find".to_owned(),
            None => "start".to_owned(),
            Some(Place::Customer(_)) => "customer".to_owned(),
            Some(Place::List(list)) => list.listing.list.name().to_owned(),
            Some(Place::Detail(_)) => "detail".to_owned(),
            Some(Place::Flow(flow)) => format!("{}/{}", flow.run.flow().name, flow.run.step()),
            Some(Place::Receipt(_) | Place::Paper(_)) => "receipt".to_owned(),
            Some(Place::Approvals(_)) => "approvals".to_owned(),
        }
    }

    fn step(&self) -> Option<(String, u8)> {
        self.flow().map(|flow| (flow.run.flow().name.clone(), flow.run.step()))
    }

    fn is_covered(&self) -> bool {
        self.over.is_some()
    }

    fn model(&self, path: &str) -> Option<Seen> {
        let place = self.place();
        match path {
            "list.total" => match place {
                Some(Place::List(list)) => Some(count(list.listing.total)),
                _ => None,
            },
            "receipt.no" => match place {
                Some(Place::Receipt(place)) => Some(Seen::Text(place.receipt.no.to_string())),
                _ => None,
            },
            "found.total" => self.start.hits().map(|found| Seen::Number(Decimal::from(found.total))),
            _ => self.customer().and_then(|place| of_customer(place, path)),
        }
    }

    fn figure(&self, name: &str) -> Option<Seen> {
        let flow = self.flow()?.as_entered(self.lang);
        flow.run.figure(name).map(|figure| seen(figure, self.lang))
    }

    fn fields(&self) -> Vec<FieldSeen> {
        let Some(flow) = self.flow() else { return Vec::new() };
        let entered = flow.as_entered(self.lang);
        let fields = entered.run.fields().into_iter();
        fields.map(|field| field_seen(flow, &entered, field, self.lang)).collect()
    }

    fn figures(&self) -> Vec<String> {
        let Some(flow) = self.flow() else { return Vec::new() };
        let fields = flow.run.fields();
        let known = |name: &&str| !fields.iter().any(|field| field.id == **name);
        FIGURES.iter().map(|figure| figure.name).filter(known).map(str::to_owned).collect()
    }

    fn alerts(&self) -> Vec<(Severity, String)> {
        let place = self.customer();
        let alerts = place.map(|place| place.screen.alerts.iter());
        alerts.into_iter().flatten().map(|alert| (alert.severity, alert.id.clone())).collect()
    }

    fn notice(&self) -> Option<Message> {
        self.notice.clone()
    }
}

impl Model {
    /// The flow on the screen.
    fn flow(&self) -> Option<&FlowPlace> {
        match self.place()? {
            Place::Flow(flow) => Some(flow),
            Place::Customer(_)
            | Place::List(_)
            | Place::Detail(_)
            | Place::Receipt(_)
            | Place::Paper(_)
            | Place::Approvals(_) => None,
        }
    }
}

impl FlowPlace {
    /// The run as it would be if what is being typed were taken now.
    fn as_entered(&self, lang: Lang) -> FlowPlace {
        let mut place = self.clone();
        // what is refused stays as it was
        let _ = place.settle(lang);
        place
    }
}

fn field_seen(flow: &FlowPlace, entered: &FlowPlace, field: FieldView, lang: Lang) -> FieldSeen {
    let focused = flow.focus == field.id;
    let value = if field.id == EVIDENCE {
        // an order that fits is shown, but only one that was named is the customer's yes
        match entered.run.answer() {
            Some(Yes::Order(order)) => order.to_string(),
            Some(Yes::Spoken) | None => String::new(),
        }
    } else {
        let work = entered.run.work();
        let found = work.fields.into_iter().find(|(name, _)| *name == field.id);
        found.map(|(_, value)| value).unwrap_or_default()
    };
    let entry = flow.entry.as_ref().filter(|_| focused);
    let options = field.choices.iter().filter(|choice| choice.blocked.is_none());
    let kind = match field.kind {
        EntryKind::Choice => FieldKind::Choice(options.map(|choice| choice.value.clone()).collect()),
        EntryKind::Amount | EntryKind::Text => FieldKind::Entry,
        // a person's, whatever a macro says
        EntryKind::Answer => FieldKind::Shown,
    };
    FieldSeen {
        focused,
        text: entry.map_or_else(|| field.shown.of(lang).to_owned(), |entry| entry.text().to_owned()),
        is_edited: entry.is_some(),
        carried: field.how == Some(How::Carried),
        fault: field.fault.map(|fault| unkeyed(&fault.said)),
        id: field.id,
        value,
        kind,
    }
}

fn seen(figure: Figure, lang: Lang) -> Seen {
    match figure {
        Figure::Money(money) => Seen::Money(money),
        Figure::Rate(number) | Figure::Percent(number) => Seen::Number(number),
        Figure::Whole(number) => Seen::Number(Decimal::from(number)),
        Figure::Day(day) => Seen::Day(day),
        Figure::Moment(moment) => Seen::Text(moment.to_string()),
        Figure::Code(code) => Seen::Text(code),
        Figure::Coded(code, _) => Seen::Text(code.to_owned()),
        Figure::Said(said) => Seen::Text(said.of(lang).to_owned()),
    }
}

fn count(count: usize) -> Seen {
    Seen::Number(Decimal::from(count))
}

/// Values of the one screen; what is masked there has no name here.
fn of_customer(place: &CustomerPlace, path: &str) -> Option<Seen> {
    let screen = &place.screen;
    match path {
        "customer.id" => Some(Seen::Number(Decimal::from(screen.customer.0))),
        "customer.branch" => screen.header.branch.clone().map(Seen::Text),
        "customer.years" => screen.header.years.map(|years| Seen::Number(Decimal::from(years))),
        "customer.verified" => {
            let word = if screen.header.verified? { "yes" } else { "no" };
            Some(Seen::Text(word.to_owned()))
        }
        "alerts.count" => Some(count(screen.alerts.len())),
        "offers.count" => match &screen.offers {
            Shown::Known(offers) => Some(count(offers.lines.len())),
            Shown::Unknown { .. } | Shown::Hidden => None,
        },
        "complaints.open" => (!screen.complaints.unknown).then(|| count(screen.complaints.open)),
        _ => None,
    }
}
