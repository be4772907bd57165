//! A business case with ranges of both shapes, as it is typed, and the order for it that a page would give.
use super::sample;
use fitproof::wire::simulation::Order;

pub fn order(draws: usize) -> Order {
    let rows = sample::rows(&[
        "plan horizon=3 include=cash-time discount-rate=10 discount-rate.low=8 discount-rate.high=12 \
         ramp-1=50 ramp-1.low=30 ramp-1.high=80 ramp-2=100 seed=77 payback-target=27",
        "benefit driver=time volume=2,400 volume.low=2,000 volume.high=3,000 volume-per=month minutes=8 minutes.low=5 \
         minutes.high=12 minutes.shape=pert automated=70 automated.low=50 automated.high=85 hourly-cost=45",
        "benefit driver=tools units=1 unit-cost=900 unit-cost.low=600 unit-cost.high=1,000 per=month",
        "cost type=implementation when=once amount=190,000 amount.low=150,000 amount.high=290,000 amount.shape=pert",
        "cost type=subscription when=year amount=12,000 amount.low=9,000 amount.high=12,000",
    ]);
    Order::new(&rows, &sample::defaults().fields, draws)
}

/// Of the outcomes of 10,000 draws of it.
pub const HASH: u64 = 0xb4a7_c452_ab52_b5a8;
