//! Rules about a file as a whole.

pub mod empty;
pub mod findings_capped;
pub mod goal_order;
pub mod month;
pub mod picture;
pub mod price_mixed;
pub mod rate_mixed;
pub mod record_limit;
pub mod same_record;
pub mod same_record_limit;
pub mod subtotal_missing;
pub mod subtotal_sum;
pub mod sums_skipped;
pub mod support_order;
pub mod total_row;
pub mod total_sum;
pub mod version;
pub mod version_early;
pub mod version_mixed;
pub mod version_withdrawn;
