//! A screen's blocks, worded.

use super::{Run, sums::Sums};
use crate::{
    domain::receipt::LegState,
    flow::{
        figure::{Figure, Form},
        schema::{Block, BlockBody, FieldKind, Line, Places},
        view::{
            At, BlockView, Body, ChoiceRow, ChoiceTable, LegView, LineView, Mark, Part, SentenceView, What,
        },
    },
    money::Currency,
    request::flow::DepositChoice,
    text::{Lang, Message, Said, amount, date, ids::flow as id},
};

/// Where a label begins.
const LABEL: u16 = 6;
/// Where the cells of the deposits' table stand, by its heads.
const DEPOSIT_PLACES: [At; 5] = [At::Start(LABEL), At::End(38), At::End(48), At::End(62), At::End(72)];
/// Cells before a currency's name, an arrow, a note.
const GAPS: (u16, u16, u16) = (1, 3, 3);

impl Run {
    /// Everything that this screen shows, top to bottom.
    #[must_use]
    pub fn blocks(&self) -> Vec<BlockView> {
        let Some(screen) = self.screen() else { return Vec::new() };
        let sums = self.sums();
        screen.blocks.iter().filter_map(|block| self.block(block, &sums)).collect()
    }

    fn block(&self, block: &Block, sums: &Sums) -> Option<BlockView> {
        let said = |pair: &crate::flow::template::Pair| pair.said(&|name| self.lookup(sums, name));
        let body = match &block.body {
            BlockBody::Choice(field) => Body::Choice(self.deposits(field)),
            BlockBody::Legs => Body::Legs(self.legs()),
            BlockBody::Lines(checks, lines) => {
                let checks = checks.iter().filter_map(|check| self.check_line(*check, sums));
                let lines = lines.iter().filter_map(|line| self.line(line, block.places, sums));
                Body::Lines(checks.chain(lines).collect())
            }
            BlockBody::Sentence { text, question, answer, lines } => Body::Sentence(SentenceView {
                text: said(text)?,
                question: question.clone(),
                answer: answer.clone(),
                keys: Message::new(id::ANSWER_KEYS).said(),
                lines: lines.iter().filter_map(|line| self.line(line, block.places, sums)).collect(),
            }),
        };
        let aside = block.aside.as_ref().and_then(|(at, pair)| Some((*at, said(pair)?)));
        Some(BlockView { number: block.number, title: block.title.clone(), aside, roomy: block.roomy, body })
    }

    fn deposits(&self, field: &str) -> ChoiceTable {
        let heads = [id::HEAD_ACCOUNT, id::HEAD_PRINCIPAL, id::HEAD_RATE, id::HEAD_MATURES, id::HEAD_LEFT];
        let heads = DEPOSIT_PLACES.into_iter().zip(heads.map(|head| Message::new(head).said()));
        let chosen = self.value(field);
        let row = |deposit: &DepositChoice| {
            let value = deposit.account.to_string();
            let chosen = chosen.as_ref() == Some(&value);
            ChoiceRow { value, cells: self.cells(deposit), chosen, blocked: deposit.blocked.clone() }
        };
        ChoiceTable {
            field: field.to_owned(),
            heads: heads.collect(),
            rows: self.basis.deposits.iter().map(row).collect(),
        }
    }

    fn cells(&self, deposit: &DepositChoice) -> Vec<Said> {
        let both = |say: &dyn Fn(Lang) -> String| Said { tr: say(Lang::Tr), en: say(Lang::En) };
        let left = i64::from(deposit.matures.days_since(self.day()));
        vec![
            both(&|_| deposit.label.clone()),
            // the head says lira
            both(&|lang| match deposit.principal.currency {
                Currency::TRY => amount::bare(deposit.principal, lang),
                _ => amount::with_currency(deposit.principal, lang),
            }),
            both(&|lang| amount::percent(deposit.rate_percent, lang)),
            both(&|_| date::long(deposit.matures)),
            Message::new(id::DAYS_LEFT).with("days", left).said(),
        ]
    }

    fn legs(&self) -> Vec<LegView> {
        let text = Message::new(id::LEG_WAITING).said();
        let leg = |(number, leg): (u8, &crate::flow::schema::Leg)| LegView {
            number,
            name: leg.name.clone(),
            state: LegState::Waiting,
            text: text.clone(),
        };
        (1..).zip(&self.flow.legs).map(leg).collect()
    }

    /// A line; `None` when a name that it needs has no value.
    fn line(&self, line: &Line, places: Places, sums: &Sums) -> Option<LineView> {
        let values = |name: &str| self.lookup(sums, name);
        let mut parts = Vec::new();
        let mut put = |at, what| parts.push(Part { at, what });
        if let Some(label) = &line.label
            && let Some(said) = label.said(&values)
        {
            put(At::Start(LABEL), What::Label(said));
        } else if line.label.is_some() && line.value.is_none() {
            return None;
        }
        if let Some(sign) = line.sign {
            put(At::Start(places.sign), What::Sign(sign));
        }
        if let Some(figure) = &line.figure {
            let figure = values(figure)?;
            let currency = if let Figure::Money(money) = figure { Some(money.currency) } else { None };
            let bare = |lang| figure.formed(Form::Bare, lang);
            put(At::End(places.value_end), What::Value(Said { tr: bare(Lang::Tr), en: bare(Lang::En) }));
            if let Some(currency) = currency {
                put(At::After(GAPS.0), What::Value(currency_said(currency)));
            }
        }
        if let Some((at, pair)) = &line.value
            && let Some(said) = pair.said(&values)
        {
            put(at.map_or(At::After(2), At::Start), What::Value(said));
        }
        if let Some((at, ids, bare)) = &line.fields {
            let first = match at {
                Some(at) => At::Start(*at),
                None => At::After(if *bare { 1 } else { 2 }),
            };
            self.put_fields((first, ids), &mut put);
        }
        if let Some((at, pair)) = &line.note
            && let Some(said) = pair.said(&values)
        {
            put(at.map_or(At::After(GAPS.2), At::Start), What::Note(said));
        }
        let short =
            matches!(line.figure.as_deref().and_then(values), Some(Figure::Money(money)) if money.minor < 0);
        if short {
            put(At::After(GAPS.2), What::Note(Message::new(id::BELOW_ZERO).said()));
        }
        let mark = match (line.look || short, line.good) {
            (true, _) => Mark::Look,
            (false, true) => Mark::Good,
            (false, false) => Mark::None,
        };
        (!parts.is_empty()).then_some(LineView { mark, parts })
    }

    /// `[ 200.000,00 ] TL   →  [ USD ]`.
    fn put_fields(&self, (first, ids): (At, &[String]), put: &mut impl FnMut(At, What)) {
        for (index, id) in ids.iter().enumerate() {
            if index > 0 {
                let arrow = Said { tr: "→".to_owned(), en: "→".to_owned() };
                put(At::After(GAPS.1), What::Note(arrow));
            }
            put(if index == 0 { first } else { At::After(2) }, What::Field(id.clone()));
            if let Some(FieldKind::Amount(currency)) = self.flow.field(id).map(|field| &field.kind) {
                put(At::After(GAPS.0), What::Note(currency_said(*currency)));
            }
        }
    }
}

fn currency_said(currency: Currency) -> Said {
    let name = |lang| amount::currency_name(currency, lang);
    Said { tr: name(Lang::Tr), en: name(Lang::En) }
}
