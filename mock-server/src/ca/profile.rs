//! What the certificates say. Every one carries 「訓練用」, so that none is taken for a real one.

use std::net::IpAddr;
use std::time::SystemTime;

use rcgen::{
    BasicConstraints, CertificateParams, CidrSubnet, DistinguishedName, DnType, ExtendedKeyUsagePurpose,
    GeneralSubtree, IsCa, KeyUsagePurpose, NameConstraints, SanType,
};
use time::{Duration, OffsetDateTime};

use super::CaError;
use crate::TRAINING;
use crate::offices::OfficeNo;

/// The office number in a client certificate: `urn:renkei:training:office:9970000001`, a URI
/// among the subject's alternative names. (The profile of the real certificates is not public.)
pub(crate) const OFFICE_URI: &str = "urn:renkei:training:office:";

/// A CA outlives the certificates it issues.
const CA_LIFE: Duration = Duration::days(3_653);
/// Real certificates live three years (relay.md 34).
const OFFICE_LIFE: Duration = Duration::days(1_096);
/// A server certificate is made anew at every start.
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

fn params(name: String, life: Duration) -> CertificateParams {
    let now = OffsetDateTime::from(SystemTime::now());
    let mut subject = DistinguishedName::new();
    subject.push(DnType::CountryName, "JP");
    subject.push(DnType::OrganizationName, format!("renkei {TRAINING}模擬環境"));
    subject.push(DnType::CommonName, name);
    let mut params = CertificateParams::default();
    params.distinguished_name = subject;
    params.not_before = now - LEEWAY;
    params.not_after = now + life;
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
    let mut params = params(format!("{TRAINING} 中継 (renkei training relay)"), SERVER_LIFE);
    params.subject_alt_names = vec![SanType::DnsName("localhost".try_into()?)];
    params.subject_alt_names.extend(addresses.iter().copied().map(SanType::IpAddress));
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    Ok(params)
}

/// An office.
pub(super) fn office(number: &OfficeNo) -> Result<CertificateParams, CaError> {
    let mut params = params(format!("{TRAINING} {number}"), OFFICE_LIFE);
    params.subject_alt_names = vec![SanType::URI(format!("{OFFICE_URI}{number}").try_into()?)];
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
    Ok(params)
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
