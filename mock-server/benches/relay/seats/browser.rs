//! A browser at a seat: a cookie, a token, one connection.

use tokio::net::TcpStream;
use tokio_rustls::client::TlsStream;

use super::desk::{RECEIVER, SENDER};
use crate::Failure;
use crate::http::Connection;
use crate::tls::Dialer;

const BOUNDARY: &str = "----renkei-seat";

/// What people do at a seat, in turn. One row each: what it is called, and its share in twenty.
pub(super) static ACTIONS: &[(Action, &str, usize)] = &[
    (Action::Poll, "図の更新 / poll of the drawing", 8),
    (Action::Inbox, "受信一覧 / received list", 4),
    (Action::Open, "1通を開く / open a message", 4),
    (Action::Send, "送信 / send", 4),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    Poll,
    Inbox,
    Open,
    Send,
}

/// Somebody at a seat.
pub(super) struct Browser {
    connection: Connection<TlsStream<TcpStream>>,
    cookie: String,
    token: String,
    seat: usize,
    sent: usize,
    /// The page of the message that was sent last.
    last: Option<String>,
}

impl Browser {
    /// Comes in and sits down by the code.
    pub(super) async fn sit(dialer: &Dialer, seat: usize, code: &str) -> Result<Self, Failure> {
        let connection = dialer.open().await?;
        let mut browser = Self { connection, cookie: String::new(), token: String::new(), seat, sent: 0, last: None };
        let page = browser.ask("GET", "/desk", "", &[], 200).await?;
        let cookies = page.lines().filter_map(|line| line.strip_prefix("set-cookie: "));
        browser.cookie = cookies.filter_map(|cookie| cookie.split(';').next()).collect::<Vec<_>>().join("; ");
        browser.token = after(&page, "/desk/enter?t=")?.chars().take_while(char::is_ascii_hexdigit).collect();
        let (path, form) = (format!("/desk/enter?t={}", browser.token), format!("code={code}"));
        browser.ask("POST", &path, "application/x-www-form-urlencoded", form.as_bytes(), 303).await?;
        browser.ask("GET", &format!("/desk/{seat}/two"), "", &[], 200).await?;
        browser.send().await?;
        Ok(browser)
    }

    pub(super) async fn act(&mut self, action: Action) -> Result<(), Failure> {
        let seat = self.seat;
        let path = match action {
            Action::Send => return self.send().await,
            Action::Poll => format!("/desk/{seat}/exchange?left={SENDER}-1&right={RECEIVER}-1"),
            Action::Inbox => format!("/desk/{seat}/at/{RECEIVER}-1/inbox"),
            Action::Open => self.last.clone().ok_or("nothing was sent")?,
        };
        self.ask("GET", &path, "", &[], 200).await.map(drop)
    }

    /// Sends a message with a PDF through the form of the client.
    async fn send(&mut self) -> Result<(), Failure> {
        self.sent += 1;
        let fields = [
            ("key", self.sent.to_string()),
            ("to", RECEIVER.to_owned()),
            ("message", "5月分です。".to_owned()),
            ("do", "send".to_owned()),
        ];
        let mut body = String::new();
        for (name, value) in fields {
            body.push_str(&format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            ));
        }
        let content = "%PDF-1.4 ".repeat(400);
        body.push_str(&format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"attachment\"; filename=\"a.pdf\"\r\n\r\n{content}\r\n--{BOUNDARY}--\r\n"
        ));
        let path = format!("/desk/{}/at/{SENDER}-1/compose?t={}", self.seat, self.token);
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let answer = self.ask("POST", &path, &kind, body.as_bytes(), 303).await?;
        let to = after(&answer, "location: ")?.lines().next().unwrap_or_default();
        let message = after(to, "/messages/")?.split(['?', '#']).next().unwrap_or_default();
        self.last = Some(format!("/desk/{}/at/{RECEIVER}-1/messages/{message}", self.seat));
        Ok(())
    }

    async fn ask(
        &mut self,
        method: &str,
        path: &str,
        kind: &str,
        body: &[u8],
        expected: u16,
    ) -> Result<String, Failure> {
        let (cookie, length) = (&self.cookie, body.len());
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\nContent-Type: {kind}\r\n\
             renkei-fragment: 1\r\nContent-Length: {length}\r\n\r\n"
        );
        let (status, answer) = self.connection.answer(&[head.as_bytes(), body]).await?;
        let answer = String::from_utf8_lossy(&answer).into_owned();
        if status == expected { Ok(answer) } else { Err(format!("{method} {path}: {status}\n{answer}").into()) }
    }
}

fn after<'a>(text: &'a str, mark: &str) -> Result<&'a str, Failure> {
    let found = text.split_once(mark).map(|(_, rest)| rest);
    found.ok_or_else(|| format!("no {mark} in: {text}").into())
}
