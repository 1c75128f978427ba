//! Asking a person about one case after another. What was answered before is not asked again.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use careplan::text::{Lang, Message, Text};

use super::Desk;
use super::answers::Answers;
use crate::mutation::File;
use crate::shown::{io_reason, visible};
use crate::suite::adapter::Stopped;
use crate::suite::case::Case;
use crate::suite::protocol::{Outcome, Reply, Seen};
use crate::suite::screen::{Choice, OUTCOMES, Question, Reading, Walk, outcome_question};

const KEYS: Text = Text::new(
    "? 見えない・分からない　s この事例を飛ばす　q ここで終える（続きは同じ命令で）",
    "? cannot be seen   s skip this case   q stop here (the same command goes on)",
);
const AGAIN: Text = Text::new(
    "読み取れませんでした。画面のとおりでしたら、同じ内容をもう一度入力してください。",
    "That is not understood. If it is what the screen shows, please type it once more.",
);
const STOPPED: Text =
    Text::new("途中で終えました。同じ命令で続きから始められます", "stopped; the same command goes on from here");
const SKIPPED: Text = Text::new("飛ばしました", "skipped");

/// What is to be done when nobody answers any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AtEnd {
    /// The run is stopped, to go on another day.
    Stop,
    /// Nobody looks at the screen: what only a person can see is not testable.
    Unseen,
}

/// Who asks: one for a run.
pub struct Interviewer {
    desk: Box<dyn Desk>,
    answers: Mutex<Answers>,
    lang: Lang,
    at_end: AtEnd,
    stopped: AtomicBool,
}

impl Interviewer {
    /// Asks at a desk, and keeps the answers.
    #[must_use]
    pub fn new(desk: Box<dyn Desk>, answers: Answers, lang: Lang, at_end: AtEnd) -> Arc<Self> {
        Arc::new(Self { desk, answers: Mutex::new(answers), lang, at_end, stopped: AtomicBool::new(false) })
    }

    /// Says something.
    pub fn say(&self, text: &str) {
        self.desk.say(text);
    }

    /// The language of the desk.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }
}

/// An answer, or none.
enum Said {
    Answer(String),
    Skipped,
}

/// The talk about one case.
pub struct Interview {
    by: Arc<Interviewer>,
    walk: Walk,
    skipped: bool,
    /// What is said before the next question that is really asked.
    before: Vec<String>,
}

impl Interview {
    /// No case yet.
    #[must_use]
    pub fn new(by: Arc<Interviewer>) -> Self {
        Self { by, walk: Walk::default(), skipped: false, before: Vec::new() }
    }

    /// A case begins.
    pub fn begin(&mut self, case: &Case) {
        let lang = self.by.lang;
        let patterns: Vec<&str> = case.patterns.iter().map(|pattern| pattern.as_str()).collect();
        let head = format!("\n■ {} {}\n{}", case.id, patterns.join(" "), visible(case.title.get(lang)));
        *self = Self { walk: Walk::of(case), before: vec![head], ..Self::new(Arc::clone(&self.by)) };
    }

    /// The next step begins: its number, from 1, and where its files may lie below a folder.
    pub fn advance(&mut self) -> (usize, String) {
        self.walk.advance();
        (self.walk.step(), self.walk.place())
    }

    /// Whether the person does not want to see this case, or none any more.
    ///
    /// # Errors
    /// The run was stopped.
    pub fn is_skipped(&self) -> Result<bool, Stopped> {
        if self.by.stopped.load(Ordering::Relaxed) { Err(stopped()) } else { Ok(self.skipped) }
    }

    /// Whether it is known what became of the import of this step.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.answers().get(&self.key("outcome"), &outcome_question().ja).is_some()
    }

    /// The answer to an import: what became of it, and what the screen shows. The instruction is said
    /// only where something is asked.
    ///
    /// # Errors
    /// The person stops, or the answers cannot be kept.
    pub fn import(&mut self, files: &[File], instruction: String) -> Result<Reply, Stopped> {
        let sheet = self.walk.import(files);
        if self.is_skipped()? {
            return Ok(skipped());
        }
        self.before.extend(Some(instruction).filter(|text| !text.is_empty()));
        let choice = match self.choice("outcome", &outcome_question(), OUTCOMES.iter().map(|(_, text)| *text))? {
            Some(choice) => choice,
            None => return Ok(skipped()),
        };
        let Choice::Seen(outcome) = choice else { return Ok(no_function()) };
        self.walk.settle(outcome);
        let values = sheet.of(outcome).iter().map(|question| Ok(question.seen(&self.value(question)?)));
        Ok(Reply::Seen(Seen { outcome, values: values.collect::<Result<_, Stopped>>()?, holds: None }))
    }

    /// A question with numbered answers; `None` where the case is skipped.
    fn choice(
        &mut self,
        key: &str,
        question: &Message,
        choices: impl Iterator<Item = Text>,
    ) -> Result<Option<Choice>, Stopped> {
        let lang = self.by.lang;
        let mut prompt = question.get(lang).to_owned();
        (1..).zip(choices).for_each(|(no, text): (usize, _)| prompt.push_str(&format!("\n  {no} {}", text.get(lang))));
        let said = self.ask(key, &question.ja, &prompt, &|typed| Choice::read(typed).is_some())?;
        Ok(match said {
            Said::Answer(typed) => Some(Choice::read(&typed).unwrap_or(Choice::Seen(Outcome::Unknown))),
            Said::Skipped => None,
        })
    }

    /// What the screen shows; once the case is skipped, nothing more can be seen.
    fn value(&mut self, question: &Question) -> Result<String, Stopped> {
        if self.skipped {
            return Ok("?".to_owned());
        }
        let is_clear = |typed: &str| question.read(typed) != Reading::Unclear;
        let prompt = question.text.get(self.by.lang).to_owned();
        Ok(match self.ask(&question.id, &question.text.ja, &prompt, &is_clear)? {
            Said::Answer(typed) => typed,
            Said::Skipped => "?".to_owned(),
        })
    }

    /// Waits for a yes: 1 it is done, 2 there is no such function; `None` where the case is skipped.
    ///
    /// # Errors
    /// The person stops, or the answers cannot be kept.
    pub fn done(
        &mut self,
        instruction: String,
        question: Text,
        is_done: &dyn Fn() -> bool,
    ) -> Result<Option<bool>, Stopped> {
        self.before.push(instruction);
        let accepts = |typed: &str| typed == "2" || typed == "?" || (typed == "1" && is_done());
        match self.ask("done", question.ja, question.get(self.by.lang), &accepts)? {
            Said::Answer(typed) if typed == "1" => Ok(Some(true)),
            Said::Answer(typed) if typed == "2" => Ok(Some(false)),
            Said::Answer(_) | Said::Skipped => Ok(None),
        }
    }

    /// Asks until there is an answer that is understood, or the same one twice.
    fn ask(
        &mut self,
        key: &str,
        question: &str,
        prompt: &str,
        accepts: &dyn Fn(&str) -> bool,
    ) -> Result<Said, Stopped> {
        self.is_skipped()?;
        let key = self.key(key);
        let kept = self.answers().get(&key, question).map(str::to_owned);
        if let Some(kept) = kept {
            if kept == "s" {
                self.skipped = true;
                return Ok(Said::Skipped);
            }
            return Ok(Said::Answer(kept));
        }
        for text in self.before.drain(..) {
            self.by.say(&text);
        }
        self.by.say(&format!("\n{}\n  [{}]", visible_lines(prompt), KEYS.get(self.by.lang)));
        let mut last = None;
        loop {
            let Some(line) = self.by.desk.line() else {
                if self.by.at_end == AtEnd::Unseen {
                    return Ok(Said::Answer("?".to_owned()));
                }
                return Err(self.stop());
            };
            let typed = line.trim().to_owned();
            match typed.as_str() {
                "" => continue,
                "q" | "ｑ" => return Err(self.stop()),
                "s" | "ｓ" => {
                    self.keep(&key, question, "s")?;
                    self.skipped = true;
                    return Ok(Said::Skipped);
                }
                _ => {}
            }
            let typed = if typed == "？" { "?".to_owned() } else { typed };
            if accepts(&typed) || (last.as_ref() == Some(&typed) && !question_is_choice(&key)) {
                self.keep(&key, question, &typed)?;
                return Ok(Said::Answer(typed));
            }
            self.by.say(AGAIN.get(self.by.lang));
            last = Some(typed);
        }
    }

    fn key(&self, question: &str) -> String {
        format!("{}#{}#{question}", self.walk.id(), self.walk.step())
    }

    fn answers(&self) -> std::sync::MutexGuard<'_, Answers> {
        self.by.answers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn keep(&self, key: &str, question: &str, answer: &str) -> Result<(), Stopped> {
        self.answers().put(key, question, answer).map_err(|error| unkept(&error))
    }

    fn stop(&self) -> Stopped {
        self.by.stopped.store(true, Ordering::Relaxed);
        stopped()
    }
}

/// Whether only some answers are possible, however often another one is typed.
fn question_is_choice(key: &str) -> bool {
    key.ends_with("#outcome") || key.ends_with("#done")
}

/// Safe for a terminal, its line ends kept.
fn visible_lines(text: &str) -> String {
    text.lines().map(visible).collect::<Vec<_>>().join("\n")
}

fn stopped() -> Stopped {
    Stopped::Trouble(STOPPED.into())
}

/// The case, or the rest of it, was not looked at.
pub(super) fn skipped() -> Reply {
    Reply::NotTestable { reason: SKIPPED.into() }
}

/// The person says that the software cannot do it.
pub(super) fn no_function() -> Reply {
    Reply::NotImplemented { reason: "機能なし / no such function".to_owned() }
}

fn unkept(error: &io::Error) -> Stopped {
    let why = io_reason(error);
    Stopped::Trouble(Message::new(
        format!("回答を保存できません（{}）", why.ja),
        format!("the answer cannot be kept ({})", why.en),
    ))
}
