//! The record types, and one type that holds any of them.

use std::fmt;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::macros::record;
use super::{FieldProblem, Record};
use crate::layout::Kind;

macro_rules! records {
    ($($module:ident $kind:ident $record:ident;)*) => {
        $(crate::layout::$module::rows!(record);)*

        /// A record of any kind. In JSON a map of one entry: the code of the kind and the record,
        /// `{"UPPLAN": {"CSVバージョン": "202407", …}}`.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum AnyRecord {
            $(#[doc = concat!("[`", stringify!($record), "`].")] $kind(Box<$record>),)*
        }

        impl AnyRecord {
            /// Makes a record of a kind; `None` for the family picture, which has no records.
            ///
            /// # Errors
            /// As [`Record::from_texts`].
            pub fn from_texts(kind: Kind, fields: &[&str]) -> Option<Result<Self, Vec<FieldProblem>>> {
                match kind {
                    $(Kind::$kind => Some($record::from_texts(fields).map(Self::from)),)*
                    Kind::UpkihonImage => None,
                }
            }

            /// The kind of the record.
            #[must_use]
            pub const fn kind(&self) -> Kind {
                match self { $(Self::$kind(_) => Kind::$kind,)* }
            }

            /// As [`Record::to_texts`].
            #[must_use]
            pub fn to_texts(&self) -> Vec<String> {
                match self { $(Self::$kind(record) => record.to_texts(),)* }
            }
        }

        $(impl From<$record> for AnyRecord {
            fn from(record: $record) -> Self {
                Self::$kind(Box::new(record))
            }
        })*

        impl Serialize for AnyRecord {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$kind(record) => serializer.collect_map([(self.kind(), record)]),)*
                }
            }
        }

        impl<'de> Visitor<'de> for OneEntry {
            type Value = AnyRecord;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map of one entry: the code of a kind and a record")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<AnyRecord, A::Error> {
                let kind = map.next_key()?.ok_or_else(|| A::Error::invalid_length(0, &self))?;
                let record = match kind {
                    $(Kind::$kind => map.next_value::<$record>()?.into(),)*
                    Kind::UpkihonImage => return Err(A::Error::custom("家族構成画像にレコードはありません")),
                };
                match map.next_key::<Kind>()? {
                    None => Ok(record),
                    Some(_) => Err(A::Error::invalid_length(2, &self)),
                }
            }
        }
    };
}

struct OneEntry;

impl<'de> Deserialize<'de> for AnyRecord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(OneEntry)
    }
}

records! {
    uphosoku Uphosoku UserSupplement;
    up1kyo Up1kyo CarePlanSheet1;
    dlt1kyo Dlt1kyo CarePlanSheet1Deletion;
    up2kyo Up2kyo CarePlanSheet2;
    up3kyo Up3kyo CarePlanSheet3;
    upplan Upplan PlannedUse;
    upjsk Upjsk ActualUse;
    dltplan Dltplan PlannedUseDeletion;
    dltjsk Dltjsk ActualUseDeletion;
    upsikyu Upsikyu UseTable7;
    upkihon Upkihon BasicInformation;
    dltkihon Dltkihon BasicInformationDeletion;
    upkihon_sub1 UpkihonSub1 BasicInformationDay;
    upkihon_sub2 UpkihonSub2 BasicInformationIllness;
    upyobo Upyobo PreventivePlan;
    dltyobo Dltyobo PreventivePlanDeletion;
    upyobo_sub UpyoboSub PreventivePlanItem;
}
