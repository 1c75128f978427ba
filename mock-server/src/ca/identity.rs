//! Reading the office from a verified client certificate.

use x509_parser::extensions::GeneralName;
use x509_parser::prelude::{FromDer, X509Certificate};

use super::profile::OFFICE_URI;
use crate::offices::OfficeNo;

/// The office of a certificate whose chain has been verified; `None` unless it names exactly one.
pub(crate) fn office_of(cert: &[u8]) -> Option<OfficeNo> {
    let (_, cert) = X509Certificate::from_der(cert).ok()?;
    let names = cert.subject_alternative_name().ok()??;
    let mut offices = names.value.general_names.iter().filter_map(|name| match name {
        GeneralName::URI(uri) => uri.strip_prefix(OFFICE_URI),
        _ => None,
    });
    match (offices.next(), offices.next()) {
        (Some(number), None) => number.parse().ok(),
        _ => None,
    }
}
