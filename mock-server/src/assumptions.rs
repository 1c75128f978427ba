//! What this mock does where no public source says what the real exchange does. One row each;
//! `/v1/about` and the first page show them.

use careplan::text::Text;

/// One assumption.
#[derive(Debug)]
pub struct Assumption {
    /// A slug that never changes.
    pub id: &'static str,
    /// What this mock does.
    pub what: Text,
    /// What is known: the clause of the project's notes on the exchange (relay.md).
    pub known: &'static str,
}

macro_rules! assumptions {
    ($($id:literal $ja:literal $en:literal $known:literal;)*) => {
        /// All of them.
        pub static ASSUMPTIONS: &[Assumption] =
            &[$(Assumption { id: $id, what: Text::new($ja, $en), known: $known }),*];
    };
}

assumptions! {
    "protocol"
        "通信の手順とアドレスは独自のものです。本物の手順は公開されていません。"
        "The wire protocol and its addresses are our own; the real ones are not public."
        "relay.md 7";
    "tls"
        "TLS 1.2 と 1.3 を受け付けます。"
        "TLS 1.2 and 1.3 are accepted."
        "relay.md 35: not public for the exchange itself";
    "message-only"
        "ファイルのない、メッセージだけの送信もできます。"
        "A message without files can be sent."
        "relay.md 4: suggested by field practice, not confirmed";
    "limits"
        "大きさ・数・文字数・時間の上限は、仮の値です。"
        "Limits of size, number, length and time are values of our own."
        "relay.md 15: not public";
    "attachment-check"
        "添付の種類は拡張子で見分けます（大文字・小文字は区別しません）。ZIP と OLE の先頭バイトを持つファイルは名前に関わらず断ります。"
        "The kind of an attachment is judged by its extension, in any case; files that begin like ZIP or OLE are refused under any name."
        "relay.md 14: whether extension or content is checked is not public";
    "records-unread"
        "CSV の中身は調べません。名前と組み合わせだけを調べます。"
        "The records inside CSV files are not read; names and sets are."
        "relay.md 24: whether the exchange parses records is not public";
    "service-type-in-name"
        "サービス種類コードは、ファイル名のものを事業所の登録と比べます。"
        "Service types are compared between file name and registration."
        "relay.md 24: where the code is checked is not public";
    "direction"
        "送信元と送信先の種類によって、送れるファイルの種類を確かめます。標準仕様の表で空欄の組み合わせは断りません。"
        "Whether a kind of file may go from this office to that one is checked; what the tables of the standard leave blank is not refused."
        "R70–R90: that the exchange checks it is not public";
    "same-number"
        "送信元と送信先の事業所番号が同じ送信は、いつも断ります。"
        "Sender and receiver with the same number are always refused."
        "relay.md 38: may fail";
    "same-set-again"
        "同じ連番の組をもう一度送ると、新しい1通として受け付けます。"
        "A set that is sent again is accepted as a new message."
        "relay.md 54: resending is how corrections are made; duplicates are not described";
    "receive"
        "受信しても消えません。何度でも取り出せます。"
        "Receiving does not remove anything; files can be fetched again."
        "relay.md 6: the Windows client pulls items to one terminal";
    "retention"
        "保存期間の上限はありません。"
        "Messages are kept without limit."
        "relay.md 15: not public";
    "unseen"
        "送信者と受信者のほかには、その1通があることも知らせません。"
        "Offices other than sender and receiver are not told that a message exists."
        "not described anywhere";
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_assumption_is_said_in_both_languages_and_once() {
        let mut seen = HashSet::new();
        for row in ASSUMPTIONS {
            assert!(seen.insert(row.id), "{}", row.id);
            assert!(row.what.ja.ends_with('。') && row.what.en.ends_with('.') && !row.known.is_empty(), "{}", row.id);
        }
    }
}
