//! `cargo xtask campaign NAME`: long searches for faults, too slow for every test run.
use crate::{Result, build, command, documents, places, setup, simulation};

struct Campaign {
    name: &'static str,
    /// What it searches, in one line.
    about: &'static str,
    run: fn() -> Result,
}

const CAMPAIGNS: [Campaign; 11] = [
    Campaign {
        name: "kills",
        about: "200 deaths of the browser around saves: what was acknowledged is there at the next start",
        run: || in_browser("kills"),
    },
    Campaign {
        name: "faults",
        about: "twelve faults of the browser's database wherever the app writes: said, nothing lost, kept at the next try",
        run: || in_browser("faults"),
    },
    Campaign {
        name: "messages",
        about: "100,000 messages wrong in origin, source or shape at the entry for frames: none is answered",
        run: || in_browser("messages"),
    },
    Campaign {
        name: "tabs",
        about: "100 random sequences of two to four tabs: whatever was said to be saved can be found",
        run: || in_browser("tabs"),
    },
    Campaign {
        name: "deploys",
        about: "50 deployments that go wrong over a live page: never blank, never mixed, the next start works",
        run: || in_browser("deploys"),
    },
    Campaign {
        name: "traps",
        about: "a trap at every way into the program, at several calls: the panel, the text, on without a reload",
        run: || in_browser("traps"),
    },
    Campaign {
        name: "nginx",
        about: "a real nginx with the shipped configuration, at the top and below a path",
        run: || in_browser("nginx"),
    },
    Campaign {
        name: "backup",
        about: "a backup as large as one may be: brought back one account at a time, saved again, all of it the same",
        run: || in_browser("backup"),
    },
    Campaign {
        name: "simulation",
        about: "200 random models drawn again by numpy and scipy: the same percentiles within sampling error",
        run: simulation::campaign,
    },
    Campaign {
        name: "xlsx",
        about: "workbooks with changed inputs, worked out anew by LibreOffice: every figure is the app's within a cent",
        run: workbooks,
    },
    Campaign {
        name: "documents",
        about: "Word files, calendars and 100,000 texts in a table, in LibreOffice, python-docx and icalendar",
        run: documents::campaign,
    },
];

pub fn run(arguments: &[String]) -> Result {
    let wanted = arguments.first().map(String::as_str);
    match CAMPAIGNS.iter().find(|campaign| Some(campaign.name) == wanted) {
        Some(campaign) => (campaign.run)(),
        None => Err(known()),
    }
}

/// A script below `tests/browser/campaigns`, with the site it works on.
fn in_browser(name: &str) -> Result {
    let chromium = setup::chromium()?;
    setup::packages()?;
    build::if_needed()?;
    let script = places::browser_tests().join("campaigns").join(format!("{name}.mjs"));
    let xtask = std::env::current_exe().map_err(|error| format!("this program's own path is unknown: {error}"))?;
    let mut node = command::command("node", &[]);
    command::run(node.arg(script).env("CHROMIUM", chromium).env("XTASK", xtask))
}

/// The tests that need an office program.
fn workbooks() -> Result {
    let office = setup::office()?;
    let test = ["test", "--no-default-features", "--features", "documents", "--test", "documents", "--"];
    let mut tests = command::cargo(&test);
    command::run(tests.args(["--ignored", "--nocapture", "an_office_program"]).env("SOFFICE", office))
}

fn known() -> String {
    let lines = CAMPAIGNS.iter().map(|campaign| format!("\n  {:<16} {}", campaign.name, campaign.about));
    match lines.collect::<String>() {
        lines if lines.is_empty() => "there are no campaigns yet".into(),
        lines => format!("the campaigns are:{lines}"),
    }
}
