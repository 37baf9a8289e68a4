//! The screens of a flow: blocks, lines, and whether all of it fits and is asked once.

use super::{Scope, head, words};
use crate::{
    flow::{
        figure::{self, FIGURES, LegKind},
        schema::{
            BLOCKS_MAX, Block, BlockBody, Check, FieldKind, Flow, LINES_MAX, Line, Places, SCREENS_MAX,
            Screen,
        },
        template::Pair,
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
const LINE_KEYS: [&str; 11] =
    ["label", "figure", "value", "fields", "note", "mark", "sign", "at", "note_at", "bare", "value_at"];
const KINDS: [&str; 7] = ["choice", "fields", "figures", "legs", "checks", "sentence", "closing"];

/// Cells of a screen.
const SCREEN: u16 = 80;
/// Where a title begins, with a number before it.
const TITLE_AT: u16 = 4;
/// Where a label begins.
const LABEL_AT: u16 = 6;
/// Cells that an amount with its currency takes.
const AMOUNT_CELLS: u16 = 18;
/// Cells of row 23.
const HINT_CELLS: usize = 78;
/// Cells of a block's title, of the question before the answer, of a sentence to read aloud.
const TITLE_CELLS: usize = 40;
const QUESTION_CELLS: usize = 26;
const SENTENCE_CELLS: usize = 400;
/// Where things stand when the file does not say.
const ASIDE_AT: u16 = 46;
const VALUE_END: u16 = 57;
const SIGN_AT: u16 = 46;

pub(super) fn read(root: Table<'_>, scope: &Scope<'_>, faults: &mut Faults) -> Option<Vec<Screen>> {
    let tables = root.tables("screen", faults);
    if let Some(fifth) = tables.get(SCREENS_MAX) {
        faults.add(fifth.spot().fault(told(id::SCREENS_MANY, "max", SCREENS_MAX)));
    }
    if tables.is_empty() {
        faults.add(root.spot().fault(Message::new(id::SCREENS_NONE)));
    }
    let last = tables.len().min(SCREENS_MAX).saturating_sub(1);
    let tables = tables.into_iter().take(SCREENS_MAX).enumerate();
    let screens: Vec<Option<Screen>> =
        tables.map(|(index, table)| screen(table, index == last, scope, faults)).collect();
    screens.into_iter().collect()
}

fn screen(table: Table<'_>, last: bool, scope: &Scope<'_>, faults: &mut Faults) -> Option<Screen> {
    table.only(&["hint", "block"], faults);
    let hint = table.get("hint").and_then(|_| words::pair(table, "hint", HINT_CELLS, scope, faults));
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
    match (last, sentence) {
        (true, None) => faults.add(table.spot().fault(Message::new(id::COMMIT_NO_ANSWER))),
        (false, Some(block)) => faults.add(block.spot().fault(Message::new(id::ANSWER_EARLY))),
        (true, Some(_)) | (false, None) => {}
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
    Some(Screen { blocks, hint, priced, commits: last })
}

struct Reader<'r> {
    table: Table<'r>,
    scope: &'r Scope<'r>,
}

impl Reader<'_> {
    fn block(&self, faults: &mut Faults) -> Option<Block> {
        let table = self.table;
        table.only(&BLOCK_KEYS, faults);
        let number = table.get("number").and_then(|item| item.whole(faults));
        let title = words::said(table, "title", TITLE_CELLS, faults);
        let aside_at = place(table, "aside_at", ASIDE_AT, faults);
        let aside_cells = usize::from(SCREEN.saturating_sub(aside_at));
        let aside = table.get("aside").map(|_| words::pair(table, "aside", aside_cells, self.scope, faults));
        if let Some(title) = &title {
            self.check_title(title, (number.is_some(), aside.is_some().then_some(aside_at)), faults);
        }
        let tight = table.get("tight").map_or(Some(false), |item| item.flag(faults));
        let places = Places {
            value_end: place(table, "value_end", VALUE_END, faults),
            sign: place(table, "sign_at", SIGN_AT, faults),
        };
        let body = self.body(places, faults);
        let aside = match aside {
            Some(pair) => Some((aside_at, pair?)),
            None => None,
        };
        let number = number.and_then(|number| u8::try_from(number).ok());
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

    fn body(&self, places: Places, faults: &mut Faults) -> Option<BlockBody> {
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

    fn lines(&self, places: Places, faults: &mut Faults) -> Option<Vec<Line>> {
        let Some(item) = self.table.get("lines") else { return Some(Vec::new()) };
        let items = item.list(faults)?;
        if items.len() > LINES_MAX {
            faults.add(item.spot.fault(told(id::LINES_MANY, "max", LINES_MAX)));
            return None;
        }
        let read: Vec<Option<Line>> = items.into_iter().map(|line| self.line(line, places, faults)).collect();
        read.into_iter().collect()
    }

    fn line(&self, item: Item<'_>, places: Places, faults: &mut Faults) -> Option<Line> {
        let table = item.table(faults)?;
        table.only(&LINE_KEYS, faults);
        let at = maybe_place(table, "at", faults);
        let value_at = maybe_place(table, "value_at", faults);
        let note_at = maybe_place(table, "note_at", faults);
        let max = label_cells(table, places, at.or(value_at));
        let label = self.pair(table, "label", max, faults);
        let value = self.pair(table, "value", room(value_at.unwrap_or(LABEL_AT)), faults);
        let note = self.pair(table, "note", room(note_at.unwrap_or(places.value_end)), faults);
        let figure = table.get("figure").map(|item| self.figure(item, faults));
        let fields = table.get("fields").map(|item| self.typed(item, faults));
        let bare = table.get("bare").map_or(Some(false), |item| item.flag(faults));
        let mark = mark(table, faults);
        let sign = sign(table, faults);
        let fields = match fields {
            Some(fields) => Some((at, fields?, bare?)),
            None => None,
        };
        Some(Line {
            look: mark? == "look",
            good: mark? == "good",
            label: flat(label)?,
            sign: sign?,
            figure: flat(figure)?,
            value: flat(value)?.map(|pair| (value_at, pair)),
            fields,
            note: flat(note)?.map(|pair| (note_at, pair)),
        })
    }

    fn pair(&self, table: Table<'_>, key: &str, max: usize, faults: &mut Faults) -> Option<Option<Pair>> {
        table.get(key).map(|_| words::pair(table, key, max, self.scope, faults))
    }

    fn figure(&self, item: Item<'_>, faults: &mut Faults) -> Option<String> {
        let text = item.text(faults)?;
        if self.scope.names.known.contains(text.text) {
            return Some(text.text.to_owned());
        }
        let given = |leg: Option<LegKind>| leg.is_none_or(|leg| self.scope.kinds.contains(&leg));
        let elsewhere = FIGURES.iter().find(|figure| figure.name == text.text).and_then(|figure| figure.leg);
        let fault = match elsewhere {
            Some(leg) => {
                let message = told(id::FIGURE_LEG, "name", text.text).with("kit", leg.name());
                text.spot.fault(message)
            }
            None => {
                let known = FIGURES.iter().filter(|figure| given(figure.leg)).map(|figure| figure.name);
                let fault = text.spot.fault(told(id::FIGURE_UNKNOWN, "name", text.text));
                fault.with_help(nearest::help(text.text, known))
            }
        };
        faults.add(fault);
        None
    }

    /// Fields to be typed: none of them may be one that the bank knows.
    fn typed(&self, item: Item<'_>, faults: &mut Faults) -> Option<Vec<String>> {
        let texts = item.texts(faults);
        let read: Vec<Option<String>> = texts
            .into_iter()
            .map(|text| {
                let name = self.field(text, faults)?;
                let field = self.scope.fields.iter().find(|field| field.id == name)?;
                if field.source.is_some() {
                    let fault = text.spot.fault(told(id::FIELD_KNOWN, "field", name));
                    faults.add(fault.with_help(Message::new(id::HELP_FIGURE)));
                    return None;
                }
                Some(name)
            })
            .collect();
        read.into_iter().collect()
    }

    fn field(&self, text: Text<'_>, faults: &mut Faults) -> Option<String> {
        if self.scope.fields.iter().any(|field| field.id == text.text) {
            return Some(text.text.to_owned());
        }
        let known: Vec<&str> = self.scope.fields.iter().map(|field| field.id.as_str()).collect();
        let (message, help) = head::unknown_field(text.text, &known);
        faults.add(text.spot.fault(message).with_help(help));
        None
    }
}

/// A key that is absent is no fault; one that could not be read is.
fn flat<T>(read: Option<Option<T>>) -> Option<Option<T>> {
    match read {
        None => Some(None),
        Some(None) => None,
        Some(some) => Some(some),
    }
}

/// Cells that a label may take before what stands right of it.
fn label_cells(table: Table<'_>, places: Places, at: Option<u16>) -> usize {
    let next = match at {
        Some(at) => at,
        None if table.get("sign").is_some() => places.sign,
        None if table.get("figure").is_some() => places.value_end.saturating_sub(AMOUNT_CELLS),
        None => SCREEN,
    };
    usize::from(next.saturating_sub(LABEL_AT + 1))
}

fn room(from: u16) -> usize {
    usize::from(SCREEN.saturating_sub(from + 1))
}

fn maybe_place(table: Table<'_>, key: &str, faults: &mut Faults) -> Option<u16> {
    table.get(key)?;
    Some(place(table, key, 0, faults))
}

/// A column of the screen.
fn place(table: Table<'_>, key: &str, usual: u16, faults: &mut Faults) -> u16 {
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

fn mark<'d>(table: Table<'d>, faults: &mut Faults) -> Option<&'d str> {
    let Some(item) = table.get("mark") else { return Some("") };
    let text = item.text(faults)?;
    if !["look", "good"].contains(&text.text) {
        let fault = text.spot.fault(told(id::MARK_UNKNOWN, "mark", text.text));
        faults.add(fault.with_help(nearest::help(text.text, ["look", "good"])));
        return None;
    }
    Some(text.text)
}

fn sign(table: Table<'_>, faults: &mut Faults) -> Option<Option<char>> {
    let Some(item) = table.get("sign") else { return Some(None) };
    let text = item.text(faults)?;
    match text.text {
        "+" | "-" | "=" => Some(text.text.chars().next()),
        other => {
            faults.add(text.spot.fault(told(id::SIGN_UNKNOWN, "sign", other)));
            None
        }
    }
}

/// Every field is asked, filled or carried; one that a figure gives already is not asked; none twice.
pub(super) fn check_shown(root: Table<'_>, flow: &Flow, faults: &mut Faults) {
    let shown: Vec<&str> = flow.screens.iter().flat_map(|screen| screen.field_ids(flow)).collect();
    for table in root.tables("field", &mut Faults::default()) {
        let item = table.get("id");
        let text = item.and_then(|item| item.text(&mut Faults::default()));
        let Some((text, field)) = text.and_then(|text| Some((text, flow.field(text.text)?))) else {
            continue;
        };
        let times = shown.iter().filter(|id| **id == field.id).count();
        let feeds = flow.legs.iter().any(|leg| leg.feed.fields().contains(&field.id.as_str()));
        let free = matches!(field.kind, FieldKind::Text(_) | FieldKind::Amount(_));
        if free && !feeds && field.source.is_none() && figure::find(&field.id).is_some() {
            let fault = text.spot.fault(told(id::FIELD_KNOWN, "field", field.id.as_str()));
            faults.add(fault.with_help(Message::new(id::HELP_FIGURE)));
        }
        if times > 1 {
            faults.add(text.spot.fault(told(id::FIELD_TWICE, "field", field.id.as_str())));
        }
        let filled = field.value.is_some() || field.source.is_some() || field.optional;
        let by_bank = matches!(field.kind, FieldKind::Source | FieldKind::Evidence);
        if times == 0 && !filled && !by_bank {
            faults.add(text.spot.fault(told(id::FIELD_UNSEEN, "field", field.id.as_str())));
        }
    }
}

impl Block {
    /// The figures and fields that it names.
    fn names(&self) -> Vec<String> {
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
