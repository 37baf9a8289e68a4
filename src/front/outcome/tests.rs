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
            StoreError::Corrupt { place: "frame 17".into(), what: "hash differs".into() },
            "store_damaged",
            ["frame 17", "hash differs"],
        ),
        (StoreError::Format { found: 9, known: 1 }, "store_version", ["9", "1"]),
        (StoreError::Full { path: "/b/x".into() }, "disk_full", ["/b/x", "/b/x"]),
    ];
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
