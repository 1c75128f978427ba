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
    /// What public sources say, and the number in the project's notes on the exchange
    /// (`docs/spec/relay.md`).
    pub known: Text,
}

macro_rules! assumptions {
    ($($id:literal $ja:literal $en:literal $known_ja:literal $known_en:literal;)*) => {
        /// All of them.
        pub static ASSUMPTIONS: &[Assumption] =
            &[$(Assumption { id: $id, what: Text::new($ja, $en), known: Text::new($known_ja, $known_en) }),*];
    };
}

assumptions! {
    "protocol"
        "通信の手順とアドレスは独自のものです。本物の手順は公開されていません。"
        "The wire protocol and its addresses are our own; the real ones are not public."
        "公開されていない（relay.md 7節）"
        "not public (relay.md, section 7)";
    "tls"
        "TLS 1.2 と 1.3 を受け付けます。"
        "TLS 1.2 and 1.3 are accepted."
        "証明書の発行は TLS 1.2 のみ。連携システム自体は公開されていない（relay.md 35）"
        "certificates are issued over TLS 1.2 only; for the exchange itself it is not public (relay.md 35)";
    "message-only"
        "ファイルのない、メッセージだけの送信もできます。"
        "A message without files can be sent."
        "現場の工夫から考えられるが、確認できない（relay.md 4）"
        "suggested by field practice, not confirmed (relay.md 4)";
    "limits"
        "大きさ・数・文字数・時間の上限は、仮の値です。"
        "Limits of size, number, length and time are values of our own."
        "公開されていない（relay.md 15）"
        "not public (relay.md 15)";
    "attachment-check"
        "添付の種類は拡張子で見分けます（大文字・小文字は区別しません）。ZIP と OLE の先頭バイトを持つファイルは名前に関わらず断ります。"
        "The kind of an attachment is judged by its extension, in any case; files that begin like ZIP or OLE are refused under any name."
        "Word・Excel・PowerPoint は送れない。見分け方は公開されていない（relay.md 14）"
        "Word, Excel and PowerPoint are refused; how they are told is not public (relay.md 14)";
    "records-unread"
        "CSV の中身は調べません。名前と組み合わせだけを調べます。"
        "The records inside CSV files are not read; names and sets are."
        "中身を調べるかどうかは公開されていない（relay.md 24）"
        "whether the exchange reads records is not public (relay.md 24)";
    "service-type-in-name"
        "サービス種類コードは、ファイル名のものを事業所の登録と比べます。"
        "Service types are compared between file name and registration."
        "種類コードの誤りで送信エラーになった例がある。どこを見るかは公開されていない（relay.md 24）"
        "a wrong code made a send fail; where it is looked at is not public (relay.md 24)";
    "direction"
        "送信元と送信先の種類によって、送れるファイルの種類を確かめます。標準仕様の表で空欄の組み合わせは断りません。"
        "Whether a kind of file may go from this office to that one is checked; what the tables of the standard leave blank is not refused."
        "標準の表はある（rules.md R70〜R90）。連携システムが確かめるかは公開されていない"
        "the standard has the table (rules.md R70–R90); whether the exchange checks it is not public";
    "same-number"
        "送信元と送信先の事業所番号が同じ送信は、いつも断ります。"
        "Sender and receiver with the same number are always refused."
        "「エラーとなる場合があります」（relay.md 38）"
        "it may fail (relay.md 38)";
    "same-set-again"
        "同じ連番の組をもう一度送ると、新しい1通として受け付けます。"
        "A set that is sent again is accepted as a new message."
        "訂正は再送で行う。同じ組の重複については書かれていない（relay.md 54）"
        "corrections are sent again; duplicates are not described (relay.md 54)";
    "receive"
        "受信しても消えません。何度でも取り出せます。"
        "Receiving does not remove anything; files can be fetched again."
        "Windows のクライアントでは、先に受信一覧を開いた端末だけに入る（relay.md 6）"
        "with the Windows client, items go to the terminal that opens the list first (relay.md 6)";
    "retention"
        "保存期間の上限はありません。"
        "Messages are kept without limit."
        "公開されていない（relay.md 15）"
        "not public (relay.md 15)";
    "unseen"
        "送信者と受信者のほかには、その1通があることも知らせません。"
        "Offices other than sender and receiver are not told that a message exists."
        "書かれた資料がない"
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
            assert!(
                row.what.ja.ends_with('。')
                    && row.what.en.ends_with('.')
                    && !row.known.ja.is_empty()
                    && !row.known.en.is_empty(),
                "{}",
                row.id
            );
        }
    }
}
