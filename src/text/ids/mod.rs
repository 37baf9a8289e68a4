//! Typed message ids, one list an area; the catalogues beside hold their words.

use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use serde::{Deserialize, Serialize};

use super::{Arg, Lang, Message, amount, date, safe};

/// Declares the ids of one area and the list of them that the catalogue test walks.
macro_rules! ids {
    ($($name:ident = $text:literal;)*) => {
        $(#[doc = concat!("The message `", $text, "`.")]
        pub const $name: $crate::text::MessageId = $crate::text::ids::id($text);)*
        #[cfg(test)]
        pub(super) const ALL: &[$crate::text::MessageId] = &[$($name),*];
    };
}

pub mod action;
pub mod cli;
pub mod demo;
pub mod desk;
pub mod domain;
pub mod find;
pub mod flow;
pub mod import;
pub mod intake;
pub mod keymap;
pub mod list;
pub mod macros;
pub mod offer;
pub mod pack;
pub mod saga;
pub mod screen;
pub mod store;
pub mod verify;

/// A message of the catalogues, by its key there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MessageId(std::borrow::Cow<'static, str>);

const fn id(text: &'static str) -> MessageId {
    MessageId(std::borrow::Cow::Borrowed(text))
}

impl MessageId {
    /// The key in the catalogues.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.0
    }
}

/// One parsed catalogue a language; read-only after the first use.
static CATALOGUES: LazyLock<[FluentBundle<FluentResource>; 2]> =
    LazyLock::new(|| [catalogue(Lang::Tr, TURKISH), catalogue(Lang::En, ENGLISH)]);

const TURKISH: &[&str] = &[
    include_str!("../catalogue/tr/action.ftl"),
    include_str!("../catalogue/tr/cli.ftl"),
    include_str!("../catalogue/tr/demo.ftl"),
    include_str!("../catalogue/tr/desk.ftl"),
    include_str!("../catalogue/tr/domain.ftl"),
    include_str!("../catalogue/tr/find.ftl"),
    include_str!("../catalogue/tr/flow.ftl"),
    include_str!("../catalogue/tr/import.ftl"),
    include_str!("../catalogue/tr/intake.ftl"),
    include_str!("../catalogue/tr/keymap.ftl"),
    include_str!("../catalogue/tr/list.ftl"),
    include_str!("../catalogue/tr/macro.ftl"),
    include_str!("../catalogue/tr/offer.ftl"),
    include_str!("../catalogue/tr/pack.ftl"),
    include_str!("../catalogue/tr/saga.ftl"),
    include_str!("../catalogue/tr/screen.ftl"),
    include_str!("../catalogue/tr/store.ftl"),
    include_str!("../catalogue/tr/verify.ftl"),
];
const ENGLISH: &[&str] = &[
    include_str!("../catalogue/en/action.ftl"),
    include_str!("../catalogue/en/cli.ftl"),
    include_str!("../catalogue/en/demo.ftl"),
    include_str!("../catalogue/en/desk.ftl"),
    include_str!("../catalogue/en/domain.ftl"),
    include_str!("../catalogue/en/find.ftl"),
    include_str!("../catalogue/en/flow.ftl"),
    include_str!("../catalogue/en/import.ftl"),
    include_str!("../catalogue/en/intake.ftl"),
    include_str!("../catalogue/en/keymap.ftl"),
    include_str!("../catalogue/en/list.ftl"),
    include_str!("../catalogue/en/macro.ftl"),
    include_str!("../catalogue/en/offer.ftl"),
    include_str!("../catalogue/en/pack.ftl"),
    include_str!("../catalogue/en/saga.ftl"),
    include_str!("../catalogue/en/screen.ftl"),
    include_str!("../catalogue/en/store.ftl"),
    include_str!("../catalogue/en/verify.ftl"),
];

/// A file with a fault leaves out the faulty entry; the catalogue test finds it.
fn catalogue(lang: Lang, files: &[&str]) -> FluentBundle<FluentResource> {
    let language = match lang {
        Lang::Tr => "tr",
        Lang::En => "en",
    };
    let mut bundle = FluentBundle::new_concurrent(language.parse().into_iter().collect());
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::Tr => |value, _| grouped(value, Lang::Tr),
        Lang::En => |value, _| grouped(value, Lang::En),
    }));
    for file in files {
        let resource = match FluentResource::try_new((*file).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// Words a message. An unknown id shows its key, so a gap is seen and nothing is hidden.
pub(super) fn word(message: &Message, lang: Lang) -> String {
    let [turkish, english] = &*CATALOGUES;
    let bundle = match lang {
        Lang::Tr => turkish,
        Lang::En => english,
    };
    word_in(bundle, message, lang)
}

fn word_in(bundle: &FluentBundle<FluentResource>, message: &Message, lang: Lang) -> String {
    let Some(pattern) = bundle.get_message(message.id.key()).and_then(|found| found.value()) else {
        return safe::line(message.id.key());
    };
    // a placeholder without its argument is shown by its name; the catalogue test keeps the two together
    let mut errors = Vec::new();
    bundle.format_pattern(pattern, Some(&arguments(message, lang)), &mut errors).into_owned()
}

fn arguments(message: &Message, lang: Lang) -> FluentArgs<'_> {
    let mut args = FluentArgs::new();
    for (name, arg) in &message.args {
        args.set(name.as_str(), value(arg, lang));
    }
    args
}

/// A count stays a number, so a sentence may choose its plural; its digits are grouped by the language.
fn value(arg: &Arg, lang: Lang) -> FluentValue<'static> {
    if let Arg::Number(number) = arg
        && number.unsigned_abs() < EXACT_BELOW
    {
        return FluentValue::from(*number);
    }
    FluentValue::from(plain(arg, lang))
}

/// Fluent keeps numbers as doubles, which are exact below 2^53; larger ones go as text.
const EXACT_BELOW: u64 = 1 << 53;

/// Words a number inside a sentence.
fn grouped(value: &FluentValue<'_>, lang: Lang) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let number = number.as_string().parse().ok()?;
    Some(amount::whole(number, lang))
}

fn plain(arg: &Arg, lang: Lang) -> String {
    match arg {
        Arg::Text(text) => safe::line(text),
        Arg::Number(number) => amount::whole(*number, lang),
        Arg::Money(money) => amount::with_currency(*money, lang),
        Arg::Day(day) => date::long(*day),
        Arg::Moment(moment) => date::moment(*moment),
        Arg::Said(said) => safe::line(said.of(lang)),
    }
}

#[cfg(test)]
mod tests;
