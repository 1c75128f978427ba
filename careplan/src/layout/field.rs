//! One field of a layout and the words its row uses.

use super::CodeTable;

/// One row of the layout.
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    /// The No. of the annex, from 1.
    pub no: u16,
    /// The identifier of the typed record.
    pub ident: &'static str,
    /// The Japanese name (項目名).
    pub name: &'static str,
    /// The name in JSON: `name`, unless the same name stands twice in the kind.
    pub key: &'static str,
    /// 項目長.
    pub max_len: MaxLen,
    /// 必須.
    pub required: Required,
    /// 書式.
    pub format: Format,
    /// The codes a `Format::Code` field may hold.
    pub codes: Option<&'static CodeTable>,
    /// How sure the transcription is.
    pub confidence: Confidence,
}

/// 項目長.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MaxLen {
    /// At most so many characters (whether 項目長 counts characters or bytes is open: U-5).
    Chars(u16),
    /// No limit is given (free text).
    Free,
    /// The source is not readable here.
    Unknown,
}

/// 必須.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Required {
    /// 必須.
    Yes,
    /// 必要 only (委託の有無).
    Needed,
    /// Optional.
    No,
    /// The source cannot settle it.
    Unknown,
}

/// How sure the transcription of a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// Read directly from the source.
    High,
    /// One of its cells was inferred.
    Medium,
    /// A cell is unsettled: information at most.
    Low,
}

/// 書式: what the characters of a field must look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// `YYYYMM` of the CSVバージョン.
    Version,
    /// `YYYYMM`.
    Month,
    /// `YYYYMM`, or `000000` where the 補足情報 belongs to a plan (R61).
    MonthOrZero,
    /// `YYYYMMDD`.
    Date,
    /// `YYYYMMDD` of a birth: personal.
    BirthDate,
    /// `YYYYMMDD`, or `00000000` where the 補足情報 belongs to a use table (R61).
    DateOrZero,
    /// `HHMM`, or `9999` where the service shows no time (R113).
    Time,
    /// `HHMM` of the weekly plan.
    WeekTime,
    /// An integer, perhaps negative.
    Integer,
    /// `99.99`.
    Decimal,
    /// One of a table of codes.
    Code,
    /// 被保険者番号: ten digits, or `H` and nine.
    InsuredNo,
    /// 保険者番号: six digits.
    InsurerNo,
    /// 事業所番号: ten characters.
    OfficeNo,
    /// 事業所番号, or `9999999999` on the row of the grand total (R122).
    OfficeNoOrTotal,
    /// サービスコード: six characters.
    ServiceCode,
    /// サービスコード, or one of the codes of subtotal and total rows (R122, R123).
    ServiceCodeOrTotal,
    /// サービス種類コード: two characters.
    ServiceType,
    /// `XXX-XXXX` (R108).
    Postal,
    /// A telephone number; only its length is given.
    Phone,
    /// TAISコード or 福祉用具届出コード.
    Tais,
    /// 31 digits of 0 and 1 (R114).
    MonthBits,
    /// サテライト枝番.
    Branch,
    /// `9999999999`, always (R128).
    FixedNines,
    /// フリーテキスト: always in quotes (R17).
    Text,
    /// A file name of a family picture (R42); フリーテキスト.
    ImageName,
    /// No format is given.
    Other,
    /// 識別子: not used (R132).
    Unused,
}

impl Format {
    /// The word that the copied table `layout.tsv` uses.
    #[must_use]
    pub const fn spec_name(self) -> &'static str {
        match self {
            Self::Version | Self::Month | Self::MonthOrZero => "YYYYMM",
            Self::Date | Self::BirthDate | Self::DateOrZero => "YYYYMMDD",
            Self::Time | Self::WeekTime => "HHMM",
            Self::Integer => "integer",
            Self::Decimal => "decimal99.99",
            Self::Code => "code",
            Self::InsuredNo => "insured_no",
            Self::InsurerNo => "insurer_no",
            Self::OfficeNo | Self::OfficeNoOrTotal => "office_no",
            Self::ServiceCode | Self::ServiceCodeOrTotal => "service_code",
            Self::ServiceType => "service_type",
            Self::Postal => "postal",
            Self::Phone => "phone",
            Self::Tais => "tais",
            Self::MonthBits => "monthbits31",
            Self::Branch | Self::FixedNines => "digits",
            Self::Text => "freetext",
            Self::ImageName => "filename",
            Self::Other => "other",
            Self::Unused => "unused",
        }
    }

    /// Whether the standard asks for quotes around it (R17).
    #[must_use]
    pub const fn is_free_text(self) -> bool {
        matches!(self, Self::Text | Self::ImageName)
    }

    /// Whether a person could be known from a value of this format.
    #[must_use]
    pub const fn is_private(self) -> bool {
        matches!(
            self,
            Self::Text | Self::ImageName | Self::BirthDate | Self::InsuredNo | Self::Postal | Self::Phone | Self::Other
        )
    }
}
