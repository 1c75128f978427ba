//! The training desk (訓練机): pages that show sending and receiving without live credentials.

pub mod forms;
