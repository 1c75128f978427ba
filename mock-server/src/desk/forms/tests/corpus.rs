//! Every set of the corpus, written to `target/forms` so that a person can look at them.

use std::fs;
use std::path::{Path, PathBuf};

use bytes::Bytes;
use careplan::text::Lang;

use crate::desk::assets::STYLE;
use crate::desk::forms::{Forms, Paper, render};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The files of a folder, in the order of their names.
fn papers(folder: &Path) -> Vec<Paper> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let named = |path: PathBuf| Paper {
        name: path.file_name().unwrap().to_string_lossy().into_owned(),
        bytes: Bytes::from(fs::read(path).unwrap()),
    };
    paths.into_iter().filter(|path| path.extension().is_some_and(|end| end != "json")).map(named).collect()
}

fn folders(of: &str) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> =
        fs::read_dir(root().join("corpus").join(of)).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    folders
}

fn whole(forms: &Forms, title: &str, lang: Lang) -> String {
    let code = match lang {
        Lang::Ja => "ja",
        Lang::En => "en",
    };
    let body = &forms.body.0;
    format!(
        "<!DOCTYPE html><html lang={code}><meta charset=utf-8><title>{title}</title>\
         <style>body{{font-family:sans-serif;margin:1rem}}@media print{{body{{margin:0}}}}{STYLE}</style><main>{body}</main></html>"
    )
}

/// A sound page: as many tags opened as closed, and something on it.
fn assert_sound(forms: &Forms, what: &str) {
    let body = &forms.body.0;
    for tag in ["div", "article", "section", "tbody", "table", "tr", "td", "th", "span", "p", "ul", "li", "dl"] {
        let opened = body.matches(&format!("<{tag} ")).count() + body.matches(&format!("<{tag}>")).count();
        assert_eq!(opened, body.matches(&format!("</{tag}>")).count(), "{what}: {tag}");
    }
    assert!(!body.contains(" style=") && !body.contains("<script"), "{what}");
    assert!(body.contains("<article") || body.contains("<section") || body.contains("class=\"empty\""), "{what}");
}

#[test]
fn every_story_of_the_corpus_is_drawn_in_both_languages() {
    let out = root().join("target/forms");
    fs::create_dir_all(&out).unwrap();
    for folder in folders("sets") {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let papers = papers(&folder);
        for (lang, end) in [(Lang::Ja, ""), (Lang::En, ".en")] {
            let forms = render(&papers, lang, 0);
            assert!(forms.forms > 0, "{name}");
            assert_sound(&forms, &name);
            assert!(!forms.body.0.contains("class=\"odd\""), "{name}: something could not be read");
            fs::write(out.join(format!("{name}{end}.html")), whole(&forms, &name, lang)).unwrap();
        }
    }
}

#[test]
fn every_case_of_the_corpus_gives_a_page() {
    let out = root().join("target/forms/cases");
    fs::create_dir_all(&out).unwrap();
    for folder in ["samples", "valid", "invalid"].into_iter().flat_map(folders) {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let forms = render(&papers(&folder), Lang::Ja, 0);
        assert_sound(&forms, &name);
        fs::write(out.join(format!("{name}.html")), whole(&forms, &name, Lang::Ja)).unwrap();
    }
}
