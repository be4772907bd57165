//! The workbook, which a worker writes: how far it is, and the way to stop it.
use super::desk::Desk;
use super::documents::Sent;
use crate::browser::download;
use crate::browser::worker::{self, Job, Kind, Told};
use crate::wire::order::{self, Order};
use yew::prelude::*;

/// As the documents' own module names them, which holds too much for this part.
const EXTENSION: &str = "xlsx";
const MIME: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

pub fn workbook(desk: &Desk, sent: &Sent) -> Html {
    let order = order::Workbook {
        name: sent.stamp.account.clone(),
        today: sent.stamp.date,
        version: sent.stamp.version.clone(),
        disclaimer: sent.stamp.disclaimer.clone(),
        defaults: desk.defaults.fields.clone(),
        rows: desk.rows().clone(),
    };
    html! { <Workbook {order} stem={sent.stem("business case")} /> }
}

#[derive(Properties, PartialEq)]
struct Props {
    order: order::Workbook,
    stem: AttrValue,
}

/// How far the workbook is.
#[derive(Clone, PartialEq)]
enum Batch {
    Idle,
    Running(Job, f64),
    Done,
    Failed(String),
}

#[component]
fn Workbook(props: &Props) -> Html {
    let batch = use_state(|| Batch::Idle);
    let started = {
        let (order, stem, setter) = (props.order.clone(), props.stem.clone(), batch.setter());
        Callback::from(move |_: MouseEvent| {
            // The job is known only once it was given.
            let job = std::rc::Rc::new(std::cell::Cell::new(None));
            let (stem, told_job, told_setter) = (stem.clone(), job.clone(), setter.clone());
            let given =
                worker::ask(Kind::Documents, order::write(&Order::Workbook(order.clone())), move |told| match told {
                    Told::Progress(done) => {
                        told_job.get().into_iter().for_each(|job| told_setter.set(Batch::Running(job, done)));
                    }
                    Told::Done(bytes) => {
                        let saved = download::save(&stem, EXTENSION, MIME, &bytes);
                        told_setter.set(if saved { Batch::Done } else { Batch::Failed(REFUSED.to_owned()) });
                    }
                    Told::Failed(failure) => told_setter.set(Batch::Failed(failure.to_string())),
                });
            job.set(Some(given));
            setter.set(Batch::Running(given, 0.0));
        })
    };
    let stopped = {
        let (now, setter) = ((*batch).clone(), batch.setter());
        Callback::from(move |_: MouseEvent| {
            if let Batch::Running(job, _) = now {
                job.cancel();
            }
            setter.set(Batch::Idle);
        })
    };
    let running = matches!(*batch, Batch::Running(..));
    html! {
        <div class="stack" role="status">
            <div class="cluster">
                <button type="button" class="button button--primary" disabled={running} onclick={started}>{ "Excel workbook with live formulas" }</button>
                if running { <button type="button" class="button button--quiet" onclick={stopped}>{ "Stop" }</button> }
            </div>
            { state(&batch) }
        </div>
    }
}

const REFUSED: &str = "The browser didn’t take the file. Try again.";

fn state(batch: &Batch) -> Html {
    match batch {
        Batch::Idle => html! { <p hidden={true}></p> },
        Batch::Running(_, done) => html! {
            <p class="cluster"><progress max="1" value={done.to_string()} aria-label="Writing the workbook" />{ "Writing the workbook…" }</p>
        },
        Batch::Done => html! { <p>{ "The workbook is saved." }</p> },
        Batch::Failed(why) => html! { <p class="field__error">{ why }</p> },
    }
}
