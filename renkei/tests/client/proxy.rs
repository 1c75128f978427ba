//! A bad line: a TCP proxy that cuts connections after so many bytes, in either direction.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::thread;

/// After how many bytes a connection is cut: from the client, from the relay.
pub(crate) type Cut = (u64, u64);

pub(crate) const WHOLE: Cut = (u64::MAX, u64::MAX);

pub(crate) struct Proxy {
    addr: SocketAddr,
    /// Connections so far.
    pub(crate) count: Arc<AtomicUsize>,
    /// Bytes that came from the relay so far.
    pub(crate) down: Arc<AtomicU64>,
}

impl Proxy {
    /// Before the relay; `cut` says what becomes of the n-th connection.
    pub(crate) fn start(relay: SocketAddr, cut: impl Fn(usize) -> Cut + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let addr = listener.local_addr().expect("an address");
        let count = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&count);
        let down = Arc::new(AtomicU64::new(0));
        let came = Arc::clone(&down);
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let (most_up, most_down) = cut(counted.fetch_add(1, Ordering::SeqCst));
                let Ok(server) = TcpStream::connect(relay) else { return };
                let twin = |stream: &TcpStream| stream.try_clone().expect("a twin");
                let (client2, server2) = (twin(&client), twin(&server));
                let came = Arc::clone(&came);
                thread::spawn(move || pass(client, server, most_up, &AtomicU64::new(0)));
                thread::spawn(move || pass(server2, client2, most_down, &came));
            }
        });
        Self { addr, count, down }
    }

    pub(crate) fn url(&self) -> String {
        format!("https://{}", self.addr)
    }
}

fn pass(mut from: TcpStream, mut to: TcpStream, mut left: u64, passes: &AtomicU64) {
    let mut block = [0; 4096];
    while left > 0 {
        let Ok(read) = from.read(&mut block) else { break };
        if read == 0 {
            break;
        }
        let passed = left.min(read as u64) as usize;
        left -= passed as u64;
        if to.write_all(&block[..passed]).is_err() {
            break;
        }
        passes.fetch_add(passed as u64, Ordering::SeqCst);
    }
    let _ = from.shutdown(Shutdown::Both);
    let _ = to.shutdown(Shutdown::Both);
}
