//! The relay from outside: without sockets where that is enough, through mutual TLS where not.

mod common;
mod exchange;
mod forms;
mod identity;
mod logs;
mod pages;
mod privacy;
mod refusals;
mod room;
mod tls;
