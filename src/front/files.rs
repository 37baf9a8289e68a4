//! Files on disk as sources of an import.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{outcome::Failure, place::io_failure};
use crate::{
    intake::SourceFile,
    text::{Message, ids::cli as id},
};

/// The most files that one import takes.
pub const FILES_MAX: usize = 10_000;

/// A file that can be read again and again.
#[derive(Debug)]
pub struct DiskFile {
    path: PathBuf,
    name: String,
    size: u64,
}

impl SourceFile for DiskFile {
    fn name(&self) -> &str {
        &self.name
    }

    fn size(&self) -> u64 {
        self.size
    }

    fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(File::open(&self.path)?))
    }
}

/// The files of some paths.
pub struct Gathered {
    /// In the order of the paths, a folder's by name.
    pub files: Vec<Arc<dyn SourceFile>>,
    /// Names of hidden files in the folders, by name; they are left out.
    pub skipped: Vec<String>,
}

/// The files of the given paths; a folder's hidden files, notes (`.md`) and folders are left out.
///
/// # Errors
/// A path that does not exist or may not be read, a folder without files, or more than [`FILES_MAX`] files.
pub fn gather(paths: &[PathBuf]) -> Result<Gathered, Failure> {
    let mut found: Vec<Arc<dyn SourceFile>> = Vec::new();
    let mut skipped = Vec::new();
    for path in paths {
        let inside = if is_folder(path)? { list(path, &mut skipped)? } else { vec![path.clone()] };
        for path in inside {
            found.push(Arc::new(file(path)?));
        }
        if found.len() > FILES_MAX {
            let message = Message::new(id::TOO_MANY_FILES).with("max", FILES_MAX);
            return Err(Failure::usage("too_many_files", message));
        }
    }
    skipped.sort();
    Ok(Gathered { files: found, skipped })
}

fn is_folder(path: &Path) -> Result<bool, Failure> {
    fs::metadata(path).map(|found| found.is_dir()).map_err(|error| io_failure(path, &error))
}

fn list(folder: &Path, skipped: &mut Vec<String>) -> Result<Vec<PathBuf>, Failure> {
    let fail = |error: io::Error| io_failure(folder, &error);
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(fail)?.take(FILES_MAX + 1) {
        let entry = entry.map_err(fail)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let note = Path::new(&name).extension().is_some_and(|kind| kind.eq_ignore_ascii_case("md"));
        if note || is_folder(&entry.path())? {
            continue;
        }
        if name.starts_with('.') {
            skipped.push(name);
        } else {
            files.push(entry.path());
        }
    }
    if files.is_empty() {
        let message = Message::new(id::FOLDER_EMPTY).with("path", folder.display().to_string());
        return Err(Failure::usage("folder_empty", message));
    }
    files.sort();
    Ok(files)
}

/// Opened once here, so a file that may not be read is named before anything is imported.
fn file(path: PathBuf) -> Result<DiskFile, Failure> {
    let fail = |error: io::Error| io_failure(&path, &error);
    // a pipe or device would keep us waiting at the opening already
    if !fs::metadata(&path).map_err(fail)?.is_file() {
        let message = Message::new(id::PATH_NOT_A_FILE).with("path", path.display().to_string());
        return Err(Failure::usage("not_a_file", message));
    }
    let size = File::open(&path).and_then(|file| file.metadata()).map_err(fail)?.len();
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(DiskFile { path, name, size })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_gives_its_files_by_name_and_a_file_itself() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.csv", "a.csv", ".hidden", "..customers.csv", "README.md"] {
            fs::write(folder.path().join(name), name).unwrap();
        }
        fs::create_dir(folder.path().join("inner")).unwrap();
        let found = gather(&[folder.path().to_owned(), folder.path().join("b.csv")]).unwrap();
        assert_eq!(found.skipped, ["..customers.csv", ".hidden"]);
        let names: Vec<&str> = found.files.iter().map(|file| file.name()).collect();
        assert_eq!(names, ["a.csv", "b.csv", "b.csv"]);
        let mut text = String::new();
        found.files[0].open().unwrap().read_to_string(&mut text).unwrap();
        assert_eq!((text.as_str(), found.files[0].size()), ("a.csv", 5));
    }

    #[test]
    fn what_is_not_there_or_empty_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let code = |path: PathBuf| gather(&[path]).err().map(|failure| failure.code);
        assert_eq!(code(folder.path().join("none")), Some("not_found"));
        assert_eq!(code(folder.path().to_owned()), Some("folder_empty"));
    }
}
