use super::*;

/// A command line with `|` where the shorthand is read, and what it becomes.
const SHORTHAND: &str = "
    tekil | tekil
    tekil 1787 | tekil desk 1787
    tekil --json 1787 | tekil desk --json 1787
    tekil --store /a 17 --lang en | tekil desk --store /a 17 --lang en
    tekil --store 17 | tekil --store 17
    tekil --store=/a 17 | tekil desk --store=/a 17
    tekil show 17 | tekil show 17
    tekil --touchpoint branch | tekil desk --touchpoint branch
    tekil --touchpoint branch 17 | tekil desk --touchpoint branch 17
    tekil --lang en --touchpoint=branch | tekil desk --lang en --touchpoint=branch
    tekil show --touchpoint branch 17 | tekil show --touchpoint branch 17
    tekil help | tekil --help
    tekil help show | tekil show --help
    tekil 17x | tekil 17x
";

fn line(text: &str) -> Vec<OsString> {
    text.split_whitespace().map(OsString::from).collect()
}

#[test]
fn a_number_opens_the_desk_and_help_is_a_word_too() {
    for row in SHORTHAND.lines().filter(|row| row.contains('|')) {
        let (given, want) = row.split_once('|').unwrap();
        assert_eq!(shorthand(line(given)), line(want), "{row}");
    }
}

#[test]
fn the_command_line_is_sound_in_both_languages() {
    for lang in Lang::ALL {
        words::root(lang).debug_assert();
    }
}

#[test]
fn every_command_has_help_in_both_languages_without_a_gap() {
    for lang in Lang::ALL {
        for entry in COMMANDS {
            let asked = words::root(lang).try_get_matches_from(["tekil", entry.name, "--help"]).unwrap_err();
            let help = asked.render().to_string();
            assert_eq!(asked.kind(), ErrorKind::DisplayHelp);
            assert!(help.contains(entry.name) && help.contains("--store"), "{help}");
            assert!(!help.contains("Usage:") || lang == Lang::En, "{help}");
        }
    }
}

/// Names of values are of the help's language; `why` says what can be asked.
#[test]
fn no_placeholder_of_the_turkish_help_is_english() {
    let mut seen = 0;
    for entry in COMMANDS {
        let words = [entry.name, "--help"];
        let asked = words::root(Lang::Tr).try_get_matches_from(["tekil"].iter().chain(&words)).unwrap_err();
        let help = asked.render().to_string();
        for english in ["CUSTOMER", "LAYOUT", "PATH", "FILE", "DIR", "NAME", "TEXT", "MOMENT", "<ID>", "WxH"]
        {
            assert!(!help.contains(english), "{english} in {help}");
        }
        seen += usize::from(help.contains("<KLASÖR>")) + usize::from(help.contains("<MÜŞTERİ>"));
    }
    assert!(seen > COMMANDS.len(), "{seen}");
    for (lang, can) in [(Lang::Tr, "alert (uyarı)"), (Lang::En, "What can be explained: alert")] {
        let why = words::root(lang).try_get_matches_from(["tekil", "why", "--help"]).unwrap_err();
        assert!(why.render().to_string().contains(can));
    }
}

/// A wrong command line, the code of its failure, and a word of its text.
const WRONG: &str = "
    tekil imprt | unknown_command | import
    tekil --stor x | unknown_argument | --store
    tekil show | missing_word | CUSTOMER
    tekil show 1 2 | unknown_argument | 2
    tekil --now | missing_value | --now
    tekil show 1 --plain --plain | given_twice | --plain
    tekil show 1 --plain=yes | value_not_taken | --plain
    tekil pack | missing_word | check
    tekil bench | missing_word | commit
";

#[test]
fn a_wrong_line_names_the_word_and_what_would_be_right() {
    for row in WRONG.lines().filter(|row| row.contains('|')) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let error = words::root(Lang::En).try_get_matches_from(line(cells[0])).expect_err(row);
        let failure = usage::failure(&error);
        assert_eq!((failure.code, failure.exit), (cells[1], Exit::Usage), "{row}");
        for lang in Lang::ALL {
            let said: Vec<String> = std::iter::once(&failure.message)
                .chain(&failure.more.hints)
                .map(|message| message.say(lang))
                .collect();
            assert!(said.join(" ").contains(cells[2]), "{row}: {said:?}");
        }
    }
}
