//! The part an office plays, read from its service types.

/// The part an office plays in the tables of the standard (2.2 and 3.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Role {
    /// 居宅介護支援事業所.
    CareManager,
    /// 地域包括支援センター等, and care managers designated for 介護予防支援 (R91).
    SupportCentre,
    /// サービス事業所.
    Service,
}

/// Service types that are not a service in the sense of [`Role::Service`]. 43 is the one the
/// standard shows; the codes of the preventive side are not in its text (U-7): assumption.
const PLANNERS: &[(&str, Role)] =
    &[("43", Role::CareManager), ("46", Role::SupportCentre), ("AF", Role::SupportCentre)];

/// The parts that an office with these service types plays; several where one number holds several.
pub(crate) fn roles_of<S: AsRef<str>>(services: &[S]) -> Vec<Role> {
    let mut roles = Vec::new();
    for service in services {
        let planner = PLANNERS.iter().find(|(code, _)| *code == service.as_ref());
        let role = planner.map_or(Role::Service, |(_, role)| *role);
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    roles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_with_several_services_plays_several_parts() {
        assert_eq!(roles_of(&["43", "15", "16"]), [Role::CareManager, Role::Service]);
        assert_eq!(roles_of(&["46"]), [Role::SupportCentre]);
        assert_eq!(roles_of::<&str>(&[]), []);
    }
}
