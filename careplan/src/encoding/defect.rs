//! Finding what is not an MS932 character, with its offset, without stopping.

use wide::u8x16;

use super::tables::{PairClass, tables};

/// One place in bytes that is not (or is remarkably) MS932.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Defect {
    /// Offset in the given bytes.
    pub offset: usize,
    /// One to three bytes.
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
    /// An escape sequence of ISO-2022-JP, such as ESC `$B`: characters of MS932 each, and not meant as such.
    Iso2022Jp,
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
    loop {
        rest = skip_printable(rest);
        match *rest {
            [] => return true,
            [0x20..=0x7E | b'\r' | b'\n' | 0xA1..=0xDF, ref after @ ..] => rest = after,
            [lead, trail, ref after @ ..] if tables.is_assigned(lead, trail) => {
                rest = after;
                // Japanese runs in pairs: stay in the tight loop while they last.
                while let [lead, trail, after @ ..] = rest
                    && tables.is_assigned(*lead, *trail)
                {
                    rest = after;
                }
            }
            _ => return false,
        }
    }
}

/// Walks over whole blocks of printable ASCII.
fn skip_printable(mut rest: &[u8]) -> &[u8] {
    while let Some((block, after)) = rest.split_first_chunk::<16>() {
        let bytes = u8x16::new(*block);
        let odd = bytes.simd_lt(u8x16::splat(0x20)) | bytes.simd_gt(u8x16::splat(0x7E));
        if odd.to_bitmask() != 0 {
            break;
        }
        rest = after;
    }
    rest
}

/// All defects, in order.
pub fn defects(bytes: &[u8]) -> impl Iterator<Item = Defect> + '_ {
    let tables = tables();
    let mut offset = 0;
    std::iter::from_fn(move || {
        while let Some((&byte, after)) = bytes.get(offset..).and_then(<[u8]>::split_first) {
            let (len, kind) = match byte {
                0x20..=0x7E | b'\r' | b'\n' | 0xA1..=0xDF => (1, None),
                0x1B if matches!(after, [b'$', b'@' | b'B', ..] | [b'(', b'B' | b'I' | b'J', ..]) => {
                    (3, Some(DefectKind::Iso2022Jp))
                }
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
