//! `renkei coverage`: what the corpus covers, kinds × fields × rules × cases.

use std::io;
use std::path::Path;

use careplan::text::Lang;
use conformance::coverage::{measure, write_json, write_text};
use conformance::mutation::corpus_cases;
use conformance::shown::{io_reason, visible};

use crate::cli::{CoverageArgs, TextOrJson};
use crate::say;

/// Runs the command and gives the exit code: 0 nothing missing, 1 something is, 2 not judged.
pub(crate) fn run(args: &CoverageArgs, lang: Lang) -> u8 {
    let cases = match corpus_cases(&args.corpus) {
        Ok(cases) => cases,
        Err(unread) => {
            say::err(&unreadable(&unread.path, &unread.error, lang));
            return 2;
        }
    };
    if cases.is_empty() {
        say::err(&empty(&args.corpus, lang));
        return 2;
    }
    let coverage = measure(&cases);
    let mut out = Vec::new();
    let written = match args.format {
        TextOrJson::Text => write_text(&coverage, lang, &mut out),
        TextOrJson::Json => write_json(&coverage, lang, &mut out),
    };
    match written.and_then(|()| say::out(&String::from_utf8_lossy(&out))) {
        Ok(()) => u8::from(!coverage.missing().is_empty()),
        Err(error) => {
            say::err(io_reason(&error).get(lang));
            2
        }
    }
}

fn unreadable(path: &Path, error: &io::Error, lang: Lang) -> String {
    let (path, reason) = (visible(&path.to_string_lossy()), io_reason(error));
    match lang {
        Lang::Ja => {
            format!("{path} を読めませんでした（{}）。--corpus で corpus のフォルダーを指定してください。", reason.ja)
        }
        Lang::En => format!("{path} could not be read ({}). Give the folder of the corpus with --corpus.", reason.en),
    }
}

fn empty(path: &Path, lang: Lang) -> String {
    let path = visible(&path.to_string_lossy());
    match lang {
        Lang::Ja => format!("{path} に事例（case.json のあるフォルダー）がありません。--corpus をお確かめください。"),
        Lang::En => format!("{path} holds no case (a folder with a case.json). Please check --corpus."),
    }
}
