//! Passwords and certificates. Nothing here needs a certificate: one begins without.

use rcgen::{CertificateParams, DistinguishedName, KeyPair, PKCS_ECDSA_P256_SHA256};
use reqwest::Method;
use serde::Serialize;

use super::papers::Papers;
use super::{Client, ClientError, Patience};
use crate::wire::{
    CertificateOrder, CertificateRenewal, Delivery, IssuedCertificate, IssuingPassword, Login, PasswordChange,
    PasswordChanged, Secret,
};

/// A key that was made here, and the request that has it signed.
pub struct KeyRequest {
    /// The signing request, PKCS #10 in PEM.
    pub csr: String,
    /// The key, PKCS #8 in PEM; it never leaves this side.
    pub key_pem: String,
}

impl std::fmt::Debug for KeyRequest {
    /// Without the key.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KeyRequest").field("csr", &self.csr).finish_non_exhaustive()
    }
}

impl KeyRequest {
    /// Makes a key. The relay decides what stands in the certificate, so the request names nobody.
    ///
    /// # Errors
    /// [`ClientError::Key`].
    pub fn new() -> Result<Self, ClientError> {
        let key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).map_err(ClientError::Key)?;
        let mut params = CertificateParams::default();
        params.distinguished_name = DistinguishedName::new();
        let csr = params.serialize_request(&key).and_then(|csr| csr.pem()).map_err(ClientError::Key)?;
        Ok(Self { csr, key_pem: key.serialize_pem() })
    }

    /// The papers that it and the certificate make.
    #[must_use]
    pub fn papers(self, issued: IssuedCertificate) -> Papers {
        Papers { ca_pem: issued.ca_pem, cert_pem: issued.certificate_pem, key_pem: self.key_pem }
    }
}

impl Client {
    /// Changes a password, a temporary one first of all; all sessions of the office end.
    ///
    /// # Errors
    /// A refusal, or a failed connection. Not tried again: it may have been changed.
    pub async fn change_password(
        &self,
        user_id: &str,
        password: &str,
        new_password: &str,
    ) -> Result<PasswordChanged, ClientError> {
        let change = PasswordChange { login: login(user_id, password), new_password: new_password.into() };
        self.enrol("/v1/enrolment/password", &change).await
    }

    /// A new 証明書発行用パスワード; the one before no longer counts.
    ///
    /// # Errors
    /// A refusal, or a failed connection.
    pub async fn renew_issuing_password(&self, user_id: &str, password: &str) -> Result<IssuingPassword, ClientError> {
        self.enrol("/v1/enrolment/issuing-password", &login(user_id, password)).await
    }

    /// Has a certificate issued: 介護保険証明書, unless the slug of another kind is given.
    ///
    /// # Errors
    /// A refusal, or a failed connection.
    pub async fn issue_certificate(
        &self,
        user_id: &str,
        password: &str,
        issuing_password: &str,
        kind: Option<&str>,
        delivery: Delivery,
    ) -> Result<IssuedCertificate, ClientError> {
        let order = CertificateOrder {
            login: login(user_id, password),
            issuing_password: Secret::from(issuing_password),
            kind: kind.map(str::to_owned),
            delivery,
        };
        self.enrol("/v1/enrolment/certificates", &order).await
    }

    /// Has the certificate issued that follows on the one of this serial number, which stays
    /// valid to its end.
    ///
    /// # Errors
    /// A refusal, or a failed connection.
    pub async fn renew_certificate(
        &self,
        user_id: &str,
        password: &str,
        serial: &str,
        delivery: Delivery,
    ) -> Result<IssuedCertificate, ClientError> {
        let renewal = CertificateRenewal { login: login(user_id, password), delivery };
        self.enrol(&format!("/v1/enrolment/certificates/{serial}/renew"), &renewal).await
    }

    /// Nothing of enrolment is repeated: what was done may have been done, and failures count.
    async fn enrol<T: serde::de::DeserializeOwned>(&self, path: &str, body: &impl Serialize) -> Result<T, ClientError> {
        let client = self.with_patience(Patience::NONE);
        client.json(|| client.request(Method::POST, path).json(body)).await
    }
}

fn login(user_id: &str, password: &str) -> Login {
    Login { user_id: user_id.to_owned(), password: password.into() }
}
