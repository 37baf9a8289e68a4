//! `tekil`: one screen about one customer, for a bank's agents.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// The index engine lives on small blocks; see ARCHITECTURE.md.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    ExitCode::from(tekil::front::run(std::env::args_os()))
}
