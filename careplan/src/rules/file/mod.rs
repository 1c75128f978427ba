//! Rules about a file as a whole.

pub mod empty;
pub mod findings_capped;
pub mod month;
pub mod picture;
pub mod record_limit;
pub mod version;
pub mod version_mixed;
pub mod version_withdrawn;
