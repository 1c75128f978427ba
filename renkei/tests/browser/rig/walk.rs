//! What is asked of every page, whatever is on it.

use careplan::text::Lang;
use serde_json::Value;

use super::browser::Browser;
use super::fixture::Rig;
use super::relay::Door;
use super::size::Size;

/// Every page says it.
const TRAINING: &str = "訓練用";

/// A page to look at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Page<'a> {
    /// Of its pictures.
    pub(crate) name: &'a str,
    pub(crate) door: Door,
    /// Begins with a slash; the language is added to it.
    pub(crate) path: &'a str,
    /// Words that must be seen, in Japanese and in English.
    pub(crate) says: [&'a str; 2],
}

/// Looks at every page in both languages at every size, keeps pictures, and fails with all that is wrong.
#[track_caller]
pub(crate) fn walk(rig: &Rig, pages: &[Page<'_>]) {
    for lang in [Lang::Ja, Lang::En] {
        let mut walk = Walk::begin(rig, lang);
        for Page { name, door, path, says: [ja, en] } in pages {
            walk.at(name, *door, path, ja, en);
        }
        walk.end();
    }
}

/// Somebody who goes from page to page in one language and notes what is wrong with each.
pub(crate) struct Walk<'a> {
    rig: &'a Rig,
    lang: Lang,
    wrong: Vec<String>,
}

impl<'a> Walk<'a> {
    pub(crate) const fn begin(rig: &'a Rig, lang: Lang) -> Self {
        Self { rig, lang, wrong: Vec::new() }
    }

    /// Opens a page and looks at it.
    pub(crate) fn at(&mut self, name: &str, door: Door, path: &str, ja: &str, en: &str) {
        let sign = if path.contains('?') { '&' } else { '?' };
        self.rig.browser.resize(Size::NOTEBOOK);
        self.rig.visit(door, &format!("{path}{sign}lang={}", self.code()));
        self.here(name, ja, en);
    }

    /// Looks at the page where the browser stands; one of the words must be seen.
    pub(crate) fn here(&mut self, name: &str, ja: &str, en: &str) {
        let browser = &self.rig.browser;
        let (name, words) = match self.lang {
            Lang::Ja => (name.to_owned(), ja),
            Lang::En => (format!("{name}-en"), en),
        };
        for size in Size::ALL {
            browser.resize(size);
            let mut complaints = browser.complaints();
            complaints.extend(language(browser, self.code()));
            if !browser.read("body").contains(words) {
                complaints.push(format!("nothing says {words}"));
            }
            browser.picture(&name);
            self.wrong.extend(complaints.iter().map(|complaint| format!("{name} ({} px): {complaint}", size.width)));
        }
        browser.resize(Size::SMALL);
        self.wrong.extend(browser.essentials().map(|complaint| format!("{name} (small): {complaint}")));
        browser.resize(Size::NOTEBOOK);
    }

    /// Fails with all that was wrong.
    #[track_caller]
    pub(crate) fn end(self) {
        assert!(self.wrong.is_empty(), "{} complaints about pages:\n{}", self.wrong.len(), self.wrong.join("\n"));
    }

    const fn code(&self) -> &'static str {
        match self.lang {
            Lang::Ja => "ja",
            Lang::En => "en",
        }
    }
}

/// Whether the page says in which language it is.
fn language(browser: &Browser, code: &str) -> Option<String> {
    let told = browser.script("return document.documentElement.lang", Vec::new());
    (told != code).then(|| format!("the page says that its language is {told}"))
}

impl Browser {
    /// What is wrong with the page as it stands: what the console has said since it was last asked, barriers, and
    /// what every page must have.
    pub(crate) fn complaints(&self) -> Vec<String> {
        // Before axe-core comes, which is not the page's. That a page says with its status that something did not
        // work is no fault of the page.
        let status =
            format!("console: {} - Failed to load resource: the server responded with a status", self.address());
        let mut all: Vec<_> = self.console().into_iter().filter(|line| !line.starts_with(&status)).collect();
        all.extend(self.essentials());
        all.extend(self.barriers());
        all
    }

    /// What every page must have.
    fn essentials(&self) -> impl Iterator<Item = String> {
        let seen = self.script(include_str!("js/page.js"), vec![TRAINING.into()]);
        let told: Vec<Value> = seen.as_array().cloned().unwrap_or_default();
        told.into_iter().map(|complaint| format!("page: {}", complaint.as_str().unwrap_or_default()))
    }
}
