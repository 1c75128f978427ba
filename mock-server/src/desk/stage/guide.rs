//! The guide: the step that is to be done, what came of the last one, and the buttons. The same
//! piece of a page serves the scenario's own page and whatever shows screens beside it.

use axum::response::Html;
use careplan::text::{Lang, Message, Text};
use maud::{Markup, html};

use super::words::{HANDOUT, STEPS, TITLE, WHEN, WHO, by, colon, counted, last, when, who};
use crate::desk::director::{By, Mode, Showing};
use crate::desk::scenarios::{Expect, Step};
use crate::desk::trouble::Trouble;
use crate::desk::visit::Visit;
use crate::wire::Slot;

const NOTHING: Text = Text::new("いま進んでいる話はありません。", "No scenario is under way.");
const NOW: Text = Text::new("いま", "now");
const LATER: Text = Text::new("これから", "to come");
const SCREENS: Text = Text::new("画面（左・右）", "Screens, left and right");
const BY_HAND: Text = Text::new("手で行うには", "By hand");
const TWO: Text = Text::new("1画面で左右に並べて進める", "Go on with both screens side by side");
const FILES: Text = Text::new("使うファイル", "Files of this step");
const CSV: Text = Text::new("CSV の欄", "for the CSV area");
const ATTACHMENT: Text = Text::new("PDF等 の欄", "for the area of PDF and the like");
const DIFFERENT: Text = Text::new("期待とちがう結果になりました：", "It came to something else: ");
const DO_IT: Text = Text::new("代わりに行う", "Do it for me");
const NEXT: Text = Text::new("次へ", "Next");
const BACK: Text = Text::new("1つ戻る", "Back");
const PLAY: Text = Text::new("カレンダーで進める", "Let the calendar run");
const PAUSE: Text = Text::new("止める", "Pause");
const GO_ON: Text = Text::new("続ける", "Go on");
const HAND: Text = Text::new("手で進める", "Go on by hand");
const RESET: Text = Text::new("最初から", "Start over");
const END: Text = Text::new("終わる", "End");
const OVER: Text = Text::new("おわりました", "This is the end");
const FOUND: Text = Text::new("原因を見つけ、自分で直しました。", "The cause was found, and put right by hand.");

/// `GET /desk/{room}/scenarios/now`.
pub(super) async fn now(visit: Visit) -> Result<Html<String>, &'static Trouble> {
    let showing = visit.room.director().look(&visit.room).await?;
    let piece = match &showing {
        Some(showing) => guide(&visit, showing),
        None => {
            html! { p { (NOTHING.get(visit.lang())) " " a href=(visit.path("scenarios")) { (TITLE.get(visit.lang())) } } }
        }
    };
    Ok(Html(piece.into_string()))
}

/// The guide of what is under way.
pub(crate) fn guide(visit: &Visit, showing: &Showing) -> Markup {
    let (lang, scenario) = (visit.lang(), showing.scenario);
    let done = showing.step.checked_sub(1).and_then(|n| scenario.steps.get(n));
    html! {
        @if let (Some(step), Some(mark)) = (done, showing.marks.last()) {
            p.result data-news { strong.good { (last(*mark, lang)) } " " (step.seen.get(lang)) }
        }
        @match scenario.steps.get(showing.step) {
            Some(step) => { (current(visit, showing, step)) },
            None => { (over(visit, showing)) },
        }
        div.row {
            (buttons(visit, showing, Back::Guide))
            a href=(visit.path("two")) { (TWO.get(lang)) }
        }
        h2 { (STEPS.get(lang)) }
        (progress(showing, lang))
    }
}

fn current(visit: &Visit, showing: &Showing, step: &Step) -> Markup {
    let (lang, scenario) = (visit.lang(), showing.scenario);
    html! {
        section.step.box aria-labelledby="step" {
            p.soft.number { (counted(showing.step, scenario, lang)) }
            h2 id="step" { (step.title.get(lang)) }
            dl.facts {
                dt { (WHEN.get(lang)) } dd { (when(step, lang)) }
                dt { (WHO.get(lang)) } dd { (who(scenario, step, lang)) }
                dt { (SCREENS.get(lang)) } dd { (screens(visit, showing)) }
            }
            p { (step.why.get(lang)) }
            p { strong { (BY_HAND.get(lang)) (colon(lang)) } (step.by_hand.get(lang)) }
            @if !showing.papers.is_empty() { (files(visit, showing)) }
            @if let Some(trouble) = &showing.trouble { (self::trouble(trouble, lang)) }
        }
    }
}

/// The two screens of the step, and the way to each; opening one takes nothing in.
fn screens(visit: &Visit, showing: &Showing) -> Markup {
    let sides = showing.sides.iter().flatten();
    html! { ul.screens { @for screen in sides {
        @let office = showing.offices.iter().find(|office| office.number == screen.office);
        li {
            a href=(visit.path(&format!("at/{screen}/"))) { @if let Some(office) = office { (office.name) } " " (screen) }
            @if showing.screen == Some(*screen) { " " strong { "◀ " (NOW.get(visit.lang())) } }
        }
    } } }
}

/// The files of the step, to be taken out and put into a message by hand.
pub(super) fn files(visit: &Visit, showing: &Showing) -> Markup {
    let lang = visit.lang();
    html! {
        details.files { summary { (FILES.get(lang)) " " span.number { "(" (showing.papers.len()) ")" } } ul { @for (n, (slot, paper)) in showing.papers.iter().enumerate() {
            li {
                a href=(visit.path(&format!("scenarios/files/{}/{n}", showing.step))) download=(paper.name) { (paper.name) }
                " " span.soft { (match slot { Slot::Csv => CSV, Slot::Attachment => ATTACHMENT }.get(lang)) }
            }
        } } }
    }
}

/// What came instead of what was expected.
pub(super) fn trouble(trouble: &Message, lang: Lang) -> Markup {
    html! { p.trouble role="alert" { (DIFFERENT.get(lang)) (trouble.get(lang)) } }
}

fn over(visit: &Visit, showing: &Showing) -> Markup {
    let (lang, scenario) = (visit.lang(), showing.scenario);
    let to_do = scenario.steps.iter().zip(&showing.marks).filter(|(step, _)| !matches!(step.expect, Expect::Read));
    let (count, by_hand) =
        to_do.fold((0, 0), |(all, hand), (_, mark)| (all + 1, hand + usize::from(*mark == By::Hand)));
    // That it was refused belongs to the drill; what counts is who made it work in the end.
    let sent =
        scenario.steps.iter().zip(&showing.marks).rfind(|(step, _)| matches!(step.expect, Expect::Accepted { .. }));
    let is_found = scenario.is_drill && sent.is_some_and(|(_, mark)| *mark == By::Hand);
    let told = match lang {
        Lang::Ja => format!("手で行ったステップ：{by_hand}／{count}"),
        Lang::En => format!("steps done by hand: {by_hand} of {count}"),
    };
    html! {
        section.step.box aria-labelledby="step" {
            h2 id="step" { (OVER.get(lang)) }
            p { (scenario.learned.get(lang)) }
            p.number { (told) }
            @if is_found { p.good { "✓ " (FOUND.get(lang)) } }
            p { a href=(visit.path(&format!("scenarios/{}/handout", scenario.id))) { (HANDOUT.get(lang)) }
                " " a href=(visit.path("scenarios")) { (TITLE.get(lang)) } }
        }
    }
}

/// Where a button leads back to.
#[derive(Clone, Copy, Debug)]
pub(super) enum Back {
    /// The page of the scenario.
    Guide,
    /// The two screens.
    Two,
}

/// The buttons that lead through the scenario; beside two screens only those of every step.
pub(super) fn buttons(visit: &Visit, showing: &Showing, back: Back) -> Markup {
    let lang = visit.lang();
    let step = showing.scenario.steps.get(showing.step);
    let is_read = step.is_some_and(|step| matches!(step.expect, Expect::Read));
    // What it does, the word on the button, whether it is the one to press.
    let mut row = Vec::new();
    if step.is_some() {
        row.push(("step", if is_read { NEXT } else { DO_IT }, true));
        match showing.mode {
            Mode::Hand => row.push(("play", PLAY, false)),
            Mode::Calendar => row.extend([("pause", PAUSE, false), ("hand", HAND, false)]),
            Mode::Paused => row.extend([("play", GO_ON, false), ("hand", HAND, false)]),
        }
    }
    row.push(("back", BACK, false));
    if matches!(back, Back::Guide) {
        row.extend([("reset", RESET, false), ("end", END, false)]);
    }
    html! { div.buttons { @for (what, word, is_first) in row {
        form method="post" action=(visit.action(&format!("scenarios/{}/do/{what}", showing.scenario.id))) {
            input type="hidden" name="n" value=(showing.step);
            @if matches!(back, Back::Two) { input type="hidden" name="to" value="two"; }
            button.quiet[!is_first] type="submit" { (word.get(lang)) }
        }
    } } }
}

fn progress(showing: &Showing, lang: Lang) -> Markup {
    html! { ol.steps { @for (n, step) in showing.scenario.steps.iter().enumerate() {
        li aria-current=[(n == showing.step).then_some("step")] {
            (step.title.get(lang)) " "
            @match showing.marks.get(n) {
                Some(mark) => { span.good { "✓ " (by(*mark).get(lang)) } },
                None if n == showing.step => { strong { "▶ " (NOW.get(lang)) } },
                None => { span.soft { (LATER.get(lang)) } },
            }
        }
    } } }
}
