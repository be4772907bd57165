//! What leaves the page as words: one account in, documents, notes and drafts out.
//! Knows the domain and the playbook; never a clock, a locale or a browser.
pub mod agenda;
pub mod bpmn;
pub mod business;
mod case;
pub mod checklist;
pub mod crm_note;
pub mod csv;
pub mod customer;
pub mod deck;
pub mod document;
#[cfg(feature = "documents")]
pub mod docx;
pub mod email;
pub mod html;
#[cfg(feature = "documents")]
pub mod ics;
mod known;
pub mod lanes;
pub mod markdown;
mod next_step;
pub mod parcel;
mod partner;
pub mod picture;
pub mod plan;
pub mod progress;
pub mod registration;
pub mod short;
pub mod tasks;
pub mod text;
pub mod words;
#[cfg(feature = "documents")]
pub mod xlsx;

pub use next_step::next_step;
