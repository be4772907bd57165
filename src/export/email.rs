//! A draft to the champion: the next step and what to find out, nothing of how the account is judged.
use super::case::Case;
use super::document::line;
use crate::domain::account::{Influence, Person};
use crate::domain::persona::Status;

pub const LABEL: &str = "E-mail to the champion";

/// A draft to look over and send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email {
    pub subject: String,
    pub body: String,
}

pub fn write(case: &Case) -> Email {
    let greeting = match champion(case).and_then(|person| first_name(&person.name)) {
        Some(name) => format!("Hello {name},"),
        None => "Hello,".into(),
    };
    let (subject, proposal) = proposal(case);
    let asked = case.playbook.data.sections.iter().filter_map(|section| section.discovery.as_ref());
    let questions: Vec<String> = asked.enumerate().map(|(at, entry)| format!("{}. {}", at + 1, entry.text)).collect();
    let mut parts = vec![greeting, proposal];
    if !questions.is_empty() {
        parts.push("To prepare it well, I would like to understand your side first:".into());
        parts.push(questions.join("\n"));
        parts.push("Short answers in your own words are best. We can also go through them on a call.".into());
    }
    parts.push("Which day this week or next would suit you?".into());
    parts.push("Best regards,".into());
    Email { subject: format!("{subject}: {}", case.name()), body: parts.join("\n\n") + "\n" }
}

/// The first person who covers the role that takes influence.
fn champion<'a>(case: &Case<'a>) -> Option<&'a Person> {
    let role = case.playbook.data.roles.iter().find(|role| role.influence)?;
    let row = case.verdict.coverage.iter().find(|row| row.role == role.id && row.status == Status::Covered)?;
    let mut people = row.people.iter().filter_map(|at| case.account.people.get(*at));
    people.find(|person| matches!(person.influence, Some(Influence::Medium | Influence::High)))
}

/// "Anna" of "Dr. Anna Schmidt" and of "Schmidt, Anna"; nothing when no word of letters is left.
fn first_name(name: &str) -> Option<String> {
    const ADDRESS: [&str; 7] = ["mr", "mrs", "ms", "mx", "dr", "prof", "professor"];
    let name = line(name);
    let given = name.split_once(',').map_or(name.as_str(), |(_, given)| given);
    let is_address = |word: &&str| word.ends_with('.') || ADDRESS.contains(&word.to_ascii_lowercase().as_str());
    let is_name = |word: &&str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'));
    given.split_whitespace().find(|word| !is_address(word)).filter(is_name).map(str::to_owned)
}

/// The next step by the kind of engagement, as an offer to the customer; a call while the kind is open.
fn proposal(case: &Case) -> (&'static str, String) {
    let settled = case.verdict.engagement.settled().filter(|_| !case.verdict.low_fit);
    let kind = settled.and_then(|id| case.playbook.data.engagements.iter().find(|kind| kind.id == id));
    let days = case.verdict.days;
    match kind {
        Some(kind) if kind.gated => {
            let when = match (days.start, days.end) {
                (Some(start), Some(end)) => format!("from {} to {}", start.in_words(), end.in_words()),
                _ => format!("over {} days", case.playbook.window.ideal),
            };
            let plan = format!(
                "Thank you for your time so far. I suggest that we plan a short proof of concept together, {when}, \
                 with a few goals that we can measure and a clear end. The next step is a call to write down what \
                 success looks like for you."
            );
            ("Planning a proof of concept", plan)
        }
        Some(kind) if kind.below.is_some() => {
            let plan = "Thank you for your time so far. I suggest that you try it in your own account first, with one \
                        process that costs you time today. The next step is a short call to choose that process, and \
                        I am there for questions after it.";
            ("Trying it with one process", plan.into())
        }
        Some(_) => {
            let plan = "Thank you for your time so far. I suggest a guided trial: you try it with one or two of your own \
                        processes, and we help where you get stuck. The next step is a call to choose the processes \
                        and the day we look at the results together.";
            ("A guided trial", plan.into())
        }
        None => {
            let plan = "Thank you for your time so far. I suggest a short call to understand where automation would \
                        help you most, and what a sensible next step would be.";
            ("A short call", plan.into())
        }
    }
}
