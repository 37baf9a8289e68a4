//! A condition in words, for people who ask why: labels in place of names, values as their feature is read.

use cel::{
    IdedExpr,
    common::ast::{CallExpr, Expr, LiteralValue, operators},
};

use super::KNOWN_MARK;
use crate::{
    money::{Currency, Money},
    pack::Words,
    rules::features::{self, Feature, Kind, Value},
    text::{Lang, Message, MessageId, Said, amount, casing, ids::pack as id},
};

/// Comparisons and the sentences that say them.
const COMPARED: [(&str, MessageId); 6] = [
    (operators::EQUALS, id::SAID_EQUAL),
    (operators::NOT_EQUALS, id::SAID_NOT_EQUAL),
    (operators::LESS, id::SAID_BELOW),
    (operators::LESS_EQUALS, id::SAID_AT_MOST),
    (operators::GREATER, id::SAID_ABOVE),
    (operators::GREATER_EQUALS, id::SAID_AT_LEAST),
];

/// Everything else of two operands.
const JOINED: [(&str, MessageId); 7] = [
    (operators::LOGICAL_AND, id::SAID_AND),
    (operators::LOGICAL_OR, id::SAID_OR),
    ("contains", id::SAID_CONTAINS),
    ("startsWith", id::SAID_STARTS),
    ("endsWith", id::SAID_ENDS),
    (operators::IN, id::SAID_ONE_OF),
    (operators::ADD, id::SAID_PLUS),
];

/// What compares parts of texts: a part has no name.
const OF_PARTS: [&str; 3] = ["contains", "startsWith", "endsWith"];

/// A checked and lowered condition.
pub(super) fn said(expression: &IdedExpr, words: &Words) -> Said {
    let said = |lang| say(expression, None, Saying { lang, words });
    Said { tr: said(Lang::Tr), en: said(Lang::En) }
}

/// A language, and the pack's words in it.
#[derive(Clone, Copy)]
struct Saying<'w> {
    lang: Lang,
    words: &'w Words,
}

impl Saying<'_> {
    /// A text beside a feature whose values have names by its name; else as the pack writes it.
    fn text(self, text: &str, beside: Option<Beside>) -> String {
        let kind = match beside {
            Some(Beside::Feature(feature)) => feature.words(),
            Some(Beside::Days) | None => None,
        };
        match kind.and_then(|kind| self.words.name(kind, text)) {
            Some(name) => name.of(self.lang).split_whitespace().collect::<Vec<_>>().join(" "),
            None => format!("\"{text}\""),
        }
    }
}

/// What a number beside it stands for.
#[derive(Clone, Copy)]
enum Beside {
    Feature(&'static Feature),
    /// The difference of two days.
    Days,
}

fn say(expression: &IdedExpr, beside: Option<Beside>, saying: Saying<'_>) -> String {
    let lang = saying.lang;
    match &expression.expr {
        Expr::Ident(name) => named(name, true, lang),
        Expr::Literal(LiteralValue::Int(number)) => self::number(*number.inner(), beside, lang),
        Expr::Literal(LiteralValue::Boolean(flag)) => Value::Flag(*flag.inner()).say(lang),
        Expr::Literal(LiteralValue::String(text)) => saying.text(text.inner(), beside),
        Expr::List(list) => {
            let each = list.elements.iter().map(|element| say(element, beside, saying));
            each.collect::<Vec<_>>().join(", ")
        }
        Expr::Call(call) => self::call(call, saying),
        // the check lets none of these through
        Expr::Literal(_)
        | Expr::Select(_)
        | Expr::Map(_)
        | Expr::Struct(_)
        | Expr::Comprehension(_)
        | Expr::Unspecified => String::new(),
    }
}

fn call(call: &CallExpr, saying: Saying<'_>) -> String {
    let (name, lang) = (call.func_name.as_str(), saying.lang);
    let operands: Vec<&IdedExpr> = call.target.as_deref().into_iter().chain(&call.args).collect();
    match operands.as_slice() {
        [one] if name == operators::LOGICAL_NOT => denied(one, saying),
        [one] if name == operators::NEGATE => format!("-{}", say(one, None, saying)),
        [one] => with(id::SAID_SIZE, [("left", say(one, None, saying))], lang),
        [left, right] => {
            let beside = meant(left).or_else(|| meant(right)).filter(|_| !OF_PARTS.contains(&name));
            if let Some(there) = (name == operators::GREATER).then(|| exists(left, right, lang)).flatten() {
                return there;
            }
            let (left, right) =
                (say(left, beside, saying), casing::within(&say(right, beside, saying), lang));
            let known = COMPARED.into_iter().chain(JOINED).find(|(known, _)| *known == name);
            let message = match known {
                Some((_, message)) => message,
                None if name == operators::SUBSTRACT => match beside {
                    Some(Beside::Feature(feature)) if feature.kind == Kind::Day => id::SAID_BETWEEN,
                    Some(_) | None => id::SAID_MINUS,
                },
                None => id::SAID_TIMES,
            };
            with(message, [("left", left), ("right", right)], lang)
        }
        _ => String::new(),
    }
}

fn with<const N: usize>(message: MessageId, parts: [(&'static str, String); N], lang: Lang) -> String {
    let said = parts.into_iter().fold(Message::new(message), |said, (name, part)| said.with(name, part));
    said.say(lang)
}

/// `Takipteki çek: var`, for a count above nothing.
fn exists(left: &IdedExpr, right: &IdedExpr, lang: Lang) -> Option<String> {
    let nought = matches!(&right.expr, Expr::Literal(LiteralValue::Int(number)) if *number.inner() == 0);
    let Some(Beside::Feature(feature)) = meant(left).filter(|_| nought) else { return None };
    let counted = feature.kind == Kind::Whole && matches!(left.expr, Expr::Ident(_));
    counted.then(|| with(id::SAID_EXISTS, [("left", feature.name_said().of(lang).to_owned())], lang))
}

/// What a number beside an expression stands for.
fn meant(expression: &IdedExpr) -> Option<Beside> {
    match &expression.expr {
        Expr::Ident(name) => features::find(name).map(Beside::Feature),
        Expr::Call(call) if call.func_name == operators::SUBSTRACT => {
            let mut days = call
                .args
                .iter()
                .filter_map(meant)
                .filter(|meant| matches!(meant, Beside::Feature(feature) if feature.kind == Kind::Day));
            days.next().and(days.next()).map(|_| Beside::Days)
        }
        Expr::Call(_)
        | Expr::Literal(_)
        | Expr::List(_)
        | Expr::Select(_)
        | Expr::Map(_)
        | Expr::Struct(_)
        | Expr::Comprehension(_)
        | Expr::Unspecified => None,
    }
}

/// `Şirket: hayır`, `Konut sigortası bitişi bilinmiyor`; else the sentence and that it does not hold.
fn denied(expression: &IdedExpr, saying: Saying<'_>) -> String {
    let lang = saying.lang;
    if let Expr::Ident(name) = &expression.expr {
        return named(name, false, lang);
    }
    with(id::SAID_NOT, [("left", say(expression, None, saying))], lang)
}

/// A feature as an operand; a yes or no with its answer, `has` with whether it is known.
fn named(name: &str, holds: bool, lang: Lang) -> String {
    let known = name.strip_prefix(KNOWN_MARK);
    let Some(feature) = features::find(known.unwrap_or(name)) else { return name.to_owned() };
    let label = feature.name_said().of(lang).to_owned();
    match (known, feature.kind) {
        (Some(_), _) => with(if holds { id::SAID_KNOWN } else { id::SAID_UNKNOWN }, [("left", label)], lang),
        (None, Kind::Flag) => {
            with(id::SAID_EQUAL, [("left", label), ("right", Value::Flag(holds).say(lang))], lang)
        }
        (None, Kind::Whole | Kind::Text | Kind::Money | Kind::Day) => label,
    }
}

fn number(number: i64, beside: Option<Beside>, lang: Lang) -> String {
    match beside {
        Some(Beside::Feature(feature)) if feature.kind == Kind::Money => {
            amount::round(Money::new(number, Currency::TRY), lang)
        }
        Some(Beside::Feature(feature)) => feature.say(&Value::Whole(number), lang),
        Some(Beside::Days) => Message::new(id::VALUE_DAYS).with("count", number).say(lang),
        None => amount::whole(number, lang),
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        pack::PackSource,
        rules::{
            load,
            tests::{facts_of, known_now},
        },
    };

    use super::super::tests::compile;

    #[test]
    fn conditions_in_words_by_table() {
        let table = [
            ("cheque.count > 0", "Takipteki çek: var", "Bounced cheques: some"),
            ("!customer.is_company", "Şirket: hayır", "Company: no"),
            (
                "deposit.first_maturity_amount >= 5000000",
                "İlk vadesi dolan anapara en az 50.000 TL",
                "Principal that matures first at least 50,000 TRY",
            ),
            ("churn.now > 600", "Ayrılma riski %60 üstünde", "Churn risk above 60%"),
            (
                "churn.now > churn.before",
                "Ayrılma riski geçen ayki ayrılma riski üstünde",
                "Churn risk above churn risk last month",
            ),
            (
                "deposit.days_to_first_maturity <= 14",
                "İlk vadeye kalan en çok 14 gün",
                "Until the first maturity at most 14 days",
            ),
            (
                "business.day - life_event.birth_day <= 365",
                "çocuk doğumu - İş günü arası en çok 365 gün",
                "From birth of a child to Business day at most 365 days",
            ),
            ("has(restriction.fraud_day)", "Dolandırıcılık kaydı biliniyor", "Fraud recorded is known"),
            (
                "!has(insurance.home_ends)",
                "Konut sigortasının son günü bilinmiyor",
                "Last day of the home insurance is not known",
            ),
            (
                "segment.value.startsWith('A')",
                "Değer segmenti \"A\" ile başlar",
                "Value segment begins with \"A\"",
            ),
            ("salary.count_90d == 0", "Son 90 günde maaş: 0", "Salaries in 90 days: 0"),
            (
                "!name.known || card.limit_use > 950",
                "Ad kayıtlı: hayır ya da kart limitinin kullanılan payı %95 üstünde",
                "Name on file: no or share of the card limit in use above 95%",
            ),
        ];
        for (condition, tr, en) in table {
            let said = &compile(condition).unwrap().conjuncts[0].said;
            assert_eq!((said.tr.as_str(), said.en.as_str()), (tr, en), "{condition}");
        }
    }

    /// No name of a feature, sign of the language or minor unit reaches people.
    #[test]
    fn no_condition_of_the_pack_is_said_in_its_own_signs() {
        let (_, rules) = load(&PackSource::Embedded).unwrap();
        let facts = facts_of("");
        let known = known_now(&facts);
        let alerts = rules.alerts(&known);
        let ids: Vec<&str> = rules.offer_ids().collect();
        let offers =
            ids.iter().filter_map(|id| rules.explain_offer(id, &known, &alerts)).flat_map(|found| found.why);
        let alerts = rules.alert_ids().filter_map(|id| rules.rule(id, &known)).flat_map(|(_, why)| why);
        let mut seen = 0;
        for evidence in offers.chain(alerts) {
            for said in [&evidence.said.tr, &evidence.said.en] {
                let signs = ["&&", "||", "==", ">=", "<=", "has(", "_", "!", " > ", " < "];
                assert!(!said.is_empty() && signs.iter().all(|sign| !said.contains(sign)), "{said}");
                seen += 1;
            }
        }
        assert!(seen > 60, "{seen}");
    }

    /// A code is said by the pack's name for it, and no raw code of a segment is left in any sentence.
    #[test]
    fn codes_are_said_by_the_names_of_the_pack() {
        let (_, rules) = load(&PackSource::Embedded).unwrap();
        let facts = facts_of("segment A2 investor; deposit 50000000 2026-12-01; fund 9610000");
        let known = known_now(&facts);
        let said = |offer: &str| {
            let found = rules.explain_offer(offer, &known, &[]).unwrap();
            let all = found.why.into_iter().map(|evidence| evidence.said);
            all.fold((String::new(), String::new()), |(tr, en), said| {
                (tr + &said.tr + "\n", en + &said.en + "\n")
            })
        };
        for (offer, tr, en) in [
            ("money-market-fund", "Davranış segmenti: yatırımcı\n", "Behaviour segment: investor\n"),
            (
                "deposit-renewal",
                "Değer segmenti şunlardan biri: A1 Değerli, A2 Değerli\n",
                "Value segment is one of A1 Valued, A2 Valued\n",
            ),
        ] {
            let (told_tr, told_en) = said(offer);
            assert!(told_tr.contains(tr) && told_en.contains(en), "{told_tr}{told_en}");
        }
    }
}
