//! Being asked to stop: Ctrl-C, or SIGTERM where there is one.

use std::io;

#[cfg(unix)]
use tokio::signal::unix::{Signal, SignalKind, signal};
#[cfg(windows)]
use tokio::signal::windows::{CtrlC, ctrl_c};

/// Hears it when somebody asks this process to stop; from then on the process ends in order.
#[derive(Debug)]
pub(crate) struct Stop {
    #[cfg(unix)]
    interrupted: Signal,
    #[cfg(unix)]
    terminated: Signal,
    #[cfg(windows)]
    interrupted: CtrlC,
}

impl Stop {
    /// Listens from now on.
    pub(crate) fn listen() -> io::Result<Self> {
        Ok(Self {
            #[cfg(unix)]
            interrupted: signal(SignalKind::interrupt())?,
            #[cfg(unix)]
            terminated: signal(SignalKind::terminate())?,
            #[cfg(windows)]
            interrupted: ctrl_c()?,
        })
    }

    /// Waits until it is asked.
    pub(crate) async fn asked(mut self) {
        #[cfg(unix)]
        tokio::select! {
            _ = self.interrupted.recv() => {}
            _ = self.terminated.recv() => {}
        }
        #[cfg(windows)]
        self.interrupted.recv().await;
    }
}
