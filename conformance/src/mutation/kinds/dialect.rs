//! CSV: columns, quotes, separators, line ends.

use careplan::layout::Format;

use super::{is_text, mutations};
use crate::mutation::draft::{At, Draft, Outcome};
use crate::mutation::table::{Row, Table};

mutations! {
    "csv_too_few_columns" Error "R20" "1レコードの最後の列が無い" "the last column of a record missing"
        |d| in_row(d, |row| row.pop().map(drop));
    "csv_too_many_columns" Error "R20" "1レコードに列が1つ多い" "one column too many"
        |d| in_row(d, |row| { row.push(Vec::new()); Some(()) });
    "csv_column_missing_inside" Error "R20" "1レコードの途中の列が無い" "a column missing inside"
        |d| in_row(d, |row| (row.len() > 3).then(|| drop(row.remove(2))));
    "csv_column_added_inside" Error "R20" "1レコードの途中に空の列がある" "an empty column inside"
        |d| in_row(d, |row| { row.insert(2, Vec::new()); Some(()) });
    "csv_trailing_comma" Error "R20" "すべてのレコードがカンマで終わる" "every record ends with a comma"
        |d| in_bytes(d, |text| text.replace("\r\n", ",\r\n"));
    "csv_last_column_gone" Error "R20" "すべてのレコードの最後の列が無い" "the last column missing everywhere" |d| {
        let (file, _) = d.csv(|_| true)?;
        d.rows(file, |rows| rows.iter_mut().for_each(|row| drop(row.pop())))?;
        d.in_file(file)
    };
    "csv_swapped_columns" Error "R20・R107" "保険者番号と被保険者番号の列が逆" "two columns swapped"
        |d| in_row(d, |row| { row.swap(1, 2); Some(()) });
    "csv_unquoted_comma" Error "R17・R18・R20" "囲まない自由文にカンマ" "a comma in unquoted text" |d| in_text(d, |text| [text, b",abc"].concat());
    "csv_unquoted_newline" Error "R17・R18・R20" "囲まない自由文に改行" "a line break in unquoted text" |d| in_text(d, |text| [text, b"\r\nabc"].concat());
    "csv_unquoted_quote" Error "R17・R19" "囲まない自由文に引用符" "a quote in unquoted text" |d| in_text(d, |text| [text, b"\"abc"].concat());
    "csv_unclosed_quote" Error "R17" "自由文の引用符が閉じない" "a quote that does not close" |d| in_text(d, |text| [b"\"", text].concat());
    "csv_unclosed_to_the_end" Error "R17" "最後の自由文の引用符が閉じない" "a quote open to the end of the file" |d| {
        let (file, table) = d.csv(|table| last_text(table).is_some())?;
        let (record, column) = last_text(&table)?;
        let mut raw = table.rows.get(record)?.get(column)?.clone();
        raw.pop();
        d.set_raw(At { file, record, column }, raw)?;
        d.in_file(file)
    };
    "csv_unclosed_first" Error "R17" "最後のレコードの先頭に引用符だけ" "a quote before the last record" |d| {
        let (file, table) = d.csv(|table| table.rows.last().is_some_and(|row| !row.concat().contains(&b'"')))?;
        let record = table.rows.len() - 1;
        let raw = [b"\"", &table.rows.last()?.first()?[..]].concat();
        d.set_raw(At { file, record, column: 0 }, raw)?;
        d.in_file(file)
    };
    "csv_unclosed_in_code" Error "R17" "最後の列が開いた引用符で終わる" "an open quote as the last column" |d| {
        let (file, table) = d.csv(|table| table.rows.last().and_then(|row| row.last()).is_some_and(Vec::is_empty))?;
        let (record, column) = (table.rows.len() - 1, table.layout.fields.len() - 1);
        d.set_raw(At { file, record, column }, b"\"".to_vec())?;
        d.in_file(file)
    };
    "csv_unopened_quote" Error "R17" "自由文の引用符が始まらない" "a quote that does not open" |d| in_text(d, |text| [text, b"\""].concat());
    "csv_quote_not_doubled" Error "R19" "自由文の中の引用符が1つ" "a quote inside that is not doubled"
        |d| in_text(d, |text| [b"\"", text, b"\"abc\""].concat());
    "csv_backslash_escape" Error "R19" "引用符を \\\" と書く" "quotes escaped by a backslash"
        |d| in_text(d, |text| [b"\"", text, b"\\\"abc\\\"\""].concat());
    "csv_text_behind_quote" Error "R17" "閉じた引用符の後に文字" "text behind the closing quote"
        |d| in_text(d, |text| [b"\"", text, b"\"abc"].concat());
    "csv_tab_separated" Error "R14" "タブ区切り" "separated by tabs" |d| in_bytes(d, |text| text.replace(',', "\t"));
    "csv_semicolon_separated" Error "R14" "セミコロン区切り" "separated by semicolons" |d| in_bytes(d, |text| text.replace(',', ";"));
    "csv_full_width_comma" Error "R14" "全角カンマ区切り" "separated by full-width commas" |d| in_bytes(d, |text| text.replace(',', "，"));
    "csv_one_full_width_comma" Error "R14・R20" "1か所だけ全角カンマ" "one full-width comma"
        |d| in_bytes(d, |text| text.replacen(',', "，", 1));
    "csv_space_before_value" Error "R14・R21" "値の前に空白" "a space before a value"
        |d| d.edit(is_plain_value, |old, _| [b" ", old].concat());
    "csv_space_behind_value" Error "R14・R21" "値の後に空白" "a space behind a value"
        |d| d.edit(is_plain_value, |old, _| [old, b" "].concat());
    "csv_space_before_quote" Error "R17" "引用符の前に空白" "a space before a quote"
        |d| in_text(d, |text| [b" \"", text, b"\""].concat());
    "csv_space_padding" Error "R21" "番号を空白で埋める" "a number padded with spaces"
        |d| d.edit(|cell| cell.is(&[Format::OfficeNo]), |old, _| [old, b"     "].concat());
    "csv_blank_line" Error "R20" "レコードの間に空行" "a blank line between records"
        |d| in_many(d, |text| text.replacen("\r\n", "\r\n\r\n", 1));
    "csv_leading_blank_line" Error "R20" "先頭に空行" "a blank first line" |d| in_bytes(d, |text| format!("\r\n{text}"));
    "csv_commas_only" Error "R20・R21" "カンマだけの行" "a record of commas" |d| {
        let (file, table) = d.csv(|_| true)?;
        let row: Row = table.layout.fields.iter().map(|_| Vec::new()).collect();
        d.rows(file, |rows| rows.push(row))?;
        d.in_record(file, table.rows.len())
    };
    "csv_joined_records" Error "R20" "2レコードが1行につながる" "two records on one line"
        |d| in_many(d, |text| text.replacen("\r\n", ",", 1));
    "csv_split_record" Error "R20" "1レコードが途中で改行される" "a record broken into two lines"
        |d| in_bytes(d, |text| text.replacen(',', "\r\n", 1));
    "csv_footer" Error "R20" "最後に件数の行" "a footer with a count" |d| in_bytes(d, |text| format!("{text}合計,3件\r\n"));
    "csv_sep_line" Error "R20" "1行目が sep=," "a first line sep=," |d| in_bytes(d, |text| format!("sep=,\r\n{text}"));
    "csv_title_line" Error "R20" "1行目が表題" "a title in the first line" |d| in_bytes(d, |text| format!("サービス利用票\r\n{text}"));
    "csv_truncated" Error "R20" "ファイルが途中で切れる" "a truncated file" |d| {
        let (file, table) = d.csv(|table| table.layout.fields.len() > 6)?;
        let bytes = table.write();
        let last = table.rows.last()?;
        let keep = bytes.len() - last.iter().skip(last.len() / 2).map(|raw| raw.len() + 1).sum::<usize>() - 2;
        d.overwrite(file, bytes.get(..keep)?.to_vec());
        d.in_file(file)
    };
    "csv_empty_file" Error "R5・R53〜R55" "0バイトのファイル" "a file of no bytes" |d| {
        let (file, _) = d.csv(|_| true)?;
        d.overwrite(file, Vec::new());
        d.in_file(file)
    };
    "csv_header_only" Error "R5・R53〜R55" "見出し行だけでレコードが無い" "a header and no records" |d| {
        let (file, table) = d.csv(|_| true)?;
        let names: Vec<&str> = table.layout.fields.iter().map(|field| field.name).collect();
        let bytes = careplan::encoding::encode(&format!("{}\r\n", names.join(","))).ok()?;
        d.overwrite(file, bytes);
        d.in_file(file)
    };
    "csv_unquoted_text" Warning "R17" "自由文を囲まない" "unquoted text" |d| in_text(d, <[u8]>::to_vec);
    "csv_single_quotes" Warning "R17" "自由文を ' で囲む" "text in single quotes" |d| in_text(d, |text| [b"'", text, b"'"].concat());
    "csv_all_quoted" Open "U-3" "すべての項目を囲む" "every field in quotes" |d| {
        let (file, _) = d.csv(|_| true)?;
        d.rows(file, |rows| {
            let plain = rows.iter_mut().flatten().filter(|raw| !raw.starts_with(b"\""));
            plain.for_each(|raw| *raw = [b"\"", &raw[..], b"\""].concat());
        })?;
        d.in_file(file)
    };
    "csv_empty_text_bare" Open "U-4" "空の自由文を長さ0で書く" "empty text without quotes" |d| {
        let (at, _) = d.find(|cell| cell.raw == b"\"\"")?;
        d.set_raw(at, Vec::new())
    };
    "csv_header_row" Open "U-1" "見出し行がある" "a header row" |d| {
        let (file, table) = d.csv(|_| true)?;
        let names: Vec<&str> = table.layout.fields.iter().map(|field| field.name).collect();
        let head = careplan::encoding::encode(&format!("{}\r\n", names.join(","))).ok()?;
        d.overwrite(file, [head, table.write()].concat());
        d.in_file(file)
    };
    "csv_lf" Open "U-2" "改行が LF" "LF" |d| in_lines(d, "\n");
    "csv_cr" Open "U-2" "改行が CR" "CR" |d| in_lines(d, "\r");
    "csv_lf_once" Open "U-2" "1か所だけ LF" "LF once" |d| in_many(d, |text| text.replacen("\r\n", "\n", 1));
    "csv_no_last_line_end" Open "U-2" "最後の改行が無い" "no last line end" |d| in_bytes(d, |text| text.trim_end().to_owned());
    "csv_last_blank_line" Open "U-2" "最後に空行" "a blank last line" |d| in_bytes(d, |text| format!("{text}\r\n"));
    "csv_quoted_line_break" Open "R18" "囲んだ自由文の中の改行とカンマ" "line breaks and commas in quotes"
        |d| d.edit(is_text, |old, _| [old, b"\r\na,b\nc"].concat());
    "csv_doubled_quotes" Open "R19" "囲んだ自由文の中の引用符" "quotes in quotes"
        |d| d.edit(is_text, |old, _| [b"\"", old, b"\"\""].concat());
}

/// The last free text of a file: record and column, from 0, if no quote comes behind it.
fn last_text(table: &Table) -> Option<(usize, usize)> {
    let row = table.rows.last()?;
    let column = row.iter().rposition(|raw| raw.len() > 2 && raw.starts_with(b"\""))?;
    let is_last = !row.iter().skip(column + 1).any(|raw| raw.starts_with(b"\""));
    is_last.then_some((table.rows.len() - 1, column))
}

fn is_plain_value(cell: &crate::mutation::table::Cell<'_>) -> bool {
    cell.is(&[Format::InsuredNo, Format::InsurerNo, Format::OfficeNo, Format::Date, Format::Month, Format::ServiceCode])
}

/// Alters the columns of one record.
fn in_row(d: &mut Draft, change: impl FnOnce(&mut Row) -> Option<()>) -> Outcome {
    let (file, mut table) = d.csv(|_| true)?;
    let record = d.dice.below(table.rows.len());
    change(table.rows.get_mut(record)?)?;
    d.put(file, &table);
    d.in_record(file, record)
}

/// Replaces one text of the set, quotes and all. The texts taken here need no quotes themselves.
fn in_text(d: &mut Draft, change: fn(&[u8]) -> Vec<u8>) -> Outcome {
    let plain = |text: &[u8]| !text.iter().any(|byte| b",\"\r\n".contains(byte));
    let (at, text) = d.find(|cell| is_text(cell) && plain(&cell.text()))?;
    d.set_raw(at, change(&text))?;
    d.in_file(at.file)
}

/// Alters a whole file; the free text in it is left as it is where it holds what is altered.
fn in_bytes(d: &mut Draft, change: fn(&str) -> String) -> Outcome {
    let (file, table) = d.csv(|_| true)?;
    rewrite(d, file, &table.write(), change)
}

/// The same for a file of several records.
fn in_many(d: &mut Draft, change: fn(&str) -> String) -> Outcome {
    let (file, table) =
        d.csv(|table| table.rows.len() > 1 && !table.rows.iter().flatten().any(|raw| raw.contains(&b'\n')))?;
    rewrite(d, file, &table.write(), change)
}

fn rewrite(d: &mut Draft, file: usize, bytes: &[u8], change: fn(&str) -> String) -> Outcome {
    let text = careplan::encoding::decode(bytes).ok()?;
    d.overwrite(file, careplan::encoding::encode(&change(&text)).ok()?);
    d.in_file(file)
}

fn in_lines(d: &mut Draft, end: &str) -> Outcome {
    let (file, table) = d.csv(|_| true)?;
    let rows = table.rows.iter().flat_map(|row| [row.join(&b','), end.as_bytes().to_vec()]);
    d.overwrite(file, rows.collect::<Vec<_>>().concat());
    d.in_file(file)
}
