//! The screen: pages, fields, pictures, and the hooks that reach the browser.
//! Does no arithmetic; names web-sys for event targets and node refs alone.
mod app;
mod backup;
mod cases;
mod chapters;
mod desk;
mod document;
mod effects;
mod event;
pub mod exchange;
mod form;
mod hosting;
mod keeping;
mod made;
mod menu;
mod notices;
mod part;
pub mod people;
pub mod picture;
mod portfolio;
pub mod process;
pub mod proof;
mod rules;
mod saving;
mod share_panel;
mod shared;
mod shell;
mod source;
pub mod value;
pub mod verdict;

pub use app::App;
pub use part::Fetched;
pub use shared::{Shared, View};
