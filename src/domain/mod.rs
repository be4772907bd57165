//! Pure nouns and arithmetic: what an account is, what its answers mean, how a criterion counts.
//! Knows no playbook, no file format, no screen, no clock and no locale.
pub mod account;
pub mod answer;
pub mod calendar;
pub mod change;
pub mod condition;
pub mod criterion;
pub mod date;
pub mod engagement;
pub mod fit;
pub mod growth;
pub mod history;
pub mod money;
pub mod next;
pub mod number;
pub mod persona;
pub mod poc;
pub mod pov;
pub mod problem;
pub mod process;
pub mod quantity;
pub mod question;
pub mod reading;
pub mod row;
pub mod span;
pub mod table;
pub mod value;
