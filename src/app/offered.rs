//! What can be pressed and chosen here: rows of the palette, lines of the help, hints.

use std::cmp::Reverse;

use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

use super::{
    model::Model,
    place::{Over, Place},
    sizes::{is_wide, offers_shown},
    start::StartFocus,
};
use crate::{
    action::{Action, Context},
    keymap::{Can, HelpRow, Hint, PaletteRow},
    request::screen::Shown,
    text::fold::fold,
};

impl Model {
    /// The rows of the open palette that fit what is typed, the best first.
    pub(crate) fn palette_rows(&self) -> Option<Vec<PaletteRow>> {
        let Some(Over::Palette(palette)) = &self.over else { return None };
        let rows = self.keymap.palette(self.contexts_below(), self.caller.role);
        let name = palette.field.text().split_whitespace().next().unwrap_or_default();
        if Action::from_name(name).is_some() && palette.field.text().trim() != name {
            // an argument is being typed: the action alone is left
            return Some(rows.into_iter().filter(|row| row.action.name() == name).collect());
        }
        let wanted = fold(palette.field.text().trim());
        if wanted.is_empty() {
            return Some(rows);
        }
        let matcher = SkimMatcherV2::default();
        let score = |row: &PaletteRow| {
            let keys = row.keys.as_deref().unwrap_or_default();
            let told = [row.action.name(), row.label.of(self.lang), keys];
            let exact = fold(keys) == wanted;
            let best = told.iter().filter_map(|text| matcher.fuzzy_match(&fold(text), &wanted)).max();
            best.map(|score| (exact, score))
        };
        let mut fitting: Vec<_> =
            rows.into_iter().filter_map(|row| score(&row).map(|score| (score, row))).collect();
        fitting.sort_by_key(|(score, _)| Reverse(*score));
        Some(fitting.into_iter().map(|(_, row)| row).collect())
    }

    /// What the keys do here, for the help.
    pub(crate) fn help_rows(&self) -> Vec<HelpRow> {
        self.keymap.help(self.contexts_below())
    }

    /// How many lines the open help has; none while it is closed.
    pub(super) fn help_lines(&self) -> usize {
        match self.over {
            Some(Over::Help { .. }) => self.help_rows().len(),
            _ => 0,
        }
    }

    /// The hints of this place. The find field has those of its screen, but for keys that are text there.
    pub(crate) fn hints(&self) -> Vec<Hint> {
        let finding = self.over.is_none() && self.place().is_none() && self.start.focus == StartFocus::Field;
        if !finding {
            return self.keymap.hints(self.contexts(), &|action| self.can(action));
        }
        let mut hints = self.keymap.hints(&[Context::Start], &|action| self.can(action));
        hints.retain(|hint| hint.keys.chars().nth(1).is_some());
        hints
    }

    /// Whether a hint would promise something.
    fn can(&self, action: Action) -> Can {
        let when = |yes| if yes { Can::Yes } else { Can::No };
        let moves = matches!(action, Action::OpenItem | Action::SelectNext | Action::SelectPrev);
        // while help is open the keys below act
        let over = self.over.as_ref().filter(|over| !matches!(over, Over::Help { .. }));
        let rows = match (over, self.place()) {
            (Some(Over::Leave), _) => return when(action != Action::FilterList && !moves),
            (Some(_), _) => return Can::Yes,
            (None, None) => self.start.rows(self.start.focus),
            (None, Some(Place::Customer(place))) => place.items(place.focus),
            (None, Some(Place::List(list))) => list.listing.rows.len(),
            (None, Some(Place::Detail(_))) => {
                return when(!matches!(action, Action::OpenItem | Action::FilterList));
            }
        };
        if moves {
            when(rows > 0)
        } else if matches!(action, Action::NextPane | Action::PrevPane) && self.place().is_none() {
            when(self.other_lists())
        } else if action == Action::TakeOffer {
            // until offers can be taken, their digits select and explain them
            Can::Digits(self.offers())
        } else {
            Can::Yes
        }
    }

    fn other_lists(&self) -> bool {
        [StartFocus::Hits, StartFocus::Work, StartFocus::Calls]
            .into_iter()
            .any(|focus| focus != self.start.focus && self.start.rows(focus) > 0)
    }

    fn offers(&self) -> u8 {
        let offers = self.customer().map(|place| &place.screen.offers);
        match offers {
            Some(Shown::Known(offers)) if !offers.closed => {
                let shown = offers.lines.len().min(offers_shown(is_wide(self.size.0)));
                u8::try_from(shown).unwrap_or(9)
            }
            _ => 0,
        }
    }
}
