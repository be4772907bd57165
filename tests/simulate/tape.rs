//! The tape gives what the sheet gives, to the bit.
use crate::sheets;
use fitproof::domain::value::simulate::block::{BLOCK, Machine, Source};
use fitproof::domain::value::simulate::pert::Tables;
use fitproof::domain::value::simulate::quantile::Quantile;
use fitproof::domain::value::simulate::sequence::{Sequence, Stream};
use fitproof::domain::value::simulate::tape::compile;

/// Columns drawn beforehand, so that the same figures can be put into the sheet.
struct Drawn(Vec<Vec<f64>>);

impl Source for Drawn {
    fn fill(&mut self, uncertain: usize, column: &mut [f64]) {
        column.copy_from_slice(&self.0[uncertain]);
    }
}

/// −0 and 0 are told apart; one thing that is no number is like another.
fn bits(value: f64) -> u64 {
    if value.is_nan() { u64::MAX } else { value.to_bits() }
}

#[test]
fn two_thousand_random_sheets_to_the_bit() {
    let (mut folded, mut without, mut operations) = (0, 0, 0);
    for number in 0..2_000 {
        let case = sheets::any(number);
        let wanted: Vec<usize> = (0..case.sheet.cells.len()).collect();
        let tape = compile(&case.sheet, &wanted);
        let mut tables = Tables::default();
        let columns = tape.uncertain.iter().enumerate().map(|(dimension, uncertain)| {
            let mut column = vec![0.0; BLOCK];
            Stream::new(Sequence::Quasi, number, dimension).fill(3, &mut column);
            Quantile::new(&uncertain.range, &mut tables).apply(&mut column);
            column
        });
        let mut drawn = Drawn(columns.collect());
        let mut machine = Machine::new(&tape);
        machine.work(&tape, &mut drawn);
        operations += tape.operations.len();
        for draw in (0..BLOCK).step_by(51) {
            let mut inputs = case.sheet.likely();
            for (uncertain, column) in tape.uncertain.iter().zip(&drawn.0) {
                inputs[uncertain.number] = column[draw];
            }
            let right = case.sheet.evaluate(&inputs);
            for (cell, (result, right)) in tape.results.iter().zip(right).enumerate() {
                let found = machine.column(*result).figure(draw);
                assert_eq!(bits(found), bits(right), "sheet {number}, cell {cell}: {found} is not {right}");
                without += usize::from(right.is_nan());
                folded += usize::from(matches!(result, fitproof::domain::value::simulate::tape::Argument::Number(_)));
            }
        }
    }
    assert!(folded > 10_000 && without > 10_000 && operations > 50_000, "{folded}, {without}, {operations}");
}

#[test]
fn what_is_certain_is_worked_out_once() {
    let case = sheets::ten_inputs(fitproof::domain::value::input::Spread::Triangular);
    let tape = compile(&case.sheet, &[case.npv]);
    assert_eq!(tape.uncertain.len(), 10);
    // Of the discount factors nothing is left but the divisions.
    let hours = 1 + 1 + 1 + 1 + 1 + 1;
    let (benefit, cost, net, npv) = (1, 1, 1 + 2 + 2, 4 + 3);
    assert!(tape.operations.len() <= 10 + hours + benefit + cost + net + npv, "{:?}", tape.operations);
    assert!(tape.registers <= 10, "{}", tape.registers);
}

#[test]
fn what_no_result_needs_is_left_out() {
    let case = sheets::ten_inputs(fitproof::domain::value::input::Spread::Triangular);
    let tape = compile(&case.sheet, &[case.net[0]]);
    assert_eq!(tape.operations.len(), 2);
    assert_eq!(tape.uncertain.len(), 10);
    assert_eq!(compile(&case.sheet, &[]).operations.len(), 0);
    assert_eq!(compile(&case.sheet, &[9_999]).operations.len(), 0);
}
