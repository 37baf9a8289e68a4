//! What pressed keys mean.

use crate::{
    action::{Action, Arg, Context},
    key::{Code, Key},
    text::{Message, Said},
};

use super::{Binding, Keymap, layered, shown, trie::Node};

/// The meaning of the keys pressed so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolved {
    /// They are an action. It may be one that this version does not do: [`Action::is_built`].
    Action(Action, Option<Arg>),
    /// They begin some; the pop-up that says which.
    Pending(Menu),
    /// They are nothing here; inside a field, what is typed and what edits is the field's.
    Nothing,
}

/// The pop-up of a prefix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Menu {
    /// Its title, or the prefix itself.
    pub title: Said,
    /// The prefix as shown.
    pub keys: String,
    /// What may follow and does something, in the order of the file.
    pub entries: Vec<MenuEntry>,
}

/// A line of a pop-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuEntry {
    /// The next key or range as shown.
    pub keys: String,
    /// What it does, or the title of the menu it opens.
    pub label: Said,
    /// The action, none where it opens a menu.
    pub action: Option<Action>,
    /// Its argument.
    pub arg: Option<Arg>,
}

impl Keymap {
    /// What `pending` means in `contexts`, the most specific first; [`Context::Global`] is always asked last.
    /// The first layer that knows the first key has it alone.
    #[must_use]
    pub fn resolve(&self, contexts: &[Context], pending: &[Key]) -> Resolved {
        match self.find(contexts, pending) {
            Some((node, _)) => self.meaning(contexts, node, pending),
            None => Resolved::Nothing,
        }
    }

    /// The keys that stand before the menu that an action opens, for when the action comes from elsewhere: with
    /// them pending, [`Keymap::resolve`] answers with the menu.
    #[must_use]
    pub fn menu_keys(&self, action: Action, contexts: &[Context]) -> Option<Vec<Key>> {
        layered(contexts).into_iter().find_map(|context| self.layer(context)?.menu_of(action))
    }

    fn meaning(&self, contexts: &[Context], node: &Node, pending: &[Key]) -> Resolved {
        if let Some(Binding { action, arg, .. }) = &node.binding {
            let menu = self.menu_keys(*action, contexts).and_then(|keys| self.find(contexts, &keys));
            return match menu.map(|(node, _)| self.menu(node, pending)) {
                Some(menu) if !menu.entries.is_empty() => Resolved::Pending(menu),
                _ => Resolved::Action(*action, arg.clone()),
            };
        }
        let menu = self.menu(node, pending);
        match node.menu.as_ref().and_then(|menu| menu.opens) {
            Some(action) if menu.entries.is_empty() => Resolved::Action(action, None),
            _ => Resolved::Pending(menu),
        }
    }

    /// The node of a sequence and the layer it is in. After an action that opens a menu, the rest of the keys are
    /// the menu's.
    pub(super) fn find(&self, contexts: &[Context], pending: &[Key]) -> Option<(&Node, Context)> {
        let first = pending.first()?;
        let layers = layered(contexts);
        let (context, start) = layers.iter().find_map(|context| {
            let node = self.layer(*context)?.get(std::slice::from_ref(first))?;
            Some((*context, node))
        })?;
        let field = layers.first().copied().filter(|context| context.takes_text());
        if field.is_some_and(|field| is_entry(*first) && context != field) {
            return None;
        }
        let rest = pending.get(1..).unwrap_or_default();
        if let Some(binding) = start.binding.as_ref().filter(|_| !rest.is_empty()) {
            let layer = layers.iter().find_map(|context| {
                let layer = self.layer(*context)?;
                Some((layer.get(&layer.menu_of(binding.action)?)?, *context))
            });
            let (menu, context) = layer?;
            return menu.get(rest).map(|node| (node, context));
        }
        start.get(rest).map(|node| (node, context))
    }

    fn menu(&self, node: &Node, pending: &[Key]) -> Menu {
        let keys = shown(pending);
        let plain = Said { tr: keys.clone(), en: keys.clone() };
        let title = node.menu.as_ref().map_or(plain, |menu| menu.title.clone());
        let mut entries: Vec<MenuEntry> = Vec::new();
        for (key, child) in &node.children {
            let Some(entry) = self.entry(*key, child) else {
                continue;
            };
            // the keys of one range are one line
            let again = entries.last().is_some_and(|last| {
                child.binding.as_ref().is_some_and(|binding| binding.range.is_some())
                    && (last.action, &last.keys) == (entry.action, &entry.keys)
            });
            if !again {
                entries.push(entry);
            }
        }
        Menu { title, keys, entries }
    }

    fn entry(&self, key: Key, child: &Node) -> Option<MenuEntry> {
        if let Some(binding) = &child.binding {
            let Binding { action, arg, range, .. } = binding;
            let keys = match range {
                Some((first, last)) => format!("{first}-{last}"),
                None => shown(&[key]),
            };
            let entry = || MenuEntry {
                keys,
                label: self.label(*action, arg.as_ref()),
                action: Some(*action),
                arg: if range.is_some() { None } else { arg.clone() },
            };
            return self.does(*action, arg.as_ref()).then(entry);
        }
        let menu = self.menu(child, &[key]);
        let entry = || MenuEntry { keys: menu.keys, label: menu.title, action: None, arg: None };
        (!menu.entries.is_empty()).then(entry)
    }

    /// What people read of an action with its argument: a flow by its title.
    pub(super) fn label(&self, action: Action, arg: Option<&Arg>) -> Said {
        let flow = match arg {
            Some(Arg::Flow(flow)) => self.flow_title(flow).cloned(),
            _ => None,
        };
        flow.unwrap_or_else(|| Message::new(action.label()).said())
    }
}

/// Keys that belong to an entry field, whatever other layers bind them to: what it types and what edits it.
fn is_entry(key: Key) -> bool {
    let edits = matches!(
        key.code(),
        Code::Backspace | Code::Delete | Code::Left | Code::Right | Code::Home | Code::End
    );
    key.text().is_some() || edits
}
