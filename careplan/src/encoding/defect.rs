//! Finding what is not an MS932 character, with its offset, without stopping.

use super::tables::{PairClass, tables};

/// One place in bytes that is not (or is remarkably) MS932.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Defect {
    /// Offset in the given bytes.
    pub offset: usize,
    /// One or two bytes.
    pub len: usize,
    /// What it is.
    pub kind: DefectKind,
}

/// What a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DefectKind {
    /// 外字 F040–F9FC (R16).
    UserDefined,
    /// 80, A0, FD–FF, a cell without a character, or a lead byte without its trail.
    Unassigned,
    /// ED40–EEFC: readable, but written by other encoders at FA40–FC4B.
    NecSelected,
    /// A control character other than CR and LF.
    Control,
}

impl DefectKind {
    /// Whether the bytes have no meaning in MS932 or are forbidden there.
    #[must_use]
    pub const fn is_fatal(self) -> bool {
        matches!(self, Self::UserDefined | Self::Unassigned)
    }
}

/// Whether nothing at all is to be said: assigned characters, and CR and LF as the only controls.
#[must_use]
pub fn is_clean(bytes: &[u8]) -> bool {
    let tables = tables();
    let mut rest = bytes;
    while let Some((&byte, after)) = rest.split_first() {
        rest = match byte {
            0x20..=0x7E | b'\r' | b'\n' | 0xA1..=0xDF => after,
            0x81..=0x9F | 0xE0..=0xFC => match after.split_first() {
                Some((&trail, tail)) if tables.class(byte, trail) == PairClass::Assigned => tail,
                _ => return false,
            },
            _ => return false,
        };
    }
    true
}

/// All defects, in order.
pub fn defects(bytes: &[u8]) -> impl Iterator<Item = Defect> + '_ {
    let tables = tables();
    let mut offset = 0;
    std::iter::from_fn(move || {
        while let Some((&byte, after)) = bytes.get(offset..).and_then(<[u8]>::split_first) {
            let (len, kind) = match byte {
                0x20..=0x7E | b'\r' | b'\n' | 0xA1..=0xDF => (1, None),
                0x00..=0x1F | 0x7F => (1, Some(DefectKind::Control)),
                0x81..=0x9F | 0xE0..=0xFC => match after.first().map(|&trail| tables.class(byte, trail)) {
                    Some(PairClass::Assigned) => (2, None),
                    Some(PairClass::NecSelected) => (2, Some(DefectKind::NecSelected)),
                    Some(PairClass::UserDefined) => (2, Some(DefectKind::UserDefined)),
                    Some(PairClass::Unassigned) => (2, Some(DefectKind::Unassigned)),
                    Some(PairClass::NotATrail) | None => (1, Some(DefectKind::Unassigned)),
                },
                _ => (1, Some(DefectKind::Unassigned)),
            };
            let at = offset;
            offset += len;
            if let Some(kind) = kind {
                return Some(Defect { offset: at, len, kind });
            }
        }
        None
    })
}
