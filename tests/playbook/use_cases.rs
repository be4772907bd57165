//! The library of use cases: all that the course names, each put into an account as rows that refer to each other.
use super::shipped;
use fitproof::domain::row::{self, Row, RowKind, Rows};
use fitproof::domain::table::Set;
use fitproof::playbook::Playbook;
use fitproof::playbook::data::{
    Basis, FigureData, HowData, SourceData, StepData, UseCaseData, UseCaseKindData, ValueData,
};
use fitproof::playbook::library::{self, Library};
use fitproof::playbook::packed::Closed;

pub(super) fn part() -> ValueData {
    library::part(&shipped().value).expect("a part for the business case")
}

fn use_case(id: &str) -> UseCaseData {
    part().use_cases.into_iter().find(|use_case| use_case.id == id).expect("a use case of the playbook")
}

#[test]
fn what_is_closed_opens_the_same() {
    let value = part();
    let closed = Closed::close(&value);
    assert_eq!(library::part(&closed), Some(value));
    assert_eq!(closed, shipped().value);
    assert_eq!(library::part(&Closed::Absent), None);
}

#[test]
fn new_hires_go_through_the_steps_of_the_course() {
    let process = use_case("use-case.hr-onboarding").process;
    let lanes: Vec<&str> = process.lanes.iter().map(|lane| lane.name.as_str()).collect();
    assert_eq!(lanes, ["Greenhouse", "Make", "Google Sheet", "By hand", "Jira", "Okta"]);
    let count = |steps: &[StepData]| -> Vec<usize> {
        process.lanes.iter().map(|lane| steps.iter().filter(|step| step.lane == lane.id).count()).collect()
    };
    assert_eq!(count(&process.before), [1, 3, 2, 3, 2, 1]);
    assert_eq!(count(&process.after), [1, 2, 0, 3, 2, 1]);
    assert_eq!((process.before.len(), process.after.len()), (12, 9));
    let order =
        |steps: &[StepData]| -> String { steps.iter().map(|step| step.lane.as_str()).collect::<Vec<_>>().join(" ") };
    assert_eq!(order(&process.before), "greenhouse make sheet manual manual sheet make jira manual jira make okta");
    assert_eq!(order(&process.after), "manual manual greenhouse make jira manual jira make okta");
    for step in process.before.iter().chain(&process.after) {
        assert_eq!(step.how == HowData::Manual, step.lane == "manual", "{}", step.id);
    }
    assert!(process.note.is_some(), "fewer boxes are no proof of time saved, and the reader is told");
}

#[test]
fn every_use_case_becomes_rows_that_hold_together() {
    for use_case in part().use_cases {
        let rows = library::rows(&use_case);
        let text = |row: &Row, what: &str| format!("{} {} {what}", use_case.id, row.kind.shape().id);
        for row in &rows {
            for (field, _) in row.fields.iter() {
                assert!(row.kind.shape().holds(field), "{}", text(row, field));
            }
            let known = |key: u32| rows.iter().find(|other| other.key == key);
            assert_eq!(row.parent.and_then(known).map(|row| row.kind), row.kind.shape().parent, "{}", text(row, ""));
            for field in row.kind.shape().references {
                if !row.text(field).is_empty() {
                    assert!(row.reference(field).and_then(known).is_some(), "{}", text(row, field));
                }
            }
            for (field, likely) in
                row.fields.iter().filter(|(field, _)| row.kind.shape().inputs.contains(&field.as_str()))
            {
                assert_eq!(row.text(&format!("{field}.evidence")), "d", "{}", text(row, likely));
                assert!(!row.text(&format!("{field}.source")).is_empty(), "{}", text(row, likely));
            }
        }
        let count = |kind| rows.iter().filter(|row| row.kind == kind).count();
        let process = &use_case.process;
        assert_eq!(count(RowKind::Process), 1);
        assert_eq!(count(RowKind::Lane), process.lanes.len());
        assert_eq!(count(RowKind::Step), process.before.len() + process.after.len());
        assert_eq!(count(RowKind::Role), process.roles.len());
        assert_eq!(count(RowKind::Benefit), use_case.benefits.len());
    }
}

#[test]
fn who_does_the_work_is_there_once() {
    let mut rows = Rows::new();
    row::add(&mut rows, library::rows(&use_case("use-case.hr-onboarding")), None);
    let before = rows.len();
    let again = library::rows_beside(&use_case("use-case.hr-onboarding"), &rows);
    assert!(again.iter().all(|row| row.kind != RowKind::Role), "both roles are there already");
    row::add(&mut rows, again, None);
    let roles: Vec<u32> = row::of(&rows, RowKind::Role).map(|row| row.key).collect();
    assert_eq!((roles.len(), rows.len()), (2, before + before - 2));
    let named = |row: &Row| row.reference("role").is_none_or(|role| roles.contains(&role));
    assert!(rows.iter().all(|row| named(row)));
    assert_eq!(row::of(&rows, RowKind::Step).filter(|row| row.reference("role").is_some()).count(), 4 * 3);
}

#[test]
fn what_suits_an_account_comes_first() {
    let set = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Set>();
    let cases = part().use_cases;
    let all = library::suited(&cases, &set(&["hr"]), &set(&["greenhouse", "jira"]));
    assert_eq!(all.len(), cases.len());
    assert_eq!(all[0].use_case.id, "use-case.hr-onboarding");
    assert_eq!((all[0].departments.as_slice(), all[0].apps.as_slice()), (&["hr"][..], &["greenhouse", "jira"][..]));
    let rank = |suited: &library::Suited| (!suited.departments.is_empty(), suited.apps.len());
    assert!(all.windows(2).all(|pair| rank(&pair[0]) >= rank(&pair[1])));
    let unasked: Vec<&str> =
        library::suited(&cases, &Set::default(), &Set::default()).iter().map(|own| own.use_case.id.as_str()).collect();
    assert_eq!(
        unasked,
        cases.iter().map(|own| own.id.as_str()).collect::<Vec<_>>(),
        "nothing known: the playbook's order"
    );
}

#[test]
fn a_playbook_without_a_business_case_borrows_settings_and_says_so() {
    let own = Library::open(&Playbook::embedded());
    assert!(own.own);
    let mut data = shipped();
    (data.value, data.currency) = (Closed::Absent, "EUR".into());
    let borrowed = Library::of(&data);
    assert!(!borrowed.own && borrowed.data.use_cases.is_empty());
    assert_eq!(borrowed.data.drivers, own.data.drivers);
    let (own, borrowed) = (own.defaults(), borrowed.defaults());
    assert_eq!((own.text("discount-rate"), own.text("horizon"), own.text("usage-unit")), ("10", "3", "credits"));
    assert_eq!((own.text("currency"), borrowed.text("currency")), ("USD", "EUR"));
    assert_eq!(borrowed.text("discount-rate"), "10");
    assert_eq!(
        borrowed.text("discount-rate.source"),
        format!("{}; set by Fitproof, as this playbook has no business case", own.text("discount-rate.source"))
    );
    let grain = Library::of(&data).data.grain.expect("a grain");
    assert!(grain.source.locator.ends_with("; set by Fitproof, as this playbook does not say"));
    for field in own.fields.keys() {
        assert!(RowKind::Plan.shape().holds(field) || field.split('.').count() == 2, "{field}");
    }
}

#[test]
fn the_library_is_whole_and_in_order() {
    let value = part();
    let ids = |kind: UseCaseKindData| -> Vec<&str> {
        let own = value.use_cases.iter().filter(|own| own.kind == kind);
        own.map(|own| own.id.trim_start_matches("use-case.")).collect()
    };
    assert_eq!(
        ids(UseCaseKindData::Point).join(" "),
        "data-retrieval forms-compliance account-creation crm-to-project password-retrieval"
    );
    assert_eq!(
        ids(UseCaseKindData::CrossDepartment).join(" "),
        "lead-capture contact-enrichment email-campaigns hr-onboarding hire-to-retire order-fulfillment \
         customer-provisioning ticket-escalation invoice-to-erp it-offboarding it-incidents order-to-contract \
         lead-routing product-feedback"
    );
    for department in ["marketing", "sales", "support", "internal-startup", "hr", "it", "finance", "operations"] {
        let served = value.use_cases.iter().any(|own| own.departments.iter().any(|own| own == department));
        assert!(served, "nothing for {department}");
    }
}

#[test]
fn only_what_the_course_gives_is_no_judgement_of_ours() {
    let value = part();
    let own = |source: &SourceData| source.basis == Basis::Judgement;
    let mut stated = Vec::new();
    for use_case in &value.use_cases {
        let process = &use_case.process;
        assert!(own(&process.figure_source), "{}", use_case.id);
        if !own(&process.source) {
            stated.push(use_case.id.clone());
        }
        for benefit in &use_case.benefits {
            assert!(own(&benefit.source), "{}", benefit.id);
            let given = benefit.figures.iter().filter(|named| named.figure.source.is_some());
            stated.extend(given.map(|named| format!("{}.{}", benefit.id, named.field)));
        }
    }
    assert_eq!(stated, ["use-case.account-creation.benefit.time.minutes", "use-case.hr-onboarding"]);
    let settings = value.defaults.iter().filter(|setting| !own(&setting.about.source));
    let settings: Vec<&str> = settings.map(|setting| setting.about.field.as_str()).collect();
    assert_eq!(settings, ["horizon", "discount-rate", "usage-unit"]);
}

#[test]
fn what_automation_does_takes_people_less_time() {
    let least = |text: &str| text.parse::<f64>().expect("a plain number");
    for use_case in part().use_cases {
        // Every step as often as a case comes there.
        let minutes = |steps: &[StepData]| -> f64 {
            let mut visits = vec![0.0; steps.len()];
            visits[0] = 1.0;
            let place = |id: &str| steps.iter().position(|step| step.id == id);
            let mut sum = 0.0;
            for (at, step) in steps.iter().enumerate() {
                let here = visits[at];
                let figure = |figure: &Option<FigureData>| figure.as_ref().map_or(0.0, |figure| least(&figure.likely));
                let fixing = figure(&step.error_rate) / 100.0 * figure(&step.fix_minutes);
                sum += here * (figure(&step.minutes) + fixing);
                let ways = step.branches.iter().map(|branch| (place(&branch.to), least(&branch.share.likely) / 100.0));
                let ways: Vec<_> = if step.branches.is_empty() { vec![(Some(at + 1), 1.0)] } else { ways.collect() };
                for (to, share) in ways {
                    if let Some(visit) = to.and_then(|to| visits.get_mut(to)) {
                        *visit += share * here;
                    }
                }
            }
            sum
        };
        let (before, after) = (minutes(&use_case.process.before), minutes(&use_case.process.after));
        println!("{}: {before:.1} to {after:.1} minutes", use_case.id);
        assert!(after < before, "{}: {before} to {after}", use_case.id);
    }
}
