//! The browser's own printing, which also saves as PDF.

/// Opens the print dialog. Nothing happens where a frame forbids it.
pub fn print() {
    let _ = gloo::utils::window().print();
}
