//! `tekil init DIR`: an editable copy of the default pack, and a settings file that names it.

use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use clap::{Command, value_parser};
use serde_json::json;

use super::{Run, words};
use crate::{
    front::{
        outcome::{Exit, Failure},
        place::io_failure,
    },
    pack::Pack,
    text::{Lang, Message, ids::cli as id},
};

pub(super) const NAME: &str = "init";

/// Where files are written before they are moved to their place.
const BESIDE: &str = ".tekil-init";

/// The settings file: the environment twins of the options, read by shells and service managers alike.
const SETTINGS: &str = "tekil.env";

pub(super) fn words(lang: Lang) -> Command {
    words::command(NAME, words::say(id::VALUE_DIR, lang), id::INIT_ABOUT, lang).arg(
        words::word("dir", words::say(id::VALUE_DIR, lang), id::INIT_DIR, lang)
            .value_parser(value_parser!(PathBuf)),
    )
}

pub(super) fn run(run: &Run<'_>) -> Result<Exit, Failure> {
    let dir = run.matches.get_one::<PathBuf>("dir").cloned().unwrap_or_default();
    refuse_to_overwrite(&dir)?;
    fs::create_dir_all(&dir).map_err(|error| io_failure(&dir, &error))?;
    let dir = fs::canonicalize(&dir).map_err(|error| io_failure(&dir, &error))?;
    let (pack, settings) = (dir.join("pack"), dir.join(SETTINGS));
    let files: Vec<(String, String)> = Pack::embedded_files()
        .iter()
        .map(|(name, content)| (format!("pack/{name}"), (*content).to_owned()))
        .chain([(SETTINGS.to_owned(), settings_text(&dir, run.out.lang))])
        .collect();
    write_whole(&dir, &files)?;
    let written: Vec<String> = files.iter().map(|(name, _)| dir.join(name).display().to_string()).collect();
    if run.out.json {
        run.out.document(&json!({ "dir": dir, "files": written }))?;
    } else {
        let next = Message::new(id::INIT_DONE)
            .with("pack", pack.display().to_string())
            .with("settings", settings.display().to_string())
            .with("count", written.len());
        let check = Message::new(id::INIT_CHECK).with("pack", quoted(&pack));
        let source = Message::new(id::INIT_SOURCE).with("settings", quoted(&settings));
        run.out.lines(&[next, check, source])?;
    }
    Ok(Exit::Done)
}

/// A new name or an empty folder; nothing that is there is touched.
fn refuse_to_overwrite(dir: &Path) -> Result<(), Failure> {
    let found = match fs::read_dir(dir) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) => return Err(io_failure(dir, &error)),
    };
    if !found {
        return Ok(());
    }
    let message = Message::new(id::PATH_EXISTS).with("path", dir.display().to_string());
    Err(Failure::usage("exists", message))
}

/// All of the files or none: they are written beside their place and moved there when they are whole. What a full disk
/// cut off goes away again.
fn write_whole(dir: &Path, files: &[(String, String)]) -> Result<(), Failure> {
    let beside = dir.join(BESIDE);
    let written = files.iter().try_for_each(|(name, content)| write(&beside.join(name), content));
    let moved = written.and_then(|()| {
        ["pack", SETTINGS].into_iter().try_for_each(|name| {
            let to = dir.join(name);
            fs::rename(beside.join(name), &to).map_err(|error| io_failure(&to, &error))
        })
    });
    // after a failure this is all that there is to undo; after success it is empty
    let removed = fs::remove_dir_all(&beside).map_err(|error| io_failure(&beside, &error));
    moved.and(removed)
}

fn write(path: &Path, content: &str) -> Result<(), Failure> {
    let fail = |error: io::Error| io_failure(path, &error);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(fail)?;
    }
    let mut file = fs::File::create_new(path).map_err(fail)?;
    // a disk may say only now that it is full
    file.write_all(content.as_bytes()).and_then(|()| file.sync_all()).map_err(fail)
}

fn settings_text(dir: &Path, lang: Lang) -> String {
    let language = match lang {
        Lang::Tr => "tr",
        Lang::En => "en",
    };
    let say = |message| Message::new(message).say(lang);
    format!(
        "# {}\n# {}\nTEKIL_STORE={}\nTEKIL_PACK={}\nTEKIL_LANG={language}\n",
        say(id::SETTINGS_HEAD),
        say(id::SETTINGS_USE),
        quoted(&dir.join("bank")),
        quoted(&dir.join("pack")),
    )
}

/// As a shell reads it back; plain where it can be.
fn quoted(path: &Path) -> String {
    let text = path.display().to_string();
    let plain = text.chars().all(|c| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '+'));
    if plain {
        return text;
    }
    format!("'{}'", text.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_quoted_for_a_shell_only_where_it_must_be() {
        assert_eq!(quoted(Path::new("/a/şube-1")), "/a/şube-1");
        assert_eq!(quoted(Path::new("/a b/it's")), "'/a b/it'\\''s'");
    }

    #[test]
    fn files_are_written_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| (name.to_owned(), "x".to_owned());
        // the second file cannot be written: its folder is a file
        let broken = [file("pack/a.toml"), file("pack/a.toml/b.toml"), file(SETTINGS)];
        assert!(write_whole(folder.path(), &broken).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        let good = [file("pack/a.toml"), file("pack/b.toml"), file(SETTINGS)];
        write_whole(folder.path(), &good).unwrap();
        assert!(good.iter().all(|(name, _)| folder.path().join(name).is_file()));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn a_folder_with_anything_in_it_is_not_touched() {
        let folder = tempfile::tempdir().unwrap();
        assert!(refuse_to_overwrite(folder.path()).is_ok());
        assert!(refuse_to_overwrite(&folder.path().join("new")).is_ok());
        fs::write(folder.path().join("x"), "").unwrap();
        assert_eq!(refuse_to_overwrite(folder.path()).unwrap_err().code, "exists");
        let file = folder.path().join("x");
        assert_eq!(refuse_to_overwrite(&file).unwrap_err().code, "not_a_directory");
    }
}
