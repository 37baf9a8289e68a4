//! What a flow shows as labels and values, a line each: makes sense when it is read aloud.

use super::{blocks, queue, told};
use crate::{
    app::{FlowPlace, Model, Place, ReceiptPlace},
    flow::view::{BlockView, Body, LineView, Mark, What},
    text::{Message, amount, date, ids::desk as id, ids::screen},
    view::{plain::Lines, receipt, words},
};

/// All lines; `None` where no flow is shown.
pub(in crate::view) fn lines(model: &Model) -> Option<String> {
    let lang = model.lang;
    let mut lines = Lines::new(lang);
    match model.place()? {
        Place::Flow(place) => lines.flow(model, place),
        Place::Receipt(place) => lines.receipt(place),
        Place::Paper(place) => return Some(receipt::lines(&place.receipt, lang).join("\n") + "\n"),
        Place::Approvals(place) => {
            lines.pair(&words::say(id::APPROVALS, lang), &place.lines.len().to_string());
            for line in &place.lines {
                let name = line.name.clone().unwrap_or_default();
                let amount = amount::round(line.amount, lang);
                let what = [
                    date::clock(line.asked),
                    queue::maker(line, lang),
                    name,
                    line.title.of(lang).to_owned(),
                    amount,
                ];
                lines.line(&what.join(", "));
            }
        }
        Place::Customer(_) | Place::List(_) | Place::Detail(_) => return None,
    }
    if let Some(notice) = &model.notice {
        lines.line(&notice.say(lang));
    }
    Some(lines.text)
}

impl Lines {
    fn flow(&mut self, model: &Model, place: &FlowPlace) {
        let basis = place.run.basis();
        self.pair(
            &words::say(screen::PLAIN_CUSTOMER, self.lang),
            &format!("{}, {}", basis.name.of(self.lang), basis.number),
        );
        let step = Message::new(id::STEP).with("step", u64::from(place.run.step()));
        let step = step.with("steps", u64::from(place.run.steps())).say(self.lang);
        self.line(&format!("{}, {step}", place.run.flow().title.of(self.lang)));
        for block in place.run.blocks() {
            self.block(place, &block);
        }
        for change in &place.changes {
            self.pair(
                change.label.of(self.lang),
                &format!("{} → {}", change.old.of(self.lang), change.new.of(self.lang)),
            );
        }
        if let Some(told) = told(model, place) {
            self.line(&told);
        }
    }

    fn block(&mut self, place: &FlowPlace, block: &BlockView) {
        let aside = block.aside.as_ref().map(|(_, aside)| aside.of(self.lang).to_owned());
        match aside {
            Some(aside) => self.pair(block.title.of(self.lang), &aside),
            None => self.line(block.title.of(self.lang)),
        }
        match &block.body {
            Body::Choice(table) => {
                for row in &table.rows {
                    let cells: Vec<&str> = row.cells.iter().map(|cell| cell.of(self.lang)).collect();
                    let chosen =
                        if row.chosen { words::say(id::PLAIN_CHOSEN, self.lang) } else { String::new() };
                    let why =
                        row.blocked.as_ref().map(|why| why.of(self.lang).to_owned()).unwrap_or_default();
                    let all = [cells.join(", "), chosen, why];
                    let all: Vec<String> = all.into_iter().filter(|text| !text.is_empty()).collect();
                    self.line(&all.join(", "));
                }
            }
            Body::Lines(lines) => lines.iter().for_each(|line| self.values(place, line)),
            Body::Legs(legs) => {
                for leg in legs {
                    self.pair(leg.name.of(self.lang), leg.text.of(self.lang));
                }
            }
            Body::Sentence(sentence) => {
                self.line(sentence.text.of(self.lang));
                let answer = self.field(place, &sentence.answer);
                let question = format!(
                    "{} ({})",
                    blocks::question(place, sentence, self.lang),
                    sentence.keys.of(self.lang)
                );
                self.pair(&question, &answer);
                sentence.lines.iter().for_each(|line| self.values(place, line));
            }
        }
    }

    fn field(&self, place: &FlowPlace, id: &str) -> String {
        let field = place.run.fields().into_iter().find(|field| field.id == id);
        let shown = field.map(|field| blocks::value(&field, place, self.lang)).unwrap_or_default();
        if shown.is_empty() { words::say(id::PLAIN_EMPTY, self.lang) } else { shown }
    }

    fn values(&mut self, place: &FlowPlace, line: &LineView) {
        let (mut label, mut values) = (String::new(), Vec::new());
        for part in &line.parts {
            match &part.what {
                What::Label(text) => text.of(self.lang).clone_into(&mut label),
                What::Value(text) | What::Note(text) => values.push(text.of(self.lang).to_owned()),
                What::Sign(sign) => values.push(sign.to_string()),
                What::Field(field) => values.push(self.field(place, field)),
            }
        }
        values.retain(|value| !matches!(value.as_str(), "→" | "="));
        let label = match line.mark {
            Mark::None | Mark::Good => label,
            Mark::Look => format!("! {label}"),
            Mark::Bad => format!("✗ {label}"),
            Mark::Unknown => format!("? {label}"),
        };
        let (label, values) = (label.trim_end_matches(':'), values.join(" "));
        match (label.is_empty(), values.is_empty()) {
            (true, _) => self.line(&values),
            (false, true) => self.line(label),
            (false, false) => self.pair(label, &values),
        }
    }

    fn receipt(&mut self, place: &ReceiptPlace) {
        let number =
            Message::new(id::RECEIPT_NO).with("receipt", place.receipt.no.to_string()).say(self.lang);
        self.line(&number);
        for leg in &place.receipt.legs {
            self.pair(leg.name.of(self.lang), leg.text.of(self.lang));
        }
        if let Some(task) = &place.task {
            self.pair(&task.label, &format!("{}, {}", task.unit.of(self.lang), date::moment(task.due)));
        }
        if let Some(say) = &place.say {
            self.pair(words::say(screen::OFFER_SAY, self.lang).trim_end_matches(':'), say.of(self.lang));
        }
    }
}
