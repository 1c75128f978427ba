//! A correction within the month: it is simply sent again.

use super::cast::{BOTH, USERS};
use super::model::{Act, Expect, List, Papers, Scenario, Side, Step, Words, at, spot, t};

pub(super) static SCENARIO: Scenario = Scenario {
    id: "resend",
    is_drill: false,
    title: t("まちがえて送った：同じ月を送りなおす", "Sent by mistake: the same month again"),
    audience: USERS,
    minutes: 5,
    learned: t(
        "予定を直したいときは、消さずに、新しい連番で全部送りなおすこと。受け取る側は新しい連番のほうを使うこと。",
        "That a correction is sent anew, whole and under a new serial, without deleting anything; and that the later serial holds.",
    ),
    source: "relay.md 54、R58・R100（5.1.1.3）",
    papers: "resend",
    cast: BOTH,
    absent: &[],
    steps: &[
        Step {
            at: at(9, 15, 15, 0),
            who: spot(0, 1),
            side: Side::Left,
            title: t("予定を送る", "The month is sent"),
            why: t("いつもどおりに送ります。", "It is sent as always."),
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
            at: at(9, 16, 9, 0),
            who: spot(1, 1),
            side: Side::Right,
            title: t("サービス事業所が受け取り、取り込む", "The service office takes it in"),
            why: t(
                "このあと居宅が、1日多く入れていたことに気づきます。",
                "Then the care manager notices that there is a day too many.",
            ),
            by_hand: t(
                "右の画面で「受信一覧」を開き、ファイルを保存します。",
                "Open 受信一覧 on the right screen and save the files.",
            ),
            given: None,
            act: Act::Save,
            expect: Expect::Saved(&[0]),
            seen: t("保存されました。", "They are saved."),
        },
        Step {
            at: at(9, 18, 15, 0),
            who: spot(0, 1),
            side: Side::Left,
            title: t("直した予定を、全部送りなおす", "The corrected month is sent whole"),
            why: t(
                "先に消す必要はありません。送ったものを取り消す機能は見当たらないので、直したものを新しい連番で送ります。直した1日だけでなく、その月の全部です。",
                "Nothing need be deleted, and nothing can be taken back. The month goes again, all of it, under a new serial.",
            ),
            by_hand: t(
                "左の画面の「新規作成」で、新しい3つのファイルを送ります。",
                "Send the three new files from the left screen.",
            ),
            given: None,
            act: Act::Send {
                to: 1,
                papers: Papers::Sets(&[1]),
                attached: None,
                words: Words::Said("10月分の予定を1日減らしました。こちらに差し替えてください。"),
            },
            expect: Expect::Accepted { to: 1, sets: &[1], attached: 0 },
            seen: t(
                "受け付けられました。差し替えてほしいことは、メッセージに書いておくと親切です。",
                "It was accepted. A word in the message helps the other side.",
            ),
        },
        Step {
            at: at(9, 24, 9, 0),
            who: spot(1, 1),
            side: Side::Right,
            title: t("もう一度受け取る", "It is received again"),
            why: t(
                "同じ月のものが2つになりました。ファイル名の最後の14桁が連番で、大きいほうが新しいものです。",
                "There are two of the same month now. The 14 digits at the end of the name are the serial; the greater one is the later.",
            ),
            by_hand: t("右の画面で「受信一覧」を開きます。", "Open 受信一覧 on the right screen."),
            given: None,
            act: Act::Open(List::Inbox),
            expect: Expect::Claimed(1),
            seen: t("連番の順に取り込めば、最後のものが残ります。", "Taken in by serial, the last one stays."),
        },
    ],
};
