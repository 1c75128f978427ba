//! Reading the texts of a record, field by field.

use super::slot::Slot;
use super::{Fault, FieldProblem};
use crate::layout::{Field, Kind};

/// Walks the fields of a layout and the texts of a record side by side and keeps what is wrong.
pub(super) struct Reader<'a> {
    fields: std::slice::Iter<'static, Field>,
    texts: std::slice::Iter<'a, &'a str>,
    problems: Vec<FieldProblem>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(kind: Kind, texts: &'a [&'a str]) -> Self {
        let fields = kind.layout().map_or(&[][..], |layout| layout.fields);
        let mut problems = Vec::new();
        let surplus = texts.len().saturating_sub(fields.len());
        if surplus > 0
            && let Some(field) = fields.last()
        {
            problems.push(FieldProblem { field, fault: Fault::Surplus(surplus), value: String::new() });
        }
        Self { fields: fields.iter(), texts: texts.iter(), problems }
    }

    /// The value of the next field; `None` where it is at fault.
    pub(super) fn next<T: Slot>(&mut self) -> Option<T> {
        let field = self.fields.next()?;
        let Some(text) = self.texts.next() else {
            self.problems.push(FieldProblem { field, fault: Fault::Absent, value: String::new() });
            return None;
        };
        match T::read(text, field) {
            Ok(value) => Some(value),
            Err(fault) => {
                self.problems.push(FieldProblem { field, fault, value: (*text).to_owned() });
                None
            }
        }
    }

    /// What was wrong, in the order of the fields.
    pub(super) fn into_problems(mut self) -> Vec<FieldProblem> {
        self.problems.sort_by_key(|problem| problem.field.no);
        self.problems
    }

    /// Whether nothing was wrong so far.
    pub(super) fn is_clean(&self) -> bool {
        self.problems.is_empty()
    }
}
