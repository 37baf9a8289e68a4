//! `tekil flow list|check|describe|run`: flows as authored, and every fault of a file with its place.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

use clap::{ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use super::{Run, runs::filled, words};
use crate::{
    flow::{
        self, Flow, Flows,
        figure::{FIGURES, FigureInfo, FigureKind},
        schema::{Field, FieldKind},
    },
    front::{
        bank, keymaps,
        outcome::{Exit, Failure},
        place::folder,
    },
    pack::{Fault, PackFile, PackSource, nearest::nearest},
    text::{Lang, Message, ids::cli as id, safe},
};

pub(super) const NAME: &str = "flow";

/// Cells of the first column of lists.
const NAME_CELLS: usize = 18;

pub(super) fn words(lang: Lang) -> Command {
    let (file, flow) = (words::say(id::VALUE_FILE, lang), words::say(id::VALUE_FLOW, lang));
    let usage = |shape: &str| words::usage(shape, id::USAGE_COMMAND, lang);
    let list = words::command("list", "", id::FLOW_LIST_ABOUT, lang).override_usage(usage("flow list"));
    let check = words::command("check", format!("[{file}]"), id::FLOW_CHECK_ABOUT, lang)
        .override_usage(usage(&format!("flow check [{file}]")))
        .arg(
            words::word("file", file, id::FLOW_CHECK_FILE, lang)
                .required(false)
                .value_parser(value_parser!(PathBuf)),
        );
    let describe = words::command("describe", &flow, id::FLOW_DESCRIBE_ABOUT, lang)
        .override_usage(usage(&format!("flow describe {flow}")))
        .arg(words::word("flow", flow, id::FLOW_DESCRIBE_FLOW, lang));
    words::command(NAME, "list|check|describe|run", id::FLOW_ABOUT, lang)
        .subcommand_required(true)
        .subcommand_help_heading(words::say(id::HEADING_COMMANDS, lang))
        .subcommand(list)
        .subcommand(check)
        .subcommand(describe)
        .subcommand(filled::words(lang))
}

pub(super) fn run(run: &Run<'_>) -> Result<Exit, Failure> {
    match run.matches.subcommand() {
        Some(("check", matches)) => check(run, matches),
        Some(("describe", matches)) => describe(run, matches),
        Some(("run", matches)) => filled::run(run, matches),
        _ => list(run),
    }
}

fn list(run: &Run<'_>) -> Result<Exit, Failure> {
    let flows = bank::authored(run.settings)?.flows;
    if run.out.json {
        let one =
            |flow: &Flow| json!({ "flow": flow.name, "title": flow.title, "screens": flow.screens.len() });
        let list: Vec<Value> = flows.iter().map(|flow| one(flow)).collect();
        run.out.document(&list)?;
        return Ok(Exit::Done);
    }
    let mut text = String::new();
    for flow in flows.iter() {
        let screens = Message::new(id::FLOW_SCREENS).with("count", flow.screens.len()).say(run.out.lang);
        let _ = writeln!(text, "{}{} · {screens}", padded(&flow.name), flow.title.of(run.out.lang));
    }
    if flows.iter().next().is_none() {
        text.push_str(&(Message::new(id::FLOW_NONE).say(run.out.lang) + "\n"));
    }
    run.out.text(&text)?;
    Ok(Exit::Done)
}

/// One file as if it stood in the pack, or the pack's own flows.
fn check(run: &Run<'_>, matches: &ArgMatches) -> Result<Exit, Failure> {
    let names = match matches.get_one::<PathBuf>("file") {
        Some(path) => vec![check_one(run, path)?],
        None => checked(run)?.iter().map(|flow| flow.name.clone()).collect(),
    };
    if run.out.json {
        run.out.document(&json!({ "flows": names, "faults": [] }))?;
    } else {
        let shown = if names.is_empty() { "-".to_owned() } else { names.join(", ") };
        run.out.lines(&[Message::new(id::FLOW_SOUND).with("names", shown)])?;
    }
    Ok(Exit::Done)
}

fn checked(run: &Run<'_>) -> Result<Flows, Failure> {
    let source = &run.settings.pack;
    if let PackSource::Dir(dir) = source {
        folder(dir)?;
    }
    let (_, _, flows) = flow::load_on(source, run.settings.today()?).map_err(Failure::flow)?;
    match keymaps::clashes(&flows) {
        faults if faults.is_empty() => Ok(flows),
        faults => Err(Failure::flow(faults)),
    }
}

fn check_one(run: &Run<'_>, path: &Path) -> Result<String, Failure> {
    let file: PackFile = keymaps::read(path, Failure::flow)?;
    let authored = bank::authored(run.settings)?;
    let today = Some(run.settings.today()?);
    let flow = flow::check_file(&file, &authored.pack, &authored.rules, today).map_err(Failure::flow)?;
    let name = flow.name.clone();
    let flows = Flows::clone(&authored.flows).with(flow);
    // what the pack's other flows have among themselves is not this file's
    let of_file = |fault: &Fault| fault.file == file.name;
    let faults: Vec<Fault> =
        flows.shared_keys().into_iter().chain(keymaps::clashes(&flows)).filter(of_file).collect();
    if faults.is_empty() { Ok(name) } else { Err(Failure::flow(faults)) }
}

fn describe(run: &Run<'_>, matches: &ArgMatches) -> Result<Exit, Failure> {
    let asked = matches.get_one::<String>("flow").map(String::as_str).unwrap_or_default();
    let flows = bank::authored(run.settings)?.flows;
    let Some(flow) = flows.get(asked) else {
        let failure =
            Failure::new(Exit::Refused, "unknown_flow", Message::new(id::FLOW_UNKNOWN).with("flow", asked));
        let near = nearest(asked, flows.iter().map(|flow| flow.name.as_str()));
        return Err(match near {
            Some(near) => failure.hint(Message::new(id::NEAREST).with("word", near)),
            None => failure,
        });
    };
    if run.out.json {
        run.out.document(&document(flow))?;
    } else {
        run.out.text(&text(flow, run.out.lang))?;
    }
    Ok(Exit::Done)
}

/// The figures that a flow's lines and sentences may name.
fn figures(flow: &Flow) -> impl Iterator<Item = &'static FigureInfo> {
    let given =
        |figure: &&FigureInfo| figure.leg.is_none_or(|leg| flow.legs.iter().any(|own| own.kind() == leg));
    FIGURES.iter().filter(given)
}

fn document(flow: &Flow) -> Value {
    let limits: Vec<Value> =
        flow.limits.iter().map(|(role, parameter)| json!({ "role": role, "parameter": parameter })).collect();
    let field = |field: &Field| {
        json!({
            "field": field.id,
            "label": field.label,
            "kind": kind(&field.kind),
            "options": options(&field.kind),
            "value": field.value,
            "optional": field.optional,
            "carried": field.source.is_some(),
        })
    };
    let figure = |figure: &FigureInfo| json!({ "figure": figure.name, "kind": figure_kind(figure.kind), "priced": figure.priced });
    json!({
        "flow": flow.name,
        "title": flow.title,
        "menu": flow.menu,
        "key": flow.key.as_ref().map(|key| key.key.to_string()),
        "verification": flow.level,
        "revision": flow.revision,
        "hold": flow.hold,
        "limits": limits,
        "screens": flow.screens_fields(),
        "fields": flow.fields.iter().map(field).collect::<Vec<Value>>(),
        "legs": flow.legs.iter().map(|leg| json!({ "kit": leg.kind(), "name": leg.name })).collect::<Vec<Value>>(),
        "safe_point": { "name": flow.safe_point.name, "unit": flow.safe_point.unit },
        "figures": figures(flow).map(figure).collect::<Vec<Value>>(),
    })
}

fn text(flow: &Flow, lang: Lang) -> String {
    let head = |message| Message::new(message).say(lang);
    let mut text = format!("{} · {}\n", flow.name, flow.title.of(lang));
    for (number, fields) in (1_u8..).zip(flow.screens_fields()) {
        let screen = Message::new(id::FLOW_SCREEN).with("number", i64::from(number)).say(lang);
        let _ = writeln!(text, "\n{screen}");
        for field in fields.iter().filter_map(|id| flow.field(id)) {
            let options = options(&field.kind).join(", ");
            let (id, label) = (padded(&field.id), field.label.of(lang));
            let line = format!("  {id}{label} · {}  {options}", kind(&field.kind));
            let _ = writeln!(text, "{}", line.trim_end());
        }
    }
    let _ = writeln!(text, "\n{}", head(id::FLOW_LEGS));
    for (number, leg) in (1_u8..).zip(&flow.legs) {
        let _ = writeln!(text, "  {number} {}{}", padded(leg.kind().name()), leg.name.of(lang));
    }
    let _ = writeln!(text, "\n{}", head(id::FLOW_LIMITS));
    for (role, parameter) in &flow.limits {
        let role = serde_json::to_value(role).ok().and_then(|role| role.as_str().map(str::to_owned));
        let _ = writeln!(text, "  {}{parameter}", padded(&role.unwrap_or_default()));
    }
    let _ = writeln!(text, "\n{}", head(id::FLOW_FIGURES));
    for figure in figures(flow) {
        let priced = if figure.priced { head(id::FLOW_PRICED) } else { String::new() };
        let line = format!("  {}{} {priced}", padded(figure.name), figure_kind(figure.kind));
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text
}

/// As the file writes it.
fn kind(kind: &FieldKind) -> &'static str {
    match kind {
        FieldKind::Deposit => "deposit",
        FieldKind::Amount(_) => "amount",
        FieldKind::Currency(_) => "currency",
        FieldKind::Fund(_) => "fund",
        FieldKind::Choice(_) => "choice",
        FieldKind::Text(_) => "text",
        FieldKind::Source => "source",
        FieldKind::Evidence => "evidence",
        FieldKind::Answer => "answer",
    }
}

fn options(kind: &FieldKind) -> Vec<String> {
    match kind {
        FieldKind::Currency(codes) => codes.iter().map(|code| code.code().to_owned()).collect(),
        FieldKind::Fund(codes) => codes.clone(),
        FieldKind::Choice(options) => options.iter().map(|(id, _)| id.clone()).collect(),
        FieldKind::Deposit
        | FieldKind::Amount(_)
        | FieldKind::Text(_)
        | FieldKind::Source
        | FieldKind::Evidence
        | FieldKind::Answer => Vec::new(),
    }
}

fn figure_kind(kind: FigureKind) -> &'static str {
    match kind {
        FigureKind::Money => "money",
        FigureKind::Rate => "rate",
        FigureKind::Percent => "percent",
        FigureKind::Whole => "whole",
        FigureKind::Day => "day",
        FigureKind::Moment => "moment",
        FigureKind::Text => "text",
    }
}

fn padded(text: &str) -> String {
    let room = NAME_CELLS.saturating_sub(safe::cells(text)).max(2);
    format!("{text}{}", " ".repeat(room))
}
