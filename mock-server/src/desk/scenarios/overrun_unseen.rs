//! Beyond the limit, and the office that is paid in full cannot see it.

use super::cast::{CARE_MANAGER, USERS};
use super::model::{Act, Expect, List, Papers, Scenario, Side, Step, Words, at, spot, t};

pub(super) static SCENARIO: Scenario = Scenario {
    id: "overrun-unseen",
    is_drill: false,
    title: t("限度額の超過が、サービス事業所に見えない", "Beyond the limit, unseen by the service office"),
    audience: USERS,
    minutes: 6,
    learned: t(
        "自分の事業所の分だけが届くと、区分支給限度基準額を超えたことが帳票に出ないこと。氏名と単位数をメッセージで伝えること。",
        "That where only the receiver's rows are sent, going beyond the monthly limit shows nowhere, and that a message has to say whose and by how much.",
    ),
    source: "relay.md 52（山都町 事例集 ③b）、R49。標準仕様は全事業所の分を入れるとしており、実際のソフトは分かれる",
    papers: "overrun-unseen",
    cast: &[CARE_MANAGER, t("訪問看護ステーション", "the nursing office")],
    absent: &[],
    steps: &[
        Step {
            at: at(9, 18, 15, 0),
            who: spot(0, 1),
            side: Side::Left,
            title: t("居宅が、相手の分だけの予定を送る", "The care manager sends the receiver's rows only"),
            why: t(
                "計画全体では、ほかの事業所の分と合わせて限度額を超えています。でも、この訪問看護の分だけを見ると、限度額の中です。",
                "The plan as a whole goes beyond the limit. The rows of this office alone do not.",
            ),
            by_hand: t(
                "左の画面の「新規作成」で、3つのファイルを送ります。",
                "Send the three files from the left screen.",
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
            title: t("訪問看護が受け取る", "The nursing office gets it"),
            why: t("受信一覧を開き、ファイルを取り込みます。", "It opens the list and takes the files in."),
            by_hand: t("右の画面で「受信一覧」を開きます。", "Open 受信一覧 on the right screen."),
            given: None,
            act: Act::Open(List::Inbox),
            expect: Expect::Claimed(1),
            seen: t("1通が届きました。", "One message has arrived."),
        },
        Step {
            at: at(9, 24, 9, 40),
            who: spot(1, 1),
            side: Side::Right,
            title: t("第7表を見ても、超過は見つからない", "Sheet 7 shows nothing beyond the limit"),
            why: t(
                "紙の提供票別表には、ほかの事業所の分と、超えた単位数も載っていました。届いた第7表には、この事業所の行しかありません。",
                "On paper the sheet had the rows of all offices and the units beyond. This one has the rows of one office.",
            ),
            by_hand: t(
                "届いた第7表を帳票の形で開き、「限度額を超える単位数」が空なのを確かめて「次へ」を押します。",
                "Open sheet 7 as a form, see that nothing is beyond the limit, and press “Next”.",
            ),
            given: None,
            act: Act::Nothing,
            expect: Expect::Read,
            seen: t(
                "このままでは、10割負担の分を1割で請求してしまいます。",
                "As it is, the office would charge the usual share of what is to be paid in full.",
            ),
        },
        Step {
            at: at(9, 24, 11, 0),
            who: spot(0, 1),
            side: Side::Left,
            title: t("居宅が、氏名と単位数をメッセージで送る", "A message tells whose and by how much"),
            why: t(
                "ファイルでは伝わらないので、言葉で伝えます。予定と同じ日に送るのが確実です。",
                "What the file cannot tell is told in words, best on the day of the plan.",
            ),
            by_hand: t(
                "左の画面の「新規作成」で、「だれが・何単位・10割負担」と書いて送ります。",
                "Write on the left screen who goes beyond, by how many units, and that these are paid in full.",
            ),
            given: None,
            act: Act::Send { to: 1, papers: Papers::None, attached: None, words: Words::Shelf(0) },
            expect: Expect::Accepted { to: 1, sets: &[], attached: 0 },
            seen: t("受け付けられました。", "It was accepted."),
        },
        Step {
            at: at(9, 25, 9, 0),
            who: spot(1, 1),
            side: Side::Right,
            title: t("訪問看護がメッセージを読む", "The nursing office reads it"),
            why: t(
                "介護ソフトには取り込まれないので、請求の担当者が読んで、手で反映します。",
                "Care software does not take it in: whoever bills reads it and acts on it.",
            ),
            by_hand: t(
                "右の画面で「受信一覧」を開き、メッセージを読みます。",
                "Open 受信一覧 on the right screen and read the message.",
            ),
            given: None,
            act: Act::Open(List::Inbox),
            expect: Expect::Claimed(1),
            seen: t("超えた単位数が分かりました。", "The units beyond are known now."),
        },
    ],
};
