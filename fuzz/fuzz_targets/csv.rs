//! バイト列 → 行と項目 → バイト列 / bytes → records → bytes.
#![no_main]

fuzz::target!(careplan::oracle::CSV);
