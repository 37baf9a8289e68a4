//! The flows of a pack, as the menu of flows lists them.

use std::{collections::BTreeMap, sync::Arc};

use super::schema::Flow;
use crate::{
    action::FlowLabel,
    pack::Fault,
    text::{Message, ids::flow as id},
};

/// The most flows of a pack.
pub const FLOWS_MAX: usize = 64;

/// The flows of a pack, by name.
#[derive(Debug, Clone, Default)]
pub struct Flows(pub(super) BTreeMap<String, Arc<Flow>>);

impl Flows {
    /// A flow by its name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Arc<Flow>> {
        self.0.get(name)
    }

    /// All of them, by name in order.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Flow>> {
        self.0.values()
    }

    /// Their names, for [`crate::keymap::Keymap::with_flows`].
    #[must_use]
    pub fn menu(&self) -> Vec<FlowLabel> {
        let label = |flow: &Arc<Flow>| FlowLabel {
            name: flow.name.clone(),
            menu: flow.menu.clone(),
            title: flow.title.clone(),
            key: flow.key.as_ref().map(|key| key.key),
        };
        self.iter().map(label).collect()
    }

    /// The same with another flow, in the place of one of its name.
    #[must_use]
    pub fn with(mut self, flow: Flow) -> Flows {
        self.0.insert(flow.name.clone(), Arc::new(flow));
        self
    }

    /// Keys of the menu that two flows ask for: a fault at each.
    #[must_use]
    pub fn shared_keys(&self) -> Vec<Fault> {
        let asked =
            |flow: &&Arc<Flow>, key: &MenuKey| flow.key.as_ref().is_some_and(|own| own.key == key.key);
        let fault = |flow: &Arc<Flow>| {
            let key = flow.key.as_ref()?;
            let other = self.iter().find(|other| other.name != flow.name && asked(other, key))?;
            let message = Message::new(id::MENU_KEY_SHARED).with("key", key.key.to_string());
            let message = message.with("flow", other.name.as_str());
            Some(key.fault(message).with_help(Message::new(id::HELP_MENU_KEY)))
        };
        self.iter().filter_map(fault).collect()
    }
}

/// A key of the menu of flows, and where its flow asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuKey {
    /// A small letter or digit, which every keyboard has without another key.
    pub key: char,
    /// The flow's file.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
}

impl MenuKey {
    /// A fault at this place.
    #[must_use]
    pub fn fault(&self, message: Message) -> Fault {
        Fault { file: self.file.clone(), line: self.line, column: self.column, message, help: None }
    }
}
