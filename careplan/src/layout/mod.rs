//! The layout of every file kind: one file per kind, one row per field. It is the single
//! declaration from which reader, writer, typed records, checks and documents derive.

pub mod codes;
mod field;
mod kind;
mod macros;

pub(crate) mod dlt1kyo;
pub(crate) mod dltjsk;
pub(crate) mod dltkihon;
pub(crate) mod dltplan;
pub(crate) mod dltyobo;
pub(crate) mod up1kyo;
pub(crate) mod up2kyo;
pub(crate) mod up3kyo;
pub(crate) mod uphosoku;
pub(crate) mod upjsk;
pub(crate) mod upkihon;
pub(crate) mod upkihon_sub1;
pub(crate) mod upkihon_sub2;
pub(crate) mod upplan;
pub(crate) mod upsikyu;
pub(crate) mod upyobo;
pub(crate) mod upyobo_sub;

pub use codes::CodeTable;
pub use field::{Confidence, Field, Format, MaxLen, Required};
pub use kind::Kind;

use macros::layout;

/// The fields of one file kind, in order.
#[derive(Debug)]
pub struct Layout {
    /// The file kind.
    pub kind: Kind,
    /// No. 1 first; `fields[i].no == i + 1`.
    pub fields: &'static [Field],
}

impl Layout {
    /// The field of a No. of the annex, from 1.
    #[must_use]
    pub fn field(&self, no: u16) -> Option<&'static Field> {
        self.fields.get(usize::from(no).checked_sub(1)?)
    }
}

macro_rules! layouts {
    ($($kind:ident $module:ident;)*) => {
        impl Kind {
            /// The layout of its records; `None` for the family picture, which is no CSV.
            #[must_use]
            pub const fn layout(self) -> Option<&'static Layout> {
                match self {
                    $(Self::$kind => {
                        static LAYOUT: Layout = $module::rows!(layout);
                        Some(&LAYOUT)
                    })*
                    Self::UpkihonImage => None,
                }
            }
        }
    };
}

layouts! {
    Uphosoku uphosoku;
    Up1kyo up1kyo;
    Dlt1kyo dlt1kyo;
    Up2kyo up2kyo;
    Up3kyo up3kyo;
    Upplan upplan;
    Upjsk upjsk;
    Dltplan dltplan;
    Dltjsk dltjsk;
    Upsikyu upsikyu;
    Upkihon upkihon;
    Dltkihon dltkihon;
    UpkihonSub1 upkihon_sub1;
    UpkihonSub2 upkihon_sub2;
    Upyobo upyobo;
    Dltyobo dltyobo;
    UpyoboSub upyobo_sub;
}
