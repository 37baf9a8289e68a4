//! Keymaps as lists: for the help, the palette, the command line and macros.

use crate::{
    action::{Action, Arg, Context, FlowLabel},
    domain::operator::Role,
    key::Key,
    pack::{Fault, fault::told},
    text::{Message, Said, ids::keymap as id},
};

use super::{Keymap, Place, layered, shown, trie::Node};

/// A line of the help: one action of one layer with all its keys there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpRow {
    /// The layer.
    pub context: Context,
    /// Every sequence as shown, the first of the file first.
    pub keys: Vec<String>,
    /// What they do.
    pub action: Action,
    /// With what; none for a range of keys.
    pub arg: Option<Arg>,
    /// In words.
    pub label: Said,
}

/// A line of the palette.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaletteRow {
    /// What it does.
    pub action: Action,
    /// With what: a flow by its name.
    pub arg: Option<Arg>,
    /// In words.
    pub label: Said,
    /// What else people call it: the words of its hint, a flow's title.
    pub also: Said,
    /// Its keys here as shown, the first of the file first.
    pub keys: Vec<String>,
}

impl PaletteRow {
    /// Its name: the flow's, else the action's.
    #[must_use]
    pub fn name(&self) -> &str {
        match &self.arg {
            Some(Arg::Flow(flow)) => flow,
            _ => self.action.name(),
        }
    }
}

/// A line of the whole keymap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The layer.
    pub context: Context,
    /// The keys as shown, `1-9` for a range.
    pub keys: String,
    /// What they do.
    pub action: Action,
    /// With what; none for a range of keys.
    pub arg: Option<Arg>,
    /// In words.
    pub label: Said,
    /// Where it is written.
    pub place: Place,
}

impl Keymap {
    /// What keys do in `contexts`, layer by layer, the most specific first: only what this version does, and no
    /// key that a layer above takes.
    #[must_use]
    pub fn help(&self, contexts: &[Context]) -> Vec<HelpRow> {
        let mut rows: Vec<HelpRow> = Vec::new();
        for context in layered(contexts) {
            for (keys, row) in self.rows_of(context) {
                let own = self.find(contexts, &keys).is_some_and(|(_, layer)| layer == context);
                if !own || !means(row.action, contexts) || !self.does(row.action, row.arg.as_ref()) {
                    continue;
                }
                let same = rows.iter_mut().find(|known| {
                    (known.context, known.action, &known.arg) == (context, row.action, &row.arg)
                });
                match same {
                    Some(known) => known.keys.push(row.keys),
                    None => rows.push(HelpRow {
                        context,
                        keys: vec![row.keys],
                        action: row.action,
                        arg: row.arg,
                        label: row.label,
                    }),
                }
            }
        }
        rows
    }

    /// Every action that this version does in `contexts` and this role may use, in the order of the table; each flow
    /// of the pack stands for itself.
    #[must_use]
    pub fn palette(&self, contexts: &[Context], role: Role) -> Vec<PaletteRow> {
        let here = |action: &Action| means(*action, contexts) && action.is_built() && action.is_for(role);
        let rows = |action: Action| {
            if action == Action::StartFlow && !self.flows.is_empty() {
                return self.palette_flows(contexts);
            }
            vec![PaletteRow {
                action,
                arg: None,
                label: self.label(action, None),
                also: Message::new(action.short()).said(),
                keys: self.all_keys_of(action, contexts).iter().map(|keys| shown(keys)).collect(),
            }]
        };
        Action::ALL.iter().copied().filter(here).flat_map(rows).collect()
    }

    fn palette_flows(&self, contexts: &[Context]) -> Vec<PaletteRow> {
        let row = |flow: &FlowLabel| {
            let arg = Some(Arg::Flow(flow.name.clone()));
            let keys = self.shortest(Action::StartFlow, arg.as_ref(), contexts);
            PaletteRow {
                action: Action::StartFlow,
                arg,
                label: flow.menu.clone(),
                also: flow.title.clone(),
                keys: keys.iter().map(|keys| shown(keys)).collect(),
            }
        };
        self.flows.iter().map(row).collect()
    }

    /// Every line of the keymap, context by context in the order of the file.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        let contexts = Context::ALL.into_iter();
        contexts.flat_map(|context| self.rows_of(context).into_iter().map(|(_, row)| row)).collect()
    }

    /// The fewest keys that are an action with an argument in `contexts`; of equals the first of the file.
    #[must_use]
    pub fn shortest(&self, action: Action, arg: Option<&Arg>, contexts: &[Context]) -> Option<Vec<Key>> {
        let fits = |keys: &Vec<Key>| {
            self.find(contexts, keys)
                .and_then(|(node, _)| node.binding.as_ref())
                .is_some_and(|binding| (binding.action, binding.arg.as_ref()) == (action, arg))
        };
        self.all_keys_of(action, contexts).into_iter().filter(fits).min_by_key(Vec::len)
    }

    /// What is right but may surprise: flows that the pack lacks, named by a file.
    #[must_use]
    pub fn notices(&self, file: &str) -> Vec<Fault> {
        let mut found = Vec::new();
        for row in self.rows().into_iter().filter(|row| row.place.file == file) {
            if let Some(Arg::Flow(flow)) = row.arg.filter(|arg| self.lacks(arg)) {
                let Place { file, line, column } = row.place;
                let message = told(id::FLOW_MISSING, "flow", flow);
                found.push(Fault { file, line, column, message, help: Some(Message::new(id::HELP_FLOW)) });
            }
        }
        found.sort_by_key(|fault| (fault.line, fault.column));
        found
    }

    fn lacks(&self, arg: &Arg) -> bool {
        matches!(arg, Arg::Flow(flow) if self.flow_title(flow).is_none())
    }

    /// The lines of one context; a range is one line with the keys of its first.
    fn rows_of(&self, context: Context) -> Vec<(Vec<Key>, Row)> {
        let bindings = self.layer(context).map(Node::bindings).unwrap_or_default();
        let mut rows: Vec<(Vec<Key>, Row)> = Vec::new();
        for (keys, binding) in bindings {
            let known = rows.last().is_some_and(|(_, row)| row.place == binding.place);
            if binding.range.is_some() && known {
                continue;
            }
            let row = Row {
                context,
                keys: with_range(&keys, binding.range.as_ref()),
                action: binding.action,
                arg: if binding.range.is_some() { None } else { binding.arg.clone() },
                label: self.label(binding.action, binding.arg.as_ref()),
                place: binding.place.clone(),
            };
            rows.push((keys, row));
        }
        rows
    }
}

/// Whether an action means something in one of the contexts; where none but [`Context::Global`] is asked for,
/// each does somewhere.
fn means(action: Action, contexts: &[Context]) -> bool {
    let mut own = contexts.iter().filter(|context| **context != Context::Global).peekable();
    own.peek().is_none() || own.any(|context| action.applies(*context))
}

/// Keys as shown; of a range both ends.
fn with_range(keys: &[Key], range: Option<&(String, String)>) -> String {
    let Some((first, last)) = range else {
        return shown(keys);
    };
    let of_key = |key: &Key| {
        let text = shown(std::slice::from_ref(key));
        if text == *first { format!("{first}-{last}") } else { text }
    };
    keys.iter().map(of_key).collect::<Vec<String>>().join(" ")
}
