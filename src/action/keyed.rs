//! Keys named in sentences: what a flow says of a key holds in every keymap.

use super::Action;
use crate::text::{Lang, Message, Said};

/// What stands before an action's name, and after it.
const OPENS: &str = "{key:";
const CLOSES: char = '}';

impl Action {
    /// Stands for the action's keys in a sentence, until [`keyed`] or [`unkeyed`] puts words there.
    #[must_use]
    pub fn mark(self) -> String {
        format!("{OPENS}{}{CLOSES}", self.name())
    }
}

/// A sentence with the keys of the actions that it names.
#[must_use]
pub fn keyed(said: &Said, keys: impl Fn(Action, Lang) -> String) -> Said {
    let fill = |lang| {
        let (mut filled, mut rest) = (String::new(), said.of(lang));
        while let Some((before, after)) = rest.split_once(OPENS) {
            filled.push_str(before);
            let named = after.split_once(CLOSES);
            let named = named.and_then(|(name, left)| Some((Action::from_name(name)?, left)));
            if let Some((action, left)) = named {
                filled.push_str(&keys(action, lang));
                rest = left;
            } else {
                filled.push_str(OPENS);
                rest = after;
            }
        }
        filled + rest
    };
    Said { tr: fill(Lang::Tr), en: fill(Lang::En) }
}

/// A sentence for where no keys are pressed: the actions in words.
#[must_use]
pub fn unkeyed(said: &Said) -> Said {
    keyed(said, |action, lang| format!("“{}”", Message::new(action.short()).say(lang)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_becomes_the_keys_and_nothing_else_does() {
        // written, with keys
        let cases = [
            ("press {key:go-back}.", "press <go-back>."),
            ("{key:go-back}{key:reprice}", "<go-back><reprice>"),
            ("{key:no-such} {key:go-back}", "{key:no-such} <go-back>"),
            ("{key:go-back", "{key:go-back"),
            ("{back} {key:}", "{back} {key:}"),
            ("", ""),
        ];
        for (written, wanted) in cases {
            let said = Said { tr: written.to_owned(), en: written.to_owned() };
            let found = keyed(&said, |action, _| format!("<{}>", action.name()));
            assert_eq!((found.tr.as_str(), found.en.as_str()), (wanted, wanted));
        }
        for action in Action::ALL {
            let said = Said { tr: action.mark(), en: action.mark() };
            let words = unkeyed(&said);
            assert!(!words.tr.contains('{') && !words.en.contains('{'), "{words:?}");
        }
    }
}
