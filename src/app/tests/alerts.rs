//! Enter on an alert shows what it is about, or says what to do.

use super::desk::Desk;
use crate::{
    app::{Place, lists::take},
    request::{
        ListKind,
        listing::{Listed, ProductGroup},
    },
};

/// A desk with the marker on the first alert, made to open something.
fn at_alert(opens: &str, (about, mends): (Option<ProductGroup>, Option<&str>)) -> Desk {
    let mut desk = Desk::turkish().keys("1 g u");
    let Some(Place::Customer(place)) = desk.model.place_mut() else { panic!("a customer") };
    let alert = place.screen.alerts.first_mut().unwrap();
    alert.opens = Some(opens.to_owned());
    alert.about = about;
    alert.mends = mends.map(str::to_owned);
    desk
}

#[test]
fn the_marker_stands_on_what_the_alert_is_about() {
    // kind and whether it gives cause, row by row; where the marker stands
    use ProductGroup::{Card, Cheque, Demand, Term};
    let rows = [(Demand, false), (Card, false), (Card, true), (Cheque, true), (Term, false)];
    for (about, wanted) in
        [(Some(Card), 2), (Some(Cheque), 3), (Some(Term), 4), (Some(ProductGroup::Loan), 0), (None, 0)]
    {
        let desk = at_alert("show-products", (about, None)).keys("<Enter>");
        assert_eq!(desk.told(), "list products 0");
        let mut model = desk.model;
        let Some(Place::List(list)) = model.places.pop() else { panic!("a list") };
        let mut listing = list.listing;
        let first = listing.rows[0].clone();
        listing.rows = rows
            .iter()
            .map(|(one, cause)| {
                let mut row = first.clone();
                if let Listed::Product { kind, alarming, .. } = &mut row.what {
                    (*kind, *alarming) = (*one, *cause);
                }
                row
            })
            .collect();
        model.landing = about;
        take(&mut model, listing.clone());
        let Some(Place::List(list)) = model.places.last() else { panic!("a list") };
        assert_eq!((list.row, list.kind()), (wanted, ListKind::Products), "{about:?}");
        // another list of the same kind later begins at its top
        model.places.pop();
        take(&mut model, listing);
        let Some(Place::List(list)) = model.places.last() else { panic!("a list") };
        assert_eq!(list.row, 0, "{about:?}");
    }
}

#[test]
fn what_is_missing_is_mended_by_its_flow_or_the_row_says_what_to_do() {
    let desk = at_alert("start-flow", (None, Some("contact-update"))).keys("<Enter>");
    assert_eq!(desk.told(), "customer alerts 0 !desk-mend-elsewhere");
    let desk = at_alert("start-flow", (None, Some("break-fx-fund"))).keys("<Enter>");
    assert!(desk.told().starts_with("flow 1/3"), "{}", desk.told());
}
