//! Passwords: from a file, a variable, or asked for. They never stand on the command line, where
//! other users of the machine could see them.

use std::fs;
use std::io::IsTerminal;
use std::path::Path;

use careplan::text::{Lang, Text};
use console::Term;

use crate::relay::Trouble;

/// Where a password comes from.
pub(super) struct Source<'a> {
    /// The file that was named.
    pub(super) file: Option<&'a Path>,
    /// The option that names one.
    pub(super) option: &'static str,
    /// The variable that may hold it.
    pub(super) variable: &'static str,
    /// What to ask a person.
    pub(super) question: Text,
}

pub(super) const INSTALL: Text = Text::new("電子証明書のファイルのパスワード", "Password of the certificate file");
pub(super) const OWN: Text = Text::new("パスワード", "Password");
pub(super) const NEW: Text = Text::new("新しいパスワード", "New password");
pub(super) const ISSUING: Text = Text::new("証明書発行用パスワード", "Password for issuing certificates");

impl<'a> Source<'a> {
    /// The password with which the office logs in.
    pub(super) const fn own(file: Option<&'a Path>) -> Self {
        Self { file, option: "--password-file", variable: "RENKEI_PASSWORD", question: OWN }
    }

    /// The one to come.
    pub(super) const fn new(file: Option<&'a Path>) -> Self {
        Self { file, option: "--new-password-file", variable: "RENKEI_NEW_PASSWORD", question: NEW }
    }

    /// The password, if a file or the variable gives it.
    pub(super) fn given(&self) -> Result<Option<String>, Trouble> {
        match self.file {
            Some(file) => Ok(Some(text(file)?.trim_end_matches(['\r', '\n']).to_owned())),
            None => Ok(std::env::var(self.variable).ok()),
        }
    }

    /// The password; where nothing gives it and a person sits there, they are asked.
    pub(super) fn read(&self, lang: Lang) -> Result<String, Trouble> {
        if let Some(given) = self.given()? {
            return Ok(given);
        }
        if !std::io::stdin().is_terminal() {
            return Err(missing(&format!("{} / {}", self.option, self.variable)));
        }
        let term = Term::stderr();
        term.write_str(&format!("{}: ", self.question.get(lang)))?;
        Ok(term.read_secure_line()?)
    }
}

/// The text of a file.
pub(super) fn text(path: &Path) -> Result<String, Trouble> {
    fs::read_to_string(path).map_err(|error| Trouble::file(path, &error))
}

/// One of these options is needed.
pub(super) fn missing(what: &str) -> Trouble {
    Trouble::new(format!("{what} のどれかを指定してください。"), format!("Please give one of {what}."))
}
