//! Keymaps: TOML files become a checked trie of keys to named actions, one layer a context.
//!
//! A file with a `base` lists only its differences. What people read of keys - hints, menus, help, palette -
//! is built from the keymap in force, so it cannot differ from what the keys do.

mod binding;
mod command;
mod file;
mod flows;
mod hints;
mod lookup;
mod merge;
mod rows;
mod shown;
mod trie;

use std::collections::BTreeMap;

use crate::{
    action::{Action, Arg, Context, FlowLabel},
    pack::{Fault, Faults, PackFile},
    text::Said,
};

pub use command::{CommandError, command};
pub use flows::Clash;
pub use hints::{Can, Hint, row};
pub use lookup::{Menu, MenuEntry, Resolved};
pub use rows::{HelpRow, PaletteRow, Row};
pub use shown::shown;

use file::HintSpec;
use trie::Node;

/// The form of keymap files that this program reads.
const FORMAT: i64 = 1;
/// The most keys pressed one after the other for one action.
pub const SEQUENCE_MAX: usize = 4;
/// The most keys that one keymap binds, those of its bases included.
pub const BINDINGS_MAX: usize = 2_000;
/// The most hints of one context.
pub const HINTS_MAX: usize = 32;
/// The most files that one keymap rests on.
pub const BASES_MAX: usize = 8;

/// The keymaps in the program, by name; the first is in force where none is chosen.
pub const EMBEDDED: [(&str, &str); 3] = [
    ("default", include_str!("../../keymaps/default.toml")),
    ("3270", include_str!("../../keymaps/3270.toml")),
    ("vim", include_str!("../../keymaps/vim.toml")),
];

/// How the hints row is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HintsStyle {
    /// `Enter aç  / ara`.
    #[default]
    Plain,
    /// `F1=Yardım F3=Geri`, as 3270 screens write it.
    Pf,
}

/// What a keymap says besides its keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Milliseconds from a prefix to its pop-up; 0 is at once.
    pub leader_delay_ms: u16,
    /// Milliseconds until a lone Esc is no longer the start of a sequence.
    pub esc_timeout_ms: u16,
    /// How the hints row is written.
    pub hints_style: HintsStyle,
    /// What stands before a typed command: `:` or `===>`.
    pub command_prompt: String,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            leader_delay_ms: 300,
            esc_timeout_ms: 50,
            hints_style: HintsStyle::Plain,
            command_prompt: ":".to_owned(),
        }
    }
}

/// Where a binding is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file, as the author names it.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
}

/// What a key does.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Binding {
    action: Action,
    arg: Option<Arg>,
    /// The keys of its range as shown, `1` and `9`.
    range: Option<(String, String)>,
    place: Place,
    /// The flow asks for it, not the file: see [`Keymap::with_flows`].
    of_pack: bool,
}

/// A checked keymap.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keymap {
    name: String,
    layers: Vec<(Context, Node)>,
    options: Options,
    hints: BTreeMap<Context, Vec<HintSpec>>,
    flows: Vec<FlowLabel>,
}

impl Keymap {
    /// A keymap of the program, by name.
    #[must_use]
    pub fn embedded(name: &str) -> Option<Keymap> {
        let file = embedded_file(name)?;
        Keymap::load(&file, &|_| None).ok()
    }

    /// The keymap in force where none is chosen.
    #[must_use]
    pub fn standard() -> Keymap {
        Keymap::embedded("default").unwrap_or_default()
    }

    /// Reads and checks a file and those it rests on: every fault at once. `find` gives the text of a base that
    /// the program does not hold itself.
    ///
    /// # Errors
    /// The faults, in the order of files and lines.
    pub fn load(file: &PackFile, find: &dyn Fn(&str) -> Option<PackFile>) -> Result<Keymap, Vec<Fault>> {
        let mut faults = Faults::default();
        let keymap =
            merge::merged(file, find, &mut faults).map(|sheet| merge::keymap(sheet, file, &mut faults));
        faults.settle(keymap)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it says besides its keys.
    #[must_use]
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Whether this version, with this pack, does what a binding says.
    fn does(&self, action: Action, arg: Option<&Arg>) -> bool {
        let lacks = matches!(arg, Some(Arg::Flow(flow)) if self.flow_title(flow).is_none());
        action.is_built() && !lacks
    }

    fn flow_title(&self, flow: &str) -> Option<&Said> {
        self.flows.iter().find(|known| known.name == flow).map(|known| &known.menu)
    }

    fn layer(&self, context: Context) -> Option<&Node> {
        self.layers.iter().find(|(known, _)| *known == context).map(|(_, node)| node)
    }
}

/// The text of a keymap of the program, as a file.
#[must_use]
pub fn embedded_file(name: &str) -> Option<PackFile> {
    let (name, text) = EMBEDDED.into_iter().find(|(known, _)| *known == name)?;
    Some(PackFile { name: format!("{name}.toml"), text: text.to_owned() })
}

/// The layers to ask, the most specific first and [`Context::Global`] last.
fn layered(contexts: &[Context]) -> Vec<Context> {
    let own = contexts.iter().copied().filter(|context| *context != Context::Global);
    own.chain([Context::Global]).collect()
}

#[cfg(test)]
mod tests;
