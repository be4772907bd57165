//! The worker that writes documents in formats whose crates the page must not load.
use fitproof::browser::work;
use fitproof::domain::value::{Defaults, build, plan, result};
use fitproof::export::checklist::Stamp;
use fitproof::export::xlsx::{self, Book};
use fitproof::export::{agenda, docx, ics, parcel};
use fitproof::wire::order::{self, Order, Parts, Workbook};

/// The page and its worker are of different builds.
const FOREIGN: &str = "This part of Fitproof is of another version: load the page again.";

fn main() {
    work::serve(|text, progress| {
        let order = order::read(text).ok_or(FOREIGN)?;
        progress(0.1);
        match order {
            Order::Workbook(order) => workbook(order, progress),
            Order::Word(parts) => word(parts, progress),
            Order::Calendar(parts) => ics::write(&agenda::unpack(parts).ok_or(FOREIGN)?),
        }
    });
}

fn word(parts: Parts, progress: &mut dyn FnMut(f64)) -> Result<Vec<u8>, String> {
    let document = parcel::unpack(parts).ok_or(FOREIGN)?;
    progress(0.3);
    docx::write(&document)
}

fn workbook(order: Workbook, progress: &mut dyn FnMut(f64)) -> Result<Vec<u8>, String> {
    let (plan, _) = plan::read(&order.rows, &Defaults { fields: order.defaults });
    let model = build(&plan);
    let results = result::likely(&model);
    progress(0.4);
    let stamp = Stamp { account: order.name, date: order.today, version: order.version, disclaimer: order.disclaimer };
    xlsx::write(Book { stamp: &stamp, plan: &plan, model: &model, results: &results })
}
