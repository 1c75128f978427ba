//! The part an office plays, read from its service types.

/// The part an office plays in the tables of the standard (2.2 and 3.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Role {
    /// 居宅介護支援事業所 and 地域包括支援センター等: who plans. The two are not told apart, because
    /// the standard does not say which service type the preventive side sends under (U-7), and a
    /// care manager may be both (R91).
    Planner,
    /// サービス事業所.
    Service,
}

/// Service types of planners: 居宅介護支援 is the one that the standard shows; 介護予防支援 and
/// 介護予防ケアマネジメント are not in its text (U-7).
const PLANNERS: &[&str] = &["43", "46", "AF"];

/// The parts that an office with these service types plays; several where one number holds several.
pub(crate) fn roles_of<S: AsRef<str>>(services: &[S]) -> Vec<Role> {
    let mut roles = Vec::new();
    for service in services {
        let role = if PLANNERS.contains(&service.as_ref()) { Role::Planner } else { Role::Service };
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
        assert_eq!(roles_of(&["43", "15", "16"]), [Role::Planner, Role::Service]);
        assert_eq!(roles_of(&["46"]), [Role::Planner]);
        assert_eq!(roles_of::<&str>(&[]), []);
    }
}
