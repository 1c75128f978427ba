//! The outbox: what is written and complete is sent, what cannot be sent is set aside.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use careplan::name::{FileName, UnitKey};
use careplan::text::Message;

use super::aside::{REFUSED, SENT, explain, put_away};
use super::ripe::Ripeness;
use super::{News, Plan};
use crate::client::Client;
use crate::client::home::{Held, HomeError};
use crate::client::parcels::{Fault, Gathered, Issue, gather, list};
use crate::client::post::{Delivery, Fate, Post};
use crate::limits::Limits;

/// Files that are not taken up yet, and what they wait for.
#[derive(Clone, Debug)]
pub struct Waiting(pub Issue);

/// An outbox that is watched.
#[derive(Debug)]
pub(super) struct Outbox {
    folder: PathBuf,
    settle: Duration,
    grace: Duration,
    ripeness: Ripeness,
    moving: bool,
    waiting: Vec<Waiting>,
}

impl Outbox {
    pub(super) fn new(folder: &Path, plan: &Plan) -> Self {
        let (settle, grace) = (plan.settle, plan.grace);
        Self {
            folder: folder.to_owned(),
            settle,
            grace,
            ripeness: Ripeness::default(),
            moving: false,
            waiting: Vec::new(),
        }
    }

    /// Whether the last look saw files that had not come to rest.
    pub(super) const fn is_moving(&self) -> bool {
        self.moving
    }

    /// What the last look left lying.
    pub(super) fn waiting(self) -> Vec<Waiting> {
        self.waiting
    }

    /// Looks once.
    pub(super) async fn look(
        &mut self,
        held: &mut Held,
        client: &Client,
        tell: &mut impl FnMut(News),
    ) -> Result<(), HomeError> {
        fs::create_dir_all(&self.folder).map_err(HomeError::file(&self.folder))?;
        let mut post = Post::new(held, client, false);
        for settled in post.settle().await? {
            tell(News::Settled(settled));
        }
        let found = self.ripe(post.office())?;
        self.waiting.clear();
        for issue in found.issues {
            if post.is_rest(&issue) {
                let files = issue.paths.iter().map(PathBuf::as_path);
                put_away(files, &self.folder, SENT).map_err(HomeError::file(&self.folder))?;
            } else if self.waits(&issue) {
                self.waiting.push(Waiting(issue));
            } else {
                self.set_aside(&issue)?;
                tell(News::Aside(issue));
            }
        }
        for parcel in found.parcels {
            let mut done = Vec::new();
            let outcome = post.deliver(parcel, |delivery| done.push(delivery)).await;
            for delivery in done {
                self.file_away(&delivery)?;
                tell(News::Delivered(delivery));
            }
            outcome?;
        }
        Ok(())
    }

    /// What lies there, without the sets of which something has not come to rest.
    fn ripe(&mut self, office: &str) -> Result<Gathered, HomeError> {
        let failed = |(path, source)| HomeError::File { path, source };
        let files = list(std::slice::from_ref(&self.folder), &[SENT, REFUSED]).map_err(failed)?;
        let now = Instant::now();
        self.ripeness.note(&files, now);
        let units: HashMap<&PathBuf, UnitKey> = files.iter().filter_map(|path| Some((path, unit(path)?))).collect();
        let moving: HashSet<&PathBuf> =
            files.iter().filter(|path| self.ripeness.rest(path, now) < self.settle).collect();
        let unripe: HashSet<&UnitKey> = moving.iter().filter_map(|path| units.get(*path)).collect();
        let ripe: Vec<PathBuf> = files
            .iter()
            .filter(|path| !moving.contains(path) && units.get(path).is_none_or(|unit| !unripe.contains(unit)))
            .cloned()
            .collect();
        self.moving = !moving.is_empty();
        gather(&ripe, office, &[], &Limits::default()).map_err(failed)
    }

    /// Whether the fault may vanish when the care software writes on, and time is left for that.
    fn waits(&self, issue: &Issue) -> bool {
        let mends_itself = matches!(issue.fault, Fault::Incomplete | Fault::Name | Fault::Unreadable);
        let now = Instant::now();
        let rest = issue.paths.iter().map(|path| self.ripeness.rest(path, now)).min();
        mends_itself && rest.is_some_and(|rest| rest < self.grace)
    }

    fn set_aside(&self, issue: &Issue) -> Result<(), HomeError> {
        self.refuse(issue.paths.iter().map(PathBuf::as_path), &issue.why, &issue.mend.into())
    }

    fn file_away(&self, delivery: &Delivery) -> Result<(), HomeError> {
        let files = delivery.parcel.files().map(|file| file.path.as_path());
        match &delivery.fate {
            Fate::Sent(_) | Fate::Already => {
                put_away(files, &self.folder, SENT).map(drop).map_err(HomeError::file(&self.folder))
            }
            Fate::Refused(problem) => self.refuse(
                files,
                &Message::new(&problem.detail_ja, &problem.detail_en),
                &Message::new(&problem.what_to_do_ja, &problem.what_to_do_en),
            ),
        }
    }

    fn refuse<'a>(
        &self,
        files: impl Iterator<Item = &'a Path>,
        why: &Message,
        mend: &Message,
    ) -> Result<(), HomeError> {
        let files: Vec<&Path> = files.collect();
        let name = |path: &&Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
        let names: Vec<String> = files.iter().filter_map(name).collect();
        let put = put_away(files, &self.folder, REFUSED).and_then(|place| explain(&place, &names, why, mend));
        put.map_err(HomeError::file(&self.folder))
    }
}

/// The set that a file belongs to, where its name tells.
fn unit(path: &Path) -> Option<UnitKey> {
    FileName::parse(path.file_name()?.to_str()?).ok().map(|name| name.unit)
}
