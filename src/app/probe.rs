//! What macros ask a session: names that hold in every keymap, language and size.

use rust_decimal::Decimal;

use super::{
    model::Model,
    place::{CustomerPlace, Place},
    start::StartFocus,
};
use crate::{
    action::Context,
    domain::alert::Severity,
    macros::{FieldSeen, Probe, Seen},
    request::screen::Shown,
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
        let name = match self.place() {
            None if self.start.focus == StartFocus::Field => "find",
            None => "start",
            Some(Place::Customer(_)) => "customer",
            Some(Place::List(list)) => list.listing.list.name(),
            Some(Place::Detail(_)) => "detail",
        };
        name.to_owned()
    }

    fn step(&self) -> Option<(String, u8)> {
        None
    }

    fn is_covered(&self) -> bool {
        self.over.is_some()
    }

    fn model(&self, path: &str) -> Option<Seen> {
        let list = match self.place() {
            Some(Place::List(list)) => Some(&list.listing),
            _ => None,
        };
        match path {
            "list.total" => list.map(|listing| count(listing.total)),
            "found.total" => self.start.hits().map(|found| Seen::Number(Decimal::from(found.total))),
            _ => self.customer().and_then(|place| of_customer(place, path)),
        }
    }

    fn figure(&self, _: &str) -> Option<Seen> {
        None
    }

    fn fields(&self) -> Vec<FieldSeen> {
        Vec::new()
    }

    fn figures(&self) -> Vec<String> {
        Vec::new()
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
