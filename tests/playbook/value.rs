//! Each fault of the part for the business case is provoked, and named in a sentence.
use super::shipped;
use super::use_cases::part;
use fitproof::playbook::check::check;
use fitproof::playbook::data::{BranchData, FieldData, HowData, PerData, StepData, UnitData, UseCaseData, ValueData};
use fitproof::playbook::packed::Closed;

fn hiring(value: &mut ValueData) -> &mut UseCaseData {
    value.use_cases.iter_mut().find(|own| own.id == "use-case.hr-onboarding").expect("a use case")
}

fn tickets(value: &mut ValueData) -> &mut UseCaseData {
    value.use_cases.iter_mut().find(|own| own.id == "use-case.ticket-escalation").expect("a use case")
}

fn step<'a>(value: &'a mut ValueData, id: &str) -> &'a mut StepData {
    hiring(value).process.before.iter_mut().find(|step| step.id == id).expect("a step")
}

fn decision(value: &mut ValueData) -> &mut StepData {
    tickets(value).process.before.iter_mut().find(|step| step.how == HowData::Decision).expect("a decision")
}

fn setting<'a>(value: &'a mut ValueData, field: &str) -> &'a mut fitproof::playbook::data::DefaultData {
    value.defaults.iter_mut().find(|setting| setting.about.field == field).expect("a setting")
}

fn time(value: &mut ValueData, field: &str) -> usize {
    value.drivers[0].inputs.iter().position(|input: &FieldData| input.field == field).expect("an input")
}

type Change = fn(&mut ValueData);

fn refused(cases: &[(&str, Change)]) {
    let mut missing = Vec::new();
    for (sentence, change) in cases {
        let mut data = shipped();
        let mut value = part();
        change(&mut value);
        data.value = Closed::close(&value);
        let faults = check(&data);
        if !faults.iter().any(|fault| fault == sentence) {
            missing.push(format!("expected: {sentence}\n   found: {faults:#?}"));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn sizes_ids_and_texts() {
    refused(&[
        ("There are 0 drivers; there must be 1 to 6", |value| value.drivers.clear()),
        ("There are 0 types of cost; there must be 1 to 5", |value| value.costs.clear()),
        ("There are 201 use cases; there must be 0 to 200", |value| value.use_cases = vec![hiring(value).clone(); 201]),
        ("There are 0 departments of “use-case.hr-onboarding”; there must be 1 to 20", |value| {
            hiring(value).departments.clear();
        }),
        ("There are 0 steps before of “use-case.hr-onboarding”; there must be 1 to 200", |value| {
            hiring(value).process.before.clear();
        }),
        ("There are 201 steps after of “use-case.hr-onboarding”; there must be 0 to 200", |value| {
            let after = &mut hiring(value).process.after;
            *after = vec![after[0].clone(); 201];
        }),
        ("There are 11 benefits of “use-case.hr-onboarding”; there must be 0 to 10", |value| {
            let benefits = &mut hiring(value).benefits;
            *benefits = vec![benefits[0].clone(); 11];
        }),
        ("The id “plan.horizon” is used twice", |value| value.feeds[0].id = "plan.horizon".into()),
        ("The id “section.gap” is used twice", |value| value.use_cases[0].id = "section.gap".into()),
        ("The id “driver.time” is used twice", |value| value.drivers[1].id = "driver.time".into()),
        ("“Plan” isn't an id: use lower-case words with hyphens, and dots between the parts", |value| {
            value.defaults[0].about.id = "Plan".into();
        }),
        ("In “use-case.hr-onboarding” the name of a step is empty", |value| step(value, "hired").name.clear()),
        ("In “use-case.hr-onboarding” the name of a lane holds HTML; write plain text", |value| {
            hiring(value).process.lanes[0].name = "<b>Greenhouse</b>".into();
        }),
        ("In “use-case.hr-onboarding” the text holds a link; write words only", |value| {
            hiring(value).text = "See www.a.example".into();
        }),
        ("In “driver.time.caution” the text is empty", |value| {
            value.drivers[0].caution.as_mut().expect("a caution").text.clear();
        }),
        ("In “use-case.hr-onboarding.note” the text is empty", |value| {
            hiring(value).process.note.as_mut().expect("a note").text.clear();
        }),
        ("In “feed.gap” the source's title is empty", |value| value.feeds[1].source.title.clear()),
    ]);
}

#[test]
fn kinds_and_fields() {
    refused(&[
        ("“driver.errors” is the second of its kind", |value| value.drivers[1].kind = value.drivers[0].kind),
        ("“cost.training” is the second of its kind", |value| value.costs[2].kind = value.costs[1].kind),
        ("“feed.gap” is the second of its kind", |value| value.feeds[1].from = value.feeds[0].from),
        ("“plan.horizon” is the second of its kind", |value| {
            let field = value.defaults[0].about.field.clone();
            setting(value, "horizon").about.field = field;
        }),
        ("“driver.time.minutes” is about the field “hour”, which doesn't exist", |value| {
            let at = time(value, "minutes");
            value.drivers[0].inputs[at].field = "hour".into();
        }),
        ("“input.step.minutes” is about the field “minutes”, which doesn't exist", |value| {
            value.inputs.iter_mut().find(|input| input.field == "step.minutes").expect("an input").field =
                "minutes".into();
        }),
        ("“driver.time.minutes” is a text, which has no least and most", |value| {
            let at = time(value, "minutes");
            value.drivers[0].inputs[at].unit = UnitData::Text;
        }),
        ("The least and the most of “driver.time.minutes” must be two figures in order", |value| {
            let at = time(value, "minutes");
            value.drivers[0].inputs[at].least = "20000".into();
        }),
        ("The least and the most of “driver.time.automated” must be two figures in order", |value| {
            let at = time(value, "automated");
            value.drivers[0].inputs[at].least = "-1".into();
        }),
        ("“plan.days” is a figure, which has no options", |value| {
            setting(value, "days").options = setting(value, "include").options.clone();
        }),
        ("“plan.include” starts from “money”, which isn't among its options", |value| {
            setting(value, "include").figure.likely = "money".into();
        }),
        ("“plan.usage-unit” needs one text to start from", |value| {
            setting(value, "usage-unit").figure.likely.clear()
        }),
        ("“feed.gap” names the section “section.holes”, which doesn't exist", |value| {
            value.feeds[1].section = "section.holes".into();
        }),
        ("The grain needs four percentages up to 100, each at least the one before", |value| {
            value.grain.as_mut().expect("a grain").published = "20".into();
        }),
        ("The grain needs four percentages up to 100, each at least the one before", |value| {
            value.grain.as_mut().expect("a grain").default = "some".into();
        }),
        ("In “grain” the source's title is empty", |value| {
            value.grain.as_mut().expect("a grain").source.title.clear();
        }),
    ]);
}

#[test]
fn figures() {
    refused(&[
        ("In “plan.discount-rate” the figure of “discount-rate” is beyond its least or most", |value| {
            setting(value, "discount-rate").figure.likely = "51".into();
        }),
        ("In “plan.discount-rate” the figure of “discount-rate” can't be read", |value| {
            setting(value, "discount-rate").figure.likely = "ten".into();
        }),
        ("In “plan.discount-rate” the figure of “discount-rate” can't be read", |value| {
            setting(value, "discount-rate").figure.low = "5".into();
        }),
        (
            "In “use-case.hr-onboarding” the figure of “step.minutes” is out of order: low, likely, high",
            |value| {
                step(value, "reviewed").minutes.as_mut().expect("minutes").low = "16".into();
            },
        ),
        (
            "In “use-case.hr-onboarding” the figure of “step.minutes” is out of order: low, likely, high",
            |value| {
                let minutes = step(value, "reviewed").minutes.as_mut().expect("minutes");
                (minutes.low, minutes.high) = (minutes.likely.clone(), minutes.likely.clone());
            },
        ),
        ("In “use-case.hr-onboarding” the figure of “step.error-rate” is beyond its least or most", |value| {
            step(value, "reviewed").error_rate.as_mut().expect("a rate").high = "101".into();
        }),
        ("In “use-case.hr-onboarding” the figure of “process.volume” can't be read", |value| {
            hiring(value).process.volume.likely = "10+".into();
        }),
        (
            "“use-case.hr-onboarding” has a figure of “step.waiting”, which the inputs don't tell about",
            |value| {
                value.inputs.retain(|input| input.field != "step.waiting");
            },
        ),
    ]);
}

#[test]
fn processes() {
    refused(&[
        (
            "In “use-case.hr-onboarding” the step “hired” names the lane “pool”, which doesn't exist",
            |value| {
                step(value, "hired").lane = "pool".into();
            },
        ),
        ("In “use-case.hr-onboarding” no step is in the lane “okta”", |value| {
            let process = &mut hiring(value).process;
            process.before.iter_mut().chain(&mut process.after).for_each(|step| step.lane = "manual".into());
        }),
        (
            "In “use-case.hr-onboarding” the step “approved” names the role “boss”, which doesn't exist",
            |value| {
                step(value, "approved").role = Some("boss".into());
            },
        ),
        ("“use-case.hr-onboarding” has “hired” twice, or it isn't an id", |value| {
            step(value, "ticket").id = "hired".into();
        }),
        ("“use-case.hr-onboarding” has “end” twice, or it isn't an id", |value| {
            step(value, "ticket").id = "end".into()
        }),
        ("“use-case.hr-onboarding” has “Okta” twice, or it isn't an id", |value| {
            hiring(value).process.lanes[5].id = "Okta".into();
        }),
        (
            "In “use-case.hr-onboarding” the step “approved” takes a person, so it needs a role and minutes",
            |value| step(value, "approved").minutes = None,
        ),
        ("In “use-case.hr-onboarding” the step “hired” is automatic, so it has no role", |value| {
            step(value, "hired").role = Some("hr".into());
        }),
        (
            "In “use-case.hr-onboarding” the step “reviewed” needs an error rate and the minutes to put it right together",
            |value| step(value, "reviewed").fix_minutes = None,
        ),
        ("In “use-case.hr-onboarding” the step “hired” has branches, but only a decision does", |value| {
            step(value, "hired").branches = decision(value).branches.clone();
        }),
        (
            "In “use-case.ticket-escalation” the step “solved” decides, so it needs 2 to 10 branches that add up to 100 in \
             whole numbers",
            |value| decision(value).branches[0].share.likely = "81".into(),
        ),
        (
            "In “use-case.ticket-escalation” the step “solved” decides, so it needs 2 to 10 branches that add up to 100 in \
             whole numbers",
            |value| decision(value).branches.truncate(1),
        ),
        (
            "In “use-case.ticket-escalation” the step “solved” leads to “x”, which doesn't exist on its side",
            |value| decision(value).branches[0].to = "x".into(),
        ),
        ("In “use-case.ticket-escalation” the steps go round in a circle", |value| {
            decision(value).branches[0].to = "tried".into();
        }),
        ("In “use-case.hr-onboarding” the steps go round in a circle", |value| {
            step(value, "account").then = Some("hired".into());
        }),
        ("In “use-case.hr-onboarding” no way leads to the step “ticket”", |value| {
            step(value, "started").then = Some("approved".into());
        }),
        ("In “use-case.hr-onboarding” no way leads to the step “ticket”", |value| {
            step(value, "started").then = Some("end".into());
        }),
    ]);
}

#[test]
fn use_cases() {
    refused(&[
        ("“use-case.hr-onboarding” names the department “garden”, which no question offers", |value| {
            hiring(value).departments.push("garden".into());
        }),
        ("“use-case.hr-onboarding” names the app “abacus”, which doesn't exist", |value| {
            hiring(value).apps.push("abacus".into());
        }),
        ("“use-case.ticket-escalation.benefit.kept” has a driver that is not among the drivers", |value| {
            value.drivers.remove(4);
        }),
        (
            "“use-case.ticket-escalation.benefit.kept” rests on the process, which only released time and avoided errors do",
            |value| tickets(value).benefits[1].of_process = true,
        ),
        (
            "“use-case.hr-onboarding.benefit.time” names the role “boss”, which its process doesn't have",
            |value| {
                hiring(value).benefits[0].role = Some("boss".into());
            },
        ),
        ("“use-case.hr-onboarding.benefit.time” needs a volume and a period together", |value| {
            hiring(value).benefits[0].per = Some(PerData::Day);
        }),
        (
            "“use-case.ticket-escalation.benefit.kept” gives “hires”, which “driver.revenue” doesn't take",
            |value| {
                tickets(value).benefits[1].figures[0].field = "hires".into();
            },
        ),
        ("“use-case.ticket-escalation.benefit.kept” gives “uplift” twice", |value| {
            let figures = &mut tickets(value).benefits[1].figures;
            figures.push(figures[1].clone());
        }),
        (
            "In “use-case.ticket-escalation.benefit.kept” the figure of “margin” is beyond its least or most",
            |value| tickets(value).benefits[1].figures[2].figure.high = "120".into(),
        ),
    ]);
}

#[test]
fn a_way_past_a_decision_is_no_circle() {
    let mut data = shipped();
    let mut value = part();
    let branch = |to: &str, share: &str| BranchData {
        label: to.into(),
        to: to.into(),
        share: fitproof::playbook::data::FigureData { likely: share.into(), ..Default::default() },
    };
    decision(&mut value).branches = vec![branch("answered", "50"), branch("copied", "30"), branch("end", "20")];
    data.value = Closed::close(&value);
    assert_eq!(check(&data), Vec::<String>::new());
}
