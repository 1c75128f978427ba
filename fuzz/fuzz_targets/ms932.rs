//! 文字コード / MS932 against the table of another implementation.
#![no_main]

fuzz::target!(careplan::oracle::MS932);
