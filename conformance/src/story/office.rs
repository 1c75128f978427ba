//! Offices: who sends, who receives, who provides.

use careplan::value::SERVICE_TYPES;

use super::rng::Rng;
use super::{Role, names, number};

/// An office, as one of the services under its number.
#[derive(Clone, Debug)]
pub(super) struct Office {
    /// 事業所番号.
    pub(super) number: String,
    /// 事業所名.
    pub(super) name: String,
    /// サービス種類コード.
    pub(super) service: &'static str,
    /// What it is in the exchange.
    pub(super) role: Role,
    pub(super) postal_code: String,
    pub(super) address: String,
    pub(super) phone: String,
}

impl Office {
    fn new(rng: &mut Rng, class: char, service: &'static str, role: Role, what: &str) -> Self {
        let prefecture = rng.pick(&["97", "99"]);
        Self {
            number: number::office(rng, prefecture, class),
            name: names::office(rng, what),
            service,
            role,
            postal_code: names::postal_code(rng),
            address: names::address(rng),
            phone: names::phone(rng),
        }
    }

    /// 居宅介護支援事業所.
    pub(super) fn care_manager(rng: &mut Rng) -> Self {
        Self::new(rng, '7', "43", Role::Kyotaku, "居宅介護支援事業所")
    }

    /// 地域包括支援センター.
    pub(super) fn centre(rng: &mut Rng) -> Self {
        Self::new(rng, '0', "46", Role::Houkatsu, "地域包括支援センター")
    }

    /// An office that provides a service type.
    pub(super) fn provider(rng: &mut Rng, service: &'static str) -> Self {
        let (class, what) = match service {
            "13" | "63" => ('6', "訪問看護ステーション"),
            "15" => ('7', "デイサービスセンター"),
            "17" | "67" => ('7', "福祉用具"),
            "21" => ('7', "ショートステイ"),
            "78" => ('9', "地域密着型デイサービス"),
            "A2" | "A4" => ('A', "訪問型サービス"),
            "A6" => ('A', "通所型サービス"),
            _ => ('7', service_name(service)),
        };
        let role = if is_preventive(service) { Role::YoboService } else { Role::Service };
        Self::new(rng, class, service, role, what)
    }

    /// Another service under the same number.
    pub(super) fn under_same_number(&self, rng: &mut Rng, service: &'static str) -> Self {
        Self { number: self.number.clone(), ..Self::provider(rng, service) }
    }
}

/// Whether a service type is of 予防給付 or 総合事業.
pub(super) fn is_preventive(service: &str) -> bool {
    service.starts_with(['6', 'A']) && service != "68"
}

/// The Japanese name of a service type.
pub(super) fn service_name(code: &str) -> &'static str {
    SERVICE_TYPES.iter().find(|service| service.code == code).map_or("", |service| service.name)
}
