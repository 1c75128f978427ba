//! Rules about bytes: the encoding (4.3, R15, R16).

pub mod control;
pub mod gaiji;
pub mod nec_selected;
pub mod unassigned;
pub mod utf16;
pub mod utf8;
