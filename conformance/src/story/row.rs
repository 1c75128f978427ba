//! A record in the making: texts by the identifiers of the layout, judged by the typed record.

use std::fmt::Display;

use careplan::csv::write_canonical;
use careplan::layout::Kind;
use careplan::record::AnyRecord;
use careplan::value::CsvVersion;

use super::StoryError;

/// The texts of one record; what is not set is empty.
#[derive(Clone, Debug)]
pub struct Row {
    kind: Kind,
    texts: Vec<String>,
    /// The first identifier that the layout does not have.
    stranger: Option<&'static str>,
}

impl Row {
    /// A record of V4.1.
    #[must_use]
    pub fn new(kind: Kind) -> Self {
        let fields = kind.layout().map_or(0, |layout| layout.fields.len());
        let row = Self { kind, texts: vec![String::new(); fields], stranger: None };
        row.set("csv_version", CsvVersion::V41)
    }

    /// Gives a field its text.
    #[must_use]
    pub fn set(mut self, ident: &'static str, value: impl Display) -> Self {
        let at = self.kind.layout().and_then(|layout| layout.fields.iter().position(|field| field.ident == ident));
        match at.and_then(|at| self.texts.get_mut(at)) {
            Some(text) => *text = value.to_string(),
            None => self.stranger = self.stranger.or(Some(ident)),
        }
        self
    }

    /// Gives a field its text, where there is one.
    #[must_use]
    pub fn set_some<T: Display>(self, ident: &'static str, value: Option<T>) -> Self {
        match value {
            Some(value) => self.set(ident, value),
            None => self,
        }
    }

    /// Gives several fields their texts.
    #[must_use]
    pub fn set_all<T: Display>(self, values: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        values.into_iter().fold(self, |row, (ident, value)| row.set(ident, value))
    }

    /// The kind of the record.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// Writes the record as the standard asks for, once its typed form has taken it.
    ///
    /// # Errors
    /// A field that the layout does not have, or contents that the typed record refuses; nothing is written.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<(), StoryError> {
        if let Some(ident) = self.stranger {
            return Err(StoryError(format!("{}: {ident}", self.kind.code())));
        }
        let texts: Vec<&str> = self.texts.iter().map(String::as_str).collect();
        let layout = self.kind.layout().ok_or_else(|| StoryError(self.kind.code().to_owned()))?;
        match AnyRecord::from_texts(self.kind, &texts) {
            Some(Ok(record)) => {
                let texts = record.to_texts();
                write_canonical(layout.fields, texts.iter().map(String::as_str), out)
                    .map_err(|(no, why)| StoryError(format!("{} No.{no}: {why}", self.kind.code())))
            }
            Some(Err(problems)) => {
                let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
                Err(StoryError(format!("{}: {}", self.kind.code(), problems.join(", "))))
            }
            None => Err(StoryError(self.kind.code().to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_that_the_layout_does_not_have_is_not_lost_silently() {
        let row = Row::new(Kind::Dltplan).set("no_such_field", 1);
        assert_eq!(row.write(&mut Vec::new()).unwrap_err().0, "DLTPLAN: no_such_field");
    }

    #[test]
    fn a_record_that_its_type_refuses_is_not_written() {
        let mut out = Vec::new();
        let row = Row::new(Kind::Dltplan).set("insurer_no", "12345");
        assert!(row.write(&mut out).is_err());
        assert!(out.is_empty());
    }
}
