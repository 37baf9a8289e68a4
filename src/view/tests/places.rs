//! Where things stand, and what gives way.

use super::*;

/// Columns of the drawings: title, divider, amounts and keys, in cells.
#[test]
fn titles_divider_and_amounts_stand_where_they_are_drawn() {
    for lang in Lang::ALL {
        let text = text_screen(&deniz(Touchpoint::CallCenter), lang, SMALL, Glyphs::Unicode);
        let rows: Vec<Vec<char>> = text.lines().map(|row| row.chars().collect()).collect();
        assert_eq!(rows.len(), 24);
        for row in &rows[3..=10] {
            assert_eq!(row[39], '│');
        }
        assert_eq!((rows[2][39], rows[11][39]), ('┬', '┴'));
        for row in &rows[4..=9] {
            assert!(row[35].is_ascii_digit() && row[36] == ' ', "{row:?}");
        }
        for (y, x) in [(3, 1), (3, 41), (12, 1), (19, 1), (4, 44), (20, 4), (20, 11), (20, 38)] {
            assert!(row_begins(&rows[y], x), "row {y}, column {x}: {:?}", rows[y]);
        }
    }
}

fn row_begins(row: &[char], column: usize) -> bool {
    row[column] != ' ' && row[column - 1] == ' '
}

#[test]
fn every_size_has_its_rows_and_no_row_is_too_wide() {
    for width in [0, 1, 7, 39, 40, 41, 60, 79, 80, 81, 100, 119, 120, 132, 400] {
        for height in [0, 1, 2, 3, 4, 9, 10, 11, 23, 24, 30, 43, 60] {
            for lang in Lang::ALL {
                let text = text_screen(&deniz(Touchpoint::Branch), lang, (width, height), Glyphs::Unicode);
                let wanted = if width == 0 { 0 } else { usize::from(height) };
                assert_eq!(text.lines().count(), wanted, "{width}x{height}");
                for row in text.lines() {
                    assert!(row.chars().count() <= usize::from(width), "{width}x{height}: {row}");
                }
            }
        }
    }
}

#[test]
fn what_does_not_fit_is_counted() {
    let mut screen = deniz(Touchpoint::CallCenter);
    let alert = screen.alerts[5].clone();
    screen.alerts.extend(vec![alert; 4]);
    screen.complaints.lines =
        Shown::Known((0..7).map(|n| complaint(n, "2026-11-02", "Bekleme", None)).collect());
    let text = text_screen(&screen, Lang::Tr, SMALL, Glyphs::Unicode);
    assert!(text.contains("UYARILAR 10"), "{text}");
    assert!(text.contains("… 4 daha"), "{text}");
    assert!(text.contains("… 6 daha"), "{text}");
    assert!(text.contains("!! Takipteki çek"), "{text}");
}

#[test]
fn hidden_is_said_and_is_not_unknown() {
    let mut screen = deniz(Touchpoint::CallCenter);
    screen.complaints.lines = Shown::Hidden;
    screen.call_reasons = Shown::Hidden;
    let text = text_screen(&screen, Lang::Tr, SMALL, Glyphs::Unicode);
    assert!(text.contains("Ayrıntılar kimlik doğrulanınca görünür"), "{text}");
    assert!(text.contains("Olası neden: kimlik doğrulanınca görünür"), "{text}");
    assert!(!text.contains("bilinmiyor"), "{text}");
}

#[test]
fn the_screen_comes_back_from_json_and_has_the_keys_of_the_contract() {
    for screen in [deniz(Touchpoint::CallCenter), nameless()] {
        let json = serde_json::to_string(&screen).unwrap();
        assert_eq!(serde_json::from_str::<CustomerScreen>(&json).unwrap(), screen);
        let document: serde_json::Value = serde_json::from_str(&json).unwrap();
        for key in
            ["customer", "summary", "segments", "alerts", "offers", "complaints", "missing", "freshness"]
        {
            assert!(document.get(key).is_some(), "{key} is not in {json}");
        }
        assert_eq!(document["customer"], screen.customer.0);
    }
    let document = serde_json::to_value(deniz(Touchpoint::CallCenter)).unwrap();
    assert_eq!(
        document["summary"][0]["owed"]["known"],
        serde_json::json!({"minor": -1_842_050, "currency": "TRY"})
    );
}
