//! A workbook is refused; a PDF goes.

use super::cast::{BOTH, HELP_DESK};
use super::model::{Act, Expect, List, Papers, Prop, Scenario, Side, Step, Words, at, spot, t};
use crate::refusals::{ATTACHMENT_CONTENT, OFFICE_DOCUMENT};

pub(super) static SCENARIO: Scenario = Scenario {
    id: "excel-attachment",
    is_drill: true,
    title: t("Excel の報告書を添付した", "A workbook is attached"),
    audience: HELP_DESK,
    minutes: 4,
    learned: t(
        "Word・Excel・PowerPoint は送れず、PDF・画像・テキストなら送れること。拡張子だけを変えても送れないこと。",
        "That Word, Excel and PowerPoint files are refused while PDF, pictures and text go, and that another extension does not help.",
    ),
    source: "relay.md 13・14（山都町 事例集 p.9）",
    papers: "kyotaku-month",
    cast: BOTH,
    absent: &[],
    steps: &[
        Step {
            at: at(10, 5, 15, 0),
            who: spot(1, 1),
            side: Side::Right,
            title: t("利用状況の報告書（Excel）を添付して送る", "A report is sent as a workbook"),
            why: t(
                "サービス事業所から居宅へ、CSV のほかに報告書や写真も送れます。まず、いつもの Excel のまま添付してみます。",
                "Reports and pictures can go beside CSV. First it is tried with the workbook as it is.",
            ),
            by_hand: t(
                "右の画面の「新規作成」で、xlsx のファイルを「PDF等」の欄に入れて送ってみます。",
                "Put the xlsx file into the area of PDF and the like on the right screen, and try to send it.",
            ),
            given: None,
            act: Act::Send {
                to: 0,
                papers: Papers::None,
                attached: Some(Prop::Workbook),
                words: Words::Said("9月の利用状況報告書です。"),
            },
            expect: Expect::Refused(&OFFICE_DOCUMENT),
            seen: t("断られました。", "It was refused."),
        },
        Step {
            at: at(10, 5, 15, 5),
            who: spot(1, 1),
            side: Side::Right,
            title: t("名前だけ .pdf に変えてみる", "It is only renamed to .pdf"),
            why: t(
                "拡張子を書き換えても、中身は Excel のままです。（中身まで見るかどうかは公開されておらず、この環境では先頭だけを見ます。）",
                "Its content is still a workbook. (Whether the real exchange looks inside is not public; here the first bytes are looked at.)",
            ),
            by_hand: t(
                "右の画面で、名前を変えただけのファイルを送ってみます。",
                "Try to send the file that was only renamed.",
            ),
            given: None,
            act: Act::Send { to: 0, papers: Papers::None, attached: Some(Prop::WorkbookAsPdf), words: Words::None },
            expect: Expect::Refused(&ATTACHMENT_CONTENT),
            seen: t("これも断られました。", "This was refused, too."),
        },
        Step {
            at: at(10, 5, 15, 10),
            who: spot(1, 1),
            side: Side::Right,
            title: t("Excel から PDF に保存しなおして送る", "It is saved as PDF and sent"),
            why: t(
                "Excel の「名前を付けて保存」や「エクスポート」で PDF にできます。写真なら jpeg や png のままで送れます。",
                "Excel saves as PDF. Pictures go as they are.",
            ),
            by_hand: t("右の画面で、PDF を入れて送ります。", "Put in the PDF on the right screen and send it."),
            given: None,
            act: Act::Send {
                to: 0,
                papers: Papers::None,
                attached: Some(Prop::Report),
                words: Words::Said("9月の利用状況報告書です。"),
            },
            expect: Expect::Accepted { to: 0, sets: &[], attached: 1 },
            seen: t("受け付けられました。", "It was accepted."),
        },
        Step {
            at: at(10, 6, 9, 0),
            who: spot(0, 1),
            side: Side::Left,
            title: t("居宅が受け取る", "The care manager gets it"),
            why: t(
                "添付ファイルは介護ソフトには取り込まれません。ファイルのまま保管します。",
                "Care software does not take attachments in; they are kept as files.",
            ),
            by_hand: t("左の画面で「受信一覧」を開きます。", "Open 受信一覧 on the left screen."),
            given: None,
            act: Act::Open(List::Inbox),
            expect: Expect::Claimed(1),
            seen: t("PDF の1通だけが届きました。", "Only the one with the PDF has arrived."),
        },
    ],
};
