//! The words for a plan's state.
use super::counted;
use crate::domain::pov::{Sign, Verdict};

/// Why a trial may go on forever, and what to do about it.
pub fn sign(sign: Sign) -> String {
    match sign {
        Sign::EndMoved(times) => {
            format!("The end has moved {}. Name the day that stays, or stop.", counted(times, "time", "times"))
        }
        Sign::CriteriaAdded(count) => {
            let added = counted(count, "criterion was", "criteria were");
            format!("{added} added after the start. Keep what is new for the next step.")
        }
        Sign::NoDecisionMeeting => "No decision meeting is booked. Book it before anything else is tested.".to_owned(),
        Sign::NoEnd => "There is no end date. Agree on one.".to_owned(),
    }
}

/// Where a success criterion stands.
pub fn result(result: Verdict) -> &'static str {
    match result {
        Verdict::Open => "open",
        Verdict::Met => "met",
        Verdict::NotMet => "not met",
    }
}
