//! One side of a process as BPMN 2.0: lanes, steps, ways, and where each is drawn; and back again, also from other
//! tools. What BPMN has no word for (minutes, waiting, error rate) stands in elements of our own.
mod diagram;
mod graph;
mod read;
mod rows;
mod tree;
mod write;
mod xml;

pub use read::{Imported, read};
pub use write::write;

pub const LABEL: &str = "BPMN 2.0";
pub const MIME: &str = "application/xml";
pub const EXTENSION: &str = "bpmn";

/// Of BPMN, and of our own elements.
const MODEL: &str = "http://www.omg.org/spec/BPMN/20100524/MODEL";
const OWN: &str = "urn:fitproof:process";

/// How many steps a file may hold.
pub const STEPS: usize = 2_000;
/// Bytes of a file that is read.
pub const FILE: usize = 8 << 20;
