//! The endpoints of enrolment and of logins.

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
    session::end
))]
pub(crate) struct Described;

endpoints! {
    pub(crate) static;
    "POST" "/v1/enrolment/password" |_| post(passwords::change),
        "パスワードの変更（まず仮パスワードを変更します）"
        "change a password, a temporary one first of all";
    "POST" "/v1/enrolment/issuing-password" |_| post(passwords::renew_issuing),
        "証明書発行用パスワードの再発行"
        "the password for issuing certificates, again";
    "POST" "/v1/enrolment/certificates" |_| post(certificates::issue),
        "電子証明書の発行（署名要求、PEM、証明書ファイル）"
        "issue a certificate: for a signing request, as PEM, as an install file";
    "POST" "/v1/enrolment/certificates/list" |_| post(certificates::list),
        "電子証明書の一覧（残り日数つき）"
        "the certificates of the office, with days left";
    "POST" "/v1/enrolment/certificates/{serial}/renew" |_| post(certificates::renew),
        "電子証明書の更新"
        "renew a certificate";
    "POST" "/v1/enrolment/certificates/{serial}/reissue" |_| post(certificates::reissue),
        "なくした電子証明書の再発行（前のものは失効します）"
        "issue again in the place of a lost one, which is revoked";
    "POST" "/v1/enrolment/certificates/{serial}/revoke" |_| post(certificates::revoke),
        "電子証明書の失効"
        "revoke a certificate";
    "GET" "/v1/enrolment/drills" |_| get(certificates::drills),
        "訓練用の使えない証明書の一覧"
        "drills: certificates that do not work";
    "POST" "/v1/enrolment/drills/{slug}" |_| post(certificates::drill),
        "訓練用の使えない証明書の発行"
        "hold a drill";
    "GET" "/v1/ca.pem" |_| get(authority::ca_pem),
        "認証局の証明書（PEM）"
        "the certificate of the CA, PEM";
    "GET" "/v1/crl" |_| get(authority::crl),
        "失効リスト（DER）"
        "the list of revoked certificates, DER";
    "GET" "/v1/crl.pem" |_| get(authority::crl_pem),
        "失効リスト（PEM）"
        "the list of revoked certificates, PEM";
    "POST" "/v1/session" |_| post(session::begin),
        "ログイン（電子証明書とユーザーIDで）"
        "log in, with certificate and user id";
    "DELETE" "/v1/session" |_| delete(session::end),
        "ログアウト"
        "log out";
}
