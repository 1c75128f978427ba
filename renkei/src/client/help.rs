//! The texts of `renkei client … --help`.

use crate::help::{Line, line};

const HOME: (&str, &str) = (
    "設定と控えを置くフォルダー（指定しなければ renkei-home。環境変数 RENKEI_HOME でも選べます）",
    "folder of settings and ledger (default: renkei-home; also: RENKEI_HOME)",
);
const LAYOUT: (&str, &str) = (
    "置き方（by-message 1通ごとのフォルダー、flat 1つのフォルダーに並べる。指定しなければ by-message）",
    "by-message (a folder for each message, the default) or flat (all files in one folder)",
);

pub(crate) const LINES: &[Line] = &[
    line(
        "client",
        "",
        "事業所の側の道具です。電子証明書でつなぎ、フォルダーを送り、フォルダーに受け取ります\n\
         終了コード：0 できた、1 中継が断ったもの・送れないものがある、2 できなかった",
        "The office's side: connects with a certificate, sends folders and receives into folders\n\
         Exit codes: 0 done, 1 the relay refused something or something cannot be sent, 2 could not be done",
    ),
    line(
        "client setup",
        "",
        "つなぐ先と電子証明書を決めて、設定のフォルダーを作ります",
        "Makes the home folder: where to connect, with which certificate",
    ),
    line("client setup", "url", "中継のアドレス（https://…）", "address of the relay (https://...)"),
    line("client setup", "ca", "信頼する認証局の証明書（PEM）", "certificate of the CA to trust (PEM)"),
    line("client setup", "cert", "事業所の電子証明書（PEM）", "certificate of the office (PEM)"),
    line("client setup", "key", "電子証明書の鍵（PEM）", "its key (PEM)"),
    line(
        "client setup",
        "p12",
        "電子証明書・鍵・認証局が1つになったファイル（.p12、.pfx）",
        "certificate, key and CA in one file (.p12, .pfx)",
    ),
    line(
        "client setup",
        "p12_password_file",
        "そのパスワードを書いたファイル（環境変数 RENKEI_P12_PASSWORD でも渡せます）",
        "file that holds its password (also: RENKEI_P12_PASSWORD)",
    ),
    line("client setup", "user", "ログインするユーザー ID（KJ…）", "user id to log in with (KJ...)"),
    line(
        "client setup",
        "password_file",
        "そのパスワードを書いたファイル（環境変数 RENKEI_PASSWORD でも渡せます）",
        "file that holds its password (also: RENKEI_PASSWORD)",
    ),
    line(
        "client setup",
        "terminal",
        "この端末の名前（英数字と . _ -。指定しなければ自動で付けます）",
        "name of this terminal (letters, digits, . _ -; made up by default)",
    ),
    line("client setup", "home", HOME.0, HOME.1),
    line(
        "client send",
        "",
        "ファイルを名前のとおりの送信先へ送ります。送信先ごとに1通です。途中で切れても、同じ命令で続きから送れます",
        "Sends files to where their names say, one message for each destination; run it again after a cut",
    ),
    line("client send", "paths", "送るファイル、またはフォルダー（中をすべて見ます）", "files, or folders (walked)"),
    line("client send", "message", "メッセージ（送信先が1つのとき）", "text of the message (one destination only)"),
    line(
        "client send",
        "message_file",
        "メッセージを書いたファイル（UTF-8）。命令の控えに残したくないときに",
        "file that holds the text (UTF-8), where it should not stand on the command line",
    ),
    line(
        "client send",
        "attach",
        "添付する PDF など（送信先が1つのとき）。何度でも指定できます",
        "a PDF and the like to attach (one destination only); may be repeated",
    ),
    line(
        "client send",
        "to",
        "この事業所番号あてのものだけを送ります（メッセージや添付だけのときは送信先）",
        "send to this office only (with text or attachments alone: the destination)",
    ),
    line(
        "client send",
        "moves",
        "送ったファイルを、そばの sent フォルダーへ移します",
        "move what was sent into a folder sent beside it",
    ),
    line("client send", "again", "送信済みのものも、もう一度送ります", "send once more what was sent before"),
    line("client send", "home", HOME.0, HOME.1),
    line(
        "client receive",
        "",
        "届いたものをすべて受け取ります。途中で切れても、同じ命令で続きから受け取れます",
        "Receives everything new; run it again after a cut",
    ),
    line("client receive", "folder", "受け取るフォルダー", "folder to receive into"),
    line("client receive", "layout", LAYOUT.0, LAYOUT.1),
    line("client receive", "home", HOME.0, HOME.1),
    line(
        "client watch",
        "",
        "介護ソフトの出力フォルダーを見張って送り、届いたものを取込フォルダーに置きます。Ctrl-C で止まります",
        "Watches the output folder of a care software and fills its import folder; Ctrl-C stops it",
    ),
    line(
        "client watch",
        "outbox",
        "見張るフォルダー。送ったものは sent、送れないものは理由を添えて refused に移します",
        "folder to watch; what was sent goes to sent, what cannot be to refused with the reason",
    ),
    line("client watch", "inbox", "受け取るフォルダー", "folder to receive into"),
    line("client watch", "layout", LAYOUT.0, LAYOUT.1),
    line("client watch", "every", "見に行く間隔（秒。指定しなければ 30）", "seconds between two looks (30 by default)"),
    line(
        "client watch",
        "settle",
        "ファイルがこの秒数変わらなければ、書き終わったものとします（指定しなければ 5）",
        "seconds without change after which a file counts as written (5 by default)",
    ),
    line(
        "client watch",
        "grace",
        "組がそろうのを待つ秒数（指定しなければ 600）。過ぎたら refused に移します",
        "seconds to wait for a set to be complete (600 by default) before it goes to refused",
    ),
    line("client watch", "once", "1回だけ見て終わります", "look once and end"),
    line("client watch", "home", HOME.0, HOME.1),
    line(
        "client list",
        "",
        "この端末の送信・受信の控え、または下書きの一覧を表示します",
        "Lists what was sent or received at this terminal, or the drafts",
    ),
    line(
        "client list",
        "which",
        "sent 送信（中継の控えも示します）、received 受信、drafts 下書き",
        "sent (with what the relay keeps), received or drafts",
    ),
    line("client list", "json", "プログラム用の JSON で表示します", "as JSON, for programs"),
    line("client list", "home", HOME.0, HOME.1),
    line(
        "client status",
        "",
        "電子証明書の残り日数、中継につながるか、お知らせを表示します（受信一覧は開きません）",
        "Shows the days left of the certificate, whether the relay answers, and notices (opens no mailbox)",
    ),
    line("client status", "home", HOME.0, HOME.1),
];
