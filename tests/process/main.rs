//! A process: its ways and how often they are gone, what a side comes to, its picture, and BPMN there and back.
mod bpmn;
mod figures;
mod foreign;
mod hours;
mod kept;
mod metrics;
mod picture;
mod rows;
mod ways;
