//! What a flow's screen shows, as values in both languages with their places at 80 columns. Drawing them is the
//! `view` layer's; nothing is left to it that it would have to know of the flow.

use serde::Serialize;

use super::run::How;
use crate::{domain::receipt::LegState, money::Money, text::Said};

/// One block of a screen, top to bottom; an empty row stands between two.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BlockView {
    /// Its number in the margin (` 1 `); the title then begins at column 4, else at column 1.
    pub number: Option<u8>,
    /// Its title, in capitals.
    pub title: Said,
    /// What stands right of the title, and where it begins.
    pub aside: Option<(u16, Said)>,
    /// An empty row stands between title and body.
    pub roomy: bool,
    /// What it holds.
    pub body: Body,
}

/// What a block holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// A table of which one row is chosen.
    Choice(ChoiceTable),
    /// Lines: fields, figures, checks, closing.
    Lines(Vec<LineView>),
    /// The legs and where they stand.
    Legs(Vec<LegView>),
    /// The sentence that is read aloud, with the answer's field; then further lines after an empty row.
    Sentence(SentenceView),
}

/// A table of which one row is chosen, `▸` at column 3.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChoiceTable {
    /// The field that the chosen row fills.
    pub field: String,
    /// Heads with their places; the cells below stand at the same ones.
    pub heads: Vec<(At, Said)>,
    /// Rows in order.
    pub rows: Vec<ChoiceRow>,
}

/// A row that may be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChoiceRow {
    /// The canonical value to set.
    pub value: String,
    /// A cell for each head.
    pub cells: Vec<Said>,
    /// It is the chosen one.
    pub chosen: bool,
    /// Why it may not be chosen.
    pub blocked: Option<Said>,
}

/// One line: a mark, then parts from left to right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LineView {
    /// What stands in the margin.
    pub mark: Mark,
    /// Its parts. Where two would touch, the later one moves right by two cells.
    pub parts: Vec<Part>,
}

/// The mark of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// None.
    None,
    /// `!` at column 1: look.
    Look,
    /// `✓` at column 3: it fits.
    Good,
    /// `✗` at column 3: it does not, and the flow cannot go on.
    Bad,
    /// `?` at column 3: unknown, or left to the person.
    Unknown,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// Where.
    pub at: At,
    /// What.
    pub what: What,
}

/// A place in cells at 80 columns, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum At {
    /// Begins there.
    Start(u16),
    /// Ends before it: right-aligned.
    End(u16),
    /// Begins so many cells after what is before it.
    After(u16),
}

/// What a part is; plain output says labels and values in this order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// What the line is about.
    Label(Said),
    /// Its value; an amount's currency is a value of its own after it.
    Value(Said),
    /// A remark.
    Note(Said),
    /// `+`, `-` or `=` of a sum.
    Sign(char),
    /// An entry field; its state is in [`FieldView`].
    Field(String),
}

/// A leg and where it stands: number at column 3, name at 6, state at 36.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LegView {
    /// From 1.
    pub number: u8,
    /// Its name.
    pub name: Said,
    /// Where it stands.
    pub state: LegState,
    /// In words: `bekliyor`.
    pub text: Said,
}

/// The sentence that is read aloud.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SentenceView {
    /// The sentence in quotes, to be wrapped from column 6 (its quote) and 7 (its words) on.
    pub text: Said,
    /// The question at column 43 of its last line, or of the next one where it is too long.
    pub question: Said,
    /// The field of the answer, two cells after the question, and what may be typed after it (`E/H`).
    pub answer: String,
    /// What may be typed.
    pub keys: Said,
    /// Lines below, after an empty row.
    pub lines: Vec<LineView>,
}

/// A field as it stands, in Tab order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldView {
    /// Its id.
    pub id: String,
    /// What people call it.
    pub label: Said,
    /// What may be entered.
    pub kind: EntryKind,
    /// As it was typed last; the canonical value where it was chosen or carried.
    pub typed: String,
    /// The value as it is shown when the field is not being edited: `200.000,00`.
    pub shown: Said,
    /// Cells between the brackets, a space on each side not counted.
    pub width: u16,
    /// Values stand at the right.
    pub right: bool,
    /// Drawn without brackets: a prefilled value inside a sentence.
    pub bare: bool,
    /// How its value came.
    pub how: Option<How>,
    /// What is wrong with what was typed.
    pub fault: Option<FieldFault>,
    /// What may be chosen (F4); empty for free entry.
    pub choices: Vec<Choice>,
}

/// What may be entered in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// One of a list.
    Choice,
    /// An amount: plain, `200b`, `%40`, `kalan`.
    Amount,
    /// Words.
    Text,
    /// Yes or no, by one key.
    Answer,
}

/// One of a field's values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// Canonical.
    pub value: String,
    /// In words.
    pub label: Said,
    /// Why it may not be chosen.
    pub blocked: Option<Said>,
}

/// What is wrong with a field: which, what was found, what would be right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldFault {
    /// The field's id.
    pub field: String,
    /// What stands in it.
    pub value: String,
    /// What is wrong and what would be right, in one line.
    pub said: Said,
}

/// A line that a new price changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The figure's name.
    pub figure: &'static str,
    /// What it is.
    pub label: Said,
    /// Before.
    pub old: Said,
    /// Now.
    pub new: Said,
}

/// Another way to what the customer wants (F10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Alternative {
    /// What: `7 gün bekle`.
    pub title: Said,
    /// What it would pay or why it may not be.
    pub text: Said,
    /// It may be done.
    pub open: bool,
    /// What it pays, where that is an amount.
    pub pays: Option<Money>,
}
