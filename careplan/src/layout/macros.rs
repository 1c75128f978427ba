//! From the rows of a kind to its [`Layout`](super::Layout).
//!
//! Each kind's file holds its rows in a macro `rows!` that hands them to whatever is to be
//! made of them: `rows!(layout)` makes the table here, `record` makes the typed record. A row:
//!
//! ```text
//! No. ident "項目名" 項目長 必須 Format(what) Confidence [key "JSON key"];
//! ```
//!
//! 項目長 is a number, `-` (free text) or `?` (not readable); 必須 is `Y`, `W` (必要 only), `N`
//! or `?` (unsettled). `what` is the code table of `Code` and the value type of `Integer`.

macro_rules! layout {
    (
        $(#[$doc:meta])*
        $kind:ident $record:ident
        $($no:literal $ident:ident $name:literal $len:tt $required:tt $format:ident $(($what:ident))?
            $confidence:ident $(key $key:literal)?;)*
    ) => {
        $crate::layout::Layout {
            kind: $crate::layout::Kind::$kind,
            fields: &[$($crate::layout::Field {
                no: $no,
                ident: stringify!($ident),
                name: $name,
                key: $crate::layout::macros::key!($name $($key)?),
                max_len: $crate::layout::macros::max_len!($len),
                required: $crate::layout::macros::required!($required),
                format: $crate::layout::Format::$format,
                codes: $crate::layout::macros::codes!($format $($what)?),
                confidence: $crate::layout::Confidence::$confidence,
            }),*],
        }
    };
}

macro_rules! key {
    ($name:literal) => {
        $name
    };
    ($name:literal $key:literal) => {
        $key
    };
}

macro_rules! max_len {
    (-) => {
        $crate::layout::MaxLen::Free
    };
    (?) => {
        $crate::layout::MaxLen::Unknown
    };
    ($chars:literal) => {
        $crate::layout::MaxLen::Chars($chars)
    };
}

macro_rules! required {
    (Y) => {
        $crate::layout::Required::Yes
    };
    (W) => {
        $crate::layout::Required::Needed
    };
    (N) => {
        $crate::layout::Required::No
    };
    (?) => {
        $crate::layout::Required::Unknown
    };
}

macro_rules! codes {
    (Code $table:ident) => {
        Some($crate::layout::codes::$table::table())
    };
    ($format:ident $($what:ident)?) => {
        None
    };
}

pub(super) use {codes, key, layout, max_len, required};
