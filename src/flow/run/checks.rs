//! What must fit before money moves: suitability, the investor form, the daily limit, hours, the reader's own limit.

use super::{Run, sums::Sums};
use crate::{
    domain::operator::Role,
    flow::{
        figure::LegKind,
        schema::{Check, Feed, FieldKind},
        view::{At, LineView, Mark, Part, What},
    },
    money::Money,
    text::{Lang, Message, MessageId, Said, amount, ids::flow as id},
};

/// Whose idea a purchase was.
pub(super) const OFFER: &str = "offer";
/// The customer's own.
pub(super) const CUSTOMER: &str = "customer";

/// Whether a fund fits a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// Its risk is not above the customer's.
    Fits,
    /// It needs no match, because the customer asked for it; that is to be said.
    Asked,
    /// Its risk is above the customer's.
    TooRisky,
    /// The customer's risk group is not known.
    NoGroup,
}

impl Fit {
    /// Holds in every language.
    pub(super) fn code(self) -> &'static str {
        match self {
            Fit::Fits => "fits",
            Fit::Asked => "asked",
            Fit::TooRisky => "too_risky",
            Fit::NoGroup => "no_group",
        }
    }

    /// In words.
    pub(super) fn said(self) -> Said {
        let said = match self {
            Fit::Fits => id::FIT_FITS,
            Fit::Asked => id::FIT_ASKED,
            Fit::TooRisky => id::FIT_TOO_RISKY,
            Fit::NoGroup => id::FIT_NO_GROUP,
        };
        Message::new(said).said()
    }

    fn mark(self) -> Mark {
        match self {
            Fit::Fits => Mark::Good,
            Fit::Asked => Mark::Unknown,
            Fit::TooRisky | Fit::NoGroup => Mark::Bad,
        }
    }
}

/// Which limit an amount passes: the amount, and that limit.
enum Above {
    /// Its reader's: a second person is asked.
    Own(Money, Money),
    /// Every one: nobody at a desk may agree to it.
    Every(Money, Money),
}

/// `642.300 TL > limitiniz 500.000 TL`.
fn compared(sentence: MessageId, amount: Money, limit: Money) -> Said {
    let round = |money| {
        let of = |lang| amount::round(money, lang);
        Said { tr: of(Lang::Tr), en: of(Lang::En) }
    };
    Message::new(sentence).with("amount", round(amount)).with("limit", round(limit)).said()
}

impl Run {
    /// Whether the chosen fund fits. What the bank recommends must match; what the customer asks for need not where
    /// the pack frees the fund (money market and traded funds).
    pub(super) fn suitability(&self) -> Option<Fit> {
        let fund = self.fund()?;
        if self.basis.risk.is_some_and(|risk| fund.risk <= risk) {
            return Some(Fit::Fits);
        }
        let asked = self.request_source().as_deref() == Some(CUSTOMER);
        Some(match self.basis.risk {
            _ if asked && fund.free_on_request => Fit::Asked,
            Some(_) => Fit::TooRisky,
            None => Fit::NoGroup,
        })
    }

    /// Whose idea it was; the bank's where the flow has no field for it, which is the stricter.
    pub(super) fn request_source(&self) -> Option<String> {
        self.entered_of_kind(&FieldKind::Source)?.value.clone()
    }

    /// `banka önerisi (Teklif 1)`.
    pub(super) fn source_said(&self, value: &str) -> Said {
        if value == CUSTOMER {
            return Message::new(id::SOURCE_CUSTOMER).said();
        }
        let offer = self.basis.offers.iter().find(|offer| self.flow.takes.contains(&offer.id));
        match offer {
            Some(offer) => Message::new(id::SOURCE_OFFER).with("rank", offer.rank).said(),
            None => Message::new(id::SOURCE_BANK).said(),
        }
    }

    /// What is left of the customer's daily limit of foreign currency.
    pub(super) fn fx_left(&self) -> Option<Money> {
        let Feed::FxBuy { daily_limit, .. } = self.flow.feed(LegKind::FxBuy)? else { return None };
        self.pack.money(daily_limit, self.day())?.minus(self.basis.fx_today).ok()
    }

    /// Whether the daily limit is enough, tax not counted.
    pub(super) fn fx_limit(&self, sums: &Sums) -> Option<bool> {
        let asked = sums.fx.and_then(Result::ok).map(|fx| fx.cost).or(sums.fx_amount)?;
        Some(self.fx_left()?.minor >= asked.minor)
    }

    /// Why the daily limit stops the leg.
    pub(super) fn limit_passed(&self, sums: &Sums) -> Option<Said> {
        self.spends(LegKind::FxBuy).then_some(())?;
        match (self.fx_limit(sums), self.fx_left()) {
            (Some(true), _) => None,
            (Some(false), Some(left)) => {
                let left = Money::new(left.minor.max(0), left.currency);
                Some(Message::new(id::LIMIT_PASSED).with("left", left).said())
            }
            (None, _) | (_, None) => Some(Message::new(id::LIMIT_UNKNOWN).said()),
        }
    }

    /// Why a check stops the run; `None`: it may go on.
    pub(super) fn stopped_by(&self, check: Check, sums: &Sums) -> Option<Said> {
        match check {
            Check::Suitability => {
                let fit = self.suitability()?;
                (fit.mark() == Mark::Bad).then(|| self.suitability_said(id::FIT_STOP, fit))
            }
            Check::InvestorForm => {
                let needed = self.suitability().is_some_and(|fit| fit != Fit::Asked);
                (needed && self.basis.investor_form.is_none()).then(|| Message::new(id::FORM_MISSING).said())
            }
            Check::FxLimit => self.limit_passed(sums),
            Check::Hours => self.market_closed().or_else(|| self.fund_closed()),
            Check::OwnLimit => match self.above_limit(sums)? {
                Above::Own(..) => None,
                Above::Every(amount, most) => Some(compared(id::NOBODY_STOP, amount, most)),
            },
        }
    }

    /// Whether the amount that meets limits is above what its reader posts alone, strictly; the bank asks the same
    /// again when it is submitted.
    fn above_limit(&self, sums: &Sums) -> Option<Above> {
        let amount = self.limit_amount(sums)?;
        let limit = |role| self.pack.money(self.flow.limit(role)?, self.day());
        let own = limit(self.basis.role).filter(|own| amount.minor > own.minor)?;
        let most = limit(Role::Supervisor).filter(|most| amount.minor > most.minor);
        Some(most.map_or(Above::Own(amount, own), |most| Above::Every(amount, most)))
    }

    /// The line of a check.
    pub(super) fn check_line(&self, check: Check, sums: &Sums) -> Option<LineView> {
        let value = |said| vec![Part { at: At::Start(6), what: What::Value(said) }];
        let stopped = self.stopped_by(check, sums);
        match (check, stopped) {
            (Check::Suitability, _) => self.suitability_line(),
            (Check::OwnLimit, _) => self.above_limit(sums).map(|above| match above {
                Above::Own(amount, own) => {
                    LineView { mark: Mark::Look, parts: value(compared(id::SUPERVISOR_NEEDED, amount, own)) }
                }
                Above::Every(amount, most) => {
                    LineView { mark: Mark::Bad, parts: value(compared(id::NOBODY_APPROVES, amount, most)) }
                }
            }),
            (_, Some(stopped)) => Some(LineView { mark: Mark::Bad, parts: value(stopped) }),
            (Check::InvestorForm, None) => Some(match self.basis.investor_form {
                Some(day) => LineView {
                    mark: Mark::Good,
                    parts: value(Message::new(id::FORM_STANDS).with("day", day).said()),
                },
                None => {
                    LineView { mark: Mark::Unknown, parts: value(Message::new(id::FORM_NOT_NEEDED).said()) }
                }
            }),
            (Check::FxLimit, None) => {
                Some(LineView { mark: Mark::Good, parts: value(Message::new(id::LIMIT_LINE).said()) })
            }
            (Check::Hours, None) => {
                Some(LineView { mark: Mark::Good, parts: value(Message::new(id::HOURS_OPEN).said()) })
            }
        }
    }

    fn suitability_line(&self) -> Option<LineView> {
        let fit = self.suitability()?;
        let after = |what| Part { at: At::After(1), what };
        let mut parts =
            vec![Part { at: At::Start(6), what: What::Label(Message::new(id::REQUESTED).said()) }];
        match self.flow.fields.iter().find(|field| field.kind == FieldKind::Source) {
            Some(field) => parts.push(after(What::Field(field.id.clone()))),
            None => parts.push(after(What::Value(self.source_said(OFFER)))),
        }
        parts.push(after(What::Value(self.suitability_said(id::FIT_LINE, fit))));
        Some(LineView { mark: fit.mark(), parts })
    }

    /// `· risk 3/7, PPF 1/7: uygun`.
    fn suitability_said(&self, sentence: MessageId, fit: Fit) -> Said {
        let (code, risk) = self.fund().map(|fund| (fund.code.clone(), fund.risk)).unwrap_or_default();
        let unknown = || "?".to_owned();
        Message::new(sentence)
            .with("customer", self.basis.risk.map_or_else(unknown, |risk| risk.to_string()))
            .with("fund", code)
            .with("risk", risk.to_string())
            .with("fit", fit.said())
            .said()
    }
}
