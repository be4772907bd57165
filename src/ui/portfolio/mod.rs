//! All accounts on this device: how each one stands, and what can be done with it.
mod act;
mod entry;
mod page;

pub use act::is_archived;
pub use entry::plain;
pub use page::accounts;
