//! The envelope: DSSE 1.0. The signature covers the type of the payload and its bytes as they are, so
//! that nothing has to be brought into a canonical form.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use serde::{Deserialize, Serialize};

use super::key::{SigningKey, VerifyingKey};
use super::refused::Refused;
use super::strict;
use crate::shown::visible;

/// The type of the payload: an in-toto statement.
pub const PAYLOAD_TYPE: &str = "application/vnd.in-toto+json";

/// A record may be so large, as it stands in its file.
pub const MOST_BYTES: usize = 4 << 20;

/// Signatures that are tried; more are refused.
const MOST_SIGNATURES: usize = 16;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Envelope {
    payload: String,
    payload_type: String,
    signatures: Vec<Signature>,
}

#[derive(Serialize, Deserialize)]
struct Signature {
    #[serde(default)]
    keyid: String,
    sig: String,
}

/// An envelope whose signature was verified.
#[derive(Debug)]
pub(super) struct Opened {
    /// What was signed.
    pub(super) payload: Vec<u8>,
    /// Signatures of other keys, which were not judged.
    pub(super) others: usize,
}

/// Signs a payload: the text of the envelope.
///
/// # Errors
/// It would be larger than a record may be.
pub fn seal(payload: &[u8], key: &SigningKey) -> Result<String, Refused> {
    let signature = Signature { keyid: key.public().id(), sig: STANDARD.encode(key.sign(&encoding(payload))) };
    let envelope = Envelope {
        payload: STANDARD.encode(payload),
        payload_type: PAYLOAD_TYPE.to_owned(),
        signatures: vec![signature],
    };
    let text = serde_json::to_string(&envelope).map_err(|error| unreadable(&error.to_string()))? + "\n";
    if text.len() > MOST_BYTES { Err(too_large()) } else { Ok(text) }
}

/// Opens an envelope: one of its signatures is by the key, over what it holds.
///
/// # Errors
/// It is none, or is not signed by the key.
pub(super) fn open(bytes: &[u8], key: &VerifyingKey) -> Result<Opened, Refused> {
    if bytes.len() > MOST_BYTES {
        return Err(too_large());
    }
    let envelope: Envelope = strict::parse(bytes).map_err(|why| unreadable(&why))?;
    let decoded = |text: &str| STANDARD.decode(text).or_else(|_| URL_SAFE.decode(text));
    let payload = decoded(&envelope.payload).map_err(|error| unreadable(&format!("payload: {error}")))?;
    let count = envelope.signatures.len();
    if !(1..=MOST_SIGNATURES).contains(&count) {
        return Err(unreadable(&format!("signatures: {count} (1..{MOST_SIGNATURES})")));
    }
    if envelope.payload_type != PAYLOAD_TYPE {
        let found = visible(&envelope.payload_type);
        return Err(Refused::wrong(
            format!("中身の種類が違います（{PAYLOAD_TYPE} のはずですが、{found} です）"),
            format!("the payload is of another type ({found} instead of {PAYLOAD_TYPE})"),
        ));
    }
    let signed = encoding(&payload);
    let mut ours = 0;
    for signature in &envelope.signatures {
        let bytes = decoded(&signature.sig).map_err(|error| unreadable(&format!("sig: {error}")))?;
        ours += usize::from(key.verifies(&signed, &bytes));
    }
    if ours == 0 {
        return Err(unsigned(&envelope.signatures, key));
    }
    Ok(Opened { payload, others: count - ours })
}

/// The name of a key is a hint only: it tells a wrong key from an altered record, and decides nothing.
fn unsigned(signatures: &[Signature], key: &VerifyingKey) -> Refused {
    let id = key.id();
    if signatures.iter().any(|signature| signature.keyid == id) {
        return Refused::wrong(
            "署名が合いません。記録が署名のあとで変わっています",
            "the signature does not fit: the record was altered after it was signed",
        );
    }
    let named = signatures.first().map_or_else(String::new, |first| visible(&first.keyid));
    Refused::wrong(
        format!("この鍵の署名ではありません（指定の鍵：{id}、記録にある鍵の名前：{named}）"),
        format!("it is not signed by this key (key given: {id}; key that the record names: {named})"),
    )
}

/// What is signed (DSSE: PAE).
fn encoding(payload: &[u8]) -> Vec<u8> {
    let head = format!("DSSEv1 {} {PAYLOAD_TYPE} {} ", PAYLOAD_TYPE.len(), payload.len());
    [head.as_bytes(), payload].concat()
}

fn unreadable(why: &str) -> Refused {
    let why = visible(why);
    Refused::unclear(
        format!("署名した記録（DSSE）として読めません（{why}）"),
        format!("it cannot be read as a signed record, DSSE ({why})"),
    )
}

fn too_large() -> Refused {
    let most = MOST_BYTES >> 20;
    Refused::unclear(
        format!("記録が大きすぎます（{most} MiB まで）"),
        format!("the record is too large (at most {most} MiB)"),
    )
}
