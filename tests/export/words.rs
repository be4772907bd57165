//! The wording of figures and verdicts.
use crate::sample::{Sample, archetype, blank};
use fitproof::domain::account::{Account, Entry, Said};
use fitproof::domain::date::Day;
use fitproof::domain::fit::{ProfileFit, Standing};
use fitproof::domain::quantity::Quantity;
use fitproof::domain::span::Span;
use fitproof::export::words;
use fitproof::playbook::Playbook;

#[test]
fn figures_read_as_people_write_them() {
    assert_eq!([0, 1, 15, 200].map(words::points), ["0", "0.5", "7.5", "100"]);
    let decimal = |mantissa, places| words::number(Quantity::decimal(mantissa, places).expect("in range"));
    assert_eq!(decimal(1_234_567, 0), "1,234,567");
    assert_eq!(decimal(25, 1), "2.5");
    assert_eq!(decimal(999, 0), "999");
    assert_eq!(decimal(1_000_005, 3), "1,000.01");
    assert_eq!(decimal(-12_345, 1), "-1,234.5");
    assert_eq!(decimal(-1, 3), "0");
    assert_eq!(words::span(Span::between(51, 200)), "51 to 200");
    assert_eq!(words::span(Span::between(0, 49)), "up to 49");
    assert_eq!(words::span(Span::from(5_001)), "5,001 or more");
    assert_eq!(words::percent(Span::between(-100, 10)), "up to 10%");
    assert_eq!(words::percent(Span::between(20, 30)), "20% to 30%");
    assert_eq!(words::money(Span::whole(1_234_567_890), "USD"), "$1,234,567,890");
    assert_eq!(words::money(Span::exact(Quantity::decimal(25, 1).expect("in range")), "EUR"), "€2.50");
    assert_eq!(words::money(Span::from(10_000), "CHF"), "CHF 10,000 or more");
    assert_eq!(Day::parse("2027-03-05").expect("a day").in_words(), "March 5, 2027");
    assert_eq!(words::and(&["a", "b", "c"]), "a, b and c");
    assert_eq!(
        [words::inner("Expect it"), words::inner("IT review"), words::inner("")],
        ["expect it", "IT review", ""]
    );
}

#[test]
fn a_verdict_is_one_line() {
    let playbook = Playbook::embedded();
    let line = |low, high, standing| {
        let fit = ProfileFit { profile: String::new(), findings: vec![], low, high, coverage: 60, standing };
        words::verdict_line(&playbook, &fit)
    };
    let tiers = |low, high| Standing::Tiered { low: playbook.tiers.tier(low), high: playbook.tiers.tier(high) };
    assert_eq!(line(116, 182, tiers(116, 182)), "58 to 91: possible, could be strong");
    assert_eq!(line(151, 151, tiers(151, 151)), "75.5: strong");
    assert_eq!(line(0, 200, Standing::Undecided), "not enough known yet");
}

fn deal(size: &str, oem: Option<Said>) -> Sample {
    let mut account = Account::default();
    if !size.is_empty() {
        account.entries.insert("deal.size".into(), Entry::Money { text: size.into(), currency: "USD".into() });
    }
    if let Some(oem) = oem {
        account.entries.insert("deal.oem".into(), Entry::Said(oem));
    }
    Sample::new(Playbook::embedded(), account)
}

#[test]
fn an_engagement_names_what_it_rests_on() {
    for (size, oem, expected) in [
        ("", Some(Said::No), "no type recommended yet"),
        ("", None, "no type recommended yet; PoV if OEM deal"),
        ("", Some(Said::Yes), "PoV: OEM deal, whatever the size"),
        ("5k", Some(Said::No), "Self-Service by size"),
        ("50k", None, "Guided Trial by size; PoV if OEM deal"),
        ("150k", None, "PoV by size"),
        ("5k-50k", Some(Said::No), "Self-Service or Guided Trial by size"),
    ] {
        let sample = deal(size, oem);
        assert_eq!(words::engagement_line(&sample.playbook, &sample.verdict), expected, "{size} {oem:?}");
    }
    let bound = deal("10,000", Some(Said::No));
    let expected = "Guided Trial: deal of $10,000 to $100,000 a year; the size lies exactly on the bound of $10,000";
    assert_eq!(words::bound_line(&bound.playbook, &bound.verdict), expected);
    let unknown = blank();
    assert_eq!(words::bound_line(&unknown.playbook, &unknown.verdict), "the size of the deal isn't known yet");
}

#[test]
fn a_weak_fit_speaks_against_a_proof_of_value() {
    let mut sample = deal("150k", Some(Said::No));
    sample.verdict.low_fit = true;
    let expected = "PoV by size, but the source wants a good fit first";
    assert_eq!(words::engagement_line(&sample.playbook, &sample.verdict), expected);
    let mut sample = deal("50k-150k", Some(Said::No));
    sample.verdict.low_fit = true;
    let expected = "Guided Trial or PoV by size, but for PoV the source wants a good fit first";
    assert_eq!(words::engagement_line(&sample.playbook, &sample.verdict), expected);
    let mut sample = deal("5k", Some(Said::No));
    sample.verdict.low_fit = true;
    assert_eq!(words::engagement_line(&sample.playbook, &sample.verdict), "Self-Service by size");
}

#[test]
fn gates_are_counted_never_a_bare_name() {
    let sample = blank();
    assert_eq!(words::gates_line(&sample.playbook, &sample.verdict), "PoV, 0 of 7 met, 7 not asked");
}

#[test]
fn a_label_names_the_nearer_profile_and_what_is_missing() {
    let sample = archetype("archetype.between");
    let label = words::label_line(&sample.playbook, &sample.verdict).expect("it is between the profiles");
    assert!(label.starts_with("between the profiles: nearer to "), "{label}");
    assert!(label.contains("; not fully met: "), "{label}");
    assert_eq!(words::label_line(&sample.playbook, &blank().verdict), None);
}

#[test]
fn answers_are_printed_as_they_were_understood() {
    let sample = archetype("archetype.scale-up");
    for question in &sample.playbook.data.questions {
        if sample.account.entries.contains_key(&question.id) {
            let answer = words::answer(&sample.playbook, &sample.account, &sample.verdict, &question.id);
            assert!(answer.is_some_and(|answer| !answer.is_empty()), "{}", question.id);
        }
    }
    let euros = Entry::Money { text: "40k".into(), currency: "EUR".into() };
    let mut account = Account::default();
    account.entries.insert("deal.size".into(), euros);
    account.rates.insert("EUR".into(), fitproof::domain::account::Rate { text: "1.08".into(), date: String::new() });
    let sample = Sample::new(Playbook::embedded(), account);
    let answer = words::answer(&sample.playbook, &sample.account, &sample.verdict, "deal.size");
    assert_eq!(answer.as_deref(), Some("€40,000 (about $43,200)"));
}
