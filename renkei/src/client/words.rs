//! Why something could not be done, in words for the person who asked for it.

use careplan::text::Text;
use conformance::shown::{io_reason, visible};
use mock_server::client::home::HomeError;
use mock_server::client::papers::PapersError;
use mock_server::client::{Cause, ClientError};

use crate::relay::Trouble;

/// Why a command ended, and its exit code: 1 where the relay refused, else 2.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) trouble: Trouble,
    pub(super) code: u8,
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        Self { trouble, code: 2 }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Trouble::from(error).into()
    }
}

impl From<HomeError> for Failure {
    fn from(error: HomeError) -> Self {
        let refused = matches!(&error, HomeError::Call(ClientError::Refused(_)));
        Self { trouble: spoken(&error), code: if refused { 1 } else { 2 } }
    }
}

/// The words for a failure.
pub(super) fn spoken(error: &HomeError) -> Trouble {
    match error {
        HomeError::NotSetUp(path) => {
            let path = visible(&path.to_string_lossy());
            Trouble::new(
                format!(
                    "{path} はまだ設定されていません。renkei client setup で、つなぐ先と電子証明書を決めてください。"
                ),
                format!("{path} is not set up yet. Run renkei client setup first."),
            )
        }
        HomeError::InUse(path) => {
            let path = visible(&path.to_string_lossy());
            Trouble::new(
                format!("{path} は、ほかの renkei client が使っています。終わってから、もう一度お試しください。"),
                format!("{path} is in use by another renkei client. Try again when it has ended."),
            )
        }
        HomeError::Another(path) => {
            let path = visible(&path.to_string_lossy());
            Trouble::new(
                format!(
                    "{path} には、別の事業所か別の環境の控えがあります。--home で別のフォルダーを指定してください。"
                ),
                format!("{path} keeps the ledger of another office or environment. Give another folder with --home."),
            )
        }
        HomeError::Damaged(path) => {
            let path = visible(&path.to_string_lossy());
            Trouble::new(
                format!("{path} がこわれていて、読み取れません。控えがあれば戻してください。"),
                format!("{path} is damaged. Put back a copy of it if there is one."),
            )
        }
        HomeError::File { path, source } => {
            let (path, reason) = (visible(&path.to_string_lossy()), io_reason(source));
            Trouble::new(
                format!("{path} を使えませんでした（{}）。場所と権限をお確かめください。", reason.ja),
                format!("{path} cannot be used ({}). Please check the place and its permissions.", reason.en),
            )
        }
        HomeError::Papers(error) => fixed(of_papers(error)),
        HomeError::Call(error) => of_call(error),
    }
}

fn of_papers(error: &PapersError) -> Text {
    match error {
        PapersError::Locked => Text::new(
            "電子証明書のファイルを開けませんでした。パスワードと、正しいファイルかどうかをお確かめください。",
            "The certificate file does not open. Please check the password, and that it is the right file.",
        ),
        PapersError::Empty => Text::new(
            "電子証明書のファイルに、鍵と証明書の組がありません。",
            "The certificate file holds no key with its certificate.",
        ),
        PapersError::NoCa => Text::new(
            "認証局の証明書がありません。--ca で指定してください。",
            "The certificate of the CA is missing. Give it with --ca.",
        ),
        PapersError::NotAnOffice => Text::new(
            "事業所の電子証明書ではありません。この模擬環境が発行したものを指定してください。",
            "This is no certificate of an office. Give one that this mock environment issued.",
        ),
    }
}

fn of_call(error: &ClientError) -> Trouble {
    let text = match error {
        ClientError::Refused(problem) => {
            return Trouble::new(
                visible(&format!(
                    "中継が断りました（{}）。{} {}",
                    problem.code, problem.detail_ja, problem.what_to_do_ja
                )),
                visible(&format!(
                    "The relay refused ({}). {} {}",
                    problem.code, problem.detail_en, problem.what_to_do_en
                )),
            );
        }
        ClientError::File { path, source } => {
            let (path, reason) = (visible(&path.to_string_lossy()), io_reason(source));
            return Trouble::new(
                format!("{path} に書けませんでした（{}）。空き容量と権限をお確かめください。", reason.ja),
                format!("{path} could not be written ({}). Please check the room and the permissions.", reason.en),
            );
        }
        ClientError::Connection(_) => match error.cause() {
            Some(Cause::Untrusted) => Text::new(
                "つないだ先が、信頼する認証局の中継だと確かめられませんでした。--url と --ca をお確かめください。",
                "The other end is not a relay of the trusted CA. Please check --url and --ca.",
            ),
            Some(Cause::Unreachable) => Text::new(
                "中継につながりませんでした。アドレスと、中継が動いているか、回線をお確かめください。",
                "The relay cannot be reached. Please check the address, the relay and the line.",
            ),
            Some(Cause::TimedOut) => Text::new(
                "中継からの返事が時間内に届きませんでした。同じ命令で続きから行えます。",
                "The relay did not answer in time. The same command goes on from here.",
            ),
            _ => Text::new(
                "中継との接続が途中で切れました。同じ命令で続きから行えます。",
                "The connection was cut. The same command goes on from here.",
            ),
        },
        ClientError::Pem(_) | ClientError::Tls(_) => Text::new(
            "電子証明書か鍵を読み取れないか、組になっていません。ファイルをお確かめください。",
            "The certificate or key cannot be read, or they do not belong together. Please check the files.",
        ),
        ClientError::Key(_) => Text::new(
            "電子証明書の鍵を作れませんでした。もう一度お試しください。",
            "The key of the certificate could not be made. Please try again.",
        ),
        ClientError::Corrupted(_) => Text::new(
            "受け取ったファイルが、中継の控えと一致しませんでした。もう一度お試しください。",
            "A file arrived damaged. Please try again.",
        ),
        ClientError::Header => Text::new(
            "端末の名前は、英数字と . _ - の64文字までにしてください。",
            "The name of a terminal consists of up to 64 letters, digits, and . _ -.",
        ),
        ClientError::Unexpected(status) => {
            return Trouble::new(
                format!("中継ではない返事がありました（状態 {status}）。--url をお確かめください。"),
                format!("The answer is not one of a relay (status {status}). Please check --url."),
            );
        }
    };
    fixed(text)
}

fn fixed(text: Text) -> Trouble {
    Trouble::new(text.ja, text.en)
}
