//! Imports of the warehouse layout: twice, strict, rejects in a file, folders and files.

use std::{fs, process::Command};

use crate::world::{Answer, World, text};

#[test]
fn importing_twice_changes_nothing() {
    let world = World::new();
    let folder = world.warehouse();
    let args = ["import", "warehouse", text(&folder)];
    let (code, first) = world.json(&args);
    assert_eq!(code, 0, "{first}");
    assert!(first["totals"]["customers"].as_u64().unwrap() > 0, "{first}");
    assert_eq!(first["rejects"], serde_json::json!([]));
    for key in ["files", "rejects", "totals", "seconds", "notes"] {
        assert!(first.get(key).is_some(), "{key}");
    }
    let before = world.state_hash();
    let (code, second) = world.json(&args);
    assert_eq!(code, 0, "{second}");
    assert_eq!(second["files"], first["files"]);
    assert_eq!(second["totals"], first["totals"]);
    assert_eq!(world.state_hash(), before);
}

#[test]
fn single_files_and_gzip_are_taken_too() {
    let whole = World::new();
    let folder = whole.warehouse();
    whole.run(&["import", "warehouse", text(&folder)]).good();
    let parts = World::new();
    let folder = parts.warehouse();
    let transactions = folder.join("transactions.csv");
    zipped(&transactions);
    let mut args = vec!["import".to_owned(), "warehouse".to_owned()];
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.reverse();
    args.extend(files.iter().map(|path| text(path).to_owned()));
    let answer = Answer::of(parts.command().args(&args));
    answer.good();
    let balances = |world: &World| world.json(&["show", &first_customer(world)]).1["summary"].clone();
    assert_eq!(balances(&parts), balances(&whole));
}

fn zipped(path: &std::path::Path) {
    let done = Command::new("gzip").arg(path).status().unwrap();
    assert!(done.success());
}

fn first_customer(world: &World) -> String {
    let (_, start) = world.json(&[]);
    start["next"][0].as_str().unwrap().split_whitespace().nth(2).unwrap().to_owned()
}

#[test]
fn strict_writes_nothing_if_any_row_is_bad_and_rejects_go_to_a_file() {
    let world = World::new();
    let folder = world.warehouse();
    let customers = folder.join("customers.csv");
    let mut lines = fs::read_to_string(&customers).unwrap();
    let bad = lines.lines().nth(1).unwrap().replacen(char::is_numeric, "x", 1);
    lines.push_str(&bad);
    lines.push('\n');
    fs::write(&customers, lines).unwrap();
    let args = ["import", "warehouse", text(&folder)];

    let strict = [&args[..], &["--strict"]].concat();
    let (code, refused) = world.json(&[&strict[..], &["--rejects", "strict.csv"]].concat());
    assert_eq!(code, 2, "{refused}");
    assert_eq!(refused["error"]["code"], "import_refused");
    assert_eq!(refused["rejects"].as_array().unwrap().len(), 1, "{refused}");
    world.run(&["show", "1"]).refused(1, 1, &["Depo boş"]);
    let answer = world.run(&strict);
    assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{answer:?}");
    assert!(answer.err.contains("depo değişmedi") && answer.err.contains("customers.csv:"), "{answer:?}");

    let (code, taken) = world.json(&[&args[..], &["--rejects", "bad.csv"]].concat());
    assert_eq!((code, &taken["rejected"]), (0, &serde_json::json!(1)), "{taken}");
    let reject = &taken["rejects"][0];
    assert_eq!(reject["file"], "customers.csv");
    assert!(reject["line"].as_u64().unwrap() > 1);
    for key in ["field", "value", "reason"] {
        assert!(reject[key].is_string(), "{key} of {reject}");
    }
    let written = fs::read_to_string(world.path("bad.csv")).unwrap();
    assert_eq!(written.lines().count(), 2, "{written}");
    assert_eq!(fs::read_to_string(world.path("strict.csv")).unwrap(), written);
    assert!(written.starts_with("file,line,field,value,code,reason,remedy\n"));
}

#[test]
fn a_rejects_file_that_cannot_be_written_is_told_before_anything_is_imported() {
    let world = World::new();
    let folder = world.warehouse();
    let args = ["import", "warehouse", text(&folder), "--rejects", "yok/bad.csv"];
    world.run(&args).refused(2, 2, &["yok/bad.csv"]);
    assert!(!world.store().exists());
}

#[test]
fn wrong_files_for_a_layout_are_refused_with_the_known_names() {
    let world = World::new();
    fs::create_dir(world.path("bos")).unwrap();
    world.run(&["import", "warehouse", "bos"]).refused(2, 2, &["bos", "dosya yok"]);
    fs::write(world.path("bos/musteri.csv"), "a,b\n1,2\n").unwrap();
    let answer = world.run(&["import", "warehouse", "bos"]);
    assert_eq!(answer.code, 2);
    assert!(answer.err.contains("musteri.csv") && answer.err.contains("customers"), "{answer:?}");
    assert!(!world.store().exists());
}

/// The list of rejects may never cost what it is about.
#[test]
fn a_rejects_file_that_exists_is_left_as_it_is() {
    let world = World::new();
    let folder = world.warehouse();
    let customers = folder.join("customers.csv");
    let before = fs::read(&customers).unwrap();
    let import = ["import", "warehouse", text(&folder), "--rejects", text(&customers)];
    world.run(&import).refused(2, 2, &["customers.csv", "zaten var"]);
    assert_eq!(fs::read(&customers).unwrap(), before);
    assert!(!world.store().exists());
}

#[test]
fn a_pipe_is_not_waited_for() {
    let world = World::new();
    let pipe = world.path("customers.csv");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let refused = world.run(&["import", "warehouse", text(&pipe)]);
    refused.refused(2, 2, &["customers.csv", "düz bir dosya değil"]);
}

/// That nobody said anything of complaints is not that there are none.
#[test]
fn no_complaints_are_none_only_where_their_table_came() {
    let world = World::new();
    let folder = world.warehouse();
    let complaints = folder.join("complaints.csv");
    let header = fs::read_to_string(&complaints).unwrap().lines().next().unwrap().to_owned() + "\n";
    fs::remove_file(&complaints).unwrap();
    let import = ["import", "warehouse", text(&folder)];
    world.run(&import).good();
    let pane = || world.json(&["show", "10014017"]).1["complaints"].clone();
    assert_eq!((&pane()["unknown"], &pane()["open"]), (&true.into(), &0.into()));

    fs::write(&complaints, header).unwrap();
    world.run(&import).good();
    assert_eq!((&pane()["unknown"], &pane()["open"]), (&false.into(), &0.into()));
    let before = world.state_hash();
    world.run(&import).good();
    assert_eq!(world.state_hash(), before);
}

/// A refused first import makes no bank, and one without a good row does not say that it imported.
#[test]
fn an_import_that_takes_nothing_leaves_and_claims_nothing() {
    let world = World::new();
    let folder = world.path("bad");
    fs::create_dir_all(&folder).unwrap();
    let row = "customer_no,kind,given,family,title,birth,since,branch\nx,person,,,,,,\n";
    fs::write(folder.join("customers.csv"), row).unwrap();
    let strict = world.run(&["import", "warehouse", text(&folder), "--strict"]);
    assert_eq!(strict.code, 2, "{strict:?}");
    assert!(!world.store().exists(), "a folder was left");
    for (lang, none, done) in
        [("tr", "Alınan satır yok", "Aktarıldı"), ("en", "No row was taken", "Imported")]
    {
        let store = world.path(lang);
        let args = ["import", "warehouse", text(&folder), "--store", text(&store), "--lang", lang];
        let said = world.run(&args).good().out;
        assert!(said.contains(none) && !said.contains(done), "{said}");
    }
    // a bank that is there stays
    let world = World::imported();
    let before = world.state_hash();
    world.run(&["import", "warehouse", text(&folder), "--strict"]);
    assert_eq!(world.state_hash(), before);
}
