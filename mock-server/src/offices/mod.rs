//! Offices (事業所): numbers, registered services, the part an office plays, and its certificate.

mod identity;
pub mod kind;
mod role;
mod terminal;
mod user;

pub use identity::{Credential, Identity, OfficeNo};
pub use kind::CertificateKind;
pub(crate) use role::{Role, roles_of};
pub(crate) use terminal::terminal;
pub use user::{USERS, UserKind, users_of};

/// A registered office. Names and places are invented: this is a training environment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// 事業所番号.
    pub number: OfficeNo,
    /// 事業所名.
    pub name: String,
    /// 都道府県; empty if not given.
    pub prefecture: String,
    /// 市町村; empty if not given.
    pub municipality: String,
    /// サービス種類コード that are registered under the number, two characters each, those of its
    /// sites included. What part the office plays follows from them (43, 46
    /// and AF plan, all others are services).
    pub services: Vec<String>,
    /// サテライト and other sites under the same number. They have no mailbox of their own.
    pub sites: Vec<Site>,
}

/// A site of an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// サテライト枝番, two characters.
    pub branch: String,
    /// Its name.
    pub name: String,
    /// サービス種類コード.
    pub services: Vec<String>,
}

impl Office {
    /// A registered office.
    #[must_use]
    pub fn new(number: OfficeNo, name: impl Into<String>, services: &[&str]) -> Self {
        Self {
            number,
            name: name.into(),
            prefecture: String::new(),
            municipality: String::new(),
            services: services.iter().map(|&code| code.to_owned()).collect(),
            sites: Vec::new(),
        }
    }

    /// The same in this 都道府県 and 市町村.
    #[must_use]
    pub fn at(mut self, prefecture: impl Into<String>, municipality: impl Into<String>) -> Self {
        (self.prefecture, self.municipality) = (prefecture.into(), municipality.into());
        self
    }

    /// The same with one site more, under a branch number of two characters. What the site offers
    /// is registered under the number.
    #[must_use]
    pub fn with_site(mut self, branch: impl Into<String>, name: impl Into<String>, services: &[&str]) -> Self {
        let services: Vec<_> = services.iter().map(|&code| code.to_owned()).collect();
        for code in &services {
            if !self.offers(code) {
                self.services.push(code.clone());
            }
        }
        self.sites.push(Site { branch: branch.into(), name: name.into(), services });
        self
    }

    /// Whether the service type is registered under the number.
    #[must_use]
    pub fn offers(&self, service: &str) -> bool {
        self.services.iter().any(|code| code == service)
    }
}
