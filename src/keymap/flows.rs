//! The flows of the bank's pack in the menu of flows: those that the file names are where it puts them, any other gets
//! the key that it asks for, or a free one.

use crate::{
    action::{Action, Arg, FlowLabel},
    key::{Code, Key, Mods},
    text::Said,
};

use super::{Binding, Keymap, Place, shown, trie::Node};

/// The keys that a menu gives to flows, in this order.
const GIVEN: [std::ops::RangeInclusive<char>; 2] = ['1'..='9', 'a'..='z'];

/// A key that a flow asks for and a keymap has for something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The flow's name.
    pub flow: String,
    /// The keys as shown, the menu's included.
    pub keys: String,
    /// What they do in this keymap.
    pub other: Said,
    /// Keys of the menu that nothing has, as files write them.
    pub free: Vec<String>,
}

impl Keymap {
    /// The same with the flows that the bank's pack has; menus and the palette list no other.
    #[must_use]
    pub fn with_flows(mut self, flows: Vec<FlowLabel>) -> Keymap {
        for (_, layer) in &mut self.layers {
            let Some(keys) = layer.menu_of(Action::OpenFlowMenu) else { continue };
            layer.at(&keys, |menu| {
                menu.children.retain(|(_, child)| !child.binding.as_ref().is_some_and(|own| own.of_pack));
                give(menu, &flows);
            });
        }
        self.flows = flows;
        self
    }

    /// The keys that flows ask for and do not get, because the file has them for something else.
    #[must_use]
    pub fn clashes(&self) -> Vec<Clash> {
        let menus = self.layers.iter().filter_map(|(_, layer)| {
            let keys = layer.menu_of(Action::OpenFlowMenu)?;
            Some((layer.get(&keys)?, keys))
        });
        menus.flat_map(|(menu, keys)| self.clashes_of(menu, &keys)).collect()
    }

    fn clashes_of(&self, menu: &Node, keys: &[Key]) -> Vec<Clash> {
        let clash = |flow: &FlowLabel| {
            let key = asked(flow).filter(|_| !has(menu, flow, false))?;
            let taken = menu.get(&[key])?;
            let binding = taken.binding.as_ref();
            if binding.is_some_and(|own| own.of_pack) {
                return None;
            }
            let keys = shown(&[keys, &[key]].concat());
            let other = match (binding, &taken.menu) {
                // a flow that this pack lacks keeps its place in the file
                (Some(Binding { arg: Some(Arg::Flow(other)), .. }), _)
                    if self.flow_title(other).is_none() =>
                {
                    Said { tr: other.clone(), en: other.clone() }
                }
                (Some(Binding { action, arg, .. }), _) => self.label(*action, arg.as_ref()),
                (None, Some(menu)) => menu.title.clone(),
                (None, None) => Said { tr: keys.clone(), en: keys.clone() },
            };
            Some(Clash {
                flow: flow.name.clone(),
                keys,
                other,
                free: free(menu).map(|key| key.to_string()).collect(),
            })
        };
        self.flows.iter().filter_map(clash).collect()
    }
}

/// Gives each flow that the menu's file does not name a key: first those that ask for one.
fn give(menu: &mut Node, flows: &[FlowLabel]) {
    for flow in flows.iter().filter(|flow| !has(menu, flow, true)).collect::<Vec<&FlowLabel>>() {
        if let Some(key) = asked(flow).filter(|key| menu.get(&[*key]).is_none()) {
            menu.children.push((key, bound(flow)));
        }
    }
    for flow in flows {
        if has(menu, flow, true) {
            continue;
        }
        // what has no key is in the palette still
        let Some(key) = free(menu).next() else { return };
        menu.children.push((key, bound(flow)));
    }
}

/// Whether the menu starts a flow; with `any` also by a key that the pack asked for.
fn has(menu: &Node, flow: &FlowLabel, any: bool) -> bool {
    let starts = |binding: &Binding| {
        (any || !binding.of_pack) && matches!(&binding.arg, Some(Arg::Flow(name)) if *name == flow.name)
    };
    menu.bindings().into_iter().any(|(_, binding)| starts(binding))
}

/// The key that a flow asks for.
fn asked(flow: &FlowLabel) -> Option<Key> {
    flow.key.and_then(plain)
}

fn plain(char: char) -> Option<Key> {
    Key::new(Code::Char(char), Mods::NONE)
}

fn free(menu: &Node) -> impl Iterator<Item = Key> {
    let keys = GIVEN.into_iter().flatten().filter_map(plain);
    keys.filter(|key| menu.get(&[*key]).is_none())
}

fn bound(flow: &FlowLabel) -> Node {
    let binding = Binding {
        action: Action::StartFlow,
        arg: Some(Arg::Flow(flow.name.clone())),
        range: None,
        place: Place { file: format!("flows/{}.toml", flow.name), line: 1, column: 1 },
        of_pack: true,
    };
    Node { binding: Some(binding), ..Node::default() }
}

#[cfg(test)]
mod tests;
