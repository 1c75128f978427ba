//! What several scenarios have in common: who takes part, for whom they are, and how a
//! drill of certificates ends.

use careplan::text::Text;

use super::model::{Act, Expect, Papers, Side, Step, Words, at, spot, t};

/// 居宅介護支援事業所.
pub(super) const CARE_MANAGER: Text = t("居宅介護支援事業所", "the care manager's office");
/// 通所介護などの事業所.
pub(super) const SERVICE: Text = t("サービス事業所", "the service office");

/// Who sends plans, and who gets them.
pub(super) const BOTH: &[Text] = &[CARE_MANAGER, SERVICE];

/// Those who begin.
pub(super) const BEGINNERS: Text =
    t("初めて見る方（ケアマネジャー・サービス事業所）", "those who see it for the first time");
/// Those who use it.
pub(super) const USERS: Text = t("使い始めた事業所の方", "offices that have begun to use it");
/// Those who are asked.
pub(super) const HELP_DESK: Text =
    t("問い合わせを受ける方（国保連・ベンダー・市町村）", "those who are asked: 国保連, vendors, town halls");

/// The end of a drill of certificates: a send.
pub(super) const WORKS_AGAIN: Step = Step {
    at: at(9, 18, 15, 30),
    who: spot(0, 1),
    side: Side::Left,
    title: t("予定を送って、直ったことを確かめる", "A send shows that it works"),
    why: t("直ったかどうかは、実際に使ってみると分かります。", "Whether it works is best seen by using it."),
    by_hand: t(
        "左の画面の「新規作成」で、予定の3つのファイルを送ります。",
        "Send the three files of the month from the left screen.",
    ),
    given: None,
    act: Act::Send { to: 1, papers: Papers::Sets(&[0]), attached: None, words: Words::None },
    expect: Expect::Accepted { to: 1, sets: &[0], attached: 0 },
    seen: t("受け付けられました。問い合わせは解決です。", "It was accepted. The case is closed."),
};
