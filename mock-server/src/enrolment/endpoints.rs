//! The endpoints of enrolment, and of logins.

use axum::routing::{delete, get, post};
use utoipa::OpenApi;

use super::{authority, certificates, passwords, session};
use crate::endpoint::endpoints;

/// The same endpoints as OpenAPI.
#[derive(Debug, OpenApi)]
#[openapi(paths(
    passwords::change,
    passwords::renew_issuing,
    certificates::issue,
    certificates::list,
    certificates::renew,
    certificates::reissue,
    certificates::revoke,
    certificates::drills,
    certificates::drill,
    authority::ca_pem,
    authority::crl,
    authority::crl_pem,
    session::begin,
    session::end,
))]
pub(crate) struct Described;

endpoints! {
    pub(crate) static;
    "POST" "/v1/enrolment/password" |_| post(passwords::change),
        "パスワードの変更（初めは仮パスワードから）"
        "change a password, a temporary one first of all";
    "POST" "/v1/enrolment/issuing-password" |_| post(passwords::renew_issuing),
        "証明書発行用パスワードの再発行"
        "have the password for issuing certificates issued again";
    "POST" "/v1/enrolment/certificates" |_| post(certificates::issue),
        "電子証明書の発行（CSR・PEM・PKCS #12）"
        "have a certificate issued (signing request, PEM, PKCS #12)";
    "POST" "/v1/enrolment/certificates/list" |_| post(certificates::list),
        "事業所の電子証明書の一覧"
        "the certificates of the office";
    "POST" "/v1/enrolment/certificates/{serial}/renew" |_| post(certificates::renew),
        "電子証明書の更新"
        "renew a certificate";
    "POST" "/v1/enrolment/certificates/{serial}/reissue" |_| post(certificates::reissue),
        "電子証明書の再発行（元の証明書は失効します）"
        "have a certificate issued again (the old one is revoked)";
    "POST" "/v1/enrolment/certificates/{serial}/revoke" |_| post(certificates::revoke),
        "電子証明書の失効"
        "revoke a certificate";
    "GET" "/v1/enrolment/drills" |_| get(certificates::drills),
        "使えない電子証明書の練習の一覧"
        "drills with certificates that do not work";
    "POST" "/v1/enrolment/drills/{slug}" |_| post(certificates::drill),
        "練習用の、使えない電子証明書"
        "a certificate that does not work, for a drill";
    "GET" "/v1/ca.pem" |_| get(authority::ca_pem),
        "認証局の証明書"
        "the certificate of the CA";
    "GET" "/v1/crl" |_| get(authority::crl),
        "失効リスト（DER）"
        "the list of revoked certificates (DER)";
    "GET" "/v1/crl.pem" |_| get(authority::crl_pem),
        "失効リスト（PEM）"
        "the list of revoked certificates (PEM)";
    "POST" "/v1/session" |_| post(session::begin),
        "ログイン"
        "log in";
    "DELETE" "/v1/session" |_| delete(session::end),
        "ログアウト"
        "log out";
}
