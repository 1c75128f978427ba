//! The kinds of electronic certificates (電子証明書) that offices hold, and which of them count.

use careplan::text::Text;

use crate::refusals::{CERTIFICATE_AGENT, CERTIFICATE_COMBINED, CERTIFICATE_DISABILITY, Refusal};

/// A kind of certificate.
#[derive(Debug, PartialEq, Eq)]
pub struct CertificateKind {
    /// A slug that never changes; `urn:renkei:training:kind:<slug>` in certificates.
    pub slug: &'static str,
    /// Its name.
    pub name: Text,
    /// Whether the exchange takes it.
    pub standing: Standing,
    /// Where that is said, or the word [`ASSUMPTION`](crate::refusals::ASSUMPTION).
    pub source: &'static str,
}

/// Whether the exchange takes a kind of certificate.
#[derive(Debug, PartialEq, Eq)]
pub enum Standing {
    /// It does.
    Accepted,
    /// It does not, and refuses so.
    Refused(&'static Refusal),
    /// No public source says; where it is assumed that it does not, it refuses so.
    Unknown(&'static Refusal),
}

impl CertificateKind {
    /// Whether it is taken. `assumed`: whether to take the kinds of which no public source says
    /// that they are taken.
    ///
    /// # Errors
    /// The refusal of this kind.
    pub const fn accepted(&self, assumed: bool) -> Result<(), &'static Refusal> {
        match self.standing {
            Standing::Accepted => Ok(()),
            Standing::Unknown(_) if assumed => Ok(()),
            Standing::Refused(refusal) | Standing::Unknown(refusal) => Err(refusal),
        }
    }

    /// The kind with this slug.
    #[must_use]
    pub fn of_slug(slug: &str) -> Option<&'static Self> {
        KINDS.iter().copied().find(|kind| kind.slug == slug)
    }
}

macro_rules! kinds {
    ($($const:ident $slug:literal $ja:literal $en:literal $standing:expr, $source:literal;)*) => {
        $(
            #[doc = $ja]
            pub static $const: CertificateKind =
                CertificateKind { slug: $slug, name: Text::new($ja, $en), standing: $standing, source: $source };
        )*

        /// All kinds.
        pub static KINDS: &[&CertificateKind] = &[$(&$const),*];
    };
}

kinds! {
    INSURANCE "kaigo-hoken" "介護保険証明書" "long-term care insurance certificate"
        Standing::Accepted, "FAQ (relay.md 32)";
    DX "kaigo-dx" "介護DX証明書" "long-term care DX certificate (formerly the care-plan certificate of offices that delegate billing)"
        Standing::Accepted, "FAQ (relay.md 32: 旧 請求委任事業所用ケアプラン証明書)";
    AGENT "dairinin" "代理人証明書" "agent's certificate"
        Standing::Refused(&CERTIFICATE_AGENT), "FAQ (relay.md 32)";
    DISABILITY "shogai" "障害総合支援証明書" "disability support certificate"
        Standing::Refused(&CERTIFICATE_DISABILITY), "FAQ (relay.md 32)";
    COMBINED "kaigo-shogai" "介護・障害共通証明書" "certificate for both care and disability"
        Standing::Unknown(&CERTIFICATE_COMBINED), "relay.md 32; assumption: it is accepted";
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::refusals::ASSUMPTION;

    #[test]
    fn every_kind_has_a_slug_a_name_and_a_source_of_its_own_standing() {
        let mut seen = HashSet::new();
        for kind in KINDS {
            assert!(seen.insert(kind.slug) && seen.insert(kind.name.ja), "{} is there twice", kind.slug);
            assert!(kind.slug.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", kind.slug);
            assert!(kind.name.ja.ends_with("証明書") && kind.name.en.contains("certificate"), "{}", kind.slug);
            assert_eq!(
                kind.source.contains(ASSUMPTION),
                matches!(kind.standing, Standing::Unknown(_)),
                "{}",
                kind.slug
            );
            assert_eq!(CertificateKind::of_slug(kind.slug), Some(*kind));
        }
        assert_eq!(CertificateKind::of_slug("kaigo"), None);
    }

    #[test]
    fn only_what_is_unknown_depends_on_what_is_assumed() {
        for kind in KINDS {
            let differs = kind.accepted(true) != kind.accepted(false);
            assert_eq!(differs, matches!(kind.standing, Standing::Unknown(_)), "{}", kind.slug);
        }
    }

    #[test]
    fn every_kind_that_is_not_accepted_has_a_refusal_of_its_own() {
        let refusals: Vec<_> = KINDS.iter().filter_map(|kind| kind.accepted(false).err()).map(|row| row.code).collect();
        assert_eq!(refusals.len(), 3);
        assert_eq!(refusals.iter().collect::<HashSet<_>>().len(), 3);
    }
}
