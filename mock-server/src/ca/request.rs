//! What a certificate is asked for with, and what is issued.

use super::term::VALIDITY_MS;
use super::{CaError, ClientIdentity};
use crate::TRAINING;
use crate::offices::kind::INSURANCE;
use crate::offices::{CertificateKind, OfficeNo};

/// A serial number, 16 bytes. Whoever asks brings the bytes: random ones, or those of a seed, so
/// that what is written down of a seeded run can be repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Serial(pub(super) [u8; 16]);

impl Serial {
    /// Of these bytes. The first two bits are set to 01, so that the number is positive and has
    /// 32 digits whatever the bytes are.
    #[must_use]
    pub const fn of(mut bytes: [u8; 16]) -> Self {
        let [first, ..] = &mut bytes;
        *first = *first & 0x3F | 0x40;
        Self(bytes)
    }

    /// Of random bytes.
    #[must_use]
    pub fn random() -> Self {
        Self::of(uuid::Uuid::new_v4().into_bytes())
    }
}

impl std::str::FromStr for Serial {
    type Err = CaError;

    /// From the form in which it is written: 32 hexadecimal digits in lower case.
    fn from_str(digits: &str) -> Result<Self, CaError> {
        let number = u128::from_str_radix(digits, 16).map_err(|_| CaError::Serial)?;
        let serial = Self(number.to_be_bytes());
        if serial == Self::of(serial.0) && serial.to_string() == digits { Ok(serial) } else { Err(CaError::Serial) }
    }
}

impl std::fmt::Display for Serial {
    /// Hexadecimal in lower case.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

/// A certificate that is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    /// 事業所番号.
    pub office: OfficeNo,
    /// What kind it is to be.
    pub kind: &'static CertificateKind,
    /// The first second in which it is valid, milliseconds since 1970.
    pub not_before: i64,
    /// The last second in which it is valid, milliseconds since 1970.
    pub not_after: i64,
    /// Its serial number.
    pub serial: Serial,
}

impl Request {
    /// A 介護保険証明書 that is valid for three years from now.
    #[must_use]
    pub const fn new(office: OfficeNo, now_ms: i64, serial: Serial) -> Self {
        Self { office, kind: &INSURANCE, not_before: now_ms, not_after: now_ms.saturating_add(VALIDITY_MS), serial }
    }

    /// 「訓練用 9970000001 介護保険証明書」: the name in the certificate, and of its install file.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{TRAINING} {} {}", self.office, self.kind.name.ja)
    }
}

/// A certificate that was issued. The CA keeps no copy.
#[derive(Clone, Debug)]
pub struct Issued {
    /// Certificate and key.
    pub identity: ClientIdentity,
    /// Its serial number, hexadecimal in lower case.
    pub serial: String,
    /// 「訓練用 9970000001 介護保険証明書」.
    pub name: String,
    /// The first second in which it is valid, milliseconds since 1970.
    pub not_before: i64,
    /// The last second in which it is valid, milliseconds since 1970.
    pub not_after: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_serial_number_is_positive_and_has_32_digits() {
        for bytes in [[0; 16], [0xFF; 16], [0x80; 16]] {
            let serial = Serial::of(bytes).to_string();
            assert_eq!(serial.len(), 32);
            assert!(('4'..='7').contains(&serial.chars().next().unwrap()), "{serial}");
        }
        assert_eq!(Serial::of([0x41; 16]).to_string(), "41".repeat(16));
        assert_ne!(Serial::random(), Serial::random());
    }

    #[test]
    fn a_serial_number_is_read_back_from_its_digits_and_from_nothing_else() {
        let serial = Serial::random();
        assert_eq!(serial.to_string().parse::<Serial>().unwrap(), serial);
        let upper = "4F".repeat(16);
        for other in ["", "41", &"00".repeat(16), &"ff".repeat(16), &upper, &"4g".repeat(16), &"41".repeat(17)] {
            assert!(matches!(other.parse::<Serial>(), Err(CaError::Serial)), "{other}");
        }
    }
}
