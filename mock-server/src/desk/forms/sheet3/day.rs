//! One column of the week: what is at the same time shares a cell, each with its hours.

use maud::{Markup, html};

/// Minutes of one line of the table; the hours themselves are written in the cells.
pub(super) const SLOT: u16 = 30;

/// Something that takes place.
#[derive(Clone, Debug)]
pub(super) struct Block {
    from: u16,
    to: u16,
    text: Markup,
    time: Markup,
}

impl Block {
    /// What begins at minute `from` of the day; what ends before it begins runs past midnight, and
    /// is drawn to the end of its day.
    pub(super) fn new(from: u16, to: u16, text: Markup, time: Markup) -> Self {
        let to = if to < from { (24 * 60).max(from) } else { to };
        let first = from / SLOT * SLOT;
        Self { from: first, to: to.div_ceil(SLOT).max(first / SLOT + 1) * SLOT, text, time }
    }
}

/// A column: cells from the top down.
#[derive(Clone, Debug, Default)]
pub(super) struct Column {
    blocks: Vec<Block>,
    /// First minute, last minute and the number of blocks, of each cell.
    cells: Vec<(u16, u16, usize)>,
}

impl Column {
    pub(super) fn add(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// Makes the cells once everything is there.
    pub(super) fn settle(&mut self) {
        self.blocks.sort_by_key(|block| block.from);
        for block in &self.blocks {
            match self.cells.last_mut() {
                Some((_, to, count)) if block.from < *to => {
                    *to = block.to.max(*to);
                    *count += 1;
                }
                _ => self.cells.push((block.from, block.to, 1)),
            }
        }
    }

    /// The minute after the last.
    pub(super) fn end(&self) -> u16 {
        self.cells.last().map_or(0, |(_, to, _)| *to)
    }

    /// The cell that begins at a minute; nothing where one from above reaches into the line.
    pub(super) fn cell(&self, minute: u16) -> Markup {
        let mut before = 0;
        for &(from, to, count) in &self.cells {
            if from == minute {
                let blocks = self.blocks.iter().skip(before).take(count);
                return html! {
                    td.busy rowspan=((to - from) / SLOT) {
                        @for block in blocks { p { (block.text) span.hours { (block.time) } } }
                    }
                };
            }
            if (from..to).contains(&minute) {
                return Markup::default();
            }
            before += count;
        }
        html! { td {} }
    }
}
