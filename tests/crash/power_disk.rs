//! A disk that forgets what was not synced. It works on real files and remembers what a power cut could undo.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use tekil::store::journal::disk::{Disk, DiskFile, OpenMode, RealDisk};

use crate::bank::Random;

/// A change of a folder that is not durable yet.
#[derive(Debug)]
enum NameChange {
    Created(PathBuf),
    Renamed { from: PathBuf, to: PathBuf, replaced: Option<Vec<u8>> },
    Removed { path: PathBuf, content: Vec<u8> },
}

impl NameChange {
    fn folder(&self) -> &Path {
        match self {
            NameChange::Created(path) | NameChange::Removed { path, .. } => path.parent().unwrap(),
            NameChange::Renamed { to, .. } => to.parent().unwrap(),
        }
    }
}

#[derive(Debug, Default)]
struct Memory {
    calls_left: u64,
    /// What each written file would hold after a cut at the worst.
    durable: BTreeMap<PathBuf, Vec<u8>>,
    names: Vec<NameChange>,
}

/// See the module.
#[derive(Debug, Clone)]
pub struct PowerDisk {
    boot: String,
    memory: Arc<Mutex<Memory>>,
}

impl PowerDisk {
    /// A disk whose power goes after so many calls.
    pub fn new(boot: u64, calls: u64) -> PowerDisk {
        let memory = Memory { calls_left: calls, ..Memory::default() };
        PowerDisk { boot: format!("boot {boot}"), memory: Arc::new(Mutex::new(memory)) }
    }

    fn call(&self) -> io::Result<MutexGuard<'_, Memory>> {
        let mut memory = self.memory.lock().unwrap();
        if memory.calls_left == 0 {
            return Err(io::Error::other("the power is gone"));
        }
        memory.calls_left -= 1;
        Ok(memory)
    }

    /// Whether the power went before this.
    pub fn is_dark(&self) -> bool {
        self.memory.lock().unwrap().calls_left == 0
    }

    /// Leaves on the real disk what a cut could: of each file and folder some of what was not synced.
    pub fn cut(&self, random: &mut Random) {
        let mut memory = self.memory.lock().unwrap();
        memory.calls_left = 0;
        for (path, durable) in std::mem::take(&mut memory.durable) {
            if let Ok(now) = fs::read(&path) {
                fs::write(&path, torn(&durable, now, random)).unwrap();
            }
        }
        // Folders keep their order: what came first is there first.
        let kept = random.index(memory.names.len() + 1);
        while memory.names.len() > kept {
            undo(memory.names.pop().unwrap());
        }
    }
}

fn torn(durable: &[u8], now: Vec<u8>, random: &mut Random) -> Vec<u8> {
    let same = durable.iter().zip(&now).take_while(|(one, other)| one == other).count();
    match random.below(4) {
        0 => durable.to_vec(),
        1 => now,
        2 => now[..same + random.index(now.len() - same + 1)].to_vec(),
        _ => {
            // The length came through but a part of the content did not.
            let mut now = now;
            let from = same + random.index(now.len() - same + 1);
            let to = from + random.index(now.len() - from + 1);
            now[from..to].fill(0);
            now
        }
    }
}

fn undo(change: NameChange) {
    match change {
        NameChange::Created(path) if path.is_dir() => {
            let _ = fs::remove_dir(path);
        }
        NameChange::Created(path) => {
            let _ = fs::remove_file(path);
        }
        NameChange::Renamed { from, to, replaced } => {
            if !from.exists() && to.exists() {
                fs::rename(&to, &from).unwrap();
            }
            if let Some(content) = replaced {
                fs::write(&to, content).unwrap();
            }
        }
        NameChange::Removed { path, content } => fs::write(path, content).unwrap(),
    }
}

impl Disk for PowerDisk {
    fn create_dir(&self, path: &Path) -> io::Result<()> {
        let mut memory = self.call()?;
        RealDisk.create_dir(path)?;
        memory.names.push(NameChange::Created(path.to_owned()));
        Ok(())
    }

    fn open(&self, path: &Path, mode: OpenMode) -> io::Result<Box<dyn DiskFile>> {
        let mut memory = self.call()?;
        let before = fs::read(path);
        let file = RealDisk.open(path, mode)?;
        if mode != OpenMode::Read {
            if before.is_err() {
                memory.names.push(NameChange::Created(path.to_owned()));
            }
            memory.durable.entry(path.to_owned()).or_insert(before.unwrap_or_default());
        }
        Ok(Box::new(PowerFile { disk: self.clone(), path: path.to_owned(), file }))
    }

    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        let mut memory = self.call()?;
        memory.names.retain(|change| change.folder() != path);
        RealDisk.sync_dir(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut memory = self.call()?;
        let replaced = fs::read(to).ok();
        RealDisk.rename(from, to)?;
        if let Some(durable) = memory.durable.remove(from) {
            memory.durable.insert(to.to_owned(), durable);
        }
        memory.names.push(NameChange::Renamed { from: from.to_owned(), to: to.to_owned(), replaced });
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut memory = self.call()?;
        let content = fs::read(path).ok();
        RealDisk.remove(path)?;
        memory.durable.remove(path);
        if let Some(content) = content {
            memory.names.push(NameChange::Removed { path: path.to_owned(), content });
        }
        Ok(())
    }

    fn list(&self, path: &Path) -> io::Result<Vec<String>> {
        let _memory = self.call()?;
        RealDisk.list(path)
    }

    fn boot_id(&self) -> io::Result<String> {
        let _memory = self.call()?;
        Ok(self.boot.clone())
    }
}

struct PowerFile {
    disk: PowerDisk,
    path: PathBuf,
    file: Box<dyn DiskFile>,
}

impl DiskFile for PowerFile {
    fn read_at(&self, into: &mut [u8], offset: u64) -> io::Result<usize> {
        let _memory = self.disk.call()?;
        self.file.read_at(into, offset)
    }

    fn write_at(&mut self, bytes: &[u8], offset: u64) -> io::Result<usize> {
        let _memory = self.disk.call()?;
        self.file.write_at(bytes, offset)
    }

    fn truncate(&mut self, bytes: u64) -> io::Result<()> {
        let _memory = self.disk.call()?;
        self.file.truncate(bytes)
    }

    fn sync_data(&mut self) -> io::Result<()> {
        let mut memory = self.disk.call()?;
        let now = fs::read(&self.path)?;
        if let Some(durable) = memory.durable.get_mut(&self.path) {
            *durable = now;
        }
        Ok(())
    }

    fn size(&self) -> io::Result<u64> {
        let _memory = self.disk.call()?;
        self.file.size()
    }
}
