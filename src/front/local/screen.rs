//! The terminal itself: raw mode, one write a frame, and always back as it was.

use std::{fs::File, io, io::Write as _, os::fd::AsFd as _};

use crate::{
    front::panics::{self, HeldBack},
    terminal::Profile,
    text::Lang,
};

/// A terminal that was taken over; dropping it gives it back, in a panic too.
pub(super) struct Screen {
    out: File,
    profile: Profile,
    held: HeldBack,
    taken: bool,
    gone: bool,
}

impl Screen {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// It has no raw mode or cannot be written.
    pub(super) fn enter(profile: Profile, lang: Lang) -> io::Result<Screen> {
        // not `Stdout`: it would cut a frame at its line ends
        let out = File::from(io::stdout().as_fd().try_clone_to_owned()?);
        let held = panics::hold_back(lang);
        let enter = profile.enter();
        let mut screen = Screen { out, profile, held, taken: false, gone: false };
        crossterm::terminal::enable_raw_mode()?;
        screen.taken = true;
        screen.write(&enter);
        Ok(screen)
    }

    /// One frame in one write. A terminal that is gone takes nothing any more.
    pub(super) fn write(&mut self, bytes: &[u8]) {
        if !bytes.is_empty() && !self.gone {
            self.gone = self.out.write_all(bytes).is_err();
        }
    }

    /// Whether it could not be written.
    pub(super) fn is_gone(&self) -> bool {
        self.gone
    }

    /// Gives it back.
    pub(super) fn leave(&mut self) {
        if std::mem::take(&mut self.taken) {
            self.write(&self.profile.leave());
            // there is nobody to tell if this fails
            let _ = crossterm::terminal::disable_raw_mode();
        }
    }

    /// Takes it over again, whatever somebody else made of it.
    pub(super) fn enter_again(&mut self) {
        // raw mode is only set anew after it was left
        let _ = crossterm::terminal::disable_raw_mode();
        self.taken = crossterm::terminal::enable_raw_mode().is_ok();
        self.write(&self.profile.enter());
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.leave();
        self.held.tell();
    }
}
