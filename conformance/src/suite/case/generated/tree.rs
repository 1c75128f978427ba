//! The tree of a case: what it is, and step by step something smaller. Whoever drives it keeps a step
//! only where it is legal and still fails.

use std::collections::VecDeque;
use std::fmt;
use std::ops::Range;

use proptest::strategy::{NewTree, Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use super::super::variant::VARIANTS;
use super::ask::Ask;
use super::recipe::{Recipe, any};
use super::touch::Touch;
use super::{cut, seed, text};

/// Values that are put into one set, at most.
const TOUCHES: u8 = 5;
/// Stretches of choices become no smaller than this part of the story.
const FINEST: u32 = 32;

/// One thing to make smaller.
#[derive(Clone, Debug)]
enum Change {
    /// As the standard asks for.
    Plain,
    /// Choices of the story.
    Least(Range<u32>),
    /// Records.
    Cut(Vec<u32>),
    /// A value that was put in.
    Untouch(usize),
}

/// What is made smaller at present; the coarse things first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Story,
    Records,
    Touches,
    Text(usize),
    End,
}

type TextTree = Box<dyn ValueTree<Value = String>>;

/// The tree of a case.
pub struct CaseTree {
    recipe: Recipe,
    /// A tree for the text of each touch.
    texts: Vec<TextTree>,
    stage: Stage,
    queue: VecDeque<Change>,
    /// The last recipe of which it is known that it fails.
    failing: Recipe,
}

impl fmt::Debug for CaseTree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CaseTree").field("recipe", &self.recipe).field("stage", &self.stage).finish_non_exhaustive()
    }
}

/// The tree of a number, nothing made smaller yet.
#[must_use]
pub fn tree(seed: u64, number: u32) -> Option<CaseTree> {
    Cases { seed, number }.new_tree(&mut seed::runner(seed, number)).ok()
}

/// The strategy of generated cases.
#[derive(Clone, Copy, Debug)]
struct Cases {
    seed: u64,
    number: u32,
}

impl Strategy for Cases {
    type Tree = CaseTree;
    type Value = Recipe;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let mut recipe = Recipe {
            seed: self.seed,
            number: self.number,
            ask: draw(Ask::any(), runner)?,
            story: draw(any(), runner)?,
            chance: draw(proptest::num::u64::ANY, runner)?,
            least: Vec::new(),
            receiver: draw(any(), runner)?,
            pick: draw(any(), runner)?,
            touches: Vec::new(),
            cut: std::collections::BTreeSet::new(),
            variant: None,
            mutation: draw(any(), runner)?,
        };
        // Half of the sets are written as the standard asks for; what is wrong has one fault only.
        let variants = u32::try_from(VARIANTS.len()).unwrap_or(1);
        let variant = draw(0..variants * 2, runner)?;
        recipe.variant = (variant < variants && recipe.ask != Ask::Refuse).then_some(variant);
        let mut texts: Vec<TextTree> = Vec::new();
        for _ in 0..draw(0..=TOUCHES, runner)? {
            let (field, record, number) = draw((any(), any(), any()), runner)?;
            let text = text::text().new_tree(runner)?;
            recipe.touches.push(Some(Touch { field, record, number, text: text.current() }));
            texts.push(text);
        }
        if recipe.ask == Ask::Refuse {
            match recipe.find_mutation() {
                Some(mutation) => recipe.mutation = mutation,
                None => recipe.ask = Ask::Read,
            }
        } else if recipe.build().is_none() {
            recipe.ask = Ask::Read;
        }
        Ok(CaseTree { failing: recipe.clone(), recipe, texts, stage: Stage::Story, queue: VecDeque::new() }.begun())
    }
}

fn draw<S: Strategy>(strategy: S, runner: &mut TestRunner) -> Result<S::Value, proptest::test_runner::Reason> {
    Ok(strategy.new_tree(runner)?.current())
}

impl ValueTree for CaseTree {
    type Value = Recipe;

    fn current(&self) -> Recipe {
        self.recipe.clone()
    }

    /// What is there fails: something smaller, if there is any.
    fn simplify(&mut self) -> bool {
        self.failing = self.recipe.clone();
        self.next()
    }

    /// What is there does not fail: the next one, from the last that did.
    fn complicate(&mut self) -> bool {
        if let Stage::Text(at) = self.stage
            && let Some(text) = self.texts.get_mut(at)
        {
            if text.complicate() {
                return self.put_text(at);
            }
            self.stage = Stage::Text(at + 1);
        }
        self.recipe = self.failing.clone();
        self.next()
    }
}

impl CaseTree {
    fn begun(mut self) -> Self {
        self.queue.push_back(Change::Plain);
        let made = self.recipe.whole_set().map_or(0, |(_, made)| made);
        let mut size = made;
        while size > 0 && size * FINEST >= made {
            let ranges =
                (0..made).step_by(usize::try_from(size).unwrap_or(1)).map(|from| from..(from + size).min(made));
            self.queue.extend(ranges.map(Change::Least));
            size /= 2;
        }
        self
    }

    /// The next smaller recipe; false where there is none.
    fn next(&mut self) -> bool {
        loop {
            while let Some(change) = self.queue.pop_front() {
                if self.apply(change) {
                    return true;
                }
            }
            match self.stage {
                Stage::Story => {
                    let set = self.recipe.whole_set().map(|(set, _)| set);
                    self.queue.extend(set.into_iter().flat_map(|set| cut::candidates(&set.scenario)).map(Change::Cut));
                    self.stage = Stage::Records;
                }
                Stage::Records => {
                    self.queue.extend((0..self.recipe.touches.len()).map(Change::Untouch));
                    self.stage = Stage::Touches;
                }
                Stage::Touches => self.stage = Stage::Text(0),
                Stage::Text(at) => {
                    let is_there = self.recipe.touches.get(at).is_some_and(Option::is_some);
                    match self.texts.get_mut(at) {
                        None => self.stage = Stage::End,
                        Some(text) => {
                            if is_there && text.simplify() {
                                return self.put_text(at);
                            }
                            self.stage = Stage::Text(at + 1);
                        }
                    }
                }
                Stage::End => return false,
            }
        }
    }

    /// Makes one thing smaller; false where it already was.
    fn apply(&mut self, change: Change) -> bool {
        let recipe = &mut self.recipe;
        match change {
            Change::Plain => recipe.variant.take().is_some(),
            Change::Least(range) => {
                let known = recipe.least.iter().any(|known| known.start <= range.start && range.end <= known.end);
                if !known {
                    recipe.least.push(range);
                }
                !known
            }
            Change::Cut(records) => {
                let before = recipe.cut.len();
                recipe.cut.extend(records);
                recipe.cut.len() > before
            }
            Change::Untouch(at) => recipe.touches.get_mut(at).is_some_and(|touch| touch.take().is_some()),
        }
    }

    fn put_text(&mut self, at: usize) -> bool {
        let text = self.texts.get(at).map(ValueTree::current).unwrap_or_default();
        if let Some(Some(touch)) = self.recipe.touches.get_mut(at) {
            touch.text = text;
        }
        true
    }
}
