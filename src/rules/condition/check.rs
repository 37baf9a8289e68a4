//! The check of a condition: every name is a feature, every operator fits its operands, every function is
//! known. What passes can only fail to compute by a number beyond 64 bits.

use cel::{
    IdedExpr,
    common::ast::{CallExpr, Expr, LiteralValue, SourceInfo, operators},
};

use super::KNOWN_MARK;
use crate::{
    pack::{Fault, Faults, document::Text, fault::told, nearest},
    rules::features::{self, Feature, Kind},
    text::{Message, Said, ids::pack as id},
};

/// The type of an expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Checked {
    /// A value.
    Of(Kind),
    /// A list of values.
    List(Kind),
}

impl Checked {
    pub(super) fn said(self) -> Said {
        match self {
            Checked::Of(kind) => kind_said(kind),
            Checked::List(_) => Message::new(id::TYPE_LIST).said(),
        }
    }
}

/// The name of a type in both languages.
pub(in crate::rules) fn kind_said(kind: Kind) -> Said {
    let name = match kind {
        Kind::Whole => id::TYPE_WHOLE,
        Kind::Flag => id::KIND_FLAG,
        Kind::Text => id::TYPE_TEXT,
        Kind::Money => id::TYPE_MONEY,
        Kind::Day => id::KIND_DAY,
    };
    Message::new(name).said()
}

/// Operators as authors write them.
const WRITTEN: [(&str, &str); 15] = [
    (operators::LOGICAL_AND, "&&"),
    (operators::LOGICAL_OR, "||"),
    (operators::LOGICAL_NOT, "!"),
    (operators::NEGATE, "-"),
    (operators::EQUALS, "=="),
    (operators::NOT_EQUALS, "!="),
    (operators::LESS, "<"),
    (operators::LESS_EQUALS, "<="),
    (operators::GREATER, ">"),
    (operators::GREATER_EQUALS, ">="),
    (operators::ADD, "+"),
    (operators::SUBSTRACT, "-"),
    (operators::MULTIPLY, "*"),
    (operators::DIVIDE, "/"),
    (operators::MODULO, "%"),
];

const FUNCTIONS: [&str; 5] = ["has", "contains", "startsWith", "endsWith", "size"];

pub(super) struct Checker<'c, 't> {
    text: Text<'t>,
    source: &'c SourceInfo,
    faults: &'c mut Faults,
}

impl<'c, 't> Checker<'c, 't> {
    pub(super) fn new(text: Text<'t>, source: &'c SourceInfo, faults: &'c mut Faults) -> Self {
        Checker { text, source, faults }
    }

    /// The type of an expression; `None` where a fault was reported.
    pub(super) fn kind_of(&mut self, expression: &IdedExpr) -> Option<Checked> {
        match &expression.expr {
            Expr::Literal(literal) => self.literal(expression, literal),
            Expr::Ident(_) | Expr::Select(_) => self.feature(expression).map(Checked::Of),
            Expr::Call(call) => self.call(expression, call),
            Expr::List(list) => self.list(expression, &list.elements),
            Expr::Map(_) | Expr::Struct(_) => self.construct(expression, "{ }"),
            Expr::Comprehension(_) | Expr::Unspecified => self.construct(expression, "…"),
        }
    }

    fn fault(&self, expression: &IdedExpr, message: Message) -> Fault {
        let offset = self.source.offset_for(first(expression).id).map_or(0, |(start, _)| start);
        let index = usize::try_from(offset).unwrap_or_default();
        self.text.spot_of(index).fault(message)
    }

    /// A fault at the expression's own sign, not at its first word.
    fn fault_at_sign(&self, expression: &IdedExpr, message: Message) -> Fault {
        let offset = self.source.offset_for(expression.id).map_or(0, |(start, _)| start);
        let index = usize::try_from(offset).unwrap_or_default();
        self.text.spot_of(index).fault(message)
    }

    fn construct(&mut self, expression: &IdedExpr, found: &str) -> Option<Checked> {
        let fault = self.fault_at_sign(expression, told(id::CONDITION_CONSTRUCT, "found", found));
        self.faults.add(fault);
        None
    }

    fn literal(&mut self, expression: &IdedExpr, literal: &LiteralValue) -> Option<Checked> {
        let (message, help) = match literal {
            LiteralValue::Boolean(_) => return Some(Checked::Of(Kind::Flag)),
            LiteralValue::Int(_) => return Some(Checked::Of(Kind::Whole)),
            LiteralValue::String(_) => return Some(Checked::Of(Kind::Text)),
            LiteralValue::Double(_) => (id::CONDITION_FLOAT, Some(id::HELP_SCALED)),
            LiteralValue::Null => (id::CONDITION_LITERAL, Some(id::HELP_HAS)),
            LiteralValue::Bytes(_) | LiteralValue::UInt(_) => (id::CONDITION_LITERAL, None),
        };
        let fault = self.fault(expression, Message::new(message));
        self.faults.add(fault.with_help(help.map(Message::new)));
        None
    }

    fn feature(&mut self, expression: &IdedExpr) -> Option<Kind> {
        let name = name_of(expression).unwrap_or_default();
        let found = features::find(&name);
        if found.is_none() {
            let fault = self.fault(expression, told(id::FEATURE_UNKNOWN, "name", name.as_str()));
            let help = nearest::help(&name, features::names());
            self.faults.add(fault.with_help(help));
        }
        found.map(|feature| feature.kind)
    }

    fn list(&mut self, expression: &IdedExpr, elements: &[IdedExpr]) -> Option<Checked> {
        let kinds: Vec<Option<Checked>> = elements.iter().map(|element| self.kind_of(element)).collect();
        let kinds: Vec<Checked> = kinds.into_iter().collect::<Option<_>>()?;
        match kinds.as_slice() {
            [Checked::Of(kind), rest @ ..] if rest.iter().all(|other| *other == Checked::Of(*kind)) => {
                Some(Checked::List(*kind))
            }
            _ => self.construct(expression, "[ ]"),
        }
    }

    fn call(&mut self, expression: &IdedExpr, call: &CallExpr) -> Option<Checked> {
        match (call.func_name.as_str(), &call.target, call.args.as_slice()) {
            (operators::CONDITIONAL, ..) => self.construct(expression, "? :"),
            (operators::INDEX, ..) => self.construct(expression, "[ ]"),
            (operators::IN, None, [item, list]) => self.membership(expression, item, list),
            (operators::DIVIDE | operators::MODULO, None, [left, right]) => {
                self.division(expression, call, left, right)
            }
            (name, None, [operand]) if written(name).is_some() => self.unary(expression, name, operand),
            (name, None, [left, right]) if written(name).is_some() => {
                let (left, right) = (self.kind_of(left), self.kind_of(right));
                self.binary(expression, name, left?, right?)
            }
            (name, target, args) => self.function(expression, name, target.as_deref(), args),
        }
    }

    fn membership(&mut self, expression: &IdedExpr, item: &IdedExpr, list: &IdedExpr) -> Option<Checked> {
        let (item, list) = (self.kind_of(item), self.kind_of(list));
        let (item, list) = (item?, list?);
        let fits = matches!((item, list), (Checked::Of(item), Checked::List(of)) if item == of);
        if fits {
            return Some(Checked::Of(Kind::Flag));
        }
        self.mismatch(expression, "in", item, list)
    }

    fn division(
        &mut self,
        expression: &IdedExpr,
        call: &CallExpr,
        left: &IdedExpr,
        right: &IdedExpr,
    ) -> Option<Checked> {
        let (kind, by) = (self.kind_of(left), self.kind_of(right));
        let constant = matches!(&right.expr, Expr::Literal(LiteralValue::Int(by)) if *by.inner() > 0);
        if by? == Checked::Of(Kind::Whole) && !constant {
            let fault = self.fault(right, Message::new(id::CONDITION_DIVISION));
            self.faults.add(fault);
            return None;
        }
        self.binary(expression, &call.func_name, kind?, by?)
    }

    fn unary(&mut self, expression: &IdedExpr, name: &str, operand: &IdedExpr) -> Option<Checked> {
        let kind = self.kind_of(operand)?;
        let wanted = if name == operators::LOGICAL_NOT { Kind::Flag } else { Kind::Whole };
        if kind == Checked::Of(wanted) {
            return Some(kind);
        }
        let message = told(id::CONDITION_OPERAND, "operator", written(name).unwrap_or(name));
        let fault = self.fault_at_sign(expression, message.with("found", kind.said()));
        self.faults.add(fault);
        None
    }

    fn binary(
        &mut self,
        expression: &IdedExpr,
        name: &str,
        left: Checked,
        right: Checked,
    ) -> Option<Checked> {
        let (Checked::Of(one), Checked::Of(other)) = (left, right) else {
            return self.mismatch(expression, written(name).unwrap_or(name), left, right);
        };
        match result(name, one, other) {
            Some(kind) => Some(Checked::Of(kind)),
            None => self.mismatch(expression, written(name).unwrap_or(name), left, right),
        }
    }

    fn mismatch(
        &mut self,
        expression: &IdedExpr,
        operator: &str,
        left: Checked,
        right: Checked,
    ) -> Option<Checked> {
        let message = told(id::CONDITION_TYPES, "operator", operator)
            .with("left", left.said())
            .with("right", right.said());
        let day = Checked::Of(Kind::Day);
        let money = Checked::Of(Kind::Money);
        let help = if left == money && right == money {
            Some(Message::new(id::HELP_MONEY))
        } else if left == day || right == day {
            Some(told(id::HELP_DAY, "name", "deposit.first_maturity_day"))
        } else {
            None
        };
        let fault = self.fault_at_sign(expression, message);
        self.faults.add(fault.with_help(help));
        None
    }

    fn function(
        &mut self,
        expression: &IdedExpr,
        name: &str,
        target: Option<&IdedExpr>,
        args: &[IdedExpr],
    ) -> Option<Checked> {
        if !FUNCTIONS.contains(&name) {
            let fault = self.fault(expression, told(id::FUNCTION_UNKNOWN, "name", name));
            let near = nearest::nearest(name, FUNCTIONS).map(|near| told(id::HELP_NEAREST, "name", near));
            let help = near.unwrap_or_else(|| Message::new(id::HELP_FUNCTIONS));
            self.faults.add(fault.with_help(help));
            return None;
        }
        let kind = match (name, target, args) {
            ("has", None, [asked]) if name_of(asked).is_some() => {
                self.feature(asked)?;
                Some(Kind::Flag)
            }
            ("size", None, [text]) => self.is_text(text)?.then_some(Kind::Whole),
            ("contains" | "startsWith" | "endsWith", Some(text), [part]) => {
                let (text, part) = (self.is_text(text), self.is_text(part));
                (text? && part?).then_some(Kind::Flag)
            }
            _ => None,
        };
        if kind.is_none() {
            let fault = self.fault(expression, told(id::FUNCTION_ARGUMENTS, "name", name));
            self.faults.add(fault.with_help(Message::new(id::HELP_FUNCTIONS)));
        }
        kind.map(Checked::Of)
    }

    fn is_text(&mut self, expression: &IdedExpr) -> Option<bool> {
        self.kind_of(expression).map(|kind| kind == Checked::Of(Kind::Text))
    }
}

fn written(name: &str) -> Option<&'static str> {
    WRITTEN.iter().find(|(known, _)| *known == name).map(|(_, sign)| *sign)
}

/// What an operator makes of two types; money and whole numbers meet in minor units.
fn result(name: &str, left: Kind, right: Kind) -> Option<Kind> {
    use Kind::{Day, Flag, Money, Text, Whole};
    let kinds = (left, right);
    let numbers = matches!(kinds, (Whole | Money, Whole) | (Whole, Money) | (Day, Day));
    let same = numbers || matches!(kinds, (Flag, Flag) | (Text, Text));
    match name {
        operators::LOGICAL_AND | operators::LOGICAL_OR => (kinds == (Flag, Flag)).then_some(Flag),
        operators::EQUALS | operators::NOT_EQUALS => same.then_some(Flag),
        operators::LESS | operators::LESS_EQUALS | operators::GREATER | operators::GREATER_EQUALS => {
            numbers.then_some(Flag)
        }
        operators::SUBSTRACT if kinds == (Day, Day) => Some(Whole),
        operators::ADD | operators::SUBSTRACT if kinds == (Day, Whole) => Some(Day),
        _ => (kinds == (Whole, Whole)).then_some(Whole),
    }
}

/// The leftmost word of an expression, where an author looks for it.
fn first(expression: &IdedExpr) -> &IdedExpr {
    match &expression.expr {
        Expr::Select(select) => first(&select.operand),
        Expr::Call(call) => call.target.as_deref().map_or(expression, first),
        Expr::Unspecified
        | Expr::Comprehension(_)
        | Expr::Ident(_)
        | Expr::List(_)
        | Expr::Literal(_)
        | Expr::Map(_)
        | Expr::Struct(_) => expression,
    }
}

/// `a.b` of a chain of names.
fn name_of(expression: &IdedExpr) -> Option<String> {
    match &expression.expr {
        Expr::Ident(name) => Some(name.clone()),
        Expr::Select(select) => Some(format!("{}.{}", name_of(&select.operand)?, select.field)),
        Expr::Unspecified
        | Expr::Call(_)
        | Expr::Comprehension(_)
        | Expr::List(_)
        | Expr::Literal(_)
        | Expr::Map(_)
        | Expr::Struct(_) => None,
    }
}

/// The checked expression with features as plain names, so that a name is one look-up, and `has(a.b)` as the
/// name `?a.b`. The features read are noted in order.
pub(super) fn lower(expression: IdedExpr, reads: &mut Vec<&'static Feature>) -> IdedExpr {
    let named = name_of(&expression).as_deref().and_then(features::find);
    if let Some(feature) = named {
        return read(feature, "", expression.id, reads);
    }
    let id = expression.id;
    let expr = match expression.expr {
        Expr::Call(call) => {
            let asked = call.args.first().and_then(name_of);
            if let (true, Some(feature)) =
                (call.func_name == "has", asked.as_deref().and_then(features::find))
            {
                return read(feature, &KNOWN_MARK.to_string(), id, reads);
            }
            Expr::Call(CallExpr {
                target: call.target.map(|target| Box::new(lower(*target, reads))),
                args: call.args.into_iter().map(|arg| lower(arg, reads)).collect(),
                func_name: call.func_name,
            })
        }
        other @ (Expr::Unspecified
        | Expr::Comprehension(_)
        | Expr::Ident(_)
        | Expr::List(_)
        | Expr::Literal(_)
        | Expr::Map(_)
        | Expr::Select(_)
        | Expr::Struct(_)) => other,
    };
    IdedExpr { id, expr }
}

fn read(feature: &'static Feature, mark: &str, id: u64, reads: &mut Vec<&'static Feature>) -> IdedExpr {
    if !reads.iter().any(|read| read.name == feature.name) {
        reads.push(feature);
    }
    IdedExpr { id, expr: Expr::Ident(format!("{mark}{}", feature.name)) }
}
