//! Fitproof: from fit to proof of value, wholly on the user's device.
pub mod app;
pub mod domain;
pub mod export;
pub mod playbook;
#[cfg(feature = "web")]
pub mod ui;
