//! A connection that can be ended with a reset.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

/// The stream of a connection.
#[derive(Debug)]
pub(super) struct Wire {
    stream: TcpStream,
    resets: Resets,
}

/// Says whether the connection ends with a reset; clones share it.
#[derive(Clone, Debug, Default)]
pub(super) struct Resets(Arc<AtomicBool>);

impl Resets {
    /// It does.
    pub(super) fn ask(&self) {
        self.0.store(true, Ordering::Release);
    }
}

impl Wire {
    pub(super) const fn new(stream: TcpStream, resets: Resets) -> Self {
        Self { stream, resets }
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        if self.resets.0.load(Ordering::Acquire)
            && let Err(problem) = self.stream.set_zero_linger()
        {
            tracing::debug!(%problem, "a reset");
        }
    }
}

impl AsyncRead for Wire {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl AsyncWrite for Wire {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(cx, bufs)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}
