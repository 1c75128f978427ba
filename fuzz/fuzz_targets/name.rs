//! ファイル名 / file names.
#![no_main]

fuzz::target!(careplan::oracle::NAME);
