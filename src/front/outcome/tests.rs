use super::*;

#[test]
fn the_worst_exit_counts() {
    // 5 > 4 > 2 > 3 > 1 > 0, every pair, both ways round
    let order = [5, 4, 2, 3, 1, 0];
    for (i, a) in Exit::WORST_FIRST.into_iter().enumerate() {
        assert_eq!(a.code(), order[i]);
        for b in Exit::WORST_FIRST.into_iter().skip(i) {
            assert_eq!(a.worst(b), a);
            assert_eq!(b.worst(a), a);
        }
    }
}

#[test]
fn every_store_error_is_exit_5_and_names_its_facts() {
    let cases = [
        (StoreError::Owned { path: "/b/x".into(), pid: Some(4711) }, "store_owned", ["/b/x", "4711"]),
        (
            StoreError::Corrupt { place: "Fact [17]".into(), what: "hash differs".into() },
            "store_damaged",
            ["Fact [17]", "tekil rebuild"],
        ),
        (
            StoreError::Disk {
                path: "/b/x".into(),
                kind: std::io::ErrorKind::PermissionDenied,
                cause: "os".into(),
            },
            "no_permission",
            ["/b/x", "/b/x"],
        ),
        (StoreError::Format { found: 9, known: 1 }, "store_version", ["9", "1"]),
        (StoreError::Full { path: "/b/x".into() }, "disk_full", ["/b/x", "/b/x"]),
        (StoreError::ScratchFull { keys_max: 7 }, "dry_run_full", ["7", "7"]),
    ];
    let full = |cause: &str| Failure::from(StoreError::Poisoned { cause: cause.into() }).code;
    assert_eq!(full("Os { code: 28, kind: StorageFull }"), "disk_full");
    assert_eq!(full(&StoreError::Full { path: "/b".into() }.to_string()), "disk_full");
    assert_eq!(full("input/output error"), "store_poisoned");
    for (error, code, facts) in cases {
        let failure = Failure::from(error);
        assert_eq!((failure.exit, failure.code), (Exit::Store, code));
        for lang in crate::text::Lang::ALL {
            let said = failure.message.say(lang);
            for fact in facts {
                assert!(said.contains(fact), "{said} lacks {fact}");
            }
        }
    }
}

#[test]
fn a_refusal_of_permission_is_exit_4_and_nothing_found_is_1() {
    let not_permitted = Failure::from(Refusal::NotPermitted { request: "open_customer".into() });
    assert_eq!(not_permitted.exit.code(), 4);
    let unknown = Failure::from(Refusal::UnknownCustomer { customer: crate::domain::CustomerNo(7) });
    assert_eq!(unknown.exit.code(), 1);
}

/// Every way in which the machine speaks English of its own.
#[test]
fn the_machines_own_words_are_for_scripts_only() {
    let words = || "Read corrupted data (os error 5)".to_owned();
    let damaged = |damage| StoreError::Damaged { place: "here".into(), damage, what: words() };
    let errors = [
        damaged(Damage::Index),
        damaged(Damage::FrameCut),
        damaged(Damage::ReadyFile),
        damaged(Damage::JournalShort { last: 3, known: 5 }),
        StoreError::Corrupt { place: "here".into(), what: words() },
        StoreError::Poisoned { cause: words() },
        StoreError::Unavailable { cause: words() },
        StoreError::Disk { path: "/b".into(), kind: std::io::ErrorKind::Other, cause: words() },
        StoreError::Malformed { what: words() },
        StoreError::NotAStore { path: "/b".into(), what: words() },
    ];
    for error in errors {
        let failure = Failure::from(error.clone());
        assert!(failure.more.cause.as_ref().is_some_and(|cause| cause.contains(&words())), "{error:?}");
        for lang in crate::text::Lang::ALL {
            let said = failure.message.say(lang);
            assert!(!said.contains("corrupted") && !said.contains("os error"), "{said}");
        }
    }
}

/// One remedy a person can follow, and the right one.
#[test]
fn damage_names_its_one_remedy() {
    let table = [
        (Damage::Index, "tekil rebuild", "yede"),
        (Damage::Entry, "tekil rebuild", "yede"),
        (Damage::FrameCut, "yedeğini geri koyun", "rebuild"),
        (Damage::JournalShort { last: 3, known: 5 }, "yedeğini geri koyun", "rebuild"),
        (Damage::ReadyFile, "yedeğinden geri koyun", "rebuild"),
        (Damage::FrameSealed, "sürümünü kullanın", "rebuild"),
    ];
    for (damage, remedy, other) in table {
        let failure = Failure::from(StoreError::Damaged { place: "p".into(), damage, what: "w".into() });
        let said = failure.message.say(crate::text::Lang::Tr);
        assert!(said.contains(remedy) && !said.contains(other), "{said}");
    }
}

#[test]
fn an_older_store_is_refused_with_what_to_do_and_a_newer_one_without() {
    let older = Failure::from(MetaError::Schema { found: SCHEMA - 1 });
    assert_eq!((older.exit, older.code), (Exit::Store, "store_version"));
    assert_eq!(older.more.hints, [Message::new(id::STORE_OLDER)]);
    assert_eq!(Failure::from(MetaError::Schema { found: SCHEMA + 1 }).more.hints, []);
}
