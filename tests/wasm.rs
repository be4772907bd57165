//! The same bits everywhere: ten thousand accounts are judged alike natively and as wasm, today and tomorrow, and
//! ten thousand outcomes of a business case are drawn alike.
#[path = "rules/accounts.rs"]
mod accounts;
#[path = "simulate/bits.rs"]
mod bits;
#[path = "value/sample.rs"]
#[expect(dead_code, reason = "other tests use the rest of it")]
mod sample;
#[path = "simulate/sheets.rs"]
#[expect(dead_code, reason = "other tests use the rest of it")]
mod sheets;
#[path = "simulate/typed.rs"]
mod typed;

use accounts::{HASH_START, account, decisions, hash};
use fitproof::playbook::Playbook;
use fitproof::playbook::verdict::judge;

/// When a rule of the playbook or the engine changes, so does this; the test prints the new one.
const DECIDED: u64 = 0xb1b3_c22c_dfe3_aa38;

fn decided(accounts: u64) -> u64 {
    let playbook = Playbook::embedded();
    let judged = (0..accounts).map(|number| decisions(&judge(&playbook, &account(&playbook, number))));
    judged.fold(HASH_START, |sum, decisions| hash(sum, &decisions))
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn ten_thousand_accounts_are_judged_to_the_same_bits() {
    let found = decided(10_000);
    assert_eq!(found, DECIDED, "the verdicts now hash to {found:#018x}");
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn the_accounts_differ() {
    let playbook = Playbook::embedded();
    let some: std::collections::BTreeSet<String> =
        (0..200).map(|number| decisions(&judge(&playbook, &account(&playbook, number)))).collect();
    assert_eq!(some.len(), 200);
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn ten_thousand_outcomes_are_drawn_to_the_same_bits() {
    bits::ten_thousand_outcomes_are_the_same_bits();
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn the_case_of_the_worker_is_drawn_to_the_same_bits() {
    bits::a_typed_case_is_the_same_bits();
}
