//! The forms as a whole: drawn from the corpus, from every field of the layout, from damaged bytes.

mod corpus;
mod every_field;
mod hostile;
mod people;
