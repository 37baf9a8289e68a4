//! The house rules that a compiler does not check: layers point down, outside crates stay in their rooms,
//! no file grows past 500 lines, and the top level holds what the plan names.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test stops where its own ground gives way"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// Modules in layer order with what each may use directly. A row grants what its members may use as well,
/// and every name in it must stand above the row, so no cycle can exist.
const LAYERS: &[(&str, &[&str])] = &[
    ("money", &[]),
    ("time", &[]),
    ("key", &[]),
    ("text", &["money", "time"]),
    ("domain", &["money", "time", "text"]),
    ("request", &["domain"]),
    ("action", &["domain", "request"]),
    ("pack", &["domain", "text"]),
    ("models", &["domain"]),
    ("rules", &["domain", "action", "pack", "models"]),
    ("flow", &["request", "pack", "rules"]),
    ("store", &["domain"]),
    ("intake", &["domain", "pack"]),
    ("search", &["domain", "text"]),
    ("service", &["request", "rules", "flow", "store", "intake", "search"]),
    ("keymap", &["key", "text", "action", "pack"]),
    ("macros", &["key", "text", "action", "request", "pack", "keymap"]),
    (
        "app",
        &["key", "money", "time", "text", "domain", "request", "action", "keymap", "macros", "rules", "flow"],
    ),
    ("view", &["app"]),
    ("terminal", &["key"]),
    ("runtime", &["app", "view", "terminal", "service"]),
    ("front", &["service", "view", "runtime"]),
];

/// Outside crates and the only modules that may name them; crates that are not listed may stand anywhere.
const ROOMS: &[(&str, &[&str])] = &[
    ("anyhow", &["front", "main"]),
    ("bincode", &["store"]),
    ("blake3", &["store", "pack", "intake", "flow", "service", "macros"]),
    ("cel", &["rules"]),
    ("clap", &["front"]),
    ("crossterm", &["front", "terminal"]),
    ("csv_core", &["intake"]),
    ("encoding_rs", &["intake"]),
    ("fixed_decimal", &["text"]),
    ("flate2", &["intake"]),
    ("fluent_bundle", &["text"]),
    ("fuzzy_matcher", &["search", "app"]),
    ("iban", &["domain"]),
    ("icu_casemap", &["text"]),
    ("icu_decimal", &["text"]),
    ("icu_locale_core", &["text"]),
    ("indicatif", &["front"]),
    ("jiff", &["time"]),
    ("mimalloc", &["main"]),
    ("quick_xml", &["intake"]),
    ("ratatui", &["view", "terminal"]),
    ("regex_lite", &["macros"]),
    ("signal_hook", &["front"]),
    ("sled", &["store"]),
    ("strsim", &["key", "text", "pack", "intake", "front"]),
    ("terminput", &["terminal"]),
    ("toml", &["pack"]),
    ("ulid", &["domain", "front"]),
    ("unic_langid", &["text"]),
    ("unicode_normalization", &["text"]),
    ("unicode_segmentation", &["text"]),
    ("unicode_width", &["text"]),
    ("zstd", &["store"]),
];

/// Paths of the standard library that reach the outside world, and the modules that may.
const WORLD: &[(&str, &[&str])] = &[
    ("std::fs", &["store", "pack", "front"]),
    ("std::net", &["front"]),
    ("std::process", &["front", "main"]),
    ("std::env", &["front", "main", "store"]),
];

const LINES_MAX: usize = 500;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else {
        return found;
    };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The program's own files, without its unit tests: those may read files and use what they test.
fn program_files() -> Vec<(PathBuf, String)> {
    let is_test = |path: &Path| {
        path.components().any(|part| matches!(part.as_os_str().to_str(), Some("tests" | "tests.rs")))
    };
    let source = root().join("src");
    rust_files(&source)
        .into_iter()
        .filter(|path| !is_test(path.strip_prefix(&source).unwrap()))
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let program = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default();
            (path, code(program))
        })
        .collect()
}

/// The top-level module of a file below `src`, `main` and `lib` for the two roots.
fn module_of(path: &Path) -> String {
    let inner = path.strip_prefix(root().join("src")).unwrap();
    let first = inner.components().next().unwrap().as_os_str().to_str().unwrap();
    first.trim_end_matches(".rs").to_owned()
}

/// The code without comments and without the contents of string literals.
fn code(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    let mut in_string = false;
    while let Some(c) = rest.next() {
        match (in_string, c) {
            (true, '\\') => {
                rest.next();
            }
            (true, '"') => in_string = false,
            (true, _) => {}
            (false, '"') => in_string = true,
            (false, '\'') if rest.peek() == Some(&'"') => {
                rest.next();
            }
            (false, '/') if rest.peek() == Some(&'/') => {
                for skipped in rest.by_ref() {
                    if skipped == '\n' {
                        break;
                    }
                }
                out.push('\n');
            }
            (false, c) => out.push(c),
        }
    }
    out
}

/// The names that follow `crate::` in code, grouped imports included.
fn used_modules(code: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for piece in code.split("crate::").skip(1) {
        if let Some(group) = piece.strip_prefix('{') {
            let mut depth = 0_usize;
            let mut name = String::new();
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        used.insert(first_name(&name));
                        name.clear();
                        continue;
                    }
                    _ => {}
                }
                if depth == 0 {
                    name.push(c);
                }
            }
            used.insert(first_name(&name));
        } else {
            used.insert(first_name(piece));
        }
    }
    used.remove("");
    used
}

fn first_name(text: &str) -> String {
    text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

fn allowed() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let mut table: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (module, direct) in LAYERS {
        let mut all = BTreeSet::from([*module]);
        for name in *direct {
            all.insert(name);
            all.extend(table.get(name).unwrap_or_else(|| panic!("{name} must stand above {module}")));
        }
        table.insert(module, all);
    }
    table
}

#[test]
fn layers_point_down() {
    let table = allowed();
    let mut breaches = Vec::new();
    for (path, code) in program_files() {
        let module = module_of(&path);
        if module == "lib" || module == "main" {
            continue;
        }
        let may =
            table.get(module.as_str()).unwrap_or_else(|| panic!("{module} is missing in the layer table"));
        for used in used_modules(&code) {
            if table.contains_key(used.as_str()) && !may.contains(used.as_str()) {
                breaches.push(format!("{}: {module} may not use {used}", path.display()));
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn every_layer_is_a_module_of_the_library_in_this_order() {
    let lib = code(&fs::read_to_string(root().join("src/lib.rs")).unwrap());
    let declared: Vec<&str> =
        lib.lines().filter_map(|line| line.trim().strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let listed: Vec<&str> = LAYERS.iter().map(|(module, _)| *module).collect();
    assert_eq!(declared, listed);
}

#[test]
fn outside_crates_stay_in_their_rooms() {
    let mut breaches = Vec::new();
    for (path, code) in program_files() {
        let module = module_of(&path);
        for (name, rooms) in ROOMS.iter().chain(WORLD) {
            let here = rooms.contains(&module.as_str());
            if !here && code.match_indices(&format!("{name}::")).any(|(at, _)| !inside_a_path(&code, at)) {
                breaches.push(format!("{}: {name} lives in {rooms:?}", path.display()));
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

/// `my_cel::x` and `a::cel::x` do not name the crate `cel`.
fn inside_a_path(code: &str, at: usize) -> bool {
    code[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
}

#[test]
fn every_dependency_has_its_reason() {
    let house = fs::read_to_string(root().join("src/ARCHITECTURE.md")).unwrap();
    let manifest: toml::Table =
        fs::read_to_string(root().join("Cargo.toml")).unwrap().parse().expect("Cargo.toml is TOML");
    for section in ["dependencies", "dev-dependencies"] {
        for name in manifest[section].as_table().unwrap().keys() {
            assert!(house.contains(&format!("`{name}`")), "{name} has no reason in ARCHITECTURE.md");
        }
    }
}

#[test]
fn no_file_grows_past_its_limit() {
    let files = ["src", "tests", "benches"].into_iter().flat_map(|folder| rust_files(&root().join(folder)));
    let long: Vec<String> = files
        .map(|path| (fs::read_to_string(&path).unwrap().lines().count(), path))
        .filter(|(lines, _)| *lines > LINES_MAX)
        .map(|(lines, path)| format!("{}: {lines} lines", path.display()))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn main_stays_small() {
    let lines = fs::read_to_string(root().join("src/main.rs")).unwrap().lines().count();
    assert!(lines <= 60, "main.rs has {lines} lines");
}

/// A library of values keeps no state of its own: two sessions share the store and immutable tables only.
#[test]
fn nothing_is_global_and_mutable() {
    let mut breaches = Vec::new();
    for (path, code) in program_files() {
        let module = module_of(&path);
        for line in code.lines().map(str::trim_start) {
            let global =
                ["static ", "pub static ", "pub(crate) static "].iter().any(|start| line.starts_with(start));
            let changes = ["Mutex<", "RwLock<", "Atomic", "RefCell<", "Cell<", "OnceLock<"]
                .iter()
                .any(|kind| line.contains(kind));
            if (global && changes && module != "front")
                || line.starts_with("static mut")
                || line.starts_with("thread_local!")
            {
                breaches.push(format!("{}: {line}", path.display()));
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn the_scanner_sees_what_it_should() {
    let source = "use crate::{\n    money::{Currency, Money},\n    time,\n};\n// crate::front\nlet a = \"crate::view\"; crate::text::fold::fold(x)";
    let used: Vec<String> = used_modules(&code(source)).into_iter().collect();
    assert_eq!(used, ["money", "text", "time"]);
    assert!(allowed()["front"].contains("store"));
    assert!(!allowed()["view"].contains("store"));
}
