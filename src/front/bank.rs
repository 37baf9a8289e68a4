//! A bank that is open: store, pack, rules and service, built here and nowhere else.

use std::sync::Arc;

use super::{
    clock::Clock,
    opening,
    outcome::{Exit, Failure},
    output::Output,
    place::folder,
    settings::Settings,
};
use crate::{
    app::Shelf,
    domain::{
        CustomerNo,
        channel::Touchpoint,
        flow_run::DEMO_RECORD,
        operator::{OperatorId, Role, Verification},
    },
    flow::{self, Flows},
    intake::demo::names::Draws,
    pack::{Pack, PackSource, nearest::nearest},
    request::{Answer, Caller, Door, Request},
    rules::Rules,
    service::{
        Service, Stamp, demo, import,
        meta::{self, Publisher, StoreIdentity, StoreKind},
    },
    store::{KeyRange, Store, Table, embedded::EmbeddedStore},
    text::{
        Message,
        ids::{self, cli as id, desk},
    },
    time::Moment,
};

/// The people of a demo store with their roles; who bears any other name is a guest, who looks as an agent does.
const DEMO_ROLES: [(&str, Role); 5] = [
    ("demo", Role::Agent),
    ("gise", Role::Teller),
    ("yonetici", Role::Supervisor),
    ("denetci", Role::Auditor),
    ("admin", Role::Admin),
];

/// Whoever can open the store's folder.
const OWNER: &str = "owner";

/// A store with everything that answers from it.
pub(super) struct Bank {
    store: Arc<EmbeddedStore>,
    service: Service,
    caller: Caller,
    demo: bool,
}

/// The bank's own data, checked.
pub(super) struct Authored {
    pub(super) pack: Arc<Pack>,
    pub(super) rules: Arc<Rules>,
    pub(super) flows: Arc<Flows>,
    pub(super) identity: StoreIdentity,
}

/// Reads the pack that the settings name.
///
/// # Errors
/// Every fault of its files.
pub(super) fn authored(settings: &Settings) -> Result<Authored, Failure> {
    if let PackSource::Dir(path) = &settings.pack {
        folder(path)?;
    }
    let (pack, rules, flows) = flow::load(&settings.pack).map_err(Failure::faults)?;
    let kind = if pack.is_demo() { StoreKind::Demo } else { StoreKind::Real };
    Ok(Authored {
        identity: StoreIdentity::new(kind, pack.name()),
        pack: Arc::new(pack),
        rules: Arc::new(rules),
        flows: Arc::new(flows),
    })
}

impl Authored {
    /// Who does store work: in a demo store the named operator, elsewhere the folder's owner.
    pub(super) fn maintainer(&self, settings: &Settings) -> OperatorId {
        let named = match self.identity.kind {
            StoreKind::Demo => settings.operator.clone(),
            StoreKind::Real => None,
        };
        OperatorId(named.unwrap_or_else(|| OWNER.to_owned()))
    }
}

impl Bank {
    /// Opens a bank that holds something.
    ///
    /// # Errors
    /// The pack has faults, the store is empty or cannot be used, or the two do not belong together.
    pub(super) fn open_filled(settings: &Settings, out: Output) -> Result<Bank, Failure> {
        let authored = authored(settings)?;
        let store = opening::open_filled(&settings.store, out)?;
        if import::is_owed(&store)? {
            out.remark(&Message::new(id::VERIFY_OWED));
        }
        Bank::of(store, authored, settings)
    }

    /// A bank over a store that is open.
    ///
    /// # Errors
    /// Store and pack do not belong together; the store cannot be read.
    pub(super) fn of(store: EmbeddedStore, authored: Authored, settings: &Settings) -> Result<Bank, Failure> {
        let store = Arc::new(store);
        meta::check(store.as_ref(), &authored.identity)?;
        let clock = Arc::new(Clock::try_new(settings.now)?);
        let caller = caller(settings, authored.identity.kind, clock.moment())?;
        let demo = authored.identity.kind == StoreKind::Demo;
        let by = Publisher { operator: authored.maintainer(settings), at: clock.moment(), id: clock.id() };
        meta::publish(store.as_ref(), authored.pack.hash(), by)?;
        let service = Service {
            store: store.clone(),
            pack: authored.pack,
            rules: authored.rules,
            stamp: clock,
            directory: Arc::default(),
            flows: authored.flows,
            numbers: Arc::default(),
            reasons: Arc::default(),
        };
        Ok(Bank { store, service, caller, demo })
    }

    /// What may be started at a desk.
    pub(super) fn shelf(&self) -> Shelf {
        Shelf::new(self.service.flows.clone(), self.service.pack.clone())
    }

    /// A service over the same store with another source of time and ids.
    pub(super) fn stamped(&self, stamp: Arc<dyn Stamp>) -> Service {
        let Service { store, pack, rules, directory, flows, numbers, reasons, .. } = &self.service;
        Service {
            store: store.clone(),
            pack: pack.clone(),
            rules: rules.clone(),
            stamp,
            directory: directory.clone(),
            flows: flows.clone(),
            numbers: numbers.clone(),
            reasons: reasons.clone(),
        }
    }

    /// The one door.
    pub(super) fn door(&self) -> &Service {
        &self.service
    }

    /// Fills the names for search.
    ///
    /// # Errors
    /// They cannot be read, in words.
    pub(super) fn fill_names(&self) -> Result<(), Message> {
        let filled = self.service.directory.fill(self.store.as_ref(), &mut |_| {});
        filled.map_err(|error| Message::new(desk::SEARCH_FAILED).with("cause", error.to_string()))
    }

    /// The business time.
    pub(super) fn now(&self) -> Moment {
        self.service.stamp.now()
    }

    /// Who asks.
    pub(super) fn caller(&self) -> &Caller {
        &self.caller
    }

    /// Whether any operator's name is believed.
    pub(super) fn is_demo(&self) -> bool {
        self.demo
    }

    /// Asks at the one door.
    ///
    /// # Errors
    /// A refusal, or the machinery failed.
    pub(super) fn ask(&self, touchpoint: Touchpoint, request: Request) -> Result<Answer, Failure> {
        let caller = Caller { touchpoint, ..self.caller.clone() };
        match self.service.ask(&caller, request) {
            Answer::Refused(refusal) => Err(refusal.into()),
            Answer::Failed { message } => Err(machinery(message)),
            answer @ (Answer::Customer(_)
            | Answer::Decision(_)
            | Answer::Listing(_)
            | Answer::Revealed(_)
            | Answer::Work(_)
            | Answer::Found(_)
            | Answer::Explanation(_)
            | Answer::Flow(_)
            | Answer::Posted(_)) => Ok(answer),
        }
    }

    /// The alert rule whose id is nearest to this one, if one is near.
    pub(super) fn nearest_rule(&self, asked: &str) -> Option<&str> {
        nearest(asked, self.service.rules.alert_ids())
    }

    /// The first customers by number, at most `limit`.
    ///
    /// # Errors
    /// The store cannot be read.
    pub(super) fn customers(&self, limit: usize) -> Result<Vec<CustomerNo>, Failure> {
        let rows = self.store.scan(Table::Customer, KeyRange::all(), limit)?;
        Ok(rows
            .iter()
            .filter_map(|row| Some(CustomerNo(u64::from_be_bytes(row.key.as_slice().try_into().ok()?))))
            .collect())
    }

    /// Customers from all over the store without end, the same ones each time; nobody from an empty store.
    ///
    /// # Errors
    /// The store cannot be read.
    pub(super) fn sample(&self) -> Result<impl Iterator<Item = Result<CustomerNo, Failure>>, Failure> {
        let number = |key: &[u8]| Some(u64::from_be_bytes(key.try_into().ok()?));
        let edge = move |range: KeyRange| -> Result<Option<u64>, Failure> {
            Ok(self.store.scan(Table::Customer, range, 1)?.first().and_then(|row| number(&row.key)))
        };
        let ends = edge(KeyRange::all())?.zip(edge(KeyRange::all().reversed())?);
        let mut draws = Draws::new(ends.map_or(0, |(_, last)| last));
        Ok(std::iter::from_fn(move || {
            let (first, last) = ends?;
            let from = first + draws.draw() % (last - first + 1);
            let range = KeyRange { start: from.to_be_bytes().to_vec(), ..KeyRange::all() };
            edge(range).transpose()
        })
        .map(|found| found.map(CustomerNo)))
    }

    /// The pack's offer whose id is nearest to a mistyped one.
    pub(super) fn nearest_offer(&self, asked: &str) -> Option<&str> {
        nearest(asked, self.service.rules.offer_ids())
    }

    /// The stories of a demo bank.
    ///
    /// # Errors
    /// The store cannot be read.
    pub(super) fn stories(&self) -> Result<Vec<demo::Story>, Failure> {
        Ok(demo::stories(self.store.as_ref())?)
    }

    /// Makes the store's index durable, so the next opening trusts it.
    ///
    /// # Errors
    /// The disk refuses.
    pub(super) fn close(self) -> Result<(), Failure> {
        let Bank { store, service, .. } = self;
        drop(service);
        match Arc::try_unwrap(store) {
            Ok(store) => Ok(store.close()?),
            // somebody still reads; the last reader closes it
            Err(_) => Ok(()),
        }
    }
}

/// What the door cannot answer to this request.
pub(super) fn unexpected() -> Failure {
    machinery(Message::new(id::UNEXPECTED_ANSWER))
}

fn machinery(message: Message) -> Failure {
    if message.id == ids::screen::PARAMETER_MISSING {
        return Failure::usage("bad_pack", message);
    }
    Failure::new(Exit::Store, "store_error", message)
}

/// The contact that a demo store assumes where none is named: it began so long ago, and the caller on the line gave
/// so many right answers of so many.
const ASSUMED_MICROS: i64 = 3 * 60 * 1_000_000;
const ASSUMED_ANSWERS: (u8, u8) = (2, 2);

/// Who asks in a demo store, where any name is believed.
pub(super) fn demo_caller(settings: &Settings, at: Moment) -> Caller {
    let assumed = settings.contact.is_none();
    let name = settings.operator.as_deref().unwrap_or("demo");
    let known = DEMO_ROLES.iter().find(|(known, _)| *known == name).map(|(_, role)| *role);
    let role = known.unwrap_or(Role::Agent);
    Caller {
        operator: OperatorId(name.to_owned()),
        role,
        guest: known.is_none(),
        contact: Some(settings.contact.clone().unwrap_or_else(|| DEMO_RECORD.to_owned())),
        reason: settings.reason.clone(),
        began: Moment::from_micros(at.micros() - ASSUMED_MICROS).filter(|_| assumed),
        verified: Verification::Money,
        answered: assumed.then_some(ASSUMED_ANSWERS),
        touchpoint: settings.touchpoint.unwrap_or(sits(role)),
        direction: settings.direction,
    }
}

/// Where somebody of a role sits, unless they say otherwise.
const fn sits(role: Role) -> Touchpoint {
    match role {
        Role::Teller => Touchpoint::Branch,
        Role::Agent | Role::Supervisor | Role::Auditor | Role::Admin | Role::Channel | Role::Owner => {
            Touchpoint::CallCenter
        }
    }
}

/// In a demo store any name is believed (one of its people moves money, a guest looks), with contact and full verification; elsewhere whoever holds the
/// folder is its owner and nobody else.
fn caller(settings: &Settings, kind: StoreKind, at: Moment) -> Result<Caller, Failure> {
    match kind {
        StoreKind::Demo => Ok(demo_caller(settings, at)),
        StoreKind::Real => match &settings.operator {
            Some(name) => Err(Failure::new(
                Exit::NotPermitted,
                "operator_not_believed",
                Message::new(id::OPERATOR_NOT_BELIEVED).with("name", name.as_str()),
            )),
            None => Ok(Caller {
                operator: OperatorId(OWNER.to_owned()),
                role: Role::Owner,
                guest: false,
                contact: settings.contact.clone(),
                reason: settings.reason.clone(),
                began: None,
                verified: Verification::default(),
                answered: None,
                touchpoint: settings.touchpoint.unwrap_or_default(),
                direction: settings.direction,
            }),
        },
    }
}
