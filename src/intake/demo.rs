//! The demo bank: invented people and their business, the same for the same seed.

pub mod names;
