//! The cells of MS932: which pairs are assigned, and to which characters.

use std::sync::LazyLock;

use encoding_rs::SHIFT_JIS;

/// What a lead and a trail byte are together (`domain` zones: JIS X 0208, NEC row 13,
/// NEC-selected, IBM extensions, user-defined).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum PairClass {
    /// The second byte can never be a trail byte, so the first stands alone.
    NotATrail = 0,
    /// A cell without a character.
    Unassigned = 1,
    /// 外字: F040–F9FC (R16).
    UserDefined = 2,
    /// NEC-selected IBM extensions, ED40–EEFC: characters that other encoders write at FA40–FC4B.
    NecSelected = 3,
    /// A character.
    Assigned = 4,
}

const LEADS: usize = 0xFC - 0x81 + 1;

/// The tables, made once from the WHATWG index.
pub struct Tables {
    class: Box<[PairClass]>,
    decode: Box<[u16]>,
    encode: Box<[[u8; 2]]>,
}

impl std::fmt::Debug for Tables {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tables").finish_non_exhaustive()
    }
}

/// The tables.
#[must_use]
pub fn tables() -> &'static Tables {
    static TABLES: LazyLock<Tables> = LazyLock::new(Tables::build);
    &TABLES
}

impl Tables {
    /// Whether the byte opens a pair.
    #[must_use]
    pub const fn is_lead(&self, byte: u8) -> bool {
        matches!(byte, 0x81..=0x9F | 0xE0..=0xFC)
    }

    /// The class of a pair whose first byte is a lead byte.
    #[must_use]
    pub fn class(&self, lead: u8, trail: u8) -> PairClass {
        self.class.get(index(lead, trail)).copied().unwrap_or(PairClass::NotATrail)
    }

    /// Whether two bytes are a character of the preferred zones; any bytes may be asked for.
    #[must_use]
    pub fn is_assigned(&self, lead: u8, trail: u8) -> bool {
        self.class.get(index(lead, trail)) == Some(&PairClass::Assigned)
    }

    /// The character of a pair, if it has one.
    #[must_use]
    pub fn decode_pair(&self, lead: u8, trail: u8) -> Option<char> {
        match self.decode.get(index(lead, trail)) {
            None | Some(0) => None,
            Some(&unit) => char::from_u32(u32::from(unit)),
        }
    }

    /// The bytes of a character above U+007F: a pair, or `[0, byte]` for half-width kana.
    #[must_use]
    pub fn encode_char(&self, character: char) -> Option<[u8; 2]> {
        let cell = self.encode.get(u32::from(character) as usize)?;
        (*cell != [0, 0]).then_some(*cell)
    }

    fn build() -> Self {
        let mut class = vec![PairClass::NotATrail; LEADS * 256].into_boxed_slice();
        let mut decode = vec![0_u16; LEADS * 256].into_boxed_slice();
        let mut encode = vec![[0_u8; 2]; 0x1_0000].into_boxed_slice();
        for (lead, trail) in cells() {
            let unit = whatwg(lead, trail);
            let kind = match (lead, unit) {
                (0xF0..=0xF9, _) => PairClass::UserDefined,
                (_, None) => PairClass::Unassigned,
                (0xED | 0xEE, _) => PairClass::NecSelected,
                _ => PairClass::Assigned,
            };
            if let Some(slot) = class.get_mut(index(lead, trail)) {
                *slot = kind;
            }
            if let (PairClass::Assigned | PairClass::NecSelected, Some(unit)) = (kind, unit)
                && let Some(slot) = decode.get_mut(index(lead, trail))
            {
                *slot = unit;
            }
        }
        // The order of preference: the first cell that claims a character keeps it.
        for zone in 0..4 {
            for (lead, trail) in cells().filter(|&(lead, _)| preference(lead) == zone) {
                let unit = decode.get(index(lead, trail)).copied().unwrap_or(0);
                if unit != 0
                    && let Some(slot) = encode.get_mut(usize::from(unit))
                    && *slot == [0, 0]
                {
                    *slot = [lead, trail];
                }
            }
        }
        for kana in 0xA1..=0xDF_u8 {
            if let Some(slot) = encode.get_mut(0xFF61 + usize::from(kana - 0xA1)) {
                *slot = [0, kana];
            }
        }
        Self { class, decode, encode }
    }
}

/// JIS X 0208 before NEC row 13 before IBM extensions before NEC-selected.
const fn preference(lead: u8) -> u8 {
    match lead {
        0x87 => 1,
        0xFA..=0xFC => 2,
        0xED | 0xEE => 3,
        _ => 0,
    }
}

fn cells() -> impl Iterator<Item = (u8, u8)> {
    (0x81..=0x9F_u8)
        .chain(0xE0..=0xFC)
        .flat_map(|lead| (0x40..=0x7E_u8).chain(0x80..=0xFC).map(move |trail| (lead, trail)))
}

const fn index(lead: u8, trail: u8) -> usize {
    (lead.wrapping_sub(0x81) as usize) << 8 | trail as usize
}

fn whatwg(lead: u8, trail: u8) -> Option<u16> {
    let mut units = [0_u16; 4];
    let mut decoder = SHIFT_JIS.new_decoder_without_bom_handling();
    let (result, _, written) = decoder.decode_to_utf16_without_replacement(&[lead, trail], &mut units, true);
    match (result, written, units) {
        (encoding_rs::DecoderResult::InputEmpty, 1, [unit, ..]) => Some(unit),
        _ => None,
    }
}
