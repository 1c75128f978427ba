//! Passwords and tokens: made at random (never of the seed), kept sealed.

use std::num::NonZeroU32;

use ring::pbkdf2::{self, PBKDF2_HMAC_SHA256};
use ring::rand::{SecureRandom, SystemRandom};

use crate::hash::hex;
use crate::wire::Secret;

/// Rounds of PBKDF2. What is recommended for real accounts is thirty times as many; these are
/// training accounts with invented data, and a suite logs in thousands of times. Each sealed
/// password names its own rounds, so that the number can grow.
const ROUNDS: NonZeroU32 = NonZeroU32::new(20_000).unwrap();
/// Never more than that, whatever stands in the store.
const MOST_ROUNDS: u32 = 10_000_000;
const FORM: &str = "pbkdf2-sha256";

/// What no password opens: the passwords of users who do not exist are tried on it, so that they
/// take as long as those of users who do.
pub(super) const DECOY: &str = "pbkdf2-sha256$20000$00000000000000000000000000000000$\
     0000000000000000000000000000000000000000000000000000000000000000";

/// The system gave no random bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct NoRandomness;

/// Random bytes.
fn random<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0; N];
    SystemRandom::new().fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(bytes)
}

/// A password that is easy to copy: sixteen characters without those that look alike, 80 bits.
pub(super) fn password() -> Result<Secret, NoRandomness> {
    const ALPHABET: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz23456789-";
    let bytes: [u8; 16] = random()?;
    let letters = bytes.iter().filter_map(|byte| ALPHABET.get(usize::from(byte % 32)));
    Ok(Secret(letters.copied().map(char::from).collect()))
}

/// A token of 256 bits.
pub(super) fn token() -> Result<Secret, NoRandomness> {
    Ok(Secret(hex(&random::<32>()?)))
}

/// The form in which a password is kept.
pub(super) fn seal(secret: &Secret) -> Result<String, NoRandomness> {
    let salt: [u8; 16] = random()?;
    let mut out = [0; 32];
    pbkdf2::derive(PBKDF2_HMAC_SHA256, ROUNDS, &salt, secret.0.as_bytes(), &mut out);
    Ok(format!("{FORM}${ROUNDS}${}${}", hex(&salt), hex(&out)))
}

/// Whether the password is the one that was sealed. Takes the time of the rounds either way.
pub(super) fn opens(sealed: &str, secret: &Secret) -> bool {
    let parts = || {
        let mut parts = sealed.split('$');
        let (form, rounds) = (parts.next()?, parts.next()?.parse::<NonZeroU32>().ok()?);
        let (salt, out) = (unhex(parts.next()?)?, unhex(parts.next()?)?);
        (form == FORM && rounds.get() <= MOST_ROUNDS && parts.next().is_none()).then_some((rounds, salt, out))
    };
    let Some((rounds, salt, out)) = parts() else { return false };
    pbkdf2::verify(PBKDF2_HMAC_SHA256, rounds, &salt, secret.0.as_bytes(), &out).is_ok()
}

fn unhex(digits: &str) -> Option<Vec<u8>> {
    let pairs = digits.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_password_is_opened_by_itself_alone() {
        let secret = Secret::from("kunren-1");
        let sealed = seal(&secret).unwrap();
        assert!(opens(&sealed, &secret) && !sealed.contains("kunren"));
        for other in ["", "kunren-", "kunren-2", "Kunren-1"] {
            assert!(!opens(&sealed, &other.into()), "{other}");
        }
        assert_ne!(sealed, seal(&secret).unwrap(), "the salt differs");
        for spoilt in ["", "$", &sealed[1..], &sealed.replace('$', ""), &sealed.replace("$20000$", "$0$")] {
            assert!(!opens(spoilt, &secret), "{spoilt}");
        }
    }

    #[test]
    fn nothing_opens_the_decoy_and_it_takes_as_many_rounds() {
        assert!(!opens(DECOY, &"".into()));
        assert_eq!(DECOY.split('$').nth(1), Some(ROUNDS.to_string().as_str()));
        assert_eq!(DECOY.len(), seal(&"".into()).unwrap().len());
    }

    #[test]
    fn passwords_and_tokens_are_never_the_same_twice() {
        assert_ne!(password().unwrap(), password().unwrap());
        assert_eq!(password().unwrap().0.len(), 16);
        assert_ne!(token().unwrap(), token().unwrap());
        assert_eq!(token().unwrap().0.len(), 64);
    }
}
