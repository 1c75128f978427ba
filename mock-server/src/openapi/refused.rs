//! Which operation can be refused by what: it follows from what an operation takes, and a few
//! rows say the rest. The answers in the description are made from it.

use crate::refusals::*;

/// To which operations a row applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// To all.
    Always,
    /// Those for which a certificate is needed.
    Certificate,
    /// Those that take a form.
    Form,
    /// Those that take JSON.
    Json,
    /// Those with something to fill in in their path.
    Path,
    /// Those that take parameters in the query.
    Query,
    /// Those that take this header.
    Header(&'static str),
    /// These.
    Operations(&'static [&'static str]),
    /// None: no operation that exists is refused so.
    Elsewhere,
}

/// The operations that send one message.
const SENDS: When = When::Operations(&["sendMessage", "sendDraft"]);

/// The operations for which one gives user id and password.
const LOGINS: When = When::Operations(&[
    "renewIssuingPassword",
    "issueCertificate",
    "listCertificates",
    "renewCertificate",
    "reissueCertificate",
    "revokeCertificate",
    "holdDrill",
    "logIn",
]);
/// The operations that give a certificate.
const GIVES: When = When::Operations(&["issueCertificate", "renewCertificate", "reissueCertificate", "holdDrill"]);

/// The rows of the relay.
pub(super) static REFUSED: &[(When, &[&Refusal])] = &[
    (
        When::Always,
        &[
            &TOO_MANY_CONNECTIONS,
            &STORE_UNREACHABLE,
            &STORE_FAILED,
            &FAULT_UNAVAILABLE,
            &FAULT_MAINTENANCE,
            &FAULT_LOCKED,
        ],
    ),
    (
        When::Certificate,
        &[
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
            &UNREGISTERED_SENDER,
            &TERMINAL,
            &STORE_FULL,
        ],
    ),
    (When::Path, &[&NOT_FOUND]),
    (When::Query, &[&BAD_QUERY]),
    (When::Json, &[&MALFORMED_JSON, &LOGIN_REFUSED, &LOGIN_LOCKED, &BUSY, &STORE_FULL]),
    (When::Header("idempotency-key"), &[&IDEMPOTENCY_KEY, &IDEMPOTENCY_CONFLICT, &BUSY]),
    (When::Header("range"), &[&RANGE_BEYOND]),
    (
        When::Form,
        &[
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
            &UNKNOWN_DESTINATION,
        ],
    ),
    (
        SENDS,
        &[
            &MISSING_DESTINATION,
            &SAME_OFFICE,
            &UNKNOWN_DESTINATION,
            &NOTHING_TO_SEND,
            &OFFICE_DOCUMENT,
            &ATTACHMENT_TYPE,
            &ATTACHMENT_CONTENT,
            &CSV_NAME,
            &CSV_NAME_VERSION,
            &SAME_FILE_TWICE,
            &SENDER_MISMATCH,
            &DESTINATION_MISMATCH,
            &SERVICE_TYPE,
            &SET_COMPOSITION,
            &SET_DIRECTION,
            &MESSAGE_ALONE,
            &KIND_TWICE,
            &ZERO_ACTUALS,
            &NO_RECORDS,
            &SET_AGAIN,
            &DESTINATION_UNLICENSED,
        ],
    ),
    (When::Operations(&["sendDraft"]), &[&DRAFT_CHANGED]),
    (When::Operations(&["keepDraft", "sendBulk"]), &[&TOO_MANY_DRAFTS]),
    (When::Operations(&["sendBulk"]), &[&NOTHING_TO_SEND]),
    (When::Operations(&["sendBulk", "sendQueued"]), &[&NO_BULK]),
    (When::Operations(&["recallMessage"]), &[&NO_RECALL, &ALREADY_RECEIVED]),
    (When::Operations(&["changePassword"]), &[&TEMPORARY_PASSWORD_EXPIRED, &PASSWORD_RULES]),
    (LOGINS, &[&TEMPORARY_PASSWORD, &TEMPORARY_PASSWORD_EXPIRED, &PASSWORD_EXPIRED]),
    (When::Operations(&["issueCertificate", "reissueCertificate"]), &[&ISSUING_PASSWORD]),
    (GIVES, &[&UNKNOWN_KIND, &SIGNING_REQUEST, &INSTALL_PASSWORD]),
    (When::Operations(&["renewCertificate"]), &[&RENEWAL_TOO_EARLY]),
    (When::Operations(&["renewCertificate", "reissueCertificate", "revokeCertificate"]), &[&CERTIFICATE_OVER]),
    (When::Operations(&["holdDrill"]), &[&DRILL_BY_TRAINER]),
    (When::Operations(&["logIn"]), &[&LOGIN_OTHER_OFFICE]),
    (
        When::Certificate,
        &[&NO_SESSION, &SESSION_EXPIRED, &SESSION_TERMINAL, &LICENCE_NONE, &LICENCE_APPLIED, &LICENCE_LAPSED],
    ),
    (When::Operations(&["applyForLicence", "renewLicence", "chooseRenewal"]), &[&LICENCE_VALID]),
    (When::Operations(&["searchDirectory"]), &[&DIRECTORY_QUERY]),
    (When::Elsewhere, &[&METHOD_NOT_ALLOWED]),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Those of the control, which has a description of its own.
    static OF_THE_CONTROL: &[&Refusal] = &[
        &CONTROL_HOST,
        &CONTROL_CROSS_SITE,
        &NOT_JSON,
        &BAD_JSON,
        &BODY_TOO_LARGE,
        &BAD_VALUE,
        &OFFICE_IN_USE,
        &SNAPSHOT_SPOILT,
        &ACCOUNT_EXISTS,
    ];

    #[test]
    fn every_refusal_is_given_by_some_operation_or_said_not_to_be() {
        for refusal in REFUSALS {
            let is_given = REFUSED.iter().any(|(_, refusals)| refusals.contains(refusal));
            assert!(is_given || OF_THE_CONTROL.contains(refusal), "{}", refusal.code);
        }
    }
}
