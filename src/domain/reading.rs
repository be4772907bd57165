//! From what was typed to what it means: closed sets of values, and problems for the rest.
use super::account::{Account, Entry, Said};
use super::answer::{Answer, Answers};
use super::criterion::{Input, Rule};
use super::date::Day;
use super::fit::Profile;
use super::growth::{self, Growth, GrowthInput};
use super::money;
use super::number::{self, Fault, Unit};
use super::problem::Problem;
use super::quantity::Quantity;
use super::question::{Kind, Question};
use super::span::Span;
use super::table::{Set, Table};

/// How a number was understood, to be echoed beside the field.
#[derive(Clone, Debug, PartialEq)]
pub struct Echo {
    pub span: Span,
    /// Code of the currency, for money.
    pub currency: Option<String>,
    /// The same in the playbook's currency, when that is another.
    pub converted: Option<Span>,
}

/// Everything the account's entries say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    pub answers: Answers,
    pub echoes: Table<Echo>,
    pub problems: Vec<Problem>,
}

/// Reads all entries. What can't be read counts as unknown; the rest is answered.
pub fn read(questions: &[Question], profiles: &[Profile], currency: &str, account: &Account) -> Reading {
    let mut reading = Reading::default();
    for question in questions {
        if let Some(entry) = account.entries.get(&question.id) {
            reading.one(question, entry, currency, account);
        }
    }
    for question in questions {
        if let Some(part) = &question.contains {
            reading.contain(question, part, questions);
        }
    }
    let inputs = profiles
        .iter()
        .flat_map(|profile| profile.criteria.iter().map(|criterion| (&criterion.input, &criterion.rule)));
    let mut seen = Set::new();
    for (input, rule) in inputs {
        match (input, rule) {
            (Input::Growth(input), _) if seen.insert(input.rate.clone()) => reading.check_growth(input),
            (Input::Stack { said, apps, named }, Rule::YesNo) if seen.insert(said.clone()) => {
                reading.check_stack(said, apps, named)
            }
            _ => {}
        }
    }
    reading
}

impl Reading {
    fn one(&mut self, question: &Question, entry: &Entry, currency: &str, account: &Account) {
        let id = question.id.as_str();
        let answer = match (question.kind, entry) {
            (_, Entry::Text(text) | Entry::Money { text, .. }) if text.trim().is_empty() => Answer::Blank,
            (Kind::Text, Entry::Text(_)) => Answer::Given,
            (Kind::Date, Entry::Text(text)) => match Day::parse(text) {
                Some(_) => Answer::Given,
                None => self.refuse(id, "This isn't a day", "Type year, month and day, for example 2027-03-15"),
            },
            (Kind::Count, Entry::Text(text)) => self.number(id, number::read(text, Unit::Count)),
            (Kind::Percent, Entry::Text(text)) => self.number(id, number::read(text, Unit::Percent)),
            (Kind::Money, Entry::Money { text, currency: chosen }) => self.money(id, text, chosen, currency, account),
            (Kind::Money, Entry::Text(text)) => self.money(id, text, "", currency, account),
            (Kind::YesNo, Entry::Said(said)) => match said {
                Said::Yes => Answer::Said(true),
                Said::No => Answer::Said(false),
                Said::Unknown => Answer::Blank,
            },
            (Kind::Several | Kind::One, Entry::Picked(picked)) => {
                let known = picked.iter().filter(|id| question.options.iter().any(|(option, _)| option == *id));
                let known: Set = known.cloned().collect();
                if known.is_empty() { Answer::Blank } else { Answer::Picked(known) }
            }
            (Kind::Apps, Entry::Apps(apps)) if apps.known.is_empty() && apps.other.is_empty() => {
                if apps.whole {
                    self.problems.push(Problem::warning(
                        id,
                        "The whole stack can't be empty",
                        "Add the apps they use, or untick “this is the whole stack”",
                    ));
                }
                Answer::Blank
            }
            (Kind::Apps, Entry::Apps(apps)) => Answer::Apps { known: apps.known.clone(), whole: apps.whole },
            _ => Answer::Blank,
        };
        self.answers.set(id, answer);
    }

    fn refuse(&mut self, field: &str, message: &str, hint: &str) -> Answer {
        self.problems.push(Problem::error(field, message, hint));
        Answer::Blank
    }

    fn number(&mut self, field: &str, read: Result<Span, Fault>) -> Answer {
        match read {
            Ok(span) => {
                self.echoes.insert(field.into(), Echo { span, currency: None, converted: None });
                Answer::Number(span)
            }
            Err(fault) => self.refuse(field, &fault.message, &fault.hint),
        }
    }

    fn money(&mut self, field: &str, text: &str, chosen: &str, home: &str, account: &Account) -> Answer {
        let amount = match money::read(text) {
            Ok(amount) => amount,
            Err(fault) => return self.refuse(field, &fault.message, &fault.hint),
        };
        let chosen = chosen.trim().to_ascii_uppercase();
        let code = match (amount.currency, chosen.is_empty()) {
            (Some(typed), false) if typed != chosen => {
                let message = format!("The amount says {typed} but the currency is {chosen}");
                return self.refuse(field, &message, "Keep the one that is right");
            }
            (Some(typed), _) => typed,
            (None, false) if !money::is_code(&chosen) => {
                return self.refuse(field, "This isn't a currency code", "Type its three letters, for example EUR");
            }
            (None, false) => chosen,
            (None, true) => {
                return self.refuse(field, "An amount needs a currency", "Choose one, or type it: $2.5M, EUR 2.5M");
            }
        };
        let mut echo = Echo { span: amount.span, currency: Some(code.clone()), converted: None };
        let answer = if code == home {
            Answer::Number(amount.span)
        } else {
            self.converted(field, &code, home, &mut echo, account)
        };
        self.echoes.insert(field.into(), echo);
        answer
    }

    fn converted(&mut self, field: &str, code: &str, home: &str, echo: &mut Echo, account: &Account) -> Answer {
        let typed = account.rates.get(code).map_or("", |rate| rate.text.trim());
        if typed.is_empty() {
            let message = format!("What is 1 {code} worth in {home}?");
            return self.refuse(field, &message, "Type the rate below; it is asked once and kept on this device");
        }
        let rate = match number::read(typed, Unit::Rate) {
            Ok(rate) => rate.least,
            Err(fault) => {
                return self.refuse(
                    field,
                    &format!("The rate of {code}: {}", lower_first(&fault.message)),
                    &fault.hint,
                );
            }
        };
        match money::convert(echo.span, rate) {
            Some(span) => {
                echo.converted = Some(span);
                Answer::Number(span)
            }
            None => self.refuse(field, "This amount is too large to be right", "Check the amount and the rate"),
        }
    }

    /// A whole can't be below its part. When it is, one of the two is wrong, and neither is used.
    fn contain(&mut self, whole: &Question, part: &str, questions: &[Question]) {
        let Some(own) = self.answers.number(part) else { return };
        match self.answers.number(&whole.id) {
            Some(all) if all.most.is_some_and(|most| most < own.least) => {
                let name = questions.iter().find(|question| question.id == part).map_or("the part", |part| &part.short);
                let message = format!("Fewer {} than {name}", whole.short);
                let hint = "One of the two is wrong. Until it is corrected, neither counts";
                self.problems.push(Problem::error(&whole.id, message.clone(), hint));
                self.problems.push(Problem::error(part, message, hint));
                self.answers.set(&whole.id, Answer::Blank);
                self.answers.set(part, Answer::Blank);
            }
            Some(all) => {
                let span = Span { least: all.least.max(own.least), most: all.most };
                self.answers.set(&whole.id, Answer::Number(span));
            }
            None => self.answers.set(&whole.id, Answer::Number(Span { least: own.least, most: None })),
        }
    }

    fn check_growth(&mut self, input: &GrowthInput) {
        match growth::growth(input, &self.answers) {
            Growth::FromZero => self.problems.push(Problem::warning(
                &input.then,
                "Growth from 0 employees has no value",
                "Growth counts as unknown; type another year's figure if there is one",
            )),
            Growth::TooYoung
                if self.answers.number(&input.then).is_some() || self.answers.number(&input.rate).is_some() =>
            {
                self.problems.push(Problem::warning(
                    &input.young,
                    "Founded less than a year ago: there is no year to compare with",
                    "Growth counts as unknown; change this answer if they are older",
                ));
            }
            Growth::Known(counted) => self.check_rate(input, counted),
            Growth::TooYoung | Growth::Open => {}
        }
    }

    /// Two headcounts and a typed rate that lie more than a point apart.
    fn check_rate(&mut self, input: &GrowthInput, counted: Span) {
        let both = self.answers.number(&input.now).is_some() && self.answers.number(&input.then).is_some();
        let Some(typed) = self.answers.number(&input.rate).filter(|_| both) else { return };
        let point = Quantity::whole(1);
        let below = typed.most.and_then(|most| most.plus(point)).is_some_and(|most| most < counted.least);
        let above = counted.most.and_then(|most| most.plus(point)).is_some_and(|most| most < typed.least);
        if below || above {
            self.problems.push(Problem::warning(
                &input.rate,
                "The two headcounts give another growth than this rate",
                "The headcounts count; correct whichever is wrong",
            ));
        }
    }

    fn check_stack(&mut self, said: &str, apps: &str, named: &Set) {
        let Answer::Apps { known, whole } = self.answers.get(apps).clone() else { return };
        let message = match self.answers.said(said) {
            Some(false) if !known.is_disjoint(named) => "The tool stack names a modern cloud app, but this says no",
            Some(true) if whole && known.is_disjoint(named) => {
                "This says yes, but the whole stack names none of the known cloud apps"
            }
            _ => return,
        };
        self.problems.push(Problem::warning(said, message, "This answer counts; correct it or the stack"));
    }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| std::iter::once(first.to_ascii_lowercase()).chain(chars).collect())
}
