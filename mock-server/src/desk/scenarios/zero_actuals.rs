//! Nobody came all month: there is no file to send.

use super::cast::{BOTH, USERS};
use super::model::{Act, Expect, List, Papers, Prop, Scenario, Side, Step, Words, at, spot, t};
use crate::refusals::ZERO_ACTUALS;

pub(super) static SCENARIO: Scenario = Scenario {
    id: "zero-actuals",
    is_drill: false,
    title: t("実績がゼロの月", "A month without any actuals"),
    audience: USERS,
    minutes: 6,
    learned: t(
        "実績が1件もないと CSV を送れないこと。受け取る側には「まだ届かない」のと見分けがつかないこと。メッセージか PDF で知らせること。",
        "That without a single record no CSV can be sent, that the receiver cannot tell it from a file that is late, and that a message or a PDF says so instead.",
    ),
    source: "relay.md 51（山都町 事例集 ③a）、R54①",
    papers: "zero-actual-all",
    cast: BOTH,
    absent: &[],
    steps: &[
        Step {
            at: at(9, 18, 15, 0),
            who: spot(0, 1),
            side: Side::Left,
            title: t("居宅が予定を送る", "The care manager sends next month's services"),
            why: t("10月の予定を、いつもどおりに送ります。", "The services of October are sent as always."),
            by_hand: t(
                "左の画面の「新規作成」で、予定の3つのファイルを送ります。",
                "Send the three files of the month from the left screen.",
            ),
            given: None,
            act: Act::Send { to: 1, papers: Papers::Sets(&[0]), attached: None, words: Words::None },
            expect: Expect::Accepted { to: 1, sets: &[0], attached: 0 },
            seen: t("受け付けられました。", "It was accepted."),
        },
        Step {
            at: at(9, 24, 9, 30),
            who: spot(1, 1),
            side: Side::Right,
            title: t("サービス事業所が受け取る", "The service office gets it"),
            why: t(
                "このあと10月は、ご本人の入院などで1回も利用がありませんでした。",
                "All through October the service was then not used once.",
            ),
            by_hand: t("右の画面で「受信一覧」を開きます。", "Open 受信一覧 on the right screen."),
            given: None,
            act: Act::Open(List::Inbox),
            expect: Expect::Claimed(1),
            seen: t("予定が届きました。", "The plan has arrived."),
        },
        Step {
            at: at(11, 2, 15, 0),
            who: spot(1, 1),
            side: Side::Right,
            title: t("空の実績を送ってみる", "Actuals without a record are tried"),
            why: t(
                "紙なら、0を書いた提供票や空欄のままの提供票を渡せました。CSV は1行が1つの実績なので、0件だとファイルに何も入りません。",
                "On paper one would hand over a sheet with a zero. In a CSV a row is a use: with none, there is nothing in the file.",
            ),
            by_hand: t(
                "右の画面の「新規作成」で、0件の実績ファイルを送ってみます。",
                "Try to send the empty file of actuals from the right screen.",
            ),
            given: None,
            act: Act::Send { to: 0, papers: Papers::NoActuals(0), attached: None, words: Words::None },
            expect: Expect::Refused(&ZERO_ACTUALS),
            seen: t(
                "断られました。居宅には何も届かないので、送り忘れと区別がつきません。",
                "It was refused. As nothing arrives, the care manager cannot tell it from a file forgotten.",
            ),
        },
        Step {
            at: at(11, 2, 15, 10),
            who: spot(1, 1),
            side: Side::Right,
            title: t("メッセージで知らせる", "A message says so"),
            why: t(
                "ファイルを付けずに、メッセージだけで「今月は利用がありませんでした」と伝えます。（メッセージだけで送れるかどうかは公開されておらず、この環境ではそう仮定しています。）",
                "A message without a file tells that there was no use. (Whether the real exchange takes a message alone is not public; here it is assumed.)",
            ),
            by_hand: t(
                "右の画面の「新規作成」で、メッセージだけを書いて送ります。",
                "Write a message on the right screen and send it without a file.",
            ),
            given: None,
            act: Act::Send { to: 0, papers: Papers::None, attached: None, words: Words::Shelf(0) },
            expect: Expect::Accepted { to: 0, sets: &[], attached: 0 },
            seen: t("受け付けられました。", "It was accepted."),
        },
        Step {
            at: at(11, 2, 15, 20),
            who: spot(1, 1),
            side: Side::Right,
            title: t("0を書き入れた実績票を PDF で送る", "A sheet with a zero goes as PDF"),
            why: t(
                "もう1つのやり方です。手で0を書いた実績票を PDF にして「PDF等」の欄に入れます。紙で保管している事業所には、こちらが分かりやすいこともあります。",
                "The other way: the sheet with a zero written in, as PDF. Some offices find it easier to file.",
            ),
            by_hand: t(
                "右の画面の「新規作成」で、PDF を「PDF等」の欄に入れて送ります。",
                "Put the PDF into the area of PDF and the like, and send.",
            ),
            given: None,
            act: Act::Send {
                to: 0,
                papers: Papers::None,
                attached: Some(Prop::ZeroSheet),
                words: Words::Said("10月分は利用がありませんでした。実績票を添付します。"),
            },
            expect: Expect::Accepted { to: 0, sets: &[], attached: 1 },
            seen: t(
                "受け付けられました。介護ソフトには取り込まれず、ファイルとして残ります。",
                "It was accepted. It stays a file; care software does not take it in.",
            ),
        },
        Step {
            at: at(11, 4, 9, 0),
            who: spot(0, 1),
            side: Side::Left,
            title: t("居宅が受信一覧を開く", "The care manager opens the received list"),
            why: t(
                "実績ゼロが、はっきり分かります。給付管理に進めます。",
                "It is plain now that there was no use; the work can go on.",
            ),
            by_hand: t(
                "左の画面で「受信一覧」を開き、メッセージと PDF を見ます。",
                "Open 受信一覧 on the left screen; look at the message and the PDF.",
            ),
            given: None,
            act: Act::Open(List::Inbox),
            expect: Expect::Claimed(2),
            seen: t(
                "2通が届きました。どちらか1つで足ります。どちらにするかを決めておきましょう。",
                "Two messages are there. One of them is enough: agree on which.",
            ),
        },
    ],
};
