//! A relay on a socket, and clients with and without certificates.

use std::sync::Arc;

use mock_server::client::{Client, Outgoing};
use mock_server::limits::Limits;
use mock_server::{ClientIdentity, Relay, Running};
use rustls::client::WantsClientCert;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ClientConfig, ConfigBuilder, RootCertStore, SupportedProtocolVersion};

use crate::common::{SERIAL, SERVICE, config, plan_name};

pub(crate) async fn relay(limits: Limits) -> Running {
    Relay::start(config(limits)).await.unwrap()
}

pub(crate) async fn issue(relay: &Running, office: &str) -> ClientIdentity {
    relay.issue_office(&office.parse().unwrap()).await.unwrap()
}

pub(crate) fn client(relay: &Running, identity: &ClientIdentity) -> Client {
    Client::new(&relay.url(), relay.ca_pem(), &identity.cert_pem, &identity.key_pem).unwrap()
}

pub(crate) async fn office(relay: &Running, number: &str) -> Client {
    client(relay, &issue(relay, number).await)
}

pub(crate) fn plan_set() -> Outgoing {
    ["UPPLAN", "UPSIKYU", "UPHOSOKU"].iter().fold(Outgoing::to(SERVICE), |outgoing, kind| {
        outgoing.csv(plan_name(kind, SERIAL), format!("\"{kind}\"\r\n").into_bytes())
    })
}

pub(crate) type Versions = [&'static SupportedProtocolVersion];

/// Both versions of TLS that the relay speaks.
pub(crate) const BOTH: &Versions = &[&rustls::version::TLS13, &rustls::version::TLS12];

/// TLS settings that trust the relay, up to the certificate of the client.
pub(crate) fn trusting(relay: &Running, versions: &Versions) -> ConfigBuilder<ClientConfig, WantsClientCert> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_slice(relay.ca_pem().as_bytes()).unwrap()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider).with_protocol_versions(versions).unwrap();
    builder.with_root_certificates(roots)
}

/// Certificate and key as TLS settings take them.
pub(crate) fn pair(identity: &ClientIdentity) -> (Vec<CertificateDer<'static>>, PrivateKeyDer<'static>) {
    let chain = vec![CertificateDer::from_pem_slice(identity.cert_pem.as_bytes()).unwrap()];
    (chain, PrivateKeyDer::from_pem_slice(identity.key_pem.as_bytes()).unwrap())
}

/// A client that presents no certificate.
pub(crate) fn nobody(relay: &Running, versions: &Versions) -> Client {
    Client::with_tls(&relay.url(), trusting(relay, versions).with_no_client_auth()).unwrap()
}

/// A client with this certificate that speaks these versions only.
pub(crate) fn speaking(relay: &Running, identity: &ClientIdentity, versions: &Versions) -> Client {
    let (chain, key) = pair(identity);
    Client::with_tls(&relay.url(), trusting(relay, versions).with_client_auth_cert(chain, key).unwrap()).unwrap()
}
