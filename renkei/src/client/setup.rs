//! `renkei client setup`.

use std::fs;
use std::path::Path;

use careplan::text::Lang;
use mock_server::client::home::{HomeError, Setup};
use mock_server::client::papers::Papers;

use super::args::SetupArgs;
use super::tell::Teller;
use super::words::Failure;
use crate::relay::Trouble;

pub(super) fn run(args: &SetupArgs, lang: Lang) -> Result<u8, Failure> {
    let ca = args.ca.as_deref().map(text).transpose()?;
    let papers = match (&args.p12, &args.cert, &args.key) {
        (Some(p12), _, _) => {
            let file = fs::read(p12).map_err(|error| Trouble::file(p12, &error))?;
            let password = password(args.p12_password_file.as_deref(), "RENKEI_P12_PASSWORD", "--p12-password-file")?;
            Papers::open(&file, &password, ca).map_err(HomeError::from)?
        }
        (None, Some(cert), Some(key)) => {
            Papers { ca_pem: ca.unwrap_or_default(), cert_pem: text(cert)?, key_pem: text(key)? }
        }
        // The parser asks for one or the other.
        _ => return Err(missing("--p12 / --cert --key").into()),
    };
    let login = match &args.user {
        None => None,
        Some(user) => {
            Some((user.clone(), password(args.password_file.as_deref(), "RENKEI_PASSWORD", "--password-file")?))
        }
    };
    let setup = Setup { url: args.url.clone(), papers, login, terminal: args.terminal.clone() };
    let home = setup.write(&args.home.home)?;
    let (office, url, place) = (&home.settings().office, &home.settings().url, args.home.home.to_string_lossy());
    Teller::new(lang).line(
        &format!("設定しました：事業所 {office}、つなぐ先 {url}、置き場所 {place}"),
        &format!("set up: office {office}, relay {url}, home {place}"),
    );
    Ok(0)
}

fn text(path: &Path) -> Result<String, Trouble> {
    fs::read_to_string(path).map_err(|error| Trouble::file(path, &error))
}

/// A password never stands on the command line, where other users of the machine could see it.
fn password(file: Option<&Path>, variable: &str, option: &str) -> Result<String, Trouble> {
    match file {
        Some(file) => Ok(text(file)?.trim_end_matches(['\r', '\n']).to_owned()),
        None => std::env::var(variable).map_err(|_| missing(&format!("{option} / {variable}"))),
    }
}

fn missing(what: &str) -> Trouble {
    Trouble::new(format!("{what} のどれかを指定してください。"), format!("Please give one of {what}."))
}
