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
    let mut wrong = Vec::new();
    for page in pages {
        for (lang, words) in [Lang::Ja, Lang::En].into_iter().zip(page.says) {
            let (code, name) = match lang {
                Lang::Ja => ("ja", page.name.to_owned()),
                Lang::En => ("en", format!("{}-en", page.name)),
            };
            let sign = if page.path.contains('?') { '&' } else { '?' };
            for size in Size::ALL {
                rig.browser.resize(size);
                rig.visit(page.door, &format!("{}{sign}lang={code}", page.path));
                let mut complaints = rig.browser.complaints();
                complaints.extend(language(&rig.browser, code));
                if !rig.browser.read("body").contains(words) {
                    complaints.push(format!("nothing says {words}"));
                }
                rig.browser.picture(&name);
                let at = format!("{name} ({} px)", size.width);
                wrong.extend(complaints.iter().map(|complaint| format!("{at}: {complaint}")));
            }
        }
    }
    assert!(wrong.is_empty(), "{} complaints about pages:\n{}", wrong.len(), wrong.join("\n"));
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
        // Before axe-core comes, which is not the page's.
        let mut all = self.console();
        let seen = self.script(include_str!("js/page.js"), vec![TRAINING.into()]);
        let told = seen.as_array().into_iter().flatten().filter_map(Value::as_str);
        all.extend(told.map(|complaint| format!("page: {complaint}")));
        all.extend(self.barriers());
        all
    }
}
