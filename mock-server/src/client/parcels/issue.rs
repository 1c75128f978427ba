//! Why files cannot be sent as they are, in plain words, and how to mend it.

use std::path::PathBuf;

use careplan::layout::Kind;
use careplan::name::{NameIssue, NamePart};
use careplan::set::CompositionProblem;
use careplan::text::{Message, Text};

/// Files that cannot be sent as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// The files, none of which is sent.
    pub paths: Vec<PathBuf>,
    /// What is wrong.
    pub fault: Fault,
    /// What is wrong, in words.
    pub why: Message,
    /// How to mend it.
    pub mend: Text,
}

/// What is wrong with files that cannot be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The name is not one of the standard.
    Name,
    /// The name has the form of an earlier version.
    Version,
    /// The name says that another office sends it.
    Sender,
    /// The set lacks a file.
    Incomplete,
    /// A file does not belong to the set.
    Stranger,
    /// Two files have the same name.
    Twice,
    /// The set is larger than one message may be.
    TooLarge,
    /// The file cannot be read.
    Unreadable,
}

impl Fault {
    /// How to mend it.
    #[must_use]
    pub const fn mend(self) -> Text {
        match self {
            Self::Name => Text::new(
                "介護ソフトが出力した名前のまま、もう一度書き出してください。",
                "Export it again from the care software and keep the name it gives.",
            ),
            Self::Version => Text::new(
                "標準仕様 V4.1 に対応した介護ソフトで、書き出しなおしてください。",
                "Export it again with care software that supports V4.1.",
            ),
            Self::Sender => Text::new(
                "自分の事業所のファイルだけを置いてください。複数の事業所番号があるときは、番号ごとに設定（--home）を分けてください。",
                "Leave only files of your own office here; with several office numbers, use one --home for each.",
            ),
            Self::Incomplete => Text::new(
                "足りないファイルをそろえて、同じ連番の組をまとめて置いてください。",
                "Add what is missing, and put all files of one serial there together.",
            ),
            Self::Stranger => Text::new(
                "組に入らないファイルを除くか、介護ソフトで組を書き出しなおしてください。",
                "Take away what does not belong to the set, or export the set again.",
            ),
            Self::Twice => Text::new("どちらか1つだけにしてください。", "Keep one of them."),
            Self::TooLarge => Text::new(
                "介護ソフトで、利用者を分けて書き出してください。",
                "Have the care software export fewer users at a time.",
            ),
            Self::Unreadable => Text::new(
                "ほかのソフトが開いていないか、読む権限があるかを確かめてください。",
                "Check whether another program has it open, and whether it may be read.",
            ),
        }
    }

    pub(in crate::client) fn of(self, paths: Vec<PathBuf>, why: Message) -> Issue {
        Issue { paths, fault: self, why, mend: self.mend() }
    }
}

/// What is wrong with a name.
pub(super) fn of_name(issue: &NameIssue) -> (Fault, Message) {
    let part = match issue {
        NameIssue::Version3 => {
            return (Fault::Version, Text::new("第3版までの名前です。", "The name is of version 3 or before.").into());
        }
        NameIssue::Version40 => {
            return (Fault::Version, Text::new("4.0版の名前です。", "The name is of version 4.0.").into());
        }
        NameIssue::Broken(part) => *part,
        _ => NamePart::Kind,
    };
    let (ja, en) = match part {
        NamePart::Kind => ("先頭の種類", "the kind at its head"),
        NamePart::Extension => ("拡張子", "the extension"),
        NamePart::Parts => ("「_」で区切られた部分の数", "the number of parts between underscores"),
        NamePart::Month => ("年月", "the year and month"),
        NamePart::Office => ("事業所番号", "an office number"),
        NamePart::ServiceType => ("サービス種類コード", "a service type"),
        NamePart::Serial => ("連番", "the serial"),
        NamePart::Branch => ("枝番", "the branch number"),
    };
    let why = Message::new(
        format!("ファイル名が標準仕様の形ではありません（{ja}）。"),
        format!("The name does not have the form of the standard ({en})."),
    );
    (Fault::Name, why)
}

/// What is wrong with a set.
pub(super) fn of_set(problem: &CompositionProblem) -> (Fault, Message) {
    let list = |kinds: &[Kind]| kinds.iter().map(|kind| kind.code()).collect::<Vec<_>>().join(", ");
    let title = problem.nearest.title;
    if problem.strangers.is_empty() {
        let missing = list(&problem.missing);
        return (
            Fault::Incomplete,
            Message::new(
                format!("「{}」に足りないファイルがあります：{missing}。", title.ja),
                format!("\"{}\" lacks {missing}.", title.en),
            ),
        );
    }
    let strangers = list(&problem.strangers);
    (
        Fault::Stranger,
        Message::new(
            format!("「{}」に入らないファイルがあります：{strangers}。", title.ja),
            format!("{strangers} does not belong to \"{}\".", title.en),
        ),
    )
}
