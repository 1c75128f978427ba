//! `renkei client`: the office's side of the exchange, for people and for care software. The work
//! is done by [`mock_server::client`]; here are the words.

mod args;
mod drafts;
mod enrol;
pub(crate) mod help;
mod list;
mod receive;
mod secrets;
mod send;
mod setup;
mod status;
mod tell;
mod watch;
mod words;

use careplan::text::Lang;
use mock_server::client::{Client, Patience};

pub(crate) use args::ClientArgs;
use args::ClientCommand;
use words::Failure;

use crate::{relay, say};

/// Runs the command and gives the exit code.
pub(crate) fn run(args: &ClientArgs, lang: Lang) -> u8 {
    let work = async {
        Ok(match &args.command {
            ClientCommand::Setup(args) => setup::run(args, lang),
            ClientCommand::Enrol(args) => enrol::enrol(args, lang).await,
            ClientCommand::Renew(args) => enrol::renew(args, lang).await,
            ClientCommand::Password(args) => enrol::password(args, lang).await,
            ClientCommand::Bulk(args) => drafts::bulk(args, lang).await,
            ClientCommand::Draft(args) => drafts::draft(args, lang).await,
            ClientCommand::Send(args) => send::run(args, lang).await,
            ClientCommand::Receive(args) => receive::run(args, lang).await,
            ClientCommand::Watch(args) => watch::run(args, lang).await,
            ClientCommand::List(args) => list::run(args, lang).await,
            ClientCommand::Status(args) => status::run(args, lang).await,
        })
    };
    match relay::block_on(work).map_err(Failure::from).and_then(|ended| ended) {
        Ok(code) => code,
        Err(Failure { trouble, code }) => {
            say::err(trouble.get(lang));
            code
        }
    }
}

/// Logs out, however the work ended. Where that fails, the session ends by itself after a while.
async fn leave(client: &Client) {
    let _ends_by_itself = client.with_patience(Patience::NONE).logout().await;
}
