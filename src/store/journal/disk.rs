//! The one seam between the store's own files and the disk, so that tests can fail the n-th call, lose or
//! tear what was not synced, and flip bits. Only sled and the lock file work beside it.

use std::fmt::Debug;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, FileExt, OpenOptionsExt};
use std::path::Path;

/// The environment variable that stands in for the machine's boot id. For fault tests only.
pub const BOOT_ID_VARIABLE: &str = "TEKIL_BOOT_ID";

const BOOT_ID_FILE: &str = "/proc/sys/kernel/random/boot_id";

/// How a file is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenMode {
    /// It must exist; it is not written.
    Read,
    /// It must exist.
    Write,
    /// It is made, or emptied if it exists.
    Create,
}

/// A disk. Errors are the operating system's; nothing is durable before a sync of the file and, for its
/// name, of its folder.
#[expect(clippy::missing_errors_doc, reason = "each method fails as its system call does")]
pub trait Disk: Send + Sync + Debug {
    /// Makes one folder that only its owner may enter.
    fn create_dir(&self, path: &Path) -> io::Result<()>;
    /// Opens a file.
    fn open(&self, path: &Path, mode: OpenMode) -> io::Result<Box<dyn DiskFile>>;
    /// Makes the names in a folder durable.
    fn sync_dir(&self, path: &Path) -> io::Result<()>;
    /// Renames a file or folder, replacing a file of that name.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file, or a folder with all in it.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// The names in a folder, sorted.
    fn list(&self, path: &Path) -> io::Result<Vec<String>>;
    /// What changes with every start of the machine.
    fn boot_id(&self) -> io::Result<String>;
}

/// An open file of a [`Disk`].
#[expect(clippy::missing_errors_doc, reason = "each method fails as its system call does")]
pub trait DiskFile: Send {
    /// Reads at an offset; fewer bytes than asked for at the end of the file.
    fn read_at(&self, into: &mut [u8], offset: u64) -> io::Result<usize>;
    /// Writes at an offset; may write fewer bytes than given.
    fn write_at(&mut self, bytes: &[u8], offset: u64) -> io::Result<usize>;
    /// Cuts the file, or lengthens it with zeros.
    fn truncate(&mut self, bytes: u64) -> io::Result<()>;
    /// Makes content and length durable.
    fn sync_data(&mut self) -> io::Result<()>;
    /// The file's length in bytes.
    fn size(&self) -> io::Result<u64>;
}

/// The operating system's disk.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn create_dir(&self, path: &Path) -> io::Result<()> {
        fs::DirBuilder::new().mode(0o700).create(path)
    }

    fn open(&self, path: &Path, mode: OpenMode) -> io::Result<Box<dyn DiskFile>> {
        let mut options = OpenOptions::new();
        options.read(true).write(mode != OpenMode::Read);
        if mode == OpenMode::Create {
            options.create(true).truncate(true).mode(0o600);
        }
        Ok(Box::new(RealFile(options.open(path)?)))
    }

    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        File::open(path)?.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }
    }

    fn list(&self, path: &Path) -> io::Result<Vec<String>> {
        let names = fs::read_dir(path)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
        let mut names = names.collect::<io::Result<Vec<String>>>()?;
        names.sort_unstable();
        Ok(names)
    }

    fn boot_id(&self) -> io::Result<String> {
        match std::env::var(BOOT_ID_VARIABLE) {
            Ok(id) => Ok(id),
            Err(_) => Ok(fs::read_to_string(BOOT_ID_FILE)?.trim().to_owned()),
        }
    }
}

struct RealFile(File);

impl DiskFile for RealFile {
    fn read_at(&self, into: &mut [u8], offset: u64) -> io::Result<usize> {
        self.0.read_at(into, offset)
    }

    fn write_at(&mut self, bytes: &[u8], offset: u64) -> io::Result<usize> {
        self.0.write_at(bytes, offset)
    }

    fn truncate(&mut self, bytes: u64) -> io::Result<()> {
        self.0.set_len(bytes)
    }

    fn sync_data(&mut self) -> io::Result<()> {
        self.0.sync_data()
    }

    fn size(&self) -> io::Result<u64> {
        Ok(self.0.metadata()?.len())
    }
}

/// Fills `into` from an offset; gives how many bytes there were.
pub(crate) fn read_full(file: &dyn DiskFile, into: &mut [u8], offset: u64) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = into.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match file.read_at(rest, offset + super::wide(filled)) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// Writes all bytes at an offset.
pub(crate) fn write_full(file: &mut dyn DiskFile, mut bytes: &[u8], mut offset: u64) -> io::Result<()> {
    while !bytes.is_empty() {
        match file.write_at(bytes, offset) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => {
                bytes = bytes.get(written..).unwrap_or_default();
                offset += super::wide(written);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// A small file's content, at most `bytes_max` of it; `None` if there is no such file.
pub(crate) fn read_small(disk: &dyn Disk, path: &Path, bytes_max: usize) -> io::Result<Option<Vec<u8>>> {
    let file = match disk.open(path, OpenMode::Read) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut content = vec![0; bytes_max];
    let read = read_full(&*file, &mut content, 0)?;
    content.truncate(read);
    Ok(Some(content))
}

/// Makes a small file appear whole or not at all, durable when this returns.
pub(crate) fn write_small(disk: &dyn Disk, folder: &Path, name: &str, content: &[u8]) -> io::Result<()> {
    let temporary = folder.join(format!("{name}{TEMPORARY_SUFFIX}"));
    let mut file = disk.open(&temporary, OpenMode::Create)?;
    write_full(&mut *file, content, 0)?;
    file.sync_data()?;
    disk.rename(&temporary, &folder.join(name))?;
    disk.sync_dir(folder)
}

/// Ends the names of files that are not whole yet.
pub(crate) const TEMPORARY_SUFFIX: &str = ".tmp";
