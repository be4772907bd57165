//! The worker that draws thousands of outcomes of a business case while the page goes on.
use fitproof::browser::work;
use fitproof::wire::simulation::Simulator;
use std::cell::RefCell;

thread_local! {
    /// Kept from order to order: the next one may only want more draws of the same case.
    static SIMULATOR: RefCell<Simulator> = RefCell::default();
}

fn main() {
    work::serve(|order, _| SIMULATOR.with_borrow_mut(|simulator| simulator.answer(order)).map(String::into_bytes));
}
