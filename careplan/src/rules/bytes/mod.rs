//! Rules about bytes: the encoding (4.3, R15, R16).

pub mod control;
pub mod euc_jp;
pub mod gaiji;
pub mod iso_2022_jp;
pub mod nec_selected;
pub mod unassigned;
pub mod utf16;
pub mod utf8;

use super::Breach;
use crate::diagnostic::Severity;
use crate::encoding::DefectKind;
use crate::reading;
use crate::text::Message;

/// What a defect is called here; `bytes` are the one or two bytes.
pub(crate) fn breach(kind: DefectKind, bytes: &[u8]) -> Breach {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
    let found = Message::new(format!("バイト {hex} です"), format!("bytes {hex}"));
    match kind {
        DefectKind::UserDefined => gaiji::RULE.breach(found, Message::new("MS932 にある文字", "a character of MS932")),
        DefectKind::Unassigned => {
            unassigned::RULE.breach(found, Message::new("MS932 にある文字", "a character of MS932"))
        }
        DefectKind::Iso2022Jp => iso_2022_jp::RULE.breach(found, Message::new("MS932", "MS932")),
        DefectKind::NecSelected => nec_selected::RULE
            .breach(found, Message::new("FA40〜FC4B の同じ文字", "the same character at FA40–FC4B"))
            .reading(&reading::D_1),
        DefectKind::Control => {
            let breach =
                control::RULE.breach(found, Message::new("改行以外の制御文字が無いこと", "no control characters"));
            if bytes == [0x1A] { breach.at_most(Severity::Info).reading(&reading::D_2) } else { breach }
        }
    }
}
