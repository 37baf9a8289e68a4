//! What people and scripts do with the program, from outside: the real binary on stores of its own.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a journey that goes wrong stops loudly"
)]

mod bad_files;
mod berka;
mod broken_warehouse;
mod cut_off;
mod damage;
mod demo_bank;
mod desk;
mod desk_early;
mod desk_flows;
mod desk_people;
mod find;
mod first_minute;
mod flows;
mod hands;
mod hostile_names;
mod imports;
mod keymaps;
mod macros;
mod offers;
mod outside_tries;
mod owners;
mod packs;
mod pipes;
mod rates;
mod readme;
mod runs;
mod terminal;
mod why;
mod workstation;
mod world;
