//! `docs/kill-table.md` を標準出力に書く / writes the kill table to standard output.

mod render;
mod table;

use std::io::{Write, stdout};

fn main() -> std::io::Result<()> {
    stdout().write_all(render::document().as_bytes())
}
