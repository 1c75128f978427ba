//! The table of what is assumed, as pages show it.

use careplan::text::{Lang, Text};
use maud::{Markup, html};

use crate::assumptions::{ASSUMPTIONS, Assumed, Switch};

const ITEM: Text = Text::new("項目", "Item");
const VALUE: Text = Text::new("この環境の値", "Value here");
const ASSUMED: Text = Text::new("仮に決めたこと", "What is assumed");
const KNOWN: Text = Text::new("公開されていること", "What is public");
const FIXED: Text = Text::new("変えられません", "fixed");

/// Every assumption with its value in this environment.
pub(crate) fn assumptions(assumed: &Assumed, lang: Lang) -> Markup {
    html! {
        div.wide tabindex="0" role="region" aria-label=(ASSUMED.get(lang)) {
            table.assumptions {
                thead { tr { @for head in [ASSUMED, KNOWN, VALUE, ITEM] { th scope="col" { (head.get(lang)) } } } }
                tbody {
                    @for row in ASSUMPTIONS {
                        tr id=(row.id) {
                            td { (row.what.get(lang)) }
                            td { (row.known.get(lang)) }
                            td {
                                @if row.switch == Switch::Fixed { span.soft { (FIXED.get(lang)) } }
                                @else { code { (assumed.value(row)) } }
                            }
                            td { code { (row.id) } }
                        }
                    }
                }
            }
        }
    }
}
