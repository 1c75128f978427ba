//! The certificates of a connection: nobody becomes an office by bytes.

use std::sync::OnceLock;

use careplan::oracle::{Verdict, holds, same};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;

use crate::ca::{Authority, Request, Serial, Verifier};
use crate::offices::{Credential, OfficeNo};

/// 2025-03-17T18:00:09+09:00.
const NOW: i64 = 1_742_202_009_000;

/// A CA, a certificate that it issued, and its judge. The keys are random: an input that is at
/// fault is at fault under any.
struct Issued {
    own: Vec<u8>,
    ca: Vec<u8>,
    verifier: Verifier,
}

/// The first byte chooses what the rest is: a chain as it is (certificates behind two bytes of
/// length each), or changes to an issued certificate and its CA.
pub(super) fn judge(bytes: &[u8]) -> Verdict {
    let issued = issued()?;
    let Some((way, rest)) = bytes.split_first() else { return Ok(()) };
    let chain = match way % 4 {
        0 => chain(rest),
        1 => vec![changed(&issued.own, rest)],
        2 => vec![changed(&issued.own, rest), issued.ca.clone()],
        _ => vec![issued.own.clone(), changed(&issued.ca, rest)],
    };
    let chain: Vec<CertificateDer<'_>> = chain.into_iter().map(CertificateDer::from).collect();
    let credential = issued.verifier.credential(Some(&chain));
    same("twice", &issued.verifier.credential(Some(&chain)), &credential)?;
    let is_own = chain.first().is_some_and(|first| **first == *issued.own);
    match &credential {
        Credential::Good(_) => holds(is_own, || format!("{chain:?} is taken for an office"))?,
        // Whatever comes with it, what was issued is good.
        Credential::Faulty(_) => holds(!is_own, || format!("{credential:?} of {chain:?}"))?,
        Credential::None => holds(chain.is_empty(), || format!("{chain:?} is overlooked"))?,
    }
    for now in [i64::MIN, NOW, i64::MAX] {
        same("at a moment", &credential.judge(now, true, |_| false).is_ok(), &(is_own && now == NOW))?;
    }
    Ok(())
}

fn issued() -> Result<&'static Issued, String> {
    static ISSUED: OnceLock<Result<Issued, String>> = OnceLock::new();
    ISSUED.get_or_init(issue).as_ref().map_err(Clone::clone)
}

fn issue() -> Result<Issued, String> {
    let ca = Authority::new().map_err(|error| error.to_string())?;
    let office: OfficeNo = "9970000001".parse().map_err(|_| "an office number".to_owned())?;
    let issued = ca.issue(&Request::new(office, NOW, Serial::of([1; 16]))).map_err(|error| error.to_string())?;
    let own = CertificateDer::from_pem_slice(issued.identity.cert_pem.as_bytes()).map_err(|error| error.to_string())?;
    let verifier = ca.verifier().map_err(|error| error.to_string())?;
    Ok(Issued { own: own.to_vec(), ca: ca.der().to_vec(), verifier })
}

fn chain(mut rest: &[u8]) -> Vec<Vec<u8>> {
    let mut chain = Vec::new();
    while let Some(([high, low], after)) = rest.split_first_chunk::<2>() {
        let length = usize::from(u16::from_be_bytes([*high, *low])).min(after.len());
        let (certificate, after) = after.split_at(length);
        chain.push(certificate.to_vec());
        rest = after;
    }
    chain
}

/// The certificate with changes of four bytes each: where (two), how, and with which byte.
fn changed(certificate: &[u8], changes: &[u8]) -> Vec<u8> {
    let mut changed = certificate.to_vec();
    for [high, low, how, byte] in changes.as_chunks::<4>().0 {
        let at = usize::from(u16::from_be_bytes([*high, *low])) % (changed.len() + 1);
        match how % 4 {
            0 => changed.insert(at, *byte),
            1 if at < changed.len() => drop(changed.remove(at)),
            2 => changed.truncate(at),
            _ => changed.iter_mut().skip(at).take(1).for_each(|old| *old ^= byte),
        }
    }
    changed
}
