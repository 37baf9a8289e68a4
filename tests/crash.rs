//! Kills, power cuts, failing calls and flipped bits: nothing acknowledged is lost, nothing is half there,
//! and no damage is served as truth. `TEKIL_ROUNDS` sets the rounds of each kind, `TEKIL_SEED` the seed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test fails by panicking and says what it counted"
)]

#[path = "crash/bank.rs"]
mod bank;
#[path = "crash/calls.rs"]
mod calls;
#[path = "crash/damage.rs"]
mod damage;
#[path = "crash/flow.rs"]
mod flow;
#[path = "crash/folder.rs"]
mod folder;
#[path = "crash/kill.rs"]
mod kill;
#[path = "crash/power.rs"]
mod power;
#[path = "crash/power_disk.rs"]
mod power_disk;
