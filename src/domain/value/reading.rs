//! From what was typed at a figure to an input: the likely figure, its range, its evidence; a sentence for what can't be.
use super::defaults::Defaults;
use super::field::{self, Field};
use super::input::{Evidence, Input, Range, Spread, Unit};
use super::print;
use super::sheet::LARGEST;
use crate::domain::money;
use crate::domain::number::{self, Fault, Unit as Typed};
use crate::domain::problem::Problem;
use crate::domain::row::{Row, RowKind};
use crate::domain::span::Span;

/// Reads figures of rows against one plan's currency and a playbook's defaults.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    pub currency: &'a str,
    pub defaults: &'a Defaults,
}

/// The name that a row's field goes by: `plan.days`, else `row.12.volume`.
pub fn id(row: &Row, name: &str) -> String {
    if row.kind == RowKind::Plan { ["plan.", name].concat() } else { row.field(name) }
}

/// What is known of a figure's size.
enum Known {
    Nothing,
    Range(f64, f64, f64),
    Faulty,
}

impl Reader<'_> {
    /// The figure at a field. Where nothing (or nothing readable) was typed, the default is taken, and if there is none,
    /// nothing; what can't be read is told.
    pub fn input(&self, row: &Row, name: &str, problems: &mut Vec<Problem>) -> Option<Input> {
        let field = field::field(row.kind, name)?;
        let part = |part: &str| row.text(&[name, ".", part].concat());
        let at = id(row, name);
        let typed = [row.text(name), part("low"), part("high")];
        let measured = self.measured(part("measured"), &field, &at, problems);
        let (known, texts) = match self.range(typed, &field, &at, problems) {
            Known::Range(low, likely, high) => (Some((low, likely, high)), None),
            Known::Nothing | Known::Faulty => (None, Some(self.preset(row, name))),
        };
        let Some(texts) = texts else {
            let (low, likely, high) = known?;
            let evidence = evidence(part("evidence")).unwrap_or(Evidence::Estimate);
            let spread = if part("shape") == "pert" { Spread::Pert } else { Spread::Triangular };
            let source = part("source").trim().to_owned();
            return Some(made(Range { low, likely, high, spread }, evidence, source, measured, &field));
        };
        match self.range([&texts[0], &texts[1], &texts[2]], &field, &at, &mut Vec::new()) {
            Known::Range(low, likely, high) => {
                let range = Range { low, likely, high, spread: Spread::Triangular };
                // Somebody may stand by a default without typing it again.
                let typed = part("source").trim();
                let source = if typed.is_empty() { texts[3].clone() } else { typed.to_owned() };
                Some(made(range, evidence(part("evidence")).unwrap_or(Evidence::Default), source, measured, &field))
            }
            Known::Nothing | Known::Faulty => None,
        }
    }

    /// What stands in for a figure that neither the user nor the playbook gives.
    pub fn input_or(&self, row: &Row, name: &str, neutral: f64) -> Input {
        self.input(row, name, &mut Vec::new()).unwrap_or_else(|| {
            let any = Field { label: "", unit: Unit::Ratio, least: 0.0, most: LARGEST, adverse: false };
            let field = field::field(row.kind, name).unwrap_or(any);
            made(Range::certain(neutral), Evidence::Default, String::new(), None, &field)
        })
    }

    /// A default's likely, low and high texts and its source; only the plan's settings have one.
    fn preset(&self, row: &Row, name: &str) -> [String; 4] {
        let of = |part: &str| match row.kind {
            RowKind::Plan => self.defaults.text(&[name, part].concat()).to_owned(),
            _ => String::new(),
        };
        ["", ".low", ".high", ".source"].map(of)
    }

    fn measured(&self, text: &str, field: &Field, at: &str, problems: &mut Vec<Problem>) -> Option<f64> {
        if text.trim().is_empty() {
            return None;
        }
        let read = self.figure(text, field).and_then(|(least, most)| {
            if least == most {
                Ok(least)
            } else {
                Err(fault("This is a range", "Type the one figure that was measured"))
            }
        });
        read.map_err(|fault| problems.push(told(at, "Measured: ", &fault))).ok()
    }

    fn range(&self, typed: [&str; 3], field: &Field, at: &str, problems: &mut Vec<Problem>) -> Known {
        let before = problems.len();
        let mut read = |text: &str, what: &str| {
            if text.trim().is_empty() {
                return None;
            }
            self.figure(text, field).map_err(|fault| problems.push(told(at, what, &fault))).ok()
        };
        let (likely, low, high) = (read(typed[0], ""), read(typed[1], "Low: "), read(typed[2], "High: "));
        if problems.len() > before {
            return Known::Faulty;
        }
        let single = |ends: Option<(f64, f64)>, other: bool| ends.map(|(least, most)| if other { most } else { least });
        let (mut low, mut high) = (single(low, false), single(high, true));
        let likely = match likely {
            Some((least, most)) if least < most => {
                if low.is_some() || high.is_some() {
                    let hint = "Type one likely figure, or leave low and high empty";
                    problems.push(Problem::error(at, "There are two ranges here", hint));
                    return Known::Faulty;
                }
                (low, high) = (Some(least), Some(most));
                None
            }
            Some((least, _)) => Some(least),
            None => None,
        };
        self.ordered(likely, low, high, field, at, problems)
    }

    fn ordered(
        &self,
        likely: Option<f64>,
        low: Option<f64>,
        high: Option<f64>,
        field: &Field,
        at: &str,
        problems: &mut Vec<Problem>,
    ) -> Known {
        let show = |value: f64| print::value(value, field.unit, self.currency);
        let wrong = || {
            let hint = "Low is at most the likely figure, and that at most high";
            Problem::error(at, "The range is in the wrong order", hint)
        };
        match (likely, low, high) {
            (None, None, None) => Known::Nothing,
            (None, Some(low), Some(high)) if low <= high => {
                let middle = low + (high - low) / 2.0;
                let message = ["The likely figure is taken as the middle, ", &show(middle)].concat();
                problems.push(Problem::warning(at, message, "Type the likely figure if it is another"));
                Known::Range(low, middle, high)
            }
            (None, Some(_), Some(_)) => {
                problems.push(wrong());
                Known::Faulty
            }
            (None, _, _) => {
                problems.push(Problem::error(at, "One end of a range is no figure yet", "Type the likely figure too"));
                Known::Faulty
            }
            (Some(likely), low, high) => {
                let (low, high) = (low.unwrap_or(likely), high.unwrap_or(likely));
                if low <= likely && likely <= high {
                    return Known::Range(low, likely, high);
                }
                problems.push(wrong());
                Known::Range(likely, likely, likely)
            }
        }
    }

    /// The least and the most that a text says, within what the field may hold.
    fn figure(&self, text: &str, field: &Field) -> Result<(f64, f64), Fault> {
        let (span, scale) = self.span(text, field.unit)?;
        let Some(most) = span.most else {
            return Err(fault("This has no upper end", "Type one figure, or both ends of a range"));
        };
        let (least, most) = (span.least.to_f64() * scale, most.to_f64() * scale);
        let show = |value: f64| print::value(value, field.unit, self.currency);
        if least < field.least {
            let message = match field.unit {
                Unit::Money if field.least == 0.0 && field.adverse => "A cost can't be below 0".into(),
                _ => ["This can't be below ", &show(field.least)].concat(),
            };
            return Err(Fault { message, hint: ["Type ", &show(field.least), " or more"].concat() });
        }
        if most > field.most {
            if field.unit != Unit::Share && field.most >= 1e12 {
                return Err(fault("This number is too large to be right", "Check the zeros and the separators"));
            }
            let message = ["This can't be above ", &show(field.most)].concat();
            return Err(Fault { message, hint: ["Type ", &show(field.most), " or less"].concat() });
        }
        Ok((least, most))
    }

    fn span(&self, text: &str, unit: Unit) -> Result<(Span, f64), Fault> {
        match unit {
            Unit::Share => {
                let span = number::read(text, Typed::Percent).map_err(|fault| match fault.message.as_str() {
                    "A company can't shrink by more than 100 %" => below_zero(),
                    _ => fault,
                })?;
                if span.least.is_negative() { Err(below_zero()) } else { Ok((span, 0.01)) }
            }
            Unit::Money => {
                let amount = money::read_fine(text)?;
                match amount.currency {
                    Some(code) if code != self.currency => {
                        let message = ["This says ", &code, " but the plan is in ", self.currency].concat();
                        Err(Fault { message, hint: "Type the amount in the plan's currency".into() })
                    }
                    _ => Ok((amount.span, 1.0)),
                }
            }
            unit => {
                let (text, scale) = without_unit(text, unit);
                Ok((number::read(&text, Typed::Figure)?, scale))
            }
        }
    }
}

fn evidence(letter: &str) -> Option<Evidence> {
    Some(match letter {
        "a" => Evidence::Customer,
        "b" => Evidence::Published,
        "c" => Evidence::Estimate,
        "d" => Evidence::Default,
        _ => return None,
    })
}

fn made(range: Range, evidence: Evidence, source: String, measured: Option<f64>, field: &Field) -> Input {
    let Field { least, most, adverse, .. } = *field;
    Input { range, evidence, source, measured, least, most, adverse }
}

fn fault(message: &str, hint: &str) -> Fault {
    Fault { message: message.into(), hint: hint.into() }
}

fn below_zero() -> Fault {
    fault("A share can't be below 0 %", "Type a percentage from 0 to 100")
}

fn told(at: &str, what: &str, fault: &Fault) -> Problem {
    Problem::error(at, [what, &fault.message].concat(), fault.hint.clone())
}

/// Takes the word for what is counted off the end: "8 min", "2 h" (which is 120 minutes), "18 months".
fn without_unit(text: &str, unit: Unit) -> (String, f64) {
    let words: &[(&[&str], f64)] = match unit {
        Unit::Minutes => &[
            (&["min", "mins", "minute", "minutes"], 1.0),
            (&["h", "hr", "hrs", "hour", "hours"], 60.0),
            (&["s", "sec", "secs", "second", "seconds"], 1.0 / 60.0),
        ],
        Unit::Hours => &[(&["h", "hr", "hrs", "hour", "hours"], 1.0)],
        Unit::Days => &[(&["d", "day", "days"], 1.0)],
        Unit::Months => &[(&["month", "months"], 1.0), (&["y", "year", "years"], 12.0)],
        _ => &[],
    };
    let text = text.trim().to_ascii_lowercase();
    let number = text.trim_end_matches(|c: char| c.is_alphabetic() || c == '.').trim_end();
    let word = text.get(number.len()..).unwrap_or("").trim().trim_end_matches('.');
    let scale = words.iter().find(|(names, _)| names.contains(&word)).map(|(_, scale)| *scale);
    match scale {
        Some(scale) if !number.is_empty() => (number.to_owned(), scale),
        _ => (text, 1.0),
    }
}
