//! 対象ソフトウェアの答え / the answers of a software under test.
#![no_main]

fuzz::target!(conformance::oracle::ANSWER);
