//! Adapters at the edge: what the browser does for us, with every refusal as a value.
//! Names no component and no page. What is kept under which key needs no browser, only somewhere to keep it.
#[cfg(feature = "web")]
pub mod clock;
#[cfg(feature = "web")]
pub mod download;
#[cfg(feature = "web")]
pub mod file;
#[cfg(feature = "web")]
pub mod focus;
#[cfg(feature = "web")]
pub mod host;
pub mod keeper;
#[cfg(feature = "web")]
pub mod locale;
#[cfg(feature = "web")]
pub mod lock;
#[cfg(feature = "web")]
pub mod offline;
#[cfg(feature = "web")]
pub mod print;
#[cfg(feature = "web")]
mod reach;
pub mod records;
#[cfg(feature = "web")]
pub mod rescue;
#[cfg(feature = "web")]
pub mod room;
#[cfg(feature = "web")]
pub mod screen;
#[cfg(feature = "web")]
pub mod share;
#[cfg(feature = "web")]
pub mod store;
#[cfg(feature = "web")]
pub mod tabs;
