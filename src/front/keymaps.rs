//! Keymaps from files: which one is in force, and what happens when its file is bad.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};

use super::{outcome::Failure, place::io_failure};
use crate::{
    flow::Flows,
    keymap::{Clash, EMBEDDED, Keymap},
    pack::{FILE_BYTES_MAX, Fault, PackFile, nearest},
    text::{Message, ids::cli as id, ids::flow},
};

/// The keymap of a name of the program or of a file; without either, the standard one. The bases of a file are
/// found in the program first, then as `NAME.toml` beside it.
///
/// # Errors
/// No such name and no such file, a file that cannot be read, or its faults.
pub fn load(chosen: Option<&Path>) -> Result<Keymap, Failure> {
    let Some(chosen) = chosen else {
        return Ok(Keymap::standard());
    };
    match chosen.to_str().and_then(Keymap::embedded) {
        Some(keymap) => Ok(keymap),
        None => file(chosen),
    }
}

/// As [`load`], but a bad choice leaves the keymap that was in force, and says why.
#[must_use]
pub fn in_force(chosen: Option<&Path>, previous: Keymap) -> (Keymap, Option<Failure>) {
    match load(chosen) {
        Ok(keymap) => (keymap, None),
        Err(failure) => {
            let kept = Message::new(id::KEYMAP_KEPT).with("name", previous.name());
            (previous, Some(failure.hint(kept)))
        }
    }
}

/// The keymap of a file.
///
/// # Errors
/// As [`load`].
pub fn file(path: &Path) -> Result<Keymap, Failure> {
    if !is_written_as_path(path) && fs::metadata(path).is_err() {
        return Err(unknown(&path.to_string_lossy()));
    }
    let file = read(path, Failure::keymap)?;
    let beside = path.parent().map(Path::to_path_buf).unwrap_or_default();
    let find = |base: &str| read(&base_path(&beside, base), Failure::keymap).ok();
    Keymap::load(&file, &find).map_err(Failure::keymap)
}

/// The keys that flows ask for and a keymap of the program has for something else; one fault a keymap and flow, at the
/// flow's own place.
pub(super) fn clashes(flows: &Flows) -> Vec<Fault> {
    let of_keymap = |name: &str| {
        let keymap = Keymap::embedded(name).unwrap_or_default().with_flows(flows.menu());
        let fault = |clash: Clash| {
            let message = Message::new(flow::MENU_KEY_TAKEN)
                .with("keymap", keymap.name())
                .with("keys", clash.keys)
                .with("other", clash.other);
            let help = Message::new(flow::HELP_MENU_FREE).with("free", clash.free.join(" "));
            Some(flows.get(&clash.flow)?.key.as_ref()?.fault(message).with_help(help))
        };
        keymap.clashes().into_iter().filter_map(fault).collect::<Vec<Fault>>()
    };
    EMBEDDED.iter().flat_map(|(name, _)| of_keymap(name)).collect()
}

/// `mine` is a name, `./mine` and `mine.toml` are paths.
fn is_written_as_path(path: &Path) -> bool {
    path.components().count() > 1 || path.is_absolute() || path.extension().is_some()
}

fn unknown(value: &str) -> Failure {
    let names: Vec<&str> = EMBEDDED.iter().map(|(name, _)| *name).collect();
    let message = Message::new(id::KEYMAP_UNKNOWN).with("value", value).with("names", names.join(", "));
    let failure = Failure::usage("unknown_keymap", message);
    match nearest::nearest(value, names) {
        Some(near) => failure.hint(Message::new(id::NEAREST).with("word", near)),
        None => failure,
    }
}

/// A base is a plain name: it never leads out of the folder.
fn base_path(beside: &Path, base: &str) -> PathBuf {
    let plain: String = base.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    beside.join(format!("{plain}.toml"))
}

/// An authored file outside the pack; `failed` words what is wrong with its bytes.
///
/// # Errors
/// It cannot be read, is no plain file, too large or not UTF-8.
pub(super) fn read(path: &Path, failed: fn(Vec<Fault>) -> Failure) -> Result<PackFile, Failure> {
    let fail = |error: std::io::Error| io_failure(path, &error);
    // a pipe or device would keep us waiting at the opening already
    if !fs::metadata(path).map_err(fail)?.is_file() {
        let message = Message::new(id::PATH_NOT_A_FILE).with("path", path.display().to_string());
        return Err(Failure::usage("not_a_file", message));
    }
    let mut bytes = Vec::new();
    fs::File::open(path)
        .and_then(|file| file.take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes))
        .map_err(fail)?;
    let name = path.display().to_string();
    PackFile::from_bytes(&name, bytes).map_err(|fault| failed(vec![*fault]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    fn written(files: &[(&str, &[u8])]) -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        for (name, bytes) in files {
            fs::write(dir.path().join(name), bytes).unwrap();
        }
        dir
    }

    const MINE: &[u8] = b"format = 1\nname = \"mine\"\nbase = \"ours\"\n";
    const OURS: &[u8] = b"format = 1\nname = \"ours\"\nbase = \"vim\"\n";

    #[test]
    fn a_name_a_file_and_neither() {
        assert_eq!(load(None).unwrap().name(), "default");
        assert_eq!(load(Some(Path::new("3270"))).unwrap().name(), "3270");
        let dir = written(&[("mine.toml", MINE), ("ours.toml", OURS), ("plain", OURS)]);
        assert_eq!(load(Some(&dir.path().join("mine.toml"))).unwrap().name(), "mine");
        assert_eq!(load(Some(&dir.path().join("plain"))).unwrap().name(), "ours");
        let code = |path: &Path| load(Some(path)).unwrap_err().code;
        assert_eq!(code(Path::new("defualt")), "unknown_keymap");
        assert_eq!(code(&dir.path().join("none.toml")), "not_found");
        assert_eq!(code(dir.path()), "not_a_file");
        let hint = load(Some(Path::new("defualt"))).unwrap_err().more.hints.remove(0);
        assert!(hint.say(Lang::En).contains("default"), "{hint:?}");
    }

    #[test]
    fn a_base_never_leads_out_of_the_folder() {
        for base in ["../ours", "/etc/passwd", "..", ""] {
            let path = base_path(Path::new("here"), base);
            assert_eq!(path.parent(), Some(Path::new("here")), "{base}");
        }
    }

    #[test]
    fn bytes_that_are_no_text_and_too_many_of_them_are_named() {
        let large = vec![b'#'; usize::try_from(FILE_BYTES_MAX).unwrap() + 1];
        let dir = written(&[("latin.toml", b"format = 1\nname = \"\xfe\"\n"), ("large.toml", &large)]);
        let fault = |name: &str| {
            let failure = load(Some(&dir.path().join(name))).unwrap_err();
            let fault = failure.more.faults.first().unwrap().clone();
            (fault.message.id.key().to_owned(), fault.line, fault.column)
        };
        assert_eq!(fault("latin.toml"), ("pack-file-not-utf8".to_owned(), 2, 9));
        assert_eq!(fault("large.toml"), ("pack-file-too-large".to_owned(), 1, 1));
    }

    #[test]
    fn a_bad_file_leaves_the_keymap_that_was_in_force() {
        let dir = written(&[(
            "bad.toml",
            b"format = 1\nname = \"bad\"\nbase = \"vim\"\n[screen]\n\"x\" = \"y\"\n",
        )]);
        let vim = Keymap::embedded("vim").unwrap();
        let (kept, failure) = in_force(Some(&dir.path().join("bad.toml")), vim.clone());
        assert_eq!(kept, vim);
        let failure = failure.unwrap();
        assert_eq!(failure.more.faults.len(), 1);
        assert!(failure.more.hints.iter().any(|hint| hint.say(Lang::En).contains("vim")), "{failure:?}");
        let (taken, failure) = in_force(Some(Path::new("3270")), vim);
        assert_eq!((taken.name(), failure), ("3270", None));
    }
}
