//! No certificate at the terminal.

use super::cast::{BOTH, HELP_DESK, WORKS_AGAIN};
use super::model::{Act, Expect, Given, List, Scenario, Side, Step, at, spot, t};
use crate::refusals::NO_IDENTITY;

pub(super) static SCENARIO: Scenario = Scenario {
    id: "certificate-missing",
    is_drill: true,
    title: t("電子証明書が入っていない端末", "A terminal without a certificate"),
    audience: HELP_DESK,
    minutes: 4,
    learned: t(
        "ID とパスワードのほかに、端末ごとに電子証明書が要ること。2台目の端末には、2台目にも入れること。",
        "That besides user id and password each terminal needs the certificate, a second one too.",
    ),
    source: "relay.md 32・33・40（ヘルプデスクの FAQ）",
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
                "新しいパソコンに替えた日、という想定です。ID もパスワードも正しいのに使えません。",
                "The computer was replaced today. User id and password are right, and still it does not work.",
            ),
            by_hand: t("左の画面で「受信一覧」を開いてみます。", "Try to open 受信一覧 on the left screen."),
            given: Some(Given::Drill("none")),
            act: Act::Open(List::Inbox),
            expect: Expect::Refused(&NO_IDENTITY),
            seen: t(
                "断られました。電子証明書が示されていないことが理由です。（本物の文言は公開されていません。）",
                "It was refused: no certificate was shown. (The real wording is not public.)",
            ),
        },
        Step {
            at: at(9, 18, 15, 10),
            who: spot(0, 1),
            side: Side::Left,
            title: t("電子証明書を入れなおす", "The certificate is replaced"),
            why: t(
                "証明書は端末ごとに入れます。古い端末から移すか、電子請求受付システムから取り出して、この端末に入れます。",
                "Certificates are installed on each terminal: from the old one, or anew from 電子請求受付システム.",
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
