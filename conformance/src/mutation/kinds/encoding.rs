//! Bytes: other encodings, characters that MS932 does not have, and those it has twice.

use careplan::encoding::decode_lossy;

use super::{is_text, mutations};
use crate::mutation::draft::{Draft, Outcome};
use crate::mutation::table::quoted;

mutations! {
    "enc_utf8" Error "R15" "UTF-8（BOMなし）で書く" "in UTF-8, no BOM" |d| recode(d, |text| text.as_bytes().to_vec());
    "enc_utf8_bom" Error "R15" "UTF-8（BOM付き）で書く" "in UTF-8 with a BOM"
        |d| recode(d, |text| [b"\xEF\xBB\xBF", text.as_bytes()].concat());
    "enc_bom_only" Error "R15・R20" "MS932 の前に UTF-8 の BOM だけを置く" "a UTF-8 BOM before MS932" |d| {
        let (file, table) = d.csv(|_| true)?;
        d.overwrite(file, [b"\xEF\xBB\xBF".to_vec(), table.write()].concat());
        d.in_file(file)
    };
    "enc_utf16le_bom" Error "R15" "UTF-16LE（BOM付き）で書く" "in UTF-16LE with a BOM"
        |d| recode(d, |text| utf16(&format!("\u{FEFF}{text}"), u16::to_le_bytes));
    "enc_utf16be_bom" Error "R15" "UTF-16BE（BOM付き）で書く" "in UTF-16BE with a BOM"
        |d| recode(d, |text| utf16(&format!("\u{FEFF}{text}"), u16::to_be_bytes));
    "enc_utf16le" Error "R15" "UTF-16LE（BOMなし）で書く" "in UTF-16LE, no BOM"
        |d| recode(d, |text| utf16(text, u16::to_le_bytes));
    "enc_utf16be" Error "R15" "UTF-16BE（BOMなし）で書く" "in UTF-16BE, no BOM"
        |d| recode(d, |text| utf16(text, u16::to_be_bytes));
    "enc_euc_jp" Error "R15" "EUC-JP で書く" "in EUC-JP" |d| recode(d, |text| encoding_rs::EUC_JP.encode(text).0.into_owned());
    "enc_iso_2022_jp" Error "R15" "ISO-2022-JP（JIS）で書く" "in ISO-2022-JP"
        |d| recode(d, |text| encoding_rs::ISO_2022_JP.encode(text).0.into_owned());
    "enc_iso_2022_jp_one_field" Error "R15" "1項目だけ ISO-2022-JP で書く" "one field in ISO-2022-JP" |d| splice(d, b"\x1B$B8+K\\\x1B(B");
    "enc_jis_1978" Error "R15" "JIS78 の切替え符号（ESC $ @）" "an escape of JIS 1978" |d| splice(d, b"\x1B$@8+\x1B(J");
    "enc_utf8_one_field" Error "R15" "1項目だけ UTF-8 で書く" "one field in UTF-8" |d| splice(d, "、".as_bytes());
    "enc_utf8_one_record" Error "R15" "1レコードだけ UTF-8 で書く" "one record in UTF-8" |d| {
        let (file, mut table) = d.csv(|table| table.rows.len() > 1)?;
        let record = d.dice.below(table.rows.len());
        let row = table.rows.get_mut(record)?;
        (!row.concat().is_ascii()).then_some(())?;
        row.iter_mut().for_each(|raw| *raw = decode_lossy(raw).into_bytes());
        d.put(file, &table);
        d.in_file(file)
    };
    "enc_gaiji" Error "R16" "自由文に外字（F040）" "a user-defined character (F040)" |d| splice(d, b"\xF0\x40");
    "enc_gaiji_last" Error "R16" "自由文に外字（F9FC）" "a user-defined character (F9FC)" |d| splice(d, b"\xF9\xFC");
    "enc_gaiji_any" Error "R16" "自由文に外字（F040〜F9FC のどれか）" "some user-defined character" |d| {
        let lead = 0xF0 + u8::try_from(d.dice.below(10)).ok()?;
        let trail = 0x80 + u8::try_from(d.dice.below(0x7D)).ok()?;
        splice(d, &[lead, trail])
    };
    "enc_byte_80" Error "R16" "自由文に 80" "byte 80" |d| splice(d, b"\x80");
    "enc_byte_a0" Error "R16" "自由文に A0" "byte A0" |d| splice(d, b"\xA0");
    "enc_byte_fd" Error "R16" "自由文に FD" "byte FD" |d| splice(d, b"\xFD");
    "enc_byte_fe" Error "R16" "自由文に FE" "byte FE" |d| splice(d, b"\xFE");
    "enc_byte_ff" Error "R16" "自由文に FF" "byte FF" |d| splice(d, b"\xFF");
    "enc_unassigned" Error "R16" "文字の無い区点（81AD など）" "a cell without a character (81AD …)" |d| {
        let cells: [&[u8]; 6] = [b"\x81\xAD", b"\x85\x40", b"\x86\xA2", b"\xEB\x40", b"\xEF\x9F", b"\xFC\x4C"];
        let cell = *d.dice.pick(&cells)?;
        splice(d, cell)
    };
    "enc_truncated" Error "R15・R16" "2バイト文字の1バイト目だけで自由文が終わる" "text that ends with half a character" |d| {
        let (at, text) = d.find(is_text)?;
        d.set_raw(at, quoted(&[&text[..], b"\x83"].concat()))
    };
    "enc_truncated_at_end" Error "R15・R20" "ファイルが2バイト文字の途中で終わる" "a file that ends with half a character" |d| {
        let (file, table) = d.csv(|_| true)?;
        d.overwrite(file, [table.write(), b"\x93".to_vec()].concat());
        d.in_file(file)
    };
    "enc_bad_trail" Error "R15・R16" "2バイト目が範囲外（83 20）" "a trail byte out of range (83 20)" |d| splice(d, b"\x83\x20");
    "enc_in_code" Error "R15・R16" "コードの項目に外字" "a user-defined character in a code field" |d| {
        let (at, _) = d.find(|cell| !cell.field.format.is_free_text() && cell.field.no > 1 && cell.is_filled())?;
        d.set_raw(at, b"\xF0\x41".to_vec())
    };
    "enc_nul" Open "4.3" "自由文に NUL" "NUL in text" |d| splice(d, b"\0");
    "enc_nul_padding" Error "R21・R107" "番号の後ろを NUL で埋める" "NUL behind a number"
        |d| d.edit(|cell| cell.field.no == 3, |old, _| [old, b"\0\0"].concat());
    "enc_tab" Open "4.3" "自由文にタブ" "a tab in text" |d| splice(d, b"\t");
    "enc_ctrl_z" Open "4.3" "ファイルの終わりに 1A" "1A at the end" |d| {
        let (file, table) = d.csv(|_| true)?;
        d.overwrite(file, [table.write(), b"\x1A".to_vec()].concat());
        d.in_file(file)
    };
    "enc_half_kana" Open "R15・R16" "半角カナ" "half-width kana" |d| splice(d, b"\xB6\xC5");
    "enc_nec_row_13" Open "R15・R16" "機種依存文字 ①㈱" "NEC row 13" |d| splice(d, b"\x87\x40\x87\x8A");
    "enc_ibm" Open "R15・R16" "IBM 拡張漢字 髙﨑" "IBM extensions" |d| splice(d, b"\xFB\xFC\xFA\xB1");
    "enc_nec_selected" Open "R15・R16" "NEC 選定 IBM 拡張漢字 EEE0" "NEC-selected IBM extensions" |d| splice(d, b"\xEE\xE0");
    "enc_backslash_trail" Open "R15" "2バイト目が 5C の文字（表・ソ）" "trail bytes 5C" |d| splice(d, b"\x95\x5C\x83\x5C");
    "enc_numeric_reference" Open "R16" "「&#12316;」という文字列" "an HTML reference as text" |d| splice(d, b"&#12316;");
}

/// Writes a whole file in another encoding; files of ASCII alone would stay what they are.
fn recode(d: &mut Draft, encode: fn(&str) -> Vec<u8>) -> Outcome {
    let (file, table) = d.csv(|table| !table.write().is_ascii())?;
    d.overwrite(file, encode(&decode_lossy(&table.write())));
    d.in_file(file)
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

/// Puts bytes in front of a free text, where both neighbours are plain.
fn splice(d: &mut Draft, bytes: &[u8]) -> Outcome {
    let (at, text) = d.find(is_text)?;
    let odd = bytes.last().is_some_and(|last| matches!(last, 0x81..=0x9F | 0xE0..=0xFC)) && bytes.len() == 3;
    // Half a character would swallow the first byte behind it: it stands at the end instead.
    let text = if odd { [&text[..], bytes].concat() } else { [bytes, &text[..]].concat() };
    d.set_raw(at, quoted(&text))
}
