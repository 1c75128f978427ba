//! The relay from outside: without sockets where that is enough, through TLS where not.

mod certificates;
mod common;
mod drills;
mod exchange;
mod forms;
mod identity;
mod logs;
mod pages;
mod privacy;
mod refusals;
mod room;
mod sockets;
mod tls;
mod versions;
