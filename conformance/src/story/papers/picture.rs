//! A family picture (家族構成画像): a grey JPEG without anything on it.

/// The smallest baseline JPEG of so many blocks of 8 × 8 pixels, all of one grey.
pub(in super::super) fn jpeg(across: u8, down: u8) -> Vec<u8> {
    let mut bytes = vec![0xFF, 0xD8];
    segment(&mut bytes, 0xE0, b"JFIF\0\x01\x01\x00\x00\x01\x00\x01\x00\x00");
    segment(&mut bytes, 0xFE, b"renkei sample: nobody");
    // One table of quantisation, all ones.
    segment(&mut bytes, 0xDB, &[&[0][..], &[1; 64]].concat());
    let (height, width) = (u16::from(down) * 8, u16::from(across) * 8);
    let [tall, high] = height.to_be_bytes();
    let [wide, broad] = width.to_be_bytes();
    segment(&mut bytes, 0xC0, &[8, tall, high, wide, broad, 1, 1, 0x11, 0]);
    // Both Huffman tables know one symbol of one bit: no difference, and end of block.
    for class in [0x00, 0x10] {
        segment(&mut bytes, 0xC4, &[&[class, 1][..], &[0; 15], &[0]].concat());
    }
    segment(&mut bytes, 0xDA, &[1, 1, 0x00, 0, 63, 0]);
    let bits = usize::from(across) * usize::from(down) * 2;
    let mut data = vec![0_u8; bits.div_ceil(8)];
    if let Some(last) = data.last_mut()
        && !bits.is_multiple_of(8)
    {
        *last = 0xFF >> (bits % 8);
    }
    bytes.extend(data);
    bytes.extend([0xFF, 0xD9]);
    bytes
}

fn segment(bytes: &mut Vec<u8>, marker: u8, content: &[u8]) {
    let length = u16::try_from(content.len() + 2).unwrap_or(u16::MAX);
    bytes.extend([0xFF, marker]);
    bytes.extend(length.to_be_bytes());
    bytes.extend(content);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_segments_from_start_to_end() {
        let bytes = jpeg(3, 3);
        assert!(bytes.starts_with(&[0xFF, 0xD8, 0xFF, 0xE0]) && bytes.ends_with(&[0xFF, 0xD9]));
        let mut at = 2;
        let mut markers = Vec::new();
        while bytes[at + 1] != 0xDA {
            markers.push(bytes[at + 1]);
            at += 2 + usize::from(u16::from_be_bytes([bytes[at + 2], bytes[at + 3]]));
            assert_eq!(bytes[at], 0xFF);
        }
        assert_eq!(markers, [0xE0, 0xFE, 0xDB, 0xC0, 0xC4, 0xC4]);
        assert_eq!(bytes.len() - at, 2 + 8 + 3 + 2, "18 bits behind the header of the scan");
    }
}
