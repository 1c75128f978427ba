//! The screens on which the pages are looked at.

/// What is inside the window, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Size {
    pub(crate) width: u32,
    pub(crate) height: u32,
}

impl Size {
    /// A notebook in a town hall.
    pub(crate) const NOTEBOOK: Self = Self { width: 1280, height: 720 };
    /// A projector.
    pub(crate) const PROJECTOR: Self = Self { width: 1920, height: 1080 };
    /// The smallest on which the desk is promised to work; only looked at, no picture is kept.
    pub(crate) const SMALL: Self = Self { width: 1024, height: 768 };
    /// Those of which pictures are kept.
    pub(crate) const ALL: [Self; 2] = [Self::NOTEBOOK, Self::PROJECTOR];
}
