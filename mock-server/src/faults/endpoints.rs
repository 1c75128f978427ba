//! The endpoints that faults can befall: all but the pages and the control who has broken the exchange on purpose can still look at it, and mend it.

use axum::http::Method;

/// One endpoint.
#[derive(Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// Its name in rules and in the journal: method and path, as `GET /v1/inbox`.
    pub name: &'static str,
    /// What a call to it is.
    pub shape: Shape,
    /// Whose calls can be befallen.
    pub callers: Callers,
}

/// What a call is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// It asks for a list: JSON with `items`.
    List,
    /// It concerns one thing, and brings nothing.
    Read,
    /// It brings something.
    Write,
}

/// Whose calls can be befallen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Callers {
    /// Those of offices; whoever comes without a certificate is refused anyhow.
    Offices,
    /// Everybody's: one begins there without a certificate. A rule for one office concerns those
    /// that come with its certificate.
    Everybody,
}

const fn row(name: &'static str, shape: Shape, callers: Callers) -> Endpoint {
    Endpoint { name, shape, callers }
}

use Callers::{Everybody, Offices};
use Shape::{List, Read, Write};

/// All of them, in the order of [`endpoints`](crate::endpoints).
pub static ENDPOINTS: &[Endpoint] = &[
    row("POST /v1/messages", Write, Offices),
    row("GET /v1/inbox", List, Offices),
    row("GET /v1/sent", List, Offices),
    row("GET /v1/messages/{id}", Read, Offices),
    row("GET /v1/messages/{id}/files/{n}", Read, Offices),
    row("POST /v1/messages/{id}/recall", Read, Offices),
    row("GET /v1/drafts", List, Offices),
    row("POST /v1/drafts", Write, Offices),
    row("GET /v1/drafts/{id}", Read, Offices),
    row("PUT /v1/drafts/{id}", Write, Offices),
    row("DELETE /v1/drafts/{id}", Read, Offices),
    row("GET /v1/drafts/{id}/files/{n}", Read, Offices),
    row("POST /v1/drafts/{id}/send", Read, Offices),
    row("POST /v1/bulk", Write, Offices),
    row("POST /v1/bulk/send", Read, Offices),
    row("POST /v1/enrolment/password", Write, Everybody),
    row("POST /v1/enrolment/issuing-password", Write, Everybody),
    row("POST /v1/enrolment/certificates", Write, Everybody),
    row("POST /v1/enrolment/certificates/list", Write, Everybody),
    row("POST /v1/enrolment/certificates/{serial}/renew", Write, Everybody),
    row("POST /v1/enrolment/certificates/{serial}/reissue", Write, Everybody),
    row("POST /v1/enrolment/certificates/{serial}/revoke", Write, Everybody),
    row("GET /v1/enrolment/drills", List, Everybody),
    row("POST /v1/enrolment/drills/{slug}", Write, Everybody),
    row("GET /v1/ca.pem", Read, Everybody),
    row("GET /v1/crl", Read, Everybody),
    row("GET /v1/crl.pem", Read, Everybody),
    row("POST /v1/session", Write, Offices),
    row("DELETE /v1/session", Read, Offices),
    row("GET /v1/directory", List, Everybody),
    row("GET /v1/licence", Read, Offices),
    row("POST /v1/licence", Read, Offices),
    row("POST /v1/licence/renewal", Read, Offices),
    row("PUT /v1/licence/renewal", Write, Offices),
];

impl Endpoint {
    /// The endpoint of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        ENDPOINTS.iter().find(|endpoint| endpoint.name == name)
    }

    /// The endpoint of a method and the path of its route.
    pub(super) fn of(method: &Method, path: &str) -> Option<&'static Self> {
        ENDPOINTS.iter().find(|endpoint| endpoint.name.split_once(' ') == Some((method.as_str(), path)))
    }

    /// The path, with the names of its parts in braces.
    #[must_use]
    pub fn path(&self) -> &'static str {
        self.name.split_once(' ').map_or(self.name, |(_, path)| path)
    }

    /// The method.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.name.split_once(' ').map_or("GET", |(method, _)| method)
    }
}
