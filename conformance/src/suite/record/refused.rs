//! Why a record does not stand, or could not be judged.

use careplan::text::Message;

/// Why a record does not stand, or could not be judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It was judged, and does not stand: a sentence for each reason.
    Wrong(Vec<Message>),
    /// It could not be judged: a sentence.
    Unclear(Message),
}

impl Refused {
    pub(super) fn wrong(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self::Wrong(vec![Message::new(ja, en)])
    }

    pub(super) fn unclear(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self::Unclear(Message::new(ja, en))
    }

    /// The exit code of the command: 1 = it does not stand, 2 = not judged.
    #[must_use]
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self::Wrong(_) => 1,
            Self::Unclear(_) => 2,
        }
    }

    /// The reasons.
    #[must_use]
    pub fn messages(&self) -> &[Message] {
        match self {
            Self::Wrong(messages) => messages,
            Self::Unclear(message) => std::slice::from_ref(message),
        }
    }
}
