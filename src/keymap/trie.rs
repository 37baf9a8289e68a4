//! Sequences of keys as a tree; the order of the file is kept, menus are listed in it.

use crate::{action::Action, key::Key, text::Said};

use super::Binding;

/// What follows after some keys.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Node {
    pub(super) binding: Option<Binding>,
    pub(super) menu: Option<Title>,
    pub(super) children: Vec<(Key, Node)>,
}

/// A prefix with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Title {
    pub(super) title: Said,
    /// The action that opens the menu without its prefix.
    pub(super) opens: Option<Action>,
}

impl Node {
    /// The node after some keys.
    pub(super) fn get(&self, keys: &[Key]) -> Option<&Node> {
        let Some((first, rest)) = keys.split_first() else {
            return Some(self);
        };
        let (_, child) = self.children.iter().find(|(key, _)| key == first)?;
        child.get(rest)
    }

    /// Changes the node after some keys, made where it is not.
    pub(super) fn at(&mut self, keys: &[Key], change: impl FnOnce(&mut Node)) {
        let Some((first, rest)) = keys.split_first() else {
            change(self);
            return;
        };
        if !self.children.iter().any(|(key, _)| key == first) {
            self.children.push((*first, Node::default()));
        }
        if let Some((_, child)) = self.children.iter_mut().find(|(key, _)| key == first) {
            child.at(rest, change);
        }
    }

    /// Every binding below with its keys, in the order of the file.
    pub(super) fn bindings(&self) -> Vec<(Vec<Key>, &Binding)> {
        let mut found = Vec::new();
        self.walk(&mut Vec::new(), &mut |keys, node| {
            if let Some(binding) = &node.binding {
                found.push((keys.to_vec(), binding));
            }
        });
        found
    }

    /// The keys before the menu that an action opens.
    pub(super) fn menu_of(&self, action: Action) -> Option<Vec<Key>> {
        let mut found = None;
        self.walk(&mut Vec::new(), &mut |keys, node| {
            let opens = node.menu.as_ref().is_some_and(|menu| menu.opens == Some(action));
            if opens && found.is_none() {
                found = Some(keys.to_vec());
            }
        });
        found
    }

    /// Sequences are at most [`super::SEQUENCE_MAX`] keys, so the depth is bounded.
    fn walk<'n>(&'n self, keys: &mut Vec<Key>, see: &mut dyn FnMut(&[Key], &'n Node)) {
        see(keys, self);
        for (key, child) in &self.children {
            keys.push(*key);
            child.walk(keys, see);
            keys.pop();
        }
    }
}
