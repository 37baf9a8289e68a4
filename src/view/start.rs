//! The start screen: find, the work left today, whom to call.

use std::ops::Range;

use ratatui::buffer::Buffer;

use super::{
    MARKER, columns,
    model::{Cursor, keys_in},
    paint::{self, Row},
    words,
};
use crate::{
    action::{Action, Context},
    app::{Model, StartFocus},
    request::{
        find::Hit,
        work::{CallLine, StoryLine, WorkLine},
    },
    text::{Lang, Message, amount, date, ids::desk as id, ids::screen, safe},
};

/// Columns of the 80x24 drawing.
const MARK: u16 = 1;
const TEXT: u16 = 3;
const FIELD: u16 = 6;
const HIT: [u16; 5] = [TEXT, 24, 38, 56, 63];
const STORY: [u16; 3] = [2, 5, 56];
const WORK: [u16; 4] = [TEXT, 10, 30, 48];
const CALL: [u16; 3] = [TEXT, 19, 56];
/// Cells that the field keeps beside how many were found.
const TYPED_LEAST: u16 = 12;
/// The row of the field, and the first row of the hits.
const FIELD_ROW: u16 = 2;
const HITS_TOP: u16 = 4;
/// Below this height the rows above the field and around it go to the hits.
const ROWS_ABOVE_MIN: u16 = 8;
/// Hits of the 80x24 drawing, and stories while nothing is typed.
const HITS_ROWS: u16 = 4;
const STORIES_ROWS: u16 = 9;
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
    let (field_row, first) = rows_above(height);
    if field_row > 0 {
        top(buffer, model);
    }
    if field_row > 1 {
        paint::rule(buffer, 1, None);
    }
    let field = field(buffer, model, field_row);
    let stories = model.start.wanted().is_empty();
    let rows = hit_rows((height, first), model.start.rows(StartFocus::Hits), stories);
    let hits = hits(buffer, model, first..first + rows, stories);
    let lists = if height >= LISTS_MIN { lists(buffer, model, first + rows, stories) } else { None };
    match model.start.focus {
        StartFocus::Field => Some(field),
        StartFocus::Hits | StartFocus::Work | StartFocus::Calls => {
            hits.or(lists).or(Some((FIELD, field_row)))
        }
    }
}

/// The row of the field and the first of the hits: as drawn; on a low screen so far up that one hit has a row above
/// the last two.
fn rows_above(height: u16) -> (u16, u16) {
    match height {
        ROWS_ABOVE_MIN.. => (FIELD_ROW, HITS_TOP),
        5.. => (1, 2),
        _ => (0, 1),
    }
}

/// What the start has to tell: why there are no lists; else what was left half done.
pub(super) fn told(model: &Model) -> Option<String> {
    if let Some(message) = &model.start.without {
        return Some(message.say(model.lang));
    }
    let mut lines = model.start.work.iter().flat_map(|work| &work.lines);
    let (line, (step, steps)) = lines.find_map(|line| Some((line, line.step?)))?;
    let name = line.name.clone().unwrap_or_else(|| line.customer.to_string());
    let keys = [Action::NextPane, Action::OpenItem].map(|action| keys_in(model, Context::Start, action));
    let left = Message::new(id::DRAFT_LEFT)
        .with("name", name.as_str())
        .with("flow", line.about.clone())
        .with("step", i64::from(step))
        .with("steps", i64::from(steps))
        .say(model.lang);
    let how = Message::new(id::DRAFT_LEFT_KEYS).with("keys", keys.join(", ")).say(model.lang);
    let long = format!("{left} {how}");
    let short = Message::new(id::DRAFT_LEFT_SHORT)
        .with("name", name)
        .with("step", i64::from(step))
        .with("steps", i64::from(steps))
        .say(model.lang);
    // the rows above are the lists': what does not fit into one row is said shorter
    let fits = |text: &String| safe::cells(text) < usize::from(model.size.0);
    let clipped = safe::clip(&short, usize::from(model.size.0.saturating_sub(2)));
    Some([long, left].into_iter().find(fits).unwrap_or(clipped))
}

/// Rows for hits: as drawn, longer lists on higher screens; all of a low one.
fn hit_rows((height, first): (u16, u16), found: usize, stories: bool) -> u16 {
    if height < LISTS_MIN {
        return height.saturating_sub(first + 2);
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
    let operator = safe::clip(&safe::line(&model.caller.operator.0), 12);
    let right = format!("{touchpoint}  {role} {operator}  {}", date::clock(model.at));
    let mut row = Row::at(buffer, 0);
    let columns = row.columns();
    let from = row.right(1, columns.saturating_sub(1), &right);
    row.bold(1, from.saturating_sub(1), &words::say(id::PROGRAM, lang));
}

/// The find field; gives the cell of its cursor.
fn field(buffer: &mut Buffer, model: &Model, y: u16) -> (u16, u16) {
    let (start, lang) = (&model.start, model.lang);
    let mut row = Row::at(buffer, y);
    let columns = row.columns();
    let told = match (start.hits(), &start.work) {
        (Some(found), _) => {
            Message::new(id::FOUND_OF).with("total", found.total).with("customers", found.customers).say(lang)
        }
        (None, Some(work)) => Message::new(id::CUSTOMERS).with("customers", work.customers).say(lang),
        (None, None) => String::new(),
    };
    let label = row.bold(1, columns, &words::say(id::FIND, lang));
    let left = (label + 2).max(FIELD);
    // what is typed comes before how many there are
    let told = if left + TYPED_LEAST + paint::width(&told) <= columns { told } else { String::new() };
    let from = row.right(left, columns, &told);
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
    (left + before.min(room), y)
}

/// The part of a field's text that ends at the cursor, if all of it does not fit.
pub(super) fn tail(text: &str, before: &str, room: u16) -> String {
    if paint::width(text) <= room || paint::width(before) <= room {
        return safe::clip(text, usize::from(room));
    }
    let over = paint::width(before).saturating_sub(room);
    let letters = safe::letters(before).skip(usize::from(over));
    letters.collect()
}

fn hits(buffer: &mut Buffer, model: &Model, places: Range<u16>, stories: bool) -> Cursor {
    let lang = model.lang;
    let start = &model.start;
    let focused = matches!(start.focus, StartFocus::Field | StartFocus::Hits);
    let count = start.rows(StartFocus::Hits);
    let selected = if focused { start.row } else { 0 };
    let first = first_shown(selected, places.len(), count);
    let top = places.start;
    let told = start.work.as_ref().filter(|_| stories).map_or(&[][..], |work| &work.stories);
    let found = start.hits().map_or(&[][..], |found| &found.hits);
    let width = buffer.area.width;
    let story_at = columns::stretched(&STORY, told.iter().map(|line| story_cells(line, lang)), width);
    let hit_at = columns::stretched(&HIT, found.iter().map(|hit| hit_cells(hit, (width, lang))), width);
    let mut cursor = None;
    for (y, at) in places.zip(first..count) {
        if let Some(line) = told.get(at) {
            columns::put(&mut Row::at(buffer, y), &story_at, &story_cells(line, lang), width);
        } else if let Some(hit) = found.get(at) {
            columns::put(&mut Row::at(buffer, y), &hit_at, &hit_cells(hit, (width, lang)), width);
        }
        if focused && at == selected {
            Row::at(buffer, y).put(MARK, MARK + 1, MARKER);
            cursor = Some((MARK, y));
        }
    }
    let empty = count == 0 && start.hits().is_some();
    if empty {
        Row::at(buffer, top).put(TEXT, width, &words::say(start.found_nobody(), lang));
    }
    cursor
}

/// The last column tells what else than name or number fits, and the segment where there is room for both.
fn hit_cells(hit: &Hit, (columns, lang): (u16, Lang)) -> [String; 5] {
    let number = Message::new(screen::NUMBER).with("number", hit.number.as_str()).say(lang);
    let branch = hit.branch.as_ref();
    let branch = branch.map(|branch| Message::new(screen::BRANCH).with("branch", branch.as_str()).say(lang));
    let year = hit.year.map(|year| year.to_string());
    let segment = hit.segment.as_ref().map(|segment| segment.of(lang).to_owned());
    let segment = match (words::matched(hit.matched_on, lang), segment) {
        (Some(matched), Some(segment)) => {
            let both = format!("{matched} · {segment}");
            let [.., last] = HIT;
            Some(if last + paint::width(&both) <= columns { both } else { matched })
        }
        (matched, segment) => matched.or(segment),
    };
    [hit.name.clone(), Some(number), branch, year, segment].map(Option::unwrap_or_default)
}

fn story_cells(story: &StoryLine, lang: Lang) -> [String; 3] {
    let digit = story.digit.map(|digit| digit.to_string()).unwrap_or_default();
    [digit, story.title.of(lang).to_owned(), story.name.clone().unwrap_or_default()]
}

/// The first row of the page that holds the selection: it moves only when a page is full, and the last page is one.
pub(super) fn first_shown(selected: usize, rows: usize, count: usize) -> usize {
    let rows = rows.max(1);
    (selected / rows * rows).min(count.saturating_sub(rows))
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
    let listed = [StartFocus::Work, StartFocus::Calls].map(|list| model.start.rows(list));
    let (work_rows, gap) = shares(free, listed);
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

/// Rows of the work list and the blank rows after it, of so many free rows; what the calls do not need is the work's.
fn shares(free: u16, [work, calls]: [usize; 2]) -> (u16, u16) {
    let lines = free.saturating_sub(2);
    // blank rows in all, those between the two, rows of the work
    let (blank, gap, rows) = match lines {
        8.. => (3, 2, (lines - 3) - (lines - 3) * 2 / 5),
        5.. => (1, 1, (lines - 1).div_ceil(2)),
        _ => (0, 0, lines.div_ceil(2)),
    };
    let of = |count: usize| u16::try_from(count).unwrap_or(u16::MAX).max(1);
    let spare = lines.saturating_sub(blank + rows).saturating_sub(of(calls));
    (rows + spare.min(of(work).saturating_sub(rows)), gap)
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
        row.right(1, columns.saturating_sub(1), &keys_in(model, Context::Start, Action::ShowWork));
    }
    let after = row.bold(1, columns, &words::say(title, lang));
    let after = row.put(after + 2, columns, &amount::whole(i64::try_from(count).unwrap_or(i64::MAX), lang));
    let listed = model.start.rows(section.focus);
    let hidden = count.max(listed).saturating_sub(listed.min(usize::from(section.rows)));
    if hidden > 0 {
        row.put(after + 2, columns, &words::count(screen::MORE, hidden, lang));
    }
    if listed == 0 && section.rows > 0 {
        Row::at(buffer, section.top + 1).put(TEXT, columns, &words::say(none, lang));
    }
    let focused = model.start.focus == section.focus;
    let first = if focused { first_shown(model.start.row, usize::from(section.rows), listed) } else { 0 };
    let rows = section.top + 1..section.top + 1 + section.rows;
    if is_work {
        work_lines(buffer, (0, columns), rows.clone(), (work.lines.get(first..).unwrap_or_default(), model));
    } else {
        let at = columns::stretched(&CALL, work.call.iter().map(|line| call_cells(line, lang)), columns);
        for (y, line) in rows.clone().zip(work.call.iter().skip(first)) {
            columns::put(&mut Row::at(buffer, y), &at, &call_cells(line, lang), columns);
        }
    }
    let y = rows.zip(first..listed).find(|(_, at)| focused && *at == model.start.row).map(|(y, _)| y)?;
    Row::at(buffer, y).put(MARK, MARK + 1, MARKER);
    Some((MARK, y))
}

/// Lines of the work list, the first at row `top`, between two columns of the screen.
pub(super) fn work_lines(
    buffer: &mut Buffer,
    (left, right): (u16, u16),
    rows: Range<u16>,
    (lines, model): (&[WorkLine], &Model),
) {
    let at = columns::stretched(&WORK, lines.iter().map(|line| work_cells(line, model)), right - left);
    for (y, line) in rows.zip(lines) {
        let at = at.map(|column| left + column);
        columns::put(&mut Row::at(buffer, y), &at, &work_cells(line, model), right);
    }
}

fn work_cells(line: &WorkLine, model: &Model) -> [String; 4] {
    let lang = model.lang;
    let today = line.at.day() == model.at.day();
    let when = if today { date::clock(line.at) } else { date::short(line.at.day()) };
    let name = line.name.clone().unwrap_or_default();
    [when, line.kind.of(lang).to_owned(), name, line.about.of(lang).to_owned()]
}

fn call_cells(line: &CallLine, lang: Lang) -> [String; 3] {
    let say = Message::new(id::QUOTED).with("text", line.say.clone()).say(lang);
    [line.name.clone().unwrap_or_default(), line.why.of(lang).to_owned(), say]
}
