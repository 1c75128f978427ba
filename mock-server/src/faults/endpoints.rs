//! The endpoints of the exchange that faults can befall. The pages and the control are not among
//! them: who has broken the exchange on purpose can still look at it, and mend it.

use axum::http::Method;

/// One endpoint.
#[derive(Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// Its name in rules and in the journal: method and path, as `GET /v1/inbox`.
    pub name: &'static str,
    /// What a call to it is.
    pub shape: Shape,
}

/// What a call is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// It asks for a list: JSON with `items`.
    List,
    /// It asks for one thing.
    Read,
    /// It brings something.
    Write,
}

/// All of them.
pub static ENDPOINTS: &[Endpoint] = &[
    Endpoint { name: "POST /v1/messages", shape: Shape::Write },
    Endpoint { name: "GET /v1/inbox", shape: Shape::List },
    Endpoint { name: "GET /v1/sent", shape: Shape::List },
    Endpoint { name: "GET /v1/messages/{id}", shape: Shape::Read },
    Endpoint { name: "GET /v1/messages/{id}/files/{n}", shape: Shape::Read },
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
