//! A bad line: a TCP proxy that cuts connections after so many bytes, in either direction.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// After how many bytes a connection is cut: from the client, from the relay.
pub(crate) type Cut = (u64, u64);

pub(crate) const WHOLE: Cut = (u64::MAX, u64::MAX);

pub(crate) struct Proxy {
    addr: SocketAddr,
    /// Connections so far.
    pub(crate) count: Arc<AtomicUsize>,
}

impl Proxy {
    /// Before the relay; `cut` says what becomes of the n-th connection.
    pub(crate) fn start(relay: SocketAddr, cut: impl Fn(usize) -> Cut + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let addr = listener.local_addr().expect("an address");
        let count = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&count);
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let (up, down) = cut(counted.fetch_add(1, Ordering::SeqCst));
                let Ok(server) = TcpStream::connect(relay) else { return };
                let twin = |stream: &TcpStream| stream.try_clone().expect("a twin");
                let (client2, server2) = (twin(&client), twin(&server));
                thread::spawn(move || pass(client, server, up));
                thread::spawn(move || pass(server2, client2, down));
            }
        });
        Self { addr, count }
    }

    pub(crate) fn url(&self) -> String {
        format!("https://{}", self.addr)
    }
}

fn pass(mut from: TcpStream, mut to: TcpStream, mut left: u64) {
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
    }
    let _ = from.shutdown(Shutdown::Both);
    let _ = to.shutdown(Shutdown::Both);
}
