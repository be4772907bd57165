//! The worker that writes documents in formats whose crates the page must not load.
use fitproof::browser::work;
use fitproof::domain::value::{Defaults, build, plan, result};
use fitproof::export::checklist::Stamp;
use fitproof::export::xlsx::{self, Book};
use fitproof::wire::order::{self, Order, Wanted};

fn main() {
    work::serve(|text, progress| {
        let order = order::read(text).ok_or("This part of Fitproof is of another version: load the page again.")?;
        progress(0.1);
        match order.wanted {
            Wanted::Workbook => workbook(order, progress),
        }
    });
}

fn workbook(order: Order, progress: &mut dyn FnMut(f64)) -> Result<Vec<u8>, String> {
    let (plan, _) = plan::read(&order.rows, &Defaults { fields: order.defaults });
    let model = build(&plan);
    let results = result::likely(&model);
    progress(0.4);
    let stamp = Stamp { account: order.name, date: order.today, version: order.version, disclaimer: order.disclaimer };
    xlsx::write(Book { stamp: &stamp, plan: &plan, model: &model, results: &results })
}
