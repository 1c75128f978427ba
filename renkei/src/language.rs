//! The language of everything users see: `--lang`, else `RENKEI_LANG`, else Japanese. It is read
//! before the command line is parsed, so that help and usage errors speak it too.

use std::ffi::{OsStr, OsString};

use careplan::text::Lang;
use clap::ValueEnum;

use crate::cli::LangArg;

/// The language that arguments and environment ask for; an unknown word is left to the parser.
pub(crate) fn choose(args: &[OsString], environment: Option<&OsStr>) -> Lang {
    let options = args.iter().take_while(|arg| *arg != "--");
    let mut asked = None;
    let mut is_next = false;
    for arg in options.filter_map(|arg| arg.to_str()) {
        if is_next {
            asked = word(arg).or(asked);
        } else if let Some(value) = arg.strip_prefix("--lang=") {
            asked = word(value).or(asked);
        }
        is_next = arg == "--lang";
    }
    asked.or_else(|| environment.and_then(OsStr::to_str).and_then(word)).unwrap_or_default()
}

fn word(text: &str) -> Option<Lang> {
    LangArg::from_str(text, true).ok().map(Lang::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(args: &[&str], environment: Option<&str>) -> Lang {
        let args: Vec<_> = args.iter().map(OsString::from).collect();
        choose(&args, environment.map(OsStr::new))
    }

    #[test]
    fn the_argument_wins_over_the_environment_and_japanese_is_the_default() {
        assert_eq!(chosen(&["renkei"], None), Lang::Ja);
        assert_eq!(chosen(&["renkei"], Some("en")), Lang::En);
        assert_eq!(chosen(&["renkei", "--lang", "ja", "--help"], Some("en")), Lang::Ja);
        assert_eq!(chosen(&["renkei", "check", "--lang=en"], None), Lang::En);
        assert_eq!(chosen(&["renkei", "check", "--", "--lang=en"], None), Lang::Ja);
        assert_eq!(chosen(&["renkei", "--lang"], Some("xx")), Lang::Ja);
    }
}
