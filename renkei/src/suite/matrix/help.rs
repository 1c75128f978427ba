//! The texts of `renkei suite matrix --help`.

use crate::help::{Line, line};

pub(crate) const LINES: &[Line] = &[
    line(
        "suite matrix",
        "",
        "それぞれが書き出したものを、それぞれが取り込めるかを、すべての組み合わせで確かめます（自己検査）\n終了コード：0 すべて合格、1 不合格あり、2 判定できず",
        "What each software writes is read by each: every ordered pair (a self-test)\nExit codes: 0 all pass, 1 something fails, 2 could not judge",
    ),
    line(
        "suite matrix",
        "adapters",
        "ソフトウェアごとのつなぎ方のファイル（JSON。renkei suite run --adapter と同じもの）",
        "file of each software that says how it is reached (JSON, as for renkei suite run --adapter)",
    ),
    line(
        "suite matrix",
        "corpus",
        "事例のフォルダー（指定しなければ corpus）",
        "folder of the cases (corpus by default)",
    ),
    line(
        "suite matrix",
        "requirements",
        "採点する要求セット（指定しなければ最新）",
        "requirement set that is scored (default: the newest)",
    ),
    line(
        "suite matrix",
        "roles",
        "この役割どうしのやり取りだけ（kyotaku、service、houkatsu、yobo_service。, 区切り）",
        "only exchanges between these roles, separated by commas: kyotaku, service, houkatsu, yobo_service",
    ),
    line(
        "suite matrix",
        "patterns",
        "ベンダーテストのパターン（D1-D7、D2,D3 など）",
        "patterns of the vendor test (D1-D7, or D2,D3 and so on)",
    ),
    line(
        "suite matrix",
        "only",
        "この文字で始まる事例だけ（write/d2 など）。何度でも指定できます",
        "only cases whose id begins so (write/d2 and so on); may be repeated",
    ),
    line(
        "suite matrix",
        "time_limit",
        "1つの答えを待つ秒数（指定しなければ、それぞれのファイルのとおり）",
        "seconds to wait for one answer (default: as each file says)",
    ),
    line(
        "suite matrix",
        "jobs",
        "同時に動かす数（指定しなければ CPU の数）",
        "sessions at once (one per core by default)",
    ),
    line(
        "suite matrix",
        "out",
        "表と詳細を書くファイル（HTML。通信なしで開け、印刷できます）",
        "file for the table and what is behind it (HTML; opens offline and prints)",
    ),
    line(
        "suite matrix",
        "json",
        "結果を書くファイル（JSON、プログラム用）",
        "file for the result (JSON, for programs)",
    ),
];
