//! What is said before it is too late, and hints that say what the keys do.

use super::*;

/// Above the reader's limit a row says that a second person is asked; the one that the drawing leaves blank makes room.
#[test]
fn the_limit_stands_with_the_other_checks() {
    let keys = "1 i b <Down> <Tab> 2 0 0 b <Tab> <Tab> 3 0 0 b <Enter>";
    let text = drawn(Lang::Tr, SMALL, keys);
    let rows: Vec<&str> = text.lines().collect();
    let wanted = " !    Yönetici onayı gerekecek: 642.300 TL > limitiniz 500.000 TL";
    assert_eq!(rows[20], wanted, "{text}");
    assert_eq!((rows[15], rows[22]), (" UYGUNLUK", DRAWN[1].1.lines().nth(22).unwrap()), "{text}");
    let text = drawn(Lang::En, SMALL, keys);
    assert!(text.contains(" !    A supervisor must approve: 642,300 TRY > your limit 500,000 TRY"), "{text}");
}

#[test]
fn an_amount_that_buys_no_unit_is_said_on_arriving() {
    let text = drawn(Lang::Tr, SMALL, "1 i b <Tab> 2 0 0 b <Tab> <Tab> 1 <Enter>");
    let wanted = " Fon için: 1,00 TL bir PPF payına yetmez (3,482915); F3 ile artırın.";
    assert_eq!(text.lines().nth(22), Some(wanted), "{text}");
}

/// What the row offers is what the pop-up does not refuse.
#[test]
fn the_options_of_the_row_are_those_of_the_popup() {
    for (lang, part) in [(Lang::Tr, "kısmi boz"), (Lang::En, "break a part")] {
        let row = drawn(lang, SMALL, ONE).lines().nth(22).unwrap().to_owned();
        assert!(row.contains(&format!("{part} ✗")), "{row}");
        assert!(safe::cells(row.trim()) < 79, "{row}");
        let popup = drawn(lang, SMALL, &format!("{ONE} <F10>")).to_lowercase();
        assert!(popup.contains(&format!("✗ {part}")), "{popup}");
    }
}

#[test]
fn hints_over_a_flow_say_what_the_keys_do() {
    let last = |size, keys: &str| drawn(Lang::Tr, size, keys).lines().last().unwrap().to_owned();
    assert_eq!(last(SMALL, &format!("{ONE} <F10>")), " Enter kapat  F3 geri  ? tuşlar");
    assert_eq!(last((60, 20), &format!("{ONE} <F10>")), " ↑↓ kaydır  Enter kapat  F3 geri  ? tuşlar");
    let values = last(SMALL, &format!("{ONE} <Tab> <Tab> <F4>"));
    assert_eq!(values, " ↑↓ seç  Enter al  F3 geri  ? tuşlar");
    for (keys, enter) in [(ONE, "Enter devam"), (TWO, "Enter devam"), (THREE, "Enter gönder")] {
        let hints = last((132, 43), &format!("{keys} <F1>"));
        assert_eq!(hints.matches("Enter").count(), 1, "{hints}");
        assert!(hints.contains(enter), "{hints}");
    }
}
