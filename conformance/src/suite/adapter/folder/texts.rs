//! What people read in the folder. With a mark and CRLF, so that the editor of Windows shows it well.

use std::fs;
use std::io;
use std::path::Path;

use careplan::text::{Lang, Message};

use crate::shown::{io_reason, visible};
use crate::suite::case::Case;
use crate::suite::protocol::Import;

/// A file of this name in the folder ends the run, to go on another day.
pub(super) const STOP: &str = "stop.txt";

/// Writes a text.
pub(super) fn write(path: &Path, text: &str) -> io::Result<()> {
    fs::write(path, format!("\u{feff}{}", text.replace('\n', "\r\n")))
}

/// What the folder is for.
pub(super) fn welcome(folder: &Path, lang: Lang) -> Result<(), Message> {
    let text = match lang {
        Lang::Ja => format!(
            "renkei の自己検査で使うフォルダーです。\n\n\
             番号の付いたフォルダーが1つずつ増えます。番号の順に instructions.txt のとおりに操作し、\
             answer.txt に書き込んで保存してください。保存すると、次の番号が現れます。\n\
             画面で確かめられない項目は ? か空のままにしてください（推測では書かないでください）。\n\
             途中で終えるときは、このフォルダーに {STOP} という名前のファイルを置いてください。\
             消して同じ命令を実行すると、続きから始まります。\n"
        ),
        Lang::En => format!(
            "This folder is used by a self-test of renkei.\n\n\
             Numbered folders appear one by one. In their order, do what instructions.txt says, fill in answer.txt \
             and save it; then the next number appears.\n\
             Leave empty what cannot be seen, or write ?; please do not guess.\n\
             To stop, put a file named {STOP} here. Remove it and run the same command to go on.\n"
        ),
    };
    write(&folder.join("README.txt"), &text).map_err(|error| {
        let why = io_reason(&error);
        let folder = visible(&folder.to_string_lossy());
        Message::new(format!("{folder} に書けません（{}）", why.ja), format!("{folder} cannot be written ({})", why.en))
    })
}

/// The head of instructions.
pub(super) fn head(case: Option<&Case>, step: usize, lang: Lang) -> String {
    let Some(case) = case else { return String::new() };
    let patterns: Vec<&str> = case.patterns.iter().map(|pattern| pattern.as_str()).collect();
    let (id, steps) = (&case.id, case.steps.len());
    let mut text = format!("{id}  {step}/{steps}  {}\n{}\n\n", patterns.join(" "), visible(case.title.get(lang)));
    if step == 1 {
        text.push_str(match lang {
            Lang::Ja => "はじめに、前の事例で入れたデータを消してください。\n",
            Lang::En => "First, remove the data of the case before.\n",
        });
    }
    text
}

/// What is to be imported.
pub(super) fn to_import(import: &Import, lang: Lang) -> String {
    let role = import.role.title();
    let role = role.get(lang);
    let names: String = import.files.iter().map(|name| format!("  {}\n", visible(name))).collect();
    match lang {
        Lang::Ja => format!(
            "{role} の画面で、files フォルダーの次のファイルを、この順に取り込んでください。\n{names}\n\
             終わったら answer.txt に書き込んで保存してください。\n\
             受領の明細や保持している内容を書き出せるときは、out フォルダーに answer.json として置いてください\
             （形は renkei.adapter/1 の import の答え）。\n"
        ),
        Lang::En => format!(
            "As {role}, import these files of the folder `files` in this order.\n{names}\n\
             Then fill in answer.txt and save it.\n\
             Where the software can write its receipt or what it holds, put that as answer.json into the folder \
             `out` (the answer to `import` of renkei.adapter/1).\n"
        ),
    }
}

/// How an export ends.
pub(super) fn at_end(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => {
            "\nすべての種類のファイルがそろうと次へ進みます。足りない種類があるまま終えるときは answer.txt に 1 と書いてください。\n"
        }
        Lang::En => {
            "\nIt goes on as soon as files of all kinds are there. To end with some kinds missing, write 1 into answer.txt.\n"
        }
    }
}
