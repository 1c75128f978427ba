//! The other office is not there: it cannot be sent to until it registers.

use super::cast::{BOTH, HELP_DESK};
use super::model::{Act, Expect, List, Papers, Scenario, Side, Step, Words, at, spot, t};
use crate::refusals::UNKNOWN_DESTINATION;

pub(super) static SCENARIO: Scenario = Scenario {
    id: "partner-missing",
    is_drill: true,
    title: t("相手の事業所が登録されていない", "The other office is not registered"),
    audience: HELP_DESK,
    minutes: 5,
    learned: t(
        "相手も利用申請をしていないと送れず、その相手とは紙や FAX が残ること。地域で一緒に始めるほど楽になること。",
        "That both sides have to be registered, that paper stays for those who are not, and that it gets easier the more offices of a town begin together.",
    ),
    source: "relay.md 41・58（山都町 事例集、連携促進モデルの手引き）",
    papers: "kyotaku-month",
    cast: BOTH,
    absent: &[1],
    steps: &[
        Step {
            at: at(9, 18, 15, 0),
            who: spot(0, 1),
            side: Side::Left,
            title: t("予定を送ってみる", "The month is tried"),
            why: t(
                "介護ソフトは、相手が登録しているかどうかに関係なくファイルを出力します。",
                "Care software makes the files whether the other side is registered or not.",
            ),
            by_hand: t(
                "左の画面の「新規作成」で、ファイルに書かれた送信先の番号へ送ってみます。",
                "Try to send the files from the left screen to the number in their names.",
            ),
            given: None,
            act: Act::Send { to: 1, papers: Papers::Sets(&[0]), attached: None, words: Words::None },
            expect: Expect::Refused(&UNKNOWN_DESTINATION),
            seen: t(
                "断られました。（本物の画面に何と出るかは公開されていません。）",
                "It was refused. (What the real screen says is not public.)",
            ),
        },
        Step {
            at: at(9, 18, 15, 10),
            who: spot(0, 1),
            side: Side::Left,
            title: t("相手が登録しているかを調べる", "Whether the other side is registered is looked up"),
            why: t(
                "本物では WAM NET で検索できます。ここでは、送信先の検索を使います。見つからない相手には、これまでどおり紙や FAX で送ります。",
                "The real directory is on WAM NET; here it is the search of destinations. Whoever is not in it is sent paper as before.",
            ),
            by_hand: t(
                "送信先の検索で相手の番号を探し、見つからないことを確かめて「次へ」を押します。",
                "Search for the number, see that it is not found, and press “Next”.",
            ),
            given: None,
            act: Act::Nothing,
            expect: Expect::Read,
            seen: t(
                "いちばんの困りごとは、地域の中で登録した事業所が少ないうちの、二重の手間です。",
                "The greatest burden is doing both while few offices of a town are registered.",
            ),
        },
        Step {
            at: at(9, 24, 10, 0),
            who: spot(1, 1),
            side: Side::Right,
            title: t("相手が利用申請をする", "The other side registers"),
            why: t(
                "事業所番号ごとに1つのライセンスを申請し、電子証明書を入れます。",
                "One licence for each office number, and a certificate.",
            ),
            by_hand: t(
                "この環境では、講師か「代わりに行う」ボタンが登録します。",
                "Here the trainer, or the button that does the step, registers it.",
            ),
            given: None,
            act: Act::Register,
            expect: Expect::Registered,
            seen: t("検索で見つかるようになりました。", "The search finds it now."),
        },
        Step {
            at: at(9, 24, 10, 30),
            who: spot(0, 1),
            side: Side::Left,
            title: t("もう一度送る", "It is sent again"),
            why: t(
                "同じファイルのままで構いません。断られた送信は、どこにも残っていないからです。",
                "The same files will do: nothing was kept of what was refused.",
            ),
            by_hand: t(
                "左の画面の「新規作成」で、同じ3つのファイルを送ります。",
                "Send the same three files from the left screen.",
            ),
            given: None,
            act: Act::Send { to: 1, papers: Papers::Sets(&[0]), attached: None, words: Words::None },
            expect: Expect::Accepted { to: 1, sets: &[0], attached: 0 },
            seen: t("受け付けられました。", "It was accepted."),
        },
        Step {
            at: at(9, 24, 11, 0),
            who: spot(1, 1),
            side: Side::Right,
            title: t("相手が受け取る", "The other side gets it"),
            why: t("初めての受信です。", "It is the first it receives."),
            by_hand: t("右の画面で「受信一覧」を開きます。", "Open 受信一覧 on the right screen."),
            given: None,
            act: Act::Open(List::Inbox),
            expect: Expect::Claimed(1),
            seen: t("1通が届きました。", "One message has arrived."),
        },
    ],
};
