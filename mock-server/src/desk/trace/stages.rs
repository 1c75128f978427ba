//! The checks on the way of a message, in the order in which the relay makes them. One row each,
//! with the refusals that end the way there.

use careplan::text::Text;

use crate::assumptions::{Assumed, LOGIN};
use crate::refusals::*;

/// One check.
#[derive(Debug)]
pub(super) struct Stage {
    /// A slug that never changes.
    pub(super) id: &'static str,
    /// What is checked.
    pub(super) name: Text,
    /// The same under its mark, where there is little room.
    pub(super) label: Text,
    /// Whether a request that sends nothing passes it, too.
    pub(super) is_common: bool,
    /// What is said when it is not passed.
    refusals: &'static [&'static Refusal],
}

/// The checks of everybody who asks for something come first.
pub(super) static STAGES: &[Stage] = &[
    Stage {
        id: "line",
        name: Text::new("接続", "Line"),
        label: Text::new("接続", "Line"),
        is_common: true,
        refusals: &[&TOO_MANY_CONNECTIONS, &FAULT_UNAVAILABLE, &FAULT_MAINTENANCE, &FAULT_LOCKED],
    },
    Stage {
        id: "certificate",
        name: Text::new("電子証明書", "Certificate"),
        label: Text::new("電子証明書", "Certificate"),
        is_common: true,
        refusals: &[
            &NO_IDENTITY,
            &CERTIFICATE_FOREIGN,
            &CERTIFICATE_MALFORMED,
            &CERTIFICATE_OFFICE,
            &CERTIFICATE_KIND,
            &CERTIFICATE_NOT_YET_VALID,
            &CERTIFICATE_EXPIRED,
            &CERTIFICATE_REVOKED,
            &CERTIFICATE_AGENT,
            &CERTIFICATE_DISABILITY,
            &CERTIFICATE_COMBINED,
        ],
    },
    Stage {
        id: "registered",
        name: Text::new("事業所の登録", "Office registered"),
        label: Text::new("登録", "Registered"),
        is_common: true,
        refusals: &[&UNREGISTERED_SENDER],
    },
    Stage {
        id: "login",
        name: Text::new("ログイン", "Login"),
        label: Text::new("ログイン", "Login"),
        is_common: true,
        refusals: &[
            &TERMINAL,
            &NO_SESSION,
            &SESSION_EXPIRED,
            &SESSION_TERMINAL,
            &LOGIN_REFUSED,
            &LOGIN_LOCKED,
            &LOGIN_OTHER_OFFICE,
            &TEMPORARY_PASSWORD,
            &TEMPORARY_PASSWORD_EXPIRED,
            &PASSWORD_EXPIRED,
        ],
    },
    Stage {
        id: "licence",
        name: Text::new("ライセンス", "Licence"),
        label: Text::new("ライセンス", "Licence"),
        is_common: true,
        refusals: &[&LICENCE_NONE, &LICENCE_APPLIED, &LICENCE_LAPSED],
    },
    Stage {
        id: "form",
        name: Text::new("形式と大きさ", "Form and size"),
        label: Text::new("形式と大きさ", "Form, size"),
        is_common: false,
        refusals: &[
            &NO_BULK,
            &IDEMPOTENCY_KEY,
            &NOT_MULTIPART,
            &MALFORMED_FORM,
            &UNEXPECTED_FIELD,
            &TOO_SLOW,
            &BUSY,
            &FILE_TOO_LARGE,
            &MESSAGE_TOO_LARGE,
            &TOO_MANY_FILES,
            &FILE_NAME,
            &MESSAGE_TEXT,
            &MESSAGE_TOO_LONG,
        ],
    },
    Stage {
        id: "destination",
        name: Text::new("送信先", "Destination"),
        label: Text::new("送信先", "Receiver"),
        is_common: false,
        refusals: &[&MISSING_DESTINATION, &SAME_OFFICE, &UNKNOWN_DESTINATION, &DESTINATION_UNLICENSED],
    },
    Stage {
        id: "files",
        name: Text::new("ファイルの種類と名前", "Kinds and names of files"),
        label: Text::new("種類と名前", "Kinds, names"),
        is_common: false,
        refusals: &[
            &NOTHING_TO_SEND,
            &MESSAGE_ALONE,
            &OFFICE_DOCUMENT,
            &ATTACHMENT_TYPE,
            &ATTACHMENT_CONTENT,
            &SAME_FILE_TWICE,
            &CSV_NAME,
            &CSV_NAME_VERSION,
            &SENDER_MISMATCH,
            &DESTINATION_MISMATCH,
            &SERVICE_TYPE,
        ],
    },
    Stage {
        id: "set",
        name: Text::new("ファイルの組み合わせ", "Set of files"),
        label: Text::new("組み合わせ", "Set"),
        is_common: false,
        refusals: &[&SET_COMPOSITION, &KIND_TWICE, &SET_DIRECTION, &ZERO_ACTUALS, &NO_RECORDS],
    },
    Stage {
        id: "stored",
        name: Text::new("保存", "Storing"),
        label: Text::new("保存", "Storing"),
        is_common: false,
        refusals: &[&IDEMPOTENCY_CONFLICT, &SET_AGAIN, &DRAFT_CHANGED, &STORE_FULL, &STORE_UNREACHABLE, &STORE_FAILED],
    },
];

/// Refusals that stand at no check of this way: of lists and drafts, of passwords and
/// certificates that are asked for, of the control.
#[cfg(test)]
static BESIDE: &[&Refusal] = &[
    &NOT_FOUND,
    &METHOD_NOT_ALLOWED,
    &BAD_QUERY,
    &DIRECTORY_QUERY,
    &RANGE_BEYOND,
    &NO_RECALL,
    &ALREADY_RECEIVED,
    &TOO_MANY_DRAFTS,
    &MALFORMED_JSON,
    &PASSWORD_RULES,
    &ISSUING_PASSWORD,
    &UNKNOWN_KIND,
    &SIGNING_REQUEST,
    &INSTALL_PASSWORD,
    &RENEWAL_TOO_EARLY,
    &CERTIFICATE_OVER,
    &DRILL_BY_TRAINER,
    &LICENCE_VALID,
    &ACCOUNT_EXISTS,
    &CONTROL_HOST,
    &CONTROL_CROSS_SITE,
    &NOT_JSON,
    &BAD_JSON,
    &BODY_TOO_LARGE,
    &BAD_VALUE,
    &OFFICE_IN_USE,
    &SNAPSHOT_SPOILT,
];

/// The check at which a refusal stands; `None` beside the way of a message.
pub(super) fn of(refusal: &Refusal) -> Option<&'static Stage> {
    STAGES.iter().find(|stage| stage.refusals.contains(&refusal))
}

/// How far a message came at one check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Passed.
    Passed,
    /// Refused here.
    Failed,
    /// It did not come to that.
    Unreached,
    /// Not asked for in this environment.
    Absent,
}

impl Mark {
    /// The word for it.
    pub(super) const fn word(self) -> Text {
        match self {
            Self::Passed => Text::new("通りました", "passed"),
            Self::Failed => Text::new("ここで断りました", "refused here"),
            Self::Unreached => Text::new("まだです", "not reached"),
            Self::Absent => Text::new("この環境では確かめません", "not asked for here"),
        }
    }

    /// The slug of it.
    pub(super) const fn slug(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::Unreached => "unreached",
            Self::Absent => "absent",
        }
    }
}

/// What became of a request, as far as the checks are concerned.
#[derive(Clone, Copy, Debug)]
pub(super) enum Came {
    /// Nothing was asked for yet.
    Nowhere,
    /// Up to this refusal.
    To(&'static Refusal),
    /// To its end.
    Through,
}

/// The marks of all checks of a way.
pub(super) fn marks(came: Came, is_sending: bool, assumed: &Assumed) -> Vec<(&'static Stage, Mark)> {
    let stages = STAGES.iter().filter(|stage| is_sending || stage.is_common);
    let end = match came {
        Came::To(refusal) => STAGES.iter().position(|stage| stage.refusals.contains(&refusal)),
        Came::Nowhere | Came::Through => None,
    };
    stages
        .enumerate()
        .map(|(n, stage)| {
            let mark = match (came, end) {
                _ if stage.id == "login" && end != Some(n) && !assumed.is(&LOGIN, "password") => Mark::Absent,
                (Came::Through, _) => Mark::Passed,
                (Came::To(_), Some(end)) if n < end => Mark::Passed,
                (Came::To(_), Some(end)) if n == end => Mark::Failed,
                // What is refused for another reason has passed what everybody passes.
                (Came::To(_), None) if stage.is_common => Mark::Passed,
                _ => Mark::Unreached,
            };
            (stage, mark)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assumptions::Profile;

    #[test]
    fn every_refusal_stands_at_one_check_or_beside_the_way() {
        for refusal in REFUSALS {
            let at = STAGES.iter().flat_map(|stage| stage.refusals).filter(|one| *one == refusal).count();
            let beside = BESIDE.iter().filter(|one| *one == refusal).count();
            assert_eq!(at + beside, 1, "{}", refusal.code);
        }
    }

    #[test]
    fn a_refused_message_passed_what_comes_before() {
        let assumed = Assumed::of(Profile::Client12);
        let slugs = |came, is_sending| -> Vec<_> {
            marks(came, is_sending, &assumed).into_iter().map(|(stage, mark)| (stage.id, mark)).collect()
        };
        for stage in STAGES {
            let Some(refusal) = stage.refusals.first() else { panic!("{}", stage.id) };
            let all = slugs(Came::To(refusal), true);
            let at = all.iter().position(|(_, mark)| *mark == Mark::Failed).unwrap();
            assert_eq!(all[at].0, stage.id);
            assert!(all[..at].iter().all(|(_, mark)| *mark == Mark::Passed), "{}", stage.id);
            assert!(all[at + 1..].iter().all(|(_, mark)| *mark == Mark::Unreached), "{}", stage.id);
        }
        assert!(slugs(Came::Through, true).iter().all(|(_, mark)| *mark == Mark::Passed));
        assert!(slugs(Came::Nowhere, true).iter().all(|(_, mark)| *mark == Mark::Unreached));
        assert!(slugs(Came::To(&NO_RECALL), false).iter().all(|(_, mark)| *mark == Mark::Passed));
    }

    #[test]
    fn where_nobody_logs_in_nobody_is_said_to_have_passed_it() {
        let assumed = Assumed::of(Profile::Web41);
        let login =
            |came| marks(came, true, &assumed).into_iter().find(|(stage, _)| stage.id == "login").map(|one| one.1);
        assert_eq!(login(Came::Through), Some(Mark::Absent));
    }

    #[test]
    fn common_checks_come_first() {
        let own = STAGES.iter().position(|stage| !stage.is_common).unwrap();
        assert!(STAGES[own..].iter().all(|stage| !stage.is_common));
    }
}
