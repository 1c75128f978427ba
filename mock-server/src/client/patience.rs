//! Calling again: how often, and how long to wait in between.

use std::future::Future;
use std::time::Duration;

use reqwest::header::{HeaderMap, RETRY_AFTER};
use uuid::Uuid;

use super::ClientError;

/// How often a call that fails for a passing reason is made, and how long it waits in between.
/// The wait doubles from one time to the next; a `Retry-After` of the relay goes before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// How often in all; 1 = never again.
    pub attempts: u32,
    /// The first wait.
    pub first: Duration,
    /// The longest wait, also where the relay asks for more.
    pub most: Duration,
}

impl Patience {
    /// One call and no more: for tests and for those who judge for themselves.
    pub const NONE: Self = Self { attempts: 1, first: Duration::ZERO, most: Duration::ZERO };
    /// For a person who waits in front of the screen: about half a minute.
    pub const PERSON: Self = Self { attempts: 7, first: Duration::from_millis(400), most: Duration::from_secs(15) };

    /// The wait after so many calls that failed. A part of it is chance, so that those who were
    /// cut off together do not all come back together.
    #[must_use]
    pub fn wait(&self, failed: u32, asked: Option<Duration>) -> Duration {
        if let Some(asked) = asked {
            return asked.min(self.most);
        }
        let whole = self.first.saturating_mul(1 << failed.saturating_sub(1).min(16)).min(self.most);
        let half = whole / 2;
        let chance = u32::from(Uuid::new_v4().as_bytes()[0]);
        half + half * chance / 255
    }

    /// Calls until it succeeds, fails for good, or patience ends.
    pub(super) async fn keep<T, F, R>(&self, mut call: F) -> Result<T, ClientError>
    where
        F: FnMut() -> R,
        R: Future<Output = Result<T, Failure>>,
    {
        let mut failed = 0;
        loop {
            let Failure { error, asked } = match call().await {
                Ok(value) => return Ok(value),
                Err(failure) => failure,
            };
            failed += 1;
            if failed >= self.attempts || !error.is_passing() {
                return Err(error);
            }
            tokio::time::sleep(self.wait(failed, asked)).await;
        }
    }
}

impl Default for Patience {
    fn default() -> Self {
        Self::NONE
    }
}

/// A call that failed.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) error: ClientError,
    /// What the relay asks to wait.
    pub(super) asked: Option<Duration>,
}

impl<E: Into<ClientError>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self { error: error.into(), asked: None }
    }
}

/// `Retry-After` in seconds; a date is not read.
pub(super) fn asked(headers: &HeaderMap) -> Option<Duration> {
    headers.get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok().map(Duration::from_secs)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    const PATIENCE: Patience =
        Patience { attempts: 3, first: Duration::from_millis(4), most: Duration::from_millis(10) };

    #[test]
    fn waits_double_up_to_the_most_and_the_relay_is_heeded_up_to_it_too() {
        for (failed, from, to) in [(1, 2, 4), (2, 4, 8), (3, 5, 10), (40, 5, 10)] {
            let wait = PATIENCE.wait(failed, None);
            assert!(wait >= Duration::from_millis(from) && wait <= Duration::from_millis(to), "{failed}: {wait:?}");
        }
        assert_eq!(PATIENCE.wait(1, Some(Duration::from_millis(1))), Duration::from_millis(1));
        assert_eq!(PATIENCE.wait(1, Some(Duration::from_secs(900))), Duration::from_millis(10));
    }

    #[tokio::test]
    async fn a_passing_failure_is_tried_again_as_often_as_patience_lasts_and_another_is_not() {
        for (status, calls) in [(503, 3), (422, 1)] {
            let made = Cell::new(0);
            let failed = PATIENCE
                .keep(|| async {
                    made.set(made.get() + 1);
                    Err::<(), _>(Failure::from(ClientError::Unexpected(status)))
                })
                .await;
            assert!(failed.is_err());
            assert_eq!(made.get(), calls, "{status}");
        }
    }

    #[tokio::test]
    async fn what_the_relay_asks_to_wait_goes_before_our_own_wait() {
        let patient = Patience { attempts: 2, first: Duration::from_secs(3_600), most: Duration::from_secs(3_600) };
        let called = patient
            .keep(|| async {
                let error = ClientError::Unexpected(503);
                Err::<(), _>(Failure { error, asked: Some(Duration::ZERO) })
            })
            .await;
        assert!(called.is_err());
    }

    #[test]
    fn seconds_are_read_and_a_date_is_left() {
        let header = |value: &'static str| HeaderMap::from_iter([(RETRY_AFTER, value.parse().unwrap())]);
        assert_eq!(asked(&header("3")), Some(Duration::from_secs(3)));
        assert_eq!(asked(&header("Sat, 21 Nov 2026 03:00:00 GMT")), None);
        assert_eq!(asked(&HeaderMap::new()), None);
    }
}
