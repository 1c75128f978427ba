//! What the certificates say. Every one carries 「訓練用」, so that none is taken for a real one.

use std::net::IpAddr;
use std::time::SystemTime;

use rcgen::{
    BasicConstraints, CertificateParams, CidrSubnet, DistinguishedName, DnType, ExtendedKeyUsagePurpose,
    GeneralSubtree, IsCa, KeyUsagePurpose, NameConstraints, SanType, SerialNumber,
};
use time::macros::datetime;
use time::{Duration, OffsetDateTime};

use super::{CaError, Request};
use crate::TRAINING;

/// The office number in a client certificate: `urn:renkei:training:office:9970000001`, a URI
/// among the subject's alternative names. (The profile of the real certificates is not public.)
pub(crate) const OFFICE_URI: &str = "urn:renkei:training:office:";
/// The kind of the certificate, in the same place: `urn:renkei:training:kind:kaigo-hoken`.
pub(super) const KIND_URI: &str = "urn:renkei:training:kind:";

/// A CA is valid wherever the clock of the environment may be set to.
const CA_LIFE: (OffsetDateTime, OffsetDateTime) = (datetime!(2000-01-01 0:00 UTC), datetime!(2100-01-01 0:00 UTC));
/// A server certificate is made anew at every start. Clients judge it by the real time.
const SERVER_LIFE: Duration = Duration::days(397);
/// Clocks of two machines differ.
const LEEWAY: Duration = Duration::hours(1);

/// Addresses that no certificate of this CA may go beyond: loopback and private networks.
const PRIVATE: &[(&str, u8)] = &[
    ("127.0.0.0", 8),
    ("10.0.0.0", 8),
    ("172.16.0.0", 12),
    ("192.168.0.0", 16),
    ("169.254.0.0", 16),
    ("::1", 128),
    ("fc00::", 7),
    ("fe80::", 10),
];

/// The subnets of [`PRIVATE`].
fn subnets() -> impl Iterator<Item = (IpAddr, u8)> {
    PRIVATE.iter().filter_map(|(net, bits)| Some((net.parse().ok()?, *bits)))
}

/// Whether a certificate of this CA may name the address.
pub(crate) fn private(addr: IpAddr) -> bool {
    let bits = |addr: IpAddr| match addr {
        IpAddr::V4(v4) => (u128::from(v4.to_bits()) << 96, true),
        IpAddr::V6(v6) => (v6.to_bits(), false),
    };
    subnets().any(|(net, prefix)| {
        let ((net, net4), (addr, addr4)) = (bits(net), bits(addr));
        net4 == addr4 && (net ^ addr).leading_zeros() >= u32::from(prefix)
    })
}

fn params(name: String, (from, to): (OffsetDateTime, OffsetDateTime)) -> CertificateParams {
    let mut subject = DistinguishedName::new();
    subject.push(DnType::CountryName, "JP");
    subject.push(DnType::OrganizationName, format!("renkei {TRAINING}模擬環境"));
    subject.push(DnType::CommonName, name);
    let mut params = CertificateParams::default();
    params.distinguished_name = subject;
    params.not_before = from;
    params.not_after = to;
    params.use_authority_key_identifier_extension = true;
    params
}

/// The CA: signs certificates only, for private addresses and `localhost` only.
pub(super) fn authority() -> CertificateParams {
    let mut params = params(format!("{TRAINING} 認証局 (renkei training CA)"), CA_LIFE);
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params.use_authority_key_identifier_extension = false;
    let mut permitted: Vec<_> =
        subnets().map(|(net, bits)| GeneralSubtree::IpAddress(CidrSubnet::from_addr_prefix(net, bits))).collect();
    permitted.push(GeneralSubtree::DnsName("localhost".to_owned()));
    params.name_constraints = Some(NameConstraints { permitted_subtrees: permitted, excluded_subtrees: Vec::new() });
    params
}

/// The relay itself.
pub(super) fn server(addresses: &[IpAddr]) -> Result<CertificateParams, CaError> {
    let now = OffsetDateTime::from(SystemTime::now());
    let mut params = params(format!("{TRAINING} 中継 (renkei training relay)"), (now - LEEWAY, now + SERVER_LIFE));
    params.subject_alt_names = vec![SanType::DnsName("localhost".try_into()?)];
    params.subject_alt_names.extend(addresses.iter().copied().map(SanType::IpAddress));
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    Ok(params)
}

/// An office.
pub(super) fn office(request: &Request) -> Result<CertificateParams, CaError> {
    let Request { office, kind, .. } = request;
    let mut params = params(request.name(), (moment(request.not_before)?, moment(request.not_after)?));
    params.subject_alt_names = vec![
        SanType::URI(format!("{OFFICE_URI}{office}").try_into()?),
        SanType::URI(format!("{KIND_URI}{}", kind.slug).try_into()?),
    ];
    params.serial_number = Some(SerialNumber::from_slice(&request.serial.0));
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
    Ok(params)
}

/// A time of a certificate, from milliseconds since 1970. Certificates hold the years 1 to 9999.
pub(super) fn moment(unix_ms: i64) -> Result<OffsetDateTime, CaError> {
    let time = OffsetDateTime::from_unix_timestamp(unix_ms.div_euclid(1_000)).map_err(|_| CaError::Time)?;
    if (1..=9_999).contains(&time.year()) { Ok(time) } else { Err(CaError::Time) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_subnet_of_the_table_can_be_read() {
        assert_eq!(subnets().count(), PRIVATE.len());
    }

    #[test]
    fn private_addresses_are_told_from_public_ones() {
        for inside in ["127.0.0.1", "10.1.2.3", "172.31.0.1", "192.168.0.9", "::1", "fd00::1"] {
            assert!(private(inside.parse().unwrap()), "{inside}");
        }
        for outside in ["8.8.8.8", "172.32.0.1", "2001:db8::1", "::2", "0.0.0.0"] {
            assert!(!private(outside.parse().unwrap()), "{outside}");
        }
    }
}
