//! Sections that the customer writes: the partner asks, the customer answers on a page of their own, and what comes
//! back is held against what is here.
mod ask;
mod guest;
mod incoming;
mod reply;

pub use ask::ask;
pub use guest::guest;
pub use incoming::{open_link, take_in};
