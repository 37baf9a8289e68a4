//! `tekil show CUSTOMER`: the one screen.

use clap::Command;
use serde_json::{Value, json};

use super::{Run, aloud, offers, parse, words};
use crate::{
    domain::{CustomerNo, channel::Touchpoint},
    front::{
        bank::{Bank, unexpected},
        local::{self, Ends},
        outcome::{Exit, Failure},
        output::Output,
    },
    request::{Answer, CustomerScreen, ListKind, Listing, Request},
    text::{Lang, ids::cli as id},
    view::{self, Glyphs},
};

pub(super) const NAME: &str = "show";

/// The screen of most terminals.
pub(super) const SIZE_DEFAULT: (u16, u16) = (80, 24);

/// Lists by name.
const LISTS: [(&str, ListKind); 5] = [
    ("products", ListKind::Products),
    ("transactions", ListKind::Transactions { account: None }),
    ("errors", ListKind::Errors),
    ("complaints", ListKind::Complaints),
    ("people", ListKind::People),
];

const GLYPHS: [(&str, Glyphs); 3] =
    [("unicode", Glyphs::Unicode), ("latin5", Glyphs::Latin5), ("ascii", Glyphs::Ascii)];

pub(super) fn words(lang: Lang) -> Command {
    words::command(NAME, words::shown(id::SHAPE_CUSTOMER, lang), id::SHOW_ABOUT, lang)
        .arg(words::word("customer", words::say(id::VALUE_CUSTOMER, lang), id::WORD_CUSTOMER, lang))
        .arg(words::option("touchpoint", words::say(id::VALUE_NAME, lang), id::SHOW_TOUCHPOINT, lang))
        .arg(words::option("size", words::say(id::VALUE_SIZE, lang), id::SHOW_SIZE, lang))
        .arg(words::option("glyphs", words::say(id::VALUE_NAME, lang), id::SHOW_GLYPHS, lang))
        .arg(words::option("list", words::say(id::VALUE_NAME, lang), id::SHOW_LIST, lang))
        .arg(words::flag("plain", id::SHOW_PLAIN, lang))
}

/// How a screen is printed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    touchpoint: Touchpoint,
    size: (u16, u16),
    glyphs: Glyphs,
    plain: bool,
}

impl Look {
    /// At the call centre, 80x24.
    pub(super) const DEFAULT: Look = Look {
        touchpoint: Touchpoint::CallCenter,
        size: SIZE_DEFAULT,
        glyphs: Glyphs::Unicode,
        plain: false,
    };

    /// The same where somebody sits.
    pub(super) fn at(self, touchpoint: Touchpoint) -> Look {
        Look { touchpoint, ..self }
    }

    /// As lines.
    pub(super) const PLAIN: Look = Look { plain: true, ..Look::DEFAULT };

    /// As [`Look::DEFAULT`], with marks that a terminal of plain lines has.
    pub(super) fn of_ends(ends: &Ends) -> Look {
        let glyphs = if matches!(ends, Ends::Lines(_)) { Glyphs::Ascii } else { Look::DEFAULT.glyphs };
        Look { glyphs, ..Look::DEFAULT }
    }

    /// The screen as text.
    pub(super) fn draw(self, screen: &CustomerScreen, lang: Lang) -> String {
        if self.plain {
            return view::plain(screen, lang);
        }
        view::text_screen(screen, lang, self.size, self.glyphs)
    }

    fn of(run: &Run<'_>) -> Result<Look, Failure> {
        let given = |name| run.matches.get_one::<String>(name).map(String::as_str);
        let default = Look::of_ends(&local::ends());
        Ok(Look {
            touchpoint: default.touchpoint,
            size: given("size").map_or(Ok(default.size), parse::size)?,
            glyphs: given("glyphs")
                .map_or(Ok(default.glyphs), |name| parse::one_of("--glyphs", name, &GLYPHS))?,
            plain: run.matches.get_flag("plain"),
        })
    }
}

pub(super) fn run(run: &Run<'_>) -> Result<Exit, Failure> {
    let customer = parse::customer(parse::word(run.matches, "customer"))?;
    let look = Look::of(run)?;
    let list = run.matches.get_one::<String>("list");
    let list = list.map(|name| parse::one_of("--list", name, &LISTS)).transpose()?;
    let bank = Bank::open_filled(run.settings, run.out)?;
    let look = look.at(bank.caller().touchpoint);
    match list {
        Some(list) => print_list(&bank, run.out, (customer, list), look)?,
        None => print(&bank, run.out, customer, look)?,
    }
    bank.close()?;
    Ok(Exit::Done)
}

/// Asks for a list page by page and prints it, a row a line.
fn print_list(
    bank: &Bank,
    out: Output,
    (customer, list): (CustomerNo, ListKind),
    look: Look,
) -> Result<(), Failure> {
    let page = |from| -> Result<Box<Listing>, Failure> {
        let request = Request::List { customer, list, filter: String::new(), from };
        let Answer::Listing(page) = bank.ask(look.touchpoint, request)? else { return Err(unexpected()) };
        Ok(page)
    };
    let mut all = page(0)?;
    while all.rows.len() < all.total {
        let next = page(all.rows.len())?;
        if next.rows.is_empty() {
            break;
        }
        all.rows.extend(next.rows);
    }
    if out.json { out.document(&all) } else { out.text(&aloud::list(&all, &all.rows, out.lang)) }
}

/// Asks for the screen and prints it.
pub(super) fn print(bank: &Bank, out: Output, customer: CustomerNo, look: Look) -> Result<(), Failure> {
    let screen = ask(bank, customer, look)?;
    if out.json {
        return out.document(&document(&screen));
    }
    out.text(&look.draw(&screen, out.lang))
}

/// The screen with `offers` and `held` as `decide` writes them, and `sales` beside them.
pub(super) fn document(screen: &CustomerScreen) -> Value {
    let parts = offers::shown_parts(&screen.offers);
    let mut document = json!(screen);
    if let Value::Object(fields) = &mut document {
        fields.insert("offers".to_owned(), parts.offers);
        fields.insert("held".to_owned(), parts.held);
        fields.insert("sales".to_owned(), parts.sales);
    }
    document
}

/// Asks for the screen; the look is recorded.
pub(super) fn ask(bank: &Bank, customer: CustomerNo, look: Look) -> Result<Box<CustomerScreen>, Failure> {
    let Answer::Customer(screen) = bank.ask(look.touchpoint, Request::OpenCustomer { customer })? else {
        return Err(unexpected());
    };
    Ok(screen)
}
