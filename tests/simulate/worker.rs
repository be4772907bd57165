//! Orders to the worker and its answers: nothing is lost on the way, and what can't be read is refused.
use crate::{sample, typed};
use fitproof::domain::row::{Row, RowKind};
use fitproof::domain::value::simulate::{Asked, Sequence, simulate};
use fitproof::domain::value::{Defaults, build, plan};
use fitproof::wire::simulation::{Order, STEPS, Simulator, read_answer, write_answer};
use std::rc::Rc;

#[test]
fn a_typed_case_has_uncertain_outcomes() {
    let found = Simulator::default().outcomes(typed::order(10_000));
    let figures = found.npv.figures.expect("there are figures");
    assert!(figures.p10 < 0.0 && 0.0 < figures.p90, "{} to {}", figures.p10, figures.p90);
    assert!(found.payback.within.is_some_and(|chance| chance > 0.05 && chance < 0.95), "{:?}", found.payback);
    assert!(found.payback.ever > found.payback.within);
    assert_eq!((found.npv.without, found.tornado.len()), (0, 8));
    assert!(found.tornado.iter().all(|swing| swing.width() > 0.0));
    assert_eq!(found.hash, typed::HASH, "the outcomes now hash to {:#018x}", found.hash);
}

/// The file is what the browser’s test gives to the worker; when the case changes, the test tells the new one.
#[test]
fn the_order_of_the_browser_test_is_this_one() {
    let file = include_str!("order.json");
    let right = format!("{{\"hash\":\"{:016x}\",\"order\":{}}}\n", typed::HASH, typed::order(10_000).write());
    assert!(file == right, "write into order.json: {right}");
}

#[test]
fn the_worker_answers_what_the_domain_says() {
    let order = typed::order(4_096);
    let (plan, problems) = plan::read(&order.rows, &Defaults { fields: order.defaults.clone() });
    assert_eq!(problems, []);
    let right = simulate(&Asked::of(&build(&plan), 27.0), 77, 4_096, Sequence::Quasi);
    let text = Simulator::default().answer(&order.write()).expect("an order that is one");
    assert_eq!(read_answer(&text), Some(right));
}

#[test]
fn drawing_on_is_like_drawing_at_once() {
    let mut kept = Simulator::default();
    for draws in STEPS {
        let fresh = Simulator::default().outcomes(typed::order(draws));
        assert_eq!(kept.outcomes(typed::order(draws)), fresh);
    }
    // Fewer again, then another case: nothing of the last one is left.
    assert_eq!(kept.outcomes(typed::order(100)).draws, 100);
    let mut other = typed::order(100);
    fitproof::domain::row::put(&mut other.rows, 1, "seed", "78".into());
    assert_ne!(kept.outcomes(other).hash, kept.outcomes(typed::order(100)).hash);
}

#[test]
fn orders_and_answers_come_back_as_they_went() {
    let order = typed::order(77);
    assert_eq!(Order::read(&order.write()), Some(order.clone()));
    let plain = Order { sequence: Sequence::Plain, ..order.clone() };
    assert_eq!(Order::read(&plain.write()), Some(plain));
    // Nothing drawn, and an empty case, where return and payback have no figures.
    for order in [typed::order(0), Order::new(&[], &sample::defaults().fields, 500)] {
        let found = Simulator::default().outcomes(order);
        assert_eq!(read_answer(&write_answer(&found)), Some(found));
    }
}

#[test]
fn what_is_none_of_its_business_is_left_out() {
    let mut rows = typed::order(1).rows;
    rows.extend([RowKind::Engagement, RowKind::Evidence].map(|kind| Rc::new(Row::new(90, kind, None))));
    assert_eq!(Order::new(&rows, &sample::defaults().fields, 1), typed::order(1));
}

#[test]
fn what_is_cut_short_or_changed_is_refused() {
    let order = typed::order(100).write();
    let answer = write_answer(&Simulator::default().outcomes(typed::order(100)));
    for (at, _) in order.char_indices() {
        assert_eq!(Order::read(&order[..at]), None);
    }
    for (at, _) in answer.char_indices() {
        assert_eq!(read_answer(&answer[..at]), None);
    }
    assert!(Simulator::default().answer("{}").is_err());
    assert_eq!(Order::read(&order.replace("\"draws\":100", "\"draws\":99999999999")), None);
    assert_eq!(Order::read(&order.replace("\"plain\"", "\"simple\"")), None);
    assert_eq!(read_answer(&answer.replace("\"hash\":\"", "\"hash\":\"+")), None);
}
