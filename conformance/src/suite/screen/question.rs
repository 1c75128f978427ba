//! One question about the screen, and what a typed answer to it means.

use careplan::layout::Field;
use careplan::text::Message;

use super::identity::shown;
use super::typed::{self, Typed};
use crate::suite::meaning::Value;
use crate::suite::protocol::{Found, SeenValue};

/// Texts that are longer are asked for by their end, where a cut would show.
const WHOLE: usize = 16;

/// So many characters of the end.
const END: usize = 8;

/// A question about the screen.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its name within the sheet: `A1`.
    pub id: String,
    /// In words.
    pub text: Message,
    pub(super) wanted: Wanted,
}

/// What ought to be answered.
#[derive(Clone, Debug)]
pub(super) enum Wanted {
    /// A value; `others` are all that stand in the field, for answers that leave a part unsaid.
    Value { field: &'static Field, value: Value, others: Vec<String> },
    /// The end of a long text, or all of it.
    End { text: String },
    /// Yes: it is there.
    There,
    /// No: it is not there.
    NotThere,
}

/// What a typed answer comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// It is understood.
    Clear(Found),
    /// It is of another form than the value: better asked again.
    Unclear,
}

impl Question {
    /// Asks for a value at a place.
    pub(super) fn value(place: &Message, field: &'static Field, value: &Value, others: Vec<String>) -> Self {
        let text = value.to_string();
        let name = field.name;
        if field.format.is_free_text() && text.chars().count() > WHOLE {
            return Self::new(
                Message::new(
                    format!("{}　の「{name}」の、最後の {END} 文字は？", place.ja),
                    format!("{}: what are the last {END} characters of 「{name}」?", place.en),
                ),
                Wanted::End { text },
            );
        }
        Self::new(
            Message::new(format!("{}　の「{name}」は？", place.ja), format!("{}: what is 「{name}」?", place.en)),
            Wanted::Value { field, value: value.clone(), others },
        )
    }

    /// Asks whether something is there.
    pub(super) fn presence(place: &Message, is_there: bool) -> Self {
        let text = Message::new(
            format!("{}　は、画面にありますか（はい・いいえ）", place.ja),
            format!("{}: is it on the screen (yes or no)?", place.en),
        );
        Self::new(text, if is_there { Wanted::There } else { Wanted::NotThere })
    }

    const fn new(text: Message, wanted: Wanted) -> Self {
        Self { id: String::new(), text, wanted }
    }

    /// What ought to be seen, in words.
    #[must_use]
    pub fn expected(&self) -> Message {
        match &self.wanted {
            Wanted::Value { field, value, .. } => shown(field, value),
            Wanted::End { text } => {
                let end = end(text);
                Message::new(format!("…{end}"), format!("…{end}"))
            }
            Wanted::There => Message::new("はい", "yes"),
            Wanted::NotThere => Message::new("いいえ", "no"),
        }
    }

    /// What a typed answer means.
    #[must_use]
    pub fn read(&self, answer: &str) -> Reading {
        match typed::special(answer) {
            Some(Typed::Unseen) => return Reading::Clear(Found::Unseen),
            Some(Typed::Nothing) if matches!(self.wanted, Wanted::Value { .. } | Wanted::End { .. }) => {
                return Reading::Clear(Found::Gone);
            }
            _ => {}
        }
        match &self.wanted {
            Wanted::Value { field, value, others } => typed::value(field, value, others, answer),
            Wanted::End { text } => {
                // What is typed may be more than was asked for, down to the whole text.
                let (whole, typed) = (typed::folded(text), typed::folded(answer));
                let is_end = typed.ends_with(&typed::folded(&end(text))) && whole.ends_with(&typed);
                Reading::Clear(if is_end { Found::Right } else { Found::Wrong })
            }
            Wanted::There => presence(answer, true),
            Wanted::NotThere => presence(answer, false),
        }
    }

    /// The answer with what it means. One that is not understood is what the screen shows: wrong.
    #[must_use]
    pub fn seen(&self, answer: &str) -> SeenValue {
        let found = match self.read(answer) {
            Reading::Clear(found) => found,
            Reading::Unclear => Found::Wrong,
        };
        SeenValue { question: self.text.clone(), expected: self.expected(), answer: answer.trim().to_owned(), found }
    }
}

fn presence(answer: &str, expected: bool) -> Reading {
    match typed::yes_or_no(answer) {
        None => Reading::Unclear,
        Some(found) if found == expected => Reading::Clear(Found::Right),
        Some(true) => Reading::Clear(Found::Wrong),
        Some(false) => Reading::Clear(Found::Gone),
    }
}

/// The last characters of a text, line ends and blanks at its end left out.
fn end(text: &str) -> String {
    let mut end: Vec<char> = text.trim_end().chars().rev().filter(|c| !c.is_whitespace()).take(END).collect();
    end.reverse();
    end.into_iter().collect()
}
