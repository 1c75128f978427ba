//! 型のある記録と標準どおりの書き方 / records of the layout, written canonically.
#![no_main]

fuzz::target!(careplan::oracle::RECORD);
