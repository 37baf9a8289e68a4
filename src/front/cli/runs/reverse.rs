//! `tekil reverse RECEIPT`: a teller asks for it, a supervisor's own `reverse` or `approve` agrees.

use clap::Command;

use super::{ask, document, done, receipt_no, say};
use crate::{
    front::{
        bank::{Bank, unexpected},
        cli::{Run, words},
        outcome::{Exit, Failure},
    },
    request::{FlowAnswer, FlowRequest},
    text::{Lang, ids::cli as id},
};

pub(in crate::front::cli) const NAME: &str = "reverse";

pub(in crate::front::cli) fn words(lang: Lang) -> Command {
    let shown = words::say(id::VALUE_RECEIPT, lang);
    words::command(NAME, &shown, id::REVERSE_ABOUT, lang).arg(words::word(
        "receipt",
        shown,
        id::WORD_RECEIPT,
        lang,
    ))
}

pub(in crate::front::cli) fn run(run: &Run<'_>) -> Result<Exit, Failure> {
    let receipt = receipt_no(run)?;
    let bank = Bank::open_filled(run.settings, run.out)?;
    let reason = run.settings.reason.clone().unwrap_or_default();
    let FlowAnswer::Done(made) = ask(&bank, FlowRequest::Reverse { receipt, reason })? else {
        return Err(unexpected());
    };
    if run.out.json {
        run.out.document(&document(&made))?;
    } else {
        say(run, &made)?;
    }
    done(bank)
}
