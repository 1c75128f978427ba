//! From a recipe to its case.

use std::sync::LazyLock;

use careplan::diagnostic::Severity;
use careplan::text::Message;

use super::super::golden::{Golden, goldens};
use super::super::variant::VARIANTS;
use super::super::{Case, Class, RequirementSet, Step, Taking, Task, reading};
use super::ask::Ask;
use super::recipe::Recipe;
use super::{cut, id, touch};
use crate::mutation::{self, About, Base, CorpusCase, Expect, File, Mutation, UnitRoles, judge, mutations};
use crate::story::{Generated, STORIES, generate_smaller};

/// A case, and what is known of it.
#[derive(Clone, Debug)]
pub struct Built {
    /// The case.
    pub case: Case,
    /// Whether nothing is said against what must be taken or written, and something against what must
    /// be refused.
    pub sound: bool,
    /// The records of the set.
    pub records: usize,
}

impl Recipe {
    /// The case; `None` where the set has nothing of which this could be asked.
    #[must_use]
    pub fn build(&self) -> Option<Built> {
        let (set, _) = self.set()?;
        let said = judge(&set.files());
        let mut sound = said.is_empty() && !set.scenario.units.is_empty();
        let mut case = if self.ask == Ask::Refuse {
            let (mutation, files) = self.altered(&set, |mutation| self.mutation == mutation)?;
            sound &= is_wrong(&files);
            let case = reading::taking(Class::Refusing, String::new(), &set, files, Taking::NotSilently);
            Case { source: mutation.source.to_owned(), ..titled(case, &mutation.title) }
        } else {
            self.ask.of_valid(&set, self.pick)?
        };
        // Deletions of what was never sent may be refused when they are right; wrong ones must be.
        if self.ask == Ask::Refuse {
            tasks(&mut case, |_, taking| *taking = Taking::NotSilently);
        }
        if let Some(variant) = self.variant {
            case = written(case, variant)?;
        }
        let of = self.ask.class().title();
        case.title = Message::new(format!("{}：{}", of.ja, case.title.ja), format!("{}: {}", of.en, case.title.en));
        (case.id, case.class, case.severity) = (id(self.seed, self.number), Class::Generated, Severity::Error);
        Some(Built { case, sound, records: set.scenario.records() })
    }

    /// The set, and how many choices its story made.
    pub(super) fn set(&self) -> Option<(Golden, u32)> {
        let (mut set, made) = self.whole_set()?;
        set.scenario = cut::without(&set.scenario, &self.cut);
        Some((set, made))
    }

    /// The set before anything is left out.
    pub(super) fn whole_set(&self) -> Option<(Golden, u32)> {
        let count = u32::try_from(STORIES.len()).ok().filter(|count| *count > 0)?;
        let story = STORIES.get(usize::try_from(self.story % count).ok()?)?;
        let (told, made) = generate_smaller(story, self.chance, &self.least).ok()?;
        let mut sets = goldens(&corpus_case(&told));
        let count = u32::try_from(sets.len()).ok().filter(|count| *count > 0)?;
        let mut set = sets.swap_remove(usize::try_from(self.receiver % count).ok()?);
        self.touches.iter().flatten().for_each(|touch| touch::apply(touch, &mut set.scenario));
        Some((set, made))
    }

    /// The first alteration from [`mutation`](Self::mutation) on that the set can have, and by which it
    /// becomes wrong.
    pub(super) fn find_mutation(&self) -> Option<u32> {
        let (set, _) = self.set()?;
        let count = u32::try_from(wrong_ones().count()).ok().filter(|count| *count > 0)?;
        (0..count).map(|step| (self.mutation % count + step) % count).find(|number| {
            self.altered(&set, |mutation| mutation == *number).is_some_and(|(_, files)| is_wrong(&files))
        })
    }

    fn altered(&self, set: &Golden, is_it: impl Fn(u32) -> bool) -> Option<(&'static Mutation, Vec<File>)> {
        let mutation = (0..).zip(wrong_ones()).find_map(|(number, mutation)| is_it(number).then_some(mutation))?;
        let base = Base { id: "generated".to_owned(), files: set.files() };
        let (files, _) = mutation.put_into(&base, self.chance)?;
        Some((mutation, files))
    }
}

/// The alterations that are against the standard and that a scored case asks to refuse: what is not
/// asked of a software there is not asked of it here.
static WRONG_ONES: LazyLock<Vec<&Mutation>> = LazyLock::new(|| {
    let scored = RequirementSet::newest().map(RequirementSet::scored).unwrap_or_default();
    let is_scored = |mutation: &&Mutation| scored.contains(format!("refuse/{}", mutation.id).as_str());
    mutations().filter(|mutation| mutation.class == mutation::Class::Error).filter(is_scored).collect()
});

fn wrong_ones() -> impl Iterator<Item = &'static Mutation> {
    WRONG_ONES.iter().copied()
}

fn is_wrong(files: &[File]) -> bool {
    judge(files).iter().any(|said| said.severity == Severity::Error)
}

fn titled(case: Case, title: &careplan::text::Text) -> Case {
    let (ja, en) = (format!("{}：{}", title.ja, case.title.ja), format!("{}: {}", title.en, case.title.en));
    Case { title: Message::new(ja, en), ..case }
}

/// The case with the files of its imports written in another way.
fn written(mut case: Case, variant: u32) -> Option<Case> {
    let variant = VARIANTS.get(usize::try_from(variant).ok()?)?;
    tasks(&mut case, |files, taking| {
        let before = files.clone();
        files.iter_mut().for_each(|file| file.bytes = (variant.write)(file));
        if *files != before && *taking == Taking::Whole {
            *taking = variant.taking;
        }
    });
    Some(titled(case, &variant.title))
}

/// Alters the imports of a case.
fn tasks(case: &mut Case, mut change: impl FnMut(&mut Vec<File>, &mut Taking)) {
    for Step { task, .. } in &mut case.steps {
        if let Task::Import { files, taking } = task {
            change(files, taking);
        }
    }
}

/// A story as a case of the corpus would be.
fn corpus_case(told: &Generated) -> CorpusCase {
    let files = told.files().map(|file| File { name: file.name.clone(), bytes: file.bytes.clone() });
    let sets =
        told.sets.iter().map(|set| UnitRoles { serial: set.unit.serial.clone(), from_role: set.from, to_role: set.to });
    CorpusCase {
        expect: Expect::Conformant,
        base: Base { id: told.story.id.to_owned(), files: files.collect() },
        about: About {
            title_ja: told.story.title.ja.to_owned(),
            title_en: Some(told.story.title.en.to_owned()),
            rule: told.story.rule.to_owned(),
            sets: sets.collect(),
            ..About::default()
        },
    }
}
