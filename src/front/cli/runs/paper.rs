//! `tekil receipt NO`: a receipt as text; from the second time on it is a copy.

use clap::Command;

use super::{RECEIPT, ask, done, of_one, receipt_no, receipt_value, text};
use crate::{
    front::{
        bank::{Bank, unexpected},
        cli::Run,
        outcome::{Exit, Failure},
    },
    request::{FlowAnswer, FlowRequest},
    text::{Lang, ids::cli as id},
};

pub(in crate::front::cli) const NAME: &str = "receipt";

pub(in crate::front::cli) fn words(lang: Lang) -> Command {
    of_one((NAME, RECEIPT), id::RECEIPT_ABOUT, (id::VALUE_RECEIPT, id::WORD_RECEIPT), lang)
}

pub(in crate::front::cli) fn run(run: &Run<'_>) -> Result<Exit, Failure> {
    let receipt = receipt_no(run)?;
    let bank = Bank::open_filled(run.settings, run.out)?;
    let FlowAnswer::Receipt(receipt) = ask(&bank, FlowRequest::Print { receipt })? else {
        return Err(unexpected());
    };
    if run.out.json {
        run.out.document(&receipt_value(&receipt))?;
    } else {
        run.out.text(&text(run, &receipt))?;
    }
    done(bank)
}
