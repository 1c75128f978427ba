//! `renkei client enrol`, `renew` and `password`: what an office does with 電子請求受付システム. The
//! key of a certificate is made here and never leaves this machine.

use careplan::text::Lang;
use mock_server::client::home::{Home, HomeError, Setup};
use mock_server::client::{Client, KeyRequest};
use mock_server::wire::Delivery;

use super::args::{EnrolArgs, PasswordArgs, RenewArgs};
use super::secrets::{ISSUING, Source, text};
use super::setup::told;
use super::tell::Teller;
use super::words::Failure;
use crate::relay::Trouble;

pub(super) async fn enrol(args: &EnrolArgs, lang: Lang) -> Result<u8, Failure> {
    let ca = text(&args.ca)?;
    let mut password = Source::own(args.password_file.as_deref()).read(lang)?;
    let new = Source::new(args.new_password_file.as_deref()).given()?;
    let issuing = Source {
        file: args.issuing_password_file.as_deref(),
        option: "--issuing-password-file",
        variable: "RENKEI_ISSUING_PASSWORD",
        question: ISSUING,
    };
    let issuing = issuing.read(lang)?;
    let client = Client::without_certificate(&args.url, &ca).map_err(HomeError::from)?;
    let teller = Teller::new(lang);
    if let Some(new) = new {
        change(&teller, &client, &args.user, &password, &new).await?;
        password = new;
    }
    let key = KeyRequest::new().map_err(HomeError::from)?;
    let delivery = Delivery::Csr { csr: key.csr.clone() };
    let issued = client.issue_certificate(&args.user, &password, &issuing, args.kind.as_deref(), delivery).await;
    let login = Some((args.user.clone(), password));
    let papers = key.papers(issued.map_err(HomeError::from)?);
    let setup = Setup { url: args.url.clone(), papers, login, terminal: args.terminal.clone() };
    told(&setup.write(&args.home.home)?, args.home.home.as_path(), lang);
    Ok(0)
}

pub(super) async fn renew(args: &RenewArgs, lang: Lang) -> Result<u8, Failure> {
    let home = Home::open(&args.home.home)?;
    let (user, password) = home.login()?.ok_or_else(no_user)?;
    let papers = home.papers()?;
    let serial = papers.serial().map_err(HomeError::from)?;
    // Nobody sends or receives while the papers change.
    let held = home.hold()?;
    let (url, terminal) = (home.settings().url.clone(), Some(home.settings().terminal.clone()));
    let client = Client::without_certificate(&url, &papers.ca_pem).map_err(HomeError::from)?;
    let key = KeyRequest::new().map_err(HomeError::from)?;
    let delivery = Delivery::Csr { csr: key.csr.clone() };
    let issued = client.renew_certificate(&user, &password, &serial, delivery).await.map_err(HomeError::from)?;
    let until = issued.entry.not_after.clone();
    let setup = Setup { url, papers: key.papers(issued), login: Some((user, password)), terminal };
    setup.write(&args.home.home)?;
    drop(held);
    Teller::new(lang).line(
        &format!("電子証明書を更新しました（{until} まで）。"),
        &format!("The certificate was renewed (until {until})."),
    );
    Ok(0)
}

pub(super) async fn password(args: &PasswordArgs, lang: Lang) -> Result<u8, Failure> {
    let home = Home::open(&args.home.home)?;
    let (user, kept) = home.login()?.ok_or_else(no_user)?;
    let now = Source::own(args.password_file.as_deref()).given()?.unwrap_or(kept);
    let new = Source::new(args.new_password_file.as_deref()).read(lang)?;
    let ca = home.papers()?.ca_pem;
    let client = Client::without_certificate(&home.settings().url, &ca).map_err(HomeError::from)?;
    change(&Teller::new(lang), &client, &user, &now, &new).await?;
    home.set_password(&new)?;
    Ok(0)
}

async fn change(teller: &Teller, client: &Client, user: &str, now: &str, new: &str) -> Result<(), HomeError> {
    match client.change_password(user, now, new).await?.expires_at {
        Some(until) => teller.line(
            &format!("パスワードを変更しました（{until} まで使えます）。"),
            &format!("The password was changed (it can be used until {until})."),
        ),
        None => teller.line("パスワードを変更しました。", "The password was changed."),
    }
    Ok(())
}

fn no_user() -> Trouble {
    Trouble::new(
        "この設定には、ログインするユーザー ID がありません。renkei client setup で --user を指定してください。",
        "This home has no user id to log in with. Give it to renkei client setup with --user.",
    )
}
