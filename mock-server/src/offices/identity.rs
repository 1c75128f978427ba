//! What a connection's certificate says, and whether that counts at this moment.

pub use careplan::value::OfficeNo;

use super::kind::{CertificateKind, INSURANCE};
use crate::refusals::{CERTIFICATE_EXPIRED, CERTIFICATE_NOT_YET_VALID, CERTIFICATE_REVOKED, NO_IDENTITY, Refusal};

/// Whom a certificate of the training CA was issued to: its signature has been verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// 事業所番号.
    pub office: OfficeNo,
    /// What kind of certificate it is.
    pub kind: &'static CertificateKind,
    /// Its serial number, hexadecimal in lower case.
    pub serial: String,
    /// The first moment at which it is valid, milliseconds since 1970 (whole seconds).
    pub not_before: i64,
    /// The last second in which it is valid, milliseconds since 1970 (whole seconds).
    pub not_after: i64,
}

impl Identity {
    /// An office by its number alone, for requests without sockets: an accepted certificate that
    /// is always valid, under a made-up serial number.
    #[must_use]
    pub fn of_office(office: OfficeNo) -> Self {
        let serial = office.as_str().bytes().map(|byte| format!("{byte:02x}")).collect();
        Self { office, kind: &INSURANCE, serial, not_before: i64::MIN, not_after: i64::MAX }
    }
}

/// What the certificate of a connection comes to. The TLS side puts it into the extensions of
/// every request of the connection; no header can. A request without one is as one with `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Credential {
    /// No certificate was presented.
    None,
    /// One that names no office, whatever the time: of another CA, malformed, of no known kind.
    Faulty(&'static Refusal),
    /// One that the training CA signed for an office. Whether it is in time, not revoked and of
    /// an accepted kind depends on the moment: see [`Credential::judge`].
    Good(Identity),
}

impl Credential {
    /// The identity, if it counts at this moment. Asked anew for every request, so that a
    /// connection that is kept open ends with its certificate.
    ///
    /// `now_ms`: the present by the clock of the environment; `assumed`: whether kinds of which
    /// no public source speaks are taken; `revoked`: whether a serial number is revoked.
    ///
    /// # Errors
    /// The refusal that says why it does not.
    pub fn judge(
        &self,
        now_ms: i64,
        assumed: bool,
        revoked: impl FnOnce(&str) -> bool,
    ) -> Result<&Identity, &'static Refusal> {
        let identity = match self {
            Self::None => return Err(&NO_IDENTITY),
            Self::Faulty(refusal) => return Err(refusal),
            Self::Good(identity) => identity,
        };
        // Certificates count in seconds, and the last one counts.
        let second = |ms: i64| ms.div_euclid(1_000);
        if second(now_ms) < second(identity.not_before) {
            Err(&CERTIFICATE_NOT_YET_VALID)
        } else if second(now_ms) > second(identity.not_after) {
            Err(&CERTIFICATE_EXPIRED)
        } else if revoked(&identity.serial) {
            Err(&CERTIFICATE_REVOKED)
        } else {
            identity.kind.accepted(assumed).map(|()| identity)
        }
    }
}

impl From<Identity> for Credential {
    fn from(identity: Identity) -> Self {
        Self::Good(identity)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offices::kind::KINDS;
    use crate::refusals::{CERTIFICATE_FOREIGN, CERTIFICATE_MALFORMED};

    fn identity() -> Identity {
        let office = Identity::of_office("9970000001".parse().unwrap());
        Identity { not_before: 10_000, not_after: 20_000, ..office }
    }

    #[test]
    fn who_shows_nothing_or_nothing_of_use_is_nobody() {
        assert_eq!(Credential::None.judge(0, true, |_| false), Err(&NO_IDENTITY));
        for refusal in [&CERTIFICATE_FOREIGN, &CERTIFICATE_MALFORMED] {
            assert_eq!(Credential::Faulty(refusal).judge(0, true, |_| false), Err(refusal));
        }
    }

    #[test]
    fn a_certificate_counts_from_its_first_to_its_last_second() {
        let credential = Credential::from(identity());
        let judged = |now| credential.judge(now, true, |_| false).map(drop);
        assert_eq!(judged(9_999), Err(&CERTIFICATE_NOT_YET_VALID));
        assert_eq!((judged(10_000), judged(20_999)), (Ok(()), Ok(())));
        assert_eq!(judged(21_000), Err(&CERTIFICATE_EXPIRED));
    }

    #[test]
    fn a_revoked_certificate_no_longer_counts() {
        let credential = Credential::from(identity());
        let serial = identity().serial;
        assert_eq!(credential.judge(15_000, true, |given| given == serial), Err(&CERTIFICATE_REVOKED));
        assert_eq!(credential.judge(15_000, true, |given| given != serial), Ok(&identity()));
    }

    #[test]
    fn every_kind_is_judged_as_the_table_says() {
        for &kind in KINDS {
            for assumed in [true, false] {
                let credential = Credential::from(Identity { kind, ..identity() });
                assert_eq!(
                    credential.judge(15_000, assumed, |_| false).map(drop),
                    kind.accepted(assumed),
                    "{}",
                    kind.slug
                );
            }
        }
    }

    #[test]
    fn an_office_by_its_number_alone_is_valid_at_any_time() {
        let credential = Credential::from(Identity::of_office("9970000001".parse().unwrap()));
        for now in [i64::MIN, 0, i64::MAX] {
            assert!(credential.judge(now, false, |_| false).is_ok());
        }
    }
}
