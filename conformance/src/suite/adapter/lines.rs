//! The three streams of a process, each on a thread of its own, so that no pipe that is full can
//! stop the suite. What is read is bounded.

use std::collections::VecDeque;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// The longest answer: 64 MiB.
const LONGEST: u64 = 64 << 20;

/// What is kept of standard error: its last 16 KiB.
const TAIL: usize = 16 << 10;

/// Why no line came.
#[derive(Debug)]
pub(super) enum Cut {
    /// The line is longer than the longest answer.
    TooLong,
    /// The stream broke.
    Broken(io::Error),
}

/// Gives the lines of a stream; the channel closes where the stream ends.
pub(super) fn reader(stream: impl Read + Send + 'static) -> Receiver<Result<Vec<u8>, Cut>> {
    // A few lines ahead are enough: answers are awaited one by one.
    let (sender, lines) = sync_channel(4);
    thread::spawn(move || read_lines(stream, &sender));
    lines
}

fn read_lines(stream: impl Read, sender: &SyncSender<Result<Vec<u8>, Cut>>) {
    let mut stream = BufReader::new(stream);
    loop {
        let mut line = Vec::new();
        let read = stream.by_ref().take(LONGEST + 1).read_until(b'\n', &mut line);
        let given = match read {
            Ok(0) => return,
            Ok(_) if line.len() as u64 > LONGEST => Err(Cut::TooLong),
            Ok(_) => Ok(line),
            Err(error) => Err(Cut::Broken(error)),
        };
        let is_last = given.is_err();
        if sender.send(given).is_err() || is_last {
            return;
        }
    }
}

/// Takes lines to write; dropping it closes the stream.
pub(super) fn writer(mut stream: impl Write + Send + 'static) -> Sender<Vec<u8>> {
    let (sender, lines) = channel::<Vec<u8>>();
    thread::spawn(move || {
        for line in lines {
            // A process that no longer reads will give no answer either, which is told.
            if stream.write_all(&line).and_then(|()| stream.flush()).is_err() {
                return;
            }
        }
    });
    sender
}

/// The end of what a stream says.
#[derive(Clone, Debug, Default)]
pub(super) struct Tail(Arc<Mutex<VecDeque<u8>>>);

impl Tail {
    /// Follows a stream to its end.
    pub(super) fn of(mut stream: impl Read + Send + 'static) -> Self {
        let tail = Self::default();
        let kept = tail.clone();
        thread::spawn(move || {
            let mut block = [0; 4096];
            while let Ok(read @ 1..) = stream.read(&mut block) {
                let mut bytes = kept.0.lock().unwrap_or_else(PoisonError::into_inner);
                bytes.extend(block.iter().take(read));
                let surplus = bytes.len().saturating_sub(TAIL);
                bytes.drain(..surplus);
            }
        });
        tail
    }

    /// What it said last, as text.
    pub(super) fn text(&self) -> String {
        let bytes: Vec<u8> = self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().copied().collect();
        crate::shown::name_of_bytes(&bytes)
    }
}
