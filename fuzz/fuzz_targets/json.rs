//! JSON の記録 / records as JSON.
#![no_main]

fuzz::target!(conformance::oracle::JSON);
