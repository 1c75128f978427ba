//! `renkei client status`. It opens no mailbox: on some profiles that takes what lies in it.

use careplan::text::Lang;
use mock_server::ca::{days_left, renewal_due};
use mock_server::client::Patience;
use mock_server::client::home::{Home, HomeError, pending};
use mock_server::clock::{Clock, SystemClock, jst, parse_jst, unix_ms};
use mock_server::wire::SessionBegun;

use super::args::StatusArgs;
use super::leave;
use super::tell::Teller;
use super::words::Failure;

pub(super) async fn run(args: &StatusArgs, lang: Lang) -> Result<u8, Failure> {
    let home = Home::open(&args.home.home)?;
    let mut teller = Teller::new(lang);
    let settings = home.settings();
    let terminal = &settings.terminal;
    teller.line(
        &format!("事業所 {}、つなぐ先 {}、端末 {terminal}", settings.office, settings.url),
        &format!("office {}, relay {}, terminal {terminal}", settings.office, settings.url),
    );
    let certificate = home.papers()?.certificate().map_err(HomeError::from)?;
    let pending = home.ledger().map(|entries| pending(&entries).len())?;
    if pending > 0 {
        teller.line(
            &format!("送信の途中のものが {pending} 通あります。renkei client send か watch で終わります。"),
            &format!("{pending} messages are under way; renkei client send or watch finishes them."),
        );
    }
    let client = home.client(Patience::NONE)?;
    let about = client.about().await;
    // The environment may stand in another month; what it says goes before this machine's clock.
    let now = about.as_ref().ok().and_then(|about| about.get("now")?.as_str().map(str::to_owned));
    let now = now.as_deref().and_then(parse_jst).unwrap_or_else(|| unix_ms(SystemClock.now()));
    let (days, until) = (days_left(certificate.not_after, now), jst(certificate.not_after));
    teller.line(
        &format!("電子証明書：あと {days} 日（{until} まで）"),
        &format!("certificate: {days} days left (until {until})"),
    );
    if renewal_due(certificate.not_after, now) {
        teller.bad = days < 0;
        teller.line(
            "  更新の時期です。renkei client renew で更新できます。期限が切れたときは、新しく発行を受けてください（client enrol）。",
            "  It is time to renew: run renkei client renew; after the end, have a new one issued (client enrol).",
        );
    }
    about.map_err(HomeError::from)?;
    let (client, session) = home.connect(Patience::NONE).await?;
    teller.line("中継：つながりました。", "relay: answers.");
    if let Some(session) = session {
        teller.line(
            &format!("ログイン：できました（{} まで）。", session.expires_at),
            &format!("login: accepted (until {}).", session.expires_at),
        );
        notices(&teller, &session);
        leave(&client).await;
    }
    Ok(teller.code())
}

/// What the relay had to say at the login.
pub(super) fn notices(teller: &Teller, session: &SessionBegun) {
    for notice in &session.notices {
        teller.line(&format!("お知らせ：{}", notice.ja), &format!("notice: {}", notice.en));
    }
}
