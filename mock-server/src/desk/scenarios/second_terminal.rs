//! One number, two services, two terminals: whoever looks first has it.

use super::cast::{CARE_MANAGER, USERS};
use super::model::{Act, Expect, List, Papers, Scenario, Side, Step, Words, at, spot, t};

pub(super) static SCENARIO: Scenario = Scenario {
    id: "second-terminal",
    is_drill: false,
    title: t(
        "1つの番号に2つの事業：あとから開いた端末は空",
        "One number, two services: the second terminal finds nothing",
    ),
    audience: USERS,
    minutes: 8,
    learned: t(
        "先に受信一覧を開いた端末だけにデータが入ること。送信一覧は送った端末にしか残らないこと。受け取る端末を1つに決めておくこと。",
        "That the terminal which opens the list first gets the data, that the sent list is kept by the terminal that sent, and that one terminal should be chosen to receive.",
    ),
    source: "relay.md 6・7・39・40（山都町 事例集 ③f）、R43・R46",
    papers: "shared-number",
    cast: &[
        CARE_MANAGER,
        t("1つの番号の2つの事業（訪問介護・通所介護）", "two services under one number (home help, day care)"),
    ],
    absent: &[],
    steps: &[
        Step {
            at: at(9, 18, 15, 0),
            who: spot(0, 1),
            side: Side::Left,
            title: t("居宅が、訪問介護あての予定を送る", "The care manager sends the month to the home help"),
            why: t(
                "事業所番号が同じなので、送信先は1つです。ファイルの名前のサービス種類コードだけが、訪問介護（11）と通所介護（15）で違います。",
                "The number is the same, so there is one destination. Only the service type in the names differs: 11 or 15.",
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
            at: at(9, 18, 15, 10),
            who: spot(0, 1),
            side: Side::Left,
            title: t("続けて、通所介護あての予定を送る", "Then to the day care"),
            why: t(
                "1つの CSV を2つの事業にまとめて送ることはできません。事業ごとに分けて送ります。",
                "One CSV cannot serve both; each service gets its own.",
            ),
            by_hand: t(
                "左の画面で、もう1組の3つのファイルを送ります。",
                "Send the other three files from the left screen.",
            ),
            given: None,
            act: Act::Send { to: 1, papers: Papers::Sets(&[1]), attached: None, words: Words::None },
            expect: Expect::Accepted { to: 1, sets: &[1], attached: 0 },
            seen: t("2通とも、同じ番号の1つの受信一覧に入りました。", "Both lie in the one mailbox of the number."),
        },
        Step {
            at: at(9, 24, 9, 0),
            who: spot(1, 1),
            side: Side::Right,
            title: t(
                "訪問介護の端末（端末1）が先に受信一覧を開く",
                "The terminal of the home help (1) opens the list first",
            ),
            why: t(
                "開いただけで、届いていたもの全部がこの端末に入ります。通所介護あての分も一緒です。",
                "Opening it takes everything, what is for the day care included.",
            ),
            by_hand: t(
                "右の画面（端末1）で「受信一覧」を開きます。",
                "Open 受信一覧 on the right screen (terminal 1).",
            ),
            given: None,
            act: Act::Open(List::Inbox),
            expect: Expect::Claimed(2),
            seen: t("2通ともこの端末に入りました。", "Both belong to this terminal now."),
        },
        Step {
            at: at(9, 24, 9, 30),
            who: spot(1, 2),
            side: Side::Left,
            title: t("通所介護の端末（端末2）で開くと、空", "The terminal of the day care (2) finds nothing"),
            why: t(
                "「届いていない」という問い合わせの、よくある原因です。送り直してもらう前に、ほかの端末で受け取っていないかを確かめます。",
                "A common reason for “it has not arrived”. Look at the other terminals before asking to have it sent again.",
            ),
            by_hand: t("左の画面（端末2）で「受信一覧」を開きます。", "Open 受信一覧 on the left screen (terminal 2)."),
            given: None,
            act: Act::Open(List::Inbox),
            expect: Expect::Empty(List::Inbox),
            seen: t(
                "何もありません。（この端末にどう見えるかは公開されておらず、空に見えるものと仮定しています。）",
                "There is nothing. (How it looks there is not public; that it is empty is assumed.)",
            ),
        },
        Step {
            at: at(9, 24, 9, 45),
            who: spot(1, 1),
            side: Side::Right,
            title: t("端末1で全部保存し、共有フォルダーに置く", "Terminal 1 saves everything into a shared folder"),
            why: t(
                "受け取った端末で保存し、どちらの事業からも見えるフォルダーに置けば、通所介護も取り込めます。「未取込」「取込済」と分けておくと迷いません。",
                "Saved where both services can see it, it can be taken in by either. Folders for what is and is not taken in help.",
            ),
            by_hand: t(
                "右の画面で2通を開き、すべてのファイルを保存します。",
                "Open both messages on the right screen and save every file.",
            ),
            given: None,
            act: Act::Save,
            expect: Expect::Saved(&[0, 1]),
            seen: t("2組のファイルがそろいました。", "Both sets are there."),
        },
        Step {
            at: at(11, 4, 15, 0),
            who: spot(1, 2),
            side: Side::Left,
            title: t("端末2から、通所介護の実績を送る", "Terminal 2 sends the actuals of the day care"),
            why: t("送るのは、どの端末からでもできます。", "Any terminal can send."),
            by_hand: t(
                "左の画面（端末2）の「新規作成」で、実績のファイルを送ります。",
                "Send the file of actuals from the left screen (terminal 2).",
            ),
            given: None,
            act: Act::Send { to: 0, papers: Papers::Sets(&[3]), attached: None, words: Words::None },
            expect: Expect::Accepted { to: 0, sets: &[3], attached: 0 },
            seen: t("受け付けられました。", "It was accepted."),
        },
        Step {
            at: at(11, 4, 15, 10),
            who: spot(1, 1),
            side: Side::Right,
            title: t("端末1の送信一覧には残らない", "The sent list of terminal 1 does not show it"),
            why: t(
                "送信の記録は、送った端末にだけ残ります。運営指導で記録を見せるときは、送った端末が要ります。",
                "What was sent is kept by the terminal that sent it, and needed there when records are asked for.",
            ),
            by_hand: t(
                "右の画面（端末1）で「送信一覧」を開きます。",
                "Open 送信一覧 on the right screen (terminal 1).",
            ),
            given: None,
            act: Act::Open(List::Sent),
            expect: Expect::Empty(List::Sent),
            seen: t(
                "空です。受け取る端末・送る端末を決めて、壁に貼っておきましょう。",
                "It is empty. Choose who receives and who sends, and put it on the wall.",
            ),
        },
    ],
};
