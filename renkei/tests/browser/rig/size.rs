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
    /// Each of them.
    pub(crate) const ALL: [Self; 2] = [Self::NOTEBOOK, Self::PROJECTOR];
}
