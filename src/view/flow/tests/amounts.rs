//! The largest amounts on every size: a figure is never cut; and an amount that reads two ways is asked about.

use std::sync::{Arc, LazyLock};

use super::*;
use crate::{
    app::{FlowPlace, Model, Place, Shelf},
    domain::receipt::{LegState, ReceiptLine},
    flow::{
        self,
        view::{BlockView, Body, LineView, What},
    },
    money::{Currency, Money},
    pack::{Pack, PackSource},
    request::flow::FlowDone,
    view::receipt,
};

const SIZES: [(u16, u16); 4] = [(80, 24), (132, 43), (60, 20), (40, 10)];
/// The first screen, the second and the third, nearly ten billions broken.
const SCREENS: [&str; 3] = ["", "<Enter>", "<Enter>"];

fn lira(minor: i64) -> Money {
    Money::new(minor, Currency::TRY)
}

fn large(lang: Lang, size: (u16, u16)) -> Desk {
    let mut desk = Desk::open(lang, size);
    desk.bank.large = Some(lira(999_999_999_999));
    desk.model.shelf = generous();
    desk
}

/// The demo bank's flows, in a bank whose supervisors may agree to anything.
fn generous() -> Shelf {
    static SHELF: LazyLock<Shelf> = LazyLock::new(|| {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in Pack::embedded_files() {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            let text = text.replace("amount = \"5000000.00\"", "amount = \"90000000000.00\"");
            std::fs::write(path, text).unwrap();
        }
        let (pack, _, flows) = flow::load(&PackSource::Dir(folder.path().to_owned())).unwrap();
        Shelf::new(Arc::new(flows), Arc::new(pack))
    });
    SHELF.clone()
}

fn at(model: &Model) -> &FlowPlace {
    match model.place() {
        Some(Place::Flow(place)) => place,
        _ => panic!("no flow"),
    }
}

/// All that the pages of this screen show.
fn pages(desk: Desk) -> (Desk, String) {
    let mut desk = desk.keys("<F7> <F7> <F7> <F7> <F7> <F7> <F7>");
    let mut shown = String::new();
    for _ in 0..12 {
        shown += &text_of(&draw(&desk.model).0);
        desk = desk.keys("<F8>");
    }
    (desk, shown)
}

fn values(blocks: &[BlockView], lang: Lang) -> Vec<String> {
    let of_lines = |lines: &[LineView]| -> Vec<String> {
        let parts = lines.iter().flat_map(|line| &line.parts);
        parts
            .filter_map(|part| {
                if let What::Value(said) = &part.what { Some(said.of(lang).to_owned()) } else { None }
            })
            .collect()
    };
    blocks
        .iter()
        .flat_map(|block| match &block.body {
            Body::Choice(table) => table
                .rows
                .iter()
                .flat_map(|row| row.cells.iter().map(|cell| cell.of(lang).to_owned()))
                .collect(),
            Body::Lines(lines) => of_lines(lines),
            Body::Legs(_) => Vec::new(),
            Body::Sentence(sentence) => {
                let mut all = of_lines(&sentence.lines);
                all.push(sentence.text.of(lang).to_owned());
                all
            }
        })
        .collect()
}

/// Words with digits in them: what must never stand there cut.
fn figures(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
        .map(|word| word.trim_matches(['"', ';', ',', '.']))
        .filter(|word| word.contains(|c: char| c.is_ascii_digit()))
}

#[test]
fn no_figure_of_the_flow_is_cut_on_any_size() {
    for (lang, typed) in [(Lang::Tr, "1 9 9 9 9 9 9 , 9 9"), (Lang::En, "1 9 9 9 9 9 9 . 9 9")] {
        for size in SIZES {
            let mut desk =
                large(lang, size).keys(&format!("1 i b <Tab> {typed} <Tab> <Tab> k a l a n <Tab>"));
            for keys in SCREENS {
                desk = desk.keys(keys);
                let place = at(&desk.model);
                let fields = place.run.fields();
                let mut wanted = values(&place.run.blocks(), lang);
                wanted.extend(fields.iter().map(|field| field.shown.of(lang).to_owned()));
                let (after, shown) = pages(desk);
                for figure in wanted.iter().flat_map(|value| figures(value)) {
                    assert!(shown.contains(figure), "{figure} {lang:?} {size:?}\n{shown}");
                }
                for word in figures(&shown) {
                    assert!(
                        !word.contains('…') || word.starts_with('*'),
                        "{word} {lang:?} {size:?}\n{shown}"
                    );
                }
                desk = after;
            }
            assert_eq!(at(&desk.model).run.step(), 3);
            let figure = |name| at(&desk.model).run.figure(name).unwrap().say(Lang::Tr);
            assert_eq!(figure("fx_amount"), "1.999.999,99 TL");
            assert!(figure("fund_amount").starts_with("10.001.164.383,5"), "{}", figure("fund_amount"));
        }
    }
}

#[test]
fn an_amount_is_seen_whole_while_it_is_typed() {
    let table = [("1.234.567,89", "[ 1.234.567,89_ ]"), ("999.999.999,99", "[ 999.999.999,99_ ]")];
    for size in SIZES {
        for (typed, wanted) in table {
            let keys: Vec<String> = typed.chars().map(|c| c.to_string()).collect();
            let desk = large(Lang::Tr, size).keys("1 i b <Tab>").keys(&keys.join(" "));
            let text = text_of(&draw(&desk.model).0);
            assert!(text.contains(wanted), "{size:?}\n{text}");
            let (buffer, cursor) = draw(&desk.model);
            let under = cursor.map(|(x, y)| buffer[(x, y)].symbol().to_owned());
            assert_eq!(under.as_deref(), Some("_"), "{size:?}");
            let text = text_of(&draw(&desk.keys("<Tab>").model).0);
            assert!(text.contains(&format!("[ {typed} ]")), "{size:?}\n{text}");
        }
        // far more than any amount: that something stands before it is seen
        let desk = large(Lang::Tr, size).keys("1 i b <Tab>").keys(&"7 ".repeat(60));
        let text = text_of(&draw(&desk.model).0);
        assert!(text.contains("7_ ]") && text.contains("[ …7"), "{size:?}\n{text}");
    }
}

#[test]
fn an_amount_that_reads_two_ways_says_both() {
    let table = [
        (Lang::Tr, "1 2 , 3 4 5", "Döviz için: 12,345 iki türlü okunur; 12.345,00 ya da 12,35 yazın."),
        (Lang::En, "1 2 . 3 4 5", "For FX: 12.345 reads two ways; type 12,345.00 or 12.35."),
    ];
    for (lang, typed, wanted) in table {
        for size in SIZES {
            let desk = large(lang, size).keys("1 i b <Tab>").keys(typed);
            for keys in ["<Tab>", "<Enter>", "<Down>", "<F10>"] {
                let desk = desk.model.clone();
                let mut told = Desk::open(lang, size);
                told.model = desk;
                let told = told.keys(keys);
                let text = text_of(&draw(&told.model).0).split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(text.contains(wanted), "{keys} {size:?}\n{text}");
                assert_eq!(at(&told.model).focus, "fx_amount");
                assert_eq!(at(&told.model).run.figure("fx_amount"), None, "nothing is guessed");
            }
        }
    }
    let grouped = [(Lang::Tr, "1 2 . 3 4 5", "12.345,00"), (Lang::En, "1 2 , 3 4 5", "12,345.00")];
    for (lang, typed, wanted) in grouped {
        let desk = large(lang, SMALL).keys("1 i b <Tab>").keys(typed).keys("<Tab>");
        assert!(text_of(&draw(&desk.model).0).contains(wanted), "{typed}");
    }
}

#[test]
fn the_queue_and_the_receipt_hold_the_largest_amounts() {
    for lang in [Lang::Tr, Lang::En] {
        for size in SIZES {
            let mut desk = Desk::open(lang, size);
            desk.model.caller.role = Role::Supervisor;
            let mut lines = crate::app::tests::flows::queue();
            lines[0].amount = lira(99_999_999_999_900);
            lines[1].title.tr.push_str(" ve bir sürü uzun söz daha, sığmayacak kadar uzun");
            desk.bank.queue = Some(lines);
            let desk = desk.keys("<Tab> <Down> <Down> <Enter>");
            let text = text_of(&draw(&desk.model).0);
            let wanted = if lang == Lang::Tr { "999.999.999.999 TL" } else { "999,999,999,999 TRY" };
            assert!(text.contains(wanted), "{size:?}\n{text}");
            assert!(text.contains(if lang == Lang::Tr { "60.000 TL" } else { "60,000 TRY" }), "{text}");
        }
        let FlowDone::Posted { mut receipt, .. } = crate::app::tests::flows::whole() else { panic!() };
        for leg in &mut receipt.legs {
            leg.state = LegState::Done;
            let line =
                ReceiptLine { label: leg.name.clone(), money: Some(lira(-99_999_999_999_999)), text: None };
            leg.lines.push(line);
        }
        let wanted = if lang == Lang::Tr { "999.999.999.999,99" } else { "999,999,999,999.99" };
        let lines = receipt::lines(&receipt, lang);
        assert!(lines.iter().any(|line| line.contains(wanted)), "{lines:#?}");
        assert!(lines.iter().all(|line| safe::cells(line) <= 80), "{lines:#?}");
    }
}
