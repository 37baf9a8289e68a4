//! What stands in the way is said as soon as it is known: limits and amounts that buy nothing.

use super::*;
use crate::{
    action::keyed,
    flow::view::{Body, LineView, Mark, What},
    pack::PackFile,
    text::Lang,
};

/// The second screen of a run of this role with these deposits' principals; it is priced.
fn priced(role: Role, principal: i64) -> Run {
    let mut known = basis();
    known.role = role;
    known.deposits = vec![deposit(3, principal, 4_100, "2026-10-27", "2026-12-01")];
    let mut run = begin_with(known);
    run.set("fx_amount", "200b", How::Typed).unwrap();
    run.set("fund_amount", "100b", How::Typed).unwrap();
    assert_eq!(run.next().unwrap(), Next::Price);
    run.priced(quote(&run, "43.2150", "3.482915"));
    run
}

fn lines(run: &Run) -> Vec<(Mark, Said)> {
    let of_block = |body| if let Body::Lines(lines) = body { lines } else { Vec::new() };
    let lines = run.blocks().into_iter().flat_map(|block| of_block(block.body));
    let said = |line: LineView| {
        let What::Value(said) = line.parts.into_iter().next()?.what else { return None };
        Some((line.mark, said))
    };
    lines.filter_map(said).collect()
}

/// Who may post what alone is said before anybody is asked for a yes.
#[test]
fn the_readers_limit_is_said_on_the_screen_with_the_price() {
    // role, principal in kuruş: what stands, goes on
    let table = "\
        agent 50000000 : none yes
        agent 50000001 : look yes
        agent 500000000 : look yes
        agent 500000001 : bad no
        teller 64230000 : none yes
        teller 100000001 : look yes
        teller 500000001 : bad no
        supervisor 500000000 : none yes
        supervisor 500000001 : bad no";
    for case in table.lines() {
        let words: Vec<&str> = case.split_whitespace().collect();
        let [role, principal, _, stands, on] = words[..] else { panic!("{case}") };
        let role = match role {
            "agent" => Role::Agent,
            "teller" => Role::Teller,
            _ => Role::Supervisor,
        };
        let mut run = priced(role, principal.parse().unwrap());
        let found = lines(&run).into_iter().find(|(_, said)| said.tr.contains("onay"));
        let mark = found.as_ref().map_or("none", |(mark, _)| match mark {
            Mark::Look => "look",
            Mark::Bad => "bad",
            Mark::None | Mark::Good | Mark::Unknown => "?",
        });
        let went = run.next();
        assert_eq!((mark, went.is_ok()), (stands, on == "yes"), "{case}: {found:?} {went:?}");
        if let Err(fault) = went {
            assert!(fault.field.is_empty() && fault.said.tr.contains("5.000.000 TL"), "{fault:?}");
        }
    }
    let (_, said) = lines(&priced(Role::Agent, 64_230_000)).pop().unwrap();
    assert_eq!(said.tr, "Yönetici onayı gerekecek: 642.300 TL > limitiniz 500.000 TL");
    assert_eq!(said.en, "A supervisor must approve: 642,300 TRY > your limit 500,000 TRY");
}

/// The check is the flow's: without it the run goes on as before, and the bank asks at submission.
#[test]
fn a_flow_without_the_check_says_nothing_of_limits() {
    let (pack, rules, _) = flow::load(&PackSource::Embedded).unwrap();
    let name = "flows/break-fx-fund.toml";
    let text = Pack::embedded_files().iter().find(|(known, _)| *known == name).unwrap().1;
    let text = text.replace(", \"own-limit\"]", "]");
    let file = PackFile { name: "break-fx-fund.toml".to_owned(), text };
    let flow = Arc::new(flow::check_file(&file, &pack, &rules, None).unwrap());
    for principal in [64_230_000, 500_000_001] {
        let mut run = priced(Role::Agent, principal);
        run.flow = flow.clone();
        run.priced(quote(&run, "43.2150", "3.482915"));
        assert!(lines(&run).iter().all(|(_, said)| !said.tr.contains("onay")), "{principal}");
        assert_eq!(run.next().unwrap(), Next::Screen, "{principal}");
    }
}

/// What buys nothing is said with the price, not at Enter.
#[test]
fn an_amount_below_one_unit_is_said_when_its_price_comes() {
    for (fx, fund, field, tr, en) in [
        (
            "200b",
            "1",
            "fund_amount",
            "Fon için: 1,00 TL bir PPF payına yetmez (3,482915); {go-back} ile artırın.",
            "For the fund: 1.00 TRY buys no unit of PPF (3.482915); raise it with {go-back}.",
        ),
        (
            "0,40",
            "100b",
            "fx_amount",
            "Döviz için: 0,40 TL ile 0,01 USD alınmaz (kur 43,2150); {go-back} ile artırın.",
            "For FX: 0.40 TRY does not buy 0.01 USD (at 43.2150); raise it with {go-back}.",
        ),
    ] {
        let mut run = begin_with(basis());
        run.set("fx_amount", fx, How::Typed).unwrap();
        run.set("fund_amount", fund, How::Typed).unwrap();
        assert_eq!(run.next().unwrap(), Next::Price);
        run.priced(quote(&run, "43.2150", "3.482915"));
        let named = |said: &Said| keyed(said, |action, _| format!("{{{}}}", action.name()));
        let hint = named(&run.hint().unwrap());
        assert_eq!((hint.tr.as_str(), hint.en.as_str()), (tr, en));
        let fault = run.next().unwrap_err();
        let typed = if field == "fx_amount" { fx } else { fund };
        assert_eq!((fault.field.as_str(), fault.value.as_str()), (field, typed));
        assert_eq!(named(&fault.said).tr, tr);
        assert!(run.back());
        assert!(run.hint().unwrap().tr.contains("bekle"), "on the screen before it the hint is its own");
    }
}

/// At the keys a field with a list says which key opens it; where nobody has keys, what the list holds.
#[test]
fn what_is_in_no_list_is_named_with_the_key_of_the_list() {
    let mut run = begin_with(basis());
    for (typed, tr, en) in [
        ("", "Döviz: boş; {open-value-list} ile seçin.", "Currency: empty; choose with {open-value-list}."),
        (
            "300b",
            "Döviz: listede yok: 300b; {open-value-list} ile seçin.",
            "Currency: not in the list: 300b; choose with {open-value-list}.",
        ),
    ] {
        for lang in [Lang::Tr, Lang::En] {
            let fault = run.set_typed("fx_currency", typed, lang).unwrap_err();
            let said = keyed(&fault.said, |action, _| format!("{{{}}}", action.name()));
            assert_eq!((said.tr.as_str(), said.en.as_str(), fault.value.as_str()), (tr, en, typed));
        }
        let named = run.set("fx_currency", typed, How::Typed).unwrap_err();
        assert!(named.said.tr.contains("USD, EUR"), "{named:?}");
    }
}
