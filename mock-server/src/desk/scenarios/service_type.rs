//! A wrong service type in the names: refused, put right, accepted.

use super::cast::{BOTH, HELP_DESK};
use super::model::{Act, Expect, List, Papers, Scenario, Side, Step, Words, at, spot, t};
use crate::refusals::SERVICE_TYPE;

pub(super) static SCENARIO: Scenario = Scenario {
    id: "service-type",
    is_drill: true,
    title: t("送信エラー：サービス種類コードの誤り", "A send that fails: the wrong service type"),
    audience: HELP_DESK,
    minutes: 5,
    learned: t(
        "ファイル名のサービス種類コードが、相手の登録と合わないと送れないこと。介護ソフトの事業所設定を直して出力しなおすこと。",
        "That a service type in the names which the receiver does not have makes the send fail, and that the settings of the care software are to be put right.",
    ),
    source: "relay.md 24（山都町 事例集 事例②の課題点）",
    papers: "kyotaku-month",
    cast: BOTH,
    absent: &[],
    steps: &[
        Step {
            at: at(9, 18, 15, 0),
            who: spot(0, 1),
            side: Side::Left,
            title: t("介護ソフトが出した予定を送る", "What the care software made is sent"),
            why: t(
                "介護ソフトの設定の誤りで、ファイル名のサービス種類コードが、相手の登録にない種類になっています。",
                "By a wrong setting, the names have a service type that the receiver is not registered for.",
            ),
            by_hand: t(
                "左の画面の「新規作成」で、3つのファイルをそのまま送ってみます。",
                "Try to send the three files as they are from the left screen.",
            ),
            given: None,
            act: Act::Send { to: 1, papers: Papers::Retyped(0), attached: None, words: Words::None },
            expect: Expect::Refused(&SERVICE_TYPE),
            seen: t(
                "断られました。理由と、どのファイルかが表示されます。",
                "It was refused, with the reason and the name of the file.",
            ),
        },
        Step {
            at: at(9, 18, 15, 10),
            who: spot(0, 1),
            side: Side::Left,
            title: t("原因を探す", "The cause is looked for"),
            why: t(
                "ファイル名は「種別_年月_送信元番号_送信元の種類_送信先番号_送信先の種類_連番」の順です。送信先の種類の2桁を、相手の登録と見くらべます。",
                "A name is kind_month_sender_its type_receiver_its type_serial. Compare the receiver's two digits with its registration.",
            ),
            by_hand: t(
                "送信先の検索で相手の種類コードを確かめ、違いが分かったら「次へ」を押します。",
                "Look up the receiver's service type, and press “Next” once you see the difference.",
            ),
            given: None,
            act: Act::Nothing,
            expect: Expect::Read,
            seen: t(
                "1つの種類コードが違っていました。（本物がどこを見ているかは公開されておらず、この環境では名前を見ます。）",
                "One service type is wrong. (What the real exchange looks at is not public; here it is the name.)",
            ),
        },
        Step {
            at: at(9, 18, 15, 30),
            who: spot(0, 1),
            side: Side::Left,
            title: t("設定を直し、出力しなおして送る", "It is put right and sent again"),
            why: t(
                "事例集では、手で直して送れた例があります。名前だけを直すと中身と食い違うことがあるので、介護ソフトの設定を直して出力しなおすのが確実です。",
                "In the case book it was put right by hand. To export it anew is safer: a name alone may contradict what is inside.",
            ),
            by_hand: t(
                "左の画面の「新規作成」で、正しい3つのファイルを送ります。",
                "Send the three correct files from the left screen.",
            ),
            given: None,
            act: Act::Send { to: 1, papers: Papers::Sets(&[0]), attached: None, words: Words::None },
            expect: Expect::Accepted { to: 1, sets: &[0], attached: 0 },
            seen: t("受け付けられました。", "It was accepted."),
        },
        Step {
            at: at(9, 24, 9, 0),
            who: spot(1, 1),
            side: Side::Right,
            title: t("サービス事業所が受け取る", "The service office gets it"),
            why: t(
                "断られた分は届いていません。届くのは、正しい1通だけです。",
                "What was refused has not arrived; only the correct one has.",
            ),
            by_hand: t("右の画面で「受信一覧」を開きます。", "Open 受信一覧 on the right screen."),
            given: None,
            act: Act::Open(List::Inbox),
            expect: Expect::Claimed(1),
            seen: t("1通が届きました。", "One message has arrived."),
        },
    ],
};
