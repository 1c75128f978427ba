//! The rows: id, switch, default in client-1.2, default in web-4.1; what this mock does by
//! default; what is known.

use careplan::text::Text;

use super::Assumption;
use super::Switch::{Fixed, Number, Words};

macro_rules! assumptions {
    ($($name:ident $id:literal ($switch:expr) $client:literal $web:literal
        $ja:literal $en:literal
        $known_ja:literal $known_en:literal;)*) => {
        $(
            #[doc = $en]
            pub static $name: Assumption = Assumption {
                id: $id,
                switch: $switch,
                defaults: [$client, $web],
                what: Text::new($ja, $en),
                known: Text::new($known_ja, $known_en),
            };
        )*

        /// All of them.
        pub static ASSUMPTIONS: &[&Assumption] = &[$(&$name),*];
    };
}

assumptions! {
    PROTOCOL "protocol" (Fixed) "" ""
        "通信の手順とアドレスは独自のものです。本物の手順は公開されていません。"
        "The wire protocol and its addresses are our own; the real ones are not public."
        "公開されていない（relay.md 7節）"
        "not public (relay.md, section 7)";
    TLS "tls" (Fixed) "" ""
        "TLS 1.2 と 1.3 を受け付けます。"
        "TLS 1.2 and 1.3 are accepted."
        "証明書の発行は TLS 1.2 のみ。連携システム自体は公開されていない（relay.md 35）"
        "certificates are issued over TLS 1.2 only; for the exchange itself it is not public (relay.md 35)";
    MESSAGE_ONLY "message-only" (Words(&["allow", "refuse"])) "allow" "allow"
        "ファイルのない、メッセージだけの送信もできます。"
        "A message without files can be sent."
        "現場の工夫から考えられるが、確認できない（relay.md 4）"
        "suggested by field practice, not confirmed (relay.md 4)";
    FILE_BYTES "file-bytes" (Number(1, 1073741824)) "20971520" "20971520"
        "1つのファイルの大きさに上限があります（バイト）。"
        "One file has at most so many bytes."
        "公開されていない（relay.md 15）"
        "not public (relay.md 15)";
    MESSAGE_BYTES "message-bytes" (Number(1, 2147483648)) "52428800" "52428800"
        "1通のファイルの合計に上限があります（バイト）。"
        "All files of one message have at most so many bytes."
        "公開されていない（relay.md 15）"
        "not public (relay.md 15)";
    FILES "files" (Number(1, 10000)) "100" "100"
        "1通のファイルの数に上限があります。"
        "One message has at most so many files."
        "公開されていない（relay.md 15）"
        "not public (relay.md 15)";
    FILE_NAME_BYTES "file-name-bytes" (Number(16, 255)) "255" "255"
        "ファイル名の長さに上限があります（UTF-8 のバイト）。"
        "A file name has at most so many bytes of UTF-8."
        "公開されていない（relay.md 15）"
        "not public (relay.md 15)";
    TEXT_CHARS "text-chars" (Number(0, 1000000)) "2000" "2000"
        "メッセージの文字数に上限があります。"
        "A message text has at most so many characters."
        "公開されていない（relay.md 15）"
        "not public (relay.md 15)";
    PAGE "page" (Number(1, 1000)) "50" "50"
        "一覧は、この件数までを1回に返します。"
        "A list gives at most so many messages at once."
        "公開されていない（relay.md 15）"
        "not public (relay.md 15)";
    RECORDS "records" (Words(&["count", "unread"])) "count" "count"
        "CSV の中身は、レコードが1件もないことだけを調べます（実績ゼロは CSV で送れません）。"
        "Of the records inside CSV files only their absence is looked at: zero actuals cannot be sent as CSV."
        "実績ゼロは送れない（relay.md 51）。中身を調べるかどうかは公開されていない（relay.md 24）"
        "zero actuals cannot be sent (relay.md 51); whether records are read is not public (relay.md 24)";
    RETENTION_DAYS "retention-days" (Number(0, 36500)) "0" "0"
        "保存期間の上限はありません（0＝なし）。"
        "Messages are kept without limit (0 = none)."
        "公開されていない（relay.md 15）"
        "not public (relay.md 15)";
    ATTACHMENT_CHECK "attachment-check" (Words(&["extension", "content"])) "content" "content"
        "添付の種類は拡張子で見分けます（大文字・小文字は区別しません）。ZIP と OLE の先頭バイトを持つファイルは名前に関わらず断ります。"
        "The kind of an attachment is judged by its extension, in any case; files that begin like ZIP or OLE are refused under any name."
        "Word・Excel・PowerPoint は送れない。見分け方は公開されていない（relay.md 14）"
        "Word, Excel and PowerPoint are refused; how they are told is not public (relay.md 14)";
    SERVICE_TYPE_CHECK "service-type-in-name" (Words(&["name", "off"])) "name" "name"
        "サービス種類コードは、ファイル名のものを事業所の登録と比べます。"
        "Service types are compared between file name and registration."
        "種類コードの誤りで送信エラーになった例がある。どこを見るかは公開されていない（relay.md 24）"
        "a wrong code made a send fail; where it is looked at is not public (relay.md 24)";
    DIRECTION "direction" (Words(&["check", "off"])) "check" "check"
        "送信元と送信先の種類によって、送れるファイルの種類を確かめます。標準仕様の表で空欄の組み合わせは断りません。"
        "Whether a kind of file may go from this office to that one is checked; what the tables of the standard leave blank is not refused."
        "標準の表はある（rules.md R70〜R90）。連携システムが確かめるかは公開されていない"
        "the standard has the table (rules.md R70–R90); whether the exchange checks it is not public";
    SAME_NUMBER "same-number" (Words(&["refuse", "allow"])) "refuse" "refuse"
        "送信元と送信先の事業所番号が同じ送信は、いつも断ります。"
        "Sender and receiver with the same number are always refused."
        "「エラーとなる場合があります」（relay.md 38）"
        "it may fail (relay.md 38)";
    SAME_SET_AGAIN "same-set-again" (Words(&["accept", "refuse"])) "accept" "accept"
        "同じ連番の組をもう一度送ると、新しい1通として受け付けます。"
        "A set that is sent again is accepted as a new message."
        "訂正は再送で行う。同じ組の重複については書かれていない（relay.md 54）"
        "corrections are sent again; duplicates are not described (relay.md 54)";
    UNSEEN "unseen" (Fixed) "" ""
        "送信者と受信者のほかには、その1通があることも知らせません。"
        "Offices other than sender and receiver are not told that a message exists."
        "書かれた資料がない"
        "not described anywhere";
    COMBINED_CERTIFICATE "combined-certificate" (Words(&["accept", "refuse"])) "accept" "accept"
        "介護・障害共通証明書を受け付けます。"
        "The certificate for both care and disability is accepted."
        "公開されていない（relay.md 32）"
        "not public (relay.md 32)";
    CERTIFICATE_PROFILE "certificate-profile" (Fixed) "" ""
        "証明書の中の事業所番号と種類は、独自の URI で書きます。"
        "Office number and kind stand in certificates as URIs of our own."
        "本物の証明書の項目は公開されていない（relay.md 7節）"
        "the profile of the real certificates is not public (relay.md, section 7)";
    CERTIFICATE_FAULTS "certificate-faults" (Fixed) "" ""
        "証明書がない、期限切れ、失効などのときも接続は受け、理由を書いた返事で断ります。"
        "Connections without a good certificate are taken, and every request is refused with the reason."
        "専用のメッセージが出るが、その文言は公開されていない（relay.md 33）"
        "a message of its own appears; its words are not public (relay.md 33)";
    CONNECTIONS "connections" (Fixed) "" ""
        "同時に開ける接続の数には、事業所ごとの上限があります。"
        "One office can hold a limited number of connections."
        "公開されていない（relay.md 7節）"
        "not public (relay.md, section 7)";
    // Enrolment, sessions, licences, directory.
    LOGIN "login" (Words(&["certificate", "password"])) "password" "certificate"
        "client-1.2 では、電子証明書のほかにユーザーIDとパスワードでのログインが要ります。web-4.1 の初期値は、証明書だけです。"
        "In client-1.2 a login with user id and password is needed besides the certificate; in web-4.1 the certificate is enough unless set."
        "KJ から始まるIDでログインする（relay.md 29）。移行後の手順は読めていない（relay.md 44〜46）"
        "one logs in with an id beginning with KJ (relay.md 29); what comes after the move could not be read (relay.md 44–46)";
    USER_ID "user-id" (Fixed) "" ""
        "ユーザーIDは KJ と12桁の数字で、事業所番号ごとに1つです。数字は環境の種から決まります。"
        "A user id is KJ and twelve digits, one for each office number; the digits follow from the seed of the environment."
        "「KJ＋12桁」（relay.md 29）。数字の決まりは公開されていない"
        "KJ and twelve digits (relay.md 29); how the digits are chosen is not public";
    LOGIN_FAILURES "login-failures" (Number(1, 100)) "3" "3"
        "続けてこの回数を間違えると、ログインできなくなります。証明書発行用パスワードの間違いも数えます。"
        "So many failures in a row lock the user; wrong passwords for issuing certificates count too."
        "電子請求受付システムは3回（relay.md 31）。この環境にも当てはまるかは公開されていない"
        "3 in 電子請求受付システム (relay.md 31); whether it holds for the exchange is not public";
    LOCK_MINUTES "lock-minutes" (Number(1, 525600)) "30" "30"
        "ログインできなくなる時間です（分、模擬時計による）。間違いの数も、この時間で忘れます。"
        "So many minutes of the simulated clock a user stays locked; failures are forgotten after the same time."
        "30分以上待つ（relay.md 31）。数え方は公開されていない"
        "wait for 30 minutes or more (relay.md 31); how failures are counted is not public";
    PASSWORD_DAYS "password-days" (Number(0, 3650)) "180" "180"
        "パスワードは、この日数で期限が切れます（0＝なし）。"
        "A password expires after so many days (0 = never)."
        "期限切れがある（relay.md 30）。日数は公開されていない"
        "passwords expire (relay.md 30); after how many days is not public";
    TEMPORARY_PASSWORD_DAYS "temporary-password-days" (Number(0, 3650)) "30" "30"
        "仮パスワードは、この日数で使えなくなります（0＝なし）。"
        "A temporary password expires after so many days (0 = never)."
        "仮パスワードは変更が要る（relay.md 30）。日数は公開されていない"
        "temporary passwords have to be changed (relay.md 30); how long they live is not public";
    PASSWORD_LENGTH "password-length" (Number(1, 64)) "8" "8"
        "パスワードは、この文字数以上です（64文字まで）。"
        "A password has at least so many characters, and at most 64."
        "公開されていない"
        "not public";
    PASSWORD_CHARACTERS "password-characters" (Words(&["letters-and-digits", "any"])) "letters-and-digits" "letters-and-digits"
        "パスワードは印字できる ASCII 文字で、英字と数字の両方を含みます。"
        "A password is printable ASCII with both letters and digits."
        "公開されていない"
        "not public";
    PASSWORD_LOST "password-lost" (Fixed) "" ""
        "パスワードをなくしたときの仮パスワードは、メールではなく、模擬環境の管理者が出します。"
        "Who lost a password gets a temporary one from whoever runs the environment, not by mail."
        "「パスワード等を紛失した方はこちら」から手続きする（relay.md 30）"
        "there is a page for lost passwords (relay.md 30)";
    SESSION_MINUTES "session-minutes" (Number(1, 525600)) "60" "60"
        "ログインは、この時間で終わります（分）。端末ごとに要ります。"
        "A login ends after so many minutes; each terminal needs its own."
        "予定されている API では60分（relay.md 46）。いまの仕組みは公開されていない"
        "60 minutes in the coming API (relay.md 46); today's is not public";
    CERTIFICATE_YEARS "certificate-years" (Number(1, 10)) "3" "3"
        "電子証明書は、この年数のあいだ有効です。"
        "A certificate is valid for so many years."
        "3年とする資料と1年とする資料がある（relay.md 34）"
        "three years by one source, one by another (relay.md 34)";
    RENEWAL_DAYS "renewal-days" (Number(0, 3660)) "90" "90"
        "電子証明書は、終わりのこの日数前から更新できます。前の証明書も、その終わりまで使えます。"
        "A certificate can be renewed from so many days before its end; the old one stays valid until then."
        "90日前に知らせがある（relay.md 34）。更新できる時期は公開されていない"
        "a notice comes at 90 days (relay.md 34); from when one can renew is not public";
    LICENCE_EXPIRED "licence-expired" (Words(&["none", "receive", "all"])) "receive" "receive"
        "ライセンスの期限が切れると、送信はできず、受信はできます。"
        "With a lapsed licence one cannot send, and can still receive."
        "公開されていない（relay.md 37）"
        "not public (relay.md 37)";
    LICENCE_DESTINATION "licence-destination" (Words(&["refuse", "accept"])) "refuse" "refuse"
        "ライセンスが有効でない事業所へは送れません。"
        "Offices without a valid licence cannot be sent to."
        "公開されていない（relay.md 37、58）"
        "not public (relay.md 37, 58)";
    LICENCE_START_DAYS "licence-start-days" (Number(0, 365)) "0" "0"
        "ライセンスは、申請からこの日数の後に有効になります。"
        "A licence becomes valid so many days after it is applied for."
        "公開されていない（relay.md 36）"
        "not public (relay.md 36)";
    LICENCE_OF_REGISTERED "licence-of-registered" (Fixed) "" ""
        "模擬環境に登録した事業所は、自動で更新されるライセンスを持ちます。"
        "Offices registered with the mock environment have a licence that renews itself."
        "申請が要る（relay.md 36、42）"
        "one has to apply (relay.md 36, 42)";
    DIRECTORY "directory" (Words(&["public", "certificate"])) "public" "public"
        "事業所の検索は、電子証明書がなくてもできます。"
        "The directory can be searched without a certificate."
        "WAM NET で検索できる（relay.md 41）"
        "it is searched on WAM NET (relay.md 41)";
    DRILL_CERTIFICATES "drill-certificates" (Fixed) "" ""
        "使えない証明書を、訓練のために出せます。"
        "Certificates that do not work are given out for training."
        "本物にはない、この模擬環境だけのものです"
        "the real exchange has no such thing";
    // Profiles: terminals, claims, drafts, bulk sends.
    TERMINAL_NAME "terminal-name" (Fixed) "" ""
        "client-1.2 では、renkei-terminal ヘッダーの名前で端末を見分けます。web-4.1 では見分けません。"
        "In client-1.2 terminals are told apart by the name in the renkei-terminal header; in web-4.1 they are not."
        "端末ごとに証明書を入れる。見分け方は公開されていない（relay.md 40）"
        "the certificate is installed on each terminal; how they are told apart is not public (relay.md 40)";
    SECOND_TERMINAL "second-terminal" (Words(&["empty", "shown-taken"])) "empty" "empty"
        "他の端末が受け取ったものは、受信一覧に出ません。"
        "What another terminal has taken does not appear in the received list."
        "先に受信一覧を開いた端末だけに入る。他の端末にどう見えるかは書かれていない（relay.md 6）"
        "only the terminal that opens the list first gets the data; what others see is not described (relay.md 6)";
    STATUS_WORDS "status-words" (Words(&["none", "shown"])) "none" "none"
        "受信一覧に、未受信・受信済を表示しません。"
        "The received list does not say what was received."
        "状態の言葉は公開されていない（relay.md 11）"
        "the words of states are not public (relay.md 11)";
    READ_RECEIPT "read-receipt" (Words(&["none", "shown"])) "none" "none"
        "送信側に、受信されたかどうかを知らせません。"
        "The sender is not told whether a message was received."
        "公開されていない（relay.md 11）"
        "not public (relay.md 11)";
    RECALL "recall" (Words(&["none", "until-received"])) "none" "none"
        "送信の取り消しはできません。"
        "A message cannot be taken back."
        "連携システムの取り消しは見当たらない。データとしては削除用 CSV がある（relay.md 11）"
        "no recall is described; deletion files withdraw the data (relay.md 11)";
    DRAFT_DAYS "draft-days" (Number(0, 36500)) "0" "0"
        "下書きは、この日数で消えます（0＝消えない）。client-1.2 では端末ごと、web-4.1 では事業所ごとです。"
        "A draft goes after so many days (0 = never); it belongs to its terminal in client-1.2, to its office in web-4.1."
        "下書き一覧はある。期限は公開されていない（relay.md 1, 11）"
        "there is a list of drafts; how long they live is not public (relay.md 1, 11)";
    DRAFTS "drafts" (Number(0, 100000)) "200" "200"
        "1つの事業所の下書きの数に上限があります。"
        "One office has at most so many drafts."
        "公開されていない（relay.md 15）"
        "not public (relay.md 15)";
    BULK "bulk" (Words(&["queue", "direct", "none"])) "queue" "queue"
        "一括送信は、送信先ごとの下書きを並べ、見直してから、まとめて送ります。"
        "A bulk send queues one draft for each destination, to be looked at and then sent together."
        "一括送信と、更新できる編集画面がある。送信先はファイル名から読むと考えられる（relay.md 2, 3）。API は1事業所ずつ（46）"
        "there is a bulk send and an edit form with 'update'; the destination is presumably read from file names (relay.md 2, 3); the coming API sends to one office at a time (46)";
    BULK_FILES "bulk-files" (Number(1, 100000)) "1000" "1000"
        "1回の一括送信のファイルの数に上限があります。合計の大きさの上限は1通と同じです。"
        "One bulk send has at most so many files; all together have at most the bytes of one message."
        "公開されていない（relay.md 15）"
        "not public (relay.md 15)";
}
