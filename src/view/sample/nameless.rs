//! A customer of whom almost nothing is known.

use super::{alert, deniz, freshness, money, said};
use crate::{
    domain::{
        CardId, CustomerNo, LoanId, alert::Severity, channel::Touchpoint, consent::ConsentChannel,
        loan::LoanState, operator::OperatorId,
    },
    money::Currency,
    request::offers::Offers,
    request::screen::{CallReason, Complaints, CustomerScreen, Header, Missing, Shown, SummaryLine},
};

/// As an old bank's file gives it: no name, no contact, figures of another currency, half of them unknown.
pub(crate) fn nameless() -> CustomerScreen {
    let mut screen = deniz(Touchpoint::CallCenter);
    screen.customer = CustomerNo(1787);
    screen.header = header(&screen.header);
    screen.summary = summary();
    screen.offers = Shown::Known(Offers::default());
    screen.segments = Vec::new();
    screen.alerts =
        vec![alert("loan-overdue", Severity::ActNow, said("Kredi borcu gecikmede", "Loan is overdue"), None)];
    screen.complaints = Complaints {
        days: 90,
        count: 0,
        last_year: 0,
        open: 0,
        unknown: true,
        lines: Shown::Known(Vec::new()),
    };
    screen.missing = [
        ("name", "ad", "name"),
        ("identity", "kimlik no", "ID number"),
        ("mobile", "cep", "mobile"),
        ("email", "e-posta", "e-mail"),
        ("address", "adres", "address"),
    ]
    .map(|(field, tr, en)| Missing { field: field.to_owned(), text: said(tr, en) })
    .to_vec();
    screen.freshness = vec![
        freshness("berka", "accounts", Some("1998-12-31")),
        freshness("berka", "cards", Some("1998-11-07")),
    ];
    screen.call_reasons =
        Shown::Known(vec![CallReason { text: said("kredi borcu gecikmiş", "loan is overdue"), full: None }]);
    screen
}

fn header(known: &Header) -> Header {
    Header {
        number: "****1787".to_owned(),
        name: None,
        address: None,
        title: None,
        identity: None,
        mobile: None,
        years: None,
        branch: None,
        bad_mood: None,
        consents: [ConsentChannel::Call, ConsentChannel::Message, ConsentChannel::Email]
            .map(|channel| (channel, None))
            .to_vec(),
        operator: OperatorId("demo".to_owned()),
        demo: true,
        ..known.clone()
    }
}

fn summary() -> Vec<SummaryLine> {
    let koruna = |minor| money(minor, Currency::CZK);
    vec![
        SummaryLine::Card {
            card: CardId(9),
            last4: None,
            product: said("gold", "gold"),
            owed: Shown::Unknown { last: None },
            available: Shown::Unknown { last: None },
            limit: Shown::Unknown { last: None },
            minimum: Shown::Unknown { last: None },
            debit: false,
        },
        SummaryLine::Demand {
            currency: Currency::CZK,
            accounts: 1,
            balance: koruna(3_062_740),
            available: Shown::Unknown { last: None },
            overdraft: Shown::Unknown { last: None },
        },
        SummaryLine::Loan {
            loan: LoanId(5),
            owed: Shown::Unknown { last: None },
            amount: koruna(9_639_600),
            paid: None,
            state: LoanState::Overdue,
            purpose: None,
        },
    ]
}
