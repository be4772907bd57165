//! The state of the page and every way it changes. Knows no yew, no DOM, no clock.
mod action;
mod cases;
mod chapter;
mod exchange;
mod model;
mod rows;
mod sample;
mod update;

pub use action::{Action, Changed};
pub use cases::{Left, Listed, Shown, Steps, Why};
pub use chapter::{Chapter, ProofPart};
pub use exchange::{NAME, request};
pub use model::{Access, Form, Keep, Model, Notice, Offline, Origin, Page, Part, Sought, Start};
pub use update::update;
