//! What would change the verdict: the least change of one answer that moves the best profile's tier.
use super::answer::{Answer, Answers};
use super::criterion::{Criterion, Input, Rule};
use super::fit::{Profile, Tier, Tiers, assess_one};
use super::growth::{GrowthInput, most_then};
use super::number::{Unit, step};
use super::quantity::Quantity;
use super::question::{Kind, Question};
use super::span::Span;
use super::table::Set;

/// One answer changed, all criteria recomputed.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub question: String,
    pub to: To,
    /// The tier of the low end afterwards.
    pub tier: Tier,
}

/// The new answer, with a number named by the bound it lies at.
#[derive(Clone, Debug, PartialEq)]
pub enum To {
    AtLeast(Quantity),
    AtMost(Quantity),
    Above(Quantity),
    Below(Quantity),
    Said(bool),
    Tick(String),
    Untick(String),
}

/// The least changes to the next tier up and down; either may not exist.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    pub up: Option<Change>,
    pub down: Option<Change>,
}

struct Candidate {
    to: To,
    answer: Answer,
    /// From the present answer, for numbers.
    distance: Quantity,
}

struct Tried {
    change: Change,
    distance: Quantity,
    /// Half-points that the low end moves.
    moved: u32,
    /// The question has no answer yet.
    open: bool,
}

/// Tries every change of one answer. Least is: the nearest bound within a question; between questions the
/// fewest points moved, then an answer there is before one still open, then the playbook's order.
pub fn changes(profile: &Profile, tiers: &Tiers, questions: &[Question], answers: &Answers) -> Changes {
    let low = assess_one(profile, tiers, answers).low;
    let tier = tiers.tier(low);
    let mut best: [Option<Tried>; 2] = [None, None];
    for question in questions {
        let mut own: [Option<Tried>; 2] = [None, None];
        let open = *answers.get(&question.id) == Answer::Blank;
        for candidate in candidates(profile, question, answers) {
            let Candidate { to, answer, distance } = candidate;
            let new_low = assess_one(profile, tiers, &answers.with(&question.id, answer)).low;
            let new_tier = tiers.tier(new_low);
            if new_tier == tier {
                continue;
            }
            let change = Change { question: question.id.clone(), to, tier: new_tier };
            let tried = Tried { change, distance, moved: new_low.abs_diff(low), open };
            keep(&mut own[usize::from(new_tier > tier)], tried, |tried| (tried.distance, tried.moved));
        }
        for (best, own) in best.iter_mut().zip(own) {
            if let Some(own) = own {
                keep(best, own, |tried| (tried.moved, tried.open));
            }
        }
    }
    let [up, down] = best;
    Changes { up: up.map(|tried| tried.change), down: down.map(|tried| tried.change) }
}

fn keep<K: Ord>(best: &mut Option<Tried>, tried: Tried, key: impl Fn(&Tried) -> K) {
    if best.as_ref().is_none_or(|best| key(&tried) < key(best)) {
        *best = Some(tried);
    }
}

fn candidates(profile: &Profile, question: &Question, answers: &Answers) -> Vec<Candidate> {
    let reading = |criterion: &&Criterion| match &criterion.input {
        Input::Answer(id) => *id == question.id,
        Input::Growth(input) => [&input.now, &input.then, &input.rate, &input.young].contains(&&question.id),
        Input::Stack { said, .. } => *said == question.id,
    };
    let criteria: Vec<&Criterion> = profile.criteria.iter().filter(reading).collect();
    if criteria.is_empty() {
        return Vec::new();
    }
    match question.kind {
        Kind::YesNo => [true, false]
            .map(|said| Candidate { to: To::Said(said), answer: Answer::Said(said), distance: Quantity::ZERO })
            .into(),
        Kind::Several => picks(question, answers),
        Kind::Count => numbers(&criteria, question, answers, step(Unit::Count)),
        Kind::Percent => numbers(&criteria, question, answers, step(Unit::Percent)),
        Kind::Money => numbers(&criteria, question, answers, step(Unit::Money)),
        Kind::Text | Kind::One | Kind::Apps | Kind::Date => Vec::new(),
    }
}

fn numbers(criteria: &[&Criterion], question: &Question, answers: &Answers, step: Quantity) -> Vec<Candidate> {
    let now = answers.number(&question.id);
    let bounds = criteria.iter().flat_map(|criterion| match &criterion.input {
        Input::Growth(input) => growth_bounds(input, &criterion.rule, question, answers),
        Input::Answer(_) | Input::Stack { .. } => rule_bounds(&criterion.rule),
    });
    let candidate = |to: To| {
        let value = match &to {
            To::AtLeast(bound) | To::AtMost(bound) => Some(*bound),
            To::Above(bound) => bound.plus(step),
            To::Below(bound) => bound.minus(step),
            To::Said(_) | To::Tick(_) | To::Untick(_) => None,
        }?;
        let valid = question.kind == Kind::Percent || !value.is_negative();
        valid.then(|| Candidate { to, answer: Answer::Number(Span::exact(value)), distance: distance(now, value) })
    };
    bounds.filter_map(candidate).collect()
}

fn distance(now: Option<Span>, value: Quantity) -> Quantity {
    let Some(now) = now else { return Quantity::ZERO };
    let gap = if value < now.least {
        now.least.minus(value)
    } else {
        now.most.filter(|most| value > *most).and_then(|most| value.minus(most))
    };
    gap.unwrap_or(Quantity::ZERO)
}

/// Both sides of every bound of a rule.
fn rule_bounds(rule: &Rule) -> Vec<To> {
    let (lower, upper): (Vec<i64>, Vec<i64>) = match rule {
        Rule::AtLeast { met, near } => ([Some(*met), *near].into_iter().flatten().collect(), vec![]),
        Rule::Below { met, near } => (vec![*met], near.iter().copied().collect()),
        Rule::Within { met, near } => {
            let near = near.unwrap_or(*met);
            (vec![met.0, near.0], vec![met.1, near.1])
        }
        Rule::AnyOf { .. } | Rule::YesNo => (vec![], vec![]),
    };
    let lower = lower.into_iter().map(Quantity::whole).flat_map(|bound| [To::AtLeast(bound), To::Below(bound)]);
    let upper = upper.into_iter().map(Quantity::whole).flat_map(|bound| [To::AtMost(bound), To::Above(bound)]);
    lower.chain(upper).collect()
}

/// The bounds of a growth rule in the unit of the question that may change: a headcount or the rate itself.
/// The low end rests on the slowest growth: from the most people then, to the least now.
fn growth_bounds(input: &GrowthInput, rule: &Rule, question: &Question, answers: &Answers) -> Vec<To> {
    if question.id == input.rate {
        return rule_bounds(rule);
    }
    let Rule::AtLeast { met, near } = rule else { return Vec::new() };
    let rates = [Some(*met), *near].into_iter().flatten().map(Quantity::whole);
    if question.id == input.then {
        let Some(now) = answers.number(&input.now).map(|now| now.least) else { return Vec::new() };
        let bounds = rates.filter_map(|rate| most_then(now, rate)).map(Quantity::whole);
        let mut bounds: Vec<To> = bounds.flat_map(|bound| [To::AtMost(bound), To::Above(bound)]).collect();
        if answers.number(&input.then) == Some(Span::whole(0)) {
            // Growth from nobody has no value; from anybody it has.
            bounds.push(To::AtLeast(Quantity::whole(1)));
        }
        bounds
    } else {
        let Some(then) = answers.number(&input.then).and_then(|then| then.most) else { return Vec::new() };
        let bounds = rates.filter_map(|rate| least_now(then, rate));
        bounds.flat_map(|bound| [To::AtLeast(bound), To::Below(bound)]).collect()
    }
}

/// The smallest headcount now that is a growth of at least `rate` percent from `then`.
fn least_now(then: Quantity, rate: Quantity) -> Option<Quantity> {
    let exact = then.times(rate.plus(Quantity::whole(100))?)?.over(Quantity::whole(100))?;
    let floor = Quantity::whole(exact.floor());
    if floor == exact { Some(floor) } else { floor.plus(Quantity::whole(1)) }
}

fn picks(question: &Question, answers: &Answers) -> Vec<Candidate> {
    let ticked = match answers.get(&question.id) {
        Answer::Picked(picked) => picked.clone(),
        _ => Set::new(),
    };
    let exclusive = |id: &str| question.options.iter().any(|(option, alone)| option == id && *alone);
    let candidate = |(option, alone): &(String, bool)| {
        let (to, picked) = if ticked.contains(option) {
            let mut rest = ticked.clone();
            rest.remove(option);
            (To::Untick(option.clone()), rest)
        } else if *alone {
            (To::Tick(option.clone()), Set::from([option.clone()]))
        } else {
            let mut more: Set = ticked.iter().filter(|id| !exclusive(id)).cloned().collect();
            more.insert(option.clone());
            (To::Tick(option.clone()), more)
        };
        // Nothing ticked is unknown, not "none of these".
        let answer = if picked.is_empty() { Answer::Blank } else { Answer::Picked(picked) };
        Candidate { to, answer, distance: Quantity::ZERO }
    };
    question.options.iter().map(candidate).collect()
}
