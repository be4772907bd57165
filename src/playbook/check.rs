//! What a playbook must hold beyond its shape.
use super::data::PlaybookData;

/// One sentence per fault.
pub fn check(_data: &PlaybookData) -> Vec<String> {
    Vec::new()
}
