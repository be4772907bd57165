//! Worked out anew by LibreOffice: every result is the app's within a cent, after inputs changed too.
use crate::book::{Chance, Sample, random, whole};
use crate::reader::{Found, number, read};
use calamine::Data;
use fitproof::domain::value::flow::{Payback, Return};
use fitproof::domain::value::result::Results;
use fitproof::domain::value::sheet::figure;
use fitproof::export::xlsx::address;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Workbooks in one run of the office program, which takes seconds to start.
const CASES: usize = 60;

/// LibreOffice is told to work everything out when it opens a file, rather than to believe it.
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;

/// Run by `cargo xtask campaign xlsx`, which names the office program in `SOFFICE`.
#[test]
#[ignore = "needs LibreOffice"]
fn an_office_program_comes_to_the_same() {
    let office = std::env::var("SOFFICE").expect("SOFFICE names the office program");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("recalculated");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("profile/user")).expect("a folder");
    std::fs::create_dir_all(folder.join("out")).expect("a folder");
    std::fs::write(folder.join("profile/user/registrymodifications.xcu"), SETTINGS).expect("a file");
    let mut chance = Chance(7);
    let mut cases = Vec::new();
    for at in 0..CASES {
        let lines = if at == 0 { whole() } else { random(&mut chance) };
        let sample = Sample::of(&lines);
        // As if the reader had changed inputs: what the file says of the results is that of before.
        let before = sample.results();
        let change = 1 + chance.below(5) as usize;
        let changed = sample.with(|number, likely| match number % 5 {
            place if place < change => likely * 1.37 + if number % 2 == 0 { 0.0 } else { 1.0 },
            _ => likely,
        });
        let name = format!("case-{at}.xlsx");
        std::fs::write(folder.join(&name), changed.file(&before)).expect("a file");
        cases.push((name, lines, before, changed));
    }
    recalculate(&office, &folder, &cases.iter().map(|(name, ..)| name.as_str()).collect::<Vec<_>>());
    let (mut compared, mut moved) = (0, 0);
    for (name, lines, before, changed) in &cases {
        let file = std::fs::read(folder.join("out").join(name)).unwrap_or_else(|_| panic!("{name} was not converted"));
        let results = changed.results();
        moved += usize::from(results.npv != before.npv);
        compared += compare(&read(&file), changed, &results, &format!("{name}\n{}", lines.join("\n")));
    }
    println!("{compared} results of {CASES} workbooks, {moved} of which had moved, are the same within a cent");
    assert!(moved > CASES / 2, "what was changed moved too little: {moved}");
}

fn recalculate(office: &str, folder: &Path, names: &[&str]) {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let mut command = Command::new(office);
    command.current_dir(folder).args([&profile, "--headless", "--convert-to", "xlsx", "--outdir", "out"]).args(names);
    let ended = command.output().expect("the office program starts");
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
}

fn compare(found: &Found, sample: &Sample, results: &Results, case: &str) -> usize {
    for (place, cell) in sample.model.sheet.cells.iter().enumerate() {
        let address = address(&sample.model, place).expect("every cell stands somewhere");
        let (app, office) = (results.values[place], number(found.at(&address)));
        match figure(app) {
            Some(app) => within(app, office, &format!("{} at {address}", cell.id), case),
            None => assert!(app.is_finite() || office.is_none(), "{} is {office:?}, not {app}\n{case}", cell.id),
        }
    }
    let named = |name: &str| {
        let (_, address) = found.names.iter().find(|(own, _)| own == name).unwrap_or_else(|| panic!("no {name}"));
        found.at(address)
    };
    let figures = [
        ("Net_present_value", results.npv),
        ("Return_on_investment", results.roi),
        ("Return_undiscounted", results.roi_undiscounted),
        ("Present_value_of_benefits", results.pv_benefits),
        ("Present_value_of_costs", results.pv_costs),
        ("Present_value_of_cash", results.pv_cash),
        ("Present_value_of_time", results.pv_time),
        ("Present_value_of_risk", results.pv_risk),
        ("Cost_of_delay_per_month", results.delay_month),
        ("Hours_released", results.hours),
        ("Full_time_equivalents", results.full_time),
    ];
    for (name, app) in figures {
        match app {
            Some(app) => within(app, number(named(name)), name, case),
            None => word(named(name), "n/a", name, case),
        }
    }
    for (name, app) in [("Payback_months", results.payback), ("Payback_discounted_months", results.payback_discounted)]
    {
        match app {
            Payback::After(months) => within(months, number(named(name)), name, case),
            Payback::AtOnce => word(named(name), "at once", name, case),
            Payback::Never { .. } => word(named(name), "never", name, case),
            Payback::Unknown => word(named(name), "n/a", name, case),
        }
    }
    let name = "Internal_rate_of_return";
    match results.internal_rate {
        Return::Rate(rate) => {
            let office = number(named(name)).unwrap_or(f64::NAN);
            assert!((rate - office).abs() < 1e-6 * rate.abs().max(1.0), "{name}: {office}, not {rate}\n{case}");
        }
        Return::None(_) => word(named(name), "n/a", name, case),
    }
    sample.model.sheet.cells.len() + figures.len() + 3
}

/// Within a cent; of sums whose cents a number of that size can't hold, to its last digits.
fn within(app: f64, office: Option<f64>, what: &str, case: &str) {
    let off = (app - office.unwrap_or(f64::NAN)).abs();
    assert!(off < 0.005_f64.max(app.abs() * 1e-14), "{what}: {office:?}, not {app}\n{case}");
}

fn word(office: Option<&Data>, word: &str, what: &str, case: &str) {
    assert_eq!(office, Some(&Data::String(word.into())), "{what}\n{case}");
}
