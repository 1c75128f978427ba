//! Runs the built binary, as outside tools do.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Runs `renkei` with these arguments.
pub(crate) fn renkei<I: IntoIterator<Item = S>, S: AsRef<OsStr>>(args: I) -> Output {
    command(args).output().expect("renkei starts")
}

/// The command, to be changed before it runs.
pub(crate) fn command<I: IntoIterator<Item = S>, S: AsRef<OsStr>>(args: I) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_renkei"));
    command.args(args).env_remove("RENKEI_LANG").stdin(Stdio::null());
    command
}

/// The exit code; a signal would be none.
pub(crate) fn code(output: &Output) -> i32 {
    output.status.code().expect("no signal")
}

/// `check --format json` of a path: exit code and document.
pub(crate) fn json(path: &Path) -> (i32, serde_json::Value) {
    let output = renkei([OsStr::new("check"), OsStr::new("--format"), OsStr::new("json"), path.as_os_str()]);
    let value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
    (code(&output), value)
}

/// The rules of the top-level findings.
pub(crate) fn reasons(document: &serde_json::Value) -> Vec<&str> {
    document["findings"].as_array().expect("a list").iter().filter_map(|f| f["rule"].as_str()).collect()
}

/// A name of V4.1.
pub(crate) const NAME: &str = "DLTPLAN_202505_9970000001_43_9970000002_15_20250427163800.CSV";
/// A record that fits it.
pub(crate) const RECORD: &[u8] = b"202407,987099,0000214364,202505\r\n";
