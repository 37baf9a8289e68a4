//! The blocks of a flow's screen as rows.

use super::sheet::Sheet;
use crate::view::words::pieces;
use crate::{
    app::{Field, FlowPlace, Stage},
    domain::receipt::LegState,
    flow::entry::ENTRY_CHARS_MAX,
    flow::view::{
        At, BlockView, Body, Change, ChoiceTable, EntryKind, FieldView, LegView, LineView, Mark, Part,
        SentenceView, What,
    },
    text::{Lang, Said, ids::desk as id, safe},
    view::{MARKER, paint::width, start, words},
};

/// Columns of the drawings: numbers and `!` in the margin, titles after a number, marks, texts, states of legs.
const MARGIN: u16 = 1;
const NUMBERED: u16 = 4;
const MARKS: u16 = 3;
const TEXT: u16 = 6;
pub(super) const STATE: u16 = 36;
/// The question of the sentence, and cells left free at the right of its words.
const QUESTION: u16 = 43;
const SENTENCE_RIGHT: u16 = 4;
/// Cells of a narrow row that are not an amount's: margins and brackets.
const BESIDE: u16 = 10;
/// Cells of a row that say which it is: the account and its amount.
const NAMED: usize = 2;
/// Columns of the lines that a new price changed: what was and what is end before them.
const OLD_END: u16 = 48;
const NEW_END: u16 = 68;

/// What a screen's rows are made of.
pub(super) struct Draw<'a> {
    pub(super) sheet: Sheet,
    pub(super) place: &'a FlowPlace,
    pub(super) fields: Vec<FieldView>,
    pub(super) lang: Lang,
    /// The row after the last that must be read before anybody agrees.
    pub(super) must: u16,
}

impl Draw<'_> {
    /// All blocks, an empty row between two; after the first one what the last price changed and no line shows.
    pub(super) fn all(&mut self, blocks: &[BlockView]) {
        for (nth, block) in blocks.iter().enumerate() {
            self.sheet.gap();
            self.block(block);
            if tells_money(&block.body) {
                self.must = self.sheet.height();
            }
            if nth == 0 && self.place.run.commits() && !self.place.changes.is_empty() {
                self.sheet.gap();
                self.changes();
                self.must = self.sheet.height();
            }
        }
    }

    fn block(&mut self, block: &BlockView) {
        self.sheet.row();
        if let Some(number) = block.number {
            self.sheet.put(MARGIN, &number.to_string());
        }
        let title = if block.number.is_some() { NUMBERED } else { MARGIN };
        self.sheet.bold(title, block.title.of(self.lang));
        if let Some((at, aside)) = &block.aside {
            self.sheet.put(*at, aside.of(self.lang));
        }
        if block.roomy {
            self.sheet.row();
        }
        match &block.body {
            Body::Choice(table) => self.choice(table),
            Body::Lines(lines) => self.lines(lines),
            Body::Legs(legs) => legs.iter().for_each(|leg| self.leg(leg)),
            Body::Sentence(sentence) => self.sentence(sentence),
        }
    }

    fn changes(&mut self) {
        self.sheet.row();
        self.sheet.bold(MARGIN, &words::say(id::NEW_PRICE, self.lang));
        self.sheet.put_after(2, &words::say(id::NEW_PRICE_HOW, self.lang));
        for Change { label, old, new, .. } in &self.place.changes {
            self.sheet.row();
            self.sheet.put(TEXT, label.of(self.lang));
            self.sheet.put_right(OLD_END, old.of(self.lang));
            self.sheet.put_after(1, "→");
            self.sheet.put_right(NEW_END, new.of(self.lang));
        }
    }

    fn choice(&mut self, table: &ChoiceTable) {
        if self.sheet.is_drawn() {
            self.sheet.row();
            for (at, head) in &table.heads {
                self.at(*at, head.of(self.lang));
            }
        }
        for row in &table.rows {
            self.sheet.row();
            let marked = if self.sheet.is_drawn() { MARKS } else { MARGIN };
            if row.chosen {
                let at = self.sheet.put(marked, MARKER);
                self.sheet.spot(&table.field, at, 1);
            }
            let Some(why) = &row.blocked else {
                for ((at, _), cell) in table.heads.iter().zip(&row.cells) {
                    self.at(*at, cell.of(self.lang));
                }
                continue;
            };
            // which it is and why it may not be chosen; its other terms help nobody
            for ((at, _), cell) in table.heads.iter().zip(&row.cells).take(NAMED) {
                self.at(*at, cell.of(self.lang));
            }
            let why = format!("✗ {}", why.of(self.lang));
            if self.sheet.after() + 2 + width(&why) >= self.sheet.columns() {
                self.sheet.row();
                for (nth, piece) in
                    pieces(&why, self.sheet.columns().saturating_sub(TEXT + 1)).iter().enumerate()
                {
                    if nth > 0 {
                        self.sheet.row();
                    }
                    self.sheet.put(TEXT, piece);
                }
            } else {
                self.sheet.put_after(2, &why);
            }
        }
    }

    fn at(&mut self, at: At, text: &str) -> u16 {
        match at {
            At::Start(at) => self.sheet.put(at, text),
            At::End(end) => self.sheet.put_right(end, text),
            At::After(cells) => self.sheet.put_after(cells, text),
        }
    }

    pub(super) fn lines(&mut self, lines: &[LineView]) {
        for line in lines {
            self.sheet.row();
            match line.mark {
                Mark::None => {}
                Mark::Look => drop(self.sheet.put(MARGIN, "!")),
                Mark::Good => drop(self.sheet.put(MARKS, "✓")),
                Mark::Bad => drop(self.sheet.put(MARKS, "✗")),
                Mark::Unknown => drop(self.sheet.put(MARKS, "?")),
            }
            for part in &line.parts {
                match &part.what {
                    What::Value(value) => {
                        let text = self.changed(value);
                        self.at(part.at, &text);
                    }
                    What::Label(text) => {
                        let text = text.of(self.lang);
                        self.at(part.at, text);
                    }
                    What::Note(text) => {
                        let text = text.of(self.lang);
                        let gap = if let At::After(cells) = part.at { cells } else { 2 };
                        let fits = self.sheet.after() + gap + width(text) < self.sheet.columns();
                        // a remark that a long value has pushed out is left out rather than cut
                        if fits || !self.sheet.is_drawn() {
                            self.at(part.at, text);
                        }
                    }
                    What::Sign(sign) => drop(self.at(part.at, &sign.to_string())),
                    What::Field(field) => self.field(part.at, field),
                }
            }
        }
    }

    /// A value; where the last price changed it, what it was stands before it.
    fn changed(&self, value: &Said) -> String {
        let text = value.of(self.lang);
        let changed = self.place.changes.iter().find_map(|Change { old, new, .. }| {
            let (before, after) = text.split_once(new.of(self.lang))?;
            let inside = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
            let whole = !before.ends_with(inside) && !after.starts_with(inside);
            whole.then(|| format!("{before}{} → {}{after}", old.of(self.lang), new.of(self.lang)))
        });
        changed.unwrap_or_else(|| text.to_owned())
    }

    /// A field in its brackets, or bare inside a sentence; what is being typed stands in place of its value.
    fn field(&mut self, at: At, id: &str) {
        let Some(field) = self.fields.iter().find(|field| field.id == id) else { return };
        let entry = self.place.entry.as_ref().filter(|_| self.place.focus == id);
        let room = room(field, (self.place, entry), (self.lang, self.sheet.columns()));
        let (text, cursor) = filled(field, room, (self.place, entry), self.lang);
        let bare = field.bare;
        let text = if bare { text } else { format!("[ {text} ]") };
        // what is wider than drawn keeps its right end, where the currency stands
        let at = match at {
            At::Start(at) => At::Start(at.saturating_sub(room.saturating_sub(field.width.max(1)))),
            At::End(_) | At::After(_) => at,
        };
        let left = self.at(at, &text) + if bare { 0 } else { 2 };
        self.sheet.spot(id, left + cursor.min(room), room);
    }

    fn leg(&mut self, leg: &LegView) {
        let state = match leg.state {
            LegState::Waiting => leg.text.of(self.lang).to_owned(),
            LegState::Done | LegState::Refused | LegState::NotDone | LegState::Reversed => {
                format!("{}  {}", mark(leg.state), leg.text.of(self.lang))
            }
        };
        self.leg_row(leg.number, leg.name.of(self.lang), &state);
    }

    fn leg_row(&mut self, number: u8, name: &str, state: &str) {
        self.sheet.row();
        self.sheet.put(MARKS, &number.to_string());
        self.sheet.put(TEXT, name);
        self.sheet.put(STATE, state);
    }

    /// The sentence in quotes, then the question on its last row where there is room.
    fn sentence(&mut self, sentence: &SentenceView) {
        let quote = if self.sheet.is_drawn() { TEXT } else { 2 };
        let cells = self.sheet.columns().saturating_sub(quote + 1 + SENTENCE_RIGHT);
        let text = words::quoted(sentence.text.of(self.lang).trim_matches('"'));
        let words = text.strip_prefix('"').unwrap_or(&text);
        for (nth, piece) in pieces(words, cells).into_iter().enumerate() {
            self.sheet.row();
            if nth == 0 {
                self.sheet.put(quote, &format!("\"{piece}"));
            } else {
                self.sheet.put(quote + 1, &piece);
            }
        }
        let question = question(self.place, sentence, self.lang);
        if self.sheet.after() + 2 > QUESTION {
            self.sheet.row();
        }
        self.sheet.put(QUESTION, &question);
        self.field(At::After(2), &sentence.answer);
        self.sheet.put_after(1, sentence.keys.of(self.lang));
        if !sentence.lines.is_empty() {
            self.sheet.row();
            self.lines(&sentence.lines);
        }
    }
}

/// A sentence to be read out, or figures: what stands in columns.
fn tells_money(body: &Body) -> bool {
    let figure = |part: &Part| matches!(part, Part { at: At::End(_), what: What::Value(_) });
    match body {
        Body::Sentence(_) => true,
        Body::Lines(lines) => lines.iter().any(|line| line.parts.iter().any(figure)),
        Body::Choice(_) | Body::Legs(_) => false,
    }
}

/// What is asked: the customer's answer, or the second person's own.
pub(super) fn question(place: &FlowPlace, sentence: &SentenceView, lang: Lang) -> String {
    match place.stage {
        Stage::Reviewing(..) => words::say(id::REVIEW_QUESTION, lang),
        Stage::Filling | Stage::Unknown(_) | Stage::Awaiting(_) => sentence.question.of(lang).to_owned(),
    }
}

/// What a field holds: of the answer's field, the answer of who is asked here.
pub(super) fn value(field: &FieldView, place: &FlowPlace, lang: Lang) -> String {
    match (&place.stage, field.kind) {
        (Stage::Reviewing(_, Some(yes)), EntryKind::Answer) => {
            words::say(if *yes { id::ANSWER_YES } else { id::ANSWER_NO }, lang)
        }
        (Stage::Reviewing(_, None), EntryKind::Answer) => String::new(),
        // without a yes nothing is put before a second person
        (Stage::Awaiting(_), EntryKind::Answer) => words::say(id::ANSWER_YES, lang),
        _ => field.shown.of(lang).to_owned(),
    }
}

/// Cells between a field's brackets: as drawn, but an amount is never cut, neither as it stands nor while it is typed.
fn room(
    field: &FieldView,
    (place, entry): (&FlowPlace, Option<&Field>),
    (lang, columns): (Lang, u16),
) -> u16 {
    let drawn = field.width.max(1);
    if field.kind != EntryKind::Amount || field.bare {
        return drawn;
    }
    let needed = entry.map_or_else(|| width(&value(field, place, lang)), |entry| width(entry.text()) + 1);
    let most = u16::try_from(ENTRY_CHARS_MAX + 1).unwrap_or(u16::MAX);
    drawn.max(needed.min(most).min(columns.saturating_sub(BESIDE)))
}

/// What stands in a field, padded to its room, and the letters before its cursor.
fn filled(
    field: &FieldView,
    room: u16,
    (place, entry): (&FlowPlace, Option<&Field>),
    lang: Lang,
) -> (String, u16) {
    let padded = |text: &str, right| if field.bare { text.to_owned() } else { padded(text, room, right) };
    if let Some(entry) = entry {
        let inside = room.saturating_sub(1);
        let text = end_of(entry, inside) + "_";
        return (padded(&text, false), width(&entry.before()).min(inside));
    }
    let value = value(field, place, lang);
    let empty = value.is_empty();
    let asked = empty && (place.focus == field.id || field.kind == EntryKind::Answer);
    let most = if field.bare { usize::MAX } else { usize::from(room) };
    let text = if asked { "_".to_owned() } else { safe::clip(&value, most) };
    let padded = padded(&text, field.right && !asked);
    let before = u16::try_from(padded.chars().take_while(|c| *c == ' ').count()).unwrap_or_default();
    (padded, if asked { 0 } else { before })
}

/// The part of an entry around its cursor; what is left out before it is marked.
fn end_of(entry: &Field, room: u16) -> String {
    let text = start::tail(entry.text(), &entry.before(), room);
    if width(&entry.before()) <= room {
        return text;
    }
    let rest: String = safe::letters(&text).skip(1).collect();
    format!("…{rest}")
}

fn padded(text: &str, room: u16, right: bool) -> String {
    let blank = " ".repeat(usize::from(room.saturating_sub(width(text))));
    if right { blank + text } else { text.to_owned() + &blank }
}

/// How a leg ended, as a mark.
pub(super) fn mark(state: LegState) -> &'static str {
    match state {
        LegState::Waiting => " ",
        LegState::Done => "✓",
        LegState::Refused => "✗",
        LegState::NotDone => "–",
        LegState::Reversed => "↺",
    }
}
