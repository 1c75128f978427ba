//! `renkei client setup`.

use std::fs;
use std::path::Path;

use careplan::text::Lang;
use mock_server::client::home::{Home, HomeError, Setup};
use mock_server::client::papers::Papers;

use super::args::SetupArgs;
use super::secrets::{INSTALL, Source, missing, text};
use super::tell::Teller;
use super::words::Failure;
use crate::relay::Trouble;

pub(super) fn run(args: &SetupArgs, lang: Lang) -> Result<u8, Failure> {
    let ca = args.ca.as_deref().map(text).transpose()?;
    let papers = match (&args.p12, &args.cert, &args.key) {
        (Some(p12), _, _) => {
            let file = fs::read(p12).map_err(|error| Trouble::file(p12, &error))?;
            let password = Source {
                file: args.p12_password_file.as_deref(),
                option: "--p12-password-file",
                variable: "RENKEI_P12_PASSWORD",
                question: INSTALL,
            };
            let password = password.read(lang)?;
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
        Some(user) => Some((user.clone(), Source::own(args.password_file.as_deref()).read(lang)?)),
    };
    let setup = Setup { url: args.url.clone(), papers, login, terminal: args.terminal.clone() };
    told(&setup.write(&args.home.home)?, &args.home.home, lang);
    Ok(0)
}

/// What a home was set to.
pub(super) fn told(home: &Home, folder: &Path, lang: Lang) {
    let (office, url, place) = (&home.settings().office, &home.settings().url, folder.to_string_lossy());
    Teller::new(lang).line(
        &format!("設定しました：事業所 {office}、つなぐ先 {url}、置き場所 {place}"),
        &format!("set up: office {office}, relay {url}, home {place}"),
    );
}
