//! 送信の形 / the form of a send.
#![no_main]

fuzz::target!(mock_server::oracle::FORM);
