//! The start screen: find, the work left today, whom to call.

use ratatui::buffer::Buffer;

use super::{
    MARKER,
    model::Cursor,
    paint::{self, Row},
    words,
};
use crate::{
    app::{Model, StartFocus},
    request::{
        find::Hit,
        work::{CallLine, StoryLine, WorkLine},
    },
    text::{Lang, Message, amount, date, ids::desk as id, ids::screen},
};

/// Columns of the 80x24 drawing.
const MARK: u16 = 1;
const TEXT: u16 = 3;
const FIELD: u16 = 6;
const HIT: [u16; 5] = [TEXT, 24, 38, 56, 63];
const STORY: [u16; 3] = [2, 5, 56];
const WORK: [u16; 4] = [TEXT, 10, 30, 48];
const CALL: [u16; 3] = [TEXT, 19, 56];
/// The first row of the hits.
const HITS_TOP: u16 = 4;
/// Hits of the 80x24 drawing, and stories while nothing is typed.
const HITS_ROWS: u16 = 4;
const STORIES_ROWS: u16 = 9;
/// A column with less room than this is left out.
const COLUMN_MIN: u16 = 6;
/// The height of the drawing; below it the hits have all there is.
const DRAWN_ROWS: u16 = 24;
const LISTS_MIN: u16 = 16;

/// Before the bank is open, with a customer named: the first row alone.
pub(super) fn opening(buffer: &mut Buffer, model: &Model) -> Cursor {
    let number = model.named.map(|customer| customer.to_string()).unwrap_or_default();
    let text = Message::new(id::OPENING_CUSTOMER).with("customer", number).say(model.lang);
    Row::at(buffer, 0).put(1, model.size.0, &text);
    None
}

/// Draws all but the last two rows.
pub(super) fn draw(buffer: &mut Buffer, model: &Model) -> Cursor {
    let height = buffer.area.height;
    top(buffer, model);
    let field = field(buffer, model);
    let stories = model.start.wanted().is_empty();
    let rows = hit_rows(height, model.start.rows(StartFocus::Hits), stories);
    let hits = hits(buffer, model, rows, stories);
    let lists = if height >= LISTS_MIN { lists(buffer, model, HITS_TOP + rows, stories) } else { None };
    match model.start.focus {
        StartFocus::Field => Some(field),
        StartFocus::Hits | StartFocus::Work | StartFocus::Calls => hits.or(lists).or(Some((FIELD, 2))),
    }
}

/// Rows for hits: as drawn, longer lists on higher screens; all of a low one.
fn hit_rows(height: u16, found: usize, stories: bool) -> u16 {
    if height < LISTS_MIN {
        return height.saturating_sub(HITS_TOP + 2);
    }
    let more = height.saturating_sub(DRAWN_ROWS) / 2;
    let fewer = DRAWN_ROWS.saturating_sub(height);
    let drawn = if stories { STORIES_ROWS } else { HITS_ROWS };
    let wanted = if stories { u16::try_from(found).unwrap_or(u16::MAX).max(HITS_ROWS) } else { u16::MAX };
    (drawn + more).saturating_sub(if stories { fewer } else { 0 }).min(wanted).max(HITS_ROWS)
}

fn top(buffer: &mut Buffer, model: &Model) {
    let lang = model.lang;
    let touchpoint = words::touchpoint(model.caller.touchpoint, lang);
    let role = words::role_of(model.caller.role, model.demo, lang);
    let operator = crate::text::safe::clip(&crate::text::safe::line(&model.caller.operator.0), 12);
    let right = format!("{touchpoint}  {role} {operator}  {}", date::clock(model.at));
    let mut row = Row::at(buffer, 0);
    let columns = row.columns();
    let from = row.right(1, columns.saturating_sub(1), &right);
    row.bold(1, from.saturating_sub(1), &words::say(id::PROGRAM, lang));
    paint::rule(buffer, 1, None);
}

/// The find field; gives the cell of its cursor.
fn field(buffer: &mut Buffer, model: &Model) -> (u16, u16) {
    let (start, lang) = (&model.start, model.lang);
    let mut row = Row::at(buffer, 2);
    let columns = row.columns();
    let told = match (start.hits(), &start.work) {
        (Some(found), _) => {
            Message::new(id::FOUND_OF).with("total", found.total).with("customers", found.customers).say(lang)
        }
        (None, Some(work)) => Message::new(id::CUSTOMERS).with("customers", work.customers).say(lang),
        (None, None) => String::new(),
    };
    let from = row.right(FIELD, columns, &told);
    let label = row.bold(1, columns, &words::say(id::FIND, lang));
    let left = (label + 2).max(FIELD);
    let right = from.saturating_sub(2).max(left + 1);
    let before = paint::width(&start.field.before());
    // a long text shows its end
    let room = right.saturating_sub(left).saturating_sub(1);
    let text = tail(start.field.text(), &start.field.before(), room);
    let focused = start.focus == StartFocus::Field;
    let end = row.put(left, right, &text);
    if focused {
        row.put(end, right, "_");
    }
    (left + before.min(room), 2)
}

/// The part of a field's text that ends at the cursor, if all of it does not fit.
pub(super) fn tail(text: &str, before: &str, room: u16) -> String {
    if paint::width(text) <= room || paint::width(before) <= room {
        return crate::text::safe::clip(text, usize::from(room));
    }
    let over = paint::width(before).saturating_sub(room);
    let letters = crate::text::safe::letters(before).skip(usize::from(over));
    letters.collect()
}

fn hits(buffer: &mut Buffer, model: &Model, rows: u16, stories: bool) -> Cursor {
    let lang = model.lang;
    let start = &model.start;
    let focused = matches!(start.focus, StartFocus::Field | StartFocus::Hits);
    let count = start.rows(StartFocus::Hits);
    let selected = if focused { start.row } else { 0 };
    let first = first_shown(selected, usize::from(rows));
    let mut cursor = None;
    for (offset, at) in (0..rows).zip(first..count) {
        let y = HITS_TOP + offset;
        let story = start.work.as_ref().and_then(|work| work.stories.get(at)).filter(|_| stories);
        if let Some(line) = story {
            story_line(&mut Row::at(buffer, y), line, lang);
        } else if let Some(hit) = start.hits().and_then(|found| found.hits.get(at)) {
            hit_line(&mut Row::at(buffer, y), hit, lang);
        }
        if focused && at == selected {
            Row::at(buffer, y).put(MARK, MARK + 1, MARKER);
            cursor = Some((MARK, y));
        }
    }
    let empty = count == 0 && start.hits().is_some();
    if empty {
        let columns = buffer.area.width;
        Row::at(buffer, HITS_TOP).put(TEXT, columns, &words::say(start.found_nobody(), lang));
    }
    cursor
}

fn hit_line(row: &mut Row<'_>, hit: &Hit, lang: Lang) {
    let columns = row.columns();
    let number = Message::new(screen::NUMBER).with("number", hit.number.as_str()).say(lang);
    let branch = hit.branch.as_ref();
    let branch = branch.map(|branch| Message::new(screen::BRANCH).with("branch", branch.as_str()).say(lang));
    let year = hit.year.map(|year| year.to_string());
    let segment = hit.segment.as_ref().map(|segment| segment.of(lang).to_owned());
    let cells = [hit.name.clone(), Some(number), branch, year, segment];
    put_columns(row, &HIT, cells.into_iter().map(Option::unwrap_or_default), columns);
}

fn story_line(row: &mut Row<'_>, story: &StoryLine, lang: Lang) {
    let columns = row.columns();
    let digit = story.digit.map(|digit| digit.to_string()).unwrap_or_default();
    let name = story.name.clone().unwrap_or_default();
    put_columns(row, &STORY, [digit, story.title.of(lang).to_owned(), name], columns);
}

/// Texts at their columns, each clipped before the next; what begins outside the row is left out.
fn put_columns(row: &mut Row<'_>, at: &[u16], texts: impl IntoIterator<Item = String>, columns: u16) {
    let ends = at.iter().skip(1).map(|next| next.saturating_sub(1)).chain([columns]);
    for ((from, to), text) in at.iter().zip(ends).zip(texts) {
        if *from > TEXT && columns.saturating_sub(*from) < COLUMN_MIN {
            break;
        }
        let to = if to >= columns.saturating_sub(1) { columns } else { to };
        row.put(*from, to, &text);
    }
}

/// The first row of the page that holds the selection: it moves only when a page is full.
pub(super) fn first_shown(selected: usize, rows: usize) -> usize {
    let rows = rows.max(1);
    selected / rows * rows
}

/// The work left and whom to call, below the hits.
fn lists(buffer: &mut Buffer, model: &Model, after_hits: u16, stories: bool) -> Cursor {
    let height = buffer.area.height;
    let lang = model.lang;
    let columns = buffer.area.width;
    let told = if stories && model.start.rows(StartFocus::Hits) > 0 { id::STORIES } else { id::FIND_BY };
    Row::at(buffer, after_hits + 1).put(TEXT, columns, &words::say(told, lang));
    let tight = after_hits + 1 > DRAWN_ROWS / 2 && height <= DRAWN_ROWS;
    let rule = after_hits + if tight { 2 } else { 3 };
    paint::rule(buffer, rule, None);
    let free = height.saturating_sub(2).saturating_sub(rule + 1);
    let (work_rows, gap) = shares(free);
    let work = Section { focus: StartFocus::Work, top: rule + 1, rows: work_rows };
    let calls_top = work.top + 1 + work_rows + gap;
    let calls_rows = height.saturating_sub(2).saturating_sub(calls_top + 1);
    let calls = Section { focus: StartFocus::Calls, top: calls_top, rows: calls_rows };
    let cursor = section(buffer, model, work);
    if free < 4 {
        return cursor;
    }
    cursor.or(section(buffer, model, calls))
}

/// Rows of the work list and the blank rows after it, of so many free rows.
fn shares(free: u16) -> (u16, u16) {
    let lines = free.saturating_sub(2);
    if lines >= 8 {
        let lines = lines - 3;
        return (lines - lines * 2 / 5, 2);
    }
    let gap = u16::from(lines >= 5);
    (lines.saturating_sub(gap).div_ceil(2), gap)
}

/// A list below the hits: the row of its title, and how many rows follow.
#[derive(Clone, Copy)]
struct Section {
    focus: StartFocus,
    top: u16,
    rows: u16,
}

fn section(buffer: &mut Buffer, model: &Model, section: Section) -> Cursor {
    let lang = model.lang;
    let Some(work) = &model.start.work else { return None };
    let is_work = section.focus == StartFocus::Work;
    let (title, count, none) =
        if is_work { (id::WORK, work.left, id::WORK_NONE) } else { (id::CALLS, work.calls, id::CALLS_NONE) };
    let mut row = Row::at(buffer, section.top);
    let columns = row.columns();
    if is_work {
        row.right(1, columns.saturating_sub(1), "g b");
    }
    let after = row.bold(1, columns, &words::say(title, lang));
    row.put(after + 2, columns, &amount::whole(i64::try_from(count).unwrap_or(i64::MAX), lang));
    let listed = model.start.rows(section.focus);
    if listed == 0 && section.rows > 0 {
        Row::at(buffer, section.top + 1).put(TEXT, columns, &words::say(none, lang));
    }
    let focused = model.start.focus == section.focus;
    let first = if focused { first_shown(model.start.row, usize::from(section.rows)) } else { 0 };
    let mut cursor = None;
    for (offset, at) in (0..section.rows).zip(first..listed) {
        let y = section.top + 1 + offset;
        let mut row = Row::at(buffer, y);
        match (is_work, work.lines.get(at), work.call.get(at)) {
            (true, Some(line), _) => work_line(&mut row, (0, columns), line, model),
            (false, _, Some(line)) => call_line(&mut row, line, lang),
            _ => {}
        }
        if focused && at == model.start.row {
            row.put(MARK, MARK + 1, MARKER);
            cursor = Some((MARK, y));
        }
    }
    cursor
}

/// A line of the work list between two columns.
pub(super) fn work_line(row: &mut Row<'_>, (left, right): (u16, u16), line: &WorkLine, model: &Model) {
    let lang = model.lang;
    let today = line.at.day() == model.at.day();
    let when = if today { date::clock(line.at) } else { date::short(line.at.day()) };
    let name = line.name.clone().unwrap_or_default();
    let at = WORK.map(|column| left + column);
    put_columns(row, &at, [when, line.kind.of(lang).to_owned(), name, line.about.of(lang).to_owned()], right);
}

fn call_line(row: &mut Row<'_>, line: &CallLine, lang: Lang) {
    let columns = row.columns();
    let say = Message::new(id::QUOTED).with("text", line.say.clone()).say(lang);
    let name = line.name.clone().unwrap_or_default();
    put_columns(row, &CALL, [name, line.why.of(lang).to_owned(), say], columns);
}
