//! The texts of `--help`: one table, a line for each command and argument, in both languages.

use careplan::text::{Lang, Text};
use clap::{CommandFactory, builder::Styles};

use crate::cli::Cli;

/// One line of help: the command (empty = `renkei` itself; of a command below another, both), the argument (empty = the command).
pub(crate) struct Line {
    command: &'static str,
    argument: &'static str,
    text: Text,
}

pub(crate) const fn line(command: &'static str, argument: &'static str, ja: &'static str, en: &'static str) -> Line {
    Line { command, argument, text: Text::new(ja, en) }
}

const LINES: &[Line] = &[
    line(
        "",
        "",
        "ケアプランデータ連携標準仕様 V4.1 のファイルを検査します。\n終了コード：0 誤りなし、1 誤りあり、2 判定できず",
        "Checks files of the care-plan exchange, standard specification V4.1.\n\
         Exit codes: 0 no errors, 1 errors found, 2 could not judge",
    ),
    line(
        "",
        "lang",
        "表示する言語（ja 日本語、en 英語。環境変数 RENKEI_LANG でも選べます）",
        "language (also: RENKEI_LANG)",
    ),
    line("", "help", "この説明を表示します", "show this help"),
    line("", "version", "版を表示します", "show the version"),
    line(
        "check",
        "",
        "ファイル、フォルダー、zip を検査して、結果を報告します",
        "Checks files, folders and zip archives and reports what was found",
    ),
    line(
        "check",
        "paths",
        "検査するファイル、フォルダー（中をすべて見ます）、または .zip",
        "a file, a folder (walked) or a .zip",
    ),
    line(
        "check",
        "format",
        "報告の形式（指定しなければ text）。--output と組にして何度でも指定できます",
        "form of the report (text by default); may be repeated, each with its --output",
    ),
    line(
        "check",
        "output",
        "報告を書くファイル。n 番目の --output は n 番目の --format のものです（- は標準出力）",
        "file for the report: the n-th --output belongs to the n-th --format (- is standard output)",
    ),
    line("check", "deny", "warnings を指定すると、警告も不適合とします", "warnings: a warning is nonconformant too"),
    line(
        "check",
        "show_values",
        "個人が分かるおそれのある値も、そのまま示します（扱いにご注意ください）",
        "show values that could tell of a person as they are (handle with care)",
    ),
    line("check", "verbose", "情報も1件ずつすべて表示します", "tell information in full too"),
    line(
        "check",
        "threads",
        "同時に使うスレッドの数（指定しなければ CPU の数）",
        "worker threads (one per core by default)",
    ),
    line(
        "inspect",
        "",
        "1つのファイルの中身を、項目名とコードの意味を添えて表示します",
        "Shows the records of one file with the names of fields and the meaning of codes",
    ),
    line("inspect", "file", "表示するファイル", "the file to show"),
    line(
        "inspect",
        "format",
        "表示の形式（text 表、json 型の付いたレコード）",
        "text (a table) or json (typed records)",
    ),
    line(
        "inspect",
        "kind",
        "ファイルの種類（UPPLAN など。指定しなければファイル名から読み取ります）",
        "kind of the file (UPPLAN and so on; told from the file name by default)",
    ),
    line(
        "inspect",
        "show_values",
        "個人が分かるおそれのある値も、そのまま示します（扱いにご注意ください）",
        "show values that could tell of a person as they are (handle with care)",
    ),
    line(
        "rules",
        "",
        "検査の規則の一覧と説明、解釈台帳を表示します",
        "Lists the rules of the check, tells of one, or prints the interpretation ledger",
    ),
    line(
        "rules",
        "id",
        "説明を見たい規則（field/date など）または台帳の番号（C-5 など）",
        "the rule to tell of (field/date and so on), or an entry of the ledger (C-5 and so on)",
    ),
    line(
        "rules",
        "ledger",
        "解釈台帳（標準仕様の文面だけでは決まらない点と、採用した読み方）を表示します",
        "print the interpretation ledger: what the standard leaves open, and the reading adopted",
    ),
    line(
        "rules",
        "format",
        "表示の形式（text、json プログラム用、html 1枚の頁）",
        "text, json (for programs) or html (one page)",
    ),
    line(
        "sample",
        "",
        "架空の人の見本ファイル一式を書き出します（STORY を省くと、話の一覧を表示します）",
        "Writes a set of sample files about invented people (without STORY: lists the stories)",
    ),
    line("sample", "story", "話の名前（all ですべて）", "the story (all: every one)"),
    line(
        "sample",
        "seed",
        "話の種になる番号（指定しなければ 1）。同じ番号からは、いつも同じ内容ができます",
        "number that the story grows from (1 by default); the same number always gives the same bytes",
    ),
    line(
        "sample",
        "out",
        "書き出すフォルダー（指定しなければ STORY-N。all では話ごとのフォルダーを作ります）",
        "folder to write into (STORY-N by default; with all, a folder for each story)",
    ),
    line(
        "sample",
        "force",
        "ほかのファイルが入っているフォルダーにも書き出します（ほかのファイルは消しません）",
        "write into a folder that holds other files too (they stay)",
    ),
    line(
        "coverage",
        "",
        "種類・項目・規則ごとに、適合と欠陥の事例がそろっているかを表示します（足りなければ終了コード 1）",
        "Shows whether every kind, field and rule has passing and failing cases (exit code 1 where one has not)",
    ),
    line("coverage", "corpus", "事例のフォルダー（指定しなければ corpus）", "folder of the cases (corpus by default)"),
    line("coverage", "format", "表示の形式（text 表、json プログラム用）", "text (a table) or json (for programs)"),
    line(
        "demo",
        "",
        "1か月の計画書と実績が、訓練用の中継で2つの事業所を行き来するようすを見せます（設定も通信環境もいりません）",
        "Shows a month of plans and actuals travel between two offices of a training relay (no configuration, no network)",
    ),
    line(
        "demo",
        "out",
        "やり取りしたファイルと報告の置き場所（指定しなければ renkei-demo。空か、前回のデモのフォルダー）",
        "folder for the files and reports (default: renkei-demo; empty, or of an earlier demonstration)",
    ),
    line(
        "demo",
        "keep",
        "終わったあとも中継を動かしたままにし、画面のアドレスと電子証明書の使い方を示します",
        "keep the relay up and tell the address of its pages and how to use the certificates",
    ),
    line(
        "serve",
        "",
        "訓練用の中継（模擬環境）を起動します。Ctrl-C で止まります",
        "Starts the training relay (mock environment); Ctrl-C stops it",
    ),
    line(
        "serve",
        "listen",
        "待ち受けるアドレスとポート（指定しなければ、この機械の中だけの空いているポート）",
        "address and port to listen on (default: a free port, this machine only)",
    ),
    line(
        "serve",
        "allow_lan",
        "構内のほかの機械からも使えるようにします",
        "let other machines of the local network use it",
    ),
    line(
        "serve",
        "reached_at",
        "ほかの機械から見たこの機械のアドレス（--listen 0.0.0.0:PORT のとき。サーバー証明書に書かれます）",
        "address by which other machines reach this one (with --listen 0.0.0.0:PORT; goes into its certificate)",
    ),
    line(
        "serve",
        "data",
        "認証局とデータベースを残すフォルダー（指定しなければ、終わると消えます）",
        "folder that keeps CA and database (by default they go when it ends)",
    ),
    line(
        "serve",
        "store",
        "複数の中継で1つの環境を分け合うときの PostgreSQL（postgres://利用者:パスワード@機械/名前。CA もここに入ります。環境変数 RENKEI_STORE でも指定できます）",
        "PostgreSQL of an environment that several relays share (postgres://user:password@host/name; it holds the CA too; or in the variable RENKEI_STORE)",
    ),
    line(
        "serve",
        "office",
        "登録する事業所。番号:名称:サービス種類コード（, 区切り）。何度でも指定できます（指定しなければ架空の2つ）",
        "an office to register, number:name:service types (separated by commas); may be repeated (default: two invented ones)",
    ),
    line(
        "serve",
        "control",
        "操作（時計・障害・リセットなど）を受け付けるアドレスとポート。この機械の中だけです（指定しなければ空いているポート）",
        "address and port of the control (clock, faults, reset and so on), this machine only (default: a free port)",
    ),
    line(
        "serve",
        "seed",
        "ID と障害の種になる番号（同じ番号と同じ操作からは、いつも同じ記録ができます）",
        "number that ids and faults grow from (the same number and calls always give the same journal)",
    ),
    line(
        "serve",
        "seats",
        "練習机の席の数（0〜100。席ごとに別の環境です。指定しなければ1、0で練習机なし）",
        "seats of the training desk, 0 to 100, each with an environment of its own (default 1; 0: no desk)",
    ),
    line(
        "serve",
        "profile",
        "まねる連携システム（client-1.2 いまの Windows クライアント、web-4.1 ブラウザー。指定しなければ web-4.1）",
        "the exchange to play: client-1.2 (today's Windows client) or web-4.1 (browser, the default)",
    ),
    line(
        "serve",
        "assume",
        "公開されていない点の扱いを選びます（ID=値。何度でも指定できます。一覧は --assumptions）",
        "choose what is done where nothing is public, ID=VALUE; may be repeated (--assumptions lists them)",
    ),
    line(
        "serve",
        "assumptions",
        "公開されていない点と、その扱いの一覧を表示して終わります（起動しません）",
        "list what is assumed where nothing is public, and end without serving",
    ),
    line(
        "serve",
        "openapi",
        "API の記述（OpenAPI 3.1）を表示して終わります（起動しません）",
        "write the description of the API (OpenAPI 3.1), and end without serving",
    ),
];

const USAGE: Text = Text::new("使い方", "Usage");
const ARGUMENTS: Text = Text::new("引数", "Arguments");
const OPTIONS: Text = Text::new("オプション", "Options");
const COMMANDS: Text = Text::new("コマンド", "Commands");

/// The command line with its texts in one language.
pub(crate) fn command(lang: Lang) -> clap::Command {
    let mut command = dress(Cli::command(), "", lang)
        .subcommand_help_heading(COMMANDS.get(lang))
        .subcommand_value_name(COMMANDS.get(lang))
        .styles(Styles::plain());
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(&name, |sub| dress_all(sub, &name, lang));
    }
    command
}

/// The texts of all commands.
fn lines() -> impl Iterator<Item = &'static Line> {
    let suite = [crate::suite::help::LINES, crate::suite::record::help::LINES, crate::suite::matrix::help::LINES];
    LINES.iter().chain(crate::client::help::LINES).chain(suite.into_iter().flatten())
}

/// A command with those below it.
fn dress_all(command: clap::Command, name: &str, lang: Lang) -> clap::Command {
    let mut command = dress(command, name, lang);
    let below: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    if !below.is_empty() {
        command = command.subcommand_help_heading(COMMANDS.get(lang)).subcommand_value_name(COMMANDS.get(lang));
    }
    for sub in below {
        command = command.mut_subcommand(&sub, |below| dress_all(below, &format!("{name} {sub}"), lang));
    }
    command
}

fn dress(command: clap::Command, name: &str, lang: Lang) -> clap::Command {
    let usage = usage(&command, name, lang);
    let template = format!("{{about}}\n\n{}: {usage}\n\n{{all-args}}", USAGE.get(lang));
    let command = command.override_usage(usage);
    lines().filter(|line| line.command == name).fold(command.help_template(template), |command, line| {
        let text = line.text.get(lang);
        if line.argument.is_empty() {
            return command.about(text).long_about(text);
        }
        command.mut_arg(line.argument, |arg| {
            let heading = if arg.is_positional() { ARGUMENTS } else { OPTIONS };
            arg.help(text).help_heading(heading.get(lang))
        })
    })
}

/// `renkei check [オプション] <PATH>...`
fn usage(command: &clap::Command, name: &str, lang: Lang) -> String {
    let mut usage = format!("renkei {name} [{}]", OPTIONS.get(lang)).replace("  ", " ");
    if command.has_subcommands() {
        usage = format!("{usage} <{}>", COMMANDS.get(lang));
    }
    command.get_positionals().fold(usage, |usage, argument| format!("{usage} {argument}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has_line(command: &str, argument: &str) -> bool {
        lines().any(|line| line.command == command && line.argument == argument)
    }

    #[test]
    fn every_command_and_argument_has_its_line_in_both_languages() {
        fn walk(command: &clap::Command, name: &str) {
            assert!(has_line(name, ""), "{name}");
            for argument in command.get_arguments() {
                assert!(has_line(name, argument.get_id().as_str()), "{name} {argument}");
            }
            for sub in command.get_subcommands() {
                walk(sub, format!("{name} {}", sub.get_name()).trim_start());
            }
        }
        walk(&Cli::command(), "");
        assert!(lines().all(|line| !line.text.ja.is_empty() && !line.text.en.is_empty()));
    }

    #[test]
    fn the_command_line_is_sound_in_both_languages() {
        command(Lang::Ja).debug_assert();
        command(Lang::En).debug_assert();
    }

    #[test]
    fn help_speaks_one_language_at_a_time() {
        let japanese = command(Lang::Ja).render_help().to_string();
        let english = command(Lang::En).render_help().to_string();
        assert!(japanese.contains("使い方") && !japanese.contains("Usage") && !japanese.contains("Options"));
        assert!(english.is_ascii(), "{english}");
    }
}
