//! Adapters at the edge: what the browser does for us, with every refusal as a value.
//! Names no component and no page.
pub mod clock;
pub mod download;
pub mod file;
pub mod focus;
pub mod keeper;
pub mod locale;
pub mod offline;
pub mod print;
mod reach;
pub mod rescue;
pub mod screen;
pub mod share;
pub mod store;
pub mod tabs;
