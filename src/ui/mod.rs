//! The screen: pages, fields, pictures, and the hooks that reach the browser.
//! Does no arithmetic; names web-sys for event targets and node refs alone.
mod shared;
pub mod verdict;

pub use shared::{Sender, Shared, use_change, use_send};
