//! A workstation whose bank answers at once.

use std::sync::Arc;

use super::{flows, sample};
use crate::{
    app::{Event, FlowPlace, Model, Over, Place, Settings, Stage, StartFocus, Theme, update},
    domain::{
        channel::Touchpoint,
        operator::{OperatorId, Role, Verification},
    },
    key::{Key, parse_keys},
    keymap::Keymap,
    request::{Caller, Effect, ListKind, Request, effect::Timer},
    text::Lang,
    time::Moment,
};

pub(crate) struct Desk {
    pub(crate) model: Model,
    /// What was asked of the bank and of the host, in order.
    pub(crate) effects: Vec<Effect>,
    /// What flows are answered with.
    pub(crate) bank: flows::Bank,
    /// The last frame.
    pub(crate) frame: u64,
    /// Flow requests wait in `effects` and are not answered.
    pub(crate) silent: bool,
    /// When keys are pressed.
    pub(crate) now: Moment,
}

pub(crate) fn settings(lang: Lang, size: (u16, u16)) -> Settings {
    Settings {
        lang,
        size,
        theme: Theme::Mono,
        caller: Caller {
            operator: OperatorId("0412".to_owned()),
            role: Role::Agent,
            guest: false,
            contact: Some("call-1".to_owned()),
            reason: None,
            verified: Verification::Money,
            began: None,
            answered: None,
            touchpoint: Touchpoint::CallCenter,
            direction: crate::domain::interaction::Direction::default(),
        },
        demo: false,
        at: sample::now(),
        keymap: Arc::new(Keymap::standard()),
        customer: None,
    }
}

impl Desk {
    /// The start screen of an open bank.
    pub(crate) fn open(lang: Lang, size: (u16, u16)) -> Desk {
        let settings = settings(lang, size);
        let (caller, at) = (settings.caller.clone(), settings.at);
        let (model, effects) = Model::begin(settings);
        let mut desk = Desk {
            model,
            effects: Vec::new(),
            bank: flows::Bank::default(),
            frame: 0,
            silent: false,
            now: at,
        };
        desk.event(Event::Opened { caller, demo: false, shelf: flows::shelf(), at });
        desk.event(Event::SearchReady);
        desk.settle(effects);
        desk.effects.clear();
        desk
    }

    pub(crate) fn turkish() -> Desk {
        Desk::open(Lang::Tr, (80, 24))
    }

    /// Presses keys, as keymaps write them.
    pub(crate) fn keys(mut self, keys: &str) -> Desk {
        for key in parse_keys(keys).unwrap() {
            self.press(key);
        }
        self
    }

    pub(crate) fn press(&mut self, key: Key) {
        self.event(Event::Key { key, seen: self.frame, at: self.now });
    }

    /// Presses a key that was typed when so many frames were to come still.
    pub(crate) fn early(&mut self, key: &str, frames: u64) {
        for key in parse_keys(key).unwrap() {
            let seen = self.frame.saturating_sub(frames);
            self.event(Event::Key { key, seen, at: self.now });
        }
    }

    /// An event, and the bank's answers to what it asks.
    pub(crate) fn event(&mut self, event: Event) {
        let effects = update(&mut self.model, event);
        self.settle(effects);
        self.frame += 1;
        let drawn = Event::Drawn { frame: self.frame, part: crate::view::part(&self.model) };
        assert_eq!(update(&mut self.model, drawn), []);
    }

    fn settle(&mut self, mut effects: Vec<Effect>) {
        while !effects.is_empty() {
            let mut next = Vec::new();
            for effect in effects {
                if let Effect::Ask(request) = &effect {
                    let answer = match request {
                        Request::Flow(_) if self.silent => {
                            self.effects.push(effect);
                            continue;
                        }
                        Request::Flow(request) => self.bank.answer(request),
                        Request::OpenCustomer { .. }
                        | Request::Decide { .. }
                        | Request::List { .. }
                        | Request::Reveal { .. }
                        | Request::Work
                        | Request::Find { .. }
                        | Request::Explain { .. }
                        | Request::Post { .. } => sample::answer(request),
                    };
                    let request = request.clone();
                    next.extend(update(
                        &mut self.model,
                        Event::Answer { request, answer, at: sample::now() },
                    ));
                }
                self.effects.push(effect);
            }
            effects = next;
        }
    }

    pub(crate) fn expire(mut self, timer: Timer) -> Desk {
        self.event(Event::Timer(timer));
        self
    }

    /// What was asked of the bank.
    pub(crate) fn asked(&self) -> Vec<&Request> {
        self.effects
            .iter()
            .filter_map(|effect| if let Effect::Ask(request) = effect { Some(request) } else { None })
            .collect()
    }

    /// Where it stands, in a few words: `start hits 0`, `customer offers 2`, `list transactions 3 +palette`.
    pub(crate) fn told(&self) -> String {
        let model = &self.model;
        let mut told = match model.place() {
            None => {
                let focus = match model.start.focus {
                    StartFocus::Field => "field",
                    StartFocus::Hits => "hits",
                    StartFocus::Work => "work",
                    StartFocus::Calls => "calls",
                };
                let typed = if model.start.field.is_empty() {
                    String::new()
                } else {
                    format!(" '{}'", model.start.field.text())
                };
                format!("start {focus} {}{typed}", model.start.row)
            }
            Some(Place::Customer(place)) => {
                let selection = place.selection();
                format!("customer {:?} {}", selection.pane, selection.row).to_ascii_lowercase()
            }
            Some(Place::List(place)) => {
                let kind = match place.listing.list {
                    ListKind::Products => "products",
                    ListKind::Transactions { account: None } => "transactions",
                    ListKind::Transactions { account: Some(_) } => "account",
                    ListKind::Errors => "errors",
                    ListKind::Complaints => "complaints",
                    ListKind::People => "people",
                };
                let filter =
                    place.filter.as_ref().map(|field| format!(" /{}", field.text())).unwrap_or_default();
                format!("list {kind} {}{filter}", place.listing.from + place.row)
            }
            Some(Place::Detail(place)) => format!("detail {}", place.from),
            Some(Place::Flow(place)) => flow_told(place),
            Some(Place::Receipt(place)) => {
                format!("receipt {}{}", place.receipt.no, if place.task.is_some() { " half" } else { "" })
            }
            Some(Place::Paper(place)) => format!("paper {}", place.from),
            Some(Place::Approvals(place)) => format!("approvals {}", place.row),
        };
        told += match &model.over {
            Some(Over::Help { .. }) => " +help",
            Some(Over::Palette(_)) => " +palette",
            Some(Over::Reveal(_)) => " +reveal",
            Some(Over::Leave) => " +leave",
            Some(Over::Values(_)) => " +values",
            Some(Over::Alternatives { .. }) => " +alternatives",
            Some(Over::Reason(_)) => " +reason",
            None => "",
        };
        if model.menu {
            told += " +menu";
        }
        if self.effects.contains(&Effect::Leave) {
            told += " LEFT";
        }
        if let Some(notice) = &model.notice {
            told += " !";
            told += notice.id.key();
        }
        told
    }
}

fn flow_told(place: &FlowPlace) -> String {
    let typed = place.entry.as_ref().map(|entry| format!(" '{}'", entry.text())).unwrap_or_default();
    let stage = match &place.stage {
        Stage::Filling => "",
        Stage::Unknown(_) => " unknown",
        Stage::Awaiting(_) => " awaiting",
        Stage::Reviewing(..) => " reviewing",
    };
    format!("flow {}/{} {}{typed}{stage}", place.run.step(), place.run.steps(), place.focus)
}
