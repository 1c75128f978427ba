//! A relay and a browser that looks at it. Nothing of them is left when a test ends, however it ends.

use std::ffi::OsStr;
use std::process::Command;

use super::browser::Browser;
use super::needs;
use super::place::Place;
use super::relay::{Door, Relay};
use crate::up::Up;

/// Fields are dropped in this order: the browser before its driver.
pub(crate) struct Rig {
    pub(crate) browser: Browser,
    driver: Driver,
    pub(crate) relay: Relay,
    /// Given back last.
    place: Place,
}

impl Rig {
    /// With the relay as it is without arguments.
    pub(crate) fn new() -> Self {
        Self::serving::<&str>(&[])
    }

    /// With `renkei serve` and these arguments.
    pub(crate) fn serving<S: AsRef<OsStr>>(args: &[S]) -> Self {
        let place = Place::take();
        let relay = Relay::start(args);
        let driver = Driver::start();
        Self { browser: Browser::start(&driver.url), driver, relay, place }
    }

    /// A second person at a PC of their own. It is to be dropped before the rig.
    pub(crate) fn another_browser(&self) -> Browser {
        Browser::start(&self.driver.url)
    }

    /// Opens a page of the relay.
    pub(crate) fn visit(&self, door: Door, path: &str) {
        self.browser.open(&self.relay.url(door, path));
    }

    /// Sits down at a seat, at the port of the exchange and by its code.
    pub(crate) fn sit(&self, browser: &Browser, seat: usize) {
        browser.open(&self.relay.url(Door::Exchange, "/desk"));
        browser.write("#code", self.relay.code(seat));
        browser.click("form.enter button");
        browser.wait_for_words("h1", "この席でできること");
    }

    /// Stops the relay while the browser still stands on its page; gives the exit code of the relay.
    pub(crate) fn stop_relay(self) -> Option<i32> {
        // Dropped from the last to the first.
        let Self { place: _place, driver: _driver, browser: _standing, relay } = self;
        relay.stop()
    }
}

/// `chromedriver` on a free port.
struct Driver {
    url: String,
    _up: Up,
}

impl Driver {
    fn start() -> Self {
        const READY: &str = "started successfully on port ";
        let up = Up::start(Command::new(needs::program("chromedriver")).arg("--port=0"), READY);
        let port = up.said.split(READY).nth(1).map(|rest| rest.trim_end_matches(['.', '\n']).to_owned());
        Self { url: format!("http://127.0.0.1:{}", port.expect("a port")), _up: up }
    }
}
