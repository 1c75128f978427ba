//! The texts of `renkei suite … --help`.

use crate::help::{Line, line};

const ADAPTER: (&str, &str) =
    ("対象ソフトウェアへのつなぎ方を書いたファイル（JSON）", "file that says how the software is reached (JSON)");
const STAY: (&str, &str) = (
    "1つのプロセスを続けて使います（指定しなければ、事例ごとに起動します）",
    "keep one process for many cases (by default each case starts its own)",
);
const TIME_LIMIT: (&str, &str) = (
    "1つの答えを待つ秒数（指定しなければ 30、または --adapter のファイルのとおり）",
    "seconds to wait for one answer (default: 30, or as the file of --adapter says)",
);
const COMMAND: (&str, &str) =
    ("対象ソフトウェアを動かすコマンド（-- に続けて書きます）", "the command that runs the software, behind --");
const CORPUS: (&str, &str) =
    ("事例のフォルダー（指定しなければ内蔵の事例）", "folder of the cases (those built in by default)");
const REQUIREMENTS: (&str, &str) =
    ("採点する要求セット（指定しなければ最新）", "requirement set that is scored (default: the newest)");
const ROLES: (&str, &str) = (
    "役割（kyotaku、service、houkatsu、yobo_service。, 区切り。指定しなければ対象ソフトウェアの役割すべて）",
    "roles, separated by commas: kyotaku, service, houkatsu, yobo_service (default: all that the software plays)",
);
const PATTERNS: (&str, &str) =
    ("ベンダーテストのパターン（D1-D7、D2,D3 など）", "patterns of the vendor test (D1-D7, or D2,D3 and so on)");
const CLASSES: (&str, &str) = (
    "分類（read、write など。, 区切り。一覧は list で見られます）",
    "classes, separated by commas (read, write and so on; list shows them)",
);
const ONLY: (&str, &str) =
    ("この文字で始まる事例だけ。何度でも指定できます", "only cases whose id begins so; may be repeated");
const SHARD: (&str, &str) = ("分けて実施するときの、n 個のうちの k 番目", "the k-th of n shares");
const BASELINE: (&str, &str) = (
    "既知の失敗を書いたファイル（理由・担当・期限つき）",
    "file of known failures, each with reason, owner and expiry",
);
const FORMAT: (&str, &str) = (
    "報告の形式（指定しなければ text）。--output と組にして何度でも指定できます",
    "form of the report (text by default); may be repeated, each with its --output",
);
const OUTPUT: (&str, &str) = (
    "報告を書くファイル。n 番目の --output は n 番目の --format のものです（- は標準出力）",
    "file for the report: the n-th --output belongs to the n-th --format (- is standard output)",
);
const VERBOSE: (&str, &str) = ("確認が必要な事例をすべて表示します", "tell every case that needs a look");
const JOBS: (&str, &str) = ("同時に動かす数（指定しなければ CPU の数）", "sessions at once (one per core by default)");
const ID: (&str, &str) = ("事例の名前（list で見られます）", "id of the case (list shows them)");

pub(crate) const LINES: &[Line] = &[
    line(
        "suite",
        "",
        "対象ソフトウェアの取り込みと書き出しを、標準仕様に沿って確かめます（自己検査）\n終了コード：0 採点した事例がすべて合格、1 不合格あり、2 判定できず",
        "Certifies a software against the standard, as a self-test\nExit codes: 0 all scored cases pass, 1 at least one fails, 2 could not judge",
    ),
    line("suite run", "", "事例を実施して、結果を報告します", "Runs the cases and reports"),
    line("suite run", "adapter", ADAPTER.0, ADAPTER.1),
    line("suite run", "stay", STAY.0, STAY.1),
    line("suite run", "time_limit", TIME_LIMIT.0, TIME_LIMIT.1),
    line("suite run", "command", COMMAND.0, COMMAND.1),
    line("suite run", "corpus", CORPUS.0, CORPUS.1),
    line("suite run", "requirements", REQUIREMENTS.0, REQUIREMENTS.1),
    line("suite run", "roles", ROLES.0, ROLES.1),
    line("suite run", "patterns", PATTERNS.0, PATTERNS.1),
    line("suite run", "classes", CLASSES.0, CLASSES.1),
    line("suite run", "only", ONLY.0, ONLY.1),
    line("suite run", "shard", SHARD.0, SHARD.1),
    line("suite run", "baseline", BASELINE.0, BASELINE.1),
    line("suite run", "format", FORMAT.0, FORMAT.1),
    line("suite run", "output", OUTPUT.0, OUTPUT.1),
    line("suite run", "verbose", VERBOSE.0, VERBOSE.1),
    line("suite run", "jobs", JOBS.0, JOBS.1),
    line("suite list", "", "事例の一覧を表示します（実施しません）", "Lists the cases without running any"),
    line("suite list", "corpus", CORPUS.0, CORPUS.1),
    line("suite list", "requirements", REQUIREMENTS.0, REQUIREMENTS.1),
    line("suite list", "roles", ROLES.0, ROLES.1),
    line("suite list", "patterns", PATTERNS.0, PATTERNS.1),
    line("suite list", "classes", CLASSES.0, CLASSES.1),
    line("suite list", "only", ONLY.0, ONLY.1),
    line("suite list", "shard", SHARD.0, SHARD.1),
    line("suite list", "format", "表示の形式（text 表、json プログラム用）", "text (a table) or json (for programs)"),
    line(
        "suite list",
        "digests",
        "要求セットと版ごとの、事例集のダイジェスト（SHA-256）だけを表示します",
        "only the digests (SHA-256) of the suite by requirement set and version",
    ),
    line(
        "suite doctor",
        "",
        "実施の準備ができているかを確かめます（終了コード：0 できている、2 できていない）",
        "Checks that everything is in place for a run (exit code 0: it is, 2: it is not)",
    ),
    line("suite doctor", "adapter", ADAPTER.0, ADAPTER.1),
    line("suite doctor", "stay", STAY.0, STAY.1),
    line("suite doctor", "time_limit", TIME_LIMIT.0, TIME_LIMIT.1),
    line("suite doctor", "command", COMMAND.0, COMMAND.1),
    line("suite doctor", "corpus", CORPUS.0, CORPUS.1),
    line("suite doctor", "requirements", REQUIREMENTS.0, REQUIREMENTS.1),
    line("suite doctor", "baseline", BASELINE.0, BASELINE.1),
    line(
        "suite replay",
        "",
        "1つの事例をもう一度実施して、やり取りをすべて表示します（ファイルは残します）",
        "Runs one case again, shows all that is said, and keeps its files",
    ),
    line("suite replay", "id", ID.0, ID.1),
    line("suite replay", "adapter", ADAPTER.0, ADAPTER.1),
    line("suite replay", "stay", STAY.0, STAY.1),
    line("suite replay", "time_limit", TIME_LIMIT.0, TIME_LIMIT.1),
    line("suite replay", "command", COMMAND.0, COMMAND.1),
    line("suite replay", "corpus", CORPUS.0, CORPUS.1),
    line("suite replay", "requirements", REQUIREMENTS.0, REQUIREMENTS.1),
];
