//! The users of the offices of a room.

use axum::http::Method;

use super::Room;
use super::house::Account;
use crate::desk::clerk::Clerk;
use crate::desk::screen::Screen;
use crate::enrolment::EnrolmentError;
use crate::offices::OfficeNo;
use crate::wire::{Login, PasswordChange, PasswordChanged, Secret};

/// The password of every training account: it stands on the screen beside the field.
const PASSWORD: &str = "kunren-2027";

impl Room {
    /// The user of an office, whose password everybody at the desk may know; opened when it is
    /// first looked for. `None` where the office has a user already: that one's password is not
    /// ours to change.
    ///
    /// # Errors
    /// When it could not be opened.
    pub(crate) async fn account(&self, office: OfficeNo) -> Result<Option<Account>, EnrolmentError> {
        let house = self.house();
        if let Some(account) = house.desks().accounts.get(&office) {
            return Ok(Some(account.clone()));
        }
        let new = match house.state.open_account(&office).await {
            Ok(new) => new,
            Err(EnrolmentError::HasAccount(_)) => return Ok(None),
            Err(problem) => return Err(problem),
        };
        let account = Account { user_id: new.user_id, password: PASSWORD.into() };
        let login = Login { user_id: account.user_id.clone(), password: new.temporary_password };
        let change = PasswordChange { login, new_password: account.password.clone() };
        let clerk = Clerk::new(self, Screen::first(office));
        let changed: Result<PasswordChanged, _> =
            clerk.act(Method::POST, "/v1/enrolment/password", Some(&change)).await;
        if let Err(problem) = changed {
            tracing::error!(?problem, "the password of a training account");
            return Ok(None);
        }
        house.desks().accounts.insert(office, account.clone());
        Ok(Some(account))
    }

    /// The password of a user was changed: the note that tells it tells the new one.
    pub(crate) fn note_password(&self, user_id: &str, password: &Secret) {
        let house = self.house();
        let mut desks = house.desks();
        if let Some(account) = desks.accounts.values_mut().find(|account| account.user_id == user_id) {
            account.password = password.clone();
        }
    }
}
