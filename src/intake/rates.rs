//! The central bank's daily rates (TCMB `today.xml`).
//!
//! A bulletin is one small document, so it is read whole within a cap and is good or refused as a whole; a
//! currency with a bad value is one reject. It may declare no entities, so none can be expanded.

use std::io::Read;

use quick_xml::{Reader, events::BytesStart, events::Event};

use entry::Entry;

use super::{
    Outcome,
    fault::{self, Fault, quoted},
    plan::read_capped,
    record::Taken,
    value,
};
use crate::{text::ids::intake as ids, time::Day};

mod entry;
#[cfg(test)]
mod tests;

/// The largest bulletin, in bytes; a real one has about 10 KB.
const XML_BYTES_MAX: u64 = 1024 * 1024;
/// The most currencies of a bulletin; a real one has about 22.
const CURRENCIES_MAX: usize = 300;
/// How deep elements may stand in each other; a real one has 3.
const DEPTH_MAX: usize = 8;
/// Where an encoding declaration must end, in bytes.
const PROLOG_BYTES: usize = 200;

/// The outcomes of a bulletin.
pub(super) fn read(file: &str, reader: impl Read) -> Taken<Vec<Outcome>> {
    parse(file, reader).map(|(_, outcomes)| outcomes)
}

/// The bytes of a bulletin and its outcomes.
pub(super) fn parse(file: &str, reader: impl Read) -> Taken<(Vec<u8>, Vec<Outcome>)> {
    let refuse = |fault: Fault, line| Box::new(fault.at(file, line));
    let bytes = read_capped(reader, XML_BYTES_MAX)
        .map_err(|error| refuse(fault::io(&error), None))?
        .ok_or_else(|| {
            let fault = Fault::new("xml_too_large", ids::XML_LARGE, ids::FIX_XML);
            refuse(fault.with("max", XML_BYTES_MAX), None)
        })?;
    let text = decode(&bytes).map_err(|(fault, line)| refuse(fault.with("file", file), Some(line)))?;
    if !text.trim_start_matches('\u{feff}').trim_start().starts_with('<') {
        return Err(refuse(Fault::new("not_rates", ids::NOT_RATES, ids::FIX_NOT_RATES), None));
    }
    let outcomes =
        Bulletin::new(file, &text).outcomes().map_err(|(fault, line)| refuse(fault, Some(line)))?;
    Ok((bytes, outcomes))
}

type Refused = (Fault, u64);

/// By the declaration of the document; UTF-8 without one.
fn decode(bytes: &[u8]) -> Result<String, Refused> {
    let prolog: String = bytes.iter().take(PROLOG_BYTES).map(|byte| char::from(*byte)).collect();
    let label = prolog
        .split_once("encoding=")
        .and_then(|(_, rest)| rest.split(['"', '\'']).nth(1))
        .unwrap_or("UTF-8");
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap_or(encoding_rs::UTF_8);
    let (text, _, broken) = encoding.decode(bytes);
    if broken {
        let before = text.split('\u{fffd}').next().unwrap_or_default();
        let byte = bytes.iter().copied().find(|byte| !byte.is_ascii()).unwrap_or(0);
        return Err((fault::encoding(byte), lines(before) + 1));
    }
    Ok(text.into_owned())
}

fn lines(text: &str) -> u64 {
    u64::try_from(text.bytes().filter(|byte| *byte == b'\n').count()).unwrap_or(u64::MAX)
}

struct Bulletin<'a> {
    file: &'a str,
    text: &'a str,
    reader: Reader<&'a [u8]>,
    line: u64,
    counted: usize,
    depth: usize,
    day: Option<Day>,
    entry: Option<Entry>,
    outcomes: Vec<Outcome>,
}

impl<'a> Bulletin<'a> {
    fn new(file: &'a str, text: &'a str) -> Bulletin<'a> {
        Bulletin {
            file,
            text,
            reader: Reader::from_str(text),
            line: 1,
            counted: 0,
            depth: 0,
            day: None,
            entry: None,
            outcomes: Vec::new(),
        }
    }

    fn outcomes(mut self) -> Result<Vec<Outcome>, Refused> {
        loop {
            self.count_lines();
            let event = self.reader.read_event().map_err(|error| self.malformed(&error.to_string()))?;
            match event {
                Event::Start(element) => self.open(&element)?,
                Event::End(element) => self.close(element.name().0)?,
                Event::Empty(element) => {
                    self.open(&element)?;
                    self.close(element.name().0)?;
                }
                Event::Text(text) => self.add_text(&text),
                Event::CData(text) => self.add_text(&text),
                Event::DocType(_) => {
                    return Err((Fault::new("xml_entity", ids::XML_ENTITY, ids::FIX_XML), self.line));
                }
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::GeneralRef(_) => {}
                Event::Eof => return self.finish(),
            }
        }
    }

    /// The line of the next event.
    fn count_lines(&mut self) {
        let position = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX);
        self.line += self.text.get(self.counted..position).map_or(0, lines);
        self.counted = position;
    }

    fn malformed(&self, error: &str) -> Refused {
        let fault = Fault::new("bad_xml", ids::XML, ids::FIX_XML);
        (fault.with("error", quoted(error)), self.line)
    }

    fn open(&mut self, element: &BytesStart<'_>) -> Result<(), Refused> {
        self.depth += 1;
        if self.depth > DEPTH_MAX {
            return Err(self.malformed("elements stand too deep in each other"));
        }
        let attribute = |name: &str| {
            let found = element.try_get_attribute(name);
            found.map(|found| found.map(|attribute| attribute.value.to_string()))
        };
        let name = element.name().0;
        match (self.depth, name) {
            (1, "Tarih_Date") => {
                let date = attribute("Tarih").map_err(|error| self.malformed(&error.to_string()))?;
                self.day = date.as_deref().and_then(turkish_day);
            }
            (2, "Currency") => {
                let code = attribute("CurrencyCode").map_err(|error| self.malformed(&error.to_string()))?;
                self.entry =
                    Some(Entry { line: self.line, code: code.unwrap_or_default(), fields: Vec::new() });
            }
            (3, name) => {
                if let Some(entry) = &mut self.entry {
                    entry.fields.push((name.to_owned(), String::new()));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn add_text(&mut self, text: &str) {
        let field = self.entry.as_mut().and_then(|entry| entry.fields.last_mut());
        if let (3, Some((_, value))) = (self.depth, field) {
            value.push_str(text.trim());
        }
    }

    fn close(&mut self, name: &str) -> Result<(), Refused> {
        self.depth = self.depth.saturating_sub(1);
        if self.depth != 1 || name != "Currency" {
            return Ok(());
        }
        let day = self.day.ok_or_else(|| self.no_date())?;
        if self.outcomes.len() >= CURRENCIES_MAX {
            let fault = Fault::new("rates_many", ids::RATES_MANY, ids::FIX_XML);
            return Err((fault.with("max", CURRENCIES_MAX), self.line));
        }
        if let Some(entry) = self.entry.take() {
            self.outcomes.push(entry.outcome(self.file, day));
        }
        Ok(())
    }

    fn no_date(&self) -> Refused {
        (Fault::new("bad_date", ids::RATES_DATE, ids::FIX_RATES_DATE), self.line)
    }

    fn finish(self) -> Result<Vec<Outcome>, Refused> {
        if self.depth > 0 {
            return Err(self.malformed("the document ends inside an element"));
        }
        if self.day.is_none() {
            return Err(self.no_date());
        }
        if self.outcomes.is_empty() {
            return Err((Fault::new("rates_none", ids::RATES_NONE, ids::FIX_XML), self.line));
        }
        Ok(self.outcomes)
    }
}

/// `04.12.2015`.
fn turkish_day(text: &str) -> Option<Day> {
    let mut parts = text.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let exact = day.len() == 2 && month.len() == 2 && year.len() == 4 && parts.next().is_none();
    let iso = format!("{year}-{month}-{day}");
    exact.then(|| value::day(&iso).ok()).flatten()
}
