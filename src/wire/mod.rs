//! Versioned texts of what leaves memory: the case file, the link to share, what the device keeps.
//! Knows the domain; never a screen, a browser or the rules of a playbook. Whatever comes in is read
//! strictly and within bounds, or refused in a sentence to the person.
mod account;
pub mod backup;
mod base64url;
pub mod bounds;
pub mod case;
mod envelope;
pub mod guide;
pub mod json;
pub mod kept;
pub mod link;
pub mod message;
pub mod order;
mod refusal;
pub mod simulation;

pub use refusal::Refusal;
