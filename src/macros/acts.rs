//! Lines that do something.

use super::{
    file::{Act, Check, Condition, EVENTS, EVIDENCE, Given, MODEL_PATHS, Then},
    line::{Line, unknown},
    token::Wrong,
};
use crate::{
    action::{Action, ArgError, ArgKind},
    pack::nearest,
    text::{Message, ids::keymap, ids::macros as id, ids::pack as shared},
};

/// The most names of one `log`.
const LOGGED_MAX: usize = 20;
/// The farthest that business time is moved on at once, in seconds.
const ADVANCE_SECONDS_MAX: u64 = 60 * 60;

/// Words that begin a line and are no action.
pub(super) const WORDS: [&str; 11] =
    ["param", "rows", "limit", "timeout", "set", "expect", "when", "pause", "log", "advance", "no"];

/// Actions that only a person may do, or that have no meaning in a macro.
const FORBIDDEN: &[Action] = &[
    Action::AnswerYes,
    Action::AnswerNo,
    Action::ApproveRequest,
    Action::ReturnRequest,
    Action::AnswerRight,
    Action::AnswerWrong,
    Action::SendAppPush,
    Action::RevealField,
    Action::CopyField,
    Action::MacroMenu,
    Action::RecordMacro,
    Action::PlayMacro,
    Action::RepeatMacro,
    Action::StopMacro,
    Action::LockScreen,
    Action::SuspendSession,
];

/// The step that a line is, by its first word.
pub(super) fn act(line: &mut Line, first: &str, column: usize) -> Result<Act, Wrong> {
    let act = match first {
        "set" => set(line)?,
        "expect" => Act::Expect(check(line)?),
        "when" => when(line)?,
        "pause" => Act::Pause(line.text(id::WANTED_WHY)?),
        "log" => Act::Log(names(line)?),
        "advance" => Act::Advance(advance(line)?),
        name => action(line, name, column)?,
    };
    line.end()?;
    Ok(act)
}

fn action(line: &mut Line, name: &str, column: usize) -> Result<Act, Wrong> {
    let Some(action) = Action::from_name(name) else {
        let message = Message::new(shared::ACTION_UNKNOWN).with("action", name);
        let help = nearest::nearest(name, Action::names().chain(WORDS));
        let help = match help {
            Some(near) => Message::new(shared::HELP_NEAREST).with("name", near),
            None => Message::new(keymap::HELP_ACTIONS),
        };
        return Err(Wrong::at(column, message).with_help(help));
    };
    if action == Action::SetField {
        let message = Message::new(id::SET_FORM);
        return Err(Wrong::at(column, message));
    }
    if FORBIDDEN.contains(&action) {
        let message = Message::new(id::ACTION_FORBIDDEN).with("action", action.name());
        let yes = matches!(action, Action::AnswerYes | Action::AnswerNo);
        return Err(Wrong::at(column, message).with_help(yes.then(|| Message::new(id::HELP_EVIDENCE))));
    }
    if !action.is_built() {
        return Err(Wrong::at(column, Message::new(id::ACTION_LATER).with("action", action.name())));
    }
    let at = line.column();
    let given = line.given().ok();
    if let Some(Given::Literal(written)) = &given {
        read(action, Some(written), at)?;
    } else if given.is_none() {
        read(action, None, at)?;
    } else if action.arg() == ArgKind::None {
        return Err(argument(action, ArgError::NotTaken, at));
    }
    Ok(Act::Do(action, given))
}

fn read(action: Action, written: Option<&str>, column: usize) -> Result<(), Wrong> {
    action.arg().read(written).map(|_| ()).map_err(|error| argument(action, error, column))
}

fn argument(action: Action, error: ArgError, column: usize) -> Wrong {
    let what = match error {
        ArgError::Missing => keymap::COMMAND_ARG_MISSING,
        ArgError::NotTaken => keymap::ARG_NOT_TAKEN,
        ArgError::Kind => keymap::COMMAND_ARG_KIND,
    };
    let help = match action.arg() {
        ArgKind::None => None,
        ArgKind::MaybeDigit => Some(keymap::WANTED_DIGIT),
        ArgKind::Letter => Some(keymap::WANTED_LETTER),
        ArgKind::Flow => Some(keymap::WANTED_FLOW),
        ArgKind::MaybeLanguage => Some(keymap::WANTED_LANGUAGE),
        ArgKind::Text | ArgKind::MaybeText => Some(keymap::WANTED_TEXT),
    };
    Wrong::at(column, Message::new(what).with("action", action.name())).with_help(help.map(Message::new))
}

fn set(line: &mut Line) -> Result<Act, Wrong> {
    let field = if line.takes(EVIDENCE) {
        EVIDENCE.to_owned()
    } else if line.takes("field") {
        line.word(id::WANTED_FIELD)?.0
    } else {
        return Err(line.unexpected(id::WANTED_SET));
    };
    line.sign("=", id::WANTED_EQUALS)?;
    Ok(Act::Set(field, line.given()?))
}

fn when(line: &mut Line) -> Result<Act, Wrong> {
    let check = check(line)?;
    line.sign(":", id::WANTED_THEN_COLON)?;
    let then = if line.takes("stop") {
        Then::Stop
    } else if line.takes("skip") {
        let column = line.column();
        let (word, _) = line.word(id::WANTED_THEN)?;
        if word != "row" {
            return Err(unknown(column, &word, ["row"]));
        }
        Then::SkipRow
    } else {
        return Err(line.unexpected(id::WANTED_THEN));
    };
    Ok(Act::When(check, then, line.text(id::WANTED_WHY)?))
}

/// What `expect` and `when` look at.
fn check(line: &mut Line) -> Result<Check, Wrong> {
    const WHAT: [(&str, u8); 6] =
        [("model", 0), ("field", 1), ("screen", 2), ("alert", 3), ("event", 4), ("text", 5)];
    let negated = line.takes("no");
    let what = match line.one_of(&WHAT, id::WANTED_CHECK)? {
        0 => {
            let path = known(line, id::WANTED_PATH, &MODEL_PATHS)?;
            Condition::Model(path, line.compare()?, line.given()?)
        }
        1 => Condition::Field(line.word(id::WANTED_FIELD)?.0, line.compare()?, line.given()?),
        2 => Condition::Screen(line.word(id::WANTED_SCREEN)?.0),
        3 => alert(line)?,
        4 => Condition::Event(known(line, id::WANTED_EVENT, &EVENTS)?),
        _ => {
            let label = line.text(id::WANTED_LABEL)?;
            line.sign("~", id::WANTED_TILDE)?;
            Condition::Text(label, line.regex()?)
        }
    };
    let within_ms = if line.takes("within") { Some(line.duration()?) } else { None };
    Ok(Check { negated, what, within_ms })
}

fn known(line: &mut Line, wanted: crate::text::MessageId, names: &[&str]) -> Result<String, Wrong> {
    let (word, column) = line.word(wanted)?;
    if names.contains(&word.as_str()) {
        return Ok(word);
    }
    Err(unknown(column, &word, names.iter().copied()))
}

fn alert(line: &mut Line) -> Result<Condition, Wrong> {
    let (mut severity, mut code) = (None, None);
    loop {
        if severity.is_none() && line.takes("severity") {
            let at = line.column();
            let mark = line.text(id::WANTED_SEVERITY)?;
            if !["!!", "!", "?", "-"].contains(&mark.as_str()) {
                return Err(unknown(at, &mark, ["!!", "!", "?", "-"]));
            }
            severity = Some(mark);
        } else if code.is_none() && line.takes("code") {
            code = Some(line.text(id::WANTED_CODE)?);
        } else if severity.is_some() || code.is_some() {
            return Ok(Condition::Alert { severity, code });
        } else {
            return Err(line.unexpected(id::WANTED_ALERT));
        }
    }
}

fn names(line: &mut Line) -> Result<Vec<String>, Wrong> {
    let mut found = Vec::new();
    loop {
        let (name, column) = line.word(id::WANTED_LOG)?;
        if found.len() == LOGGED_MAX {
            return Err(Wrong::at(column, Message::new(id::LOG_LONG).with("max", LOGGED_MAX)));
        }
        found.push(name);
        if !line.takes_sign(",") {
            return Ok(found);
        }
    }
}

fn advance(line: &mut Line) -> Result<u32, Wrong> {
    let column = line.column();
    let seconds = line.duration()?.div_ceil(1_000);
    let fits = u32::try_from(seconds).ok().filter(|_| seconds <= ADVANCE_SECONDS_MAX);
    fits.ok_or_else(|| Wrong::at(column, Message::new(id::ADVANCE_FAR).with("max", ADVANCE_SECONDS_MAX)))
}
