//! The texts of `renkei suite key|record|verify|badge --help`.

use crate::help::{Line, line};

const PUBLIC: (&str, &str) = ("公開鍵のファイル（….pub.pem）", "file of the public key (….pub.pem)");
const RECORD: (&str, &str) = ("記録のファイル", "file of the record");
const AT: (&str, &str) = (
    "確認する日時（2026-11-21 など。指定しなければ今）。既知の失敗の期限と比べます",
    "the time to verify at (2026-11-21 and so on; now by default): waivers must not have expired",
);

pub(crate) const LINES: &[Line] = &[
    line(
        "suite key",
        "",
        "記録に署名する鍵を作ります（Ed25519。公開鍵は ….pub.pem に書きます）",
        "Makes a key that signs records (Ed25519; the public half goes to ….pub.pem)",
    ),
    line(
        "suite key",
        "out",
        "秘密鍵のファイル（指定しなければ renkei-key.pem。上書きはしません）",
        "file of the private key (renkei-key.pem by default; never overwritten)",
    ),
    line(
        "suite record",
        "",
        "実施の結果に署名して、自己検査の記録（DSSE・in-toto test-result）を作ります\n終了コード：0 作った、1 結果に期限切れなどがある、2 作れない",
        "Signs the result of a run: a record of a self-test (DSSE, in-toto test-result)\nExit codes: 0 made, 1 the result does not stand, 2 not made",
    ),
    line(
        "suite record",
        "result",
        "結果のファイル（renkei suite run --format json --output FILE で書いたもの）",
        "the result (what renkei suite run --format json --output FILE wrote)",
    ),
    line("suite record", "key", "秘密鍵のファイル", "file of the private key"),
    line(
        "suite record",
        "subject",
        "対象ソフトウェアのファイルまたはフォルダー（ダイジェストだけを記録します）",
        "file or folder of the software under test (only its digest is recorded)",
    ),
    line(
        "suite record",
        "subject_digest",
        "対象ソフトウェアの SHA-256（ファイルが手元に無いとき）",
        "SHA-256 of the software under test, where it is not at hand",
    ),
    line("suite record", "url", "実施の記録が見られる URL（任意）", "URL at which the run can be seen (optional)"),
    line(
        "suite record",
        "out",
        "記録を書くファイル（指定しなければ record.dsse.json）",
        "file for the record (record.dsse.json by default)",
    ),
    line(
        "suite record",
        "at",
        "記録する日時（2026-11-21 など。指定しなければ今）",
        "the time to record (2026-11-21 and so on; now by default)",
    ),
    line(
        "suite verify",
        "",
        "自己検査の記録を確かめ、既知の失敗と確認していない事例をすべて示します（通信しません）\n終了コード：0 確認できた、1 確認できない、2 判定できず",
        "Verifies a record of a self-test and tells every waiver and skip (no network)\nExit codes: 0 it stands, 1 it does not, 2 could not judge",
    ),
    line("suite verify", "record", RECORD.0, RECORD.1),
    line("suite verify", "key", PUBLIC.0, PUBLIC.1),
    line("suite verify", "at", AT.0, AT.1),
    line(
        "suite badge",
        "",
        "確認できた記録から、自己検査であることを示す絵（SVG）を作ります\n終了コードは verify と同じです（0 のときだけ書きます）",
        "Makes a badge (SVG) that tells of a self-test, from a record that stands\nExit codes as of verify; written with 0 only",
    ),
    line("suite badge", "record", RECORD.0, RECORD.1),
    line("suite badge", "key", PUBLIC.0, PUBLIC.1),
    line("suite badge", "at", AT.0, AT.1),
    line(
        "suite badge",
        "out",
        "絵を書くファイル（指定しなければ badge.svg）",
        "file for the badge (badge.svg by default)",
    ),
];
