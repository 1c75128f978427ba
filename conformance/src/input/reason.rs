//! Why something could not be judged: the table of `input/…` rules. Each makes the verdict
//! `undecided` and the exit code 2.

use std::borrow::Cow;

use careplan::diagnostic::{Finding, Place, Severity};
use careplan::rules::Rule;
use careplan::text::{Message, Text};

macro_rules! reasons {
    ($($name:ident $id:literal { $($key:ident: $ja:literal, $en:literal;)* })*) => {
        $(
            #[doc = concat!("`", $id, "`")]
            pub static $name: Rule = Rule {
                id: $id,
                severity: Severity::Warning,
                $($key: Text::new($ja, $en),)*
                source: "renkei の入力の決まり",
            };
        )*

        /// All of them.
        pub static REASONS: &[&Rule] = &[$(&$name),*];
    };
}

reasons! {
    UNREADABLE "input/unreadable" {
        title: "読めません", "Cannot be read";
        what: "指定されたファイルやフォルダーが、通常のファイルとして最後まで読めること。",
            "Every given file or folder can be read to its end as a regular file.";
        why: "読めなかったものは判定できません。結果は「判定できず」になります。",
            "What was not read cannot be judged; the verdict is “undecided”.";
        example: "存在しないパス、権限の無いフォルダー、名前付きパイプ、暗号化された zip の項目。",
            "A missing path, a folder without permission, a named pipe, an encrypted zip entry.";
        mend: "パスと権限を確かめ、暗号化や特殊な圧縮は外してから、もう一度お試しください。",
            "Check the path and its permissions, remove encryption or unusual compression, and try again.";
    }
    ZIP_BROKEN "input/zip-broken" {
        title: "zip が壊れています", "The zip is broken";
        what: "zip の目次と中身が、最後まで矛盾なく読めること。",
            "The directory and the contents of a zip can be read to the end and agree.";
        why: "壊れた部分のファイルは判定できません。",
            "Files in the broken part cannot be judged.";
        example: "途中で切れた zip、zip ではないものに .zip と付けたファイル、CRC の合わない項目。",
            "A truncated zip, something else named .zip, an entry whose CRC does not match.";
        mend: "zip を作り直すか、展開したフォルダーを指定してください。",
            "Make the zip again, or give the unpacked folder.";
    }
    ZIP_ENTRY_REFUSED "input/zip-entry-refused" {
        title: "zip の中の名前を受け付けません", "A name inside the zip is refused";
        what: "zip の中の名前が、zip の外を指さず、1つずつ異なること。",
            "Names inside a zip stay inside it, and each stands once.";
        why: "展開すると zip の外のファイルを書き換えるおそれがあるため、読まずに断ります。",
            "Unpacking it could overwrite files outside, so it is refused unread.";
        example: "`../x.CSV`、`/etc/x.CSV`、`C:\\x.CSV`、`a\\x.CSV`、同じ名前の2つの項目、リンク。",
            "`../x.CSV`, `/etc/x.CSV`, `C:\\x.CSV`, `a\\x.CSV`, two entries of one name, a link.";
        mend: "ファイルだけを普通の名前で入れて、zip を作り直してください。",
            "Make the zip again with plain names and files only.";
    }
    LIMIT "input/limit" {
        title: "上限に達しました", "A limit was reached";
        what: "1回の検査で読む量が、決められた上限に収まること。",
            "What one run reads stays within the stated limits.";
        why: "上限を超えた部分は読まないため、判定できません（zip 爆弾などへの備えです）。",
            "What lies beyond the limit is not read and cannot be judged (a guard against zip bombs).";
        example: "展開すると 2 GiB を超える zip、64 段より深いフォルダー、5 万件を超えるファイル。",
            "A zip that unpacks to more than 2 GiB, folders deeper than 64, more than 50,000 files.";
        mend: "分けて検査するか、zip を展開してフォルダーを指定してください。",
            "Check it in parts, or unpack the zip and give the folder.";
    }
    NOTHING "input/nothing-to-judge" {
        title: "判定するファイルがありません", "There is nothing to judge";
        what: "指定した場所に、連携のファイルが1つ以上あること。",
            "The given places hold at least one file of the exchange.";
        why: "1つも判定していないのに「適合」とは言えません。",
            "With nothing judged, “conformant” cannot be said.";
        example: "空のフォルダー、PDF だけのフォルダー。",
            "An empty folder, a folder of PDF files only.";
        mend: "連携のファイル（UPPLAN_….CSV など）のある場所を指定してください。",
            "Give the place where the exchange files (UPPLAN_….CSV and so on) are.";
    }
}

/// A finding that says why something was not judged.
#[must_use]
pub fn finding(rule: &'static Rule, found: Message) -> Finding {
    Finding {
        rule,
        severity: rule.severity,
        place: Place::default(),
        value: None,
        found,
        expected: rule.what.into(),
        source: Cow::Borrowed(rule.source),
        reading: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_an_id_of_its_own_and_both_languages() {
        let mut ids: Vec<_> = REASONS.iter().map(|rule| rule.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), REASONS.len());
        for rule in REASONS {
            assert!(rule.id.starts_with("input/"), "{}", rule.id);
            for text in [rule.title, rule.what, rule.why, rule.example, rule.mend] {
                assert!(!text.ja.is_empty() && !text.en.is_empty(), "{}", rule.id);
            }
        }
    }

    #[test]
    fn the_limits_that_the_text_names_are_the_limits() {
        use crate::input::limits;
        let text = LIMIT.example.en;
        assert!(text.contains(&format!("{} GiB", limits::ZIP_ARCHIVE_BYTES >> 30)));
        assert!(text.contains(&format!("deeper than {}", limits::DEPTH)));
        assert!(text.contains(&format!("{},000 files", limits::FILES / 1000)));
    }
}
