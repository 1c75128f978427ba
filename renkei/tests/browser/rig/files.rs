//! Files from the desktop: chosen in a dialogue, or dropped.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use tempfile::TempDir;

use super::browser::Browser;
use super::command::Extra;

/// A folder with files to send.
pub(crate) struct Tray(TempDir);

impl Tray {
    pub(crate) fn new() -> Self {
        Self(tempfile::Builder::new().prefix("renkei-tray-").tempdir().expect("a folder"))
    }

    /// Puts a file there and gives its path.
    pub(crate) fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.path().join(name);
        fs::write(&path, bytes).expect("written");
        path
    }
}

impl Browser {
    /// Chooses files in an `<input type=file>`.
    #[track_caller]
    pub(crate) fn choose(&self, css: &str, files: &[impl AsRef<Path>]) {
        self.write(css, &texts(files).join("\n"));
    }

    /// Drags files from the desktop and drops them on the middle of an element, in whatever frame the driver is:
    /// events of the browser itself, not of a script.
    #[track_caller]
    pub(crate) fn drop_files(&self, css: &str, files: &[impl AsRef<Path>]) {
        self.find(css);
        let at = self.script(include_str!("js/middle.js"), vec![css.into()]);
        let data = json!({ "items": [], "files": texts(files), "dragOperationsMask": 1 });
        for event in ["dragEnter", "dragOver", "drop"] {
            let asked = json!({ "type": event, "x": at[0], "y": at[1], "data": data });
            self.issue(Extra::Devtools("Input.dispatchDragEvent", asked));
        }
    }
}

fn texts(files: &[impl AsRef<Path>]) -> Vec<String> {
    files.iter().map(|file| file.as_ref().to_string_lossy().into_owned()).collect()
}
