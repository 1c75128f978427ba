//! What all value types share, so that each file says only what is its own.

/// Joins types with an inherent `parse` and a `Display` to [`FieldValue`](super::FieldValue) and
/// to serde, where they are the same string as in a file.
macro_rules! field_value {
    ($($value:ty),* $(,)?) => {$(
        impl $crate::value::FieldValue for $value {
            fn parse(bytes: &[u8]) -> Option<Self> {
                Self::parse(bytes)
            }
        }

        impl std::str::FromStr for $value {
            type Err = $crate::value::NotAValue;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text.as_bytes()).ok_or($crate::value::NotAValue(stringify!($value)))
            }
        }

        impl serde::Serialize for $value {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $value {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

/// A value of a fixed number of ASCII characters, kept as it is.
macro_rules! ascii_value {
    ($($(#[$doc:meta])* $value:ident [$length:literal] $accepts:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $value([u8; $length]);

        impl $value {
            /// Reads the bytes of a field.
            #[must_use]
            pub fn parse(bytes: &[u8]) -> Option<Self> {
                let accepts: fn(&[u8; $length]) -> bool = $accepts;
                <[u8; $length]>::try_from(bytes).ok().filter(accepts).map(Self)
            }

            /// The characters, as files hold them.
            #[must_use]
            pub fn as_str(&self) -> &str {
                // Never empty: every predicate accepts ASCII alone.
                std::str::from_utf8(&self.0).unwrap_or_default()
            }
        }

        impl std::fmt::Display for $value {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        $crate::value::macros::field_value!($value);
    )*};
}

pub(crate) use {ascii_value, field_value};
