//! What holds for every made-up process: visits stay between none and one, and no row brings the reader down.
use crate::rows::{PROCESS, branch, process, row, start, step};
use fitproof::domain::process::Side;
use fitproof::domain::row::{RowKind, Rows};

/// A plain generator of numbers: every run gets the same ones.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn below(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % below.max(1)
    }

    pub fn one_of<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len() as u64) as usize]
    }
}

const NAMES: [&str; 9] = [
    "",
    "Ticket created",
    "HR reviews and updates employee checks before the first day of work in the new office",
    "Wiederbeschaffungszeitwertermittlungsverfahrensanweisung",
    "A & B <\"C\">",
    "株式会社の請求書を確認して承認する",
    "MMMMMMMMMMMMMMMMMM WWWWWWWWWWWWWWWW",
    "x",
    "User\u{301} cr\u{e9}\u{e9} 🚀",
];

/// A process with both sides; `tangled` has ways to anywhere, otherwise only ways ahead.
pub fn made(seed: u64, tangled: bool) -> Rows {
    let mut chance = Chance::new(seed);
    let mut rows = start();
    let lanes = chance.below(7) as u32;
    for lane in 0..lanes {
        rows.push(row(100 + lane, RowKind::Lane, Some(PROCESS), &[("name", chance.one_of(&NAMES))]));
    }
    let mut key = 1_000;
    for side in ["before", "after"] {
        let first = key;
        let count = chance.below(25) as u32;
        for at in 0..count {
            let own = first + 10 * at;
            // A step that says where it goes on to says another one than that which follows anyway.
            let other = |chance: &mut Chance| {
                let least = if tangled { 0 } else { at + 2 };
                let to = least + chance.below(u64::from(count.saturating_sub(least)).max(1)) as u32;
                let valid = to < count && to != at + 1;
                if valid { (first + 10 * to).to_string() } else { String::new() }
            };
            let how = chance.one_of(&["manual", "decision", "automatic", "manual"]);
            let lane = if lanes == 0 { String::new() } else { (100 + chance.below(u64::from(lanes))).to_string() };
            let decides = how == "decision";
            let then = if !decides && chance.below(4) == 0 { other(&mut chance) } else { String::new() };
            let ends = !decides && then.is_empty() && at + 1 < count && chance.below(12) == 0;
            let minutes = chance.below(500).to_string();
            let fields = [
                ("name", chance.one_of(&NAMES)),
                ("side", side),
                ("how", how),
                ("lane", &lane),
                ("then", &then),
                ("ends", if ends { "yes" } else { "" }),
                ("minutes", &minutes),
                ("waiting", chance.one_of(&["", "30", "1440"])),
                ("error-rate", chance.one_of(&["", "5", "12.5"])),
                ("fix-minutes", chance.one_of(&["", "20"])),
            ];
            rows.push(step(own, &fields));
            if decides {
                for way in 0..1 + chance.below(4) as u32 {
                    let to = other(&mut chance);
                    let ends = to.is_empty() && at + 1 < count && chance.below(4) == 0;
                    let fields = [
                        ("label", chance.one_of(&["Yes", "No", "", "Needs another look by legal"])),
                        ("share", chance.one_of(&["", "20", "50", "90"])),
                        ("to", to.as_str()),
                        ("ends", if ends { "yes" } else { "" }),
                    ];
                    rows.push(branch(own + 1 + way, own, &fields));
                }
            }
        }
        key += 10 * count + 10;
    }
    rows
}

#[test]
fn visits_stay_between_none_and_one() {
    for seed in 0..500 {
        for tangled in [false, true] {
            let (process, problems) = process(&made(seed, tangled));
            for side in Side::BOTH {
                let steps = &process.side(side).steps;
                for step in steps {
                    assert!((0.0..=1.0).contains(&step.visits), "{seed}: {step:?}");
                    assert!(!step.next.is_empty());
                    let shares: f64 = step.next.iter().map(|next| next.share).sum();
                    assert!((shares - 1.0).abs() < 1e-9, "{seed}: {step:?}");
                }
                // What starts also ends: the visits that leave by an end make up one run, unless a way back was cut.
                let cut = steps.iter().any(|step| step.next.iter().any(|next| next.back));
                let leave = |step: &fitproof::domain::process::Step| {
                    step.next.iter().filter(|next| next.to.is_none()).map(|next| next.share * step.visits).sum::<f64>()
                };
                let ended: f64 = steps.iter().map(leave).sum();
                assert!(cut || steps.is_empty() || (ended - 1.0).abs() < 1e-9, "{seed}: {ended} runs end");
            }
            let cycles = problems.iter().filter(|problem| problem.message.contains("goes back")).count();
            assert!(tangled || cycles == 0, "{seed}");
        }
    }
}
