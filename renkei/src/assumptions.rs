//! `renkei serve --assumptions`: what the relay does where no public source says what the real
//! exchange does; and the choices that the command line makes among it.

use careplan::text::Lang;
use conformance::shown::visible;
use mock_server::assumptions::{ASSUMPTIONS, Assumed, Assumption, NotAssumable, Profile, Switch};

use crate::cli::ServeArgs;
use crate::relay::Trouble;

/// The profile and the choices that were asked for.
pub(crate) fn asked(args: &ServeArgs) -> Result<Assumed, Trouble> {
    let mut assumed = Assumed::of(args.profile.map_or(Profile::default(), |profile| profile.0));
    for text in &args.assume {
        let (id, value) = text.split_once('=').ok_or_else(|| unreadable(text))?;
        assumed.choose(id, value).map_err(|problem| refused(&problem))?;
    }
    Ok(assumed)
}

/// All rows with the values in force.
pub(crate) fn table(assumed: &Assumed, lang: Lang) -> String {
    let head = match lang {
        Lang::Ja => format!("プロファイル {}。値は --assume ID=値 で選べます。\n", assumed.profile().as_str()),
        Lang::En => format!("profile {}; choose a value with --assume ID=VALUE\n", assumed.profile().as_str()),
    };
    ASSUMPTIONS.iter().fold(head, |text, row| text + "\n" + &told(row, assumed, lang))
}

fn told(row: &Assumption, assumed: &Assumed, lang: Lang) -> String {
    let what = row.what.get(lang);
    let known = row.known.get(lang);
    let values = match (row.switch, lang) {
        (Switch::Fixed, Lang::Ja) => "固定".to_owned(),
        (Switch::Fixed, Lang::En) => "fixed".to_owned(),
        (switch, Lang::Ja) => {
            format!("{}（初期値 {}、選べる値 {switch}）", assumed.value(row), row.default(assumed.profile()))
        }
        (switch, Lang::En) => {
            format!("{} (default {}, takes {switch})", assumed.value(row), row.default(assumed.profile()))
        }
    };
    match lang {
        Lang::Ja => format!("{}：{values}\n  {what}\n  公開情報：{known}\n", row.id),
        Lang::En => format!("{}: {values}\n  {what}\n  known: {known}\n", row.id),
    }
}

fn unreadable(text: &str) -> Trouble {
    let text = visible(text);
    Trouble::new(
        format!("--assume「{text}」を読み取れません。ID=値 の形で書いてください（例：files=50）。"),
        format!("--assume {text} cannot be read. Write it as ID=VALUE, such as files=50."),
    )
}

fn refused(problem: &NotAssumable) -> Trouble {
    let (ja, en) = match problem {
        NotAssumable::Unknown(id) => (
            format!("--assume の「{id}」という項目はありません。一覧は --assumptions で表示できます。"),
            format!("--assume: there is no {id}. --assumptions lists what there is."),
        ),
        NotAssumable::Value { id, switch: Switch::Fixed, .. } => (
            format!("--assume の「{id}」は選べません（固定です）。"),
            format!("--assume: {id} is fixed and takes no value."),
        ),
        NotAssumable::Value { id, value, switch } => (
            format!("--assume の「{id}」に「{value}」は使えません。使える値：{switch}"),
            format!("--assume: {id} does not take {value}. It takes {switch}."),
        ),
    };
    Trouble::new(visible(&ja), visible(&en))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_assumption_is_told_with_its_value_in_both_languages() {
        let mut assumed = Assumed::of(Profile::Client12);
        assumed.choose("files", "7").unwrap();
        for lang in [Lang::Ja, Lang::En] {
            let table = table(&assumed, lang);
            for row in ASSUMPTIONS {
                assert!(table.contains(row.what.get(lang)) && table.contains(row.known.get(lang)), "{}", row.id);
            }
            assert!(table.contains("client-1.2"));
            assert!(table.lines().any(|line| line.starts_with("files") && line.contains('7')), "{table}");
        }
    }
}
