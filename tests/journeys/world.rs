//! A machine with nothing on it but the program.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;
use tempfile::TempDir;

/// The business time of all journeys.
pub const NOW: &str = "2026-11-24T10:42:00+03:00";

/// A home folder of its own; the store is where the program puts it.
pub struct World {
    home: TempDir,
}

/// What a command left behind.
#[derive(Debug)]
pub struct Answer {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl World {
    pub fn new() -> World {
        World { home: tempfile::tempdir().unwrap() }
    }

    /// A world whose store holds a small demo bank.
    pub fn filled() -> World {
        let world = World::new();
        world.run(&["demo", "--customers", "100"]).good();
        world
    }

    /// A world whose store holds the sample of the warehouse layout.
    pub fn imported() -> World {
        let world = World::new();
        let folder = world.warehouse();
        world.run(&["import", "warehouse", text(&folder)]).good();
        world
    }

    /// A path in the home folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// How much the journal holds.
    pub fn journal_bytes(&self) -> u64 {
        let Ok(segments) = fs::read_dir(self.store().join("journal")) else {
            return 0;
        };
        segments.filter_map(|segment| segment.ok()?.metadata().ok()).map(|found| found.len()).sum()
    }

    /// Where the store lies.
    pub fn store(&self) -> PathBuf {
        self.path(".local/share/tekil/bank")
    }

    /// The program with this home, a fixed time, Turkish, and nothing else in its environment.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tekil"));
        command.env_clear().env("HOME", self.home.path()).env("TEKIL_NOW", NOW).current_dir(self.home.path());
        command
    }

    pub fn run(&self, args: &[&str]) -> Answer {
        Answer::of(self.command().args(args))
    }

    /// The answer's document with its exit code.
    pub fn json(&self, args: &[&str]) -> (i32, Value) {
        let answer = Answer::of(self.command().args(args).arg("--json"));
        let document = serde_json::from_str(&answer.out)
            .unwrap_or_else(|error| panic!("{args:?}: one document: {error}: {answer:?}"));
        (answer.code, document)
    }

    /// The whole state in one number.
    pub fn state_hash(&self) -> String {
        let (code, found) = self.json(&["verify"]);
        assert_eq!(code, 0, "{found}");
        found["state_hash"].as_str().unwrap().to_owned()
    }

    /// A copy of the warehouse sample that may be broken.
    pub fn warehouse(&self) -> PathBuf {
        let to = self.path("warehouse");
        fs::create_dir_all(&to).unwrap();
        for entry in fs::read_dir(sample()).unwrap() {
            let from = entry.unwrap().path();
            if from.extension().is_some_and(|kind| kind == "csv") {
                fs::copy(&from, to.join(from.file_name().unwrap())).unwrap();
            }
        }
        to
    }
}

impl Answer {
    pub fn of(command: &mut Command) -> Answer {
        let output = command.output().unwrap();
        Answer {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// It went well.
    #[track_caller]
    pub fn good(self) -> Answer {
        assert_eq!(self.code, 0, "{self:?}");
        self
    }

    /// It was refused with this code, in at most `lines` lines that hold all of these words.
    #[track_caller]
    pub fn refused(self, code: i32, lines: usize, words: &[&str]) -> Answer {
        assert_eq!(self.code, code, "{self:?}");
        assert_eq!(self.out, "", "{self:?}");
        assert!((1..=lines).contains(&self.err.lines().count()), "{self:?}");
        for word in words {
            assert!(self.err.contains(word), "no {word:?} in {self:?}");
        }
        self
    }
}

/// The invented sample of the warehouse layout.
pub fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/warehouse")
}

/// The folder of real data, if this machine has it; a test that misses it says so.
pub fn real_data(part: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("TEKIL_DATA")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let found = Some(folder.join(part)).filter(|path| path.exists());
    if found.is_none() {
        eprintln!("REAL DATA ABSENT: {} (set TEKIL_DATA)", folder.join(part).display());
    }
    found
}

/// The text of a path for a command line.
pub fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// No byte that a terminal would obey: C0 but the line end, DEL, C1, and the bidi controls.
#[track_caller]
pub fn assert_harmless(text: &str) {
    for c in text.chars() {
        let obeyed = (c.is_control() && c != '\n')
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        assert!(!obeyed, "U+{:04X} in {text:?}", u32::from(c));
    }
}
