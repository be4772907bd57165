//! Works one figure out again for other values of one input, touching only the cells between the two.
use super::reach;
use super::sheet::Sheet;

pub struct Probe<'a> {
    sheet: &'a Sheet,
    target: usize,
    /// With every input at its likely figure.
    base: Vec<f64>,
    values: Vec<f64>,
    /// For each cell, those that refer to it and that the target rests on, in order.
    users: Vec<Vec<usize>>,
    /// The number of the way that last came to a cell.
    seen: Vec<u32>,
    ways: u32,
}

/// The cells between an input and the target, in order of calculation.
pub struct Way {
    input: usize,
    cells: Vec<usize>,
}

impl<'a> Probe<'a> {
    pub fn new(sheet: &'a Sheet, target: usize) -> Self {
        let base = sheet.evaluate(&sheet.likely());
        let under = reach::under(sheet, target);
        let mut users: Vec<Vec<usize>> = vec![Vec::new(); sheet.cells.len()];
        for at in 0..sheet.cells.len() {
            let Some(formula) = sheet.formula(at).filter(|_| under.get(at) == Some(&true)) else { continue };
            formula.each_cell(&mut |cell| {
                if let Some(list) = users.get_mut(cell).filter(|list| list.last() != Some(&at)) {
                    list.push(at);
                }
            });
        }
        Self { sheet, target, values: base.clone(), seen: vec![0; base.len()], ways: 0, base, users }
    }

    /// The target with every input at its likely figure.
    pub fn likely(&self) -> f64 {
        self.base.get(self.target).copied().unwrap_or(f64::NAN)
    }

    /// How much the target grows for each bit that a cell grows, with every input at its likely figure.
    pub fn slopes(&self) -> Vec<f64> {
        reach::slopes(self.sheet, &self.base, self.target)
    }

    pub fn way(&mut self, input: usize) -> Way {
        self.ways += 1;
        let mut cells: Vec<usize> = Vec::new();
        let mut from = input;
        let mut next = 0;
        loop {
            for user in self.users.get(from).into_iter().flatten() {
                if let Some(seen) = self.seen.get_mut(*user).filter(|seen| **seen != self.ways) {
                    *seen = self.ways;
                    cells.push(*user);
                }
            }
            let Some(cell) = cells.get(next) else { break };
            (from, next) = (*cell, next + 1);
        }
        cells.sort_unstable();
        Way { input, cells }
    }

    /// The target with this value at the way's input, all others at their likely figures.
    pub fn at(&mut self, way: &Way, value: f64) -> f64 {
        if let Some(own) = self.values.get_mut(way.input) {
            *own = value;
        }
        for cell in &way.cells {
            let value = self.sheet.formula(*cell).map_or(f64::NAN, |formula| formula.value(&self.values));
            if let Some(own) = self.values.get_mut(*cell) {
                *own = value;
            }
        }
        let found = self.values.get(self.target).copied().unwrap_or(f64::NAN);
        for cell in way.cells.iter().chain([&way.input]) {
            if let (Some(own), Some(base)) = (self.values.get_mut(*cell), self.base.get(*cell)) {
                *own = *base;
            }
        }
        found
    }
}

impl Way {
    /// The target doesn't rest on the input.
    pub fn is_none(&self) -> bool {
        self.cells.is_empty()
    }
}
