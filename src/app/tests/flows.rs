//! A bank that answers flows with the figures of the drawings.

use std::sync::{Arc, LazyLock};

use rust_decimal::Decimal;

use super::sample::DENIZ;
use crate::{
    app::Shelf,
    domain::{
        ApprovalId, DraftId, QuoteId, Refusal, RequestKey,
        channel::Touchpoint,
        flow_run::{Evidence, FlowQuote},
        operator::{OperatorId, Role},
        receipt::{LegState, Receipt, ReceiptLeg, ReceiptLine, ReceiptNo},
        refusal::OwnShare,
    },
    flow::{self, sample_basis as basis},
    money::{Currency, Money},
    pack::PackSource,
    request::{
        Answer, FlowAnswer, FlowRequest,
        flow::{ApprovalLine, FlowBegun, FlowDone, FlowReview, FlowWork, OpenTask, SentBack},
    },
    text::{Message, Said, ids::screen},
    time::Moment,
    view::sample::{day, said},
};

/// The demo bank's flows.
pub(crate) fn shelf() -> Shelf {
    static SHELF: LazyLock<Shelf> = LazyLock::new(|| {
        let (pack, _, flows) = flow::load(&PackSource::Embedded).unwrap();
        Shelf::new(Arc::new(flows), Arc::new(pack))
    });
    SHELF.clone()
}

/// What comes of a submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Outcome {
    /// All of it is posted.
    #[default]
    Whole,
    /// The second leg is refused.
    Half,
    /// A second person is asked.
    Awaiting,
    /// The price has passed.
    Stale,
    /// The price was held for other amounts.
    Other,
    /// A later price took its place.
    Superseded,
    /// What was read is not what would be posted.
    Moved,
    /// A second person sent it back at this price.
    SentBack,
    /// The outcome is not known.
    Unknown,
    /// The machinery fails.
    Failed,
    /// Whoever asked may not agree to it.
    Own,
}

/// What a bank was asked to do and how it answers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Bank {
    /// What the next submission comes to.
    pub(crate) outcome: Outcome,
    /// How many prices it held.
    pub(crate) prices: u32,
    /// How often something was posted.
    pub(crate) posted: u32,
    /// The draft it keeps.
    pub(crate) draft: Option<FlowWork>,
    /// Nothing waits for approval any more.
    pub(crate) agreed: bool,
    /// Rates do not move: every price is the first one, held anew.
    pub(crate) calm: bool,
    /// The second deposit is a collateral.
    pub(crate) pledged: bool,
    /// What was submitted waits for a second person.
    pub(crate) waits: Option<ApprovalLine>,
    /// What waits for a second person, in the place of the drawing's.
    pub(crate) queue: Option<Vec<ApprovalLine>>,
    /// The first deposit is of this amount, in the place of the drawn one.
    pub(crate) large: Option<Money>,
    /// Its draft was sent back for this reason.
    pub(crate) returned: Option<String>,
}

pub(crate) fn moment(text: &str) -> Moment {
    Moment::parse_rfc3339(&format!("2026-11-24T{text}+03:00")).unwrap()
}

impl Bank {
    pub(crate) fn answer(&mut self, request: &FlowRequest) -> Answer {
        Answer::Flow(match request {
            FlowRequest::Open { .. } | FlowRequest::Resume { .. } if self.waits.is_some() => review(),
            FlowRequest::Open { .. } if self.draft.is_some() => {
                return self.answer(&FlowRequest::Resume { draft: DraftId(2) });
            }
            FlowRequest::Begin { .. } | FlowRequest::Open { .. } => FlowAnswer::Begun(Box::new(self.fresh())),
            FlowRequest::Resume { .. } => return self.resumed(),
            FlowRequest::Keep { work } => {
                self.draft = Some(work.clone());
                FlowAnswer::Kept
            }
            FlowRequest::Price { .. } => {
                self.prices += 1;
                self.waits = None;
                let priced = quote(self.prices);
                FlowAnswer::Priced(if self.calm {
                    FlowQuote { id: priced.id, until: priced.until, ..quote(1) }
                } else {
                    priced
                })
            }
            FlowRequest::Submit { .. } => return self.submitted(),
            FlowRequest::Approvals if self.agreed => FlowAnswer::Approvals(Vec::new()),
            FlowRequest::Approvals => FlowAnswer::Approvals(self.queue.clone().unwrap_or_else(queue)),
            FlowRequest::Review { .. } => review(),
            FlowRequest::Approve { .. } => return self.approved(),
            FlowRequest::Print { .. } => {
                let FlowDone::Posted { mut receipt, .. } = whole() else { unreachable!() };
                receipt.printed = 2;
                FlowAnswer::Receipt(receipt)
            }
            FlowRequest::Return { .. } | FlowRequest::Cancel { .. } => {
                self.agreed = true;
                self.waits = None;
                self.draft = None;
                FlowAnswer::Kept
            }
            FlowRequest::Compensate { .. } | FlowRequest::Mark { .. } => FlowAnswer::Kept,
            FlowRequest::Reverse { .. }
            | FlowRequest::Quoted { .. }
            | FlowRequest::Mine
            | FlowRequest::Outbox => {
                panic!("the workstation never asks {request:?}")
            }
        })
    }

    fn fresh(&self) -> FlowBegun {
        let mut begun = begun(work(), None);
        if self.pledged {
            begun.basis.deposits[1].blocked = Some(pledge());
        }
        if let Some(principal) = self.large {
            begun.basis.deposits[0].principal = principal;
        }
        begun
    }

    fn resumed(&self) -> Answer {
        let Some(draft) = &self.draft else { return Answer::Refused(Refusal::UnknownDraft) };
        let returned = self.returned.clone().map(|reason| SentBack {
            reason,
            by: OperatorId("0031".to_owned()),
            at: moment("10:43:30"),
        });
        let begun = FlowBegun { returned, ..begun(draft.clone(), Some(quote(1))) };
        Answer::Flow(FlowAnswer::Begun(Box::new(begun)))
    }

    fn approved(&mut self) -> Answer {
        match self.outcome {
            Outcome::Own => return Answer::Refused(Refusal::OwnApproval { share: OwnShare::Asked }),
            Outcome::Stale => return Answer::Refused(Refusal::PriceStale { until: moment("10:44:30") }),
            Outcome::Superseded => return Answer::Refused(Refusal::PriceSuperseded),
            Outcome::Whole
            | Outcome::Half
            | Outcome::Awaiting
            | Outcome::Other
            | Outcome::Moved
            | Outcome::SentBack
            | Outcome::Unknown
            | Outcome::Failed => {}
        }
        self.agreed = true;
        self.posted += 1;
        Answer::Flow(FlowAnswer::Done(Box::new(whole())))
    }

    fn submitted(&mut self) -> Answer {
        let done = match self.outcome {
            Outcome::Whole => whole(),
            Outcome::Half => half(),
            Outcome::Awaiting => {
                let line = queue().remove(0);
                self.waits = Some(line.clone());
                FlowDone::Awaiting(line)
            }
            Outcome::Stale => {
                return Answer::Refused(Refusal::PriceStale { until: moment("10:44:30") });
            }
            Outcome::Other => return Answer::Refused(Refusal::PriceOther),
            Outcome::Superseded => return Answer::Refused(Refusal::PriceSuperseded),
            Outcome::Moved => return Answer::Refused(Refusal::ReadOther),
            Outcome::SentBack => return Answer::Refused(Refusal::ReadAgain),
            Outcome::Own => return Answer::Refused(Refusal::OwnApproval { share: OwnShare::Asked }),
            Outcome::Unknown => return Answer::Refused(Refusal::OutcomeUnknown),
            Outcome::Failed => return Answer::Failed { message: Message::new(screen::INTERNAL_FAULT) },
        };
        self.posted += u32::from(matches!(done, FlowDone::Posted { .. }));
        Answer::Flow(FlowAnswer::Done(Box::new(done)))
    }
}

/// The first run of the queue, as whoever looks at it sees it.
fn review() -> FlowAnswer {
    let mut work = work();
    work.step = 3;
    work.fields = vec![
        ("deposit".to_owned(), "40170003".to_owned()),
        ("fx_amount".to_owned(), "200000.00".to_owned()),
        ("fund_amount".to_owned(), "300000.00".to_owned()),
    ];
    let line = queue().remove(0);
    let begun = begun(work, Some(quote(1)));
    let evidence = Evidence::Spoken { record: "ses kaydı 8077".to_owned() };
    FlowAnswer::Review(Box::new(FlowReview { line, begun, evidence }))
}

fn work() -> FlowWork {
    FlowWork {
        run: RequestKey(1),
        draft: DraftId(2),
        customer: DENIZ,
        flow: "break-fx-fund".to_owned(),
        step: 1,
        fields: Vec::new(),
    }
}

fn begun(work: FlowWork, price: Option<FlowQuote>) -> FlowBegun {
    FlowBegun { work, basis: basis(), price, returned: None }
}

/// Why a deposit may not be broken.
pub(crate) fn pledge() -> Said {
    said("rehinli: 7741 no.lu kredinin teminatı", "pledged: it secures loan 7741")
}

/// The first price is that of the drawings; each later one is a little dearer.
fn quote(nth: u32) -> FlowQuote {
    let later = Decimal::from(nth - 1);
    FlowQuote {
        id: QuoteId(u128::from(nth)),
        customer: DENIZ,
        run: RequestKey(1),
        terms: [0; 32],
        made: moment("10:42:30"),
        until: moment(if nth == 1 { "10:44:30" } else { "10:47:00" }),
        rates: vec![(Currency::USD, Decimal::new(432_150, 4) + later)],
        funds: vec![("PPF".to_owned(), Decimal::new(3_482_915, 6) + later)],
    }
}

fn leg(name: Said, state: LegState, text: Said, lines: Vec<ReceiptLine>) -> ReceiptLeg {
    ReceiptLeg { name, state, text, lines, entries: Vec::new() }
}

fn line(label: Said, minor: i64) -> ReceiptLine {
    ReceiptLine { label, money: Some(Money::new(minor, Currency::TRY)), text: None }
}

fn broken() -> ReceiptLeg {
    let lines = vec![
        line(said("Anapara", "Principal"), 50_000_000),
        line(said("Faiz", "Interest"), 19_178),
        line(said("Stopaj", "Withholding tax"), -3_356),
    ];
    let text = said("500.158,22 TL vadesize", "500,158.22 TRY to current account");
    leg(said("Mevduat bozma", "Break the deposit"), LegState::Done, text, lines)
}

fn receipt(serial: u32, legs: Vec<ReceiptLeg>) -> Receipt {
    Receipt {
        no: ReceiptNo { day: day("2026-11-24"), serial },
        customer: DENIZ,
        run: RequestKey(1),
        flow: "break-fx-fund".to_owned(),
        title: said("Boz → Döviz → Fon", "Break → FX → Fund"),
        at: moment("10:43:10"),
        maker: OperatorId("0412".to_owned()),
        checker: None,
        touchpoint: Touchpoint::CallCenter,
        evidence: Evidence::Spoken { record: "ses kaydı 9031".to_owned() },
        legs,
        entries: Vec::new(),
        reverses: None,
        reason: None,
        reversed_by: None,
        printed: 0,
    }
}

pub(crate) fn whole() -> FlowDone {
    let fx = vec![line(said("Döviz", "FX"), -19_960_058), line(said("Kambiyo vergisi", "FX tax"), -39_920)];
    let fund = vec![line(said("Fon bedeli", "Fund"), -29_999_740)];
    let legs = vec![
        broken(),
        leg(said("Döviz alım", "Buy FX"), LegState::Done, said("4.618,78 USD", "4,618.78 USD"), fx),
        leg(
            said("Fon alım emri", "Order the fund"),
            LegState::Done,
            said("86.134 PPF · valör 24.11.2026", "86,134 PPF · value date 24.11.2026"),
            fund,
        ),
    ];
    FlowDone::Posted { receipt: Box::new(receipt(871, legs)), task: None }
}

pub(crate) fn half() -> FlowDone {
    let legs = vec![
        broken(),
        leg(
            said("Döviz alım", "Buy FX"),
            LegState::Refused,
            said("ana sistem reddetti: kur limiti aşıldı", "refused: the position limit is passed"),
            Vec::new(),
        ),
        leg(
            said("Fon alım emri", "Order the fund"),
            LegState::NotDone,
            said("yapılmadı", "not done"),
            Vec::new(),
        ),
    ];
    let task =
        OpenTask { label: "G-318".to_owned(), unit: said("Hazine", "Treasury"), due: moment("15:00:00") };
    FlowDone::Posted { receipt: Box::new(receipt(872, legs)), task: Some(task) }
}

/// The queue of the drawing.
pub(crate) fn queue() -> Vec<ApprovalLine> {
    let line = |nth, asked, name: &str, title, amount: i64, limit: i64| ApprovalLine {
        approval: ApprovalId(nth),
        digest: [7; 32],
        maker: OperatorId("0412".to_owned()),
        role: Role::Agent,
        asked: moment(asked),
        customer: DENIZ,
        name: Some(name.to_owned()),
        title,
        amount: Money::new(amount, Currency::TRY),
        limit: Money::new(limit, Currency::TRY),
        reverses: None,
        until: moment("10:44:30"),
    };
    let flow = said("Boz → Döviz → Fon", "Break → FX → Fund");
    vec![
        line(1, "10:43:00", "DENİZ Y*****Z", flow, 64_230_000, 50_000_000),
        line(2, "10:40:00", "SELİN K***A", said("Kart limiti", "Card limit"), 6_000_000, 5_000_000),
    ]
}
