//! What every test of the pages needs: a relay, a browser, and eyes.
//!
//! ```ignore
//! let rig = Rig::new();
//! rig.visit(Door::Exchange, "/desk");
//! rig.browser.click("button[type=submit]");
//! rig.browser.wait_for_words("h1", "受信一覧");
//! assert_eq!(rig.browser.complaints(), [""; 0]);
//! ```
//! A test that only looks is a row of a table of [`Page`]s, given to [`walk`].

mod axe;
mod browser;
mod command;
mod console;
mod corpus;
mod files;
mod fixture;
mod keys;
mod needs;
mod picture;
mod place;
mod relay;
mod size;
mod walk;

pub(crate) use browser::Browser;
pub(crate) use corpus::Case;
pub(crate) use files::Tray;
pub(crate) use fixture::Rig;
pub(crate) use relay::Door;
pub(crate) use size::Size;
pub(crate) use walk::{Page, Walk, walk};
