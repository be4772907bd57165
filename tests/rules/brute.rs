//! Every answer that is left open, tried out: the interval must be exactly what the trials give.
use crate::accounts::Chance;
use crate::table::{account, answers, fit, profiles, questions, tiers};
use fitproof::domain::answer::{Answer, Answers};
use fitproof::domain::criterion::Outcome;
use fitproof::domain::fit::{Fit, assess};
use fitproof::domain::number::{Unit, read};
use fitproof::domain::quantity::Quantity;
use fitproof::domain::reading;
use fitproof::domain::span::Span;

/// What may be typed at a question, every bound with its neighbors; and bands of it.
const VALUES: [(&str, &[&str], &[&str]); 8] = [
    (
        "employees",
        &[
            "0", "2", "39", "40", "49", "50", "119", "120", "129", "130", "131", "799", "800", "999", "1000", "1001",
            "1200", "1201", "9000", "26000",
        ],
        &["under 40", "39-40", "40-49", "49-50", "50-1000", "999-1001", "1001-1200", "1200-9000", "800-999", "1000+"],
    ),
    (
        "before",
        &["1", "50", "99", "100", "101", "108", "109", "800", "9000", "25000"],
        &["99-101", "50-100", "100-9000", "100+"],
    ),
    ("growth", &["-100", "0", "19.99", "20", "29.99", "30", "500"], &["0-19.99", "20-29.99", "19.99-30", "30+"]),
    (
        "revenue",
        &[
            "$0",
            "$99,999,999.99",
            "$100M",
            "$120M",
            "$120,000,000.01",
            "$399,999,999.99",
            "$400M",
            "$499,999,999.99",
            "$500M",
            "$9bn",
        ],
        &["under $100M", "$100M-$120M", "$120M-$400M", "$400M-$499,999,999.99", "$100M-$500M", "$500M+"],
    ),
    ("model", &["saas", "e-commerce", "other-online", "none", "saas, other-online"], &[]),
    ("native", &["yes", "no"], &[]),
    ("departments", &["sales", "hr", "it", "hr, support", "hr, it"], &[]),
    ("volume", &["0", "199", "200", "999", "1000", "38k"], &["0-199", "199-200", "200-999", "999-1000", "1000+"]),
];
const SAID: [&str; 6] = ["pressure", "cloud", "prototyping", "online", "critical", "drive"];

fn values(name: &str) -> &'static [&'static str] {
    VALUES.iter().find(|(own, _, _)| *own == name).map_or(&["yes", "no"], |(_, values, _)| values)
}

fn names() -> Vec<&'static str> {
    VALUES.iter().map(|(name, _, _)| *name).chain(SAID).collect()
}

/// All ways to fill these questions, written after what is given.
fn completions(given: &str, open: &[&str]) -> Vec<String> {
    open.iter().fold(vec![given.to_owned()], |all, name| {
        all.iter().flat_map(|given| values(name).iter().map(move |value| format!("{given}; {name}={value}"))).collect()
    })
}

/// The least and the most points: per criterion of both profiles, and per profile.
#[derive(Debug, PartialEq)]
struct Ends {
    criteria: Vec<(u32, u32)>,
    profiles: Vec<(u32, u32)>,
}

fn ends(fit: &Fit) -> Ends {
    let findings = fit.profiles.iter().flat_map(|fit| &fit.findings);
    Ends {
        criteria: findings.map(|finding| (finding.low, finding.high)).collect(),
        profiles: fit.profiles.iter().map(|fit| (fit.low, fit.high)).collect(),
    }
}

/// Those of exact evaluations.
fn extremes(all: &[String]) -> Ends {
    let wider = |one: &mut Vec<(u32, u32)>, other: &[(u32, u32)]| {
        for (one, other) in one.iter_mut().zip(other) {
            *one = (one.0.min(other.0), one.1.max(other.1));
        }
    };
    let mut all = all.iter().map(|given| ends(&fit(given)));
    let mut extremes = all.next().expect("something to try");
    for own in all {
        wider(&mut extremes.criteria, &own.criteria);
        wider(&mut extremes.profiles, &own.profiles);
    }
    extremes
}

/// Each criterion spans exactly what trying gives, and the score is their sum. Where two criteria of a profile
/// rest on one open answer, as employees and growth do, the sum may be wider than any trial, but never narrower.
fn check(given: &str, all: &[String], one_answer_for_two: bool) {
    let (found, tried) = (ends(&fit(given)), extremes(all));
    assert_eq!(found.criteria, tried.criteria, "{given}");
    if one_answer_for_two {
        let holds = |(found, tried): (&(u32, u32), &(u32, u32))| found.0 <= tried.0 && found.1 >= tried.1;
        assert!(found.profiles.iter().zip(&tried.profiles).all(holds), "{given}: {found:?} and {tried:?}");
    } else {
        assert_eq!(found.profiles, tried.profiles, "{given}");
    }
}

/// Known but for these; growth rests on headcounts, unless it is among the open and they are not.
fn known(chance: &mut Chance, open: &[&str]) -> String {
    let rate = open.contains(&"growth");
    let skip = |name: &str| open.contains(&name) || (rate && name == "before") || (!rate && name == "growth");
    names()
        .into_iter()
        .filter(|name| !skip(name))
        .map(|name| {
            // The least and the most headcount are for trying alone: from them, growth is sure though one is open.
            let values = match name {
                "employees" | "before" => &values(name)[1..values(name).len() - 1],
                _ => values(name),
            };
            format!("{name}={}; ", chance.pick(values))
        })
        .collect()
}

#[test]
fn open_answers_give_exactly_what_trying_them_out_gives() {
    let mut chance = Chance::new(29);
    let mut tried = 0;
    let names = names();
    for round in 0..600 {
        let mut open: Vec<&str> = (0..=round % 3).map(|_| *chance.pick(&names)).collect();
        open.sort_unstable();
        open.dedup();
        // A rate counts only while a headcount is missing, so one of both is open at a time.
        if open.contains(&"growth") {
            open.retain(|name| *name != "before");
        }
        let given = known(&mut chance, &open);
        let all = completions(&given, &open);
        tried += all.len();
        check(&given, &all, open.contains(&"employees"));
    }
    assert!(tried > 20_000, "only {tried} trials");
}

#[test]
fn bands_give_exactly_what_trying_them_out_gives() {
    let mut chance = Chance::new(31);
    for (name, values, bands) in VALUES {
        for band in bands {
            for _ in 0..20 {
                let rest = known(&mut chance, &[name]);
                let unit = match name {
                    "growth" => Unit::Percent,
                    _ => Unit::Count,
                };
                let number =
                    |text: &str| read(&text.replace('$', ""), if name == "revenue" { Unit::Money } else { unit });
                let span = number(band).expect("a band");
                let inside = |text: &&&str| {
                    let value = number(text).ok().and_then(Span::single).expect("a number");
                    value >= span.least && span.most.is_none_or(|most| value <= most)
                };
                let all: Vec<String> =
                    values.iter().filter(inside).map(|value| format!("{rest}; {name}={value}")).collect();
                assert!(all.len() > 1, "{band} holds no two values to try");
                let given = format!("{rest}; {name}={band}");
                check(&given, &all, name == "employees");
            }
        }
    }
}

#[test]
fn all_whole_numbers_of_both_headcounts() {
    // Every pair of bands within 36 to 52, against every pair of numbers in them.
    let numbers: Vec<i64> = (36..=52).collect();
    let growth = |now: i64, then: i64| match 100 * (now - then) {
        grown if grown >= 30 * then => 50,
        grown if grown >= 20 * then => 25,
        _ => 0_u32,
    };
    for now in numbers.windows(3).step_by(2) {
        for then in numbers.windows(5).step_by(2) {
            let given = format!("employees={}-{}; before={}-{}", now[0], now[2], then[0], then[4]);
            let finding = &fit(&given).profiles[0].findings[0];
            let all = now.iter().flat_map(|now| then.iter().map(|then| growth(*now, *then)));
            let least = all.clone().min().expect("some");
            let most = all.max().expect("some");
            assert_eq!((finding.low, finding.high), (least, most), "{given}");
        }
    }
}

#[test]
fn unknown_never_raises_the_low_end_nor_lowers_the_high_end() {
    let mut chance = Chance::new(37);
    for _ in 0..400 {
        let full = known(&mut chance, &["growth"]);
        let full = format!("{full}; before={}", chance.pick(values("before")));
        let whole = fit(&full);
        for name in names().into_iter().filter(|name| *name != "growth") {
            let less: String = full
                .split(';')
                .filter(|part| !part.trim().starts_with(&format!("{name}=")))
                .collect::<Vec<_>>()
                .join(";");
            let less = less.replace("growth=", "before=;growth=");
            let fit = fit(&less);
            for (with, without) in whole.profiles.iter().zip(&fit.profiles) {
                assert!(without.low <= with.low && without.high >= with.high, "{full} without {name}");
                assert!(without.coverage <= with.coverage, "{full} without {name}");
                for (with, without) in with.findings.iter().zip(&without.findings) {
                    let named = without.outcome != Outcome::Unknown;
                    assert!(!named || with.outcome == without.outcome, "{full} without {name}: {without:?}");
                }
            }
        }
    }
}

#[test]
fn narrowing_a_band_never_widens_the_interval() {
    let mut chance = Chance::new(41);
    let questions = [("account.employees", 1_300), ("account.employees-before", 1_300), ("deal.transactions", 1_100)];
    for _ in 0..4_000 {
        let base: Answers = answers("departments=sales; model=saas; volume=100-2000; employees=30-1300; before=40-900");
        let (question, end) = questions[chance.below(questions.len())];
        let mut points: Vec<i64> = (0..4).map(|_| 1 + i64::try_from(chance.below(end)).expect("small")).collect();
        points.sort_unstable();
        let open = chance.below(4) == 0;
        let span = |least: i64, most: i64, open: bool| Span {
            least: Quantity::whole(least),
            most: (!open).then(|| Quantity::whole(most)),
        };
        let wide = base.with(question, Answer::Number(span(points[0], points[3], open)));
        let narrow = base.with(question, Answer::Number(span(points[1], points[2], open && chance.below(2) == 0)));
        let assess = |answers| assess(&profiles(), &tiers(), answers);
        for (wide, narrow) in assess(&wide).profiles.iter().zip(&assess(&narrow).profiles) {
            let inside = narrow.low >= wide.low && narrow.high <= wide.high && narrow.coverage >= wide.coverage;
            assert!(inside, "{question} from {points:?}: {wide:?} to {narrow:?}");
        }
    }
}

#[test]
fn low_is_never_above_high_whatever_is_typed() {
    let playbook = fitproof::playbook::Playbook::embedded();
    for number in 0..2_000 {
        let account = crate::accounts::account(&playbook, number);
        let reading = reading::read(&playbook.questions, &playbook.profiles, "USD", &account);
        for fit in assess(&playbook.profiles, &playbook.tiers, &reading.answers).profiles {
            assert!(fit.low <= fit.high && fit.high <= 200 && fit.coverage <= 100, "account {number}: {fit:?}");
            let full = fit.coverage == 100;
            assert_eq!(full, fit.findings.iter().all(|finding| finding.outcome != Outcome::Unknown));
            assert!(!full || fit.low == fit.high, "account {number}: {fit:?}");
        }
    }
    assert_eq!(reading::read(&questions(), &profiles(), "USD", &account("")).answers, Answers::default());
}
