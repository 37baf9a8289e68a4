//! Which language a run speaks: `--lang`, then `TEKIL_LANG`, then `LANG`, else Turkish.

use std::ffi::{OsStr, OsString};

use super::outcome::Failure;
use crate::text::{Lang, Message, ids::cli as id};

/// The language of this run, and what is wrong with the choice if it names none of ours.
///
/// It is found before anything else is read, so even a wrong option is answered in it.
pub(super) fn choose(
    args: &[OsString],
    tekil_lang: Option<&OsStr>,
    lang: Option<&OsStr>,
) -> (Lang, Option<Failure>) {
    let inherited = lang.map_or(Lang::Tr, of_locale);
    let by_option = option(args).map(|value| ("--lang", value));
    let by_twin = || tekil_lang.filter(|value| !value.is_empty()).map(|value| ("TEKIL_LANG", value));
    match by_option.or_else(by_twin) {
        None => (inherited, None),
        Some((place, value)) => match named(value) {
            Some(lang) => (lang, None),
            None => (inherited, Some(unknown(place, value))),
        },
    }
}

/// `tr` or `en`.
fn named(value: &OsStr) -> Option<Lang> {
    match value.to_str()? {
        "tr" => Some(Lang::Tr),
        "en" => Some(Lang::En),
        _ => None,
    }
}

/// `en_US.UTF-8` is English; whatever is neither English nor Turkish is Turkish, the default.
fn of_locale(value: &OsStr) -> Lang {
    let english = value
        .to_str()
        .and_then(|value| value.split(['_', '.', '@', '-']).next())
        .is_some_and(|language| language == "en");
    if english { Lang::En } else { Lang::Tr }
}

/// The value of the last `--lang` before `--`.
fn option(args: &[OsString]) -> Option<&OsStr> {
    let mut found = None;
    let mut rest = args.iter().skip(1).take_while(|arg| *arg != "--");
    while let Some(arg) = rest.next() {
        if arg == "--lang" {
            found = rest.next().map(OsString::as_os_str).or(found);
        } else if let Some(value) = arg.to_str().and_then(|arg| arg.strip_prefix("--lang=")) {
            found = Some(OsStr::new(value));
        }
    }
    found
}

fn unknown(place: &'static str, value: &OsStr) -> Failure {
    Failure::usage(
        "bad_language",
        Message::new(id::BAD_LANGUAGE)
            .with("place", place)
            .with("value", value.to_string_lossy().into_owned()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// arguments | `TEKIL_LANG` | `LANG` | language | good or bad
    const CASES: &str = "
        | | | tr | good
        | | tr_TR.UTF-8 | tr | good
        | | en_US.UTF-8 | en | good
        | | en | en | good
        | | C.UTF-8 | tr | good
        | | de_DE | tr | good
        | en | tr_TR | en | good
        | tr | en_US | tr | good
        | fr | en_US | en | bad
        --lang en | tr | tr_TR | en | good
        --lang=en | | tr_TR | en | good
        show 1 --lang en | | tr_TR | en | good
        --lang tr --lang en | | | en | good
        --lang EN | | | tr | bad
        show -- --lang en | | tr_TR | tr | good
        --lang | | en_GB | en | good
    ";

    #[test]
    fn option_then_twin_then_locale_then_turkish() {
        let mut rows = 0;
        for row in CASES.lines().filter(|row| row.contains('|')) {
            let cells: Vec<&str> = row.split('|').map(str::trim).collect();
            let args: Vec<OsString> =
                std::iter::once("tekil").chain(cells[0].split_whitespace()).map(OsString::from).collect();
            let some = |cell: &'static str| Some(OsStr::new(cell)).filter(|cell| !cell.is_empty());
            let (lang, fault) = choose(&args, some(cells[1]), some(cells[2]));
            assert_eq!(lang, named(OsStr::new(cells[3])).unwrap(), "{row}");
            assert_eq!(fault.is_some(), cells[4] == "bad", "{row}");
            rows += 1;
        }
        assert_eq!(rows, 16);
    }
}
