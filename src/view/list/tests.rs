use super::*;
use crate::{
    app::tests::sample::{listing, now},
    domain::{AccountId, StatementId},
    money::Currency,
    request::{
        ListKind,
        listing::{ListRow, ProductGroup},
    },
    text::Said,
    view::{
        sample::{complaint, day, said},
        text_of,
    },
};

fn drawn(kind: ListKind, rows: Vec<Listed>, (columns, lang): (u16, Lang)) -> String {
    let rows = rows.into_iter().map(|what| ListRow { what, detail: Vec::new() }).collect();
    let listing = Listing { rows, ..listing(kind, "", 0) };
    let height = u16::try_from(listing.rows.len()).unwrap();
    let mut buffer = Buffer::empty(ratatui::layout::Rect::new(0, 0, columns, height));
    let shape = Shape::of(&listing, columns, lang);
    for (y, row) in (0..).zip(&listing.rows) {
        line(&mut Row::at(&mut buffer, y), &row.what, (&shape, now(), lang));
    }
    text_of(&buffer)
}

fn product(texts: [(&str, &str); 3], number: &str, ends: Option<&str>, minor: i64) -> Listed {
    let [group, name, terms] = texts.map(|(tr, en)| said(tr, en));
    Listed::Product {
        kind: ProductGroup::Term,
        alarming: false,
        group,
        number: number.to_owned(),
        name,
        terms,
        ends: ends.map(day),
        amount: Some(Shown::Known(Money::new(minor, Currency::TRY))),
        account: None,
    }
}

fn products() -> Vec<Listed> {
    vec![
        product([("Vadesiz", "Current"), ("Vadesiz TL", "Current TRY"), ("", "")], "4017-01", None, 841_236),
        product(
            [("Vadeli", "Deposit"), ("Vadeli TL", "Deposit TRY"), ("%41,00 · 7 gün", "41.00% · 7 days")],
            "4017-03",
            Some("2026-12-01"),
            50_000_000,
        ),
        product(
            [("Kart", "Card"), ("Altın Kart", "Gold card"), ("limit 40.000", "limit 40,000")],
            "·1903",
            Some("2026-11-23"),
            -1_842_050,
        ),
        product(
            [
                ("Sigorta", "Insurance"),
                ("Konut sigortası", "Home insurance"),
                ("fiyat son 30.11", "price until 30.11"),
            ],
            "****4021",
            Some("2026-12-14"),
            0,
        ),
    ]
}

#[test]
fn products_stand_whole_where_there_is_room() {
    for lang in Lang::ALL {
        for columns in [80, 132] {
            let text = drawn(ListKind::Products, products(), (columns, lang));
            assert!(!text.contains('…'), "{columns} {lang:?}\n{text}");
        }
    }
}

#[test]
fn a_complaint_says_how_it_stands_before_what_came_of_it() {
    for (lang, state) in [(Lang::Tr, "5 günde kapandı"), (Lang::En, "closed in 5 days")] {
        for (columns, refund) in [(80, lang == Lang::Tr), (132, true), (60, false)] {
            let row = Listed::Complaint(complaint(1, "2026-11-18", "Kart aidatı iadesi", Some(5)));
            let text = drawn(ListKind::Complaints, vec![row], (columns, lang));
            assert!(text.contains(state) && !text.contains('…'), "{columns}\n{text}");
            assert!(!refund || text.contains("480"), "{columns}\n{text}");
        }
    }
}

#[test]
fn a_long_text_takes_the_room_that_the_row_has() {
    let row = |text: Said, other: &str| Listed::Transaction {
        id: StatementId(1),
        account: AccountId(1),
        day: day("2026-11-19"),
        at: None,
        text,
        counterparty: Some(said(other, other)),
        amount: Shown::Known(Money::new(-46_781, Currency::TRY)),
        balance: Shown::Known(Money::new(841_236, Currency::TRY)),
        receipt: None,
    };
    let rows = || {
        let bill = row(said("İnternet faturası, mobil", "Internet bill, mobile"), "Telekom A.Ş.");
        vec![bill, row(said("Gelen FAST", "FAST received"), "M. Y*****Z")]
    };
    let kind = ListKind::Transactions { account: None };
    for (lang, bill) in [(Lang::Tr, "İnternet faturası, mobil"), (Lang::En, "Internet bill, mobile")] {
        let small = drawn(kind, rows(), (80, lang));
        assert!(small.contains(bill), "{small}");
        // a short text leaves the other side where it is drawn
        let second: String = small.lines().nth(1).unwrap().chars().skip(usize::from(OTHER)).collect();
        assert!(second.starts_with("M. Y*****Z"), "{small}");
        let wide = drawn(kind, rows(), (132, lang));
        assert!(wide.contains(bill) && wide.contains("Telekom A.Ş.") && !wide.contains('…'), "{wide}");
    }
}

/// A long name takes the cells that its row leaves empty, and gives way to terms, day and amount where it leaves none.
#[test]
fn a_long_name_takes_what_its_row_leaves() {
    let rows = || {
        let long = ("Hisse senedi yoğun değişken fon", "Equity heavy flexible fund");
        vec![
            product([("Fon", "Fund"), long, ("12.004,5 pay", "12,004.5 units")], "HSF", None, 5_890_000),
            product([("Fon", "Fund"), long, ("", "")], "HSG", None, 5_890_000),
            product(
                [("Sigorta", "Insurance"), long, ("fiyat son 30.11, sabit", "price fixed until 30.11")],
                "****4017",
                Some("2026-12-14"),
                5_890_000,
            ),
        ]
    };
    for (lang, name) in
        [(Lang::Tr, "Hisse senedi yoğun değişken fon "), (Lang::En, "Equity heavy flexible fund ")]
    {
        let text = drawn(ListKind::Products, rows(), (80, lang));
        let lines: Vec<&str> = text.lines().collect();
        assert!(
            lines[0].contains(name)
                && lines[0].contains(if lang == Lang::Tr { "4,5 pay" } else { "4.5 units" }),
            "{text}"
        );
        assert!(lines[1].contains(name), "{text}");
        assert!(
            lines[2].contains('…') && lines[2].contains("30.11") && lines[2].contains("14.12.2026"),
            "{text}"
        );
        let amount = if lang == Lang::Tr { "58.900,00" } else { "58,900.00" };
        assert!(lines.iter().all(|line| line.ends_with(amount)), "{text}");
    }
}
