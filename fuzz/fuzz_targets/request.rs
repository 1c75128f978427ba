//! 要求（セッション・クッキー・端末） / requests: sessions, cookies, terminals.
#![no_main]

fuzz::target!(mock_server::oracle::REQUEST);
