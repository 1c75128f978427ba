//! `renkei demo`.

mod story;
