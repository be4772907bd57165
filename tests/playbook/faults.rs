//! Each fault of size, ids, texts and figures is provoked, and named in a sentence.
use super::shipped;
use fitproof::playbook::check::check;
use fitproof::playbook::data::{CriterionData, PlaybookData, QuestionData, RuleData};

pub(super) fn question<'a>(data: &'a mut PlaybookData, id: &str) -> &'a mut QuestionData {
    data.questions.iter_mut().find(|question| question.id == id).expect("a question of the playbook")
}

pub(super) fn criterion<'a>(data: &'a mut PlaybookData, id: &str) -> &'a mut CriterionData {
    let mut all = data.profiles.iter_mut().flat_map(|profile| &mut profile.criteria);
    all.find(|criterion| criterion.id == id).expect("a criterion of the playbook")
}

pub(super) type Change = fn(&mut PlaybookData);

/// Every sentence must be among the faults after its change.
pub(super) fn refused(cases: &[(&str, Change)]) {
    let said = cases.iter().filter(|(sentence, change)| {
        let mut data = shipped();
        change(&mut data);
        let faults = check(&data);
        let found = faults.iter().any(|fault| fault == sentence);
        if !found {
            eprintln!("expected: {sentence}\n  found: {faults:#?}");
        }
        found
    });
    assert_eq!(said.count(), cases.len());
}

#[test]
fn a_file_of_another_format_or_size_is_refused() {
    refused(&[
        ("This is format 2, but only format 1 is understood", |data| data.format = 2),
        ("There are 201 questions; there must be 1 to 200", |data| {
            data.questions = vec![data.questions[0].clone(); 201];
        }),
        ("There are 0 questions; there must be 1 to 200", |data| data.questions.clear()),
        ("There are 2001 apps; there must be 0 to 2000", |data| data.apps = vec![data.apps[0].clone(); 2_001]),
        ("There are 1 tiers; there must be 2 to 6", |data| data.tiers.levels.truncate(1)),
        ("There are 9 profiles; there must be 1 to 8", |data| data.profiles = vec![data.profiles[0].clone(); 9]),
        ("There are 0 profiles; there must be 1 to 8", |data| data.profiles.clear()),
        ("There are 21 roles; there must be 0 to 20", |data| data.roles = vec![data.roles[0].clone(); 21]),
        ("There are 61 personas; there must be 0 to 60", |data| data.personas = vec![data.personas[0].clone(); 61]),
        ("There are 21 groups; there must be 0 to 20", |data| data.groups = vec![data.groups[0].clone(); 21]),
        ("There are 0 engagements; there must be 1 to 8", |data| data.engagements.clear()),
        ("There are 21 preconditions; there must be 0 to 20", |data| {
            data.preconditions = vec![data.preconditions[0].clone(); 21];
        }),
        ("There are 41 gates; there must be 0 to 40", |data| data.gates = vec![data.gates[0].clone(); 41]),
        ("There are 61 sections; there must be 0 to 60", |data| data.sections = vec![data.sections[0].clone(); 61]),
        ("There are 41 approvals; there must be 0 to 40", |data| data.approvals = vec![data.approvals[0].clone(); 41]),
        ("There are 41 warnings; there must be 0 to 40", |data| data.warnings = vec![data.warnings[0].clone(); 41]),
        ("There are 0 pieces of advice; there must be 1 to 8", |data| data.advice.clear()),
        ("There are 101 context entries; there must be 0 to 100", |data| {
            data.context = vec![data.context[0].clone(); 101];
        }),
        ("There are 101 tips; there must be 0 to 100", |data| data.tips = vec![data.tips[0].clone(); 101]),
        ("There are 13 archetypes; there must be 0 to 12", |data| {
            data.archetypes = vec![data.archetypes[0].clone(); 13];
        }),
        ("There are 61 options of “account.employees”; there must be 0 to 60", |data| {
            let options = &mut question(data, "account.employees").options;
            *options = vec![options[0].clone(); 61];
        }),
        ("There are 41 criteria of “scale-up”; there must be 1 to 40", |data| {
            data.profiles[0].criteria = vec![data.profiles[0].criteria[0].clone(); 41];
        }),
        ("There are 41 values of “scale-up”; there must be 0 to 40", |data| {
            data.profiles[0].values = vec![data.profiles[0].values[0].clone(); 41];
        }),
        ("There are 41 problems of “scale-up”; there must be 0 to 40", |data| {
            data.profiles[0].problems = vec![data.profiles[0].problems[0].clone(); 41];
        }),
        ("There are 11 size criteria of “scale-up”; there must be 0 to 10", |data| {
            data.profiles[0].size = vec!["fit.scale-up.revenue".into(); 11];
        }),
        ("There are 0 options in the rule of “fit.scale-up.online-product”; there must be 1 to 60", |data| {
            criterion(data, "fit.scale-up.online-product").rule = RuleData::AnyOf { met: vec![], near: vec![] };
        }),
        ("There are 101 words of “role.champion”; there must be 0 to 100", |data| {
            data.roles[3].words = vec!["operations".into(); 101];
        }),
        ("There are 101 titles of “role.champion”; there must be 0 to 100", |data| {
            data.roles[3].titles = vec![data.roles[3].titles[0].clone(); 101];
        }),
        ("There are 101 words of “persona.coo”; there must be 0 to 100", |data| {
            data.personas[0].words = vec!["coo".into(); 101];
        }),
        ("There are 70 lines of “persona.coo”; there must be 0 to 60", |data| {
            (data.personas[0].measures, data.personas[0].pains) = (vec!["a".into(); 30], vec!["b".into(); 35]);
        }),
        ("There are 43 pros and cons of “engagement.self-service”; there must be 0 to 40", |data| {
            data.engagements[0].pros = vec![data.engagements[0].pros[0].clone(); 40];
        }),
        ("There are 21 questions that suggest “gate.champion”; there must be 0 to 20", |data| {
            data.gates[1].answered = vec!["deal.size".into(); 21];
        }),
        ("There are 41 entries of “section.gap”; there must be 0 to 40", |data| {
            data.sections[3].holds = vec![data.sections[3].holds[0].clone(); 41];
        }),
        ("There are 0 conditions of “warning.security-review”; there must be 1 to 20", |data| {
            data.warnings[0].any.clear();
        }),
        ("There are 201 answers of “archetype.between”; there must be 0 to 200", |data| {
            data.archetypes[2].answers = vec![data.archetypes[2].answers[0].clone(); 201];
        }),
        ("There are 41 people of “archetype.between”; there must be 0 to 40", |data| {
            data.archetypes[2].people = vec![data.archetypes[2].people[0].clone(); 41];
        }),
        ("“last week” isn't the day of the last review: write it like 2027-03-15", |data| {
            data.reviewed = "last week".into();
        }),
        ("“dollars” isn't a currency: write its three letters, like USD", |data| data.currency = "dollars".into()),
    ]);
}

#[test]
fn unclear_ids_are_refused() {
    refused(&[
        ("“Tip” isn't an id: use lower-case words with hyphens, and dots between the parts", |data| {
            data.tips[0].id = "Tip".into();
        }),
        ("“tip..x” isn't an id: use lower-case words with hyphens, and dots between the parts", |data| {
            data.tips[0].id = "tip..x".into();
        }),
        ("“” isn't an id: use lower-case words with hyphens, and dots between the parts", |data| {
            data.tips[0].id.clear();
        }),
        ("“a_gate” isn't an id: use lower-case words with hyphens, and dots between the parts", |data| {
            data.gates[0].id = "a_gate".into();
        }),
        ("“Sa as” isn't an id: use lower-case words with hyphens, and dots between the parts", |data| {
            question(data, "account.business-model").options[0].id = "Sa as".into();
        }),
        ("The id “tip.pain” is used twice", |data| data.tips[0].id = "tip.pain".into()),
        ("The id “persona.coo” is used twice", |data| data.context[0].id = "persona.coo".into()),
        ("The id “gate.pain” is used twice", |data| data.gates[0].id = "gate.pain".into()),
        ("The id “account.name” is used twice", |data| data.gates[0].id = "account.name".into()),
        ("The question “account.business-model” has the option “saas” twice", |data| {
            question(data, "account.business-model").options[1].id = "saas".into();
        }),
    ]);
}

#[test]
fn texts_that_are_missing_or_more_than_words_are_refused() {
    refused(&[
        ("In the playbook the disclaimer is empty", |data| data.disclaimer = " ".into()),
        ("In “account.name” the label is empty", |data| question(data, "account.name").label.clear()),
        ("In “account.name” the label of an option is empty", |data| {
            let option = question(data, "account.relationship").options[0].clone();
            question(data, "account.name").options = vec![option];
            question(data, "account.name").options[0].label.clear();
        }),
        ("In “slack” the name is empty", |data| {
            data.apps.iter_mut().find(|app| app.id == "slack").expect("an app").name.clear();
        }),
        ("In “tiers” the undecided is empty", |data| data.tiers.undecided.clear()),
        ("In “scale-up” the who is empty", |data| data.profiles[0].who.clear()),
        ("In “fit.scale-up.drive” the states is empty", |data| {
            criterion(data, "fit.scale-up.drive").states.clear()
        }),
        ("In “role.champion” the title is empty", |data| data.roles[3].titles[0].title.clear()),
        ("In “persona.coo” the pain is empty", |data| data.personas[0].pains[0].clear()),
        ("In “engagement.pov” the when is empty", |data| data.engagements[2].when.clear()),
        ("In “gate.pain” the action is empty", |data| data.gates[5].action.clear()),
        ("In “section.gap” the written_by is empty", |data| data.sections[3].written_by.clear()),
        ("In “approval.window” the joint is empty", |data| data.approvals[0].joint.clear()),
        ("In “warning.enterprise-app” the text is empty", |data| data.warnings[1].text.clear()),
        ("In “advice.low-fit” the enterprise_app is empty", |data| data.advice[0].enterprise_app.clear()),
        ("In “archetype.between” the person's name is empty", |data| data.archetypes[2].people[0].name.clear()),
        ("In “window” the source's locator is empty", |data| data.window.source.locator.clear()),
        ("In “deal” the source's title is empty", |data| data.deal.source.title.clear()),
        ("In “tip.pain” the source's note is empty", |data| data.tips[1].source.note = Some(String::new())),
        ("In “tip.pain” the text is longer than 2,000 characters", |data| data.tips[1].text = "é".repeat(2_001)),
        ("In “tip.pain” the text holds a control character, such as a line break", |data| {
            data.tips[1].text.push('\n');
        }),
        ("In “tip.pain” the text holds a link; write words only", |data| {
            data.tips[1].text = "See HTTPS://a.example".into()
        }),
        ("In “account.name” the hint holds a link; write words only", |data| {
            question(data, "account.name").hint = "www.a.example".into();
        }),
        ("In “tip.pain” the text holds HTML; write plain text", |data| data.tips[1].text = "<b>Listen</b>".into()),
        ("In “role.champion” the title word “**” has no letter", |data| data.roles[3].words[0] = "**".into()),
        ("In “role.champion” the title word “a * b * c * d” has more than two stars", |data| {
            data.roles[3].words[0] = "a * b * c * d".into();
        }),
    ]);
    let mut data = shipped();
    data.tips[1].text = format!("Fewer than 5 is < 5, 2,000 characters fit: {}", "é".repeat(1_957));
    assert_eq!(check(&data), Vec::<String>::new());
}

#[test]
fn figures_that_do_not_hold_together_are_refused() {
    refused(&[
        ("The weights of “scale-up” add up to 101, not 100", |data| data.profiles[0].criteria[0].weight += 1),
        ("The weights of “scale-up” add up to 4294967370, not 100", |data| {
            data.profiles[0].criteria[0].weight = u32::MAX;
        }),
        ("The bounds of “fit.scale-up.growth” are out of order: near lies outside met", |data| {
            criterion(data, "fit.scale-up.growth").rule = RuleData::AtLeast { met: 30, near: Some(30) };
        }),
        ("The bounds of “fit.scale-up.revenue” are out of order: near lies outside met", |data| {
            criterion(data, "fit.scale-up.revenue").rule = RuleData::Below { met: 100, near: Some(90) };
        }),
        ("The bounds of “fit.scale-up.employees” are out of order: near lies outside met", |data| {
            criterion(data, "fit.scale-up.employees").rule = RuleData::Within { met: [50, 100], near: Some([60, 120]) };
        }),
        ("The bounds of “fit.scale-up.employees” are out of order: near lies outside met", |data| {
            criterion(data, "fit.scale-up.employees").rule = RuleData::Within { met: [100, 50], near: None };
        }),
        ("A bound of “fit.scale-up.growth” is too large to be right", |data| {
            criterion(data, "fit.scale-up.growth").rule = RuleData::AtLeast { met: i64::MAX, near: None };
        }),
        ("The tiers are out of order: write the best first, each beginning above the next", |data| {
            data.tiers.levels.swap(0, 1);
        }),
        ("The last tier must begin at 0", |data| data.tiers.levels[2].from = 1),
        ("A tier can't begin above 100", |data| data.tiers.levels[0].from = 101),
        ("The least coverage can't be above 100", |data| data.tiers.least_coverage = 101),
        ("0 engagements have no bound; exactly one must take the sizes that the others leave", |data| {
            data.engagements.remove(1);
        }),
        ("2 engagements have no bound; exactly one must take the sizes that the others leave", |data| {
            data.engagements[0].below = None;
        }),
        (
            "“engagement.guided-trial” takes the sizes that the others leave, so no answer may pick it: give it a bound \
             or drop “said”",
            |data| data.engagements[1].said = Some("deal.oem".into()),
        ),
        ("“engagement.pov” has a bound below and one above; only one is understood", |data| {
            data.engagements[2].below = Some(1_000_000);
        }),
        ("Two engagements claim the same sizes: only one may have “below”, and one “above”", |data| {
            data.engagements[1].above = Some(50_000);
        }),
        ("Sizes from 5000 to 10000 fall to two engagements", |data| data.engagements[2].above = Some(5_000)),
        ("A bound of an engagement must be above 0 and not too large to be right", |data| {
            data.engagements[0].below = Some(0);
        }),
        ("The window is out of order: ideal is at least 1 day, most no less than ideal, at most 366", |data| {
            data.window.ideal = 29;
        }),
        ("The grace after the window can't be above 60 working days", |data| data.window.grace = 61),
        ("The days of “advice.low-fit” must be 1 to 3,650", |data| data.advice[0].days = 0),
    ]);
}
