//! The form of a file name: heads, separators, extensions, older versions, pictures.

use careplan::layout::Kind;

use super::mutations;
use crate::mutation::draft::{Draft, Outcome};

mutations! {
    "name_no_type" Error "R43" "種類コードが無い（3版以前の名称）" "no service types (version 3)" |d| text(d, |name| without_types(&name));
    "name_v40" Error "R43" "コードが3桁（4.0版の名称）" "codes of three digits (version 4.0)"
        |d| d.rename(Kind::is_csv, |name, _| { name.from_type.push('1'); name.to_type.push('1'); Some(()) });
    "name_v40_padded" Error "R43" "コードが 043・011 の3桁" "codes padded to three digits"
        |d| d.rename(Kind::is_csv, |name, _| { name.from_type.insert(0, '0'); name.to_type.insert(0, '0'); Some(()) });
    "name_no_sender_type" Error "R43" "送信元の種類コードだけ無い" "no type of the sender" |d| text(d, |name| {
        let mut parts: Vec<&str> = name.split('_').collect();
        parts.remove(parts.len().checked_sub(4)?);
        Some(parts.join("_"))
    });
    "name_lower_head" Error "R23〜R40・relay 16" "種別が小文字" "a head in small letters" |d| head(d, str::to_ascii_lowercase);
    "name_mixed_head" Error "R23〜R40・relay 16" "種別の大文字・小文字が混ざる" "a head in mixed case"
        |d| head(d, |head| format!("{}{}", &head[..1], head[1..].to_ascii_lowercase()));
    "name_unknown_head" Error "R23〜R40" "種別のつづりが違う" "a misspelt head" |d| head(d, |head| format!("{head}X"));
    "name_short_head" Error "R23〜R40" "種別の1字目が無い" "a head without its first letter" |d| head(d, |head| head[1..].to_owned());
    "name_japanese_head" Error "R23〜R40" "種別が日本語" "a head in Japanese" |d| head(d, |_| "利用票".to_owned());
    "name_no_head" Error "R23〜R40" "種別が無い" "no head" |d| text(d, |name| name.split_once('_').map(|(_, rest)| rest.to_owned()));
    "name_hyphens" Error "R23〜R40" "区切りがハイフン" "hyphens instead of underscores" |d| text(d, |name| Some(name.replace('_', "-")));
    "name_no_separators" Error "R23〜R40" "区切りが無い" "no separators" |d| text(d, |name| Some(name.replace('_', "")));
    "name_full_width_underscore" Error "R23〜R40" "区切りが全角の下線" "full-width underscores" |d| text(d, |name| Some(name.replace('_', "＿")));
    "name_double_underscore" Error "R23〜R40" "下線が2つ続く" "a doubled underscore" |d| text(d, |name| Some(name.replacen('_', "__", 1)));
    "name_trailing_underscore" Error "R23〜R40" "拡張子の前に下線" "an underscore before the extension" |d| text(d, |name| Some(name.replace(".CSV", "_.CSV")));
    "name_extra_part" Error "R23〜R40" "余分な部分がある" "a part too many" |d| text(d, |name| Some(name.replace(".CSV", "_001.CSV")));
    "name_copy_suffix" Error "R23〜R40" "「 (1)」が付く" "a suffix (1)" |d| text(d, |name| Some(name.replace(".CSV", " (1).CSV")));
    "name_copy_suffix_ja" Error "R23〜R40" "「 - コピー」が付く" "a suffix of a Japanese copy" |d| text(d, |name| Some(name.replace(".CSV", " - コピー.CSV")));
    "name_prefix" Error "R23〜R40" "前に文字が付く" "something in front" |d| text(d, |name| Some(format!("コピー_{name}")));
    "name_space" Error "R23〜R40" "途中に空白" "a space inside" |d| text(d, |name| Some(name.replacen('_', "_ ", 1)));
    "name_leading_space" Error "R23〜R40" "先頭に空白" "a space in front" |d| text(d, |name| Some(format!(" {name}")));
    "name_ends_swapped" Error "R23〜R40" "番号と種類コードの順が逆" "type before number"
        |d| d.rename(Kind::is_csv, |name, _| { std::mem::swap(&mut name.from, &mut name.from_type); std::mem::swap(&mut name.to, &mut name.to_type); Some(()) });
    "name_serial_first" Error "R23〜R40" "連番が先に来る" "serial before the offices" |d| text(d, |name| {
        let (rest, serial) = name.strip_suffix(".CSV")?.rsplit_once('_')?;
        let (head, rest) = rest.split_once('_')?;
        Some(format!("{head}_{serial}_{rest}.CSV"))
    });
    "name_txt" Error "R23〜R40" "拡張子が .txt" ".txt" |d| text(d, |name| Some(name.replace(".CSV", ".txt")));
    "name_no_extension" Error "R23〜R40" "拡張子が無い" "no extension" |d| text(d, |name| Some(name.replace(".CSV", "")));
    "name_double_extension" Error "R23〜R40" "拡張子が2つ" "two extensions" |d| text(d, |name| Some(format!("{name}.CSV")));
    "name_csv_behind_txt" Error "R23〜R40" "拡張子が .CSV.txt" ".CSV.txt" |d| text(d, |name| Some(format!("{name}.txt")));
    "name_lower_extension" Open "readings 23" "拡張子が .csv" ".csv" |d| text(d, |name| Some(name.replace(".CSV", ".csv")));
    "name_other_kind" Error "R20・R23〜R40" "名称と中身の種別が違う" "a name of another kind than the content" |d| {
        let kinds = [Kind::Up1kyo, Kind::Up2kyo, Kind::Upsikyu, Kind::Upkihon, Kind::Upyobo];
        d.rename(|kind| kinds.contains(&kind), |name, _| {
            name.head = if name.head == "UP3KYO" { "UP1KYO" } else { "UP3KYO" }.to_owned();
            name.month = None;
            Some(())
        })
    };
    "name_picture_no_branch" Error "R37" "画像の枝番が無い" "a picture without branch number" |d| picture(d, |name| Some(name.replace("_0001.", ".")));
    "name_picture_branch_3" Error "R37" "画像の枝番が3桁" "a branch number of three digits" |d| picture(d, |name| Some(name.replace("_0001.", "_001.")));
    "name_picture_png" Error "R37・R42" "画像の拡張子が .png" "a picture named .png" |d| picture(d, |name| Some(name.replace(".jpg", ".png")));
    "name_picture_jpeg" Error "R37" "画像の拡張子が .jpeg" "a picture named .jpeg" |d| picture(d, |name| Some(name.replace(".jpg", ".jpeg")));
    "name_picture_upper" Open "readings 23" "画像の拡張子が .JPG（例の形）" ".JPG as in an example" |d| picture(d, |name| Some(name.replace(".jpg", ".JPG")));
}

fn without_types(name: &str) -> Option<String> {
    let mut parts: Vec<&str> = name.split('_').collect();
    let serial = parts.len().checked_sub(1)?;
    parts.remove(serial.checked_sub(1)?);
    parts.remove(serial.checked_sub(3)?);
    Some(parts.join("_"))
}

fn text(d: &mut Draft, change: fn(String) -> Option<String>) -> Outcome {
    d.rename_text(Kind::is_csv, |name, _| change(name.join()))
}

fn head(d: &mut Draft, change: fn(&str) -> String) -> Outcome {
    d.rename(Kind::is_csv, |name, _| {
        name.head = change(&name.head);
        Some(())
    })
}

fn picture(d: &mut Draft, change: fn(String) -> Option<String>) -> Outcome {
    d.rename_text(|kind| kind == Kind::UpkihonImage, |name, _| change(name.join()))
}
