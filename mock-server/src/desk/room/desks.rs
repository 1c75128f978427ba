//! What lies on the desks of a room: certificates that are installed, users that are logged in, forms
//! that were kept.

use super::Room;
use super::house::{Desks, Installed, KeptForm};
use crate::ca::Drill;
use crate::desk::screen::Screen;
use crate::enrolment::EnrolmentError;
use crate::offices::OfficeNo;
use crate::offices::kind::INSURANCE;
use crate::wire::Secret;

/// Forms that are known again when they come a second time, in a room.
const FORMS: usize = 200;

/// What is on the desks, as it was.
#[derive(Clone, Debug)]
pub(crate) struct KeptDesks(Desks);

impl Room {
    /// What is on the desks: certificates, users, sessions.
    pub(crate) fn keep_desks(&self) -> KeptDesks {
        KeptDesks(self.house().desks().clone())
    }

    /// Puts that on the desks again.
    pub(crate) fn put_back(&self, KeptDesks(desks): KeptDesks) {
        *self.house().desks() = desks;
    }

    /// The certificate that is installed at a screen: the office's own, made when it is first
    /// looked for, or what was put in its place.
    ///
    /// # Errors
    /// When none could be made.
    pub(crate) async fn installed(&self, screen: Screen) -> Result<Installed, EnrolmentError> {
        match self.shown(screen) {
            Some(installed) => Ok(installed),
            None => self.install(screen).await,
        }
    }

    /// The certificate that is installed at a screen, if it was ever looked for: nothing is made.
    pub(crate) fn shown(&self, screen: Screen) -> Option<Installed> {
        self.house().desks().installed.get(&screen).cloned()
    }

    /// Installs a new certificate of the office at a screen.
    ///
    /// # Errors
    /// When none could be made.
    pub(crate) async fn install(&self, screen: Screen) -> Result<Installed, EnrolmentError> {
        let house = self.house();
        let issued = house.state.issue(&screen.office, &INSURANCE).await?;
        Ok(house.put(screen, Some(&issued.identity.cert_pem), None))
    }

    /// Installs the certificate of a drill at a screen. `other` is the office whose certificate is
    /// mixed up with the own one.
    ///
    /// # Errors
    /// When none could be made.
    pub(crate) async fn install_drill(
        &self,
        screen: Screen,
        drill: &'static Drill,
        other: OfficeNo,
    ) -> Result<Installed, EnrolmentError> {
        let house = self.house();
        let drilled = house.state.drill(drill.slug, &screen.office, &other).await?;
        let pem = drilled.issued.map(|issued| issued.identity.cert_pem);
        Ok(house.put(screen, pem.as_deref(), Some(drill)))
    }

    /// One form after another is kept as a draft: the same form, pressed twice, is found by the second.
    pub(crate) async fn keeping(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.keeping.lock().await
    }

    /// The draft as which the form with this key was kept at a screen, if it was.
    pub(crate) fn draft_of(&self, screen: Screen, key: &str) -> Option<String> {
        let house = self.house();
        let desks = house.desks();
        desks.drafts.iter().find(|kept| kept.screen == screen && kept.key == key).map(|kept| kept.draft.clone())
    }

    /// A form was kept as a draft. The last [`FORMS`] are remembered.
    pub(crate) fn note_draft(&self, screen: Screen, key: &str, draft: &str) {
        let house = self.house();
        let mut desks = house.desks();
        desks.drafts.retain(|kept| kept.screen != screen || kept.key != key);
        desks.drafts.push_front(KeptForm { screen, key: key.to_owned(), draft: draft.to_owned() });
        desks.drafts.truncate(FORMS);
    }

    /// The session of a screen, if somebody has logged in there.
    pub(crate) fn session(&self, screen: Screen) -> Option<Secret> {
        self.house().desks().sessions.get(&screen).cloned()
    }

    /// Somebody has logged in at a screen, or out.
    pub(crate) fn set_session(&self, screen: Screen, session: Option<Secret>) {
        let house = self.house();
        match session {
            Some(session) => house.desks().sessions.insert(screen, session),
            None => house.desks().sessions.remove(&screen),
        };
    }
}
