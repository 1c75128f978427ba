//! `GET /desk/{room}`: what can be done at a seat.

use axum::response::Html;
use careplan::text::{Lang, Text};
use maud::{Markup, html};

use super::{exchange, places};
use crate::desk::page;
use crate::desk::trouble::Trouble;
use crate::desk::visit::Visit;
use crate::offices::Office;

const TITLE: Text = Text::new("この席でできること", "What can be done at this seat");
const ALONE: Text = Text::new("1つの画面で1事業所", "One office on a screen of its own");
const ALONE_WHAT: Text = Text::new(
    "2台目のPCがあるとき、または1人で1事業所を受け持つときに開きます。同じ事業所の端末1と端末2は、別々のPCの代わりです。",
    "For a second PC, or for one person who plays one office. Terminals 1 and 2 stand for two PCs of the same office.",
);
const PROFILE: Text = Text::new("まねている連携システム", "The exchange that is played");
const OPEN: Text = Text::new("開く", "Open");

/// What a part of a seat is for. A part without a row here has no card.
static CARDS: &[(&str, Text)] = &[
    (
        "two",
        Text::new(
            "送る側と受け取る側の画面を左右に並べ、間のやりとりを図で見ます。プロジェクターで見せるときに。",
            "Sender and receiver side by side, and the exchange between them drawn. For a projector.",
        ),
    ),
    (
        "exchange",
        Text::new(
            "だれがどの証明書を示し、何を確かめ、何を保存し、なぜ断ったかを、新しい順に見ます。",
            "Who showed which certificate, what was checked and stored, and why something was refused.",
        ),
    ),
    (
        "scenarios",
        Text::new(
            "ふだんの1か月、実績ゼロ、証明書の期限切れなどを、手順と説明つきで体験します。",
            "An ordinary month, zero actuals, an expired certificate and more, step by step.",
        ),
    ),
    (
        "forms",
        Text::new(
            "CSV の組を、第6表や第7表など、見慣れた帳票の形で読みます。",
            "Reads a set of CSV files as the paper forms that people know.",
        ),
    ),
    (
        "minutes",
        Text::new(
            "紙と連携とで、1か月に何分かかるかを比べます。",
            "Compares the minutes of a month by paper and by exchange.",
        ),
    ),
    (
        "clock",
        Text::new(
            "模擬の日付を進め、月をまたぎます。席を初めの状態に戻すのもここです。",
            "Moves the simulated date, and resets the seat.",
        ),
    ),
    (
        "assumed",
        Text::new(
            "どこまでが公開されていることで、どこからが仮に決めたことかを確かめます。",
            "What is documented, and what is assumed.",
        ),
    ),
];

/// `GET /desk/{room}`.
pub(super) async fn home(visit: Visit) -> Result<Html<String>, &'static Trouble> {
    let lang = visit.lang();
    let offices = places::offices(&visit.room).await.map_err(|problem| exchange::failed(&problem))?;
    let body = html! {
        h1 { (TITLE.get(lang)) }
        p { (PROFILE.get(lang)) "：" strong { (page::profile(visit.room.profile()).get(lang)) } }
        ul.cards {
            @for (part, name) in page::PARTS {
                @if let Some((_, what)) = CARDS.iter().find(|(card, _)| card == part) {
                    li.box {
                        h2 { a href=(visit.path(part)) { (name.get(lang)) } }
                        p { (what.get(lang)) }
                    }
                }
            }
        }
        h2 { (ALONE.get(lang)) }
        p { (ALONE_WHAT.get(lang)) }
        ul.cards { @for office in &offices { (seats(&visit, office, lang)) } }
    };
    Ok(Html(page::visit(&visit, "", TITLE.get(lang), &body).into_string()))
}

/// One office, with its terminals.
fn seats(visit: &Visit, office: &Office, lang: Lang) -> Markup {
    html! {
        li.box {
            h3 { (office.name) " " span.soft.number { (office.number) } }
            p.row {
                @for screen in places::screens(office.number) {
                    a.button.quiet href=(visit.path(&format!("at/{screen}/"))) {
                        (places::terminal(screen.terminal, lang)) span.unseen { " " (office.name) " " (OPEN.get(lang)) }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_a_seat_has_a_card() {
        for (part, _) in page::PARTS.iter().filter(|(part, _)| !part.is_empty()) {
            assert_eq!(CARDS.iter().filter(|(card, _)| card == part).count(), 1, "{part}");
        }
    }
}
