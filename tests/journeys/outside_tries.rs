//! What a new user gets wrong, from outside: each answer is short, true, and says what to do.

use std::{ffi::OsStr, fs, os::unix::ffi::OsStrExt as _, path::PathBuf, process::Command};

use crate::world::{Answer, World, sample, text};

/// Both languages of one wrong try: exit code, and words that must be in each.
#[track_caller]
fn both(world: &World, args: &[&str], code: i32, turkish: &[&str], english: &[&str]) {
    for (lang, words) in [("tr_TR.UTF-8", turkish), ("en_US.UTF-8", english)] {
        let answer = Answer::of(world.command().env("LANG", lang).args(args));
        answer.refused(code, 4, words);
    }
    let (seen, document) = world.json(args);
    assert_eq!(seen, code, "{document}");
    let error = &document["error"];
    assert!(error["code"].is_string(), "{document}");
    for lang in ["tr", "en"] {
        assert!(!error["message"][lang].as_str().unwrap().is_empty(), "{document}");
    }
}

#[test]
fn a_wrong_path() {
    let world = World::new();
    both(
        &world,
        &["import", "warehouse", "yok/burada"],
        2,
        &["yok/burada", "Yolu denetleyin"],
        &["yok/burada", "Check the path"],
    );
    both(&world, &["pack", "check", "yok"], 2, &["yok"], &["yok"]);
    assert!(!world.store().exists());
}

#[test]
fn a_file_where_a_folder_is_needed() {
    let world = World::new();
    fs::write(world.path("dosya"), "x").unwrap();
    both(
        &world,
        &["--store", "dosya", "show", "1"],
        2,
        &["klasör değil", "dosya"],
        &["not a folder", "dosya"],
    );
    both(&world, &["pack", "check", "dosya"], 2, &["klasör değil"], &["not a folder"]);
}

#[test]
fn a_wrong_layout() {
    let world = World::new();
    let folder = sample();
    both(
        &world,
        &["import", "warehose", text(&folder)],
        2,
        &["berka, warehouse, rates", "Bunu mu demek istediniz: warehouse"],
        &["berka, warehouse, rates", "Did you mean: warehouse"],
    );
    assert!(!world.store().exists());
}

#[test]
fn no_permission() {
    use std::os::unix::fs::PermissionsExt as _;
    let world = World::new();
    let closed = world.path("kapali");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
    // the superuser passes every mode, but not what the kernel keeps to itself
    let refused = if fs::read_dir(&closed).is_ok() { "/sys/tekil/bank" } else { "kapali/bank" };
    both(&world, &["--store", refused], 5, &["Erişim izni yok"], &["Permission denied"]);
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o700)).unwrap();
}

/// A mounted folder; let go of however the test ends.
struct Mounted(PathBuf);

impl Drop for Mounted {
    fn drop(&mut self) {
        let unmounted = Command::new("umount").arg(&self.0).status();
        assert!(unmounted.is_ok_and(|status| status.success()));
    }
}

#[test]
fn a_full_disk() {
    let world = World::new();
    let small = world.path("small");
    fs::create_dir(&small).unwrap();
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=256k", "tmpfs", text(&small)])
        .output()
        .is_ok_and(|output| output.status.success());
    if !mounted {
        eprintln!("CANNOT MOUNT a small tmpfs here: the full disk is tried in the store's own tests only");
        return;
    }
    let small = Mounted(small);
    let store = small.0.join("bank");
    for (lang, words) in [("tr", ["Diskte yer kalmadı", "Yer aç"]), ("en", ["No space", "Free some space"])]
    {
        let answer = world.run(&["--lang", lang, "--store", text(&store)]);
        assert_eq!(answer.code, 5, "{answer:?}");
        for word in words {
            assert!(answer.err.contains(word), "{answer:?}");
        }
    }
}

#[test]
fn an_unknown_customer() {
    let world = World::filled();
    both(
        &world,
        &["show", "99999999"],
        1,
        &["99999999", "Numarayı denetleyin"],
        &["99999999", "Check the number"],
    );
    both(&world, &["show", "abc"], 2, &["abc", "rakam"], &["abc", "digits"]);
}

#[test]
fn an_empty_store() {
    let world = World::new();
    for command in [&["show", "1"][..], &["why", "1", "alert", "x"], &["verify"], &["rebuild"]] {
        both(&world, command, 1, &["Depo boş", "tekil import"], &["store is empty", "tekil import"]);
    }
    assert!(!world.store().exists());
}

#[test]
fn a_folder_that_is_no_store() {
    let world = World::new();
    fs::create_dir(world.path("belgeler")).unwrap();
    fs::write(world.path("belgeler/mektup.txt"), "x").unwrap();
    both(
        &world,
        &["--store", "belgeler", "show", "1"],
        5,
        &["depo yok", "belgeler"],
        &["no store here", "belgeler"],
    );
    assert_eq!(fs::read_dir(world.path("belgeler")).unwrap().count(), 1);
}

#[test]
fn a_word_that_is_no_command_and_an_option_that_is_none() {
    let world = World::new();
    both(
        &world,
        &["verfy"],
        2,
        &["verfy", "Bunu mu demek istediniz: verify"],
        &["verfy", "Did you mean: verify"],
    );
    both(&world, &["show", "1", "--plan"], 2, &["--plan", "--plain"], &["--plan", "--plain"]);
    both(&world, &["show"], 2, &["MÜŞTERİ"], &["CUSTOMER"]);
    both(&world, &["show", "1", "--size", "80"], 2, &["80x24"], &["80x24"]);
    both(
        &world,
        &["show", "1", "--touchpoint", "brach"],
        2,
        &["call-center, branch, ivr, digital", "branch"],
        &["call-center, branch, ivr, digital", "branch"],
    );
}

#[test]
fn a_moment_and_a_language_that_are_none() {
    let world = World::new();
    both(
        &world,
        &["--now", "dün", "verify"],
        2,
        &["--now", "dün", "2026-11-24T10:42:00+03:00"],
        &["--now", "dün", "2026-11-24T10:42:00+03:00"],
    );
    let range = |lang: &str| if lang == "tr" { "1970 ile 9999" } else { "1970 and 9999" };
    for moment in ["1960-01-01T00:00:00+03:00", "10000-01-01T00:00:00Z", "2026-11-24"] {
        both(&world, &["--now", moment], 2, &[moment, range("tr")], &[moment, range("en")]);
    }
    assert!(!world.store().exists());
    both(&world, &["--lang", "fr"], 2, &["fr", "tr ya da en"], &["fr", "tr or en"]);
    let by_twin = Answer::of(world.command().env("TEKIL_NOW", "noon").arg("verify"));
    by_twin.refused(2, 2, &["TEKIL_NOW", "noon"]);
    let by_twin = Answer::of(world.command().env("TEKIL_LANG", "de"));
    by_twin.refused(2, 2, &["TEKIL_LANG", "de"]);
}

#[test]
fn words_that_are_not_utf8() {
    let world = World::new();
    let broken = OsStr::from_bytes(b"1\xff");
    Answer::of(world.command().arg("show").arg(broken)).refused(2, 3, &["UTF-8"]);
    // a file's name may be any bytes
    Answer::of(world.command().args(["import", "rates"]).arg(broken)).refused(2, 3, &["1\u{fffd}"]);
    Answer::of(world.command().env("TEKIL_OPERATOR", broken).arg("verify")).refused(
        2,
        3,
        &["TEKIL_OPERATOR"],
    );
}

#[test]
fn no_home_to_put_a_store_in() {
    let world = World::new();
    let answer = Answer::of(world.command().env_remove("HOME").arg("verify"));
    answer.refused(2, 2, &["XDG_DATA_HOME", "HOME", "--store"]);
    for (lang, words) in [("tr", ["/ ile başlayan", "--store"]), ("en", ["begins with /", "--store"])] {
        let relative = Answer::of(world.command().env("HOME", "burada").args(["verify", "--lang", lang]));
        relative.refused(2, 2, &words);
    }
    let named = Answer::of(world.command().env("XDG_DATA_HOME", world.path("veri")));
    named.good();
    assert!(world.path("veri/tekil/bank").is_dir());
}

#[test]
fn the_language_of_the_machine_is_spoken() {
    let world = World::new();
    for (lang, word) in [("tr_TR.UTF-8", "Kullanım"), ("en_US.UTF-8", "Usage"), ("C", "Kullanım")] {
        let help = Answer::of(world.command().env("LANG", lang).arg("--help")).good();
        assert!(help.out.contains(word), "{lang}: {}", help.out);
    }
}

#[test]
fn every_command_explains_itself_in_both_languages() {
    let world = World::new();
    for command in ["desk", "show", "why", "import", "init", "pack", "verify", "rebuild", "bench"] {
        let turkish = world.run(&[command, "--help"]).good().out;
        let english = world.run(&["help", command, "--lang", "en"]).good().out;
        assert!(turkish.contains("Kullanım:") && english.contains("Usage:"), "{turkish}{english}");
        assert_ne!(turkish.lines().next(), english.lines().next());
    }
}

#[test]
fn help_and_version_are_one_document_for_scripts() {
    let world = World::new();
    let (code, version) = world.json(&["--version"]);
    assert_eq!((code, &version["version"]), (0, &env!("CARGO_PKG_VERSION").into()));
    for args in [&["--help"][..], &["why", "--help"], &["help", "import"]] {
        let (code, help) = world.json(args);
        assert_eq!(code, 0);
        assert!(help["help"].as_str().unwrap().contains("Kullanım:"), "{help}");
    }
}

/// A business day before the first value of a parameter is named, and so is the option that chose it.
#[test]
fn a_day_before_the_packs_first_values_is_named() {
    let world = World::filled();
    for (lang, words) in [("tr", ["02.01.1975", "--now"]), ("en", ["02.01.1975", "--now"])] {
        let args = ["show", "10014017", "--now", "1975-01-02T10:00:00+03:00", "--lang", lang];
        world.run(&args).refused(2, 2, &words);
    }
}
