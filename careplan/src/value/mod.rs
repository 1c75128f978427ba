//! Values of fields, one type per format: read from the bytes of a field, written back the way
//! the standard writes them, and the same string in JSON. None of them takes full-width digits.

mod check_digit;
mod date;
mod id;
mod integer;
pub(crate) mod macros;
mod price;
mod prorata;
mod service_code;
mod service_type;
mod text;
mod time;

pub use check_digit::check_digit;
pub use date::{CsvVersion, Date, DateOrZero, MonthOrZero, YearMonth, days_in_month};
pub use id::{BranchNo, FixedNines, InsuredNo, InsurerNo, OfficeNo, OfficeNoOrTotal, PostalCode, TaisCode};
pub use integer::{Count, Days, Rate, SequenceNo, Units, UnitsOrYen, Yen};
pub use price::UnitPrice;
pub use prorata::ProrataDays;
pub use service_code::{ServiceCode, ServiceCodeOrTotal, Subtotal};
pub use service_type::{Benefit, SERVICE_TYPES, Scope, ServiceType, ServiceTypeName, scope};
pub use text::{FreeText, ImageFileName, Phone, Verbatim};
pub use time::{ClockTime, ServiceTime, WeekTime};

/// A text that is no value of a type; the name of the type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no value of {0}")]
pub struct NotAValue(pub &'static str);

/// What the content of one field may be read as.
pub trait FieldValue: Sized + std::fmt::Display {
    /// Reads the content of a field, unquoted: UTF-8 for texts, and for all other types the same
    /// bytes as in the file. `None` where it is not a value of the type; only texts may be empty.
    fn parse(bytes: &[u8]) -> Option<Self>;
}

/// Reads ASCII digits alone, at least one of them; `None` too where `u32` cannot hold them.
fn digits(bytes: &[u8]) -> Option<u32> {
    if bytes.is_empty() {
        return None;
    }
    bytes.iter().try_fold(0_u32, |sum, byte| {
        let digit = byte.is_ascii_digit().then(|| u32::from(byte - b'0'))?;
        sum.checked_mul(10)?.checked_add(digit)
    })
}
