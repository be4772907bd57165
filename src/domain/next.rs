//! The next best question: the one whose answer can move the most points.
use super::answer::Answers;
use super::criterion::HalfPoints;
use super::fit::{Fit, Profile, ProfileFit};

/// A question worth asking, with the half-points that hang on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextQuestion {
    pub question: String,
    pub gain: HalfPoints,
}

/// Questions by the sum of (high − low) over the criteria they feed, in each profile that can still win.
/// `order` is the playbook's order of questions, which settles ties.
pub fn next_questions(profiles: &[Profile], fit: &Fit, order: &[String], answers: &Answers) -> Vec<NextQuestion> {
    let open: Vec<(&Profile, &ProfileFit)> = (profiles.iter().zip(&fit.profiles).enumerate())
        .filter(|(at, (_, own))| {
            fit.profiles.iter().enumerate().all(|(other_at, other)| other_at == *at || own.high >= other.low)
        })
        .map(|(_, pair)| pair)
        .collect();
    let gain = |question: &String| -> HalfPoints {
        let criteria = open.iter().flat_map(|(profile, own)| profile.criteria.iter().zip(&own.findings));
        criteria
            .filter(|(criterion, _)| criterion.asks(answers) == Some(question.as_str()))
            .map(|(_, finding)| finding.high - finding.low)
            .sum()
    };
    let mut next: Vec<NextQuestion> = Vec::new();
    for question in order {
        let gain = gain(question);
        if gain > 0 {
            let at = next.iter().position(|other| other.gain < gain).unwrap_or(next.len());
            next.insert(at, NextQuestion { question: question.clone(), gain });
        }
    }
    next
}
