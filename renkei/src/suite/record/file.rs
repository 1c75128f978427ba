//! Files of these commands: read within bounds, written whole or not at all.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use careplan::text::Message;
use conformance::shown::{io_reason, visible};
use conformance::suite::record::{SigningKey, VerifyingKey};

/// Keys are small; whatever is larger is none.
const LARGEST_KEY: u64 = 64 << 10;

/// The bytes of a file, one more than `most` at the most: whoever reads them sees that it is too large.
pub(super) fn read(path: &Path, most: u64) -> Result<Vec<u8>, Message> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(most.saturating_add(1)).read_to_end(&mut bytes));
    read.map_err(|error| trouble(path, &error, ["を読めません", "cannot be read"])).map(|_| bytes)
}

/// The private key of a file; others than its owner who may read it are warned of.
pub(super) fn signing_key(path: &Path) -> Result<(SigningKey, Option<Message>), Message> {
    let key = SigningKey::read(&read(path, LARGEST_KEY)?).map_err(|error| named(path, &error.0))?;
    let warning = is_open_to_others(path).then(|| {
        let path = visible(&path.to_string_lossy());
        Message::new(
            format!("ご注意：{path} はほかの利用者も読めます（chmod 600 で、ご自分だけにしてください）"),
            format!("Please note: others can read {path} (chmod 600 keeps it to yourself)"),
        )
    });
    Ok((key, warning))
}

/// The public key of a file.
pub(super) fn verifying_key(path: &Path) -> Result<VerifyingKey, Message> {
    VerifyingKey::read(&read(path, LARGEST_KEY)?).map_err(|error| named(path, &error.0))
}

/// Writes a file that replaces an older one as a whole.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), Message> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".renkei-").suffix(".part");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any new file: the umask of the user decides who may read it.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let written = builder.tempfile_in(folder).and_then(|mut file| {
        file.write_all(bytes)?;
        file.persist(path).map(drop).map_err(|error| error.error)
    });
    written.map_err(|error| unwritten(path, &error))
}

/// Makes a file that was not there before; with `secret`, only its owner may read it.
pub(super) fn create(path: &Path, text: &str, secret: bool) -> Result<(), Message> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if secret {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    // Elsewhere the folder decides who may read it.
    let _ = secret;
    let written = options.open(path).and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            let path = visible(&path.to_string_lossy());
            Message::new(
                format!("{path} はすでにあります。鍵は上書きしません（--out で別の名前を指定してください）"),
                format!("{path} is there already; keys are not overwritten (--out gives another name)"),
            )
        }
        _ => unwritten(path, &error),
    })
}

fn unwritten(path: &Path, error: &io::Error) -> Message {
    trouble(path, error, ["に書けません", "cannot be written"])
}

fn trouble(path: &Path, error: &io::Error, [ja, en]: [&str; 2]) -> Message {
    let (path, why) = (visible(&path.to_string_lossy()), io_reason(error));
    Message::new(format!("{path} {ja}（{}）", why.ja), format!("{path} {en} ({})", why.en))
}

fn named(path: &Path, why: &Message) -> Message {
    let path = visible(&path.to_string_lossy());
    Message::new(format!("{path}：{}", why.ja), format!("{path}: {}", why.en))
}

#[cfg(unix)]
fn is_open_to_others(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).is_ok_and(|meta| meta.permissions().mode() & 0o077 != 0)
}

/// Who may read it is a matter of access lists there.
#[cfg(not(unix))]
const fn is_open_to_others(_path: &Path) -> bool {
    false
}
