//! The table of steps as a person reads it, printed while the demonstration goes on.

use std::io;

use careplan::text::{Lang, Message, Text};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::say;

/// Cells of a terminal: the whole line, and the column of titles.
const LINE: usize = 88;
const TITLE: usize = 34;

/// How a step ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// As it should.
    Done,
    /// As it should, and worth a look.
    Look,
    /// Not as it should.
    Failed,
}

impl Mark {
    const fn word(self) -> Text {
        match self {
            Self::Done => Text::new("○", "ok"),
            Self::Look => Text::new("！", "! "),
            Self::Failed => Text::new("×", "NG"),
        }
    }
}

/// The table; it counts the steps and remembers whether one failed.
#[derive(Debug)]
pub(super) struct Table {
    lang: Lang,
    steps: usize,
    has_failed: bool,
}

impl Table {
    pub(super) const fn new(lang: Lang) -> Self {
        Self { lang, steps: 0, has_failed: false }
    }

    /// Whether a step did not end as it should.
    pub(super) const fn has_failed(&self) -> bool {
        self.has_failed
    }

    /// Prints a step: its title in one column, what is to be said of it in the other.
    pub(super) fn step(&mut self, mark: Mark, title: Text, said: &[Message]) -> io::Result<()> {
        self.steps += 1;
        self.has_failed |= mark == Mark::Failed;
        let head = format!("{:>2} {} {}", self.steps, fill(mark.word().get(self.lang), 2), title.get(self.lang));
        let said: Vec<&str> = said.iter().map(|message| message.get(self.lang)).collect();
        say::out(&columns(&head, &said))
    }
}

/// A text beside a column of other texts.
fn columns(head: &str, said: &[&str]) -> String {
    let mut lines = said.iter().flat_map(|text| wrap(text, LINE - TITLE - 2));
    let mut out = format!("{}  {}", fill(head, TITLE), lines.next().unwrap_or_default()).trim_end().to_owned();
    out.push('\n');
    for line in lines {
        out.push_str(&format!("{}  {line}\n", fill("", TITLE)));
    }
    out
}

fn fill(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// Breaks a text into lines: between wide characters anywhere but before closing marks, else at
/// spaces. A word that is longer than a line stays whole, so that it can be copied.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut word) = (String::new(), String::new());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        word.push(c);
        let ends = rest.peek().is_none_or(|&next| c == ' ' || ((is_wide(c) || is_wide(next)) && !clings(c, next)));
        if ends {
            if !line.is_empty() && line.width() + word.trim_end().width() > width {
                lines.push(std::mem::take(&mut line).trim_end().to_owned());
            }
            line.push_str(&std::mem::take(&mut word));
        }
    }
    lines.push(line.trim_end().to_owned());
    lines
}

fn is_wide(c: char) -> bool {
    c.width() == Some(2)
}

/// Whether no line may end between the two.
fn clings(c: char, next: char) -> bool {
    "、。」）：！？・ー".contains(next) || "「（".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_japanese_characters_but_not_before_closing_marks() {
        assert_eq!(wrap("予定と実績。", 10), ["予定と実", "績。"]);
        assert_eq!(wrap("a word and another", 10), ["a word and", "another"]);
        let hash = "0123456789".repeat(7);
        assert_eq!(wrap(&hash, 10), [hash.as_str()]);
        assert_eq!(wrap("", 10), [""]);
    }

    #[test]
    fn one_step_that_failed_is_remembered() {
        let mut table = Table::new(Lang::En);
        for (mark, failed) in [(Mark::Done, false), (Mark::Look, false), (Mark::Failed, true), (Mark::Done, true)] {
            table.step(mark, Text::new("題", "a step"), &[]).unwrap();
            assert_eq!(table.has_failed(), failed);
        }
    }

    #[test]
    fn titles_and_texts_stand_in_columns() {
        let out = columns(" 1 ○ 題", &["あ", "b"]);
        assert_eq!(out, format!(" 1 ○ 題{}  あ\n{}  b\n", " ".repeat(TITLE - " 1 ○ 題".width()), " ".repeat(TITLE)));
    }
}
