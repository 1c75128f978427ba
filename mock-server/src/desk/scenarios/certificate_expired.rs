//! A certificate that is over.

use super::cast::{BOTH, HELP_DESK, WORKS_AGAIN};
use super::model::{Act, Expect, Given, List, Scenario, Side, Step, at, spot, t};
use crate::refusals::CERTIFICATE_EXPIRED;

pub(super) static SCENARIO: Scenario = Scenario {
    id: "certificate-expired",
    is_drill: true,
    title: t("電子証明書の期限が切れていた", "The certificate has expired"),
    audience: HELP_DESK,
    minutes: 4,
    learned: t(
        "電子証明書には期限があり、切れると何もできなくなること。90日前の知らせで更新すること。",
        "That certificates expire, that nothing works then, and that the notice at 90 days is the time to renew.",
    ),
    source: "relay.md 34（有効期間は3年とする資料と1年とする資料がある）",
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
                "昨日までは使えていた、という問い合わせです。この端末の証明書は、昨日で期限が切れました。",
                "It worked until yesterday, says the caller. The certificate of this terminal expired then.",
            ),
            by_hand: t("左の画面で「受信一覧」を開いてみます。", "Try to open 受信一覧 on the left screen."),
            given: Some(Given::Drill("expired")),
            act: Act::Open(List::Inbox),
            expect: Expect::Refused(&CERTIFICATE_EXPIRED),
            seen: t("断られました。期限が過ぎたことが理由です。", "It was refused: the certificate has expired."),
        },
        Step {
            at: at(9, 18, 15, 10),
            who: spot(0, 1),
            side: Side::Left,
            title: t("電子証明書を入れなおす", "The certificate is replaced"),
            why: t(
                "新しい証明書の発行を受けて入れなおします。複数の端末で使っているときは、全部の端末に入れます。",
                "A new certificate is issued and installed, on every terminal where there are several.",
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
