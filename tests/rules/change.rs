//! What would change it: rule 9.
use crate::accounts::Chance;
use crate::table::{SCALE_UP, answers, id, profiles, questions, tiers};
use fitproof::domain::answer::{Answer, Answers};
use fitproof::domain::change::{Change, To, changes};
use fitproof::domain::fit::assess_one;
use fitproof::domain::number::{Unit, step};
use fitproof::domain::quantity::Quantity;
use fitproof::domain::question::{Kind, Question};
use fitproof::domain::span::Span;
use fitproof::domain::table::Set;

const JOINT: &str = "cloud=yes; prototyping=yes; online=yes; critical=yes; drive=yes; ";
const NOT_JOINT: &str = "cloud=no; prototyping=no; online=no; critical=no; drive=no; ";

fn whole(value: i64) -> Quantity {
    Quantity::whole(value)
}

/// In short: the question and the new answer; nothing for "no single answer does".
type Wanted = Option<(&'static str, To)>;

/// `low` is the low end before, in half-points.
fn check(profile: usize, given: &str, low: u32, up: Wanted, down: Wanted) {
    let answers = answers(given);
    assert_eq!(assess_one(&profiles()[profile], &tiers(), &answers).low, low, "{given}: the low end");
    let found = changes(&profiles()[profile], &tiers(), &questions(), &answers);
    let same = |found: &Option<Change>, wanted: Wanted, way: &str| {
        let found = found.as_ref().map(|change| (change.question.clone(), change.to.clone()));
        assert_eq!(found, wanted.map(|(short, to)| (id(short), to)), "{given}: {way}");
    };
    same(&found.up, up, "up");
    same(&found.down, down, "down");
}

#[test]
fn numbers_at_the_nearest_bound() {
    // "46 to 50 employees": growth missed, all else met, employees near.
    let given = format!("{JOINT} growth=0; revenue=$40M; model=saas; native=yes; ");
    let known = 3 * 30 + 5 * 8;
    check(0, &format!("{given} employees=46"), known + 10, Some(("employees", To::AtLeast(whole(50)))), None);
    check(0, &format!("{given} employees=40-49"), known + 10, Some(("employees", To::AtLeast(whole(50)))), None);
    check(0, &format!("{given} employees=30-60"), known, Some(("employees", To::AtLeast(whole(50)))), None);
    check(0, &format!("{given} employees=1,100"), known + 10, Some(("employees", To::AtMost(whole(1_000)))), None);
    check(0, &format!("{given} employees=1,100+"), known, Some(("employees", To::AtMost(whole(1_000)))), None);
    check(0, &format!("{given} employees=3"), known, Some(("employees", To::AtLeast(whole(50)))), None);
    check(0, &given, known, Some(("employees", To::AtLeast(whole(50)))), None);
    // Exactly strong by being near: any less people, or more, and it is not.
    let given = format!("{NOT_JOINT} growth=50; revenue=$40M; model=saas; native=yes; ");
    let up_to_strong = 50 + 3 * 30 + 10;
    check(0, &format!("{given} employees=46"), up_to_strong, None, Some(("employees", To::Below(whole(40)))));
    check(0, &format!("{given} employees=1,150"), up_to_strong, None, Some(("employees", To::Above(whole(1_200)))));
}

#[test]
fn money_and_choices() {
    // Fifteen half-points from revenue or product: the form's order decides.
    let given = format!("{JOINT} growth=20; revenue=$110M; model=other-online; native=yes; employees=500");
    let million = 1_000_000;
    check(0, &given, 40 + 25 + 15 + 15 + 30 + 20, Some(("revenue", To::Below(whole(100 * million)))), None);
    let given = format!("{JOINT} growth=0; revenue=$40M; model=other-online; native=yes; employees=500");
    check(0, &given, 40 + 30 + 15 + 30 + 20, Some(("model", To::Tick("saas".into()))), None);
    let given = format!("{JOINT} employees=999; departments=sales; revenue=$2bn; volume=0; pressure=no");
    let untick = Some(("departments", To::Untick("sales".into())));
    check(1, &given, 40 + 20 + 40 + 30, Some(("employees", To::AtLeast(whole(1_000)))), untick);
    let given = format!("{JOINT} employees=1000; departments=hr; revenue=$450M; volume=500; pressure=yes");
    check(1, &given, 40 + 40 + 20 + 15 + 15 + 20, None, Some(("cloud", To::Said(false))));
    // From 112 to 150 it takes growth: what is answered changes before what is open. To below 100 it takes 15.
    let given = "cloud=yes; prototyping=yes; online=yes; critical=yes; drive=no; growth=0; revenue=$40M; \
                 model=saas; native=no; employees=500";
    let growth = Some(("growth", To::AtLeast(whole(30))));
    check(0, given, 32 + 30 + 30 + 20, growth, Some(("revenue", To::AtLeast(whole(100 * million)))));
}

#[test]
fn growth_by_either_headcount() {
    // 25 % from 400 to 500; 30 % needs 520 now, or 384 then (100 · 116 = 11,600 ≥ 30 · 384 = 11,520).
    let given = format!("{JOINT} revenue=$40M; model=saas; native=no; ");
    let known = 40 + 30 + 30 + 20 + 25;
    let now = || Some(("employees", To::AtLeast(whole(520))));
    check(0, &format!("{given} employees=500; before=400"), known, now(), None);
    check(0, &format!("{given} employees=500-510; before=400"), known, now(), None);
    check(0, &format!("{given} employees=500; before=390-400"), known, now(), None);
    // Resting on the rate, it is the rate that changes.
    check(0, &format!("{given} growth=25; employees=500"), known, Some(("growth", To::AtLeast(whole(30)))), None);
    // From nobody to somebody.
    let (some, cloud) = (|| Some(("before", To::AtLeast(whole(1)))), Some(("cloud", To::Said(false))));
    check(0, &format!("{given} employees=500; before=0").replace("$40M", "$110M"), known - 25 - 15, some(), cloud);
    let native = Some(("native", To::Said(true)));
    let revenue = Some(("revenue", To::Above(whole(120_000_000))));
    check(0, &format!("{given} growth=25; before=400; employees=50-1,000"), known - 25, native, revenue);
}

#[test]
fn no_single_answer_does() {
    let nothing = format!("{NOT_JOINT} growth=0; revenue=$1bn; model=none; native=no; employees=5");
    check(0, &nothing, 0, None, None);
    check(1, "employees=5; departments=it; revenue=$1M; volume=1; pressure=no", 0, None, None);
    // Two answers at once from 200: fewer than 50 people now are near in number and missed in growth.
    check(0, SCALE_UP, 200, None, Some(("employees", To::Below(whole(50)))));
}

/// The answer after a change.
fn changed(question: &Question, answers: &Answers, to: &To) -> Answer {
    let least = match question.kind {
        Kind::Money => step(Unit::Money),
        Kind::Percent => step(Unit::Percent),
        _ => step(Unit::Count),
    };
    let exact = |value: Option<Quantity>| Answer::Number(Span::exact(value.expect("in range")));
    let mut picked = match answers.get(&question.id) {
        Answer::Picked(picked) => picked.clone(),
        _ => Set::new(),
    };
    match to {
        To::AtLeast(bound) | To::AtMost(bound) => exact(Some(*bound)),
        To::Above(bound) => exact(bound.plus(least)),
        To::Below(bound) => exact(bound.minus(least)),
        To::Said(said) => Answer::Said(*said),
        To::Tick(option) => {
            let alone = |id: &str| question.options.iter().any(|(own, alone)| own == id && *alone);
            let keep = !alone(option);
            picked.retain(|id| keep && !alone(id));
            picked.insert(option.clone());
            Answer::Picked(picked)
        }
        To::Untick(option) => {
            picked.remove(option);
            if picked.is_empty() { Answer::Blank } else { Answer::Picked(picked) }
        }
    }
}

/// All other answers worth trying at a question.
fn others(question: &Question, answers: &Answers) -> Vec<Answer> {
    let count = |values: &mut dyn Iterator<Item = i64>| values.map(|v| Answer::Number(Span::whole(v))).collect();
    match question.kind {
        // From nobody there is no growth, which is no change to advise.
        Kind::Count if question.id == id("before") => count(&mut (1..1_500)),
        Kind::Count => count(&mut (0..1_500)),
        Kind::Percent => count(&mut (-100..150)),
        Kind::Money => [0, 99, 100, 110, 120, 121, 399, 400, 450, 499, 500, 900]
            .map(|million| Answer::Number(Span::whole(million * 1_000_000)))
            .into(),
        Kind::YesNo => vec![Answer::Said(true), Answer::Said(false)],
        Kind::Several => {
            let options = question.options.iter().map(|(option, _)| option.clone());
            let to = options.flat_map(|option| [To::Tick(option.clone()), To::Untick(option)]);
            let own = answers.get(&question.id);
            let has = |option: &String| matches!(own, Answer::Picked(picked) if picked.contains(option));
            let valid = to.filter(|to| !matches!(to, To::Untick(option) if !has(option)));
            valid.map(|to| changed(question, answers, &to)).collect()
        }
        Kind::Text | Kind::One | Kind::Apps | Kind::Date => vec![],
    }
}

fn distance(now: Option<Span>, to: &Answer) -> Option<Quantity> {
    let (Some(now), Answer::Number(to)) = (now, to) else { return Some(Quantity::ZERO) };
    let below = now.least.minus(to.least)?;
    let above = now.most.and_then(|most| to.least.minus(most)).unwrap_or(below);
    Some(below.max(above).max(Quantity::ZERO)).filter(|_| now.most.is_some()).or(Some(below.max(Quantity::ZERO)))
}

/// Answers in short, some open, some bands.
fn some(chance: &mut Chance) -> String {
    let choices: [(&str, &[&str]); 16] = [
        ("employees", &["", "5", "39", "46", "50", "130", "500", "900", "1,100", "30-60", "500-999", "1,100+"]),
        ("before", &["", "", "4", "40", "100", "400", "80-110", "under 50", "0"]),
        ("growth", &["", "0", "20", "25", "30", "20-40", "-10"]),
        ("young", &["", "", "", "no", "yes"]),
        ("revenue", &["", "$40M", "$110M", "$300M", "$450M", "$2bn", "$90M-$110M", "$400M+"]),
        ("model", &["", "saas", "other-online", "none", "saas, other-online"]),
        ("native", &["", "yes", "no"]),
        ("departments", &["", "sales", "hr", "it", "sales, support", "hr, it"]),
        ("volume", &["", "0", "500", "2000", "100-500", "1000+"]),
        ("pressure", &["", "yes", "no"]),
        ("stack", &["", "slack", "salesforce", "slack !"]),
        ("cloud", &["", "yes", "no"]),
        ("prototyping", &["yes", "no"]),
        ("online", &["yes", "no"]),
        ("critical", &["yes", "no"]),
        ("drive", &["yes", "no"]),
    ];
    choices.iter().map(|(name, values)| format!("{name}={}; ", chance.pick(values))).collect()
}

#[test]
fn every_change_moves_the_tier_and_none_nearer_does() {
    let (profiles, tiers, questions) = (profiles(), tiers(), questions());
    let mut chance = Chance::new(23);
    let (mut ups, mut downs) = (0, 0);
    for round in 0..120 {
        let given = some(&mut chance);
        let answers = answers(&given);
        let profile = &profiles[round % 2];
        let tier_of = |answers: &Answers| tiers.tier(assess_one(profile, &tiers, answers).low);
        let tier = tier_of(&answers);
        let found = changes(profile, &tiers, &questions, &answers);
        ups += usize::from(found.up.is_some());
        downs += usize::from(found.down.is_some());
        let mut nearest = [None, None];
        for (way, change) in [&found.up, &found.down].into_iter().enumerate() {
            let Some(change) = change else { continue };
            let question = questions.iter().find(|question| question.id == change.question).expect("a question");
            let answer = changed(question, &answers, &change.to);
            nearest[way] = distance(answers.number(&question.id), &answer);
            let after = tier_of(&answers.with(&question.id, answer));
            assert_eq!(after, change.tier, "{given}: {change:?}");
            assert!(if way == 0 { after < tier } else { after > tier }, "{given}: {change:?} is no change");
        }
        for question in &questions {
            for other in others(question, &answers) {
                let after = tier_of(&answers.with(&question.id, other.clone()));
                if after == tier {
                    continue;
                }
                let way = usize::from(after > tier);
                let change = [&found.up, &found.down][way].as_ref();
                let change = change.unwrap_or_else(|| panic!("{given}: {other:?} at {} does", question.id));
                if change.question == question.id {
                    let own = distance(answers.number(&question.id), &other);
                    assert!(own >= nearest[way], "{given}: {other:?} is nearer than {change:?}");
                }
            }
        }
    }
    assert!(ups > 20 && downs > 20, "{ups} up, {downs} down: too few to test by");
}
