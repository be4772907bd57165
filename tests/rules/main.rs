//! The rules of fit, people, engagement and proof of concept, as cases. Each family has one `check`; expected
//! values are written as arithmetic, and a failure names its case.
#![expect(clippy::inconsistent_digit_grouping, reason = "of cents and hundredths, the last two digits are decimals")]
mod accounts;
mod bounds;
mod brute;
mod change;
mod contradiction;
mod currency;
mod embedded;
mod engagement;
mod fuzz;
mod gate;
mod growth;
mod label;
mod moves;
mod next;
mod number;
mod persona;
mod score;
mod setting;
mod table;
mod window;
