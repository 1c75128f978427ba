//! A certificate of a kind that the exchange does not take.

use super::cast::{BOTH, HELP_DESK, WORKS_AGAIN};
use super::model::{Act, Expect, Given, List, Scenario, Side, Step, at, spot, t};
use crate::refusals::CERTIFICATE_AGENT;

pub(super) static SCENARIO: Scenario = Scenario {
    id: "certificate-kind",
    is_drill: true,
    title: t("電子証明書の種類がちがう", "A certificate of the wrong kind"),
    audience: HELP_DESK,
    minutes: 4,
    learned: t(
        "使えるのは介護保険証明書か介護DX証明書（旧 請求委任事業所用ケアプラン証明書）で、代理人証明書や障害総合支援証明書では使えないこと。",
        "That the insurance certificate and the DX certificate are taken, those of agents and for disability are not.",
    ),
    source: "relay.md 32（ヘルプデスクの FAQ）",
    papers: "kyotaku-month",
    cast: BOTH,
    absent: &[],
    steps: &[
        Step {
            at: at(9, 18, 15, 0),
            who: spot(0, 1),
            side: Side::Left,
            title: t("受信一覧を開こうとする", "The received list is tried"),
            why: t(
                "請求を代行業者に任せている事業所、という想定です。代行に使う代理人証明書が、この端末に入っています。",
                "Billing is left to an agent here, and the agent’s certificate is the one on this terminal.",
            ),
            by_hand: t("左の画面で「受信一覧」を開いてみます。", "Try to open 受信一覧 on the left screen."),
            given: Some(Given::Drill("wrong-kind-agent")),
            act: Act::Open(List::Inbox),
            expect: Expect::Refused(&CERTIFICATE_AGENT),
            seen: t(
                "断られました。代理人証明書では利用できないことが理由です。",
                "It was refused: an agent’s certificate cannot be used.",
            ),
        },
        Step {
            at: at(9, 18, 15, 10),
            who: spot(0, 1),
            side: Side::Left,
            title: t("電子証明書を入れなおす", "The certificate is replaced"),
            why: t(
                "請求を任せている事業所は、介護DX証明書の発行を受けて入れます。",
                "Offices that leave billing to an agent have a DX certificate issued.",
            ),
            by_hand: t(
                "左の画面の「電子証明書」で、事業所の正しい証明書を入れます。",
                "Install the office's own certificate under 電子証明書 on the left screen.",
            ),
            given: None,
            act: Act::Install,
            expect: Expect::Installed,
            seen: t("事業所の証明書が入りました。", "The office's certificate is in place."),
        },
        WORKS_AGAIN,
    ],
};
