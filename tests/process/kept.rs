//! Files as they were last looked at; `BLESS=1` writes them anew. A browser test opens the same ones in bpmn-js.
use crate::figures::made;
use crate::metrics::onboarding;
use crate::rows::process;
use fitproof::domain::process::Side;
use fitproof::domain::row::Rows;
use fitproof::export::lanes::lanes;
use fitproof::export::{bpmn, picture::svg};
use std::path::Path;

fn check(name: &str, written: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/process/snapshots").join(name);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, written).expect("the file can be written");
        return;
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = kept.lines().zip(written.lines()).position(|(kept, written)| kept != written);
    assert!(kept == written, "{name} differs from line {differs:?}. Look at it, then run with BLESS=1");
}

fn check_all(name: &str, rows: &Rows, sides: &[Side]) {
    let (process, _) = process(rows);
    for side in sides {
        check(&format!("{name}-{}.bpmn", side.id()), &bpmn::write(rows, &process, *side));
        for width in [360, 1000] {
            let scene = lanes(&process, *side, f64::from(width));
            check(&format!("{name}-{}-{width}.svg", side.id()), &svg::write(&scene));
        }
    }
}

#[test]
fn onboarding_before_and_after() {
    check_all("onboarding", &onboarding(), &Side::BOTH);
}

/// Made-up processes with ways to anywhere, names of all kinds, steps without lanes.
#[test]
fn tangled() {
    check_all("tangled", &made(4, true), &[Side::After]);
    check_all("ahead", &made(7, false), &[Side::Before]);
}
