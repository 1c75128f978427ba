//! Why a relay or a talk with it failed, in words for the person who started it.

use std::io;
use std::path::Path;

use careplan::text::{Lang, Message};
use careplan::value::NotAValue;
use conformance::shown::visible;
use mock_server::client::ClientError;
use mock_server::{EnrolmentError, StartError, StoreError};

/// A reason to end with exit code 2.
#[derive(Debug)]
pub(crate) struct Trouble(Message);

impl Trouble {
    /// A reason in both languages.
    pub(crate) fn new(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self(Message::new(ja, en))
    }

    /// A file or folder that cannot be used.
    pub(crate) fn file(path: &Path, error: &io::Error) -> Self {
        let (path, error) = (visible(&path.to_string_lossy()), visible(&error.to_string()));
        Self::new(
            format!("{path} を使えませんでした（{error}）。場所と書き込みの権限をお確かめください。"),
            format!("{path} cannot be used ({error}). Please check the place and its permissions."),
        )
    }

    /// The sentence.
    pub(crate) fn get(&self, lang: Lang) -> &str {
        self.0.get(lang)
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        let error = visible(&error.to_string());
        Self::new(
            format!("この機械の側で続けられなくなりました（{error}）。"),
            format!("This machine did not let it go on ({error})."),
        )
    }
}

impl From<StartError> for Trouble {
    fn from(error: StartError) -> Self {
        let (ja, en) = match &error {
            StartError::NotLoopback(ip) => (
                format!(
                    "{ip} はこの機械の外からも届くアドレスです。訓練用の中継は、指定がない限りこの機械の中だけで動きます。\
                     ほかの機械からも使うときは --allow-lan を付けてください。"
                ),
                format!(
                    "{ip} can be reached from outside this machine, and a training relay is for this machine only \
                     unless told otherwise. Add --allow-lan to let others of the local network use it."
                ),
            ),
            StartError::ControlNotLoopback(ip) => (
                format!("{ip} では操作を受け付けられません。模擬環境の操作は、この機械の中からだけ行えます。"),
                format!("Control is not offered on {ip}: the environment is controlled from this machine only."),
            ),
            StartError::NotPrivate(ip) => (
                format!("{ip} はインターネットのアドレスです。訓練用の中継は、構内のアドレスでだけ動きます。"),
                format!("{ip} is an address of the internet. A training relay listens on private addresses only."),
            ),
            StartError::InUse(path) => (
                format!("{} は、ほかの中継が使っています。別のフォルダーを指定してください。", path.display()),
                format!("{} is in use by another relay. Please give another folder.", path.display()),
            ),
            StartError::Folder { path, source } => return Self::file(path, source),
            StartError::Listen { addr, source } => (
                format!(
                    "{addr} で待ち受けられませんでした（{source}）。ほかのプログラムが使っていないかお確かめください。"
                ),
                format!("{addr} cannot be listened on ({source}). Please check whether another program uses it."),
            ),
            StartError::Ca(_) | StartError::NoChance | StartError::Store(_) | StartError::Tls(_) => (
                format!("訓練用の中継を始められませんでした（{error}）。"),
                format!("The training relay could not start ({error})."),
            ),
        };
        Self::new(visible(&ja), visible(&en))
    }
}

impl From<ClientError> for Trouble {
    fn from(error: ClientError) -> Self {
        match error {
            ClientError::Refused(why) => Self::new(
                format!("中継が断りました。{}{}", why.title_ja, why.detail_ja),
                format!("The relay refused. {} {}", why.title_en, why.detail_en),
            ),
            other => Self::new(
                format!("中継とのやり取りに失敗しました（{other}）。"),
                format!("The exchange with the relay failed ({other})."),
            ),
        }
    }
}

/// Faults that nobody can mend from outside: they are reported as they are.
macro_rules! internal {
    ($($error:ty),* $(,)?) => {$(
        impl From<$error> for Trouble {
            fn from(error: $error) -> Self {
                Self::new(format!("続けられなくなりました（{error}）。"), format!("It could not go on ({error})."))
            }
        }
    )*};
}

internal!(EnrolmentError, StoreError, NotAValue, rustls_pki_types::pem::Error);
