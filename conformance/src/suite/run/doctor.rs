//! The smoke test: does the software come up, say who it is, and forget when it is told to? What is
//! wrong here is a matter of configuration, found before anything is judged.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::time::Duration;

use careplan::set::key_field;
use careplan::text::Message;
use tempfile::NamedTempFile;

use crate::shown::{io_reason, visible};
use crate::story::Role;
use crate::suite::adapter::{Adapter, Session, Stopped};
use crate::suite::meaning::{Scope, declared_field, layout_json};
use crate::suite::protocol::{Ask, Hello, Reply};

/// A software that came up.
#[derive(Clone, Debug)]
pub struct Ready {
    /// Who it is.
    pub hello: Hello,
    /// What is compared.
    pub scope: Scope,
    /// How it was reached: the word of its adapter.
    pub adapter: &'static str,
}

/// Why nothing was judged: a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unready(pub Message);

impl Unready {
    fn new(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self(Message::new(ja, en))
    }

    pub(super) fn io(error: &io::Error) -> Self {
        let why = io_reason(error);
        Self::new(
            format!("作業フォルダーを作れません（{}）", why.ja),
            format!("no working folder can be made ({})", why.en),
        )
    }

    pub(super) fn nothing() -> Self {
        Self::new(
            "選ばれた事例がありません。--roles、--patterns などの指定をお確かめください",
            "no case is chosen; please check --roles, --patterns and the like",
        )
    }

    pub(super) fn role(role: Role) -> Self {
        let (word, title) = (role.as_str(), role.title());
        Self::new(
            format!("対象ソフトウェアは {word}（{}）の役割を持つと答えていません", title.ja),
            format!("the software does not say that it plays the role {word} ({})", title.en),
        )
    }

    pub(super) fn broken() -> Self {
        Self::new("検査の内部で不具合が起きました", "an internal fault of the suite")
    }
}

/// Brings the software up once and asks who it is.
///
/// # Errors
/// It does not come up, does not answer, or what it says of itself does not fit.
pub fn ready(adapter: &dyn Adapter, limit: Duration) -> Result<Ready, Unready> {
    let (mut session, hello) = open(adapter, limit)?;
    let scope = scope(&hello)?;
    match session.ask(Ask::Reset, limit) {
        Ok(Reply::Reset) => Ok(Ready { hello, scope, adapter: adapter.kind() }),
        Ok(Reply::NotImplemented { .. }) if !adapter.stays() => Ok(Ready { hello, scope, adapter: adapter.kind() }),
        Ok(other) => Err(answered("reset", &other)),
        Err(stopped) => Err(said_nothing("reset", stopped)),
    }
}

/// Opens a session and says hello.
pub(super) fn open(adapter: &dyn Adapter, limit: Duration) -> Result<(Box<dyn Session>, Hello), Unready> {
    let layout = layout_file().map_err(|error| Unready::io(&error))?;
    let mut session = adapter.open().map_err(Unready)?;
    let ask = Ask::Hello {
        suite: env!("CARGO_PKG_VERSION").to_owned(),
        spec: "4.1".to_owned(),
        layout: layout.path().to_owned(),
    };
    match session.ask(ask, limit) {
        Ok(Reply::Hello(hello)) => Ok((session, hello)),
        Ok(other) => Err(answered("hello", &other)),
        Err(stopped) => Err(said_nothing("hello", stopped)),
    }
}

/// The layout beside the session; it need only be there until `hello` is answered.
fn layout_file() -> io::Result<NamedTempFile> {
    let file = tempfile::Builder::new().prefix("renkei-layout-").suffix(".json").tempfile()?;
    fs::write(file.path(), layout_json()?)?;
    Ok(file)
}

fn answered(asked: &str, reply: &Reply) -> Unready {
    let word = reply.word();
    let told = match reply {
        Reply::NotImplemented { reason: text } | Reply::Error { message: text } => format!("：{}", visible(text)),
        _ => String::new(),
    };
    Unready::new(
        format!("{asked} に対して {word} と答えました{told}"),
        format!("{asked} was answered with {word}{told}"),
    )
}

fn said_nothing(asked: &str, stopped: Stopped) -> Unready {
    match stopped {
        Stopped::Crashed(why) | Stopped::Trouble(why) => {
            Unready::new(format!("{asked}：{}", why.ja), format!("{asked}: {}", why.en))
        }
        Stopped::TimedOut(limit) => {
            let seconds = limit.as_secs();
            Unready::new(
                format!("{asked}：{seconds} 秒待っても答えがありませんでした"),
                format!("{asked}: no answer within {seconds} s"),
            )
        }
    }
}

/// What is compared: all but the fields that the software names. Keys are always compared.
fn scope(hello: &Hello) -> Result<Scope, Unready> {
    if hello.roles.is_empty() {
        return Err(Unready::new("hello：役割（roles）がありません", "hello: there are no roles"));
    }
    let mut own = BTreeSet::new();
    for text in &hello.own_fields {
        let shown = visible(text);
        let Some((kind, field)) = declared_field(text) else {
            return Err(Unready::new(
                format!("hello：own_fields の「{shown}」という項目はありません"),
                format!("hello: own_fields names “{shown}”, which is no field"),
            ));
        };
        if [Some(2), Some(3), key_field(kind)].contains(&Some(field.no)) {
            return Err(Unready::new(
                format!("hello：own_fields の「{shown}」はキーなので、比べないことにはできません"),
                format!("hello: own_fields names “{shown}”, a key, which is always compared"),
            ));
        }
        own.insert((kind, field.no));
    }
    Ok(Scope { own })
}
