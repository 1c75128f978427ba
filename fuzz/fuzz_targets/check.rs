//! 1つのファイルの検査 / the check of one file.
#![no_main]

fuzz::target!(careplan::oracle::CHECK);
