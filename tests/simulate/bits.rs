//! The same outcomes natively and as wasm.
use crate::{sheets, typed};
use fitproof::domain::value::input::Spread;
use fitproof::domain::value::simulate::{Sequence, simulate};
use fitproof::wire::simulation::Simulator;

/// When the draws or the method change, so do these; the tests print the new ones.
const DRAWN: [u64; 3] = [0x7760_007c_078e_5f41, 0x9496_6fbd_c78f_2303, 0x4766_1d35_03d7_89a7];

/// Of 10,000 outcomes each: plain and evenly spread, triangular and PERT, and sheets with every kind of formula.
pub fn ten_thousand_outcomes_are_the_same_bits() {
    let drawn = [
        simulate(&sheets::ten_inputs(Spread::Triangular).asked(), 1, 10_000, Sequence::Plain).hash,
        simulate(&sheets::ten_inputs(Spread::Pert).asked(), 2, 10_000, Sequence::Quasi).hash,
        (0..100).fold(0, |sum, number| {
            sum ^ simulate(&sheets::any(number).asked(), number, 100, Sequence::Quasi).hash.rotate_left(number as u32)
        }),
    ];
    assert!(drawn == DRAWN, "the outcomes now hash to {drawn:#x?}");
}

pub fn a_typed_case_is_the_same_bits() {
    let hash = Simulator::default().outcomes(typed::order(10_000)).hash;
    assert_eq!(hash, typed::HASH, "the outcomes now hash to {hash:#018x}");
}
