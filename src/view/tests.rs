use insta::assert_snapshot;
use proptest::prelude::*;

use super::{
    sample::{complaint, deniz, nameless, said},
    *,
};
use crate::{domain::channel::Touchpoint, request::screen::Shown};

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (132, 43);

#[test]
fn call_center_tr_80x24() {
    let screen = deniz(Touchpoint::CallCenter);
    assert_snapshot!(text_screen(&screen, Lang::Tr, SMALL, Glyphs::Unicode));
}

#[test]
fn call_center_en_80x24() {
    let screen = deniz(Touchpoint::CallCenter);
    assert_snapshot!(text_screen(&screen, Lang::En, SMALL, Glyphs::Unicode));
}

#[test]
fn branch_tr_80x24_ascii() {
    let screen = deniz(Touchpoint::Branch);
    assert_snapshot!(text_screen(&screen, Lang::Tr, SMALL, Glyphs::Ascii));
}

#[test]
fn call_center_tr_132x43() {
    let screen = deniz(Touchpoint::CallCenter);
    assert_snapshot!(text_screen(&screen, Lang::Tr, LARGE, Glyphs::Unicode));
}

#[test]
fn nameless_en_80x24() {
    assert_snapshot!(text_screen(&nameless(), Lang::En, SMALL, Glyphs::Unicode));
}

#[test]
fn nameless_tr_60x20_stacked() {
    assert_snapshot!(text_screen(&nameless(), Lang::Tr, (60, 20), Glyphs::Latin5));
}

#[test]
fn plain_tr() {
    assert_snapshot!(plain(&deniz(Touchpoint::CallCenter), Lang::Tr));
}

#[test]
fn plain_en_nameless() {
    assert_snapshot!(plain(&nameless(), Lang::En));
}
