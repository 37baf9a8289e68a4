//! Why an alert is on the screen, and why one is not.

use crate::world::World;

/// A customer of the sample without a loan.
const CUSTOMER: &str = "10022210";

#[test]
fn a_rule_that_did_not_fire_says_so_with_every_condition_and_what_it_saw() {
    let world = World::filled();
    for (lang, words) in [("tr", "uyarı verilmedi"), ("en", "did not fire")] {
        let answer = world.run(&["why", CUSTOMER, "alert", "loan-legal", "--lang", lang]);
        assert_eq!((answer.code, answer.err.as_str()), (1, ""), "{answer:?}");
        assert!(answer.out.contains(words), "{}", answer.out);
        assert!(answer.out.contains('✗') && answer.out.contains("loan.legal_count > 0"), "{}", answer.out);
    }
    let (code, document) = world.json(&["why", CUSTOMER, "alert", "loan-legal"]);
    assert_eq!((code, &document["fired"]), (1, &false.into()), "{document}");
    let conditions = document["why"].as_array().unwrap();
    assert!(conditions.iter().any(|condition| condition["held"] == false), "{document}");
    for condition in conditions {
        let (_, label, value) =
            (&condition["seen"][0][0], &condition["seen"][0][1], &condition["seen"][0][2]);
        assert!(label["tr"].is_string() && value["en"].is_string(), "{document}");
    }
}

#[test]
fn one_that_fired_says_so_and_a_mistyped_one_gets_the_nearest_name() {
    let world = World::imported();
    let (code, document) = world.json(&["why", CUSTOMER, "alert", "channel-error"]);
    assert_eq!((code, &document["fired"]), (0, &true.into()), "{document}");
    for (lang, asked) in
        [("tr", "Bunu mu demek istediniz: channel-error"), ("en", "Did you mean: channel-error")]
    {
        world.run(&["why", CUSTOMER, "alert", "chanel-error", "--lang", lang]).refused(
            1,
            2,
            &["chanel-error", asked],
        );
    }
    // nothing is near: where the names are
    world.run(&["why", CUSTOMER, "alert", "zzzzzzzzzz"]).refused(1, 2, &["tekil show 10022210 --plain"]);
}
