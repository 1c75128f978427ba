//! HTTP/1.1 as far as the answers of relay and nginx go: a length, never chunks.

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use crate::Failure;

/// One connection with what was read of the next answer.
pub(crate) struct Connection<S> {
    stream: S,
    read: Vec<u8>,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Connection<S> {
    pub(crate) fn new(stream: S) -> Self {
        Self { stream, read: Vec::with_capacity(16 << 10) }
    }

    /// Writes the pieces of one request and reads its answer to the end.
    pub(crate) async fn ask(&mut self, request: &[&[u8]], expected: u16) -> Result<(), Failure> {
        let (status, answer) = self.answer(request).await?;
        if status != expected {
            return Err(format!("status {status} instead of {expected}: {}", String::from_utf8_lossy(&answer)).into());
        }
        Ok(())
    }

    /// Writes the pieces of one request; gives status, and head and body as they came.
    pub(crate) async fn answer(&mut self, request: &[&[u8]]) -> Result<(u16, Vec<u8>), Failure> {
        for piece in request {
            self.stream.write_all(piece).await?;
        }
        self.stream.flush().await?;
        let (status, whole) = loop {
            if let Some(head) = head(&self.read)? {
                break head;
            }
            self.more().await?;
        };
        while self.read.len() < whole {
            self.more().await?;
        }
        Ok((status, self.read.drain(..whole).collect()))
    }

    /// Waits until the other end has closed.
    pub(crate) async fn closed(mut self) {
        // How it closes is its own affair.
        while matches!(self.stream.read_buf(&mut self.read).await, Ok(1..)) {}
    }

    async fn more(&mut self) -> Result<(), Failure> {
        match self.stream.read_buf(&mut self.read).await? {
            0 => Err("the connection ended before the answer".into()),
            _ => Ok(()),
        }
    }
}

/// Status, and bytes of the whole answer, once the head is there.
fn head(read: &[u8]) -> Result<Option<(u16, usize)>, Failure> {
    let Some(end) = read.windows(4).position(|four| four == b"\r\n\r\n") else { return Ok(None) };
    let text = std::str::from_utf8(read.get(..end).unwrap_or_default())?;
    let mut lines = text.split("\r\n");
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|word| word.parse().ok());
    let length =
        lines.filter_map(|line| line.split_once(':')).find(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    let length = length.and_then(|(_, value)| value.trim().parse::<usize>().ok());
    match (status, length) {
        (Some(status), Some(length)) => Ok(Some((status, end + 4 + length))),
        _ => Err(format!("not understood: {text}").into()),
    }
}
