//! The rows. `S003 …` = 山都町 事例集, `FAQ` = the help desk's FAQ, `R…` = a clause of the
//! standard (with its section), `assumption` = no public source; what was assumed follows.

use careplan::text::Text;

use super::Refusal;

macro_rules! refusals {
    ($($name:ident $code:literal $status:literal
        $title_ja:literal $title_en:literal
        $do_ja:literal $do_en:literal
        $source:literal;)*) => {
        $(
            #[doc = $title_en]
            pub static $name: Refusal = Refusal {
                code: $code,
                status: $status,
                title: Text::new($title_ja, $title_en),
                what_to_do: Text::new($do_ja, $do_en),
                source: $source,
            };
        )*

        /// All refusals, in the order in which a send meets them.
        pub static REFUSALS: &[&Refusal] = &[$(&$name),*];
    };
}

refusals! {
    NO_IDENTITY "no-identity" 401
        "事業所の電子証明書を確認できませんでした。" "No office certificate was presented."
        "訓練用の認証局が発行した事業所の証明書で接続してください。" "Connect with an office certificate issued by the training CA."
        "relay.md 32; assumption: how the real exchange answers";
    CERTIFICATE_FOREIGN "certificate-foreign" 401
        "この環境の認証局が発行した電子証明書ではありません。" "The certificate was not issued by the CA of this environment."
        "この模擬環境で発行した証明書に取り替えて、接続しなおしてください。" "Use a certificate that was issued by this mock environment, and connect again."
        "relay.md 32; assumption: how the real exchange answers";
    CERTIFICATE_MALFORMED "certificate-malformed" 401
        "電子証明書が、事業所の証明書の形ではありません。" "The certificate does not have the form of an office certificate."
        "この模擬環境で発行しなおした事業所の証明書で、接続しなおしてください。" "Have an office certificate issued by this mock environment, and connect again."
        "relay.md 32; assumption: the profile of the real certificates is not public";
    CERTIFICATE_OFFICE "certificate-office" 401
        "電子証明書に、事業所番号がちょうど1つありません。" "The certificate does not name exactly one office number."
        "証明書は事業所番号ごとに発行されます。発行しなおしてください。" "Certificates are issued per office number. Have it issued again."
        "relay.md 34; assumption: where the number stands in the real certificates is not public";
    CERTIFICATE_KIND "certificate-kind" 401
        "電子証明書の種類が分かりません。" "The kind of the certificate is not known."
        "介護保険証明書か介護DX証明書で、接続しなおしてください。" "Connect again with a long-term care insurance or DX certificate."
        "relay.md 32; assumption: where the kind stands in the real certificates is not public";
    CERTIFICATE_NOT_YET_VALID "certificate-not-yet-valid" 401
        "電子証明書の有効期間が、まだ始まっていません。" "The certificate is not valid yet."
        "有効期間が始まってから接続してください。模擬環境の日付も確かめてください。" "Connect once it is valid. Check the date of the mock environment, too."
        "relay.md 34; assumption: how the real exchange answers";
    CERTIFICATE_EXPIRED "certificate-expired" 401
        "電子証明書の有効期間が過ぎています。" "The certificate has expired."
        "証明書を更新してから接続してください。模擬環境の日付も確かめてください。" "Renew the certificate and connect again. Check the date of the mock environment, too."
        "relay.md 34; assumption: how the real exchange answers";
    CERTIFICATE_REVOKED "certificate-revoked" 401
        "電子証明書は失効しています。" "The certificate has been revoked."
        "新しい証明書の発行を受けて、接続しなおしてください。" "Have a new certificate issued, and connect again."
        "relay.md 33; assumption: how the real exchange answers";
    CERTIFICATE_AGENT "certificate-agent" 403
        "代理人証明書では利用できません。" "An agent's certificate cannot be used here."
        "介護保険証明書か介護DX証明書で、接続しなおしてください。" "Connect again with a long-term care insurance or DX certificate."
        "FAQ (relay.md 32); assumption: how the real exchange answers";
    CERTIFICATE_DISABILITY "certificate-disability" 403
        "障害総合支援証明書では利用できません。" "A disability support certificate cannot be used here."
        "介護保険証明書か介護DX証明書で、接続しなおしてください。" "Connect again with a long-term care insurance or DX certificate."
        "FAQ (relay.md 32); assumption: how the real exchange answers";
    CERTIFICATE_COMBINED "certificate-combined" 403
        "介護・障害共通証明書では利用できません。" "A certificate for both care and disability cannot be used here."
        "介護保険証明書か介護DX証明書で、接続しなおしてください。" "Connect again with a long-term care insurance or DX certificate."
        "relay.md 32; assumption: whether it is accepted is not public";
    TOO_MANY_CONNECTIONS "too-many-connections" 503
        "この事業所の接続が多すぎます。" "There are too many connections of this office."
        "使っていない接続を閉じ、少し待ってから、もう一度接続してください。何も保存していません。" "Close connections that are not in use, wait a little and connect again. Nothing was stored."
        "assumption: limits of connections are not public (relay.md 7)";
    UNREGISTERED_SENDER "unregistered-sender" 403
        "この事業所番号は登録されていません。" "This office number is not registered."
        "模擬環境に事業所を登録してから、もう一度お試しください。" "Register the office with the mock environment, then try again."
        "relay.md 36, 42; assumption: how the real exchange answers";
    NOT_FOUND "not-found" 404
        "見つかりませんでした。" "There is nothing here."
        "番号とアドレスを確かめてください。他の事業所あてのものは、ないものと同じ返事になります。" "Check the id and the address. What belongs to other offices is answered the same way as what does not exist."
        "assumption: an absent message and another office's are not told apart";
    METHOD_NOT_ALLOWED "method-not-allowed" 405
        "この操作はここでは使えません。" "This method is not available here."
        "Allow ヘッダーに書かれた操作を使ってください。" "Use one of the methods in the Allow header."
        "RFC 9110 15.5.6";
    BAD_QUERY "bad-query" 400
        "一覧の指定を読み取れませんでした。" "The parameters of the list could not be read."
        "limit には1以上の数、before には前の返事の next を指定してください。" "Give a number from 1 as limit, and the next of the last answer as before."
        "assumption: lists are given in pages";
    IDEMPOTENCY_KEY "idempotency-key" 400
        "Idempotency-Key を読み取れませんでした。" "The Idempotency-Key could not be read."
        "1〜255文字の印字できる ASCII 文字にしてください。" "Use 1 to 255 printable ASCII characters."
        "assumption: our own protocol";
    NOT_MULTIPART "not-multipart" 415
        "送信の形式が multipart/form-data ではありません。" "The request is not multipart/form-data."
        "multipart/form-data で送ってください。" "Send it as multipart/form-data."
        "assumption: our own protocol";
    MALFORMED_FORM "malformed-form" 400
        "送信の形式がくずれていて、読み取れませんでした。" "The form is malformed and could not be read."
        "途中で切れていないか、区切りが正しいかを確かめて、もう一度送ってください。何も保存していません。" "Check that it is complete and its boundaries are right, then send it again. Nothing was stored."
        "assumption: our own protocol";
    UNEXPECTED_FIELD "unexpected-field" 422
        "想定していない項目、または同じ項目が2つあります。" "There is an unexpected field, or one field is there twice."
        "to と message は1つまで、ファイルは csv と attachment にしてください。" "Send to and message at most once, files as csv and attachment."
        "relay.md 4; assumption: our own protocol";
    TOO_SLOW "too-slow" 408
        "時間内に送信が終わりませんでした。" "The request did not arrive in time."
        "回線を確かめて、もう一度送ってください。何も保存していません。" "Check the line and send it again. Nothing was stored."
        "assumption: time limits are not public";
    BUSY "busy" 503
        "ただいま混み合っています。" "The relay is busy."
        "少し待ってから、もう一度送ってください。何も保存していません。" "Wait a little and send it again. Nothing was stored."
        "assumption: rate limits are not public (relay.md 7)";
    FILE_TOO_LARGE "file-too-large" 413
        "ファイルが大きすぎます。" "A file is too large."
        "ファイルを小さくするか、分けて送ってください。" "Make the file smaller, or split it."
        "relay.md 15; assumption: the limit is not public";
    MESSAGE_TOO_LARGE "message-too-large" 413
        "ファイルの合計が大きすぎます。" "The files are too large together."
        "何回かに分けて送ってください。" "Send them in several messages."
        "relay.md 15; assumption: the limit is not public";
    TOO_MANY_FILES "too-many-files" 422
        "ファイルの数が多すぎます。" "There are too many files."
        "何回かに分けて送ってください。" "Send them in several messages."
        "relay.md 15; assumption: the limit is not public";
    FILE_NAME "file-name" 422
        "このファイル名では送れません。" "A file cannot be sent under this name."
        "空の名前、長すぎる名前、/ と \\ と制御文字を含む名前は使えません。" "Empty or overlong names and names with /, \\ or control characters cannot be used."
        "relay.md 15; assumption: name rules are not public";
    MESSAGE_TEXT "message-text" 422
        "メッセージを文字として読み取れませんでした。" "The message could not be read as text."
        "UTF-8 の文字で、改行とタブのほかの制御文字を除いて送ってください。" "Send it in UTF-8, without control characters other than line ends and tabs."
        "relay.md 15; assumption: not public";
    MESSAGE_TOO_LONG "message-too-long" 422
        "メッセージが長すぎます。" "The message is too long."
        "メッセージを短くするか、テキストファイルとして添付してください。" "Shorten the message, or attach it as a text file."
        "relay.md 15; assumption: the limit is not public";
    MISSING_DESTINATION "missing-destination" 422
        "送信先の事業所番号がありません。" "The destination office number is missing."
        "to に送信先の事業所番号（10桁）を1つ指定してください。" "Give one destination office number (ten characters) as to."
        "relay.md 4 (one message = one destination)";
    SAME_OFFICE "same-office" 422
        "送信元と送信先の事業所番号が同じです。" "Sender and destination have the same office number."
        "同じ事業所番号どうしでは送受信できません。別の事業所を指定してください。" "Offices with the same number cannot exchange. Choose another office."
        "FAQ (relay.md 38); assumption: always refused, the FAQ says it may fail";
    UNKNOWN_DESTINATION "unknown-destination" 422
        "送信先の事業所が登録されていません。" "The destination office is not registered."
        "事業所番号を確かめてください。未登録の事業所へは送れません。" "Check the office number. Offices that are not registered cannot be sent to."
        "relay.md 58; assumption: how the real exchange answers";
    NOTHING_TO_SEND "nothing-to-send" 422
        "送るものがありません。" "There is nothing to send."
        "ファイルかメッセージを入れてください。" "Add a file or a message."
        "relay.md 4; assumption: a message alone is allowed";
    OFFICE_DOCUMENT "office-document" 422
        "Word・Excel・PowerPoint のファイルは送れません。" "Word, Excel and PowerPoint files cannot be sent."
        "PDF に変換してから添付してください。" "Convert it to PDF and attach that."
        "S003 p.9 (relay.md 14)";
    ATTACHMENT_TYPE "attachment-type" 422
        "この種類のファイルは添付できません。" "Files of this kind cannot be attached."
        "添付できるのは pdf・jpeg・jpg・png・gif・txt です。CSV は csv の欄に入れてください。" "pdf, jpeg, jpg, png, gif and txt can be attached. CSV files belong into csv."
        "S003 p.9 (relay.md 13); assumption: judged by the extension";
    ATTACHMENT_CONTENT "attachment-content" 422
        "ファイルの中身が名前と合いません。" "The content of a file contradicts its name."
        "拡張子だけを変えた Office 文書や ZIP は送れません。元のソフトで変換してください。" "Office documents and ZIP files under another extension cannot be sent. Convert them with their own software."
        "relay.md 14; assumption: only the first bytes of ZIP and OLE files are looked at";
    CSV_NAME "csv-name" 422
        "CSV のファイル名が標準仕様の形ではありません。" "The name of a CSV file does not have the form of the standard."
        "介護ソフトが出力した名前のまま、変えずに送ってください。" "Send the file under the name that the care software gave it."
        "R23–R40 (定義書 ファイル名規約)";
    CSV_NAME_VERSION "csv-name-version" 422
        "CSV のファイル名が V4.1 より前の版の形です。" "The name of a CSV file has the form of a version before V4.1."
        "標準仕様 V4.1 に対応した介護ソフトで出力しなおしてください。" "Export the file again with care software that supports V4.1."
        "R43; assumption: this mock takes V4.1 only (relay.md 43: versions coexist today)";
    SAME_FILE_TWICE "same-file-twice" 422
        "同じ名前のファイルが2つあります。" "Two files have the same name."
        "どちらか1つにしてください。" "Keep one of them."
        "assumption: not public";
    SENDER_MISMATCH "sender-mismatch" 422
        "ファイル名の送信元が、証明書の事業所と違います。" "The sender in a file name is not the office of the certificate."
        "自分の事業所が出力したファイルかどうか確かめてください。" "Check that the file was exported by your own office."
        "relay.md 5 (真正性確認), 24; assumption: the name is compared";
    DESTINATION_MISMATCH "destination-mismatch" 422
        "ファイル名の送信先が、指定した送信先と違います。" "The receiver in a file name is not the destination of the message."
        "送信先か、入れたファイルを確かめてください。" "Check the destination, or the files that were added."
        "relay.md 3, 4; assumption: the name is compared";
    SERVICE_TYPE "service-type" 422
        "ファイル名のサービス種類コードが、事業所の登録と違います。" "A service type in a file name is not registered for its office."
        "介護ソフトの事業所設定と、登録されたサービス種類コードを確かめてください。" "Check the office settings of the care software and the registered service types."
        "S003 事例② (relay.md 24); assumption: the name is compared with the registration";
    SET_COMPOSITION "set-composition" 422
        "ファイルの組み合わせが、標準仕様の送信単位と合いません。" "The files do not form one of the sets that the standard allows."
        "同じ連番のファイルを、そろえて1回で送ってください。" "Send all files of one serial together."
        "R53–R57 (2.4, 3.4); FAQ (relay.md 22)";
    SET_DIRECTION "set-direction" 422
        "この事業所からこの送信先へは、この種類のファイルを送れません。" "Files of this kind are not sent from this office to this destination."
        "送信先が正しいか、予定と実績を取り違えていないか確かめてください。" "Check the destination, and that plan and actuals were not mixed up."
        "R70–R90, R94–R98 (2.2, 3.2); assumption: the exchange compares it";
    IDEMPOTENCY_CONFLICT "idempotency-conflict" 422
        "同じ Idempotency-Key で、違う内容がすでに送られています。" "Something else was already sent under this Idempotency-Key."
        "新しい送信には新しいキーを付けてください。" "Give a new send a new key."
        "assumption: our own protocol";
    STORE_FULL "store-full" 507
        "保存する場所がいっぱいです。" "There is no room left to store it."
        "模擬環境の管理者に連絡してください。何も保存していません。" "Tell whoever runs the mock environment. Nothing was stored."
        "assumption: not public";
    STORE_UNREACHABLE "store-unreachable" 503
        "保存先のデータベースに届きません。" "The database cannot be reached."
        "少し待ってから、もう一度お試しください。送信は、同じ Idempotency-Key を付けてやり直せば二重になりません。" "Wait a little and try again. A send is not doubled if it is tried again under the same Idempotency-Key."
        "assumption: not public";
    STORE_FAILED "store-failed" 500
        "保存できませんでした。" "It could not be stored or read."
        "少し待ってから、もう一度お試しください。直らないときは、模擬環境の管理者に連絡してください。" "Wait a little and try again. If it stays, tell whoever runs the mock environment."
        "assumption: not public";
    // Faults that a rule asks for.
    FAULT_UNAVAILABLE "unavailable" 503
        "ただいま混み合っています（訓練のための障害です）。" "The relay is overloaded (a fault on purpose, for training)."
        "Retry-After の秒数だけ待ってから、もう一度お試しください。" "Wait for the seconds in Retry-After and try again."
        "assumption: a fault that was asked for";
    FAULT_MAINTENANCE "maintenance" 503
        "ただいまメンテナンス中です（訓練のための障害です）。" "Maintenance is under way (a fault on purpose, for training)."
        "Retry-After の秒数（模擬時計）だけ待ってから、もう一度お試しください。" "Wait for the seconds in Retry-After (by the simulated clock) and try again."
        "relay.md 9: maintenance hours are not known; assumption: a fault that was asked for";
    FAULT_LOCKED "locked-on-purpose" 403
        "アカウントがロックされています（訓練のための障害です）。" "The account is locked (a fault on purpose, for training)."
        "少し待ってから、もう一度お試しください。" "Wait a little and try again."
        "relay.md 31; assumption: the exchange locks as 電子請求受付システム does";
    // The control.
    CONTROL_HOST "control-host" 421
        "この宛先（Host）では、操作を受け付けません。" "Control is not answered under this host name."
        "起動時に表示されたアドレス（127.0.0.1 など）に送ってください。" "Call the address that was printed at the start, such as 127.0.0.1."
        "assumption: our own control";
    CONTROL_CROSS_SITE "control-cross-site" 403
        "ほかのサイトのページからは操作できません。" "Pages of other sites cannot control the environment."
        "ブラウザーのほかのページからではなく、この機械から直接呼び出してください。" "Call it directly from this machine, not from a page in a browser."
        "assumption: our own control";
    NOT_JSON "not-json" 415
        "本文が application/json ではありません。" "The body is not application/json."
        "content-type: application/json を付けて送ってください（復元では application/x-ndjson も使えます）。" "Send it with content-type: application/json (application/x-ndjson for a restore)."
        "assumption: our own control";
    BAD_JSON "bad-json" 400
        "本文を読み取れませんでした。" "The body could not be read."
        "JSON の形と項目名を確かめてください。" "Check the JSON and the names of its members."
        "assumption: our own control";
    BODY_TOO_LARGE "body-too-large" 413
        "本文が大きすぎます。" "The body is too large."
        "小さくしてから送りなおしてください。" "Make it smaller and send it again."
        "assumption: our own control";
    BAD_VALUE "bad-value" 422
        "使えない値があります。" "There is a value that cannot be used."
        "示された項目の値を確かめてください。" "Check the value that is named."
        "assumption: our own control";
    OFFICE_IN_USE "office-in-use" 409
        "この事業所には送受信の記録があるため、消せません。" "The office has sent or received something and cannot be removed."
        "初めからやり直すときは、リセットしてください。" "Reset the environment to begin again."
        "assumption: our own control";
    SNAPSHOT_SPOILT "snapshot-spoilt" 422
        "スナップショットのファイルを使えません。何も変えていません。" "The snapshot cannot be used. Nothing was changed."
        "この版の模擬環境が書き出したファイルを、そのまま渡してください。" "Give a file that this version of the mock environment wrote, as it is."
        "assumption: our own control";
    // Enrolment, sessions, licences, directory.
    MALFORMED_JSON "malformed-json" 400
        "内容を読み取れませんでした。" "The request could not be read."
        "必要な項目をそろえ、application/json で送ってください。" "Send all that is asked for, as application/json."
        "assumption: our own protocol";
    LOGIN_REFUSED "login-refused" 401
        "ユーザーIDかパスワードが違います。" "The user id or the password is wrong."
        "KJ から始まるユーザーIDとパスワードを確かめてください。忘れたときは、模擬環境の管理者に仮パスワードを出してもらってください。" "Check the user id, which begins with KJ, and the password. If it is lost, ask whoever runs the mock environment for a temporary one."
        "FAQ (relay.md 29, 30); assumption: how the real exchange answers";
    LOGIN_LOCKED "login-locked" 403
        "続けて間違えたため、ログインできなくなっています。" "The user is locked after several failures in a row."
        "30分（設定による）以上待ってから、もう一度お試しください。急ぐときは、模擬環境の管理者に仮パスワードを出してもらってください。" "Wait for 30 minutes or more (as set), then try again. If there is no time, ask whoever runs the mock environment for a temporary password."
        "relay.md 31; assumption: the lock of 電子請求受付システム holds here too";
    TEMPORARY_PASSWORD "temporary-password" 403
        "仮パスワードのままでは利用できません。" "A temporary password has to be changed first."
        "パスワードを自分のものに変更してから、ログインしなおしてください。" "Change it to one of your own, then log in again."
        "FAQ (relay.md 30); assumption: how the real exchange answers";
    TEMPORARY_PASSWORD_EXPIRED "temporary-password-expired" 403
        "仮パスワードの有効期間が過ぎています。" "The temporary password has expired."
        "模擬環境の管理者に、新しい仮パスワードを出してもらってください。" "Ask whoever runs the mock environment for a new one."
        "relay.md 30; assumption: how long a temporary password lives is not public";
    PASSWORD_EXPIRED "password-expired" 403
        "パスワードの有効期間が過ぎています。" "The password has expired."
        "パスワードを変更してから、ログインしなおしてください。" "Change the password, then log in again."
        "FAQ (relay.md 30); assumption: how long a password lives is not public";
    PASSWORD_RULES "password-rules" 422
        "この新しいパスワードは使えません。" "The new password cannot be used."
        "前のパスワードと違う、決められた長さ（初期値は8文字以上、64文字まで）の、英字と数字を含む ASCII 文字にしてください。ユーザーIDは含められません。" "Use printable ASCII of the length that is asked for (8 or more unless set, up to 64), with letters and digits, other than the last password and without the user id."
        "assumption: the rules for passwords are not public";
    ISSUING_PASSWORD "issuing-password" 403
        "証明書発行用パスワードが違います。" "The password for issuing certificates is wrong."
        "確かめてから、もう一度お試しください。分からないときは、再発行できます。" "Check it and try again. If it is lost, have it issued again."
        "FAQ (relay.md 33); assumption: wrong ones count like failed logins";
    UNKNOWN_KIND "unknown-certificate-kind" 422
        "この種類の電子証明書はありません。" "There is no such kind of certificate."
        "kaigo-hoken（介護保険証明書）か kaigo-dx（介護DX証明書）などを指定してください。" "Give one such as kaigo-hoken (insurance) or kaigo-dx (DX)."
        "relay.md 32; assumption: our own names of the kinds";
    SIGNING_REQUEST "signing-request" 422
        "証明書署名要求（CSR）を読み取れませんでした。" "The signing request could not be read."
        "自分の鍵で署名した PKCS #10 を PEM で送ってください。" "Send a PKCS #10 request, PEM, that is signed by its own key."
        "assumption: our own protocol";
    INSTALL_PASSWORD "install-password" 422
        "このパスワードでは、証明書ファイルを作れません。" "An install file cannot be made with this password."
        "印字できる ASCII 文字にしてください。ソフトによって読み方が変わらないためです。" "Use printable ASCII, which all programs read alike."
        "assumption: our own protocol";
    RENEWAL_TOO_EARLY "renewal-too-early" 409
        "電子証明書を更新できる時期ではありません。" "It is too early to renew the certificate."
        "有効期間の終わりの90日前（設定による）から更新できます。なくしたときは、再発行してください。" "It can be renewed from 90 days before its end (as set). If it is lost, have it issued again."
        "relay.md 34 (notice at 90 days); assumption: renewal begins with the notice";
    CERTIFICATE_OVER "certificate-over" 409
        "この電子証明書は、期限切れか失効のため、更新も失効もできません。" "The certificate has expired or is revoked; it can be neither renewed nor revoked."
        "新しい証明書の発行を受けてください。" "Have a new certificate issued."
        "relay.md 34; assumption: what is over is issued anew";
    DRILL_BY_TRAINER "drill-by-trainer" 403
        "この訓練用の証明書は、模擬環境の管理者だけが出せます。" "Only whoever runs the mock environment gives out this drill."
        "ほかの事業所の証明書になるため、管理者に頼んでください。" "It is another office's certificate: ask whoever runs the mock environment."
        "assumption: drills are our own";
    NO_SESSION "no-session" 401
        "ログインしていません。" "There is no login."
        "ユーザーIDとパスワードでログインし、返ってきたトークンを付けてください。" "Log in with user id and password, and send the token that is returned."
        "FAQ (relay.md 29); assumption: a token of our own stands for the login";
    SESSION_EXPIRED "session-expired" 401
        "ログインの有効時間が過ぎました。" "The login has expired."
        "もう一度ログインしてください。" "Log in again."
        "relay.md 46 (60 minutes in the coming API); assumption: how long a login lasts is not public";
    SESSION_TERMINAL "session-terminal" 403
        "別の端末でのログインです。" "The login belongs to another terminal."
        "この端末でログインしてください。" "Log in on this terminal."
        "relay.md 6, 40; assumption: a login holds for one terminal";
    LOGIN_OTHER_OFFICE "login-other-office" 403
        "ユーザーIDと電子証明書の事業所が違います。" "User id and certificate belong to different offices."
        "電子証明書と同じ事業所のユーザーIDでログインしてください。" "Log in with the user id of the certificate's office."
        "relay.md 29, 34; assumption: how the real exchange answers";
    LICENCE_NONE "licence-none" 403
        "ライセンスがありません。" "The office has no licence."
        "ライセンスの利用申請をしてください。" "Apply for a licence."
        "relay.md 36, 42; assumption: how the real exchange answers";
    LICENCE_APPLIED "licence-applied" 403
        "ライセンスは申請済みですが、まだ有効ではありません。" "The licence was applied for and is not valid yet."
        "有効になる日時まで待ってください。" "Wait until it is valid."
        "relay.md 36; assumption: how the real exchange answers";
    LICENCE_LAPSED "licence-lapsed" 403
        "ライセンスの有効期間が過ぎています。" "The licence has lapsed."
        "ライセンスを更新してください。" "Renew the licence."
        "relay.md 36, 37; assumption: what a lapsed licence still allows is not public";
    LICENCE_VALID "licence-valid" 409
        "ライセンスは申請済みか、まだ有効です。" "There is a licence that is valid, or was applied for."
        "手で更新するのは、有効期間が過ぎてからです。" "It is renewed by hand once it has lapsed."
        "FAQ (relay.md 36: by hand after expiry); assumption: how the real exchange answers";
    DESTINATION_UNLICENSED "destination-unlicensed" 422
        "送信先の事業所は、いま利用できません。" "The destination office cannot be sent to now."
        "送信先のライセンスが有効ではありません。送信先に確かめてください。" "Its licence is not valid. Ask the destination."
        "relay.md 37, 58; assumption: an office without a valid licence cannot be addressed";
    DIRECTORY_QUERY "directory-query" 400
        "検索の指定を読み取れませんでした。" "The parameters of the search could not be read."
        "number・name・service・prefecture・municipality・limit・after を、それぞれ1つまで、短く指定してください。" "Give number, name, service, prefecture, municipality, limit and after at most once each, and short."
        "relay.md 41; assumption: our own search";
    // Profiles: terminals, claims, drafts, bulk sends, and what assumptions can be switched to.
    TERMINAL "terminal" 400
        "端末の名前がありません。" "The terminal is not named."
        "renkei-terminal ヘッダーに、端末の名前を1つ付けてください（A〜Z a〜z 0〜9 . _ - の1〜64文字）。" "Name the terminal in one renkei-terminal header (1 to 64 of A-Z a-z 0-9 . _ -)."
        "relay.md 6, 7, 40; assumption: how terminals are told apart is not public";
    MESSAGE_ALONE "message-alone" 422
        "メッセージだけでは送れません。" "A message cannot be sent without a file."
        "ファイルを1つ以上入れてください。" "Add at least one file."
        "relay.md 4; assumption: chosen for this environment (message-only)";
    KIND_TWICE "kind-twice" 422
        "同じ連番に、同じ種別のファイルが2つあります。" "There are two files of one kind under one serial."
        "1つのファイルにまとめるか、月が違うときは連番を分けてください。" "Put them into one file, or use another serial for another month."
        "R46, R47, R57, R69; assumption: the exchange compares it";
    ZERO_ACTUALS "zero-actuals" 422
        "実績が1件もない CSV は送れません。" "A CSV file of actuals without any record cannot be sent."
        "利用がなかったことは、メッセージか、0を書き入れた実績票の PDF で伝えてください。" "Tell by message, or by a PDF of the sheet with a zero written in, that there was no use."
        "S003 (relay.md 51); assumption: how the real exchange answers";
    NO_RECORDS "no-records" 422
        "CSV にレコードが1件もありません。" "A CSV file holds no record."
        "介護ソフトで出力しなおしてください。対象の方がいないときは、送る必要はありません。" "Export it again with the care software. If it concerns nobody, there is no need to send it."
        "relay.md 24, 51; assumption: other files are judged as actuals are";
    SET_AGAIN "set-again" 422
        "このファイルは、同じ送信先へすでに送られています。" "This file was already sent to this destination."
        "訂正のときは、介護ソフトで新しい連番のファイルを出力して送ってください。" "For a correction, export the files anew under a new serial and send those."
        "relay.md 54; assumption: chosen for this environment (same-set-again)";
    RANGE_BEYOND "range" 416
        "ファイルはそこまでありません。" "The file ends before that place."
        "はじめから取り出しなおしてください。" "Fetch it again from the beginning."
        "RFC 9110 14.2; assumption: our own protocol";
    NO_RECALL "no-recall" 403
        "この環境では、送信を取り消せません。" "Messages cannot be recalled in this environment."
        "送信先に電話などで連絡するか、削除用の CSV（DLT…）を送ってください。" "Tell the destination, by telephone for example, or send a deletion file (DLT...)."
        "R65-R68 (5.1); relay.md 11; assumption: there is no recall unless chosen (recall)";
    ALREADY_RECEIVED "already-received" 409
        "送信先がすでに受信しています。" "The destination has already received it."
        "送信先に電話などで連絡するか、削除用の CSV（DLT…）を送ってください。" "Tell the destination, by telephone for example, or send a deletion file (DLT...)."
        "relay.md 11; assumption: chosen for this environment (recall)";
    TOO_MANY_DRAFTS "too-many-drafts" 422
        "下書きが多すぎます。" "There are too many drafts."
        "使わない下書きを送るか削除してから、もう一度保存してください。何も保存していません。" "Send or remove drafts that are not needed, then try again. Nothing was kept."
        "relay.md 11, 15; assumption: the limit is not public";
    DRAFT_CHANGED "draft-changed" 409
        "下書きが、送信中に変えられたか、なくなりました。" "The draft was changed or removed while it was being sent."
        "下書き一覧と送信一覧を見て、必要ならもう一度送ってください。" "Look at the drafts and at what was sent, and send it again if needed."
        "assumption: our own protocol";
    NO_BULK "no-bulk" 403
        "この環境では、一括送信を使えません。" "There is no bulk send in this environment."
        "送信先ごとに送ってください。" "Send to one destination at a time."
        "relay.md 3, 46; assumption: chosen for this environment (bulk)";
    // Control: accounts.
    ACCOUNT_EXISTS "account-exists" 409
        "この事業所には、もうユーザーIDがあります。" "The office has an account already."
        "仮パスワードを出しなおしてください（POST …/account/password）。" "Give it a new temporary password (POST .../account/password)."
        "assumption: our own control";
}
