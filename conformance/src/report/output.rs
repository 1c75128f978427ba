//! Where reports go: files appear whole or not at all, standard output comes last but one.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::{Format, Options, write};
use crate::judge::CheckOutcome;

/// Writes all reports: files are prepared beside their targets first, then `stdout` is written,
/// then the files take their names. If any of them fails, no file takes its name.
///
/// # Errors
/// The target and what went wrong there; `None` = standard output.
pub fn write_all(
    outcome: &CheckOutcome,
    reports: &[(Format, Option<PathBuf>)],
    options: &Options,
    stdout: &mut dyn Write,
) -> Result<(), (Option<PathBuf>, io::Error)> {
    write_each(&|format, options, out| write(format, outcome, options, out), reports, options, stdout)
}

/// As [`write_all`], for reports of anything.
///
/// # Errors
/// As [`write_all`].
pub fn write_each(
    report: &Report<'_>,
    reports: &[(Format, Option<PathBuf>)],
    options: &Options,
    stdout: &mut dyn Write,
) -> Result<(), (Option<PathBuf>, io::Error)> {
    let in_file = Options { color: false, width: None, ..*options };
    let mut prepared = Vec::new();
    for (format, target) in reports {
        if let Some(target) = target {
            let ready = prepare(report, *format, &in_file, target).map_err(|error| (Some(target.clone()), error))?;
            prepared.push((ready, target));
        }
    }
    for (format, _) in reports.iter().filter(|(_, target)| target.is_none()) {
        let mut buffered = BufWriter::with_capacity(64 << 10, &mut *stdout);
        report(*format, options, &mut buffered).map_err(|error| (None, error))?;
    }
    for (ready, target) in prepared {
        ready.finish().map_err(|error| (Some(target.clone()), error))?;
    }
    Ok(())
}

/// Writes one form of a report.
type Report<'a> = dyn Fn(Format, &Options, &mut dyn Write) -> io::Result<()> + 'a;

/// A report that is written, but has not taken its name yet.
enum Ready {
    Renamed {
        file: NamedTempFile,
        to: PathBuf,
    },
    /// Devices and pipes cannot be replaced: they were written to.
    Written,
}

impl Ready {
    fn finish(self) -> io::Result<()> {
        match self {
            Self::Renamed { file, to } => file.persist(to).map(drop).map_err(|error| error.error),
            Self::Written => Ok(()),
        }
    }
}

fn prepare(report: &Report<'_>, format: Format, options: &Options, target: &Path) -> io::Result<Ready> {
    match fs::metadata(target) {
        Ok(meta) if meta.is_dir() => Err(io::Error::from(io::ErrorKind::IsADirectory)),
        Ok(meta) if !meta.is_file() => {
            let mut device = BufWriter::new(File::options().write(true).open(target)?);
            report(format, options, &mut device)?;
            Ok(Ready::Written)
        }
        // A link keeps pointing where it points: its target is replaced.
        Ok(_) => beside(report, format, options, target.canonicalize()?),
        Err(_) => beside(report, format, options, target.to_path_buf()),
    }
}

fn beside(report: &Report<'_>, format: Format, options: &Options, to: PathBuf) -> io::Result<Ready> {
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".renkei-").suffix(".part");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any new file: the umask of the user decides who may read the report.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    {
        let mut buffered = BufWriter::with_capacity(64 << 10, file.as_file_mut());
        report(format, options, &mut buffered)?;
    }
    file.as_file().sync_all()?;
    Ok(Ready::Renamed { file, to })
}

#[cfg(test)]
mod tests {
    use super::super::example;
    use super::*;

    #[test]
    fn when_one_report_fails_no_other_takes_its_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let good = folder.path().join("a.json");
        let bad = folder.path().join("missing").join("b.html");
        let reports = [(Format::Json, Some(good.clone())), (Format::Html, Some(bad.clone()))];
        let failed = write_all(&example::outcome(), &reports, &Options::default(), &mut io::sink());
        assert_eq!(failed.expect_err("no such folder").0, Some(bad));
        assert!(!good.exists());
        assert_eq!(fs::read_dir(folder.path()).expect("listing").count(), 0, "nothing half done is left");
    }

    #[test]
    fn a_report_replaces_an_older_one_as_a_whole() {
        let folder = tempfile::tempdir().expect("a folder");
        let target = folder.path().join("a.json");
        fs::write(&target, "old").expect("written");
        write_all(&example::outcome(), &[(Format::Json, Some(target.clone()))], &Options::default(), &mut io::sink())
            .expect("written");
        assert!(fs::read_to_string(target).expect("read").starts_with("{\"schema\""));
    }
}
