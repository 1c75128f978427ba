//! Two months at once: a file for each.

use super::cast::{BOTH, USERS};
use super::model::{Act, Expect, List, Papers, Scenario, Side, Step, Words, at, spot, t};

pub(super) static SCENARIO: Scenario = Scenario {
    id: "late-month",
    is_drill: false,
    title: t("月遅れ：2つの月を送る", "A late month: two months at once"),
    audience: USERS,
    minutes: 4,
    learned: t(
        "1つのファイルに入るのは1つの提供年月だけで、月ごとに別のファイル・別の連番になること。",
        "That a file holds one month only: two months are two files under two serials.",
    ),
    source: "relay.md 55、R45・R47（5.1.1.3）",
    papers: "late-month",
    cast: BOTH,
    absent: &[],
    steps: &[
        Step {
            at: at(9, 18, 15, 0),
            who: spot(0, 1),
            side: Side::Left,
            title: t("9月分の変更と10月分を一緒に送る", "The change of September goes with October"),
            why: t(
                "9月の予定を月の途中で変えました。介護ソフトは、9月分と10月分を別々の組（3つずつ、連番も別）で出力します。1通のメッセージに2組を入れても構いません。",
                "The plan of September has changed within the month. The software makes a set for each month; both may go in one message.",
            ),
            by_hand: t(
                "左の画面の「新規作成」で、6つのファイルを入れて送ります。",
                "Put all six files into one message on the left screen and send it.",
            ),
            given: None,
            act: Act::Send {
                to: 1,
                papers: Papers::Sets(&[0, 1]),
                attached: None,
                words: Words::Said("9月分の変更と、10月分の予定です。"),
            },
            expect: Expect::Accepted { to: 1, sets: &[0, 1], attached: 0 },
            seen: t("1通に、連番の違う2組が入りました。", "One message holds two sets under two serials."),
        },
        Step {
            at: at(9, 24, 9, 0),
            who: spot(1, 1),
            side: Side::Right,
            title: t("サービス事業所が受け取る", "The service office gets it"),
            why: t("受信一覧では1通です。", "It is one message in the list."),
            by_hand: t("右の画面で「受信一覧」を開きます。", "Open 受信一覧 on the right screen."),
            given: None,
            act: Act::Open(List::Inbox),
            expect: Expect::Claimed(1),
            seen: t("1通が届きました。", "One message has arrived."),
        },
        Step {
            at: at(9, 24, 9, 10),
            who: spot(1, 1),
            side: Side::Right,
            title: t("名前の年月を見て、両方を取り込む", "The names tell the months; both are taken in"),
            why: t(
                "ファイル名の6桁の数字が提供年月です。月が違えば、後のものが前のものを置き換えることはありません。",
                "Six digits in the name are the month. Files of different months do not replace each other.",
            ),
            by_hand: t("右の画面で、すべてのファイルを保存します。", "Save every file on the right screen."),
            given: None,
            act: Act::Save,
            expect: Expect::Saved(&[0, 1]),
            seen: t("2つの月がそろいました。", "Both months are there."),
        },
    ],
};
