//! Accounts, certificates and sessions as JSON.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{LicenceView, Secret};

/// Who asks: a user and the password. Part of every request of enrolment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Login {
    /// `KJ` and twelve digits.
    pub user_id: String,
    /// The password of the user.
    pub password: Secret,
}

/// `POST /v1/enrolment/password`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PasswordChange {
    /// Who asks; the password may be a temporary one, or have expired.
    #[serde(flatten)]
    pub login: Login,
    /// The password from now on.
    pub new_password: Secret,
}

/// A password was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PasswordChanged {
    /// Until when it can be used, RFC 3339 in Japanese time; absent if for ever.
    pub expires_at: Option<String>,
}

/// 証明書発行用パスワード, shown once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct IssuingPassword {
    /// It is asked for when a certificate is issued.
    pub issuing_password: Secret,
}

/// Where the key of a certificate is made, and how it is handed over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "form", rename_all = "lowercase")]
pub enum Delivery {
    /// By the client, who shows a signing request (PKCS #10, PEM). The key stays there.
    Csr {
        /// The signing request.
        csr: String,
    },
    /// By the relay: certificate and key, PEM. The key is given once and not kept.
    #[default]
    Pem,
    /// By the relay: an install file (PKCS #12). The key is given once and not kept.
    Pkcs12 {
        /// It opens the install file: printable ASCII.
        install_password: Secret,
    },
}

/// `POST /v1/enrolment/certificates`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CertificateOrder {
    /// Who asks.
    #[serde(flatten)]
    pub login: Login,
    /// 証明書発行用パスワード.
    pub issuing_password: Secret,
    /// The slug of its kind; `kaigo-hoken` (介護保険証明書) if absent.
    pub kind: Option<String>,
    /// How it is handed over.
    #[serde(default)]
    pub delivery: Delivery,
}

/// `POST /v1/enrolment/certificates/{serial}/renew`, and `POST /v1/enrolment/drills/{slug}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CertificateRenewal {
    /// Who asks.
    #[serde(flatten)]
    pub login: Login,
    /// How the new certificate is handed over.
    #[serde(default)]
    pub delivery: Delivery,
}

/// `POST /v1/enrolment/certificates/{serial}/reissue`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CertificateReissue {
    /// Who asks.
    #[serde(flatten)]
    pub login: Login,
    /// 証明書発行用パスワード.
    pub issuing_password: Secret,
    /// How the new certificate is handed over.
    #[serde(default)]
    pub delivery: Delivery,
}

/// Why a certificate is revoked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum RevocationReason {
    /// The key, or the machine that held it, was lost.
    Lost,
    /// Another certificate takes its place.
    Replaced,
    /// The office no longer needs it.
    Closed,
    /// For a drill.
    Drill,
    /// Not said.
    #[default]
    Unspecified,
}

impl RevocationReason {
    /// The word in JSON and in the store.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Lost => "lost",
            Self::Replaced => "replaced",
            Self::Closed => "closed",
            Self::Drill => "drill",
            Self::Unspecified => "unspecified",
        }
    }
}

/// `POST /v1/enrolment/certificates/{serial}/revoke`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CertificateRevocation {
    /// Who asks.
    #[serde(flatten)]
    pub login: Login,
    /// Why.
    #[serde(default)]
    pub reason: RevocationReason,
}

/// Where a certificate stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CertificateState {
    /// It can be used.
    Valid,
    /// Its time has not come.
    NotYetValid,
    /// Its time is over.
    Expired,
    /// It was revoked.
    Revoked,
}

/// A certificate on record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CertificateEntry {
    /// Hexadecimal in lower case.
    pub serial: String,
    /// 事業所番号.
    pub office: String,
    /// The slug of its kind.
    pub kind: String,
    /// The Japanese name of its kind.
    pub kind_ja: String,
    /// The English name of its kind.
    pub kind_en: String,
    /// Where it stands.
    pub state: CertificateState,
    /// RFC 3339 in Japanese time.
    pub not_before: String,
    /// RFC 3339 in Japanese time.
    pub not_after: String,
    /// Whole days until its end: 0 on the last day, negative thereafter.
    pub days_left: i64,
    /// Whether it is time to renew it: 90 days are left, or fewer.
    pub renewal_due: bool,
    /// RFC 3339 in Japanese time; absent if it is not revoked.
    pub revoked_at: Option<String>,
    /// Why it was revoked.
    pub reason: Option<String>,
    /// The slug of the drill that it is for.
    pub drill: Option<String>,
}

/// The certificates of an office, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CertificateList {
    /// At most 200.
    pub items: Vec<CertificateEntry>,
}

/// A certificate that was issued just now. What is secret in it is not given again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct IssuedCertificate {
    /// As it stands on record.
    #[serde(flatten)]
    pub entry: CertificateEntry,
    /// The certificate of the CA, PEM.
    pub ca_pem: String,
    /// The certificate, PEM.
    pub certificate_pem: String,
    /// Its key (PKCS #8, PEM); with the delivery `pem`.
    pub private_key_pem: Option<Secret>,
    /// The install file in Base64; with the delivery `pkcs12`.
    pub pkcs12_base64: Option<Secret>,
}

/// One drill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DrillEntry {
    /// Its slug.
    pub slug: String,
    /// What is wrong with the certificate, Japanese.
    pub ja: String,
    /// What is wrong with the certificate, English.
    pub en: String,
    /// The code of the refusal that a send with it meets.
    pub refusal: String,
    /// Whether an office can ask for it; otherwise whoever runs the environment holds it.
    pub by_office: bool,
}

/// `GET /v1/enrolment/drills`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DrillList {
    /// All of them.
    pub items: Vec<DrillEntry>,
}

/// What a drill gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DrillAnswer {
    /// The drill.
    pub drill: DrillEntry,
    /// The certificate; absent where the drill is to have none.
    pub certificate_pem: Option<String>,
    /// Its key (PKCS #8, PEM); with the delivery `pem`.
    pub private_key_pem: Option<Secret>,
    /// The install file in Base64; with the delivery `pkcs12`.
    pub pkcs12_base64: Option<Secret>,
}

/// Something that the office is told when it logs in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Notice {
    /// `certificate-renewal`, `password-expiry` or `licence`.
    pub code: String,
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}

/// `POST /v1/session`: a login, whose token is sent as `Authorization: Bearer …` from then on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SessionBegun {
    /// The token. The relay keeps its SHA-256 only.
    pub token: Secret,
    /// Until when it counts, RFC 3339 in Japanese time.
    pub expires_at: String,
    /// 事業所番号.
    pub office: String,
    /// The terminal, for which alone the token counts; absent if it gave no name.
    pub terminal: Option<String>,
    /// Whole days until the end of the certificate of this connection.
    pub certificate_days_left: i64,
    /// The licence of the office.
    pub licence: LicenceView,
    /// What the office is told.
    pub notices: Vec<Notice>,
}
