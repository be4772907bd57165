//! What leaves the page as words: one account in, documents, notes and drafts out.
//! Knows the domain and the playbook; never a clock, a locale or a browser.
pub mod words;
