//! A month in which everything goes as it should.

use super::cast::{BEGINNERS, BOTH};
use super::model::{Act, Expect, List, Papers, Scenario, Side, Step, Words, at, spot, t};

pub(super) static SCENARIO: Scenario = Scenario {
    id: "ordinary-month",
    is_drill: false,
    title: t("ふつうの1か月", "An ordinary month"),
    audience: BEGINNERS,
    minutes: 10,
    learned: t(
        "計画書・予定・実績が、いつ、どちらから、どの順で流れるか。紙のときの印刷・仕分け・持参・入力のどこがなくなるか。",
        "When plans, months and actuals go, from whom and in which order, and which work with paper is no longer needed.",
    ),
    source: "relay.md 5・6・8・10、R53①②・R54①・R94",
    papers: "kyotaku-full",
    cast: BOTH,
    absent: &[],
    steps: &[
        Step {
            at: at(9, 18, 15, 0),
            who: spot(0, 1),
            side: Side::Left,
            title: t("計画書（第1〜3表）を送る", "The care plan (sheets 1 to 3) is sent"),
            why: t(
                "介護ソフトが出力した CSV を、そのままの名前で送ります。第1〜3表と補足情報の4つで1組です。どこへ送るかは、ファイルの名前に書いてあります。",
                "The CSV files go out under the names that the care software gave them. Sheets 1 to 3 and the supplement form one set; the destination stands in the names.",
            ),
            by_hand: t(
                "「新規作成」で送信先を選び、「使うファイル」の4つを CSV の欄に入れて送信します。",
                "Choose the destination under 新規作成, put the four files of this step into the CSV area, and send.",
            ),
            given: None,
            act: Act::Send { to: 1, papers: Papers::Sets(&[0]), attached: None, words: Words::None },
            expect: Expect::Accepted { to: 1, sets: &[0], attached: 0 },
            seen: t(
                "送信一覧に1通増えました。相手の画面には、まだ何も変わりがありません。届いた知らせは出ないからです。",
                "The sent list has one more. Nothing changes on the other screen: nothing announces arrival.",
            ),
        },
        Step {
            at: at(9, 18, 15, 20),
            who: spot(0, 1),
            side: Side::Left,
            title: t("来月の予定（第6・7表）を送る", "Next month's services (sheets 6 and 7) are sent"),
            why: t(
                "提供票にあたるものです。第6表・第7表と補足情報の3つで1組で、計画書とは連番が違います。",
                "This is what 提供票 is on paper. Sheets 6 and 7 and the supplement form a set, under another serial than the plan.",
            ),
            by_hand: t(
                "もう一度「新規作成」で、3つのファイルを入れて送信します。「一括送信」に入れると、名前から送信先ごとに分けてくれます。",
                "Send the three files in the same way. 一括送信 would sort them by destination from their names.",
            ),
            given: None,
            act: Act::Send {
                to: 1,
                papers: Papers::Sets(&[1]),
                attached: None,
                words: Words::Said("10月分の予定です。よろしくお願いします。"),
            },
            expect: Expect::Accepted { to: 1, sets: &[1], attached: 0 },
            seen: t(
                "印刷、仕分け、表紙作り、FAX や持参が、この送信1回に置き換わりました。",
                "Printing, sorting, cover sheets and carrying have become this one send.",
            ),
        },
        Step {
            at: at(9, 24, 9, 30),
            who: spot(1, 1),
            side: Side::Right,
            title: t("サービス事業所が受信一覧を開く", "The service office opens its received list"),
            why: t(
                "受信一覧を開くと、届いていたものがこの端末に入ります。受け取るには、自分から開く必要があります。",
                "Opening the list takes what has arrived to this terminal. One has to look of one's own accord.",
            ),
            by_hand: t("右の画面で「受信一覧」を開きます。", "Open 受信一覧 on the right screen."),
            given: None,
            act: Act::Open(List::Inbox),
            expect: Expect::Claimed(2),
            seen: t(
                "2通が一覧に出て、この端末のものになりました。",
                "Two messages are listed, and belong to this terminal now.",
            ),
        },
        Step {
            at: at(9, 24, 9, 40),
            who: spot(1, 1),
            side: Side::Right,
            title: t(
                "ファイルを保存して、介護ソフトに取り込む",
                "The files are saved and taken into the care software",
            ),
            why: t(
                "保存したファイルを介護ソフトに取り込むと、利用者や予定が入ります。打ち直しはありません。",
                "Once the files are taken in, users and plans are there. Nothing is typed again.",
            ),
            by_hand: t("届いた2通を開き、すべてのファイルを保存します。", "Open both messages and save every file."),
            given: None,
            act: Act::Save,
            expect: Expect::Saved(&[0, 1]),
            seen: t(
                "送ったときと1バイトも違わないファイルが保存されました。帳票の形で見ることもできます。",
                "The files are the same to the byte as those that were sent. They can be looked at as forms, too.",
            ),
        },
        Step {
            at: at(11, 2, 15, 0),
            who: spot(1, 1),
            side: Side::Right,
            title: t("月が終わり、実績を送る", "The month is over, and the actuals are sent"),
            why: t(
                "実績は逆向きに、サービス事業所から居宅へ流れます。実績のファイルは1つだけで1組です。自分の事業所の分だけが入ります。",
                "Actuals go the other way, from the service office to the care manager: one file, with the office's own rows only.",
            ),
            by_hand: t(
                "右の画面の「新規作成」で、実績のファイルを送ります。",
                "Send the file of actuals from the right screen.",
            ),
            given: None,
            act: Act::Send {
                to: 0,
                papers: Papers::Sets(&[2]),
                attached: None,
                words: Words::Said("10月分の実績です。"),
            },
            expect: Expect::Accepted { to: 0, sets: &[2], attached: 0 },
            seen: t("受け付けられました。", "It was accepted."),
        },
        Step {
            at: at(11, 4, 9, 30),
            who: spot(0, 1),
            side: Side::Left,
            title: t("居宅が実績を受け取る", "The care manager gets the actuals"),
            why: t(
                "事例集では、実績の入力がいちばん時間のかかる仕事でした。取り込めば、その入力がなくなります。",
                "In the case book, typing in actuals took most of the time. Taking in the file replaces it.",
            ),
            by_hand: t(
                "左の画面で「受信一覧」を開き、ファイルを保存します。",
                "Open 受信一覧 on the left screen and save the file.",
            ),
            given: None,
            act: Act::Save,
            expect: Expect::Saved(&[2]),
            seen: t("実績が届き、保存されました。", "The actuals have arrived and are saved."),
        },
        Step {
            at: at(11, 4, 9, 50),
            who: spot(0, 1),
            side: Side::Left,
            title: t("予定と実績を見くらべる", "Plan and actuals are compared"),
            why: t(
                "帳票の画面では、第6表の予定の行と実績の行が並び、違う日に印が付きます。この話では、1回お休みがありました。",
                "As a form, sheet 6 shows planned and actual rows one above the other and marks the days that differ. One visit was missed in this story.",
            ),
            by_hand: t(
                "届いた実績を帳票の形で開き、違いを探します。見つけたら「次へ」を押します。",
                "Open the actuals as a form, look for the difference, then press “Next”.",
            ),
            given: None,
            act: Act::Nothing,
            expect: Expect::Read,
            seen: t("これで1か月が終わりました。", "This ends the month."),
        },
    ],
};
