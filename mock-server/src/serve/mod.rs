//! The relay on a socket: TLS around the application, with the certificates of the offices.

mod connection;
mod control;
mod listener;
mod places;
mod wire;

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

use axum::Extension;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

use self::connection::House;
use self::listener::Door;
use self::places::Places;
use crate::app::app;
use crate::ca::{Authority, ClientIdentity, Revocations, private};
use crate::config::{RelayConfig, StartError};
use crate::desk::{self, Desk};
use crate::enrolment::EnrolmentError;
use crate::limits::Limits;
use crate::offices::kind::INSURANCE;
use crate::offices::{Office, OfficeNo};
use crate::pages::HasDesk;
use crate::state::AppState;
use crate::store::StoreError;

/// Starts relays.
#[derive(Clone, Copy, Debug)]
pub struct Relay;

impl Relay {
    /// Opens the database, makes or reads the CA, and listens.
    ///
    /// # Errors
    /// When the address is not allowed, or something cannot be opened; nothing is left running.
    pub async fn start(config: RelayConfig) -> Result<Running, StartError> {
        allowed(&config)?;
        let state = AppState::open(&config).await?;
        let authority = Arc::clone(state.authority());
        let verifier = authority.verifier()?;
        let tls = authority.server_config(&addresses(&config), verifier.clone())?;
        // Both listen before either answers: what cannot start leaves nothing running.
        let (listener, addr) = bind(config.listen).await?;
        let control = match config.control {
            Some(listen) => Some(bind(listen).await?),
            None => None,
        };
        let desk = (config.seats > 0)
            .then(|| Desk::new(&RelayConfig { listen: addr, ..config.clone() }, state.clone()))
            .transpose()?;
        let limits = with_desk(state.limits().clone(), config.seats);
        let mut router = app(state.clone()).merge(desk::dress());
        if let Some(desk) = &desk {
            router = router.merge(desk::routes(desk, desk::Door::Exchange)).layer(Extension(HasDesk));
        }
        let (stop, stopped) = oneshot::channel();
        let house = House {
            acceptor: TlsAcceptor::from(Arc::new(tls)),
            verifier,
            places: Places::default(),
            router,
            limits: limits.clone(),
            metrics: state.metrics().clone(),
        };
        let door = Door { listener, connections: limits.connections, grace: limits.grace, stopped };
        let exchange = listener::serve(door, move |stream, watcher| connection::serve(stream, house.clone(), watcher));
        let mut running = Running {
            addr,
            authority,
            state,
            desk,
            control: None,
            stops: vec![stop],
            tasks: vec![tokio::spawn(exchange)],
        };
        if let Some((listener, at)) = control {
            let (stop, stopped) = oneshot::channel();
            let door = Door {
                listener,
                connections: control::CONNECTIONS + BROWSER * usize::from(config.seats),
                grace: limits.grace,
                stopped,
            };
            let router = crate::control(running.state.clone(), running.desk.as_ref(), at);
            let serving = listener::serve(door, move |stream, watcher| {
                control::serve(stream, router.clone(), limits.clone(), watcher)
            });
            running.control = Some(at);
            running.stops.push(stop);
            running.tasks.push(tokio::spawn(serving));
        }
        tracing::info!(%addr, kept = running.state.location().stays(), "relay (訓練用) is up");
        Ok(running)
    }
}

/// Connections that a browser may hold, its frames included.
const BROWSER: usize = 12;

/// The limits, with room for the browsers at the seats: they show no certificate.
fn with_desk(mut limits: Limits, seats: u16) -> Limits {
    let browsers = BROWSER * usize::from(seats);
    limits.connections += browsers;
    limits.connections_without_office += browsers;
    limits
}

/// A listener, and where it came to listen.
async fn bind(listen: SocketAddr) -> Result<(TcpListener, SocketAddr), StartError> {
    let failed = |source| StartError::Listen { addr: listen, source };
    let listener = TcpListener::bind(listen).await.map_err(failed)?;
    let addr = listener.local_addr().map_err(failed)?;
    Ok((listener, addr))
}

/// Loopback unless told otherwise, and never a public address; the control is on loopback always.
fn allowed(config: &RelayConfig) -> Result<(), StartError> {
    let listen = config.listen.ip();
    if !config.allow_lan && !listen.is_loopback() {
        return Err(StartError::NotLoopback(listen));
    }
    if let Some(control) = config.control.filter(|control| !control.ip().is_loopback()) {
        return Err(StartError::ControlNotLoopback(control.ip()));
    }
    let named = config.reached_at.iter().copied();
    match named.chain([listen]).find(|ip| !ip.is_unspecified() && !private(*ip)) {
        Some(public) => Err(StartError::NotPrivate(public)),
        None => Ok(()),
    }
}

/// The addresses of the server certificate.
fn addresses(config: &RelayConfig) -> Vec<IpAddr> {
    let mut all: Vec<IpAddr> = vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()];
    for &ip in config.reached_at.iter().chain([&config.listen.ip()]) {
        if !ip.is_unspecified() && !all.contains(&ip) {
            all.push(ip);
        }
    }
    all
}

/// A relay that is up. It stops when this is dropped; [`Running::shutdown`] lets requests under
/// way come to their end first.
#[derive(Debug)]
pub struct Running {
    addr: SocketAddr,
    authority: Arc<Authority>,
    state: AppState,
    desk: Option<Desk>,
    control: Option<SocketAddr>,
    /// Of the exchange and of the control.
    stops: Vec<oneshot::Sender<()>>,
    tasks: Vec<JoinHandle<()>>,
}

impl Running {
    /// Where it listens, with the port that was taken.
    #[must_use]
    pub const fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// `https://127.0.0.1:…`, as this machine reaches it.
    #[must_use]
    pub fn url(&self) -> String {
        let mut addr = self.addr;
        if addr.ip().is_unspecified() {
            addr.set_ip(if addr.is_ipv4() { Ipv4Addr::LOCALHOST.into() } else { Ipv6Addr::LOCALHOST.into() });
        }
        format!("https://{addr}")
    }

    /// `http://127.0.0.1:…`, where the control listens, if it does.
    #[must_use]
    pub fn control_url(&self) -> Option<String> {
        self.control.map(|addr| format!("http://{addr}"))
    }

    /// The certificate of the CA, PEM: what clients trust.
    #[must_use]
    pub fn ca_pem(&self) -> &str {
        self.authority.pem()
    }

    /// The training desk, if there is one.
    #[must_use]
    pub const fn desk(&self) -> Option<&Desk> {
        self.desk.as_ref()
    }

    /// The CA.
    #[must_use]
    pub const fn authority(&self) -> &Arc<Authority> {
        &self.authority
    }

    /// Which certificates are revoked.
    #[must_use]
    pub fn revocations(&self) -> &Revocations {
        self.state.revocations()
    }

    /// The state of the relay: what whoever runs the environment does goes through it.
    #[must_use]
    pub const fn state(&self) -> &AppState {
        &self.state
    }

    /// A new client certificate for an office: 介護保険証明書, valid from now by the clock of the
    /// environment, and on record. It is of use once the office is registered; the relay keeps no
    /// copy of the key.
    ///
    /// # Errors
    /// When the certificate cannot be made or put on record.
    pub async fn issue_office(&self, number: &OfficeNo) -> Result<ClientIdentity, EnrolmentError> {
        Ok(self.state.issue(number, &INSURANCE).await?.identity)
    }

    /// Registers an office, or gives a registered one its new name and services.
    ///
    /// # Errors
    /// When it could not be stored.
    pub async fn register(&self, office: Office) -> Result<(), StoreError> {
        self.state.register(office).await
    }

    /// Stops: nothing new is accepted, requests under way get the time of `limits.grace`, the
    /// database is closed.
    pub async fn shutdown(self) {
        // The listener may be gone already; then there is nothing to stop.
        for stop in self.stops {
            let _stopped = stop.send(());
        }
        for task in self.tasks {
            if let Err(problem) = task.await {
                tracing::error!(%problem, "a listener ended badly");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(listen: &str, allow_lan: bool) -> RelayConfig {
        RelayConfig { listen: SocketAddr::new(listen.parse().unwrap(), 0), allow_lan, ..RelayConfig::default() }
    }

    #[test]
    fn other_machines_are_served_only_when_told_so_and_the_internet_never() {
        assert!(allowed(&config("127.0.0.1", false)).is_ok());
        assert!(allowed(&config("::1", false)).is_ok());
        assert!(matches!(allowed(&config("0.0.0.0", false)), Err(StartError::NotLoopback(_))));
        assert!(matches!(allowed(&config("192.168.1.2", false)), Err(StartError::NotLoopback(_))));
        assert!(allowed(&config("0.0.0.0", true)).is_ok());
        assert!(allowed(&config("192.168.1.2", true)).is_ok());
        assert!(matches!(allowed(&config("203.0.113.9", true)), Err(StartError::NotPrivate(_))));
    }

    #[test]
    fn the_control_is_on_loopback_whatever_is_allowed() {
        let control = |at: &str| RelayConfig { control: at.parse().ok(), ..config("0.0.0.0", true) };
        assert!(allowed(&control("127.0.0.1:0")).is_ok() && allowed(&control("[::1]:0")).is_ok());
        for at in ["0.0.0.0:0", "[::]:0", "192.168.1.2:0", "203.0.113.9:0"] {
            assert!(matches!(allowed(&control(at)), Err(StartError::ControlNotLoopback(_))), "{at}");
        }
    }
}
