//! The verdict beside the form: score, next question, engagement, people, change, warnings, findings, context.
//! Every figure comes from the verdict and every wording from `export::words`; nothing is worked out here.
mod change;
mod context;
mod engagement;
mod figures;
mod findings;
mod gates;
mod kinds;
mod line;
mod next;
mod panel;
mod people;
mod score;
mod section;
mod source;
mod warnings;

pub use line::{engagement, fit, line, summary};
pub use panel::{DETAILS, Details, VerdictPanel, VerdictProps};
