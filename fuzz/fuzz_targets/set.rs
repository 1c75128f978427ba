//! 送信単位の検査 / files checked together.
#![no_main]

fuzz::target!(careplan::oracle::SET);
