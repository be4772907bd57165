//! How often one run comes to each step. A way that leads back would never end: it is told and not counted.
use super::Flow;
use crate::domain::problem::Problem;

/// Marks the ways back, tells of them and of steps that nothing leads to, and counts the visits.
pub fn count(flow: &mut Flow, problems: &mut Vec<Problem>) {
    let order = order(flow, problems);
    let mut visits = vec![0.0; flow.steps.len()];
    let mut reached = vec![false; flow.steps.len()];
    if let (Some(visits), Some(reached)) = (visits.first_mut(), reached.first_mut()) {
        (*visits, *reached) = (1.0, true);
    }
    for at in order.iter().copied() {
        let Some(step) = flow.steps.get(at) else { continue };
        if !reached[at] {
            continue;
        }
        let ahead = || step.next.iter().filter(|next| !next.back);
        let total: f64 = ahead().map(|next| next.share).sum();
        for next in ahead() {
            let Some(to) = next.to.filter(|to| *to < visits.len()) else { continue };
            reached[to] = true;
            if total > 0.0 {
                visits[to] += visits[at] * next.share / total;
            }
        }
    }
    for ((step, visits), reached) in flow.steps.iter_mut().zip(visits).zip(reached) {
        step.visits = f64::min(visits, 1.0);
        if !reached {
            let message = ["Nothing leads to “", &step.name, "”, so it counts for nothing"].concat();
            let field = ["row.", &step.key.to_string(), ".name"].concat();
            problems.push(Problem::warning(&field, message, "Let a step go on to it, or remove it"));
        }
    }
    passed(flow, &order);
    flow.order = order;
}

/// Marks the steps that no run goes past: no way leads from before them to behind them.
fn passed(flow: &mut Flow, order: &[usize]) {
    let mut places = vec![0; flow.steps.len()];
    order.iter().enumerate().for_each(|(place, at)| places[*at] = place);
    // The furthest that a way leads from what a run may have come to; the end is behind all.
    let mut furthest = 0;
    let mut reached = vec![false; flow.steps.len()];
    reached.first_mut().into_iter().for_each(|first| *first = true);
    for (place, at) in order.iter().copied().enumerate() {
        if !reached[at] {
            continue;
        }
        flow.steps[at].always = furthest <= place;
        // Where every way leads back, or none has a share, runs are lost.
        let ahead = flow.steps[at].next.iter().filter(|next| !next.back).map(|next| next.share);
        if ahead.sum::<f64>() <= 0.0 {
            furthest = usize::MAX;
        }
        for next in flow.steps[at].next.iter().filter(|next| !next.back) {
            match next.to.filter(|to| *to < places.len()) {
                Some(to) => {
                    reached[to] = true;
                    furthest = furthest.max(places[to]);
                }
                None => furthest = usize::MAX,
            }
        }
    }
}

/// Steps so that every way that counts leads to a later one: depth first without recursion, as there may be thousands.
fn order(flow: &mut Flow, problems: &mut Vec<Problem>) -> Vec<usize> {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        Not,
        Open,
        Done,
    }
    let count = flow.steps.len();
    let mut seen = vec![Seen::Not; count];
    let mut finished = Vec::with_capacity(count);
    for root in 0..count {
        if seen[root] != Seen::Not {
            continue;
        }
        seen[root] = Seen::Open;
        let mut path = vec![(root, 0)];
        while let Some((at, way)) = path.last_mut() {
            let (here, number) = (*at, *way);
            *way += 1;
            let Some(next) = flow.steps[here].next.get(number) else {
                seen[here] = Seen::Done;
                finished.push(here);
                path.pop();
                continue;
            };
            match next.to.filter(|to| *to < count) {
                Some(to) if seen[to] == Seen::Not => {
                    seen[to] = Seen::Open;
                    path.push((to, 0));
                }
                Some(to) if seen[to] == Seen::Open => {
                    problems.push(leads_back(flow, here, number, to));
                    flow.steps[here].next[number].back = true;
                }
                Some(_) | None => {}
            }
        }
    }
    finished.reverse();
    finished
}

fn leads_back(flow: &Flow, from: usize, way: usize, to: usize) -> Problem {
    let (step, target) = (&flow.steps[from], &flow.steps[to]);
    let (key, field) = step.next[way].branch.map_or((step.key, ".then"), |branch| (branch, ".to"));
    let message = if from == to {
        ["“", &step.name, "” goes back to itself: give it an error rate instead"].concat()
    } else {
        ["“", &step.name, "” goes back to “", &target.name, "”: give it an error rate instead"].concat()
    };
    let hint = "This way is not counted; an error rate and minutes to fix say what doing it again takes";
    Problem::error(&["row.", &key.to_string(), field].concat(), message, hint)
}
