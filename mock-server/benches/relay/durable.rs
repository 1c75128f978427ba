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

/// Every sender with its body, and the bytes of the files in one body.
pub(crate) fn senders(reached: &Reached) -> Result<(Vec<(Dialer, Vec<u8>)>, usize), Failure> {
    let samples = Samples::read()?;
    let one = samples.plan.size(1);
    let people = (BYTES + one / 2) / one;
    let all = reached.senders.iter().take(SENDERS).enumerate().map(|(n, identity)| {
        let dialer = Dialer::new(reached.addr, identity, &TLS13)?;
        Ok((dialer, body(&samples, n, people)))
    });
    Ok((all.collect::<Result<_, Failure>>()?, samples.plan.size(people)))
}

/// Messages in the inbox of every receiver, for the measure of lists: small ones.
pub(crate) fn small(reached: &Reached) -> Result<Vec<(Dialer, Vec<u8>)>, Failure> {
    let samples = Samples::read()?;
    let all = reached.senders.iter().enumerate();
    all.map(|(n, identity)| Ok((Dialer::new(reached.addr, identity, &TLS13)?, body(&samples, n, 1)))).collect()
}

fn body(samples: &Samples, n: usize, people: usize) -> Vec<u8> {
    let (from, to) = (server::sender(n), server::receiver(n));
    let ends = Ends { from: &from, from_service: "43", to: &to, to_service: "15" };
    server::send_body(&to, &samples.plan.files(&ends, MONTH, SERIAL, people))
}
