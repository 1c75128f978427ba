//! The kinds of faults, one row each.

use careplan::text::Text;
use serde::Serialize;

use super::endpoints::{Endpoint, Shape};

/// A kind of fault.
#[derive(Debug)]
pub struct FaultKind {
    /// A slug that never changes.
    pub slug: &'static str,
    /// Which calls it can befall.
    pub scope: Scope,
    /// What happens.
    pub what: Text,
    /// What can be set, with the value that is taken otherwise.
    pub parameters: &'static [Parameter],
    pub(super) effect: Effect,
}

/// A number that a rule of this kind can give.
#[derive(Debug)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// What it says.
    pub what: Text,
    /// The least that is taken.
    pub least: i64,
    /// The most that is taken.
    pub most: i64,
    /// What is taken where nothing is given.
    pub default: i64,
}

/// Which calls a fault can befall.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// All.
    Any,
    /// Those that bring something.
    Write,
    /// Those that ask for a list.
    List,
}

impl Scope {
    /// Whether a call to the endpoint can be befallen.
    #[must_use]
    pub fn covers(self, endpoint: &Endpoint) -> bool {
        match self {
            Self::Any => true,
            Self::Write => endpoint.shape == Shape::Write,
            Self::List => endpoint.shape == Shape::List,
        }
    }
}

/// What is done; what each does stands in `act`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    Latency,
    Bandwidth,
    CutUpload,
    CutDownload,
    Reset,
    Unavailable,
    Maintenance,
    Duplicate,
    Reorder,
    LostAnswer,
    ExpiringCertificate,
    ClockSkew,
    LockOut,
}

impl Effect {
    /// Whether the call comes to nothing: no further rule is asked then.
    pub(super) const fn ends_the_call(self) -> bool {
        matches!(self, Self::CutUpload | Self::Reset | Self::Unavailable | Self::Maintenance | Self::LockOut)
    }

    /// Whether waiting is the way to a good answer, not trying again.
    pub(super) const fn is_waited_for(self) -> bool {
        matches!(self, Self::Maintenance)
    }
}

impl FaultKind {
    /// The kind with this slug.
    #[must_use]
    pub fn of_slug(slug: &str) -> Option<&'static Self> {
        FAULTS.iter().find(|kind| kind.slug == slug)
    }
}

macro_rules! faults {
    ($($slug:literal $effect:ident $scope:ident $ja:literal $en:literal
        [$($name:literal ($least:literal..=$most:literal) $default:literal $what_ja:literal $what_en:literal),*];)*) => {
        /// All kinds.
        pub static FAULTS: &[FaultKind] = &[$(FaultKind {
            slug: $slug,
            scope: Scope::$scope,
            what: Text::new($ja, $en),
            parameters: &[$(Parameter {
                name: $name,
                what: Text::new($what_ja, $what_en),
                least: $least,
                most: $most,
                default: $default,
            }),*],
            effect: Effect::$effect,
        }),*];
    };
}

faults! {
    "latency" Latency Any
        "返事が遅れます。" "The answer comes late."
        ["milliseconds" (1..=60000) 1000 "遅れる時間（ミリ秒、実際の時間）" "how late, in milliseconds of real time"];
    "bandwidth" Bandwidth Any
        "送るのも受け取るのも遅くなります。" "What is sent and received travels slowly."
        ["bytes_per_second" (256..=1000000000) 16384 "1秒に通るバイト数" "bytes that pass in a second"];
    "cut-upload" CutUpload Write
        "送っている途中で接続が切れます。何も保存されません。" "The connection breaks while something is being sent; nothing is stored."
        ["bytes" (0..=1000000000) 1024 "切れるまでに読むバイト数" "bytes that are read before it breaks"];
    "cut-download" CutDownload Any
        "返事を受け取っている途中で接続が切れます。" "The connection breaks while the answer is being received."
        ["percent" (0..=99) 50 "切れるまでに渡す割合（％）" "how much of the answer is given before it breaks, in percent"];
    "reset" Reset Any
        "返事がないまま、接続がリセットされます。何も行われません。" "The connection is reset without an answer; nothing is done."
        [];
    "unavailable" Unavailable Any
        "混み合っているとして 503 で断ります。" "The call is refused with 503, as if the relay were overloaded."
        ["retry_after" (1..=3600) 1 "Retry-After の秒数" "seconds in Retry-After"];
    "maintenance" Maintenance Any
        "模擬時計でその時間帯のあいだ、503 で断ります。Retry-After は終わりまでの秒数です。"
        "During a window of the simulated clock every call is refused with 503; Retry-After tells the seconds until its end."
        ["starts_in" (0..=31536000) 0 "規則を作ってから始まるまでの秒数（模擬時計）" "seconds from the making of the rule to the start, by the simulated clock",
         "seconds" (1..=86400) 600 "続く秒数（模擬時計）" "how many seconds it lasts, by the simulated clock"];
    "duplicate" Duplicate List
        "一覧の先頭の1件が2回届きます（ID は同じです）。" "The first item of the list is delivered twice, under the same id."
        [];
    "reorder" Reorder List
        "一覧の順番が入れ替わります。件数は変わりません。" "The list comes in another order; nothing is missing from it."
        [];
    "lost-answer" LostAnswer Any
        "処理を終えて保存したあと、返事をせずに接続が切れます。" "Everything is done and stored, then the connection breaks without an answer."
        [];
    "expiring-certificate" ExpiringCertificate Any
        "電子証明書の残りの日数が、わずかになったものとして知らせます。" "The certificate is said to have few days left."
        ["days" (0..=89) 7 "残りの日数" "days left"];
    "clock-skew" ClockSkew Any
        "返事の Date と日時（…_at）がずれます。" "The Date and the stamps (…_at) of the answer are off."
        ["seconds" (-86400..=86400) 300 "ずれる秒数" "how many seconds off"];
    "lock-out" LockOut Any
        "アカウントがロックされているものとして 403 で断ります。" "The call is refused with 403, as if the account were locked."
        [];
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_fault_is_said_once_in_both_languages_with_defaults_that_it_takes() {
        let mut seen = HashSet::new();
        for kind in FAULTS {
            assert!(seen.insert(kind.slug), "{}", kind.slug);
            assert!(kind.slug.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", kind.slug);
            assert!(kind.what.ja.ends_with('。') && kind.what.en.ends_with('.'), "{}", kind.slug);
            for parameter in kind.parameters {
                assert!((parameter.least..=parameter.most).contains(&parameter.default), "{}", parameter.name);
                assert!(!parameter.what.ja.is_empty() && !parameter.what.en.is_empty(), "{}", parameter.name);
            }
            assert!(std::ptr::eq(FaultKind::of_slug(kind.slug).unwrap(), kind));
        }
        assert!(FaultKind::of_slug("nothing").is_none());
    }
}
