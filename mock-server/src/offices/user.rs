//! Who uses the exchange (relay.md 41), read from the service types of an office.

use careplan::text::Text;
use careplan::value::{Benefit, Scope, scope};

/// One kind of user.
#[derive(Debug)]
pub struct UserKind {
    /// A slug that never changes.
    pub slug: &'static str,
    /// Its name.
    pub name: Text,
    is: fn(&str) -> bool,
}

macro_rules! users {
    ($($slug:literal $ja:literal $en:literal $is:expr;)*) => {
        /// All kinds, each with the service types that make one.
        pub static USERS: &[UserKind] =
            &[$(UserKind { slug: $slug, name: Text::new($ja, $en), is: $is }),*];
    };
}

users! {
    "care-management" "居宅介護支援事業所" "care management office" |code| code == "43";
    // 介護予防支援 and 介護予防ケアマネジメント are the work of the centres.
    "community-centre" "地域包括支援センター" "community general support centre" |code| matches!(code, "46" | "AF");
    "service" "サービス事業所" "service office" |code| !matches!(code, "43" | "46" | "AF") && !is_preventive(code);
    "preventive" "介護予防・総合事業の事業所" "office of preventive care or of the municipal project" is_preventive;
}

fn is_preventive(code: &str) -> bool {
    matches!(scope(code.as_bytes()), Scope::InScope(Benefit::Preventive | Benefit::Project))
}

/// What kinds of user an office with these service types is, in the order of the table.
pub fn users_of<S: AsRef<str>>(services: &[S]) -> impl Iterator<Item = &'static UserKind> {
    USERS.iter().filter(move |user| services.iter().any(|code| (user.is)(code.as_ref())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slugs(services: &[&str]) -> Vec<&'static str> {
        users_of(services).map(|user| user.slug).collect()
    }

    #[test]
    fn all_users_of_the_exchange_are_told_by_their_services() {
        assert_eq!(slugs(&["43"]), ["care-management"]);
        assert_eq!(slugs(&["46"]), ["community-centre"]);
        assert_eq!(slugs(&["11", "15"]), ["service"]);
        assert_eq!(slugs(&["A2"]), ["preventive"]);
        assert_eq!(slugs(&["15", "A6", "43"]), ["care-management", "service", "preventive"]);
        assert_eq!(slugs(&[]), [""; 0]);
    }

    #[test]
    fn every_service_type_of_the_standard_makes_exactly_one_kind_of_user() {
        for service in careplan::value::SERVICE_TYPES {
            assert_eq!(slugs(&[service.code]).len(), 1, "{}", service.code);
        }
    }
}
