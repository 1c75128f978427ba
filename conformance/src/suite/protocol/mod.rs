//! What the suite and a software under test say to each other: `renkei.adapter/1`. One JSON document
//! a line each way; files travel through folders. Described with a full exchange in
//! `docs/adapter-protocol.md`, which a test holds against these types.

mod answer;
mod request;

pub use answer::{Answer, Exported, Hello, Imported, Receipt, Rejected, Remark, Reply, Software};
pub use request::{Ask, Export, Import, Request, UnitHead};

/// The name and version of the protocol.
pub const SCHEMA: &str = "renkei.adapter/1";

#[cfg(test)]
mod tests;
