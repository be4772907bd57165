//! How payback and rate of return are found from the row of yearly net flows, step by step, in cells of their own: the
//! same steps as `domain::value::flow`.
use super::layout::YEAR_0;
use super::translate::letters;

/// A row of helper cells, year by year: formulas and what they come to.
pub struct Helper {
    pub label: &'static str,
    pub formulas: Vec<String>,
    pub results: Vec<Found>,
}

/// What a helper cell shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    Number(f64),
    Word(&'static str),
}

/// Where nothing has to be paid back.
pub const AT_ONCE: &str = "at once";
pub const NEVER: &str = "never";
/// A figure that has no value.
pub const NONE: &str = "n/a";

/// Sums this small beside the flows they are made of are zero but for rounding.
const ROUNDING: f64 = 1e-12;

fn cell(year: usize, row: u32) -> String {
    let column = YEAR_0.saturating_add(u16::try_from(year).unwrap_or(u16::MAX));
    format!("{}{}", letters(column), row + 1)
}

/// Three rows from `first` on: what has moved so far, the sum so far, and the month of payback as known by then.
pub fn payback(net: &[f64], of: u32, first: u32) -> [Helper; 3] {
    let (moved, sum, month) = (first, first + 1, first + 2);
    let mut rows = [
        Helper { label: "Moved so far", formulas: Vec::new(), results: Vec::new() },
        Helper { label: "Sum so far", formulas: Vec::new(), results: Vec::new() },
        Helper { label: "Months to payback, as known by then", formulas: Vec::new(), results: Vec::new() },
    ];
    let (mut turnover, mut total, mut back) = (0.0, 0.0, Found::Word(AT_ONCE));
    for (year, flow) in net.iter().enumerate() {
        let own = cell(year, of);
        let before = |row: u32| year.checked_sub(1).map(|year| cell(year, row));
        let [a, b, c] = &mut rows;
        let earlier = before(moved).map_or(String::new(), |before| format!("{before}+"));
        a.formulas.push(format!("{earlier}ABS({own})"));
        let earlier = before(sum).map_or(String::new(), |before| format!("{before}+"));
        let so_far = format!("{earlier}{own}");
        b.formulas.push(format!("IF(ABS({so_far})<={}*0.000000000001,0,{so_far})", cell(year, moved)));
        let known = match (before(sum), before(month), year.checked_sub(1)) {
            (Some(sum), Some(month), Some(full)) => format!("IF({sum}<0,12*({full}-{sum}/{own}),{month})"),
            _ => format!("\"{AT_ONCE}\""),
        };
        c.formulas.push(format!("IF({}<0,\"{NEVER}\",{known})", cell(year, sum)));

        let earlier = total;
        turnover += flow.abs();
        total += flow;
        if total.abs() <= turnover * ROUNDING {
            total = 0.0;
        }
        if total < 0.0 {
            back = Found::Word(NEVER);
        } else if earlier < 0.0 {
            back = Found::Number(12.0 * (year as f64 - 1.0 - earlier / flow));
        }
        a.results.push(Found::Number(turnover));
        b.results.push(Found::Number(total));
        c.results.push(back.clone());
    }
    rows
}

/// Two rows from `first` on: the sign of the flow or of the last one before it that has any, and where it changes.
pub fn signs(net: &[f64], of: u32, first: u32) -> [Helper; 2] {
    let mut rows = [
        Helper { label: "Sign", formulas: Vec::new(), results: Vec::new() },
        Helper { label: "Change of sign", formulas: Vec::new(), results: Vec::new() },
    ];
    let mut last = 0.0;
    for (year, flow) in net.iter().enumerate() {
        let own = cell(year, of);
        let [sign, change] = &mut rows;
        match year.checked_sub(1) {
            Some(before) => {
                let before = cell(before, first);
                sign.formulas.push(format!("IF({own}=0,{before},SIGN({own}))"));
                change.formulas.push(format!("IF({before}*{}<0,1,0)", cell(year, first)));
            }
            None => {
                sign.formulas.push(format!("SIGN({own})"));
                change.formulas.push("0".into());
            }
        }
        let now = if *flow > 0.0 {
            1.0
        } else if *flow < 0.0 {
            -1.0
        } else {
            last
        };
        change.results.push(Found::Number(if now * last < 0.0 { 1.0 } else { 0.0 }));
        sign.results.push(Found::Number(now));
        last = now;
    }
    rows
}

/// Where the search for the rate of return begins: it may lead nowhere from any one of them.
const STARTS: [f64; 15] = [-0.97, -0.9, -0.75, -0.5, -0.25, 0.0, 0.25, 0.75, 1.5, 3.0, 6.0, 12.0, 25.0, 60.0, 150.0];

/// Two rows from `first` on: where the search begins, and what it finds from there. The first start is what the app
/// found. With one change of sign there is one rate above -100 % at most, so that the searches can't disagree.
pub fn search(found: Option<f64>, flows: &str, first: u32) -> [Helper; 2] {
    let starts: Vec<f64> = found.into_iter().chain(STARTS).collect();
    let rate = |at: usize| {
        let rate = format!("IRR({flows},{})", cell(at, first));
        format!("IFERROR(IF({rate}>-1,{rate},\"{NONE}\"),\"{NONE}\")")
    };
    let shown = found.map_or(Found::Word(NONE), Found::Number);
    [
        Helper {
            label: "The search for a rate begins at",
            formulas: starts.iter().map(|start| format!("{start}")).collect(),
            results: starts.iter().map(|start| Found::Number(*start)).collect(),
        },
        Helper {
            label: "and finds",
            formulas: (0..starts.len()).map(rate).collect(),
            results: vec![shown; starts.len()],
        },
    ]
}

/// So many columns a search takes at most.
pub const SEARCHES: u32 = 16;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_month_of_payback_lies_inside_its_year() {
        let rows = payback(&[-100.0, 60.0, 80.0], 9, 20);
        assert_eq!(rows[2].results.last(), Some(&Found::Number(12.0 * (1.0 + 40.0 / 80.0))));
        assert_eq!(rows[2].formulas[2], "IF(D22<0,\"never\",IF(C22<0,12*(1-C22/D10),C23))");
        assert_eq!(rows[1].formulas[1], "IF(ABS(B22+C10)<=C21*0.000000000001,0,B22+C10)");
        assert_eq!(payback(&[5.0, -2.0], 9, 20)[2].results.last(), Some(&Found::Word(AT_ONCE)));
        assert_eq!(payback(&[-5.0, 2.0], 9, 20)[2].results.last(), Some(&Found::Word(NEVER)));
        // Paid back once, and then not any more.
        assert_eq!(payback(&[-5.0, 6.0, -3.0], 9, 20)[2].results.last(), Some(&Found::Word(NEVER)));
    }

    #[test]
    fn a_year_without_a_flow_changes_no_sign() {
        let [sign, change] = signs(&[0.0, -5.0, 0.0, 7.0, 1.0], 9, 30);
        let numbers = |row: &Helper| row.results.clone();
        assert_eq!(numbers(&sign), [0.0, -1.0, -1.0, 1.0, 1.0].map(Found::Number));
        assert_eq!(numbers(&change), [0.0, 0.0, 0.0, 1.0, 0.0].map(Found::Number));
    }
}
