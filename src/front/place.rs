//! Where things lie on this machine.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};

use super::outcome::{Exit, Failure};
use crate::text::{Message, ids::cli as id};

/// The store's folder where none is named: `tekil/bank` in the user's data folder.
///
/// # Errors
/// Neither `XDG_DATA_HOME` nor `HOME` says where that is.
pub(super) fn default_store(
    xdg_data_home: Option<OsString>,
    home: Option<OsString>,
) -> Result<PathBuf, Failure> {
    // A relative XDG_DATA_HOME is to be ignored: XDG base directory specification.
    let data = xdg_data_home.map(PathBuf::from).filter(|path| path.is_absolute());
    let home = home.map(PathBuf::from).filter(|path| path.is_absolute());
    data.or_else(|| home.map(|home| home.join(".local").join("share")))
        .map(|data| data.join("tekil").join("bank"))
        .ok_or_else(|| Failure::usage("no_home", Message::new(id::NO_HOME)))
}

/// A variable of the environment; an empty one is not set.
pub(super) fn variable(name: &str) -> Option<OsString> {
    env::var_os(name).filter(|value| !value.is_empty())
}

/// Sees that a path is a folder.
///
/// # Errors
/// It is not, or cannot be reached.
pub(super) fn folder(path: &Path) -> Result<(), Failure> {
    let found = std::fs::metadata(path).map_err(|error| io_failure(path, &error))?;
    if found.is_dir() {
        return Ok(());
    }
    Err(io_failure(path, &std::io::ErrorKind::NotADirectory.into()))
}

/// A file or folder that could not be read or written, in words.
pub(super) fn io_failure(path: &Path, error: &std::io::Error) -> Failure {
    use std::io::ErrorKind as Kind;
    let shown = path.display().to_string();
    let about = |message| Message::new(message).with("path", shown.as_str());
    // the other kinds are named by the operating system
    #[expect(clippy::wildcard_enum_match_arm, reason = "a foreign enum that may grow")]
    match error.kind() {
        Kind::NotFound => Failure::usage("not_found", about(id::PATH_NOT_FOUND)),
        Kind::PermissionDenied => Failure::usage("no_permission", about(id::PATH_NO_PERMISSION)),
        Kind::NotADirectory => Failure::usage("not_a_directory", about(id::PATH_NOT_A_DIRECTORY)),
        Kind::StorageFull | Kind::QuotaExceeded => {
            Failure::new(Exit::Store, "disk_full", about(id::DISK_FULL))
        }
        Kind::ReadOnlyFilesystem => Failure::usage("read_only", about(id::PATH_READ_ONLY)),
        _ => Failure::usage("io", about(id::PATH_IO)),
    }
    .caused(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_folder_is_xdg_then_home_and_never_relative() {
        let cases = [
            (Some("/d"), Some("/h"), Some("/d/tekil/bank")),
            (None, Some("/h"), Some("/h/.local/share/tekil/bank")),
            (Some("rel"), Some("/h"), Some("/h/.local/share/tekil/bank")),
            (None, Some("rel"), None),
            (None, None, None),
        ];
        for (xdg, home, want) in cases {
            let found = default_store(xdg.map(OsString::from), home.map(OsString::from));
            assert_eq!(found.ok(), want.map(PathBuf::from), "{xdg:?} {home:?}");
        }
    }
}
