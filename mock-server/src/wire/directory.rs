//! Offices and licences as JSON.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a licence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum LicenceState {
    /// There is none.
    None,
    /// It was applied for, and is not valid yet.
    Applied,
    /// It is valid.
    Active,
    /// It was valid.
    Lapsed,
}

/// The licence of an office. Times are RFC 3339 in Japanese time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LicenceView {
    /// 事業所番号.
    pub office: String,
    /// Where it stands.
    pub state: LicenceState,
    /// When it was applied for.
    pub applied_at: Option<String>,
    /// From when on it is valid.
    pub from: Option<String>,
    /// The first moment after the present term, or after the last.
    pub until: Option<String>,
    /// Whether each term is followed by the next.
    pub automatic_renewal: bool,
    /// What it costs, Japanese.
    pub fee_ja: String,
    /// What it costs, English.
    pub fee_en: String,
}

/// `PUT /v1/licence/renewal`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RenewalChoice {
    /// Whether each term is to be followed by the next.
    pub automatic: bool,
}

/// A service type that is registered under a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ServiceEntry {
    /// サービス種類コード.
    pub code: String,
    /// Its name in the standard; absent if it is not listed there.
    pub name: Option<String>,
}

/// One kind of user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UserEntry {
    /// Its slug.
    pub slug: String,
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}

/// A site of an office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SiteEntry {
    /// サテライト枝番.
    pub branch: String,
    /// Its name.
    pub name: String,
    /// What it offers.
    pub services: Vec<ServiceEntry>,
}

/// An office of the directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DirectoryEntry {
    /// 事業所番号.
    pub number: String,
    /// 事業所名.
    pub name: String,
    /// 都道府県; empty if not given.
    pub prefecture: String,
    /// 市町村; empty if not given.
    pub municipality: String,
    /// What is offered under the number.
    pub services: Vec<ServiceEntry>,
    /// Its sites. They have no mailbox of their own.
    pub sites: Vec<SiteEntry>,
    /// What kinds of user of the exchange it is.
    pub users: Vec<UserEntry>,
    /// Whether messages can be sent to it now.
    pub addressable: bool,
}

/// `GET /v1/directory`: one page, by number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DirectoryPage {
    /// The offices.
    pub items: Vec<DirectoryEntry>,
    /// Give it as `after` to go on; absent at the end.
    pub next: Option<String>,
}
