//! Keys and chords, as keymaps, macros and tests write them.
