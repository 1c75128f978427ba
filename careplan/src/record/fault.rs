//! Why a record is refused.

use std::fmt;

use crate::layout::Field;
use crate::text::{Lang, Message};

/// What is wrong with one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is required (必須) and empty.
    Empty,
    /// Its content is not of the format of the field.
    Format,
    /// It has more characters than 項目長 allows.
    TooLong,
    /// The record ends before it.
    Absent,
    /// So many more fields follow the last one.
    Surplus(usize),
}

/// One reason why a record is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// The field; for [`Fault::Surplus`] the last one of the layout.
    pub field: &'static Field,
    /// What is wrong.
    pub fault: Fault,
    /// The text at fault; a person may be known from it, so it is in no message.
    pub value: String,
}

impl FieldProblem {
    /// One sentence, without the value.
    #[must_use]
    pub fn message(&self) -> Message {
        let (no, name) = (self.field.no, self.field.name);
        let (ja, en) = match self.fault {
            Fault::Empty => ("必須の項目ですが、空です".to_owned(), "is required and empty".to_owned()),
            Fault::Format => {
                let format = self.field.format.spec_name();
                (format!("書式（{format}）に合いません"), format!("is not of the format {format}"))
            }
            Fault::TooLong => ("項目長を超えています".to_owned(), "is longer than the layout allows".to_owned()),
            Fault::Absent => ("項目がありません".to_owned(), "is missing".to_owned()),
            Fault::Surplus(count) => (
                format!("最後の項目のあとに {count} 項目多くあります"),
                format!("is the last field, but {count} more follow"),
            ),
        };
        Message::new(format!("No.{no} {name}：{ja}"), format!("No.{no} {name} {en}"))
    }
}

impl fmt::Display for FieldProblem {
    /// The message in Japanese.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message().get(Lang::Ja))
    }
}

impl std::error::Error for FieldProblem {}
