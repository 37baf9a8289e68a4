//! Where things come in from: the terminal's bytes and the machine's signals, a thread each.

use std::{
    fs::File,
    io::{self, Read as _},
    os::fd::AsFd as _,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc::SyncSender,
    },
    thread,
};

use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH},
    iterator::Signals,
};

use super::Incoming;

/// Bytes read at once.
const PACKET_MAX: usize = 16 * 1024;

/// A signal, by what it means here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Signal {
    /// The window has another size.
    Resize,
    /// The line is gone, or somebody ends the program.
    End,
    /// Somebody stops it.
    Stop,
    /// Somebody continues it.
    Continue,
}

const SIGNALS: [(i32, Signal); 7] = [
    (SIGWINCH, Signal::Resize),
    (SIGTERM, Signal::End),
    (SIGHUP, Signal::End),
    (SIGINT, Signal::End),
    (SIGQUIT, Signal::End),
    (SIGTSTP, Signal::Stop),
    (SIGCONT, Signal::Continue),
];

/// Starts both threads; they end with the process, or when nobody listens any more.
///
/// # Errors
/// Signals cannot be caught, or standard input cannot be read.
pub(super) fn listen(send: &SyncSender<Incoming>, written: &Arc<AtomicU64>) -> io::Result<()> {
    let mut signals = Signals::new(SIGNALS.map(|(number, _)| number))?;
    let told = send.clone();
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for number in signals.forever() {
            let known = SIGNALS.iter().find(|(known, _)| *known == number);
            if let Some((_, signal)) = known
                && told.send(Incoming::Signal(*signal)).is_err()
            {
                return;
            }
        }
    })?;
    let input = File::from(io::stdin().as_fd().try_clone_to_owned()?);
    let (told, written) = (send.clone(), written.clone());
    thread::Builder::new().name("keys".to_owned()).spawn(move || read(input, &told, &written))?;
    Ok(())
}

/// Reads until the terminal is gone, which is told by an empty packet.
fn read(mut input: File, told: &SyncSender<Incoming>, written: &AtomicU64) {
    let mut buffer = vec![0; PACKET_MAX];
    loop {
        let packet = match input.read(&mut buffer) {
            Ok(count) => buffer.get(..count).unwrap_or_default().to_vec(),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(_) => Vec::new(),
        };
        let ended = packet.is_empty();
        let seen = written.load(Ordering::Acquire);
        if told.send(Incoming::Bytes(packet, seen)).is_err() || ended {
            return;
        }
    }
}
