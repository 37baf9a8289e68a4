//! The largest amounts: nothing of a figure is lost on any size, and an amount that reads two ways is asked about.

use super::*;
use crate::money::{Currency, Money};

#[test]
fn look() {
    for (lang, size) in
        [(Lang::Tr, (80, 24)), (Lang::Tr, (60, 20)), (Lang::Tr, (40, 10)), (Lang::En, (80, 24))]
    {
        let mut desk = Desk::open(lang, size);
        desk.bank.large = Some(Money::new(999_999_999_999, Currency::TRY));
        for keys in [
            "1 i b <Tab> 9 9 9 9 9 9 9 9 9 , 9 9",
            "<Tab> <Tab> k a l a n <Tab>",
            "<S-Tab>",
            "<Enter>",
            "<Enter>",
            "E <Enter>",
        ] {
            desk = desk.keys(keys);
            for page in 0..6 {
                let t = text_of(&draw(&desk.model).0);
                println!("{lang:?} {size:?} {keys} page {page} {}\n{t}", desk.told());
                if size.1 > 20 {
                    break;
                }
                if !keys.contains("Enter") || page == 5 {
                    break;
                }
                desk = desk.keys("<F8>");
            }
        }
    }
}
