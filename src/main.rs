//! `tekil`: one screen about one customer, for a bank's agents.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(tekil::front::run(std::env::args_os()))
}
