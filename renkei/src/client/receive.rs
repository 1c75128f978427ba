//! `renkei client receive`.

use careplan::text::Lang;
use mock_server::client::Patience;
use mock_server::client::collect::{Depth, collect};
use mock_server::client::home::Home;

use super::args::ReceiveArgs;
use super::leave;
use super::tell::Teller;
use super::words::Failure;

pub(super) async fn run(args: &ReceiveArgs, lang: Lang) -> Result<u8, Failure> {
    let home = Home::open(&args.home.home)?;
    let mut held = home.hold()?;
    let (client, _) = home.connect(Patience::PERSON).await?;
    let mut teller = Teller::new(lang);
    let mut count = 0_usize;
    let tell = |receipt| {
        count += 1;
        teller.receipt(&receipt);
    };
    let done = collect(&mut held, &client, &args.folder, args.layout.into(), Depth::All, tell).await;
    leave(&client).await;
    done?;
    if count == 0 {
        teller.line("新しく届いたものはありません。", "Nothing new has arrived.");
    }
    Ok(teller.code())
}
