//! What the journal knows: one row for each kind of event.

use careplan::text::Text;
use serde::{Deserialize, Serialize};

pub(crate) use crate::store::Event;

/// One kind of event.
#[derive(Debug)]
pub struct EventKind {
    /// A slug that never changes.
    pub id: &'static str,
    /// What happened.
    pub what: Text,
}

/// A row of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its place, from 1, without gaps.
    pub seq: i64,
    /// Milliseconds since 1970, by the simulated clock.
    pub at: i64,
    /// The id of its [`EventKind`].
    pub event: String,
    /// 事業所番号 of who did it, or whom it concerns.
    pub office: Option<String>,
    /// The id of what it is about.
    pub subject: Option<String>,
    /// The rest, as the text of a JSON object.
    pub detail: String,
    /// SHA-256 over this row and the hash before it, in hexadecimal.
    pub hash: String,
}

macro_rules! events {
    ($($name:ident $id:literal $ja:literal $en:literal;)*) => {
        $(
            #[doc = $en]
            pub static $name: EventKind = EventKind { id: $id, what: Text::new($ja, $en) };
        )*

        /// All kinds of events.
        pub static EVENTS: &[&EventKind] = &[$(&$name),*];
    };
}

events! {
    REFUSED "refused" "断りました。" "A request was refused.";
    REGISTERED "registered" "事業所を登録しました。" "An office was registered, or changed.";
    ACCEPTED "accepted" "送信を受け付けました。" "A message was accepted.";
    FETCHED "fetched" "ファイルを渡しました。" "A file was given out.";
    CLOCK "clock" "模擬時計を変えました。" "The simulated clock was changed.";
    // Control.
    RESET "reset" "初めの状態に戻しました。" "Everything was forgotten.";
    RESTORED "restored" "スナップショットの状態に戻しました。" "A snapshot was restored.";
    REMOVED "removed" "事業所を消しました。" "An office was removed.";
    // Faults.
    FAULT_RULE "fault-rule" "障害の規則を変えました。" "A rule of faults was made or removed.";
    FAULT "fault" "規則のとおりに障害を起こしました。" "A fault befell a call, as a rule asks.";
    // Enrolment, sessions, licences.
    ACCOUNT_OPENED "account-opened" "ユーザーIDと仮パスワードを出しました。" "An account was opened.";
    PASSWORD_RESET "password-reset" "仮パスワードを出しなおしました。" "A temporary password was given.";
    PASSWORD_CHANGED "password-changed" "パスワードを変更しました。" "A password was changed.";
    ISSUING_PASSWORD_RENEWED "issuing-password-renewed" "証明書発行用パスワードを再発行しました。" "A password for issuing certificates was issued again.";
    LOGIN_FAILED "login-failed" "ユーザーIDかパスワードが違いました。" "A login failed.";
    USER_LOCKED "user-locked" "続けて間違えたため、ログインを止めました。" "A user was locked.";
    USER_UNLOCKED "user-unlocked" "止めたログインを、また使えるようにしました。" "A user was unlocked.";
    SESSION_BEGUN "session-begun" "ログインしました。" "A session began.";
    SESSION_ENDED "session-ended" "ログアウトしました。" "A session ended.";
    CERTIFICATE_ISSUED "certificate-issued" "電子証明書を発行しました。" "A certificate was issued.";
    CERTIFICATE_WITHDRAWN "certificate-revoked" "電子証明書を失効させました。" "A certificate was revoked.";
    LICENCE_CHANGED "licence-changed" "ライセンスの状態を変えました。" "A licence was changed.";
    // Profiles.
    CLAIMED "claimed" "端末が受信一覧を開き、この1通を受け取りました。" "A terminal opened the received list and took the message.";
    OPENED "opened" "受信側が初めて内容を受け取りました。" "The receiver got something of the message for the first time.";
    RECALLED "recalled" "送信を取り消しました。" "A message was recalled.";
    PURGED "purged" "保存期間を過ぎた1通を消しました。" "A message was removed at the end of its retention.";
    DRAFTED "drafted" "下書きを保存しました。" "A draft was kept, or changed.";
    DRAFT_REMOVED "draft-removed" "下書きがなくなりました（送信・削除・期限）。" "A draft is gone: sent, removed or expired.";
}

impl EventKind {
    /// An event of this kind by an office.
    pub(crate) fn by(&'static self, office: &crate::OfficeNo) -> Event {
        Event { office: Some(office.to_string()), ..self.event() }
    }

    /// An event of this kind.
    pub(crate) fn event(&'static self) -> Event {
        Event { kind: self, office: None, subject: None, detail: serde_json::json!({}) }
    }
}

impl Event {
    /// About this.
    pub(crate) fn about(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    /// With these details: a JSON object without anything personal.
    pub(crate) fn with(mut self, detail: serde_json::Value) -> Self {
        self.detail = detail;
        self
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_kind_of_event_is_there_once_and_in_both_languages() {
        let mut seen = HashSet::new();
        for kind in EVENTS {
            assert!(seen.insert(kind.id), "{}", kind.id);
            assert!(kind.what.ja.ends_with('。') && kind.what.en.ends_with('.'), "{}", kind.id);
        }
    }
}
