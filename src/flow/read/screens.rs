//! The screens of a flow: blocks, lines, and whether all of it fits.

use super::{Scope, head, words};
use crate::{
    flow::{
        figure,
        schema::{BLOCKS_MAX, Block, BlockBody, Check, FieldKind, Line, Places, SCREENS_MAX, Screen},
        template::{Names, Pair},
    },
    pack::{
        Faults,
        document::{Item, Table, Text},
        fault::told,
        nearest,
    },
    text::{Message, ids::flow as id},
};

const BLOCK_KEYS: [&str; 14] = [
    "kind",
    "number",
    "title",
    "aside",
    "aside_at",
    "tight",
    "value_end",
    "sign_at",
    "field",
    "checks",
    "lines",
    "text",
    "question",
    "answer",
];
const KINDS: [&str; 7] = ["choice", "fields", "figures", "legs", "checks", "sentence", "closing"];

/// Cells of a screen.
pub(super) const SCREEN: u16 = 80;
/// Where a title begins, with a number before it.
const TITLE_AT: u16 = 4;
/// Where a label begins.
pub(super) const LABEL_AT: u16 = 6;
/// Cells of row 23.
const HINT_CELLS: usize = 78;
/// Cells of a block's title, of the question before the answer, of a sentence to read aloud.
const TITLE_CELLS: usize = 40;
const QUESTION_CELLS: usize = 26;
const SENTENCE_CELLS: usize = 400;
/// Where things stand when the file does not say.
const ASIDE_AT: u16 = 46;
const VALUE_END: u16 = 54;
const SIGN_AT: u16 = 46;

pub(super) fn read(root: Table<'_>, scope: &Scope<'_>, faults: &mut Faults) -> Option<Vec<Screen>> {
    let tables = root.tables("screen", faults);
    if let Some(fifth) = tables.get(SCREENS_MAX) {
        faults.add(fifth.spot().fault(told(id::SCREENS_MANY, "max", SCREENS_MAX)));
    }
    if tables.is_empty() {
        faults.add(root.spot().fault(Message::new(id::SCREENS_NONE)));
    }
    let (last, many) = (tables.len().saturating_sub(1), tables.len() > SCREENS_MAX);
    let tables = tables.into_iter().enumerate().take(SCREENS_MAX).filter(|_| !many);
    let screens: Vec<Option<Screen>> =
        tables.map(|(index, table)| screen(table, index == last, scope, faults)).collect();
    (!many).then_some(())?;
    screens.into_iter().collect()
}

fn screen(table: Table<'_>, last: bool, scope: &Scope<'_>, faults: &mut Faults) -> Option<Screen> {
    table.only(&["hint", "block"], faults);
    let names = Names { keys: true, ..scope.names.clone() };
    let hint = table.get("hint").and_then(|_| words::pair_of(table, ("hint", HINT_CELLS), &names, faults));
    let tables = table.tables("block", faults);
    if tables.is_empty() || tables.len() > BLOCKS_MAX {
        faults.add(table.spot().fault(told(id::BLOCKS_COUNT, "max", BLOCKS_MAX)));
    }
    let sentence = tables.iter().find(|block| {
        block
            .get("kind")
            .and_then(|kind| kind.text(&mut Faults::default()))
            .is_some_and(|kind| kind.text == "sentence")
    });
    let misplaced = match (last, sentence) {
        (true, None) => Some(table.spot().fault(Message::new(id::COMMIT_NO_ANSWER))),
        (false, Some(block)) => Some(block.spot().fault(Message::new(id::ANSWER_EARLY))),
        (true, Some(_)) | (false, None) => None,
    };
    let placed = misplaced.is_none();
    if let Some(fault) = misplaced {
        faults.add(fault);
    }
    let blocks: Vec<Option<Block>> = tables
        .into_iter()
        .take(BLOCKS_MAX)
        .map(|block| Reader { table: block, scope }.block(faults))
        .collect();
    let blocks = blocks.into_iter().collect::<Option<Vec<Block>>>()?;
    let priced = blocks
        .iter()
        .any(|block| block.names().iter().any(|name| figure::find(name).is_some_and(|figure| figure.priced)));
    placed.then_some(Screen { blocks, hint, priced, commits: last })
}

/// Reads one block.
pub(super) struct Reader<'r> {
    pub(super) table: Table<'r>,
    pub(super) scope: &'r Scope<'r>,
}

impl Reader<'_> {
    fn block(&self, faults: &mut Faults) -> Option<Block> {
        let table = self.table;
        table.only(&BLOCK_KEYS, faults);
        let number = table.get("number").and_then(|item| number(item, faults));
        let title = words::said(table, "title", TITLE_CELLS, faults);
        let aside_at = place(table, "aside_at", ASIDE_AT, faults);
        let aside_cells = usize::from(SCREEN.saturating_sub(aside_at));
        let aside = table.get("aside").map(|_| words::pair(table, "aside", aside_cells, self.scope, faults));
        if let Some(title) = &title {
            self.check_title(title, (number.is_some(), aside.is_some().then_some(aside_at)), faults);
        }
        let tight = table.get("tight").map_or(Some(false), |item| item.flag(faults));
        let before = faults.count();
        let places = Places {
            value_end: place(table, "value_end", VALUE_END, faults),
            sign: place(table, "sign_at", SIGN_AT, faults),
        };
        // a place that is not known leaves room for anything
        let body = self.body((faults.count() == before).then_some(places), faults);
        let aside = match aside {
            Some(pair) => Some((aside_at, pair?)),
            None => None,
        };
        Some(Block { number, title: title?, aside, roomy: !tight?, places, body: body? })
    }

    fn check_title(
        &self,
        title: &crate::text::Said,
        (numbered, aside): (bool, Option<u16>),
        faults: &mut Faults,
    ) {
        let Some(aside) = aside else { return };
        let begins = if numbered { TITLE_AT } else { 1 };
        let max = usize::from(aside.saturating_sub(begins + 2));
        for text in [&title.tr, &title.en] {
            let cells = crate::text::safe::cells(text);
            if cells > max
                && let Some(item) = self.table.get("title")
            {
                let message = told(id::LABEL_LONG, "key", "title").with("cells", cells).with("max", max);
                faults.add(item.spot.fault(message));
            }
        }
    }

    fn body(&self, places: Option<Places>, faults: &mut Faults) -> Option<BlockBody> {
        let table = self.table;
        let kind = table.text("kind", faults)?;
        match kind.text {
            "choice" => {
                let field = self.field(table.text("field", faults)?, faults)?;
                Some(BlockBody::Choice(field))
            }
            "legs" => Some(BlockBody::Legs),
            "fields" | "figures" | "closing" | "checks" => {
                let checks = if kind.text == "checks" { self.checks(faults) } else { Some(Vec::new()) };
                let lines = self.lines(places, faults);
                Some(BlockBody::Lines(checks?, lines?))
            }
            "sentence" => {
                let text = words::pair(table, "text", SENTENCE_CELLS, self.scope, faults);
                let question = words::said(table, "question", QUESTION_CELLS, faults);
                let answer = self.answer(faults);
                let lines = self.lines(places, faults);
                Some(BlockBody::Sentence { text: text?, question: question?, answer: answer?, lines: lines? })
            }
            unknown => {
                let fault = kind.spot.fault(told(id::BLOCK_KIND, "kind", unknown));
                faults.add(fault.with_help(nearest::help(unknown, KINDS)));
                None
            }
        }
    }

    fn answer(&self, faults: &mut Faults) -> Option<String> {
        let Some(item) = self.table.get("answer") else {
            faults.add(self.table.spot().fault(Message::new(id::COMMIT_NO_ANSWER)));
            return None;
        };
        let text = item.text(faults)?;
        let name = self.field(text, faults)?;
        let answers =
            self.scope.fields.iter().any(|field| field.id == name && field.kind == FieldKind::Answer);
        if !answers {
            faults.add(text.spot.fault(told(id::ANSWER_KIND, "field", name)));
            return None;
        }
        Some(name)
    }

    fn checks(&self, faults: &mut Faults) -> Option<Vec<Check>> {
        let item = self.table.need("checks", faults)?;
        let read: Vec<Option<Check>> = item
            .texts(faults)
            .into_iter()
            .map(|text| {
                let known = Check::ALL.iter().find(|(name, ..)| *name == text.text);
                if known.is_none() {
                    let fault = text.spot.fault(told(id::CHECK_UNKNOWN, "check", text.text));
                    faults.add(fault.with_help(nearest::help(text.text, Check::ALL.map(|(name, ..)| name))));
                }
                let (_, check, leg) = known?;
                if let Some(leg) = leg.filter(|leg| !self.scope.kinds.contains(leg)) {
                    let message = told(id::CHECK_LEG, "check", text.text).with("kit", leg.name());
                    faults.add(text.spot.fault(message));
                    return None;
                }
                Some(*check)
            })
            .collect();
        read.into_iter().collect()
    }

    pub(super) fn field(&self, text: Text<'_>, faults: &mut Faults) -> Option<String> {
        if self.scope.fields.iter().any(|field| field.id == text.text) {
            return Some(text.text.to_owned());
        }
        if self.scope.declared.contains(text.text) {
            return None;
        }
        let known: Vec<&str> = self.scope.declared.iter().copied().collect();
        let (message, help) = head::unknown_field(text.text, &known);
        faults.add(text.spot.fault(message).with_help(help));
        None
    }
}

/// The number before a block's title.
fn number(item: Item<'_>, faults: &mut Faults) -> Option<u8> {
    let number = item.whole(faults)?;
    let digit = u8::try_from(number).ok().filter(|digit| (1..=9).contains(digit));
    if digit.is_none() {
        let message = told(crate::text::ids::pack::NUMBER_RANGE, "key", item.key);
        faults.add(item.spot.fault(message.with("min", 1_i64).with("max", 9_i64)));
    }
    digit
}

/// A column of the screen.
pub(super) fn place(table: Table<'_>, key: &str, usual: u16, faults: &mut Faults) -> u16 {
    let Some(item) = table.get(key) else { return usual };
    let Some(number) = item.whole(faults) else { return usual };
    match u16::try_from(number) {
        Ok(at) if at < SCREEN => at,
        Ok(_) | Err(_) => {
            let message = told(crate::text::ids::pack::NUMBER_RANGE, "key", key);
            let message = message.with("min", 0_i64).with("max", i64::from(SCREEN) - 1);
            faults.add(item.spot.fault(message));
            usual
        }
    }
}

impl Block {
    /// The figures and fields that it names.
    pub(in crate::flow) fn names(&self) -> Vec<String> {
        let pair = |pair: &Pair| -> Vec<String> { pair.names().into_iter().map(str::to_owned).collect() };
        let line = |line: &Line| -> Vec<String> {
            let pairs = [
                line.label.as_ref(),
                line.value.as_ref().map(|(_, pair)| pair),
                line.note.as_ref().map(|(_, pair)| pair),
            ];
            pairs.into_iter().flatten().flat_map(pair).chain(line.figure.clone()).collect()
        };
        let aside = self.aside.iter().flat_map(|(_, aside)| pair(aside));
        let body: Vec<String> = match &self.body {
            BlockBody::Lines(_, lines) => lines.iter().flat_map(line).collect(),
            BlockBody::Sentence { text, lines, .. } => {
                pair(text).into_iter().chain(lines.iter().flat_map(line)).collect()
            }
            BlockBody::Choice(_) | BlockBody::Legs => Vec::new(),
        };
        aside.chain(body).collect()
    }
}
