//! What the parser refuses, in the language of the user. Help and version are no errors.

use careplan::text::Lang;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use conformance::shown::visible;

use crate::say;

/// Prints the message and gives the exit code: 0 for help and version, 2 for the rest.
pub(crate) fn tell(error: &clap::Error, lang: Lang) -> u8 {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => match say::out(&error.render().to_string()) {
            Ok(()) => 0,
            Err(_) => 2,
        },
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            say::err(&error.render().to_string());
            2
        }
        _ => {
            match lang {
                Lang::Ja => say::err(&japanese(error)),
                Lang::En => say::err(&error.render().to_string().lines().map(visible).collect::<Vec<_>>().join("\n")),
            }
            2
        }
    }
}

fn japanese(error: &clap::Error) -> String {
    let part = |kind| error.get(kind).map(words).unwrap_or_default();
    let argument = part(ContextKind::InvalidArg);
    let value = part(ContextKind::InvalidValue);
    let what = match error.kind() {
        ErrorKind::UnknownArgument => format!("「{argument}」というオプションはありません。"),
        ErrorKind::InvalidSubcommand => {
            format!("「{}」というコマンドはありません。", part(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("「{argument}」には値が必要です。"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => format!("「{argument}」に「{value}」は使えません。"),
        ErrorKind::MissingRequiredArgument => format!("必要な引数がありません：{argument}"),
        ErrorKind::MissingSubcommand => "コマンドを指定してください。".to_owned(),
        ErrorKind::ArgumentConflict => {
            format!("「{argument}」は「{}」と一緒に、または2回以上は使えません。", part(ContextKind::PriorArg))
        }
        ErrorKind::InvalidUtf8 => "文字として読めない引数があります。".to_owned(),
        _ => "コマンドの書き方に誤りがあります。".to_owned(),
    };
    let hints = [
        ("使える値", ContextKind::ValidValue),
        ("使えるコマンド", ContextKind::ValidSubcommand),
        ("もしかして", ContextKind::SuggestedArg),
        ("もしかして", ContextKind::SuggestedSubcommand),
        ("もしかして", ContextKind::SuggestedValue),
    ];
    let hints = hints.map(|(name, kind)| (name, part(kind)));
    let hints = hints.iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| format!("\n  {name}：{text}"));
    format!("{what}{}\n詳しくは --help をご覧ください。", hints.collect::<String>())
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => visible(text),
        ContextValue::Strings(texts) => texts.iter().map(|text| visible(text)).collect::<Vec<_>>().join("、"),
        ContextValue::Number(number) => number.to_string(),
        other => visible(&other.to_string()),
    }
}
