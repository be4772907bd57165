//! `cargo xtask campaign NAME`: long searches for faults, too slow for every test run.
use crate::Result;

struct Campaign {
    name: &'static str,
    /// What it searches, in one line.
    about: &'static str,
    run: fn() -> Result,
}

const CAMPAIGNS: [Campaign; 0] = [];

pub fn run(arguments: &[String]) -> Result {
    let wanted = arguments.first().map(String::as_str);
    match CAMPAIGNS.iter().find(|campaign| Some(campaign.name) == wanted) {
        Some(campaign) => (campaign.run)(),
        None => Err(known()),
    }
}

fn known() -> String {
    let lines = CAMPAIGNS.iter().map(|campaign| format!("\n  {:<16} {}", campaign.name, campaign.about));
    match lines.collect::<String>() {
        lines if lines.is_empty() => "there are no campaigns yet".into(),
        lines => format!("the campaigns are:{lines}"),
    }
}
