//! The first look at all files: names, encodings, headers, digest. Whatever is wrong with a file as a whole
//! is found here, before anything is imported.

use std::{io::BufRead, sync::Arc};

use super::{
    Layout, Plan, PlannedFile, Reject, SourceFile, Table,
    berka::{self, Links},
    csv::{Fields, Frames, RECORD_BYTES_MAX},
    encoding::{Encoding, Probe, UTF8_MARK},
    fault::{self, Fault, quoted},
    header::{self, Columns},
    plan::{Format, Shape},
    rates,
    unpack::{self, Position},
};
use crate::{pack::nearest::nearest, text::ids::intake as ids};

#[cfg(test)]
pub(in crate::intake) mod tests;

/// The most files of one import.
const FILES_MAX: usize = 1_000;
/// The most bytes kept from a file's beginning to read its header from.
const HEAD_BYTES_MAX: usize = RECORD_BYTES_MAX + 4;

/// Names tables, checks headers, encodings and sizes; reads every file once (Berka's three small linking
/// tables twice) and writes nothing. `progress` is told the stored bytes read so far, over all files.
///
/// # Errors
/// All that is wrong with the files as wholes, each with its file and remedy: nothing may be imported.
pub fn survey(
    layout: Layout,
    files: &[Arc<dyn SourceFile>],
    progress: &mut dyn FnMut(u64),
) -> Result<Plan, Vec<Reject>> {
    let named = name_tables(layout, files)?;
    let mut hasher = blake3::Hasher::new();
    let mut rejects = Vec::new();
    let mut planned = Vec::new();
    let mut before = 0;
    hash_text(&mut hasher, layout.name());
    for (table, file) in named {
        hash_text(&mut hasher, file.name());
        let mut look = Look {
            file: file.as_ref(),
            hasher: &mut hasher,
            progress: &mut |bytes| progress(before + bytes),
        };
        match look.format(table) {
            Ok(format) => planned.push((table, Arc::clone(&file), format)),
            Err(found) => rejects.extend(found),
        }
        before += file.size();
    }
    if !rejects.is_empty() {
        return Err(rejects);
    }
    let links = Arc::new(Links::default());
    let mut files: Vec<PlannedFile> = planned
        .into_iter()
        .map(|(table, file, format)| PlannedFile { file, table, format, links: Arc::clone(&links) })
        .collect();
    berka::link(&mut files)?;
    Ok(Plan { layout, source: layout.source(), digest: *hasher.finalize().as_bytes(), files })
}

fn hash_text(hasher: &mut blake3::Hasher, text: &str) {
    hash_length(hasher, text.len());
    hasher.update(text.as_bytes());
}

fn hash_length(hasher: &mut blake3::Hasher, length: usize) {
    hasher.update(&u64::try_from(length).unwrap_or(u64::MAX).to_le_bytes());
}

type Named = Vec<(Table, Arc<dyn SourceFile>)>;

fn name_tables(layout: Layout, files: &[Arc<dyn SourceFile>]) -> Result<Named, Vec<Reject>> {
    let known: Vec<&str> = layout.tables().iter().map(|table| table.name()).collect();
    if files.is_empty() {
        let fault = Fault::new("no_files", ids::NO_FILES, ids::FIX_NO_FILES)
            .with("layout", layout.name())
            .with("known", known.join(", "));
        return Err(vec![fault.at("", None)]);
    }
    if files.len() > FILES_MAX {
        let fault = Fault::new("too_many_files", ids::TOO_MANY_FILES, ids::FIX_TOO_MANY_FILES);
        return Err(vec![fault.with("max", FILES_MAX).at("", None)]);
    }
    if let Some(other) = other_layout(layout, files) {
        let fault = Fault::new("other_layout", ids::OTHER_LAYOUT, ids::FIX_OTHER_LAYOUT)
            .with("layout", layout.name())
            .with("other", other.name());
        let first = files.first().map_or("", |file| file.name());
        return Err(vec![fault.at(first, None)]);
    }
    let mut named = Named::new();
    let mut rejects = Vec::new();
    for file in files {
        match table_of(layout, file.name()) {
            Ok(table) => named.push((table, Arc::clone(file))),
            Err(fault) => rejects.push(fault.at(file.name(), None)),
        }
    }
    if !rejects.is_empty() {
        return Err(rejects);
    }
    named.sort_by(|(a, a_file), (b, b_file)| (a, a_file.name()).cmp(&(b, b_file.name())));
    Ok(named)
}

/// The layout of files that are none of this one's: by their names, else by how they begin.
fn other_layout(layout: Layout, files: &[Arc<dyn SourceFile>]) -> Option<Layout> {
    let stems: Vec<&str> = files.iter().map(|file| stem(file.name())).collect();
    let named = |of: Layout| {
        let names = of.tables().iter().map(|table| table.name());
        stems.iter().filter(|stem| names.clone().any(|name| name == **stem)).count()
    };
    let tables = [Layout::Berka, Layout::Warehouse];
    if layout != Layout::Rates {
        let is_other = named(layout) == 0;
        let other = tables.into_iter().find(|other| named(*other) > 0);
        let rates = || files.iter().all(|file| begins_as_xml(file.as_ref())).then_some(Layout::Rates);
        return is_other.then(|| other.or_else(rates)).flatten();
    }
    let is_other = files.iter().all(|file| !begins_as_xml(file.as_ref()));
    is_other
        .then(|| tables.into_iter().max_by_key(|other| named(*other)))
        .flatten()
        .filter(|other| named(*other) > 0)
}

/// Whether the first visible character is the one of XML; a file that cannot be read is told of later.
fn begins_as_xml(file: &dyn SourceFile) -> bool {
    let Ok((mut reader, _)) = unpack::open(file) else {
        return false;
    };
    let head = reader.fill_buf().unwrap_or_default();
    let head = head.strip_prefix(UTF8_MARK).unwrap_or(head);
    head.trim_ascii_start().starts_with(b"<")
}

fn stem(name: &str) -> &str {
    name.split(['.', '_']).next().unwrap_or_default()
}

/// The table is the file's name up to the first `.` or `_`; a rates file may have any safe name.
fn table_of(layout: Layout, name: &str) -> Result<Table, Fault> {
    let unsafe_name = name.is_empty()
        || name.contains("..")
        || name.contains(['/', '\\'])
        || name.contains(char::is_control);
    if unsafe_name {
        return Err(Fault::new("bad_name", ids::BAD_NAME, ids::FIX_BAD_NAME));
    }
    if layout == Layout::Rates {
        return Ok(Table::Rates);
    }
    let stem = stem(name);
    let tables = layout.tables();
    if let Some(table) = tables.iter().find(|table| table.name() == stem) {
        return Ok(*table);
    }
    let names: Vec<&str> = tables.iter().map(|table| table.name()).collect();
    let fault = match nearest(stem, names.iter().copied()) {
        Some(near) => Fault::new("unknown_table", ids::UNKNOWN_TABLE, ids::FIX_NEAR_TABLE).with("near", near),
        None => Fault::new("unknown_table", ids::UNKNOWN_TABLE, ids::FIX_UNKNOWN_TABLE)
            .with("known", names.join(", ")),
    };
    Err(fault.with("table", quoted(stem)).with("layout", layout.name()))
}

/// One file under the eye.
struct Look<'a> {
    file: &'a dyn SourceFile,
    hasher: &'a mut blake3::Hasher,
    progress: &'a mut dyn FnMut(u64),
}

impl Look<'_> {
    fn format(&mut self, table: Table) -> Result<Format, Vec<Reject>> {
        let (mut reader, position) =
            unpack::open(self.file).map_err(|error| vec![fault::io(&error).at(self.file.name(), None)])?;
        if let Some(shape) = table.shape() {
            return self.csv(shape, reader.as_mut(), &position);
        }
        let (bytes, _) = rates::parse(self.file.name(), reader.as_mut()).map_err(|reject| vec![*reject])?;
        self.hasher.update(&bytes);
        hash_length(self.hasher, bytes.len());
        (self.progress)(position.bytes());
        Ok(Format::Xml)
    }

    fn csv(
        &mut self,
        shape: Shape,
        reader: &mut dyn BufRead,
        position: &Position,
    ) -> Result<Format, Vec<Reject>> {
        let (encoding, head) = self.read_through(reader, position).map_err(|reject| vec![*reject])?;
        let columns = self.header(shape, encoding, &head)?;
        Ok(Format::Csv { encoding, columns })
    }

    /// Reads the whole file once: its encoding, its digest, its first bytes.
    fn read_through(
        &mut self,
        reader: &mut dyn BufRead,
        position: &Position,
    ) -> Result<(Encoding, Vec<u8>), Box<Reject>> {
        let name = self.file.name();
        let (mut probe, mut head, mut length) = (Probe::default(), Vec::new(), 0);
        loop {
            let chunk = reader.fill_buf().map_err(|error| Box::new(fault::io(&error).at(name, None)))?;
            if chunk.is_empty() {
                break;
            }
            probe.push(chunk);
            self.hasher.update(chunk);
            let missing = HEAD_BYTES_MAX.saturating_sub(head.len());
            head.extend(chunk.iter().take(missing));
            let read = chunk.len();
            length += read;
            reader.consume(read);
            (self.progress)(position.bytes());
        }
        hash_length(self.hasher, length);
        match probe.finish() {
            Ok(encoding) => Ok((encoding, head)),
            Err(refused) => {
                let (fault, line) = *refused;
                Err(Box::new(fault.with("file", name).at(name, line)))
            }
        }
    }

    fn header(&self, shape: Shape, encoding: Encoding, head: &[u8]) -> Result<Columns, Vec<Reject>> {
        let name = self.file.name();
        let refuse = |reason| {
            let fault = Fault::new("bad_header", reason, ids::FIX_HEADER);
            vec![fault.with("columns", shape.columns.join(",")).at(name, Some(1))]
        };
        let mut frames = Frames::new(head, shape.separator);
        let frame = frames
            .skip_mark()
            .map(|()| frames.next())
            .map_err(|error| vec![fault::io(&error).at(name, None)])?;
        let Some(Ok(frame)) = frame else {
            return Err(refuse(ids::EMPTY_FILE));
        };
        let range = frame.bytes.map_err(|_| refuse(ids::HEADER_BROKEN))?;
        let text = encoding.decode(frames.bytes(range)).ok_or_else(|| refuse(ids::HEADER_BROKEN))?;
        let mut fields = Fields::new(shape.separator);
        fields.split(&text);
        header::columns(name, shape.columns, &fields)
    }
}
