//! 見本のアダプターを動かす / runs the example adapter.

use adapters::Software;

/// 見本のまま / every step as it is.
struct Sample;

impl Software for Sample {}

fn main() -> std::io::Result<()> {
    adapters::serve(Sample)
}
