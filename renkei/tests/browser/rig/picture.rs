//! Pictures of the pages, for a person to look at.

use std::fs;
use std::path::PathBuf;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::browser::Browser;
use super::command::Extra;

/// Beside what cargo builds, wherever that is; git does not see it.
pub(crate) fn folder() -> PathBuf {
    let target = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    target.parent().expect("a folder").join("screenshots")
}

impl Browser {
    /// Keeps the page under this name and the width of the window: `NAME-1280.png` is what is seen at once, and
    /// `NAME-1280-whole.png`, where there is more, all of it.
    pub(crate) fn picture(&self, name: &str) {
        let sides = "const all = document.documentElement; return [innerWidth, innerHeight, all.scrollHeight]";
        let sides = self.script(sides, Vec::new());
        let side = |at: usize| sides[at].as_u64().expect("a length");
        let (width, height, whole) = (side(0), side(1), side(2));
        let folder = folder();
        fs::create_dir_all(&folder).expect("made");
        let seen = self.run(self.client().screenshot());
        fs::write(folder.join(format!("{name}-{width}.png")), seen).expect("written");
        let beyond = folder.join(format!("{name}-{width}-whole.png"));
        if whole <= height {
            // One of an earlier run would be mistaken for this page.
            let _ = fs::remove_file(beyond);
            return;
        }
        let clip = json!({ "x": 0, "y": 0, "width": width, "height": whole, "scale": 1 });
        let asked = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let answer = self.issue(Extra::Devtools("Page.captureScreenshot", asked));
        let all = STANDARD.decode(answer["data"].as_str().expect("a picture")).expect("base64");
        fs::write(beyond, all).expect("written");
    }
}
