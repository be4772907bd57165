//! Registers are few, so that a block of draws stays in the processor's nearest memory: one whose figure is no longer
//! needed is given to the next operation.
use super::tape::{Argument, Operation, Tape};

impl Operation {
    pub fn into(&self) -> usize {
        match self {
            Self::Draw { into, .. } | Self::Pair { into, .. } | Self::Power { into, .. } => *into,
        }
    }

    /// The registers it reads; never the one that it writes.
    fn reads(&self) -> impl Iterator<Item = usize> {
        let (left, right) = match self {
            Self::Draw { .. } => (None, None),
            Self::Pair { left, right, .. } => (register(left), register(right)),
            Self::Power { base, .. } => (Some(*base), None),
        };
        left.into_iter().chain(right)
    }
}

fn register(argument: &Argument) -> Option<usize> {
    match argument {
        Argument::Register(register) => Some(*register),
        Argument::Number(_) => None,
    }
}

/// The same tape over as few registers as can be. Every register of the given one is written once.
pub fn share(tape: Tape) -> Tape {
    let mut last = vec![0; tape.registers];
    for (at, operation) in tape.operations.iter().enumerate() {
        operation.reads().for_each(|register| note(&mut last, register, at));
    }
    tape.results.iter().filter_map(register).for_each(|register| note(&mut last, register, usize::MAX));
    let mut given = vec![0; tape.registers];
    let mut free = Vec::new();
    let mut registers = 0;
    let mut operations = Vec::with_capacity(tape.operations.len());
    for (at, operation) in tape.operations.iter().enumerate() {
        let own = free.pop().unwrap_or_else(|| {
            registers += 1;
            registers - 1
        });
        note(&mut given, operation.into(), own);
        operations.push(renamed(operation, &given));
        let mut done: Vec<usize> = operation.reads().filter(|register| last.get(*register) == Some(&at)).collect();
        done.dedup();
        free.extend(done.iter().filter_map(|register| given.get(*register)));
    }
    let results = tape.results.iter().map(|argument| rename(argument, &given)).collect();
    Tape { operations, registers, results, uncertain: tape.uncertain }
}

fn note(list: &mut [usize], register: usize, what: usize) {
    if let Some(entry) = list.get_mut(register) {
        *entry = what;
    }
}

fn rename(argument: &Argument, given: &[usize]) -> Argument {
    match argument {
        Argument::Number(number) => Argument::Number(*number),
        Argument::Register(register) => Argument::Register(place(*register, given)),
    }
}

fn place(register: usize, given: &[usize]) -> usize {
    given.get(register).copied().unwrap_or(register)
}

fn renamed(operation: &Operation, given: &[usize]) -> Operation {
    match operation {
        Operation::Draw { into, uncertain } => Operation::Draw { into: place(*into, given), uncertain: *uncertain },
        Operation::Pair { kind, into, left, right } => Operation::Pair {
            kind: *kind,
            into: place(*into, given),
            left: rename(left, given),
            right: rename(right, given),
        },
        Operation::Power { into, base, exponent } => {
            Operation::Power { into: place(*into, given), base: place(*base, given), exponent: *exponent }
        }
    }
}
