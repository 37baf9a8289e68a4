//! `tekil import LAYOUT PATH…`: a source's files into the store.

mod loading;
mod rejects;
mod report;

use std::{fs, path::PathBuf};

use clap::{Command, value_parser};

use super::{Run, parse, words};
use crate::{
    front::{
        bank, files, opening,
        outcome::{Exit, Failure},
        place::io_failure,
    },
    intake::Layout,
    service::import::ImportError,
    store::Store as _,
    text::{Lang, ids::cli as id},
};

use loading::Loading;
use rejects::RejectFile;

pub(super) const NAME: &str = "import";

pub(super) fn words(lang: Lang) -> Command {
    words::command(NAME, words::shown(id::SHAPE_IMPORT, lang), id::IMPORT_ABOUT, lang)
        .arg(words::word("layout", words::say(id::VALUE_LAYOUT, lang), id::IMPORT_LAYOUT, lang))
        .arg(
            words::word("paths", words::say(id::VALUE_PATH, lang), id::IMPORT_PATHS, lang)
                .num_args(1..)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            words::option("rejects", words::say(id::VALUE_FILE, lang), id::IMPORT_REJECTS, lang)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(words::flag("strict", id::IMPORT_STRICT, lang))
}

pub(super) fn run(run: &Run<'_>) -> Result<Exit, Failure> {
    let names = Layout::ALL.map(|layout| (layout.name(), layout));
    let layout = parse::one_of("import", parse::word(run.matches, "layout"), &names)?;
    let paths: Vec<PathBuf> = run.matches.get_many("paths").into_iter().flatten().cloned().collect();
    let files::Gathered { files, skipped } = files::gather(&paths)?;
    let authored = bank::authored(run.settings)?;
    let rejects = run
        .matches
        .get_one::<PathBuf>("rejects")
        .map(|path| RejectFile::create(path, run.out.lang))
        .transpose()?;
    let mut loading = Loading::start(run, rejects);
    let plan = match loading.survey(layout, &files) {
        Ok(plan) => plan,
        Err(rejects) => return report::refused(run, &rejects, rejects.len(), &skipped),
    };
    let made = !run.settings.store.exists();
    let store = opening::open_or_make(&run.settings.store, run.out)?;
    let strict = run.matches.get_flag("strict");
    let imported = loading.import(&store, &authored, &plan, strict);
    let ended = loading.end();
    let untouched = store.sequence()? == 0;
    store.close()?;
    if made && untouched {
        // a run that wrote nothing leaves no folder that looks like a bank
        fs::remove_dir_all(&run.settings.store).map_err(|error| io_failure(&run.settings.store, &error))?;
    }
    match imported {
        Ok(report) => {
            let rates = if layout == Layout::Rates { loading::rates(&plan) } else { Vec::new() };
            report::done(run, &report, &rates, &skipped, &ended?)
        }
        Err(loading::Stopped::Import(ImportError::Refused(report))) => {
            let all = usize::try_from(report.rejected()).unwrap_or(usize::MAX);
            report::refused(run, &report.rejects, all, &skipped)
        }
        Err(loading::Stopped::Import(ImportError::Stopped(report))) => {
            report::stopped(run, &report, &skipped)
        }
        Err(loading::Stopped::Import(ImportError::Failed(error))) => Err(error.into()),
        Err(loading::Stopped::Front(failure)) => Err(failure),
    }
}
