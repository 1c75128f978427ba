//! Rooms: environments of their own, one for each seat.

use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use axum::Router;
use axum::http::Method;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use tokio::sync::OnceCell;

use super::answers::Answers;
use super::clerk::Clerk;
use super::code;
use super::director::Director;
use super::screen::Screen;
use super::shelf::Shelf;
use super::trouble::{NO_PAGE, ONE_PROFILE, ROOM_FAILED, Trouble};
use super::{MOST_SEATS, Seat};
use crate::app::app;
use crate::assumptions::Profile;
use crate::ca::{Drill, Verifier};
use crate::config::{RelayConfig, StartError};
use crate::enrolment::EnrolmentError;
use crate::offices::kind::INSURANCE;
use crate::offices::{Credential, Office, OfficeNo};
use crate::state::AppState;
use crate::wire::{Login, PasswordChange, PasswordChanged, Secret};

/// The password of every training account: it stands on the screen beside the field.
const PASSWORD: &str = "kunren-2027";
/// Forms that are known again when they come a second time, in a room.
const FORMS: usize = 200;

/// All rooms: that of the relay itself, and those of the seats.
#[derive(Debug)]
pub(super) struct Rooms {
    own: AppState,
    config: RelayConfig,
    codes: Vec<String>,
    /// One more than there are seats: room 0 comes first.
    opened: Vec<OnceCell<Arc<Room>>>,
}

impl Rooms {
    pub(super) fn new(config: &RelayConfig, own: AppState) -> Result<Self, StartError> {
        let seats = usize::from(config.seats.min(MOST_SEATS));
        // A seat keeps nothing: it is for one lesson.
        let config = RelayConfig { data: None, store: None, control: None, seed: None, ..config.clone() };
        let opened = (0..=seats).map(|_| OnceCell::new()).collect();
        Ok(Self { own, config, codes: code::draw(seats)?, opened })
    }

    pub(super) fn seats(&self) -> Vec<Seat> {
        let numbered = self.codes.iter().enumerate();
        numbered.map(|(n, code)| Seat { number: n + 1, code: code.clone() }).collect()
    }

    /// The number of the seat with this code.
    pub(super) fn by_code(&self, code: &str) -> Option<usize> {
        self.codes.iter().position(|one| one == code).map(|n| n + 1)
    }

    /// The profile in which seats begin.
    pub(super) fn profile(&self) -> Profile {
        self.config.assumed.profile()
    }

    /// The time by the clock with which seats begin, milliseconds since 1970.
    pub(super) fn now_ms(&self) -> i64 {
        self.own.clock().under_ms()
    }

    /// A room, if somebody has sat down there already.
    pub(super) fn known(&self, number: usize) -> Option<Arc<Room>> {
        self.opened.get(number)?.get().cloned()
    }

    /// A room; its environment is made when it is first asked for.
    pub(super) async fn open(&self, number: usize) -> Result<Arc<Room>, &'static Trouble> {
        let cell = self.opened.get(number).ok_or(&NO_PAGE)?;
        let room = cell.get_or_try_init(|| async {
            let state = if number == 0 { self.own.clone() } else { AppState::open(&self.config).await? };
            Room::new(number, state, self.config.clone()).map(Arc::new)
        });
        room.await.map(Arc::clone).map_err(|problem| {
            tracing::error!(%problem, number, "a room could not be opened");
            &ROOM_FAILED
        })
    }
}

/// One environment, and what is on the desks in it: certificates that are installed, users that
/// are logged in.
pub(crate) struct Room {
    number: usize,
    /// For the environment of another profile; that of room 0 stays as it is.
    config: RelayConfig,
    house: RwLock<Arc<House>>,
    /// One reset after another.
    staging: tokio::sync::Mutex<()>,
    /// One draft after another.
    keeping: tokio::sync::Mutex<()>,
    /// What was answered at the screens.
    answers: Answers,
    /// Who leads through scenarios.
    director: Director,
    /// How often it was staged: who leads through something else by then has to stop.
    staged: AtomicU64,
}

/// What is on the desks, as it was.
#[derive(Clone, Debug)]
pub(crate) struct KeptDesks(Desks);

/// An environment and its application, from one reset to the next. What is done during a reset
/// ends in the house in which it began: nothing of before lies on the desks of afterwards.
struct House {
    state: AppState,
    router: Router,
    verifier: Verifier,
    desks: Mutex<Desks>,
}

impl House {
    fn new(state: AppState, cast: Vec<Office>) -> Result<Arc<Self>, StartError> {
        let verifier = state.authority().verifier()?;
        let desks = Mutex::new(Desks { cast, ..Desks::default() });
        Ok(Arc::new(Self { router: app(state.clone()), state, verifier, desks }))
    }

    /// Locked for a moment only; never across an await.
    fn desks(&self) -> MutexGuard<'_, Desks> {
        self.desks.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The key is not kept: nobody asks for it inside the process.
    fn put(&self, screen: Screen, cert_pem: Option<&str>, drill: Option<&'static Drill>) -> Installed {
        let chain = cert_pem.and_then(|pem| CertificateDer::from_pem_slice(pem.as_bytes()).ok());
        let credential = self.verifier.credential(chain.as_ref().map(std::slice::from_ref));
        let installed = Installed { credential, drill };
        self.desks().installed.insert(screen, installed.clone());
        installed
    }
}

/// What a reset clears away.
#[derive(Clone, Debug, Default)]
struct Desks {
    cast: Vec<Office>,
    installed: HashMap<Screen, Installed>,
    sessions: HashMap<Screen, Secret>,
    accounts: HashMap<OfficeNo, Account>,
    /// The latest first.
    drafts: VecDeque<KeptForm>,
}

/// A form of a page that was kept as a draft.
#[derive(Clone, Debug)]
struct KeptForm {
    screen: Screen,
    /// That the page wrote into the form.
    key: String,
    /// The id of the draft.
    draft: String,
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

impl fmt::Debug for Room {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Room").field("number", &self.number).finish_non_exhaustive()
    }
}

impl Room {
    fn new(number: usize, state: AppState, config: RelayConfig) -> Result<Self, StartError> {
        let house = RwLock::new(House::new(state, config.offices.clone())?);
        Ok(Self {
            number,
            config,
            house,
            staging: tokio::sync::Mutex::default(),
            keeping: tokio::sync::Mutex::default(),
            answers: Answers::default(),
            director: Director::default(),
            staged: AtomicU64::default(),
        })
    }

    /// 0 for the environment of the relay itself, else the number of the seat.
    pub(crate) const fn number(&self) -> usize {
        self.number
    }

    /// The environment.
    pub(crate) fn state(&self) -> AppState {
        self.house().state.clone()
    }

    /// Its application.
    pub(crate) fn router(&self) -> Router {
        self.house().router.clone()
    }

    /// The exchange that is played.
    pub(crate) fn profile(&self) -> Profile {
        self.house().state.assumed().profile()
    }

    /// The offices that are played, the first two side by side.
    pub(crate) fn cast(&self) -> Vec<Office> {
        self.house().desks().cast.clone()
    }

    /// The offices of the configuration, with which a seat begins.
    pub(crate) fn first_cast(&self) -> Vec<Office> {
        self.config.offices.clone()
    }

    /// Forgets everything and begins anew with these offices, in this profile.
    ///
    /// # Errors
    /// When it could not be stored; then the environment is as it was. The environment of the
    /// relay itself has one profile.
    pub(crate) async fn stage(&self, cast: Vec<Office>, profile: Profile) -> Result<(), &'static Trouble> {
        let _turn = self.staging.lock().await;
        let state = if self.profile() == profile {
            let state = self.state();
            state.reset().await.map_err(|problem| failed(&problem))?;
            state
        } else if self.number == 0 {
            return Err(&ONE_PROFILE);
        } else {
            let config = RelayConfig { assumed: self.config.assumed.in_profile(profile), ..self.config.clone() };
            AppState::open(&config).await.map_err(|problem| failed(&problem))?
        };
        state.register_all(cast.clone()).await.map_err(|problem| failed(&problem))?;
        let house = House::new(state, cast).map_err(|problem| failed(&problem))?;
        *self.house.write().unwrap_or_else(PoisonError::into_inner) = house;
        self.staged.fetch_add(1, Ordering::AcqRel);
        Ok(())
    }

    /// How often it was staged.
    pub(crate) fn staged(&self) -> u64 {
        self.staged.load(Ordering::Acquire)
    }

    /// What was answered at the screens.
    pub(crate) const fn answers(&self) -> &Answers {
        &self.answers
    }

    /// Who leads through scenarios.
    pub(crate) const fn director(&self) -> &Director {
        &self.director
    }

    /// Where the files of scenarios come from.
    pub(crate) fn shelf(&self) -> &dyn Shelf {
        &*self.config.shelf
    }

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

    /// The user of an office, whose password everybody at the desk may know; opened when it is
    /// first looked for. `None` where the office has a user already: that one's password is not
    /// ours to change.
    ///
    /// # Errors
    /// When it could not be opened.
    pub(crate) async fn account(&self, office: OfficeNo) -> Result<Option<Account>, EnrolmentError> {
        let house = self.house();
        if let Some(account) = house.desks().accounts.get(&office) {
            return Ok(Some(account.clone()));
        }
        let new = match house.state.open_account(&office).await {
            Ok(new) => new,
            Err(EnrolmentError::HasAccount(_)) => return Ok(None),
            Err(problem) => return Err(problem),
        };
        let account = Account { user_id: new.user_id, password: PASSWORD.into() };
        let login = Login { user_id: account.user_id.clone(), password: new.temporary_password };
        let change = PasswordChange { login, new_password: account.password.clone() };
        let clerk = Clerk::new(self, Screen::first(office));
        let changed: Result<PasswordChanged, _> =
            clerk.act(Method::POST, "/v1/enrolment/password", Some(&change)).await;
        if let Err(problem) = changed {
            tracing::error!(?problem, "the password of a training account");
            return Ok(None);
        }
        house.desks().accounts.insert(office, account.clone());
        Ok(Some(account))
    }

    /// The password of a user was changed: the note that tells it tells the new one.
    pub(crate) fn note_password(&self, user_id: &str, password: &Secret) {
        let house = self.house();
        let mut desks = house.desks();
        if let Some(account) = desks.accounts.values_mut().find(|account| account.user_id == user_id) {
            account.password = password.clone();
        }
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

    fn house(&self) -> Arc<House> {
        Arc::clone(&self.house.read().unwrap_or_else(PoisonError::into_inner))
    }
}

fn failed(problem: &dyn std::error::Error) -> &'static Trouble {
    tracing::error!(%problem, "a room");
    &ROOM_FAILED
}
