//! What several scenarios have in common: who takes part, and for whom they are.

use careplan::text::Text;

use super::model::t;

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
