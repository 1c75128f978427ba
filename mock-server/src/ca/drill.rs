//! Drills: certificates that do not work, each for a reason of its own, so that offices can see
//! what happens before it happens to them. One row each.

use careplan::text::Text;

use super::term::DAY_MS;
use super::{Authority, CaError, Issued, Request, Serial};
use crate::offices::kind::{AGENT, DISABILITY};
use crate::offices::{CertificateKind, OfficeNo};
use crate::refusals::{
    CERTIFICATE_AGENT, CERTIFICATE_DISABILITY, CERTIFICATE_EXPIRED, CERTIFICATE_FOREIGN, CERTIFICATE_NOT_YET_VALID,
    CERTIFICATE_REVOKED, NO_IDENTITY, Refusal, SENDER_MISMATCH,
};

/// A drill.
#[derive(Debug)]
pub struct Drill {
    /// A slug that never changes.
    pub slug: &'static str,
    /// What is wrong with the certificate.
    pub what: Text,
    /// What a send with it is refused by.
    pub refusal: &'static Refusal,
    make: Make,
}

/// What is wrong.
#[derive(Debug)]
enum Make {
    /// There is none.
    Nothing,
    /// It is valid at another time: days before or after the present.
    Days(i64, i64),
    /// It is revoked.
    Revoked,
    /// It is another office's.
    OtherOffice,
    /// It is another CA's, which bears the same name.
    OtherCa,
    /// It is of another kind.
    Kind(&'static CertificateKind),
}

/// For whom a drill is held, and when.
#[derive(Clone, Copy, Debug)]
pub struct DrillOrder {
    /// The office that is drilled.
    pub office: OfficeNo,
    /// Another registered office, whose certificate is mixed up with the own one.
    pub other: OfficeNo,
    /// The present, milliseconds since 1970.
    pub now_ms: i64,
    /// The serial number of the certificate.
    pub serial: Serial,
}

/// What a drill gives.
#[derive(Clone, Debug)]
pub struct Drilled {
    /// The certificate; `None` where the drill is to have none.
    pub issued: Option<Issued>,
    /// What was asked for, if the CA of the environment signed it.
    pub request: Option<Request>,
    /// Whether its serial number is to be revoked for the drill to work.
    pub revoke: bool,
}

impl Drill {
    /// The drill with this slug.
    #[must_use]
    pub fn of_slug(slug: &str) -> Option<&'static Self> {
        DRILLS.iter().find(|drill| drill.slug == slug)
    }

    /// Whether an office may have it for the asking. The certificate of another office would open
    /// that one's mailbox.
    #[must_use]
    pub const fn is_own(&self) -> bool {
        !matches!(self.make, Make::OtherOffice)
    }
}

impl Authority {
    /// Makes the certificate of a drill.
    ///
    /// # Errors
    /// As [`Authority::issue`].
    pub fn drill(&self, drill: &Drill, order: &DrillOrder) -> Result<Drilled, CaError> {
        let DrillOrder { office, other, now_ms, serial } = order;
        let day = |days: i64| now_ms.saturating_add(days.saturating_mul(DAY_MS));
        let request = Request::new(*office, *now_ms, *serial);
        let ours = match drill.make {
            Make::Nothing | Make::OtherCa => None,
            Make::Days(from, to) => Some(Request { not_before: day(from), not_after: day(to), ..request }),
            Make::Revoked => Some(request),
            Make::OtherOffice => Some(Request { office: *other, ..request }),
            Make::Kind(kind) => Some(Request { kind, ..request }),
        };
        let issued = match (&ours, &drill.make) {
            (Some(ours), _) => Some(self.issue(ours)?),
            (None, Make::OtherCa) => Some(Self::new()?.issue(&request)?),
            (None, _) => None,
        };
        Ok(Drilled { issued, request: ours, revoke: matches!(drill.make, Make::Revoked) })
    }
}

macro_rules! drills {
    ($($slug:literal $ja:literal $en:literal $refusal:ident $make:expr;)*) => {
        /// All drills.
        pub static DRILLS: &[Drill] =
            &[$(Drill { slug: $slug, what: Text::new($ja, $en), refusal: &$refusal, make: $make }),*];
    };
}

drills! {
    "none" "電子証明書を入れずに接続します。" "No certificate is installed."
        NO_IDENTITY Make::Nothing;
    "expired" "有効期間が昨日で終わった電子証明書です。" "A certificate that expired yesterday."
        CERTIFICATE_EXPIRED Make::Days(-1_097, -1);
    "not-yet-valid" "有効期間が30日後に始まる電子証明書です。" "A certificate that will be valid in 30 days."
        CERTIFICATE_NOT_YET_VALID Make::Days(30, 1_126);
    "revoked" "失効させた電子証明書です。" "A certificate that has been revoked."
        CERTIFICATE_REVOKED Make::Revoked;
    "other-office" "別の事業所の電子証明書を取り違えて入れています。" "The certificate of another office, mixed up with one's own."
        SENDER_MISMATCH Make::OtherOffice;
    "other-ca" "別の環境の認証局が発行した電子証明書です。認証局の名前は同じです。" "A certificate of another environment's CA, which bears the same name."
        CERTIFICATE_FOREIGN Make::OtherCa;
    "wrong-kind-agent" "代理人証明書を入れています。" "An agent's certificate."
        CERTIFICATE_AGENT Make::Kind(&AGENT);
    "wrong-kind-disability" "障害総合支援証明書を入れています。" "A disability support certificate."
        CERTIFICATE_DISABILITY Make::Kind(&DISABILITY);
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::offices::kind::{KINDS, Standing};

    #[test]
    fn every_drill_has_a_slug_a_refusal_and_both_languages_of_its_own() {
        let (mut slugs, mut refusals) = (HashSet::new(), HashSet::new());
        for drill in DRILLS {
            assert!(slugs.insert(drill.slug) && refusals.insert(drill.refusal.code), "{} is there twice", drill.slug);
            assert!(drill.what.ja.ends_with('。') && drill.what.en.ends_with('.'), "{}", drill.slug);
            assert!(std::ptr::eq(Drill::of_slug(drill.slug).unwrap(), drill));
        }
        assert!(Drill::of_slug("nothing").is_none());
    }

    #[test]
    fn every_kind_that_is_refused_has_its_drill() {
        for kind in KINDS {
            let Standing::Refused(refusal) = kind.standing else { continue };
            assert!(DRILLS.iter().any(|drill| drill.refusal == refusal), "{}", kind.slug);
        }
    }
}
