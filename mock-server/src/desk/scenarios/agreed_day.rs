//! Nothing announces arrival: both sides agree on a day.

use super::cast::{BOTH, USERS};
use super::model::{Act, Expect, List, Papers, Scenario, Side, Step, Words, at, spot, t};

pub(super) static SCENARIO: Scenario = Scenario {
    id: "agreed-day",
    is_drill: false,
    title: t("届いても知らせは来ない：日を決めておく", "Nothing announces arrival: agreeing on a day"),
    audience: USERS,
    minutes: 5,
    learned: t(
        "受信したことは、ログインして受信一覧を開くまで分からないこと。送る日・見る日・見る人を決めておくと忘れないこと。",
        "That one learns of arrivals only by logging in and looking, and that a fixed day and a fixed person keep it from being forgotten.",
    ),
    source: "relay.md 8（山都町 事例集 ③c）",
    papers: "kyotaku-full",
    cast: BOTH,
    absent: &[],
    steps: &[
        Step {
            at: at(9, 18, 15, 0),
            who: spot(0, 1),
            side: Side::Left,
            title: t("居宅が予定を送る", "The care manager sends next month's services"),
            why: t("いつもどおりに送ります。相手には電話をしません。", "It is sent as always, and nobody is called."),
            by_hand: t(
                "左の画面の「新規作成」で、予定の3つのファイルを送ります。",
                "Send the three files of the month from the left screen.",
            ),
            given: None,
            act: Act::Send { to: 1, papers: Papers::Sets(&[1]), attached: None, words: Words::None },
            expect: Expect::Accepted { to: 1, sets: &[1], attached: 0 },
            seen: t(
                "受け付けられました。右の画面は、何も変わりません。",
                "It was accepted. Nothing changes on the right.",
            ),
        },
        Step {
            at: at(9, 24, 17, 0),
            who: spot(1, 1),
            side: Side::Right,
            title: t("1週間近く、だれも気づかない", "For almost a week nobody notices"),
            why: t(
                "メールも、画面の知らせも、音もありません。紙や FAX のように、机の上に現れることもありません。",
                "There is no mail, no notice, no sound; and nothing appears on a desk as paper does.",
            ),
            by_hand: t(
                "右の画面を見て、届いた印がどこにも無いことを確かめたら「次へ」を押します。",
                "See that nothing on the right screen tells of it, then press “Next”.",
            ),
            given: None,
            act: Act::Nothing,
            expect: Expect::Read,
            seen: t(
                "送った側からも、相手が見たかどうかは分かりません。",
                "The sender cannot see either whether it was looked at.",
            ),
        },
        Step {
            at: at(9, 28, 10, 0),
            who: spot(1, 1),
            side: Side::Right,
            title: t("電話をもらって、受信一覧を開く", "After a call, the received list is opened"),
            why: t("開いてみると、10日前から届いていました。", "It turns out to have been there for ten days."),
            by_hand: t("右の画面で「受信一覧」を開きます。", "Open 受信一覧 on the right screen."),
            given: None,
            act: Act::Open(List::Inbox),
            expect: Expect::Claimed(1),
            seen: t("届いた日時は一覧に出ています。", "The list tells when it arrived."),
        },
        Step {
            at: at(9, 28, 10, 20),
            who: spot(1, 1),
            side: Side::Right,
            title: t("2つの事業所で、日と担当を決める", "Both offices agree on days and persons"),
            why: t(
                "たとえば「予定は毎月20日までに送り、21日の朝に事務の担当が見る。実績は毎月2日に送り、4日の朝に見る」。手帳や壁の予定表に書きます。",
                "Say: plans by the 20th, looked at on the 21st by the clerk; actuals on the 2nd, looked at on the 4th. It goes into the diary and onto the wall.",
            ),
            by_hand: t(
                "自分たちなら何日にするかを話し合い、決まったら「次へ」を押します。",
                "Talk over which days would suit you, then press “Next”.",
            ),
            given: None,
            act: Act::Nothing,
            expect: Expect::Read,
            seen: t("配布資料に、決めた日を書き込めます。", "The handout has room for the days."),
        },
        Step {
            at: at(11, 2, 15, 0),
            who: spot(1, 1),
            side: Side::Right,
            title: t("決めた日に実績を送る", "The actuals are sent on the day agreed on"),
            why: t("今度は、相手がいつ見るかを知っています。", "This time it is known when the other side will look."),
            by_hand: t(
                "右の画面の「新規作成」で、実績のファイルを送ります。",
                "Send the file of actuals from the right screen.",
            ),
            given: None,
            act: Act::Send { to: 0, papers: Papers::Sets(&[2]), attached: None, words: Words::None },
            expect: Expect::Accepted { to: 0, sets: &[2], attached: 0 },
            seen: t("受け付けられました。電話は要りません。", "It was accepted. No call is needed."),
        },
        Step {
            at: at(11, 4, 9, 0),
            who: spot(0, 1),
            side: Side::Left,
            title: t("決めた朝に受信一覧を開く", "The received list is opened on the morning agreed on"),
            why: t("4日の朝の担当者が開きます。", "Whoever is in charge on the 4th opens it."),
            by_hand: t("左の画面で「受信一覧」を開きます。", "Open 受信一覧 on the left screen."),
            given: None,
            act: Act::Open(List::Inbox),
            expect: Expect::Claimed(1),
            seen: t(
                "2日で受け取れました。約束が、知らせの代わりになりました。",
                "It took two days. The agreement did what a notice would have done.",
            ),
        },
    ],
};
