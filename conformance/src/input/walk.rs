//! Walks the given paths: stable order, each file once, links followed only where that is safe.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use careplan::text::{Message, Text};

use super::archive::{self, Budget};
use super::{Item, Problems, Source, limits, reason};
use crate::shown::{io_reason, visible};

/// What the paths of a command line hold.
#[derive(Debug, Default)]
pub struct Listing {
    /// The files to judge, in order.
    pub items: Vec<Item>,
    /// What cannot be judged, and why.
    pub problems: Problems,
}

/// Lists what the given paths hold: files, folders (walked) and archives (opened).
pub fn list<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>) -> Listing {
    let mut walk = Walk {
        listing: Listing::default(),
        folders: HashSet::new(),
        files: HashSet::new(),
        budget: Budget { files: limits::FILES, bytes: limits::ZIP_RUN_BYTES },
        reached: 0,
    };
    for path in paths {
        walk.given(path.as_ref());
    }
    walk.listing
}

struct Walk {
    listing: Listing,
    /// Folders walked already, by their real paths.
    folders: HashSet<PathBuf>,
    /// Files taken already: the real folder and the name, since the name is judged too.
    files: HashSet<PathBuf>,
    budget: Budget,
    /// Everything met, duplicates and refusals included: tells an empty place from a known one.
    reached: usize,
}

/// A path yet to be looked at.
struct Pending {
    path: PathBuf,
    /// The real path of the folder it lies in.
    parent: Arc<Path>,
    depth: usize,
}

impl Walk {
    fn given(&mut self, path: &Path) {
        let before = self.reached;
        match fs::metadata(path) {
            Err(error) => self.unreadable(path, &error),
            Ok(meta) if meta.is_dir() => match path.canonicalize() {
                Ok(real) => self.folder(path, &Arc::from(real)),
                Err(error) => self.unreadable(path, &error),
            },
            Ok(meta) if meta.is_file() => match real_parent(path) {
                Ok(parent) => self.file(path, &parent, meta.len()),
                Err(error) => self.unreadable(path, &error),
            },
            Ok(_) => self.refuse(path, SPECIAL),
        }
        if self.reached == before {
            let shown = visible(&path.to_string_lossy());
            self.listing.problems.add(
                &reason::NOTHING,
                Message::new(format!("{shown}：中にファイルがありません"), format!("{shown}: it holds no file")),
            );
        }
    }

    /// Walks a folder without recursion: the stack holds what is still to be looked at.
    fn folder(&mut self, path: &Path, root: &Arc<Path>) {
        let mut stack = Vec::new();
        self.open(path, root, 0, &mut stack);
        while let Some(next) = stack.pop() {
            if self.budget.files == 0 {
                self.too_many(path);
                return;
            }
            match fs::symlink_metadata(&next.path) {
                Err(error) => self.unreadable(&next.path, &error),
                Ok(meta) if meta.is_symlink() => self.link(&next, root),
                Ok(meta) if meta.is_dir() => match next.path.canonicalize() {
                    Ok(real) => self.open(&next.path, &Arc::from(real), next.depth + 1, &mut stack),
                    Err(error) => self.unreadable(&next.path, &error),
                },
                Ok(meta) if meta.is_file() => self.file(&next.path, &next.parent, meta.len()),
                Ok(_) => self.refuse(&next.path, SPECIAL),
            }
        }
    }

    /// Puts the entries of a folder on the stack, last name first.
    fn open(&mut self, path: &Path, real: &Arc<Path>, depth: usize, stack: &mut Vec<Pending>) {
        if !self.folders.insert(real.to_path_buf()) {
            self.reached += 1;
            return;
        }
        if depth > limits::DEPTH {
            return self.too_deep(path);
        }
        let mut names = Vec::new();
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) => return self.unreadable(path, &error),
        };
        for entry in entries {
            match entry {
                Ok(_) if names.len() + stack.len() > limits::FILES => return self.too_many(path),
                Ok(entry) => names.push(entry.file_name()),
                Err(error) => return self.unreadable(path, &error),
            }
        }
        names.sort_unstable_by(|a, b| b.cmp(a));
        stack.extend(names.into_iter().map(|name| Pending { path: path.join(name), parent: Arc::clone(real), depth }));
    }

    /// A link to a file is read under its own name. A link to a folder is never followed: inside
    /// the given folder its target is walked anyway, and outside it was not asked for.
    fn link(&mut self, link: &Pending, root: &Path) {
        match (fs::metadata(&link.path), link.path.canonicalize()) {
            (Err(error), _) | (_, Err(error)) => self.unreadable(&link.path, &error),
            (Ok(meta), Ok(real)) if meta.is_dir() => {
                if !real.starts_with(root) {
                    self.refuse(&link.path, OUTSIDE);
                }
            }
            (Ok(meta), Ok(_)) if meta.is_file() => self.file(&link.path, &link.parent, meta.len()),
            (Ok(_), Ok(_)) => self.refuse(&link.path, SPECIAL),
        }
    }

    fn file(&mut self, path: &Path, parent: &Path, size: u64) {
        self.reached += 1;
        let name = path.file_name().unwrap_or_default();
        if !self.files.insert(parent.join(name)) {
            return;
        }
        let shown = path.to_string_lossy().into_owned();
        let Listing { items, problems } = &mut self.listing;
        if path.extension().is_some_and(|ext| ext.eq_ignore_ascii_case("zip")) {
            let before = items.len();
            archive::list(path, &shown, &mut self.budget, items, problems);
            // An archive without a file is as empty as a folder without one.
            if items.len() == before && problems.is_empty() {
                self.reached -= 1;
            }
            return;
        }
        if self.budget.files == 0 {
            return self.too_many(path);
        }
        self.budget.files -= 1;
        let file_name = name.to_string_lossy().into_owned();
        items.push(Item { path: shown, file_name, size, source: Source::File(path.to_path_buf()) });
    }

    fn unreadable(&mut self, path: &Path, error: &io::Error) {
        let why = io_reason(error);
        let (ja, en) = (format!("読めません（{}）", why.ja), format!("cannot be read ({})", why.en));
        self.tell(&reason::UNREADABLE, path, &ja, &en);
    }

    fn refuse(&mut self, path: &Path, why: Text) {
        self.tell(&reason::UNREADABLE, path, why.ja, why.en);
    }

    fn too_deep(&mut self, path: &Path) {
        let depth = limits::DEPTH;
        let ja = format!("フォルダーが上限（{depth} 段）より深いため、ここから下を読みません");
        self.tell(&reason::LIMIT, path, &ja, &format!("deeper than {depth} folders; what lies below is not read"));
    }

    fn too_many(&mut self, path: &Path) {
        let files = limits::FILES;
        let ja = format!("ファイルが上限（{files} 件）を超えたため、残りを読みません");
        self.tell(&reason::LIMIT, path, &ja, &format!("more than {files} files; the rest is not read"));
    }

    fn tell(&mut self, rule: &'static careplan::rules::Rule, path: &Path, ja: &str, en: &str) {
        self.reached += 1;
        let shown = visible(&path.to_string_lossy());
        self.listing.problems.add(rule, Message::new(format!("{shown}：{ja}"), format!("{shown}: {en}")));
    }
}

const SPECIAL: Text = Text::new("通常のファイルではないため、読みません", "not a regular file; it is not read");
const OUTSIDE: Text = Text::new(
    "指定したフォルダーの外を指すリンクのため、たどりません。必要であれば、リンク先を直接指定してください",
    "a link that leads outside the given folder is not followed; give its target if you need it",
);

fn real_parent(path: &Path) -> io::Result<PathBuf> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    parent.canonicalize()
}
