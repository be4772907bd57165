//! Pictures: labels keep apart at every width, whatever the figures; a file of one stands alone.
mod chance;
mod charts;
mod file;
mod kept;
#[cfg(feature = "web")]
mod screen;
mod timeline;
#[path = "../plan_of/window.rs"]
mod window;
