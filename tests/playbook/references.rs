//! Each reference to nothing or to the wrong thing is provoked, and named in a sentence.
use super::faults::{criterion, question, refused};
use super::shipped;
use fitproof::playbook::check::check;
use fitproof::playbook::data::{
    InputData, KindData, NeedData, PlaybookData, RuleData, SampleData, SamplePersonData, TriggerData,
};

fn sample<'a>(data: &'a mut PlaybookData, question: &str) -> &'a mut SampleData {
    let mut all = data.archetypes[1].answers.iter_mut();
    all.find(|sample| sample.question == question).expect("an answer of the archetype")
}

#[test]
fn references_to_nothing_or_the_wrong_thing_are_refused() {
    refused(&[
        ("“fit.front-office.volume” names the question “deal.runs”, which doesn't exist", |data| {
            criterion(data, "fit.front-office.volume").input = InputData::Answer { question: "deal.runs".into() };
        }),
        ("“fit.front-office.volume” needs a number question, which “deal.transactions” isn't", |data| {
            question(data, "deal.transactions").kind = KindData::Date;
        }),
        ("“fit.scale-up.drive” needs a yes-no question, which “account.drive” isn't", |data| {
            question(data, "account.drive").kind = KindData::Text;
        }),
        (
            "“fit.scale-up.online-product” needs a several or one question, which “account.business-model” isn't",
            |data| {
                question(data, "account.business-model").kind = KindData::YesNo;
            },
        ),
        ("“fit.scale-up.growth” needs a count question, which “account.growth” isn't", |data| {
            let [now, rate, young] = ["account.employees", "account.growth", "account.young"].map(String::from);
            criterion(data, "fit.scale-up.growth").input = InputData::Growth { now, then: rate.clone(), rate, young };
        }),
        ("“fit.scale-up.growth” needs a percent question, which “account.growth” isn't", |data| {
            question(data, "account.growth").kind = KindData::Count;
        }),
        ("“fit.scale-up.growth” looks at growth, so its rule must be at-least, below or within", |data| {
            criterion(data, "fit.scale-up.growth").rule = RuleData::YesNo;
        }),
        ("“fit.scale-up.cloud-stack” needs an apps question, which “account.drive” isn't", |data| {
            let [said, apps] = ["account.cloud-stack", "account.drive"].map(String::from);
            criterion(data, "fit.scale-up.cloud-stack").input = InputData::Stack { said, apps };
        }),
        ("“fit.scale-up.cloud-stack” looks at the tool stack, so its rule must be yes-no", |data| {
            criterion(data, "fit.scale-up.cloud-stack").rule = RuleData::AtLeast { met: 1, near: None };
        }),
        ("“fit.scale-up.cloud-stack” looks at the tool stack, but no app proves a cloud stack", |data| {
            data.apps.iter_mut().for_each(|app| app.cloud = false);
        }),
        ("“fit.scale-up.drive” asks “account.young”, which its rule doesn't look at", |data| {
            criterion(data, "fit.scale-up.drive").question = "account.young".into();
        }),
        (
            "“fit.scale-up.online-product” names the option “shop”, which “account.business-model” doesn't offer",
            |data| {
                let (met, near) = (vec!["saas".into()], vec!["shop".into()]);
                criterion(data, "fit.scale-up.online-product").rule = RuleData::AnyOf { met, near };
            },
        ),
        ("In “fit.scale-up.online-product” the option “saas” is both met and near", |data| {
            let (met, near) = (vec!["saas".into()], vec!["saas".into()]);
            criterion(data, "fit.scale-up.online-product").rule = RuleData::AnyOf { met, near };
        }),
        ("“scale-up” has no criterion “fit.front-office.revenue” to tell its size by", |data| {
            data.profiles[0].size[0] = "fit.front-office.revenue".into();
        }),
        (
            "“account.growth” can't contain “deal.department-employees”: only one count contains another",
            |data| {
                question(data, "account.growth").contains = Some("deal.department-employees".into());
            },
        ),
        ("“account.employees” can't contain “account.employees”: only one count contains another", |data| {
            question(data, "account.employees").contains = Some("account.employees".into());
        }),
        ("“account.employees” needs a count question, which “account.revenue” isn't", |data| {
            question(data, "account.employees").contains = Some("account.revenue".into());
        }),
        ("The question “deal.departments” offers nothing to pick", |data| {
            question(data, "deal.departments").options.clear();
        }),
        ("The question “account.drive” takes no options", |data| {
            question(data, "account.drive").options = question(data, "account.relationship").options.clone();
        }),
        ("The question “account.employees” offers “many”, which isn't a number or a band", |data| {
            question(data, "account.employees").options[0].id = "many".into();
        }),
        ("In “account.relationship” one answer excludes all others anyway: drop “exclusive”", |data| {
            question(data, "account.relationship").options[0].exclusive = true;
        }),
        ("“account.name” is said to be context, but a rule reads it", |data| {
            data.gates[0].answered.push("account.name".into());
        }),
        ("No rule reads “account.name”: mark it as context", |data| question(data, "account.name").context = false),
        ("“role.champion” names the question “x”, which doesn't exist", |data| {
            data.roles[3].needed = Some(NeedData::Said { question: "x".into() });
        }),
        ("“role.champion” needs a number question, which “account.drive” isn't", |data| {
            data.roles[3].titles[0].needed = Some(NeedData::Below { question: "account.drive".into(), bound: 1 });
        }),
        ("“role.champion” names the profile “start-up”, which doesn't exist", |data| {
            data.roles[3].titles[0].profile = Some("start-up".into());
        }),
        ("“role.champion” suggests the gate “gate.hero”, which doesn't exist", |data| {
            data.roles[3].suggests = Some("gate.hero".into());
        }),
        ("“persona.coo” names the role “role.boss”, which doesn't exist", |data| {
            data.personas[0].role = "role.boss".into();
        }),
        ("“deal” needs a money question, which “deal.years” isn't", |data| {
            data.deal.size = "deal.years".into()
        }),
        ("“deal” needs a count question, which “deal.size” isn't", |data| data.deal.years = "deal.size".into()),
        ("“engagement.pov” names the question “deal.embed”, which doesn't exist", |data| {
            data.engagements[2].said = Some("deal.embed".into());
        }),
        ("“engagement.pov” goes through the gates, but there are none", |data| data.gates.clear()),
        ("“gate.pain” names the question “pain”, which doesn't exist", |data| {
            data.gates[5].question = "pain".into()
        }),
        ("“precondition.success” needs a yes-no question, which “deal.size” isn't", |data| {
            data.preconditions[1].question = "deal.size".into();
        }),
        ("“gate.pain” names the question “pain”, which doesn't exist", |data| {
            data.gates[5].answered.push("pain".into())
        }),
        ("“window” needs a date question, which “deal.size” isn't", |data| {
            data.window.start = "deal.size".into()
        }),
        ("Start, end and decision of the window must be three questions", |data| {
            data.window.end = data.window.start.clone();
        }),
        ("“warning.security-review” needs a number question, which “account.drive” isn't", |data| {
            data.warnings[0].any[0] = TriggerData::Above { question: "account.drive".into(), bound: 1 };
        }),
        ("“warning.security-review” needs a yes-no question, which “deal.size” isn't", |data| {
            data.warnings[0].any[1] = TriggerData::Said { question: "deal.size".into() };
        }),
        ("“warning.enterprise-app” needs an apps question, which “deal.size” isn't", |data| {
            data.warnings[1].any[0] = TriggerData::EnterpriseApp { question: "deal.size".into() };
        }),
        ("“warning.enterprise-app” waits for an Enterprise-only app, but none is listed", |data| {
            data.apps.iter_mut().for_each(|app| app.enterprise_only = false);
        }),
    ]);
}

#[test]
fn examples_that_the_form_would_not_take_are_refused() {
    const UNFIT: &str = "but not in a way that the form takes";
    let unfit: [(&str, &str, &[&str]); 12] = [
        ("account.name", " ", &[]),
        ("account.employees", "many", &[]),
        ("account.growth", "fast", &[]),
        ("account.revenue", "22M", &[]),
        ("account.drive", "maybe", &[]),
        ("plan.start", "soon", &[]),
        ("deal.departments", "", &[]),
        ("deal.departments", "", &["hr", "hr"]),
        ("deal.departments", "", &["garden"]),
        ("account.business-model", "", &["saas", "none"]),
        ("account.relationship", "", &["new", "existing"]),
        ("account.stack", "", &["abacus"]),
    ];
    for (id, text, picks) in unfit {
        let mut data = shipped();
        let own = sample(&mut data, id);
        (own.text, own.picks) = (text.into(), picks.iter().map(|pick| (*pick).to_owned()).collect());
        assert_eq!(check(&data), [format!("“archetype.front-office” answers “{id}”, {UNFIT}")], "{text} {picks:?}");
    }
    refused(&[
        ("“archetype.front-office” answers “account.color”, which doesn't exist", |data| {
            sample(data, "account.name").question = "account.color".into();
        }),
        ("“archetype.front-office” answers “account.industry”, which it answered before", |data| {
            sample(data, "account.name").question = "account.industry".into();
        }),
        ("“archetype.front-office” answers “account.name”, which is typed, not picked", |data| {
            sample(data, "account.name").picks.push("saas".into());
        }),
        ("“archetype.front-office” answers “account.stack”, which is picked, not typed", |data| {
            sample(data, "account.stack").text = "Slack".into();
        }),
        ("In “archetype.scale-up” the influence of Ada must be low, medium, high or empty", |data| {
            let influence = "huge".into();
            data.archetypes[0].people.push(SamplePersonData { name: "Ada".into(), title: "COO".into(), influence });
        }),
    ]);
}
