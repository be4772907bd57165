//! A run of draws, which may be asked for its outcomes after some thousands and drawn on.
use super::block::{BLOCK, Column, Machine, Source};
use super::pert::Tables;
use super::quantile::Quantile;
use super::sequence::{Sequence, Stream};
use super::summary::{Paybacks, Summary};
use super::tape::{self, Tape};
use super::tornado::{Swing, tornado};
use crate::domain::value::build::Model;
use crate::domain::value::flow::{Payback, payback};
use crate::domain::value::sheet::{Sheet, figure};

/// Which cells of a sheet the outcomes are about.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    pub sheet: &'a Sheet,
    /// The place of the net present value.
    pub npv: usize,
    /// The place of the return on investment, where there is one.
    pub roi: Option<usize>,
    /// The places of the net cash flow: at the start, then in each year.
    pub net: Vec<usize>,
    /// The months within which it should pay back.
    pub within: f64,
}

impl<'a> Asked<'a> {
    /// What is asked of a business case.
    pub fn of(model: &'a Model, within: f64) -> Self {
        let figures = &model.figures;
        let net = figures.row(|year| year.net);
        Self { sheet: &model.sheet, npv: figures.npv, roi: Some(figures.roi), net, within }
    }
}

/// What the draws so far say.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcomes {
    pub draws: usize,
    pub npv: Summary,
    pub roi: Option<Summary>,
    pub payback: Paybacks,
    /// Every uncertain input, the one that matters most first.
    pub tornado: Vec<Swing>,
    /// Of all figures of all draws: equal where and only where these are.
    pub hash: u64,
}

pub struct Run {
    tape: Tape,
    draws: Draws,
    machine: Machine,
    within: f64,
    npv: Vec<f64>,
    roi: Option<Vec<f64>>,
    payback: Vec<f64>,
}

/// What fills the columns of the uncertain inputs.
struct Draws {
    quantiles: Vec<Quantile>,
    streams: Vec<Stream>,
    block: usize,
}

impl Source for Draws {
    fn fill(&mut self, uncertain: usize, column: &mut [f64]) {
        if let (Some(stream), Some(quantile)) = (self.streams.get(uncertain), self.quantiles.get(uncertain)) {
            stream.fill(self.block, column);
            quantile.apply(column);
        }
    }
}

impl Run {
    /// Nothing is drawn yet. The tables may be kept from one run to the next.
    pub fn new(asked: &Asked, seed: u64, sequence: Sequence, tables: &mut Tables) -> Self {
        let wanted: Vec<usize> = [asked.npv].into_iter().chain(asked.net.iter().copied()).chain(asked.roi).collect();
        let tape = tape::compile(asked.sheet, &wanted);
        let quantiles = tape.uncertain.iter().map(|entry| Quantile::new(&entry.range, tables)).collect();
        let streams = (0..tape.uncertain.len()).map(|dimension| Stream::new(sequence, seed, dimension)).collect();
        Self {
            machine: Machine::new(&tape),
            draws: Draws { quantiles, streams, block: 0 },
            within: asked.within,
            npv: Vec::new(),
            roi: asked.roi.map(|_| Vec::new()),
            payback: Vec::new(),
            tape,
        }
    }

    pub fn drawn(&self) -> usize {
        self.npv.len()
    }

    /// Draws on until there are that many. The first so many draws are the same, however they are asked for.
    pub fn draw_to(&mut self, draws: usize) {
        self.npv.reserve(draws.saturating_sub(self.drawn()));
        self.payback.reserve(draws.saturating_sub(self.drawn()));
        while self.drawn() < draws {
            self.draws.block = self.drawn() / BLOCK;
            let from = self.drawn() % BLOCK;
            let to = BLOCK.min(from + draws - self.drawn());
            self.machine.work(&self.tape, &mut self.draws);
            let mut results = self.tape.results.iter().map(|result| self.machine.column(*result));
            if let Some(npv) = results.next() {
                keep(&mut self.npv, npv, from, to);
            }
            if let Some(kept) = &mut self.roi
                && let Some(roi) = results.next_back()
            {
                keep(kept, roi, from, to);
            }
            let net: Vec<Column> = results.collect();
            pay_back(&mut self.payback, &net, from, to);
        }
    }

    pub fn outcomes(&self) -> Outcomes {
        Outcomes {
            draws: self.drawn(),
            npv: Summary::of(&self.npv),
            roi: self.roi.as_deref().map(Summary::of),
            payback: Paybacks::of(&self.payback, self.within),
            tornado: tornado(&self.tape, &self.draws.quantiles),
            hash: self.hash(),
        }
    }

    fn hash(&self) -> u64 {
        let roi = self.roi.as_deref().unwrap_or_default();
        let all = [self.npv.as_slice(), &self.payback, roi];
        all.into_iter().flatten().fold(0xcbf2_9ce4_8422_2325, |hash, value| {
            // What is not a number has other bits on other machines.
            let bits = if value.is_nan() { u64::MAX } else { value.to_bits() };
            (hash ^ bits).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(29)
        })
    }
}

fn keep(kept: &mut Vec<f64>, column: Column, from: usize, to: usize) {
    match column {
        Column::Number(number) => kept.extend((from..to).map(|_| number)),
        Column::Figures(figures) => kept.extend(figures.get(from..to).unwrap_or_default()),
    }
}

/// The flows of each draw side by side, then each on its own.
fn pay_back(kept: &mut Vec<f64>, net: &[Column], from: usize, to: usize) {
    let years = net.len().max(1);
    let mut flows = vec![0.0; years * BLOCK];
    for (year, column) in net.iter().enumerate() {
        let places = flows.iter_mut().skip(year).step_by(years);
        match column {
            Column::Number(number) => places.for_each(|flow| *flow = *number),
            Column::Figures(figures) => places.zip(*figures).for_each(|(flow, figure)| *flow = *figure),
        }
    }
    flows.iter_mut().for_each(|flow| *flow = figure(*flow).unwrap_or(f64::NAN));
    kept.extend(flows.chunks_exact(years).take(to).skip(from).map(|flows| months(payback(flows))));
}

/// As a number that can be put in order: infinite where it is never.
fn months(payback: Payback) -> f64 {
    match payback {
        Payback::AtOnce => 0.0,
        Payback::After(months) => months,
        Payback::Never { .. } => f64::INFINITY,
        Payback::Unknown => f64::NAN,
    }
}
