//! `GET /desk/{room}/assumed`: what is documented of the exchange, and what this environment
//! assumes where nothing is.

use axum::response::Html;
use careplan::text::Text;
use maud::html;

use crate::desk::page;
use crate::desk::visit::Visit;
use crate::pages::assumptions;

const TITLE: Text = Text::new("分かっていることと、仮に決めたこと", "What is known, and what is assumed");
const ABOUT: Text = Text::new(
    "本物の連携システムについて公開されていることはそのとおりに、公開されていないことは次のように仮に決めて動かしています。本番と違うことがあります。",
    "What is public about the real exchange is played as it is; what is not, as follows. The real one may differ.",
);
const PROFILE: Text = Text::new("この席がまねている連携システム", "The exchange that this seat plays");

/// `GET assumed`.
pub(super) async fn assumed(visit: Visit) -> Html<String> {
    let lang = visit.lang();
    let state = visit.room.state();
    let body = html! {
        h1 { (TITLE.get(lang)) }
        p { (ABOUT.get(lang)) }
        p { (PROFILE.get(lang)) "：" strong { (page::profile(visit.room.profile()).get(lang)) } }
        (assumptions(state.assumed(), lang))
    };
    Html(page::visit(&visit, "assumed", TITLE.get(lang), &body).into_string())
}
