//! Values that are taken word for word.

use std::fmt;

use super::id::short;
use super::macros::field_value;

macro_rules! words {
    ($($(#[$doc:meta])* $value:ident |$bytes:ident| $read:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $value(String);

        impl $value {
            /// Reads the content of a field.
            #[must_use]
            pub fn parse($bytes: &[u8]) -> Option<Self> {
                $read.map(Self)
            }

            /// The words.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $value {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        field_value!($value);
    )*};
}

words! {
    /// フリーテキスト: any characters, line ends among them; may be empty.
    FreeText |bytes| utf8(bytes);
    /// The file name of a family picture (R42); its form is a rule's business.
    ImageFileName |bytes| utf8(bytes).filter(|name| !name.is_empty());
    /// What stands where no format is given or nothing should stand (入力者コード, 識別子).
    Verbatim |bytes| utf8(bytes).filter(|text| !text.is_empty());
    /// A telephone or fax number. Only its length is given, so any half-width characters do.
    Phone |bytes| short(bytes, 15, |byte| byte.is_ascii_graphic() || *byte == b' ');
}

fn utf8(bytes: &[u8]) -> Option<String> {
    String::from_utf8(bytes.to_vec()).ok()
}
