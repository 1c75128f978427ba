//! `GET /desk/trainer/codes`: the codes of the seats on paper, to be cut apart and handed out.

use axum::response::Html;
use careplan::text::Text;
use maud::html;

use crate::desk::page;
use crate::desk::visit::Guest;

const TITLE: Text = Text::new("席のコード", "Codes of the seats");
const PRINT: Text = Text::new(
    "ブラウザーの印刷で、A4の紙に印刷してください。切り分けて配れます。",
    "Print it on A4 with the browser, and cut it apart.",
);
const HERE_ONLY: Text = Text::new(
    "いまは、この機械からだけ座れます。ほかのPCから座るには、--listen と --allow-lan を指定して起動しなおしてください。",
    "At the moment one can sit down on this machine only. For other PCs start it with --listen and --allow-lan.",
);
const SEAT: Text = Text::new("席", "Seat");
const OPEN: Text = Text::new("ブラウザーで開くアドレス", "Open in a browser");
const ENTER: Text = Text::new("席のコード", "Code of the seat");
const WARNING: Text = Text::new(
    "訓練用の証明書のため、ブラウザーが警告を出します。講師の案内にしたがって進んでください。",
    "The certificate is for training, so browsers warn of it. Go on as your trainer says.",
);

/// `GET /desk/trainer/codes`.
pub(super) async fn codes(guest: Guest) -> Html<String> {
    let lang = guest.lang;
    let addresses = guest.desk.addresses();
    let body = html! {
        h1.screen { (TITLE.get(lang)) }
        p.screen { (PRINT.get(lang)) }
        @if guest.desk.is_here_only() { p.screen role="note" { (HERE_ONLY.get(lang)) } }
        ul.codes {
            @for seat in guest.desk.seats() {
                li {
                    h2 { (SEAT.get(lang)) " " (seat.number) }
                    p { (OPEN.get(lang)) }
                    @for address in addresses { p.address { (address) } }
                    p { (ENTER.get(lang)) }
                    p.code { (seat.code) }
                    p.soft { (WARNING.get(lang)) }
                }
            }
        }
    };
    Html(page::guest(&guest, TITLE.get(lang), &body).into_string())
}
