//! zip の検査 / archives.
#![no_main]

fuzz::target!(conformance::oracle::ZIP);
