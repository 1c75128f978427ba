//! Keys: Ed25519, in PEM files as OpenSSL reads and writes them (PKCS#8 and SubjectPublicKeyInfo).

use std::fmt;
use std::fmt::Write as _;

use careplan::text::{Message, Text};
use pem::{EncodeConfig, LineEnding, Pem};
use ring::rand::{SecureRandom, SystemRandom};
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use sha2::{Digest, Sha256};

const PRIVATE: &str = "PRIVATE KEY";
const PUBLIC: &str = "PUBLIC KEY";

/// What stands before the 32 bytes of the seed: PKCS#8 version 1, id-Ed25519 (RFC 8410, 7). OpenSSL
/// before 3.5 does not read version 2, which `ring` would write.
const SEED_PREFIX: [u8; 16] =
    [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

/// What stands before the 32 bytes of a public key: SubjectPublicKeyInfo, id-Ed25519 (RFC 8410, 4).
const PUBLIC_PREFIX: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

/// Why a key cannot be used: a sentence, in which nothing of the key stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyError(pub Message);

impl From<Text> for KeyError {
    fn from(text: Text) -> Self {
        Self(text.into())
    }
}

const NOT_PEM: Text = Text::new(
    "鍵のファイル（PEM）として読めません。renkei suite key で作った鍵を指定してください",
    "it is no key file (PEM); please give one that renkei suite key made",
);
const OTHER_KIND: Text = Text::new(
    "Ed25519 の鍵ではありません。renkei suite key で作った鍵を指定してください",
    "it is no Ed25519 key; please give one that renkei suite key made",
);
const LOCKED: Text =
    Text::new("パスワードで守られた鍵は使えません", "keys that are locked with a password cannot be used");
const IS_PUBLIC: Text = Text::new(
    "公開鍵です。署名には秘密鍵（PRIVATE KEY）が要ります",
    "it is a public key; signing needs the private one (PRIVATE KEY)",
);
const IS_PRIVATE: Text = Text::new(
    "秘密鍵です。確認には公開鍵（PUBLIC KEY、….pub.pem）を使ってください。秘密鍵は人に渡さないでください",
    "it is a private key; verifying takes the public one (PUBLIC KEY, ….pub.pem). Please never hand a private key on",
);
const NO_RANDOM: Text =
    Text::new("乱数が得られないため、鍵を作れません", "there is no randomness, so no key can be made");

/// A private key. Nothing shows it.
pub struct SigningKey {
    pair: Ed25519KeyPair,
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey")
    }
}

impl SigningKey {
    /// Makes a new key: the text of its PEM file, and the key.
    ///
    /// # Errors
    /// The operating system gives no random numbers.
    pub fn generate() -> Result<(String, Self), KeyError> {
        let mut seed = [0; 32];
        SystemRandom::new().fill(&mut seed).map_err(|_| NO_RANDOM)?;
        let pair = Ed25519KeyPair::from_seed_unchecked(&seed).map_err(|_| NO_RANDOM)?;
        Ok((written(PRIVATE, &[&SEED_PREFIX, seed.as_slice()]), Self { pair }))
    }

    /// Reads the text of a PEM file.
    ///
    /// # Errors
    /// It is no private Ed25519 key in PKCS#8.
    pub fn read(text: &[u8]) -> Result<Self, KeyError> {
        let pem = pem::parse(text).map_err(|_| NOT_PEM)?;
        match pem.tag() {
            PRIVATE => {}
            PUBLIC => return Err(IS_PUBLIC.into()),
            "ENCRYPTED PRIVATE KEY" => return Err(LOCKED.into()),
            _ => return Err(OTHER_KIND.into()),
        }
        // Version 1 has no public key to check against, and it is what OpenSSL writes.
        let pair = Ed25519KeyPair::from_pkcs8_maybe_unchecked(pem.contents()).map_err(|_| OTHER_KIND)?;
        Ok(Self { pair })
    }

    /// The other half.
    #[must_use]
    pub fn public(&self) -> VerifyingKey {
        VerifyingKey { bytes: self.pair.public_key().as_ref().to_vec() }
    }

    /// The 64 bytes of a signature.
    pub(super) fn sign(&self, bytes: &[u8]) -> Vec<u8> {
        self.pair.sign(bytes).as_ref().to_vec()
    }
}

/// A public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifyingKey {
    bytes: Vec<u8>,
}

impl VerifyingKey {
    /// Reads the text of a PEM file.
    ///
    /// # Errors
    /// It is no public Ed25519 key.
    pub fn read(text: &[u8]) -> Result<Self, KeyError> {
        let pem = pem::parse(text).map_err(|_| NOT_PEM)?;
        match pem.tag() {
            PUBLIC => {}
            tag if tag.ends_with(PRIVATE) => return Err(IS_PRIVATE.into()),
            _ => return Err(OTHER_KIND.into()),
        }
        let bytes = pem.contents().strip_prefix(&PUBLIC_PREFIX).filter(|bytes| bytes.len() == 32);
        bytes.map(|bytes| Self { bytes: bytes.to_vec() }).ok_or_else(|| OTHER_KIND.into())
    }

    /// The text of its PEM file.
    #[must_use]
    pub fn pem(&self) -> String {
        written(PUBLIC, &[&PUBLIC_PREFIX, self.bytes.as_slice()])
    }

    /// Its name in envelopes: `sha256:` and the SHA-256 of its SubjectPublicKeyInfo.
    #[must_use]
    pub fn id(&self) -> String {
        let hash = Sha256::new().chain_update(PUBLIC_PREFIX).chain_update(&self.bytes).finalize();
        hash.iter().fold("sha256:".to_owned(), |mut id, byte| {
            let _ = write!(id, "{byte:02x}");
            id
        })
    }

    pub(super) fn verifies(&self, bytes: &[u8], signature: &[u8]) -> bool {
        UnparsedPublicKey::new(&ED25519, &self.bytes).verify(bytes, signature).is_ok()
    }
}

fn written(tag: &str, parts: &[&[u8]]) -> String {
    pem::encode_config(&Pem::new(tag, parts.concat()), EncodeConfig::new().set_line_ending(LineEnding::LF))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of RFC 8410, 10.3 and 10.1.
    const RFC_PRIVATE: &str = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n";
    const RFC_PUBLIC: &str = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n";

    #[test]
    fn the_keys_of_the_rfc_are_read_and_written_as_they_stand() {
        let key = SigningKey::read(RFC_PRIVATE.as_bytes()).expect("a key");
        assert_eq!(key.public().pem(), RFC_PUBLIC);
        assert_eq!(VerifyingKey::read(RFC_PUBLIC.as_bytes()), Ok(key.public()));
    }

    #[test]
    fn a_new_key_is_read_back_and_signs() {
        let (text, key) = SigningKey::generate().expect("a key");
        let again = SigningKey::read(text.as_bytes()).expect("it is read back");
        assert_eq!(key.public(), again.public());
        let signature = again.sign(b"a");
        assert!(key.public().verifies(b"a", &signature) && !key.public().verifies(b"b", &signature));
        assert!(!key.public().verifies(b"a", &[]));
        assert_eq!(format!("{key:?}"), "SigningKey");
    }

    #[test]
    fn every_wrong_key_is_told_by_what_it_is() {
        let told = |text: &str| SigningKey::read(text.as_bytes()).map(drop);
        assert_eq!(told("not a key"), Err(NOT_PEM.into()));
        assert_eq!(told(RFC_PUBLIC), Err(IS_PUBLIC.into()));
        assert_eq!(told(&RFC_PRIVATE.replace("PRIVATE", "ENCRYPTED PRIVATE")), Err(LOCKED.into()));
        assert_eq!(told(&RFC_PRIVATE.replace("PRIVATE", "EC PRIVATE")), Err(OTHER_KIND.into()));
        assert_eq!(told(&RFC_PRIVATE.replace("MC4C", "MC4D")), Err(OTHER_KIND.into()));
        let told = |text: &str| VerifyingKey::read(text.as_bytes()).map(drop);
        assert_eq!(told(RFC_PRIVATE), Err(IS_PRIVATE.into()));
        assert_eq!(told(&RFC_PUBLIC.replace("MCow", "MCox")), Err(OTHER_KIND.into()));
        assert_eq!(told(""), Err(NOT_PEM.into()));
    }
}
