//! The files of a pack: the embedded ones, or a folder's.

use std::{
    fs, io,
    io::Read,
    path::{Path, PathBuf},
};

use crate::text::{Message, ids::pack as id};

use super::{
    fault::{Fault, Faults, told},
    nearest,
};

/// Where a pack is read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackSource {
    /// The demo bank's pack in the program.
    Embedded,
    /// A folder.
    Dir(PathBuf),
}

/// One authored file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackFile {
    /// As the author names it, without the folder.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// The files of a pack, by name in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackFiles {
    files: Vec<PackFile>,
}

/// The largest file of a pack, in bytes.
pub const FILE_BYTES_MAX: u64 = 1 << 20;
/// The most entries in a pack's folder.
pub const ENTRIES_MAX: usize = 256;

macro_rules! embedded {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../fixtures/demo-bank/pack/", $name)))),*]
    };
}

/// The demo bank's pack; the files that every pack has, [`OPTIONAL`] ones and flows.
pub(super) const EMBEDDED: &[(&str, &str)] = embedded![
    "alerts.toml",
    "flows/break-fx-fund.toml",
    "funds.toml",
    "holidays.toml",
    "offers.toml",
    "pack.toml",
    "parameters.toml",
    "products.toml",
    "segments.toml",
    "touchpoints.toml",
];

/// Files that a pack may leave out.
const OPTIONAL: [&str; 1] = ["funds.toml"];

/// The folder of a pack's flows; every `.toml` file in it is one. A pack may have none.
pub const FLOWS_FOLDER: &str = "flows";

impl PackFile {
    /// A file of its bytes.
    ///
    /// # Errors
    /// It is larger than [`FILE_BYTES_MAX`] or not UTF-8.
    pub fn from_bytes(name: &str, bytes: Vec<u8>) -> Result<PackFile, Box<Fault>> {
        if u64::try_from(bytes.len()).is_ok_and(|length| length > FILE_BYTES_MAX) {
            let message = told(id::FILE_TOO_LARGE, "max", FILE_BYTES_MAX);
            return Err(Box::new(Fault::of_file(name, message)));
        }
        let text = String::from_utf8(bytes).map_err(|error| Box::new(not_utf8(name, &error)))?;
        Ok(PackFile { name: name.to_owned(), text })
    }
}

impl PackFiles {
    /// Reads the files of a pack, without reading what they say. A fault for the folder or each file that is
    /// missing, unreadable, a link, too large or not UTF-8; the others are there.
    pub fn read(source: &PackSource, faults: &mut Faults) -> PackFiles {
        let files = match source {
            PackSource::Embedded => EMBEDDED.iter().map(|(name, text)| file(name, text)).collect(),
            PackSource::Dir(dir) => read_folder(dir, faults),
        };
        PackFiles { files }
    }

    /// A file by its name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&PackFile> {
        self.files.iter().find(|file| file.name == name)
    }

    /// The files of a folder inside the pack, by name in order.
    pub fn of_folder<'f>(&'f self, folder: &'f str) -> impl Iterator<Item = &'f PackFile> {
        let inside =
            move |file: &&PackFile| file.name.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        self.files.iter().filter(inside)
    }

    /// BLAKE3 over names and contents, each preceded by its length, in hex.
    #[must_use]
    pub fn hash(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        for part in self.files.iter().flat_map(|file| [&file.name, &file.text]) {
            hasher.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
            hasher.update(part.as_bytes());
        }
        hasher.finalize().to_hex().to_string()
    }
}

fn file(name: &str, text: &str) -> PackFile {
    PackFile { name: name.to_owned(), text: text.to_owned() }
}

/// The names at the top of a pack.
fn names() -> impl Iterator<Item = &'static str> {
    EMBEDDED.iter().map(|(name, _)| *name).filter(|name| !name.contains('/'))
}

fn read_folder(dir: &Path, faults: &mut Faults) -> Vec<PackFile> {
    if let Err(fault) = check_entries(dir, faults) {
        faults.add(*fault);
        return Vec::new();
    }
    let mut files = Vec::new();
    for name in names() {
        if OPTIONAL.contains(&name) && !dir.join(name).exists() {
            continue;
        }
        match read_file(dir, name) {
            Ok(file) => files.push(file),
            Err(fault) => faults.add(*fault),
        }
    }
    files.extend(read_flows(dir, faults));
    files.sort_by(|left, right| left.name.cmp(&right.name));
    files
}

/// Every `.toml` file of the flows' folder; other files there are nobody's business.
fn read_flows(dir: &Path, faults: &mut Faults) -> Vec<PackFile> {
    let folder = dir.join(FLOWS_FOLDER);
    if fs::symlink_metadata(&folder).is_err() {
        return Vec::new();
    }
    let names = match entries(&folder) {
        Ok(names) => names,
        Err(fault) => {
            faults.add(*fault);
            return Vec::new();
        }
    };
    let flows = names.iter().filter(|name| Path::new(name).extension().is_some_and(|end| end == "toml"));
    let read = flows.filter_map(|name| {
        let read = read_file(dir, &format!("{FLOWS_FOLDER}/{name}"));
        read.map_err(|fault| faults.add(*fault)).ok()
    });
    read.collect()
}

/// A file that is there under a slightly wrong name would silently not be read: it is a fault.
fn check_entries(dir: &Path, faults: &mut Faults) -> Result<(), Box<Fault>> {
    let seen = entries(dir)?;
    for name in seen.iter().filter(|name| !names().any(|known| known == *name)) {
        let authored = Path::new(name).extension().is_some_and(|end| end == "toml");
        if let Some(near) = nearest::nearest(name, names()).filter(|_| authored) {
            let help = told(id::HELP_NEAREST, "name", near);
            faults.add(Fault::of_file(name, Message::new(id::FILE_UNKNOWN)).with_help(help));
        }
    }
    Ok(())
}

/// The names in a folder, sorted.
fn entries(dir: &Path) -> Result<Vec<String>, Box<Fault>> {
    let folder = dir.display().to_string();
    let refused = |error: &io::Error| Box::new(Fault::of_file(&folder, io_message(error)));
    let mut seen = Vec::new();
    for entry in fs::read_dir(dir).map_err(|error| refused(&error))? {
        if seen.len() == ENTRIES_MAX {
            let message = told(id::FOLDER_FULL, "max", ENTRIES_MAX);
            return Err(Box::new(Fault::of_file(&folder, message)));
        }
        let entry = entry.map_err(|error| refused(&error))?;
        seen.push(entry.file_name().to_string_lossy().into_owned());
    }
    seen.sort();
    Ok(seen)
}

fn read_file(dir: &Path, name: &str) -> Result<PackFile, Box<Fault>> {
    let path = dir.join(name);
    let refused = |error: &io::Error| {
        let message = if error.kind() == io::ErrorKind::NotFound {
            Message::new(id::FILE_MISSING)
        } else {
            io_message(error)
        };
        Box::new(Fault::of_file(name, message).with_help(Message::new(id::HELP_INIT)))
    };
    let kind = fs::symlink_metadata(&path).map_err(|error| refused(&error))?;
    if !kind.is_file() {
        return Err(Box::new(Fault::of_file(name, Message::new(id::FILE_NOT_PLAIN))));
    }
    let mut bytes = Vec::new();
    fs::File::open(&path)
        .and_then(|file| file.take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes))
        .map_err(|error| refused(&error))?;
    PackFile::from_bytes(name, bytes)
}

fn not_utf8(name: &str, error: &std::string::FromUtf8Error) -> Fault {
    let good = error.utf8_error().valid_up_to();
    let before = String::from_utf8_lossy(error.as_bytes().get(..good).unwrap_or_default());
    let (line, column) = super::place::place(&before, good);
    let message = Message::new(id::FILE_NOT_UTF8);
    let fault = Fault::of_file(name, message).with_help(Message::new(id::HELP_UTF8));
    Fault { line, column, ..fault }
}

fn io_message(error: &io::Error) -> Message {
    if error.kind() == io::ErrorKind::NotFound {
        Message::new(id::FOLDER_MISSING)
    } else if error.kind() == io::ErrorKind::NotADirectory {
        Message::new(id::FOLDER_NOT_ONE)
    } else if error.kind() == io::ErrorKind::PermissionDenied {
        Message::new(id::ACCESS_DENIED)
    } else {
        Message::new(id::UNREADABLE)
    }
}
