//! Stored bytes to plain bytes: gzip is found by its first bytes, unpacked and capped.

use std::{
    fmt,
    io::{self, BufRead, BufReader, Read},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use flate2::bufread::MultiGzDecoder;

use super::SourceFile;

/// A buffer of a reader, in bytes.
pub(super) const CHUNK_BYTES: usize = 64 * 1024;
/// The most plain bytes of one file.
const PLAIN_BYTES_MAX: u64 = 64 * 1024 * 1024 * 1024;
/// Plain bytes for each stored one, counted beyond [`RATIO_FREE_BYTES`]; text of banks packs about 10 to 1.
const GZIP_RATIO_MAX: u64 = 200;
/// Small files may be as repetitive as they like.
const RATIO_FREE_BYTES: u64 = 16 * 1024 * 1024;
/// How a gzip file begins.
const GZIP_MAGIC: [u8; 2] = [0x1f, 0x8b];

/// How many stored bytes have been read so far; shared with whoever shows progress.
#[derive(Debug, Clone, Default)]
pub(super) struct Position(Arc<AtomicU64>);

impl Position {
    pub(super) fn bytes(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// A file that unpacks to more than is allowed.
#[derive(Debug)]
pub(super) struct Bomb;

impl fmt::Display for Bomb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unpacks to too many bytes")
    }
}

impl std::error::Error for Bomb {}

struct Counted<R> {
    inner: R,
    position: Position,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.position.0.fetch_add(u64::try_from(read).unwrap_or(u64::MAX), Ordering::Relaxed);
        Ok(read)
    }
}

struct Capped<R> {
    inner: R,
    plain: u64,
    stored: Position,
}

impl<R: Read> Read for Capped<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.plain = self.plain.saturating_add(u64::try_from(read).unwrap_or(u64::MAX));
        let fair = self.stored.bytes().saturating_mul(GZIP_RATIO_MAX).saturating_add(RATIO_FREE_BYTES);
        if self.plain > fair.min(PLAIN_BYTES_MAX) {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, Bomb));
        }
        Ok(read)
    }
}

/// The plain bytes of a file, and how far its stored bytes have been read.
pub(super) fn open(file: &dyn SourceFile) -> io::Result<(Box<dyn BufRead + Send>, Position)> {
    let position = Position::default();
    let counted = Counted { inner: file.open()?, position: position.clone() };
    let mut stored = BufReader::with_capacity(CHUNK_BYTES, counted);
    if !stored.fill_buf()?.starts_with(&GZIP_MAGIC) {
        return Ok((Box::new(stored), position));
    }
    let capped = Capped { inner: MultiGzDecoder::new(stored), plain: 0, stored: position.clone() };
    Ok((Box::new(BufReader::with_capacity(CHUNK_BYTES, capped)), position))
}
