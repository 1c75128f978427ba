//! The relay from outside: without sockets where that is enough, through TLS where not.

mod certificates;
mod common;
mod control;
mod drills;
mod exchange;
mod faults;
mod forms;
mod identity;
mod logs;
mod pages;
mod privacy;
mod refusals;
mod room;
mod snapshot;
mod sockets;
mod steering;
mod steering_refusals;
mod tls;
mod versions;
