//! Every document in every format, as it was last looked at. `BLESS=1` writes them anew.
use crate::formats::formats;
use crate::sample::{Sample, archetype, hostile};
use fitproof::export::checklist::{Audience, checklist};
use fitproof::export::{crm_note, email, html};
use std::path::Path;

fn check(name: &str, written: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/export/snapshots").join(name);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, written).expect("the snapshot can be written");
        return;
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = kept.lines().zip(written.lines()).position(|(kept, written)| kept != written);
    let at = differs.unwrap_or_else(|| kept.lines().count().min(written.lines().count()));
    assert!(
        kept == written,
        "{name} differs from line {}:\nkept    {:?}\nwritten {:?}\nLook at it, then run with BLESS=1",
        at + 1,
        kept.lines().nth(at),
        written.lines().nth(at)
    );
}

fn check_all(name: &str, sample: &Sample) {
    for audience in Audience::ALL {
        for (extension, written) in formats(&checklist(&sample.case(), audience)) {
            check(&format!("{name}-{}.{extension}", audience.slug()), &written);
        }
    }
    let draft = email::write(&sample.case());
    check(&format!("{name}-email.txt"), &format!("Subject: {}\n\n{}", draft.subject, draft.body));
    check(&format!("{name}-crm-note.txt"), &(crm_note::write(&sample.case()) + "\n"));
}

#[test]
fn an_invented_scale_up() {
    check_all("scale-up", &archetype("archetype.scale-up"));
}

#[test]
fn an_account_full_of_hostile_text() {
    check_all("hostile", &hostile());
}

#[test]
fn the_fragment_is_the_body_of_the_file() {
    for sample in [archetype("archetype.front-office"), hostile()] {
        let document = checklist(&sample.case(), Audience::Partner);
        let fragment = html::fragment(&document);
        assert!(html::write(&document).contains(&fragment));
        assert!(!fragment.contains("<style") && !fragment.contains("<html"));
    }
}

#[test]
fn every_document_carries_its_date_its_version_and_one_unofficial_line() {
    let sample = archetype("archetype.front-office");
    for audience in Audience::ALL {
        for (extension, written) in formats(&checklist(&sample.case(), audience)) {
            let disclaimer = &sample.playbook.data.disclaimer;
            let expected = if extension == "html" { disclaimer.replace('\'', "&#39;") } else { disclaimer.clone() };
            assert_eq!(written.matches(expected.as_str()).count(), 1, "{audience:?} {extension}");
            assert!(written.contains("November 23, 2026"), "{audience:?} {extension}");
            assert!(written.contains(&sample.playbook.data.version), "{audience:?} {extension}");
        }
    }
}
