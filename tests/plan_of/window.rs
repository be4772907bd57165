//! The window that plans are held to.
use fitproof::domain::date::Day;
use fitproof::domain::poc::Window;

/// A Monday.
pub const START: Day = Day(20_794);

pub fn window() -> Window {
    Window {
        start: "plan.start".into(),
        end: "plan.end".into(),
        decision: "plan.decision".into(),
        ideal: 14,
        most: 28,
        grace: 5,
    }
}
