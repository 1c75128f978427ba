//! The relay from outside: without sockets where that is enough, through TLS where not.

mod assumed;
mod bulk;
mod certificates;
mod common;
mod drafts;
mod drills;
mod entrusted;
mod exchange;
mod fetch;
mod foreign;
mod forms;
mod identity;
mod logs;
mod pages;
mod privacy;
mod refusals;
mod room;
mod sockets;
mod terminals;
mod tls;
mod versions;
