//! Reports of a matrix: for a terminal, for programs, and a page to hand over.

mod html;
mod json;
mod text;
mod words;

pub use html::write as html;
pub use json::write as json;
pub use text::write as text;
