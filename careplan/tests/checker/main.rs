//! The checker, walked along its tables: every field, every rule, and bytes of any kind.

mod every_field;
mod golden;
mod hostile;
mod readings;
mod rule_cases;
