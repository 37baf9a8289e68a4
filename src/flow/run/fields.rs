//! Fields as they stand on a screen.

use super::{CUSTOMER, OFFER, RECORD, Run, quoting::evidence_said};
use crate::{
    flow::{
        schema::{BlockBody, Field, FieldKind, Line},
        view::{Choice, EntryKind, FieldView},
    },
    text::{Message, Said, ids::flow as id},
};

impl Run {
    /// The fields of this screen in Tab order.
    #[must_use]
    pub fn fields(&self) -> Vec<FieldView> {
        let Some(screen) = self.screen() else { return Vec::new() };
        self.tab_order(screen).into_iter().map(|field| self.field_view(field)).collect()
    }

    fn field_view(&self, field: &Field) -> FieldView {
        let entered = self.entered.get(&field.id);
        let value = entered.and_then(|entered| entered.value.clone());
        let typed = entered.map(|entered| entered.typed.clone()).unwrap_or_default();
        let shown = match (&field.kind, value) {
            (FieldKind::Evidence, _) => self.evidence().map(|kept| evidence_said(&kept)).unwrap_or_default(),
            (_, Some(value)) => self.words(field, &value),
            (_, None) => Said { tr: typed.clone(), en: typed.clone() },
        };
        FieldView {
            id: field.id.clone(),
            label: field.label.clone(),
            kind: field.kind.entry(),
            typed,
            shown,
            width: field.width,
            right: matches!(field.kind, FieldKind::Amount(_)),
            bare: self.is_bare(&field.id),
            how: entered.map(|entered| entered.how),
            fault: entered.and_then(|entered| entered.fault.clone()),
            choices: self.choices(field),
        }
    }

    /// What may be chosen, with what may not and why.
    fn choices(&self, field: &Field) -> Vec<Choice> {
        let open = |value: String, label: Said| Choice { value, label, blocked: None };
        match &field.kind {
            FieldKind::Deposit => self.deposit_choices(),
            FieldKind::Currency(options) => options
                .iter()
                .map(|currency| Choice {
                    value: currency.code().to_owned(),
                    label: same(currency.code()),
                    blocked: self
                        .foreign(*currency)
                        .is_none()
                        .then(|| Message::new(id::NO_FOREIGN).with("currency", currency.code()).said()),
                })
                .collect(),
            FieldKind::Fund(options) => {
                let title = |code: &String| self.pack.fund(code).map(|fund| fund.title.clone());
                options.iter().map(|code| open(code.clone(), title(code).unwrap_or_default())).collect()
            }
            FieldKind::Choice(options) => {
                options.iter().map(|(id, label)| open(id.clone(), label.clone())).collect()
            }
            FieldKind::Source => {
                [OFFER, CUSTOMER].map(|value| open(value.to_owned(), self.source_said(value))).to_vec()
            }
            FieldKind::Evidence => self.evidence_choices(),
            FieldKind::Amount(_) | FieldKind::Text(_) | FieldKind::Answer => Vec::new(),
        }
    }

    fn deposit_choices(&self) -> Vec<Choice> {
        let choice = |deposit: &crate::request::flow::DepositChoice| Choice {
            value: deposit.account.to_string(),
            label: same(&deposit.label),
            blocked: deposit.blocked.clone(),
        };
        self.basis.deposits.iter().map(choice).collect()
    }

    fn evidence_choices(&self) -> Vec<Choice> {
        let record = self.basis.record.as_ref().map(|record| Choice {
            value: RECORD.to_owned(),
            label: Message::new(id::EVIDENCE_RECORD).with("record", record.as_str()).said(),
            blocked: None,
        });
        let orders = self.basis.orders.iter().map(|order| Choice {
            value: order.id.to_string(),
            label: Message::new(id::EVIDENCE_ORDER)
                .with("order", order.id.to_string())
                .with("day", order.signed)
                .said(),
            blocked: (!self.order_fits(order))
                .then(|| Message::new(id::EVIDENCE_OTHER).with("order", order.id.to_string()).said()),
        });
        record.into_iter().chain(orders).collect()
    }

    /// Prefilled values inside a sentence are drawn without brackets.
    fn is_bare(&self, id: &str) -> bool {
        let lines = |line: &Line| {
            line.fields.as_ref().is_some_and(|(_, ids, bare)| *bare && ids.iter().any(|known| known == id))
        };
        let source = self.flow.field(id).is_some_and(|field| field.kind == FieldKind::Source);
        let blocks = self.flow.screens.iter().flat_map(|screen| &screen.blocks);
        let in_line = blocks.into_iter().any(|block| match &block.body {
            BlockBody::Lines(_, all) | BlockBody::Sentence { lines: all, .. } => all.iter().any(lines),
            BlockBody::Choice(_) | BlockBody::Legs => false,
        });
        source || in_line
    }
}

impl FieldKind {
    /// How it is entered.
    fn entry(&self) -> EntryKind {
        match self {
            FieldKind::Amount(_) => EntryKind::Amount,
            FieldKind::Text(_) => EntryKind::Text,
            FieldKind::Answer => EntryKind::Answer,
            FieldKind::Deposit
            | FieldKind::Currency(_)
            | FieldKind::Fund(_)
            | FieldKind::Choice(_)
            | FieldKind::Source
            | FieldKind::Evidence => EntryKind::Choice,
        }
    }
}

/// A code is the same in every language.
fn same(text: &str) -> Said {
    Said { tr: text.to_owned(), en: text.to_owned() }
}
