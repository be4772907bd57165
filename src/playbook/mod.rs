//! The rules as data: the types of a playbook, reading and checking one, the embedded default.
//! Knows the domain; never a screen, a saved file or a browser.
pub mod check;
pub mod data;
