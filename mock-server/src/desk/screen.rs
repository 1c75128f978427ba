//! A screen: one office at one of its terminals.

use std::fmt;
use std::str::FromStr;

use crate::offices::OfficeNo;

/// Terminals of an office at a desk.
pub(crate) const TERMINALS: u8 = 9;

/// What the names of terminals at a desk begin with.
const TERMINAL: &str = "desk-";

/// One office at one of its terminals; `9970000001-1` in addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Screen {
    /// 事業所番号.
    pub(crate) office: OfficeNo,
    /// From 1 to [`TERMINALS`].
    pub(crate) terminal: u8,
}

impl Screen {
    /// The first terminal of an office.
    pub(crate) const fn first(office: OfficeNo) -> Self {
        Self { office, terminal: 1 }
    }

    /// The name under which the exchange knows the terminal.
    pub(crate) fn terminal_name(self) -> String {
        format!("{TERMINAL}{}", self.terminal)
    }
}

/// The number of a terminal by its name; `None` for one that stands elsewhere.
pub(crate) fn terminal_of(name: &str) -> Option<u8> {
    name.strip_prefix(TERMINAL)?.parse().ok().filter(|n| (1..=TERMINALS).contains(n))
}

impl fmt::Display for Screen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.office, self.terminal)
    }
}

impl FromStr for Screen {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (office, terminal) = text.split_once('-').ok_or(())?;
        let terminal = terminal.parse().map_err(|_| ())?;
        if !(1..=TERMINALS).contains(&terminal) {
            return Err(());
        }
        Ok(Self { office: office.parse().map_err(|_| ())?, terminal })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_is_read_as_it_is_written() {
        let screen: Screen = "9970000001-2".parse().unwrap();
        assert_eq!(
            (screen.office.as_str(), screen.terminal, screen.to_string().as_str()),
            ("9970000001", 2, "9970000001-2")
        );
        for other in ["", "9970000001", "9970000001-", "9970000001-0", "9970000001-10", "997-1", "../../etc-1"] {
            assert!(other.parse::<Screen>().is_err(), "{other}");
        }
    }
}
