//! Titles, roles and who covers them, by the playbook that ships.
use crate::table::account;
use fitproof::domain::account::{Influence, Person};
use fitproof::domain::condition::Holds;
use fitproof::domain::persona::{Status, matches, role_of};
use fitproof::playbook::Playbook;
use fitproof::playbook::verdict::{judge, title_needed};

const SECURITY: &str = "role.security";
const PROCUREMENT: &str = "role.procurement";
const DECISION: &str = "role.decision-maker";
const CHAMPION: &str = "role.champion";
const NONE: &str = "";

fn person(title: &str) -> Person {
    Person { title: title.into(), ..Person::default() }
}

#[test]
fn the_first_role_whose_words_are_in_the_title() {
    let playbook = Playbook::embedded();
    for (title, expected) in [
        ("CISO", SECURITY),
        ("ciso", SECURITY),
        ("Chief Information Security Officer", SECURITY),
        ("Information Security Lead", SECURITY),
        ("Head of IT security", SECURITY),
        ("VP Security", SECURITY),
        ("Vendor Risk Analyst", SECURITY),
        ("Procurement Manager", PROCUREMENT),
        ("Chief Procurement Officer", PROCUREMENT),
        ("Strategic Sourcing Lead", PROCUREMENT),
        ("Security and Procurement", SECURITY),
        ("CTO", DECISION),
        ("cto", DECISION),
        ("C.T.O.", NONE),
        ("CTO?", DECISION),
        ("(CTO)", DECISION),
        ("CTO/CPO", DECISION),
        ("Interim CTO, EMEA", DECISION),
        ("CDO", DECISION),
        ("CPO", DECISION),
        ("COO", DECISION),
        ("CEO & Co-founder", DECISION),
        ("Co-founder", DECISION),
        ("co founder", DECISION),
        ("Founder", DECISION),
        ("Founding engineer", NONE),
        ("President", DECISION),
        ("Vice President", NONE),
        ("vice-president, EMEA", NONE),
        ("Senior Vice President Operations", CHAMPION),
        ("Vice President and Chief Operating Officer", DECISION),
        ("President and former Vice President", DECISION),
        ("Executive Assistant to the CEO", NONE),
        ("Assistant to the President", NONE),
        ("CEO’s assistant", NONE),
        ("Personal assistant of the founder", NONE),
        ("Chief Operating Officer", DECISION),
        ("Chief Digital and Information Officer", DECISION),
        ("CHIEF PRODUCT OFFICER", DECISION),
        ("Chief Officer", NONE),
        ("Chief of Staff", NONE),
        ("Officer", NONE),
        ("Ciao", NONE),
        ("CIOs' assistant", NONE),
        ("Head of Operations", CHAMPION),
        ("head of   operations", CHAMPION),
        ("Head of People Operations", CHAMPION),
        ("RevOps Manager", CHAMPION),
        ("Rev Ops", CHAMPION),
        ("HR Operations Partner", CHAMPION),
        ("IT Manager", CHAMPION),
        ("IT-Manager", CHAMPION),
        ("it manager", CHAMPION),
        ("Digital Automation Manager", CHAMPION),
        ("Salesforce Applications Manager", CHAMPION),
        ("Head of Digital Strategy", CHAMPION),
        ("Product Engineer", CHAMPION),
        ("Operational lead", NONE),
        ("Recruiter", NONE),
        ("Security-minded recruiter", SECURITY),
        ("Recruiter manager", NONE),
        ("Unit manager", NONE),
        ("Finance Director", NONE),
        ("Digitally native", NONE),
        ("", NONE),
        (" ", NONE),
        ("?", NONE),
        ("*", NONE),
        ("🙂", NONE),
    ] {
        let found = role_of(&playbook.roles, &person(title)).map_or(NONE, |role| &role.id);
        assert_eq!(found, expected, "“{title}”");
    }
}

#[test]
fn patterns_match_whole_words() {
    for (pattern, title, expected) in [
        ("IT", "IT", true),
        ("IT", "it", true),
        ("it", "Head of IT", true),
        ("IT", "Recruiter", false),
        ("IT", "ITIL manager", false),
        ("IT manager", "Manager IT", false),
        ("IT manager", "IT service manager", false),
        ("c?o", "CFO", true),
        ("c?o", "CO", false),
        ("c?o", "CISO", false),
        ("c?o", "c?o", false),
        ("chief * officer", "Chief Data Officer", true),
        ("chief * officer", "Deputy chief data and product officer of all", true),
        ("chief * officer", "Chief Officer", false),
        ("chief * officer", "Chief data", false),
        ("chief * officer", "Officer chief data", false),
        ("co-founder", "Co-Founder", true),
        ("co-founder", "cofounder", false),
        ("überblick", "der Projekt-überblick", true),
        ("rev ops", "Rev-Ops", true),
        ("", "anything", true),
        ("anything", "", false),
    ] {
        assert_eq!(matches(pattern, title), expected, "“{pattern}” in “{title}”");
    }
    assert!(!matches("chief * officer", &"chief ".repeat(3_000)));
}

#[test]
fn a_role_chosen_by_hand_wins() {
    let playbook = Playbook::embedded();
    for (title, chosen, expected) in [
        ("CTO", CHAMPION, CHAMPION),
        ("Recruiter", DECISION, DECISION),
        ("", SECURITY, SECURITY),
        ("CTO", "role.unheard-of", NONE),
    ] {
        let person = Person { role: Some(chosen.into()), ..person(title) };
        let found = role_of(&playbook.roles, &person).map_or(NONE, |role| &role.id);
        assert_eq!(found, expected, "{title} as {chosen}");
    }
}

/// The status of a role, given titles with their influence.
fn check_status(role: &str, people: &[(&str, Option<Influence>)], expected: Status) {
    let playbook = Playbook::embedded();
    let mut account = account("");
    account.people =
        people.iter().map(|(title, influence)| Person { influence: *influence, ..person(title) }).collect();
    let verdict = judge(&playbook, &account);
    let row = verdict.coverage.iter().find(|row| row.role == role).expect("a row per role");
    assert_eq!(row.status, expected, "{role} by {people:?}");
}

#[test]
fn a_champion_needs_influence_and_others_do_not() {
    use Influence::{High, Low, Medium};
    for (people, expected) in [
        (vec![], Status::Missing),
        (vec![("Head of Operations", Some(High))], Status::Covered),
        (vec![("Head of Operations", Some(Medium))], Status::Covered),
        (vec![("Head of Operations", Some(Low))], Status::TooWeak),
        (vec![("Head of Operations", None)], Status::NotJudged),
        (vec![("IT Manager", Some(Low)), ("Head of Operations", Some(High))], Status::Covered),
        (vec![("IT Manager", Some(Low)), ("Head of Operations", None)], Status::NotJudged),
        (vec![("IT Manager", Some(Low)), ("Head of Operations", Some(Low))], Status::TooWeak),
        (vec![("Recruiter", Some(High))], Status::Missing),
        (vec![("CTO", Some(High))], Status::Missing),
    ] {
        check_status(CHAMPION, &people, expected);
    }
    for influence in [None, Some(Low), Some(Medium), Some(High)] {
        check_status(DECISION, &[("CTO", influence)], Status::Covered);
        check_status(SECURITY, &[("CISO", influence)], Status::Covered);
        check_status(PROCUREMENT, &[("Head of procurement", influence)], Status::Covered);
    }
    check_status(DECISION, &[("Head of Operations", Some(High))], Status::Missing);
}

fn check_needed(role: &str, given: &str, expected: Holds) {
    let verdict = judge(&Playbook::embedded(), &account(given));
    let row = verdict.coverage.iter().find(|row| row.role == role).expect("a row per role");
    assert_eq!(row.needed, expected, "{role} with {given}");
}

#[test]
fn roles_are_needed_by_size() {
    for (given, expected) in [
        ("employees=199", Holds::No),
        ("employees=200", Holds::No),
        ("employees=1,000", Holds::No),
        ("employees=1,001", Holds::Yes),
        ("employees=500-999", Holds::No),
        ("employees=500-1,000", Holds::No),
        ("employees=1,000-4,999", Holds::Maybe),
        ("employees=1,001-5,000", Holds::Yes),
        ("employees=5,000+", Holds::Yes),
        ("", Holds::Maybe),
        ("employees=many", Holds::Maybe),
        ("people=1,001", Holds::Yes),
    ] {
        check_needed(SECURITY, given, expected);
        check_needed(PROCUREMENT, given, expected);
        check_needed(DECISION, given, Holds::Yes);
        check_needed(CHAMPION, given, Holds::Yes);
    }
}

#[test]
fn a_founder_is_sought_below_two_hundred() {
    let playbook = Playbook::embedded();
    let role = playbook.data.roles.iter().find(|role| role.id == DECISION).expect("a decision maker");
    let title = role.titles.iter().find(|title| title.title.contains("CEO")).expect("a founder's title");
    for (given, expected) in [
        ("employees=1", Holds::Yes),
        ("employees=199", Holds::Yes),
        ("employees=200", Holds::No),
        ("employees=1,000", Holds::No),
        ("employees=50-199", Holds::Yes),
        ("employees=50-200", Holds::Maybe),
        ("employees=200+", Holds::No),
        ("", Holds::Maybe),
    ] {
        assert_eq!(title_needed(title, &judge(&playbook, &account(given)).answers), expected, "{given}");
    }
}

#[test]
fn people_whom_no_role_fits_are_left_to_place() {
    let mut account = account("");
    account.people = ["CTO", "Recruiter", "", "Finance Director"].map(person).into();
    account.people.push(Person { name: "A name".into(), ..Person::default() });
    assert_eq!(judge(&Playbook::embedded(), &account).unplaced, [1, 3, 4]);
}
