//! `renkei suite key`: makes a pair of keys.

use careplan::text::{Lang, Message};
use conformance::shown::{io_reason, visible};
use conformance::suite::record::SigningKey;

use super::args::KeyArgs;
use super::file;
use crate::say;

/// Runs the command and gives the exit code.
pub(crate) fn run(args: &KeyArgs, lang: Lang) -> Result<u8, Message> {
    let public = args.out.with_extension("pub.pem");
    let (text, key) = SigningKey::generate().map_err(|error| error.0)?;
    file::create(&args.out, &text, true)?;
    if let Err(why) = file::create(&public, &key.public().pem(), false) {
        // Half a pair is of no use; the half was made just now.
        let _ = std::fs::remove_file(&args.out);
        return Err(why);
    }
    let [private, public] = [&args.out, &public].map(|path| visible(&path.to_string_lossy()));
    let id = key.public().id();
    let told = match lang {
        Lang::Ja => format!(
            "秘密鍵：{private}（署名に使います。人に渡さず、控えを安全な所に置いてください）\n公開鍵：{public}（確認する人に渡します）\n鍵の名前：{id}\n"
        ),
        Lang::En => format!(
            "private key: {private} (signs; keep it to yourself, and a copy in a safe place)\npublic key: {public} (for those who verify)\nname of the key: {id}\n"
        ),
    };
    say::out(&told).map_err(|error| io_reason(&error))?;
    Ok(0)
}
