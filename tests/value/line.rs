//! A formula with its numbers put in comes to what is shown.
use crate::sample::{close, model, plans};
use fitproof::domain::value::Model;
use fitproof::domain::value::explain::{Sign, Token, explain, in_names, in_numbers};
use fitproof::domain::value::{print, result};

/// The place of a cell.
fn place(model: &Model, id: &str) -> usize {
    model.sheet.cells.iter().position(|cell| cell.id == id).unwrap_or_else(|| panic!("no {id}"))
}

#[test]
fn released_time_reads_as_it_is_worked_out() {
    let model = model(&["benefit driver=time name=Invoices volume=2,400 minutes=8 automated=70 hourly-cost=45"]);
    let values = result::likely(&model).values;
    let line = |id: &str| in_numbers(&model.sheet, &values, place(&model, id), "USD");
    assert_eq!(line("benefit.1.time"), "2,400 × 8 min ÷ 60 × $45 × 70 % = $10,080");
    assert_eq!(line("benefit.1.hours"), "2,400 × 8 min ÷ 60 × 70 % = 224 h");
    assert_eq!(line("factor.2"), "1 ÷ (1 + 10 %)² = 0.8264");
    assert_eq!(line("row.1.minutes"), "8 min");
    assert_eq!(line("roi"), "$25,067 ÷ $0 = n/a");
    let names = in_names(&model.sheet, &explain(&model.sheet, place(&model, "benefit.1.hours")));
    assert_eq!(names, "Invoices: Volume × Invoices: Minutes of work each ÷ 60 × Invoices: Share automated");
}

#[test]
fn a_step_counts_as_often_as_a_run_comes_to_it() {
    let lines = [
        "role name=HR hourly-cost=45",
        "process name=Hiring volume=1,200",
        "step@2 how=decision minutes=6 role=1",
        "branch@3 label=Yes share=25 to=6",
        "branch@3 label=No ends=yes",
        "step@2 minutes=20 role=1",
        "benefit driver=time process=2",
    ];
    let model = model(&lines);
    let values = result::likely(&model).values;
    let hours = |id: &str| values[place(&model, id)];
    close(hours("step.3.hours"), 1_200.0 * 6.0 / 60.0, "the decision is always taken");
    close(hours("step.6.hours"), 1_200.0 * 0.25 * 20.0 / 60.0, "a quarter comes to the step");
    // The share is a figure like any other: with a range, an evidence tier and a place to go to.
    assert_eq!(values[place(&model, "row.4.share")], 0.25);
    assert_eq!(values[place(&model, "step.6.visits")], 0.25 / (0.25 + (1.0 - 0.25)));
}

#[test]
fn amounts_print_as_people_write_them() {
    let cases = [
        (0.0, "$0"),
        (0.0042, "$0.0042"),
        (0.5, "$0.50"),
        (12.5, "$12.50"),
        (45.0, "$45"),
        (99.999, "$100"),
        (1_234.5, "$1,235"),
        (-1_234.5, "−$1,235"),
        (12.125, "$12.13"),
        (1_234.49, "$1,234"),
        (-1_426.7, "−$1,427"),
        (1e15, "$1,000,000,000,000,000"),
        (-0.000_000_1, "$0"),
    ];
    for (value, expected) in cases {
        assert_eq!(print::money(value, "USD"), expected, "{value}");
    }
    assert_eq!(print::money(5.0, "CHF"), "CHF\u{a0}5");
}

/// Works a row of tokens out by the rules of arithmetic, knowing nothing of how it was made.
struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
    values: &'a [f64],
}

impl Reader<'_> {
    fn take(&mut self, sign: Sign) -> bool {
        let found = self.tokens.get(self.at) == Some(&Token::Sign(sign));
        self.at += usize::from(found);
        found
    }

    fn sum(&mut self) -> f64 {
        let mut sum = self.product();
        loop {
            if self.take(Sign::Plus) {
                sum += self.product();
            } else if self.take(Sign::Minus) {
                sum -= self.product();
            } else {
                return sum;
            }
        }
    }

    fn product(&mut self) -> f64 {
        let mut product = self.factor();
        loop {
            if self.take(Sign::Times) {
                product *= self.factor();
            } else if self.take(Sign::Over) {
                product /= self.factor();
            } else {
                return product;
            }
        }
    }

    fn factor(&mut self) -> f64 {
        let mut value = if self.take(Sign::Open) {
            let value = self.sum();
            assert!(self.take(Sign::Close));
            value
        } else if self.take(Sign::LeastOf) {
            self.pair().0
        } else if self.take(Sign::MostOf) {
            self.pair().1
        } else {
            self.at += 1;
            match self.tokens[self.at - 1] {
                Token::Cell(place) => self.values[place],
                Token::Number(number) => number,
                other => panic!("{other:?} is no value"),
            }
        };
        while let Some(Token::Power(exponent)) = self.tokens.get(self.at) {
            value = value.powi(i32::try_from(*exponent).expect("a small power"));
            self.at += 1;
        }
        value
    }

    /// The least and the most of two.
    fn pair(&mut self) -> (f64, f64) {
        let one = self.sum();
        assert!(self.take(Sign::Comma));
        let other = self.sum();
        assert!(self.take(Sign::Close));
        (one.min(other), one.max(other))
    }
}

#[test]
fn every_line_comes_to_its_cell() {
    let mut lines_read = 0;
    for (name, lines) in plans() {
        let model = model(&lines);
        let values = result::likely(&model).values;
        for (place, cell) in model.sheet.cells.iter().enumerate() {
            let tokens = explain(&model.sheet, place);
            if tokens.is_empty() || tokens.iter().any(|token| matches!(token, Token::More(_))) || values[place].is_nan()
            {
                continue;
            }
            let mut reader = Reader { tokens: &tokens, at: 0, values: &values };
            let found = reader.sum();
            assert_eq!(reader.at, tokens.len(), "{name}: {} is read to its end", cell.id);
            close(found, values[place], &[name, ": ", &cell.id].concat());
            assert!(!cell.label.is_empty() && !cell.label.starts_with(':'), "{name}: {} has no label", cell.id);
            lines_read += 1;
        }
    }
    assert!(lines_read > 300, "{lines_read}");
}

#[test]
fn a_long_sum_is_cut_and_says_so() {
    let mut lines = vec!["process name=Long volume=10"];
    lines.extend(std::iter::repeat_n("step@1 side=before minutes=1", 20));
    lines.push("benefit driver=time process=1 hourly-cost=6");
    let model = model(&lines);
    let values = result::likely(&model).values;
    let line = in_numbers(&model.sheet, &values, place(&model, "process.1.before.others"), "USD");
    assert_eq!(line, "0.17 h + 0.17 h + 0.17 h + 0.17 h + 0.17 h + 0.17 h + 14 more = 3.33 h");
}

#[test]
fn ids_are_one_of_a_kind() {
    for (name, lines) in plans() {
        let model = model(&lines);
        let mut ids: Vec<&str> = model.sheet.cells.iter().map(|cell| cell.id.as_str()).collect();
        ids.sort_unstable();
        let count = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), count, "{name}");
    }
}
