//! The states a case has been through: which one is in view, where undo and redo lead, what is worth going back to.
//! Knows numbers and moments alone, not what stands in a state.
use super::date::Moment;

/// So many of the newest states stay, for undoing.
const STEPS: usize = 20;
/// So many versions stay to go back to.
const VERSIONS: usize = 20;
/// Seconds: states further apart than this are versions of their own.
const APART: u32 = 600;

/// What stood in a case after one save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// Grows with every save.
    pub number: u32,
    /// The number of the state that was changed into this one; 0 when it was the first.
    pub from: u32,
    pub saved: Moment,
}

/// The states that are kept, oldest first, and the one in view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    states: Vec<State>,
    at: u32,
}

impl History {
    /// A case that is saved for the first time.
    pub fn first(saved: Moment) -> Self {
        Self { states: vec![State { number: 1, from: 0, saved }], at: 1 }
    }

    /// Nothing unless the numbers grow, the state in view is there, and each came from one before it.
    pub fn of(states: Vec<State>, at: u32) -> Option<Self> {
        let grow = states.windows(2).all(|pair| pair[0].number < pair[1].number);
        let from = states.iter().all(|state| state.from < state.number);
        let few = states.len() <= STEPS + VERSIONS + 1;
        (grow && from && few && states.iter().any(|state| state.number == at)).then_some(Self { states, at })
    }

    pub fn states(&self) -> &[State] {
        &self.states
    }

    /// The number of the state in view.
    pub fn at(&self) -> u32 {
        self.at
    }

    /// When the case was last saved.
    pub fn saved(&self) -> Moment {
        self.states.last().map_or(Moment(0), |state| state.saved)
    }

    /// With a state after the one in view, which is then in view; and the numbers of those that are let go.
    /// What was undone stays among the states: nobody's text is lost by typing after an undo.
    pub fn grown(&self, saved: Moment) -> (Self, Vec<u32>) {
        let number = self.states.last().map_or(1, |state| state.number.saturating_add(1));
        let mut states = self.states.clone();
        states.push(State { number, from: self.at, saved });
        let newest = states.len().saturating_sub(STEPS);
        let versions = versions(&states);
        let is_kept = |(place, state): (usize, &State)| place >= newest || versions.contains(&state.number);
        let kept: Vec<bool> = states.iter().enumerate().map(is_kept).collect();
        let mut gone = Vec::new();
        for place in (0..states.len()).filter(|place| !kept[*place]) {
            let State { number, from, .. } = states[place];
            gone.push(number);
            // What came from it came, then, from what it came from.
            for state in &mut states {
                if state.from == number {
                    state.from = from;
                }
            }
        }
        states.retain(|state| !gone.contains(&state.number));
        (Self { states, at: number }, gone)
    }

    /// As it was before the last change; nothing when there is none.
    pub fn back(&self) -> Option<Self> {
        let from = self.states.iter().find(|state| state.number == self.at)?.from;
        self.states.iter().any(|state| state.number == from).then(|| Self { at: from, ..self.clone() })
    }

    /// As it was before the last undoing; nothing when there is none.
    pub fn forward(&self) -> Option<Self> {
        let next = self.states.iter().rev().find(|state| state.from == self.at)?;
        Some(Self { at: next.number, ..self.clone() })
    }

    /// The states worth going back to, newest first, without the one in view.
    pub fn versions(&self) -> Vec<State> {
        let worth = versions(&self.states);
        let others = self.states.iter().rev().filter(|state| worth.contains(&state.number) && state.number != self.at);
        others.take(VERSIONS).copied().collect()
    }
}

/// The first state, the last of each sitting, and within a sitting one every [`APART`] seconds. Growing never makes
/// a version of what was none, so that what is let go is never missed. A clock set back counts as time gone by.
fn versions(states: &[State]) -> Vec<u32> {
    let mut found: Vec<u32> = Vec::new();
    let mut last = None;
    for (place, state) in states.iter().enumerate() {
        let far = |other: Moment| other.0.abs_diff(state.saved.0) >= APART;
        if last.is_none_or(far) || states.get(place + 1).is_some_and(|next| far(next.saved)) {
            found.push(state.number);
            last = Some(state.saved);
        }
    }
    let old = found.len().saturating_sub(VERSIONS);
    found.drain(..old);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(history: &History, seconds: u32) -> History {
        history.grown(Moment(seconds)).0
    }

    #[test]
    fn undo_and_redo_lead_along_what_was_typed() {
        let one = History::first(Moment(0));
        assert_eq!((one.back(), one.forward()), (None, None));
        let three = typed(&typed(&one, 1), 2);
        let two = three.back().expect("typed twice");
        assert_eq!((two.at(), two.back().map(|back| back.at())), (2, Some(1)));
        assert_eq!(two.forward().map(|on| on.at()), Some(3));
        // Typing after an undo: undo leads before it, redo to the new text, and the old one is still there.
        let four = typed(&two, 3);
        assert_eq!((four.at(), four.back().map(|back| back.at())), (4, Some(2)));
        assert_eq!(four.back().and_then(|back| back.forward()).map(|on| on.at()), Some(4));
        assert!(four.states().iter().any(|state| state.number == 3));
    }

    #[test]
    fn it_keeps_twenty_steps_and_twenty_versions() {
        let mut history = History::first(Moment(0));
        let mut gone = 0;
        // Ten hours of a save a second.
        for second in 1..36_000 {
            let (next, dropped) = history.grown(Moment(second));
            gone += dropped.len();
            assert_eq!(next.states().len() + gone, second as usize + 1);
            history = next;
        }
        assert!(history.states().len() <= STEPS + VERSIONS, "{}", history.states().len());
        let mut back = history.clone();
        let mut steps = 0;
        while let Some(before) = back.back() {
            back = before;
            steps += 1;
        }
        assert_eq!(steps, history.states().len() - 1, "undo reaches all that is kept");
        let versions = history.versions();
        assert_eq!(versions.len(), VERSIONS);
        assert!(versions.windows(2).all(|pair| pair[0].saved.0 - pair[1].saved.0 == APART));
    }

    #[test]
    fn the_end_of_a_sitting_is_a_version_even_when_the_clock_was_set_back() {
        let mut history = History::first(Moment(100_000));
        for second in 1..50 {
            history = typed(&history, 100_000 + second);
        }
        for second in 0..50 {
            history = typed(&history, 5_000 + second);
        }
        let versions: Vec<u32> = history.versions().iter().map(|state| state.saved.0).collect();
        assert_eq!(versions, [5_000, 100_049, 100_000]);
    }

    #[test]
    fn what_could_not_be_a_history_is_none() {
        let state = |number, from| State { number, from, saved: Moment(0) };
        assert!(History::of(vec![state(1, 0), state(2, 1)], 2).is_some());
        assert!(History::of(vec![], 0).is_none());
        assert!(History::of(vec![state(1, 0)], 2).is_none());
        assert!(History::of(vec![state(2, 0), state(1, 0)], 1).is_none());
        assert!(History::of(vec![state(1, 1)], 1).is_none());
    }
}
