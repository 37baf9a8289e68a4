//! The offers of the drawings.

use super::said;
use crate::{
    domain::{QuoteId, channel::Touchpoint},
    money::{Currency, Money},
    request::offers::{Gate, HeldLine, LiveQuote, OfferLine, Offers, ServiceLine},
    text::Said,
    time::Moment,
};

fn offer(rank: usize, name: Said, terms: Said, permille: u32, (why, more): (Said, Said)) -> OfferLine {
    OfferLine {
        id: format!("offer-{rank}"),
        rank,
        name,
        terms,
        propensity_permille: permille,
        context_permille: 1_000,
        value: Money::new(87_000, Currency::TRY),
        lever_permille: 1_000,
        priority: 0,
        why,
        more: Some(more),
        say: Some(said(
            "Vadeniz 1 Aralık'ta doluyor; bir kısmını fonda değerlendirelim mi?",
            "Your deposit matures on 1 December; shall we put part in a fund?",
        )),
        unsaid: None,
        quote: None,
        credit: false,
        outbound: true,
    }
}

fn lines() -> Vec<OfferLine> {
    let fund = offer(
        1,
        said("Para piyasası fonu", "Money market fund"),
        said("300 bin TL", "300k TRY"),
        410,
        (
            said(
                "500 bin TL vadelinin bitişine 7 gün · benzer 100 müşteriden 41'i aldı",
                "500k TRY deposit matures in 7 days · 41 of 100 look-alikes took it",
            ),
            said(
                "500 bin TL vadeliye 7 gün kaldı · benzer 100 müşteriden 41'i aldı",
                "500k TRY deposit has 7 days left · 41 of 100 look-alikes took it",
            ),
        ),
    );
    let mut renewal = offer(
        2,
        said("Vadeli yenileme %43", "Renew deposit at 43%"),
        said("IVR 23.11, kesin, 01.12'ye dek", "IVR 23.11, firm until 01.12"),
        380,
        (
            said("IVR ile aynı karar", "the same decision as at the IVR"),
            said(
                "IVR ile aynı karar, burada da geçerli, son 01.12 · bugünkü %41",
                "same decision as IVR, valid here too, until 01.12 · today 41%",
            ),
        ),
    );
    renewal.quote = Some(LiveQuote {
        id: QuoteId(7),
        firm: true,
        until: Moment::parse_rfc3339("2026-12-01T23:59:00+03:00").unwrap(),
        made_on: Touchpoint::Ivr,
    });
    let others = [
        (
            said("Konut sigortası yenileme", "Home insurance renewal"),
            said("bitiş 14.12", "ends 14.12"),
            290,
            said(
                "geçen yıl Kadıköy Şb · fiyat 30.11'e kadar sabit",
                "last year Kadıköy · price fixed to 30.11",
            ),
        ),
        (
            said("Çocuk birikim hesabı", "Child savings account"),
            said("yaşam olayı", "life event"),
            220,
            said(
                "doğum 03.2026 · Tam Bana Göre: aile kategorisi",
                "birth 03.2026 · favourite category: family",
            ),
        ),
        (
            said("Otomatik fatura talimatı", "Automatic bill payment"),
            said("3 fatura", "3 bills"),
            180,
            said("mobilden elle ödüyor · her ay 3 kez", "pays by hand on mobile · 3 times a month"),
        ),
    ];
    let others = others
        .into_iter()
        .zip(3..)
        .map(|((name, terms, permille, why), rank)| offer(rank, name, terms, permille, (why.clone(), why)));
    [fund, renewal].into_iter().chain(others).collect()
}

/// Seven candidates, two of them held.
pub(crate) fn open() -> Offers {
    let held = ["card-limit", "personal-loan"].map(|id| HeldLine {
        id: id.to_owned(),
        name: said("Kart limiti", "Card limit"),
        credit: true,
        gate: Gate::Suitability,
        rule: "bounced-cheque".to_owned(),
        why: said("takipteki çek varken önerilmez", "not offered beside a bounced cheque"),
        seen: Vec::new(),
    });
    Offers {
        candidates: 7,
        lines: lines(),
        held: held.to_vec(),
        note_more: None,
        note: Some(said("2 kredi elendi: takipteki çek", "2 credit offers held: bounced cheque")),
        closed: false,
        service: Vec::new(),
    }
}

/// An open complaint has closed all sales.
pub(crate) fn closed() -> Offers {
    Offers {
        candidates: 7,
        lines: Vec::new(),
        held: open().held,
        note_more: None,
        note: Some(said(
            "satış kapalı: 18.11 şikâyeti açık · 6 teklif askıda",
            "sales closed: complaint of 18.11 is open · 6 offers held",
        )),
        closed: true,
        service: vec![
            ServiceLine {
                id: Some("card-fee-complaint".to_owned()),
                quote: None,
                text: said(
                    "Hizmet: önce kart aidatı şikâyeti; sorumlusu: Kart Operasyonu",
                    "Service: the card fee complaint first; owner: Card Operations",
                ),
                why: Some(said(
                    "açık şikâyet satış tekliflerini kapatır; şikâyet kapandığı gün açılır",
                    "an open complaint closes sales offers; they open the day it is closed",
                )),
                say: Some(said(
                    "Aidat iadeniz için bugün 17:00'ye kadar size döneceğiz.",
                    "We will call you back about your fee refund by 17:00 today.",
                )),
            },
            ServiceLine {
                id: Some("deposit-renewal".to_owned()),
                quote: lines().swap_remove(1).quote,
                text: said(
                    "Kesin teklif: vadeli yenileme, %43 (IVR 23.11 · 01.12'ye kadar)",
                    "Firm offer: deposit renewal at 43% (IVR 23.11 · until 01.12)",
                ),
                why: None,
                say: None,
            },
        ],
    }
}
