//! Fitproof: from ICP *fit* to *proof* of value, wholly on the user's device.
//!
//! A partner types what they know about an account; on every key press the page says whether it fits the ideal
//! customer profile, whom to talk to, how to engage, and what the proof of concept must hold.
//!
//! ```text
//! domain ← playbook ← (app, export, wire) ← (ui, browser) ← main
//! ```
//!
//! An arrow points at what a module may name; nothing else may. The core (`domain`, `playbook`, `app`, `export`,
//! `wire`) compiles without the feature `web`, so a leak does not compile; `tests/tidy.rs` checks the rest.
//!
//! # From a key press to a verdict
//! 1. [`domain::account::Account`] holds exactly what was typed. Nothing in it is judged, so nothing is lost.
//! 2. [`domain::reading::read`] turns entries into closed sets of possible values ([`domain::answer::Answer`])
//!    and lists a [`domain::problem::Problem`] for each that can't be read. Unknown is a value, never "no".
//! 3. [`domain::fit::assess`] gives each criterion the least and the most points over those values. The score is
//!    an interval of half-points; there is no point score.
//! 4. [`playbook::verdict::judge`] puts fit, next questions, what would change it, people, engagement, gates and
//!    warnings together. It is the one door to the engine: no clock, no locale, no chance.
//! 5. [`app::update`] is the only way the page's state changes; `ui` shows it, `browser` reaches the device.
//!
//! # From rows to a business case
//! 1. [`domain::row`]: processes, steps, benefits, costs and the plan of a proof are rows of typed texts in the account.
//! 2. [`domain::value::plan`] reads them, [`domain::value::build()`] makes one [`domain::value::sheet::Sheet`] of cells: the
//!    figures, the formulas shown, the workbook's live formulas and the simulation's draws all come from it.
//! 3. [`domain::pov`] reads the plan of a proof and holds it to the clock; [`domain::guide`] says where its sections
//!    stand and what comes next, with checks from the playbook's part that [`playbook::guide`] opens. [`domain::process`] follows a process's ways.
//! 4. Two workers beside the page, `documents` and `simulate` in `src/bin`, are fetched when first asked for.
//!
//! # Where things live
//! - A rule, a figure, a sentence of the method: `playbooks/make-enterprise.json`, each with its source. The engine
//!   knows rule kinds, no rule. What must hold in a playbook beyond its shape: [`playbook::check`].
//! - A figure the user may change: [`playbook::settings`]; the change is part of the account.
//! - Words shared by screen and documents: `export::words`.
//! - What leaves memory (case file, link, what the device keeps): [`wire`], versioned twins, strict and bounded.
//! - Numbers that decide are exact ([`domain::quantity::Quantity`]); `f64` is for display alone.
//! - What is kept on the device: [`browser::keeper`] says which text goes under which key, over the one trait
//!   [`browser::records::Records`]; each save adds a state beside the earlier ones ([`domain::history`]). `ui::desk` does
//!   one thing at a time with it, `ui::saving` keeps in step with other tabs.
//! - What a frame and the page around it say: [`wire::message`]; `ui::hosting` answers, in `embed.html` alone.
//! - What a business case starts from (settings, labels, use cases): the playbook's `value` part, packed apart from the
//!   rest; [`playbook::library`] opens it, and stands in for a playbook that has none.
//! - When the program itself breaks: `static/rescue.js`, which holds the last state and starts a fresh instance. A built
//!   program says no more than the numbers of functions: `target/split/names` has the names of that build.
//! - What the first load must not hold: `ui::part`, a table of functions per part of the program, fetched when first
//!   needed (feature `split`; `cargo xtask build` cuts the wasm there). Their styles come with them: `styles/pages.css`.
//!   What stands below the score and what keeps accounts are such a part too (`ui::part::Soon`), which comes right after
//!   the page is shown.
//! - What the page must never hold: programs of their own below `src/bin`, which run in workers. [`browser::work`] is
//!   their side of the talk, `browser::worker` the page's; crates for file formats come with the feature `documents`.
//!
//! # To do the usual things
//! - Another question or criterion: the playbook alone, unless its kind is new.
//! - Another document: a function from a case to an [`export::document::Document`]; the writers are there.
//! - Another fact that can happen: a variant of [`app::Action`] or [`app::Changed`], an arm in `app::update`.
pub mod app;
pub mod browser;
pub mod domain;
pub mod export;
pub mod playbook;
pub mod wire;

#[cfg(feature = "web")]
pub mod ui;
