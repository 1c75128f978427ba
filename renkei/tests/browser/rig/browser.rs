//! One browser with a profile of its own, driven as a person would: it waits for what it looks for.

use std::process::Command;
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use super::command::Extra;
use super::needs;
use super::size::Size;

/// How long one command may take.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long something may take to appear; machines of tests are shared.
const SOON: Duration = Duration::from_secs(30);
const OFTEN: Duration = Duration::from_millis(25);

/// No sandbox: tests may be run by root. The rest keeps it from asking for anything outside.
const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--ignore-certificate-errors",
    "--accept-lang=ja,en",
];

pub(crate) struct Browser {
    client: Client,
    /// The process, in case it does not end when it is asked to.
    process: Option<u64>,
    /// Carries what is under way; every call waits for its end.
    runtime: Runtime,
    /// An empty profile; removed with the browser.
    _profile: TempDir,
}

impl Browser {
    /// A notebook's screen.
    pub(super) fn start(driver: &str) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let runtime = runtime.expect("a runtime");
        let profile = tempfile::Builder::new().prefix("renkei-browser-").tempdir().expect("a folder");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities(&profile));
        let client = runtime.block_on(builder.connect(driver)).expect("a session");
        let told = client.capabilities().and_then(|told| told.get("goog:processID"));
        let process = told.and_then(Value::as_u64);
        let browser = Self { client, process, runtime, _profile: profile };
        browser.resize(Size::NOTEBOOK);
        browser
    }

    /// Does something with the driver, whatever it offers, and waits for the end.
    #[track_caller]
    pub(crate) fn run<T>(&self, work: impl Future<Output = Result<T, CmdError>>) -> T {
        let done = self.runtime.block_on(async { tokio::time::timeout(PATIENCE, work).await });
        match done.unwrap_or_else(|_| panic!("nothing within {PATIENCE:?}")) {
            Ok(value) => value,
            Err(problem) => panic!("the browser: {problem}"),
        }
    }

    pub(crate) const fn client(&self) -> &Client {
        &self.client
    }

    #[track_caller]
    pub(super) fn issue(&self, command: Extra) -> Value {
        self.run(self.client.issue_cmd(command))
    }

    /// Sets what is inside the window, exactly.
    pub(crate) fn resize(&self, Size { width, height }: Size) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.issue(Extra::Devtools("Emulation.setDeviceMetricsOverride", metrics));
    }

    /// Opens an address and waits until the page is loaded.
    #[track_caller]
    pub(crate) fn open(&self, url: &str) {
        self.run(self.client.goto(url));
    }

    /// The first element that matches, once it is there.
    #[track_caller]
    pub(crate) fn find(&self, css: &str) -> Element {
        let wait = self.client.wait().at_most(SOON).every(OFTEN);
        let found = self.runtime.block_on(wait.for_element(Locator::Css(css)));
        found.unwrap_or_else(|problem| panic!("{css} on {}: {problem}", self.address()))
    }

    /// Clicks on it. What follows what happens may be drawn anew between the look and the click: then once more.
    #[track_caller]
    pub(crate) fn click(&self, css: &str) {
        let since = Instant::now();
        loop {
            let element = self.find(css);
            match self.runtime.block_on(async { tokio::time::timeout(PATIENCE, element.click()).await }) {
                Ok(Ok(())) => return,
                Ok(Err(problem)) if problem.is_stale_element_reference() && since.elapsed() < SOON => {}
                Ok(Err(problem)) => panic!("{css} on {}: {problem}", self.address()),
                Err(_) => panic!("{css}: nothing within {PATIENCE:?}"),
            }
        }
    }

    /// Clicks on it, and waits until another page stands there, whole.
    #[track_caller]
    pub(crate) fn follow(&self, css: &str) {
        self.script("window.isBefore = true", Vec::new());
        self.click(css);
        let arrived = "return !window.isBefore && document.readyState === 'complete'";
        self.wait_until(arrived, &[], &format!("another page after {css}"));
    }

    /// Waits until a script says `true`; `what` is missed if it never does.
    #[track_caller]
    pub(crate) fn wait_until(&self, script: &str, args: &[Value], what: &str) {
        let since = Instant::now();
        while self.script(script, args.to_vec()) != true {
            assert!(since.elapsed() < SOON, "no {what} on {}", self.address());
            std::thread::sleep(OFTEN);
        }
    }

    /// Types into a field.
    #[track_caller]
    pub(crate) fn write(&self, css: &str, text: &str) {
        self.run(self.find(css).send_keys(text));
    }

    /// The text of an element as it is shown.
    #[track_caller]
    pub(crate) fn read(&self, css: &str) -> String {
        self.find(css);
        let shown = self.script("return document.querySelector(arguments[0])?.innerText", vec![css.into()]);
        shown.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until an element that matches shows these words.
    #[track_caller]
    pub(crate) fn wait_for_words(&self, css: &str, words: &str) {
        let shown = "return [...document.querySelectorAll(arguments[0])].map(e => e.innerText)";
        let since = Instant::now();
        loop {
            let seen = self.script(shown, vec![css.into()]);
            if seen.as_array().into_iter().flatten().any(|text| text.as_str().is_some_and(|t| t.contains(words))) {
                return;
            }
            assert!(since.elapsed() < SOON, "{words} does not appear in {css} on {}: {seen}", self.address());
            std::thread::sleep(OFTEN);
        }
    }

    /// Runs a script in the page and gives what it returns.
    #[track_caller]
    pub(crate) fn script(&self, script: &str, args: Vec<Value>) -> Value {
        self.run(self.client.execute(script, args))
    }

    /// The addresses to which the links lead that match.
    #[track_caller]
    pub(crate) fn links(&self, css: &str) -> Vec<String> {
        self.find(css);
        let script = "return [...document.querySelectorAll(arguments[0])].map(a => a.getAttribute('href'))";
        let found = self.script(script, vec![css.into()]);
        found.as_array().into_iter().flatten().filter_map(|one| Some(one.as_str()?.to_owned())).collect()
    }

    /// The first of them.
    #[track_caller]
    pub(crate) fn link(&self, css: &str) -> String {
        self.links(css).swap_remove(0)
    }

    /// How many elements match at the moment.
    #[track_caller]
    pub(crate) fn count(&self, css: &str) -> u64 {
        let found = self.script("return document.querySelectorAll(arguments[0]).length", vec![css.into()]);
        found.as_u64().expect("a number")
    }

    /// Goes into a frame: what follows is done there.
    #[track_caller]
    pub(crate) fn enter(&self, css: &str) {
        self.run(self.find(css).enter_frame());
    }

    /// Comes out of it.
    #[track_caller]
    pub(crate) fn leave(&self) {
        self.run(self.client.clone().enter_parent_frame());
    }

    /// Where it is.
    #[track_caller]
    pub(crate) fn address(&self) -> String {
        self.run(self.client.current_url()).to_string()
    }
}

impl Drop for Browser {
    /// The browser is not a child of the test: killing the driver would leave it running.
    fn drop(&mut self) {
        let close = self.client.clone().close();
        let closed = self.runtime.block_on(async { tokio::time::timeout(SOON, close).await });
        if let (false, Some(process)) = (matches!(closed, Ok(Ok(()))), self.process) {
            let _ = Command::new("kill").args(["-KILL", &process.to_string()]).status();
        }
    }
}

fn capabilities(profile: &TempDir) -> Capabilities {
    let profile = format!("--user-data-dir={}", profile.path().display());
    let flags: Vec<&str> = FLAGS.iter().copied().chain([profile.as_str()]).collect();
    let asked = json!({
        "browserName": "chrome",
        "acceptInsecureCerts": true,
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": { "binary": needs::program("chromium"), "args": flags },
    });
    asked.as_object().cloned().unwrap_or_default()
}
