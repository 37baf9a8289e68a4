//! The keys of a flow's screen: the ways on and out stand there however narrow it is.

use ratatui::buffer::Buffer;

use crate::{
    action::Action,
    app::{FlowPlace, Model},
    keymap::{self, Hint, HintsStyle},
    text::safe,
    view::model::line,
};

/// What may never be dropped: what is to be done now, one screen back, giving up.
const NEEDED_RANK: u8 = 2;

/// Draws the last row.
pub(super) fn draw(buffer: &mut Buffer, model: &Model, place: &FlowPlace, unread: bool) {
    let columns = usize::from(buffer.area.width.saturating_sub(1));
    let text = row(model, place, unread, columns);
    line(buffer, buffer.area.height.saturating_sub(1), &text);
}

fn row(model: &Model, place: &FlowPlace, unread: bool, columns: usize) -> String {
    let style = model.keymap.options().hints_style;
    let written = |hints: &[Hint], columns| keymap::row(hints, style, model.lang, columns);
    let mut hints = model.flow_hints(place, unread);
    let all = written(&hints, usize::MAX);
    if safe::cells(&all) <= columns {
        return all;
    }
    // as drawn, help gives way where it alone does not fit
    let but_help: Vec<Hint> = hints.iter().filter(|hint| hint.action != Action::ShowHelp).cloned().collect();
    let whole = written(&but_help, usize::MAX);
    if safe::cells(&whole) <= columns {
        return whole;
    }
    let rank = |hint: &Hint| model.flow_rank(place, hint.action);
    hints.sort_by_key(rank);
    let needed = |hint: &&Hint| rank(hint) <= NEEDED_RANK;
    let helped = |hint: &&Hint| needed(hint) || hint.action == Action::ShowHelp;
    let with_help: Vec<Hint> = hints.iter().filter(helped).cloned().collect();
    if safe::cells(&written(&with_help, usize::MAX)) > columns {
        hints.retain(|hint| hint.action != Action::ShowHelp);
    }
    let needed: Vec<Hint> = hints.iter().filter(needed).cloned().collect();
    let wide = written(&needed, usize::MAX);
    if safe::cells(&wide) > columns && style == HintsStyle::Plain {
        return safe::clip(&wide.replace("  ", " "), columns);
    }
    written(&hints, columns)
}
