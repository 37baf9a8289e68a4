//! The real program in a pseudo-terminal, its screen as cells. Nothing sleeps: who waits is woken by bytes.

use std::{
    io::{Read, Write},
    sync::{Arc, Condvar, Mutex, PoisonError},
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::world::{NOW, World};

/// How long anything may take before a journey fails, on a busy machine.
const PATIENCE: Duration = Duration::from_mins(2);
/// How often something beside the screen is looked at.
const OUTSIDE_EVERY: Duration = Duration::from_millis(20);

/// What the terminal shows and how many bytes came.
pub struct Shown {
    parser: vt100::Parser,
    pub bytes: usize,
    pub ended: bool,
    /// The alternate screen was taken at some time.
    pub took_over: bool,
    /// Whoever reads is to let go of the line.
    letting_go: bool,
}

impl Shown {
    pub fn text(&self) -> String {
        self.parser.screen().contents()
    }

    pub fn row(&self, row: u16) -> String {
        let columns = self.parser.screen().size().1.get();
        self.parser.screen().rows(0, columns).nth(usize::from(row)).unwrap_or_default()
    }

    /// What stands under the real cursor.
    pub fn under_cursor(&self) -> String {
        let (row, column) = self.parser.screen().cursor_position();
        self.parser.screen().cell(row, column).map(|cell| cell.contents().to_owned()).unwrap_or_default()
    }

    /// Row and column of the real cursor.
    pub fn cursor(&self) -> (u16, u16) {
        self.parser.screen().cursor_position()
    }

    /// The normal screen, the cursor visible, no paste mode.
    pub fn is_sane(&self) -> bool {
        let screen = self.parser.screen();
        !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
    }
}

pub struct Terminal {
    shown: Arc<(Mutex<Shown>, Condvar)>,
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
}

impl Terminal {
    /// The program itself.
    pub fn start(world: &World, args: &[&str]) -> Terminal {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tekil"));
        command.args(args);
        Terminal::run(world, command)
    }

    /// A shell that runs a script; `$TEKIL` is the program.
    pub fn shell(world: &World, script: &str) -> Terminal {
        let mut command = CommandBuilder::new("/bin/sh");
        command.args(["-c", script]);
        Terminal::run(world, command)
    }

    fn run(world: &World, mut command: CommandBuilder) -> Terminal {
        command.env_clear();
        command.env("HOME", world.path(""));
        command.env("PATH", "/usr/bin:/bin");
        command.env("TEKIL", env!("CARGO_BIN_EXE_tekil"));
        command.env("TEKIL_NOW", NOW);
        command.env("TERM", "xterm-256color");
        command.cwd(world.path(""));
        let pty = native_pty_system().openpty(size(80, 24)).unwrap();
        let child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let parser = vt100::Parser::new(24.try_into().unwrap(), 80.try_into().unwrap(), 0);
        let shown = Arc::new((
            Mutex::new(Shown { parser, bytes: 0, ended: false, took_over: false, letting_go: false }),
            Condvar::new(),
        ));
        let mut reader = pty.master.try_clone_reader().unwrap();
        let writer = pty.master.take_writer().unwrap();
        let told = shown.clone();
        std::thread::spawn(move || {
            let mut buffer = [0; 16 * 1024];
            loop {
                let count = reader.read(&mut buffer).unwrap_or(0);
                let mut shown = told.0.lock().unwrap_or_else(PoisonError::into_inner);
                shown.parser.process(&buffer[..count]);
                shown.took_over |= buffer[..count].windows(8).any(|bytes| bytes == b"\x1b[?1049h");
                shown.bytes += count;
                shown.ended = count == 0;
                told.1.notify_all();
                if count == 0 || shown.letting_go {
                    return;
                }
            }
        });
        Terminal { shown, master: Some(pty.master), writer: Some(writer), child }
    }

    pub fn press(&mut self, keys: &[u8]) {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(keys).unwrap();
        writer.flush().unwrap();
    }

    /// Waits until the screen is as wanted.
    #[track_caller]
    pub fn until(&self, what: &str, wanted: impl Fn(&Shown) -> bool) {
        let began = now();
        let mut shown = self.shown.0.lock().unwrap();
        while !wanted(&shown) {
            let left = PATIENCE.saturating_sub(began.elapsed());
            assert!(!left.is_zero() && !shown.ended, "{what} did not come:\n{}", shown.text());
            shown = self.shown.1.wait_timeout(shown, left).unwrap().0;
        }
    }

    /// Waits until something beside the screen is as wanted.
    #[track_caller]
    pub fn until_outside(&self, what: &str, wanted: impl Fn() -> bool) {
        let began = now();
        while !wanted() {
            assert!(began.elapsed() < PATIENCE, "{what} did not come");
            self.within(OUTSIDE_EVERY, |_| false);
        }
    }

    /// Whether the screen becomes as wanted in so long.
    pub fn within(&self, long: Duration, wanted: impl Fn(&Shown) -> bool) -> bool {
        let shown = self.shown.0.lock().unwrap();
        let (_guard, result) = self.shown.1.wait_timeout_while(shown, long, |shown| !wanted(shown)).unwrap();
        !result.timed_out()
    }

    #[track_caller]
    pub fn until_text(&self, text: &str) {
        self.until(text, |shown| shown.text().contains(text));
    }

    /// Presses keys and waits for what they do; gives the bytes that came.
    #[track_caller]
    pub fn bytes_of(&mut self, keys: &[u8], wanted: impl Fn(&Shown) -> bool) -> usize {
        let before = self.see(|shown| shown.bytes);
        self.press(keys);
        self.until("the effect of a key", wanted);
        self.see(|shown| shown.bytes) - before
    }

    pub fn see<T>(&self, see: impl Fn(&Shown) -> T) -> T {
        see(&self.shown.0.lock().unwrap())
    }

    /// The bytes that come in so long while nobody does anything.
    pub fn idle(&self, long: Duration) -> usize {
        let began = now();
        let shown = self.shown.0.lock().unwrap();
        let before = shown.bytes;
        let (shown, _) = self
            .shown
            .1
            .wait_timeout_while(shown, long, |shown| shown.bytes == before && began.elapsed() < long)
            .unwrap();
        shown.bytes - before
    }

    pub fn resize(&self, columns: u16, rows: u16) {
        self.shown
            .0
            .lock()
            .unwrap()
            .parser
            .screen_mut()
            .set_size(rows.try_into().unwrap(), columns.try_into().unwrap());
        self.master.as_ref().unwrap().resize(size(columns, rows)).unwrap();
    }

    /// Waits for the end of the program; gives its exit code.
    #[track_caller]
    pub fn end(mut self) -> u32 {
        let began = now();
        let mut shown = self.shown.0.lock().unwrap();
        while !shown.ended {
            let left = PATIENCE.saturating_sub(began.elapsed());
            assert!(!left.is_zero(), "it did not end:\n{}", shown.text());
            shown = self.shown.1.wait_timeout(shown, left).unwrap().0;
        }
        assert!(shown.is_sane(), "the terminal is not as it was:\n{}", shown.text());
        drop(shown);
        self.child.wait().unwrap().exit_code()
    }

    /// Closes the line, as a lost connection does, and waits for the program.
    /// `noisy` are keys that make it write once more, so that who reads can let go.
    pub fn hang_up(mut self, noisy: &[u8]) {
        self.shown.0.lock().unwrap().letting_go = true;
        self.press(noisy);
        self.master = None;
        self.writer = None;
        self.child.wait().unwrap();
    }
}

#[expect(clippy::disallowed_methods, reason = "a journey that does not end must fail")]
fn now() -> Instant {
    Instant::now()
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}
