//! From the rows of a kind to its typed record; the rows themselves lie in `layout`.

macro_rules! record {
    (
        $(#[$doc:meta])*
        $kind:ident $record:ident
        $($no:literal $ident:ident $name:literal $len:tt $required:tt $format:ident $(($what:ident))?
            $confidence:ident $(key $key:literal)?;)*
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $record {
            $(
                #[doc = concat!("No.", stringify!($no), " ", $name, ".")]
                pub $ident: $crate::record::macros::slot!($required $format $($what)?),
            )*
        }

        impl $crate::record::Record for $record {
            const KIND: $crate::layout::Kind = $crate::layout::Kind::$kind;

            fn from_texts(fields: &[&str]) -> Result<Self, Vec<$crate::record::FieldProblem>> {
                let mut reader = $crate::record::reader::Reader::new(Self::KIND, fields);
                $(let $ident = reader.next();)*
                if reader.is_clean()
                    && let ($(Some($ident),)*) = ($($ident,)*)
                {
                    return Ok(Self { $($ident),* });
                }
                Err(reader.into_problems())
            }

            fn to_texts(&self) -> Vec<String> {
                vec![$($crate::record::slot::Slot::write(&self.$ident)),*]
            }
        }

        $crate::record::macros::record_in_json!($record);
    };
}

/// The type of a member: free text is itself when empty, other values may be missing unless 必須.
macro_rules! slot {
    ($required:tt Text) => { $crate::value::FreeText };
    (Y $($format:ident)+) => { $crate::record::macros::value!($($format)+) };
    ($required:tt $($format:ident)+) => { Option<$crate::record::macros::value!($($format)+)> };
}

/// The value type of a format.
macro_rules! value {
    (Version) => {
        $crate::value::CsvVersion
    };
    (Month) => {
        $crate::value::YearMonth
    };
    (MonthOrZero) => {
        $crate::value::MonthOrZero
    };
    (Date) => {
        $crate::value::Date
    };
    (BirthDate) => {
        $crate::value::Date
    };
    (DateOrZero) => {
        $crate::value::DateOrZero
    };
    (Time) => {
        $crate::value::ServiceTime
    };
    (WeekTime) => {
        $crate::value::WeekTime
    };
    (Integer $unit:ident) => {
        $crate::value::$unit
    };
    (Decimal) => {
        $crate::value::UnitPrice
    };
    (Code $table:ident) => {
        $crate::layout::codes::$table
    };
    (InsuredNo) => {
        $crate::value::InsuredNo
    };
    (InsurerNo) => {
        $crate::value::InsurerNo
    };
    (OfficeNo) => {
        $crate::value::OfficeNo
    };
    (OfficeNoOrTotal) => {
        $crate::value::OfficeNoOrTotal
    };
    (ServiceCode) => {
        $crate::value::ServiceCode
    };
    (ServiceCodeOrTotal) => {
        $crate::value::ServiceCodeOrTotal
    };
    (ServiceType) => {
        $crate::value::ServiceType
    };
    (Postal) => {
        $crate::value::PostalCode
    };
    (Phone) => {
        $crate::value::Phone
    };
    (Tais) => {
        $crate::value::TaisCode
    };
    (MonthBits) => {
        $crate::value::ProrataDays
    };
    (Branch) => {
        $crate::value::BranchNo
    };
    (FixedNines) => {
        $crate::value::FixedNines
    };
    (ImageName) => {
        $crate::value::ImageFileName
    };
    (Other) => {
        $crate::value::Verbatim
    };
    (Unused) => {
        $crate::value::Verbatim
    };
}

/// Joins a record to serde by way of its texts, so that JSON is judged as a file is.
macro_rules! record_in_json {
    ($record:ident) => {
        impl serde::Serialize for $record {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::record::json::serialize(self, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $record {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::record::json::deserialize(deserializer)
            }
        }
    };
}

pub(super) use {record, record_in_json, slot, value};
