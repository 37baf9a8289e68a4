//! `tekil reverse RECEIPT`: a teller asks for it, a supervisor's own `reverse` or `approve` agrees.

use clap::Command;

use super::{RECEIPT, ask, ended, of_one, reason, receipt_no};
use crate::{
    front::{
        bank::Bank,
        cli::Run,
        outcome::{Exit, Failure},
    },
    request::FlowRequest,
    text::{Lang, ids::cli as id},
};

pub(in crate::front::cli) const NAME: &str = "reverse";

pub(in crate::front::cli) fn words(lang: Lang) -> Command {
    of_one((NAME, RECEIPT), id::REVERSE_ABOUT, (id::VALUE_RECEIPT, id::WORD_RECEIPT), lang)
}

pub(in crate::front::cli) fn run(run: &Run<'_>) -> Result<Exit, Failure> {
    let receipt = receipt_no(run)?;
    let bank = Bank::open_filled(run.settings, run.out)?;
    let answer = ask(&bank, FlowRequest::Reverse { receipt, reason: reason(run) })?;
    ended(run, bank, answer)
}
