//! What the measure of durable sends sends.

use rustls::version::TLS13;

use crate::Failure;
use crate::messages::{Ends, Samples};
use crate::server::{self, Reached, SENDERS};
use crate::tls::Dialer;

/// Bytes of the files of one message, as nearly as whole people give it.
const BYTES: usize = 50_000;
const MONTH: &str = "202505";
const SERIAL: &str = "20250427163800";

/// A sender: its connections, and the body that it sends.
pub(crate) type Sender = (Dialer, Vec<u8>);

/// Every sender, and the bytes of the files in one body.
pub(crate) fn senders(reached: &Reached) -> Result<(Vec<Sender>, usize), Failure> {
    let samples = Samples::read()?;
    let one = samples.plan.size(1);
    let people = (BYTES + one / 2) / one;
    let all = reached.senders.iter().take(SENDERS).enumerate().map(|(n, identity)| {
        let dialer = Dialer::new(reached.addr, identity, &TLS13)?;
        Ok((dialer, body(&samples, n, &server::receiver(n), people)))
    });
    Ok((all.collect::<Result<_, Failure>>()?, samples.plan.size(people)))
}

/// A small message to every office whose list is asked for.
pub(crate) fn small(reached: &Reached) -> Result<Vec<Sender>, Failure> {
    let samples = Samples::read()?;
    let all = reached.senders.iter().zip(0..server::LISTED);
    let one =
        |(identity, n)| Ok((Dialer::new(reached.addr, identity, &TLS13)?, body(&samples, n, &server::listed(n), 1)));
    all.map(one).collect()
}

fn body(samples: &Samples, n: usize, to: &str, people: usize) -> Vec<u8> {
    let from = server::sender(n);
    let ends = Ends { from: &from, from_service: "43", to, to_service: "15" };
    server::send_body(to, &samples.plan.files(&ends, MONTH, SERIAL, people))
}
