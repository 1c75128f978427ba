//! Ids: as good as random, and the same again where seed and calls are the same.

use sha2::{Digest, Sha256};
use uuid::Builder;

/// The id of a message (UUID version 7): sorts by time, the rest follows from the seed of the
/// environment and the message's place in the journal. An id is no secret: who may see a message
/// is decided by the certificate alone.
pub(crate) fn message(seed: &str, unix_ms: i64, seq: i64) -> String {
    let bytes = bytes(seed, "message", seq);
    let mut random = [0; 10];
    random.copy_from_slice(&bytes[..10]);
    Builder::from_unix_timestamp_millis(u64::try_from(unix_ms).unwrap_or_default(), &random).into_uuid().to_string()
}

/// Bytes that follow from the seed, the purpose and a number.
pub(crate) fn bytes(seed: &str, purpose: &str, number: i64) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in [seed.as_bytes(), purpose.as_bytes(), &number.to_be_bytes()] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_follow_from_seed_time_and_place() {
        let id = message("a", 1_742_202_009_125, 1);
        assert_eq!(id, message("a", 1_742_202_009_125, 1));
        assert_ne!(id, message("b", 1_742_202_009_125, 1));
        assert_ne!(id, message("a", 1_742_202_009_125, 2));
        assert!(id < message("a", 1_742_202_009_126, 1), "ids sort by time");
        assert!(uuid::Uuid::parse_str(&id).is_ok_and(|uuid| uuid.get_version_num() == 7));
    }
}
