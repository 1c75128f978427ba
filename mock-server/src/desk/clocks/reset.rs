//! `GET` and `POST /desk/{room}/reset`: a seat begins anew, in one profile or the other. It is
//! asked once more before.

use axum::Form;
use axum::extract::Query;
use axum::extract::rejection::{FormRejection, QueryRejection};
use axum::response::{Html, Redirect};
use careplan::text::{Lang, Text};
use maud::{Markup, html};
use serde::Deserialize;

use crate::assumptions::Profile;
use crate::desk::page;
use crate::desk::trouble::{Trouble, UNREADABLE};
use crate::desk::visit::Visit;

const HEADING: Text = Text::new("席を初めの状態に戻す", "Reset the seat");
const WHAT: Text = Text::new(
    "送受信したもの、下書き、端末の証明書、模擬の日付が、すべて初めの状態に戻ります。ほかの席には影響しません。",
    "Everything sent and received, drafts, certificates at the terminals and the date begin anew. No other seat is touched.",
);
const PROFILE: Text = Text::new("まねる連携システム", "The exchange to play");
const NEXT: Text = Text::new("確認へ進む", "Go on");
const SURE: Text = Text::new("本当に初めの状態に戻しますか", "Reset, really?");
const DO: Text = Text::new("初めの状態に戻す", "Reset");
const STOP: Text = Text::new("やめる", "Cancel");
const ONE: Text = Text::new(
    "この環境そのものは、起動したときのプロファイルのまま動きます。",
    "The environment itself keeps the profile that it was started with.",
);

/// What a seat is to be afterwards.
#[derive(Debug, Default, Deserialize)]
pub(in crate::desk) struct Wanted {
    profile: Option<String>,
}

impl Wanted {
    /// The profile that was chosen, or the present one.
    ///
    /// # Errors
    /// When there is no such profile.
    pub(in crate::desk) fn profile(&self, present: Profile) -> Result<Profile, &'static Trouble> {
        let Some(name) = &self.profile else { return Ok(present) };
        Profile::ALL.iter().copied().find(|profile| profile.as_str() == name).ok_or(&UNREADABLE)
    }
}

/// The beginning of a reset, on the page of the clock.
pub(super) fn section(visit: &Visit) -> Markup {
    let lang = visit.lang();
    html! {
        h2 { (HEADING.get(lang)) }
        form.box method="get" action=(visit.path("reset")) {
            p { (WHAT.get(lang)) }
            @if visit.room.number() == 0 {
                p.soft { (ONE.get(lang)) }
            } @else {
                (profiles(visit.room.profile(), lang))
            }
            button.quiet type="submit" { (NEXT.get(lang)) }
        }
    }
}

/// The choice between the profiles.
pub(in crate::desk) fn profiles(present: Profile, lang: Lang) -> Markup {
    html! {
        fieldset {
            legend { (PROFILE.get(lang)) }
            @for profile in Profile::ALL {
                p {
                    label.plain {
                        input type="radio" name="profile" value=(profile.as_str()) checked[*profile == present];
                        " " (page::profile(*profile).get(lang))
                    }
                }
            }
        }
    }
}

/// `GET reset`.
pub(super) async fn confirm(
    visit: Visit,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<Html<String>, &'static Trouble> {
    let lang = visit.lang();
    let profile = wanted.map(|Query(wanted)| wanted).unwrap_or_default().profile(visit.room.profile())?;
    let body = html! {
        h1 { (SURE.get(lang)) }
        p { (WHAT.get(lang)) }
        p { (PROFILE.get(lang)) "：" strong { (page::profile(profile).get(lang)) } }
        form.row method="post" action=(visit.action("reset")) {
            input type="hidden" name="profile" value=(profile.as_str());
            button type="submit" { (DO.get(lang)) }
            a.button.quiet href=(visit.path("clock")) { (STOP.get(lang)) }
        }
    };
    Ok(Html(page::visit(&visit, "clock", SURE.get(lang), &body).into_string()))
}

/// `POST reset`.
pub(super) async fn reset(
    visit: Visit,
    given: Result<Form<Wanted>, FormRejection>,
) -> Result<Redirect, &'static Trouble> {
    let Form(wanted) = given.map_err(|_| &UNREADABLE)?;
    let profile = wanted.profile(visit.room.profile())?;
    visit.room.stage(visit.room.first_cast(), profile).await?;
    Ok(Redirect::to(&visit.path("")))
}
