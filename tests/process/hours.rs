//! The business case takes as many hours for a process as its editor tells, whatever ways lead where.
use crate::figures::made;
use crate::rows::{PROCESS, row};
use fitproof::domain::process;
use fitproof::domain::process::compare::{Measure, compare};
use fitproof::domain::row::RowKind;
use fitproof::domain::value::reading::Reader;
use fitproof::domain::value::{Defaults, build, plan, result};

#[test]
fn the_same_hours_in_the_editor_and_in_the_business_case() {
    let defaults = Defaults { fields: [("currency".to_owned(), "USD".to_owned())].into_iter().collect() };
    let (mut compared, mut split) = (0, 0);
    for seed in 0..600 {
        let mut rows = made(seed, seed % 2 == 0);
        let time = [("driver", "time"), ("process", &PROCESS.to_string()), ("hourly-cost", "45")];
        rows.push(row(90_000, RowKind::Benefit, None, &time));
        let reader = Reader { currency: "USD", defaults: &defaults };
        let read = process::read(&rows, PROCESS, &|row, name, problems| reader.input(row, name, problems)).0;
        let plan = plan::read(&rows, &defaults).0;
        let model = build(&plan);
        let values = result::likely(&model).values;
        let Some(figures) = model.figures.processes.first() else { continue };
        let lines = compare(&read, &plan);
        let told = lines.iter().find(|line| line.measure == Measure::YearlyHours).expect("it has a volume");
        for (place, told) in [(figures.before, told.before.value), (figures.after, told.after.value)] {
            compared += 1;
            assert!((values[place] - told).abs() <= 1e-9 * told.max(1.0), "{seed}: {} and {told}", values[place]);
        }
        // No share stands in the sheet that moves nothing in it.
        for input in model.sheet.inputs.iter().copied().filter(|place| model.sheet.cells[*place].id.ends_with(".share"))
        {
            split += 1;
            let used = (0..model.sheet.cells.len()).any(|at| {
                let mut uses = false;
                model
                    .sheet
                    .formula(at)
                    .into_iter()
                    .for_each(|formula| formula.each_cell(&mut |cell| uses |= cell == input));
                uses
            });
            assert!(used, "{seed}: {}", model.sheet.cells[input].id);
        }
    }
    assert!(compared > 900 && split > 300, "{compared}, {split}");
}
