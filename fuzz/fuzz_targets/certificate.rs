//! 接続の電子証明書 / the certificates of a connection.
#![no_main]

fuzz::target!(mock_server::oracle::CERTIFICATE);
