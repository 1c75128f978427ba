//! Offices (事業所): numbers, registered services, the part an office plays, and its certificate.

mod identity;
pub mod kind;
mod role;

pub use identity::{Credential, Identity, OfficeNo};
pub use kind::CertificateKind;
pub(crate) use role::{Role, roles_of};

/// A registered office. Names are invented: this is a training environment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// 事業所番号.
    pub number: OfficeNo,
    /// 事業所名.
    pub name: String,
    /// サービス種類コード that are registered under the number, two characters each. What part
    /// the office plays follows from them (43, 46
    /// and AF plan, all others are services).
    pub services: Vec<String>,
}

impl Office {
    /// A registered office.
    #[must_use]
    pub fn new(number: OfficeNo, name: impl Into<String>, services: &[&str]) -> Self {
        Self { number, name: name.into(), services: services.iter().map(|&code| code.to_owned()).collect() }
    }

    /// Whether the service type is registered under the number.
    #[must_use]
    pub fn offers(&self, service: &str) -> bool {
        self.services.iter().any(|code| code == service)
    }
}
