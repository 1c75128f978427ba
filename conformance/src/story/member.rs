//! Who takes part in a story, for those who play it.

use super::Role;
use super::office::Office;

/// An office of a story, as one of the services under its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// 事業所番号.
    pub number: String,
    /// 事業所名.
    pub name: String,
    /// サービス種類コード, two characters.
    pub service: &'static str,
    /// What it is in the exchange.
    pub role: Role,
}

/// Those who have sent or received something, in the order in which they first did.
#[derive(Debug, Default)]
pub(super) struct Members(Vec<Member>);

impl Members {
    /// Notes that an office takes part.
    pub(super) fn meet(&mut self, office: &Office) {
        let is_known = self.0.iter().any(|known| known.number == office.number && known.service == office.service);
        if !is_known {
            self.0.push(Member {
                number: office.number.clone(),
                name: office.name.clone(),
                service: office.service,
                role: office.role,
            });
        }
    }

    /// All of them.
    pub(super) fn into_vec(self) -> Vec<Member> {
        self.0
    }
}
