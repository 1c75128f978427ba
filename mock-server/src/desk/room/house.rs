//! An environment from one reset to the next, and what lies on its desks.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;

use crate::app::app;
use crate::ca::{Drill, Verifier};
use crate::config::StartError;
use crate::desk::screen::Screen;
use crate::offices::{Credential, Office, OfficeNo};
use crate::state::AppState;
use crate::wire::Secret;

/// An environment and its application, from one reset to the next. What is done during a reset
/// ends in the house in which it began: nothing of before lies on the desks of afterwards.
pub(super) struct House {
    pub(super) state: AppState,
    pub(super) router: Router,
    verifier: Verifier,
    desks: Mutex<Desks>,
}

impl House {
    pub(super) fn new(state: AppState, cast: Vec<Office>) -> Result<Arc<Self>, StartError> {
        let verifier = state.authority().verifier()?;
        let desks = Mutex::new(Desks { cast, ..Desks::default() });
        Ok(Arc::new(Self { router: app(state.clone()), state, verifier, desks }))
    }

    /// Locked for a moment only; never across an await.
    pub(super) fn desks(&self) -> MutexGuard<'_, Desks> {
        self.desks.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The key is not kept: nobody asks for it inside the process.
    pub(super) fn put(&self, screen: Screen, cert_pem: Option<&str>, drill: Option<&'static Drill>) -> Installed {
        let chain = cert_pem.and_then(|pem| CertificateDer::from_pem_slice(pem.as_bytes()).ok());
        let credential = self.verifier.credential(chain.as_ref().map(std::slice::from_ref));
        let installed = Installed { credential, drill };
        self.desks().installed.insert(screen, installed.clone());
        installed
    }
}

/// What a reset clears away.
#[derive(Clone, Debug, Default)]
pub(super) struct Desks {
    pub(super) cast: Vec<Office>,
    pub(super) installed: HashMap<Screen, Installed>,
    pub(super) sessions: HashMap<Screen, Secret>,
    pub(super) accounts: HashMap<OfficeNo, Account>,
    /// The latest first.
    pub(super) drafts: VecDeque<KeptForm>,
}

/// A form of a page that was kept as a draft.
#[derive(Clone, Debug)]
pub(super) struct KeptForm {
    pub(super) screen: Screen,
    /// That the page wrote into the form.
    pub(super) key: String,
    /// The id of the draft.
    pub(super) draft: String,
}

/// The certificate that is installed at a screen.
#[derive(Clone, Debug)]
pub(crate) struct Installed {
    /// What it comes to.
    pub(crate) credential: Credential,
    /// The drill that it is, if it is one that does not work.
    pub(crate) drill: Option<&'static Drill>,
}

/// The user of an office, as it stands on a note at a training desk.
#[derive(Clone, Debug)]
pub(crate) struct Account {
    /// `KJ` and twelve digits.
    pub(crate) user_id: String,
    /// The password.
    pub(crate) password: Secret,
}
