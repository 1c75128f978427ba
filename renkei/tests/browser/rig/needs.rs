//! What must be installed; `ci/test` does that.

use std::path::PathBuf;
use std::sync::LazyLock;

/// Of the checkout.
const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ci/browser/node_modules/axe-core/axe.min.js");

/// The script that looks for barriers.
pub(super) static AXE_CORE: LazyLock<String> =
    LazyLock::new(|| std::fs::read_to_string(AXE).unwrap_or_else(|_| missing("axe-core")));

/// The path of a program.
pub(super) fn program(name: &str) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file());
    found.unwrap_or_else(|| missing(name))
}

/// A test that cannot be run has failed: skipped, nobody would see that it never runs.
fn missing(what: &str) -> ! {
    panic!(
        "{what} がないため画面の試験ができません。ci/test を実行してください（必要なものを入れます）。 / \
         Without {what} the pages cannot be tested: run ci/test, which installs what is needed."
    )
}
