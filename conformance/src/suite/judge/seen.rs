//! Imports of which a person says what the screen shows. What nobody can see is not testable: a
//! verdict is never guessed, and a sample that is right is all that a person can give.

use careplan::text::Message;

use super::{Given, Judged, is_loss, told};
use crate::shown::visible;
use crate::suite::case::Taking;
use crate::suite::meaning::{Content, Model, Scope, What, differences, read_files};
use crate::suite::protocol::{Found, Outcome, Seen, SeenValue};
use crate::suite::verdict::Verdict;

/// Judges what was seen of an import; `model` is what is to be held, before and after.
pub(in crate::suite) fn seen(given: &Given<'_>, seen: &Seen, model: &mut Model) -> Judged {
    let warned = seen.outcome == Outcome::Warned;
    match (seen.outcome, given.taking) {
        (Outcome::Half, _) => Judged::fail("一部だけ取り込まれました", "half of it was taken"),
        (Outcome::Refused, Taking::Whole) => Judged::fail("適合する組が拒否されました", "a conformant set was refused"),
        (Outcome::Refused, taking) => match on_screen(given.scope, seen, model) {
            // That nothing was taken was seen already.
            judged if judged.verdict == Verdict::NotTestable && taking == Taking::NotSilently => Judged::pass(),
            judged => judged,
        },
        (Outcome::Taken, Taking::NotSilently) => Judged::fail(
            "標準仕様に反するファイルが、何も知らされずに取り込まれました",
            "files that are against the standard were taken without a word",
        ),
        (Outcome::Warned, Taking::NotSilently) => Judged::pass(),
        (Outcome::Taken | Outcome::Warned, _) => {
            if let Ok(scenario) = read_files(given.files) {
                model.take(&scenario);
                let judged = on_screen(given.scope, seen, model);
                return if warned { judged.aloud() } else { judged };
            }
            // An open point that leaves no sure meaning: that all was taken is all that can be asked.
            Judged::pass()
        }
        (Outcome::Unknown, taking) => by_what_is_held(given, taking, seen, model),
    }
}

impl Judged {
    /// What the software said aloud is not lost silently.
    fn aloud(mut self) -> Self {
        if self.verdict == Verdict::SilentLoss {
            self.verdict = Verdict::Fail;
        }
        self
    }
}

/// Nobody says what became of it; what is held may tell.
fn by_what_is_held(given: &Given<'_>, taking: Taking, seen: &Seen, model: &mut Model) -> Judged {
    let Some(holds) = &seen.holds else { return unseen() };
    let before = model.clone();
    if let Ok(scenario) = read_files(given.files) {
        model.take(&scenario);
    }
    if taking != Taking::Whole && compared(&before, holds, given.scope).verdict == Verdict::Pass {
        *model = before;
        return Judged::pass();
    }
    match compared(model, holds, given.scope) {
        judged if judged.verdict == Verdict::Pass && taking == Taking::NotSilently => Judged::because(
            Verdict::NotTestable,
            "取り込まれましたが、利用者に知らせたかどうかが分かりません",
            "it was taken; whether anybody was warned is not known",
        ),
        judged => judged,
    }
}

/// What the screen shows, or all that is held, against what is to be held.
fn on_screen(scope: &Scope, seen: &Seen, model: &Model) -> Judged {
    match &seen.holds {
        Some(holds) => compared(model, holds, scope),
        None => of_values(&seen.values),
    }
}

fn compared(model: &Model, holds: &Content, scope: &Scope) -> Judged {
    let found = differences(&model.must, &model.may, holds, scope);
    let is_silent = |what| is_loss(what) || matches!(what, What::Truncated | What::Replaced);
    let verdict = if found.is_empty() {
        Verdict::Pass
    } else if found.iter().any(|difference| is_silent(difference.what)) {
        Verdict::SilentLoss
    } else {
        Verdict::Fail
    };
    Judged { verdict, notes: told(&found) }
}

fn of_values(values: &[SeenValue]) -> Judged {
    let of = |found: Found| values.iter().filter(move |value| value.found == found);
    let wrong: Vec<&SeenValue> = values.iter().filter(|it| matches!(it.found, Found::Wrong | Found::Gone)).collect();
    if !wrong.is_empty() {
        let verdict = if of(Found::Gone).next().is_some() { Verdict::SilentLoss } else { Verdict::Fail };
        return Judged { verdict, notes: wrong.into_iter().map(note).collect() };
    }
    let (right, hidden) = (of(Found::Right).count(), of(Found::Unseen).count());
    if right == 0 {
        return unseen();
    }
    if hidden > 0 {
        return Judged::because(
            Verdict::NotTestable,
            format!("画面で {right} か所を確かめました。ほかの {hidden} か所は見えないため、確認していません"),
            format!("{right} places were seen to be right; {hidden} could not be seen and were not judged"),
        );
    }
    Judged::because(
        Verdict::Pass,
        format!("画面で {right} か所を確かめました"),
        format!("{right} places on the screen were seen to be right"),
    )
}

fn note(value: &SeenValue) -> Message {
    let answer = visible(&value.answer);
    Message::new(
        format!("{}（期待：{}、画面：{answer}）", value.question.ja, value.expected.ja),
        format!("{} (expected: {}, on the screen: {answer})", value.question.en, value.expected.en),
    )
}

fn unseen() -> Judged {
    Judged::because(
        Verdict::NotTestable,
        "取り込んだ内容が外から見えないため、確認していません",
        "what is held cannot be seen, so it was not judged",
    )
}
