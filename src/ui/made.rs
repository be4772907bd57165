//! A file that the worker writes: a button, how far it is, and the way to stop it. The page goes on meanwhile.
use crate::browser::download;
use crate::browser::worker::{self, Job, Kind, Told};
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

/// What is made, and under which name it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// Within a sentence, as in "the workbook".
    pub what: &'static str,
    pub stem: String,
    pub extension: &'static str,
    pub mime: &'static str,
}

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the button says.
    pub label: AttrValue,
    pub file: File,
    /// Writes the order when the file is asked for; what can't be made is a sentence.
    pub order: Callback<(), Result<String, &'static str>>,
    /// The browser took the file.
    #[prop_or_default]
    pub saved: Callback<()>,
    #[prop_or_default]
    pub is_primary: bool,
}

/// How far the file is.
#[derive(Clone, PartialEq)]
enum Batch {
    Idle,
    Running(Job, f64),
    Done,
    Failed(String),
}

#[component]
pub fn Made(props: &Props) -> Html {
    let batch = use_state(|| Batch::Idle);
    let started = {
        let (order, file, saved, setter) =
            (props.order.clone(), props.file.clone(), props.saved.clone(), batch.setter());
        Callback::from(move |_: MouseEvent| match order.emit(()) {
            Ok(order) => start(order, file.clone(), saved.clone(), &setter),
            Err(why) => setter.set(Batch::Failed(why.to_owned())),
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
    let class = classes!("button", props.is_primary.then_some("button--primary"));
    html! {
        <div class="stack" role="status">
            <div class="cluster">
                <button type="button" {class} disabled={running} onclick={started}>{ &props.label }</button>
                if running { <button type="button" class="button button--quiet" onclick={stopped}>{ "Stop" }</button> }
            </div>
            { state(&batch, props.file.what) }
        </div>
    }
}

fn start(order: String, file: File, saved: Callback<()>, setter: &UseStateSetter<Batch>) {
    // The job is known only once it was given.
    let job = Rc::new(Cell::new(None));
    let (told_job, told_setter) = (job.clone(), setter.clone());
    let given = worker::ask(Kind::Documents, order, move |told| match told {
        Told::Progress(done) => {
            told_job.get().into_iter().for_each(|job| told_setter.set(Batch::Running(job, done)));
        }
        Told::Done(bytes) => {
            if download::save(&file.stem, file.extension, file.mime, &bytes) {
                told_setter.set(Batch::Done);
                saved.emit(());
            } else {
                told_setter.set(Batch::Failed(REFUSED.to_owned()));
            }
        }
        Told::Failed(failure) => told_setter.set(Batch::Failed(failure.to_string())),
    });
    job.set(Some(given));
    setter.set(Batch::Running(given, 0.0));
}

const REFUSED: &str = "The browser didn’t take the file. Try again.";

fn state(batch: &Batch, what: &str) -> Html {
    match batch {
        Batch::Idle => html! { <p hidden={true}></p> },
        Batch::Running(_, done) => {
            let writing = ["Writing ", what].concat();
            html! {
                <p class="cluster"><progress max="1" value={done.to_string()} aria-label={writing.clone()} />{ writing + "…" }</p>
            }
        }
        Batch::Done => html! { <p>{ ["Saved: ", what, "."].concat() }</p> },
        Batch::Failed(why) => html! { <p class="field__error">{ why }</p> },
    }
}

/// A document as a Word file, as the documents' own module names it, which holds too much for the page.
pub fn word(stem: String) -> File {
    let mime = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    File { what: "the Word document", stem, extension: "docx", mime }
}
