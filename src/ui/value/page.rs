//! The page of the business case: the way between its parts, the result so far, the part in view.
use super::desk::{Desk, put};
use super::draws::{Drawn, use_draws};
use super::uncertainty::{self, Trial};
use super::worked::{Tried, Worked, tried_out, work};
use super::{benefits, break_even, costs, documents, headline, measured, result, settings, use_cases};
use crate::app::{Action, Chapter};
use crate::playbook::library::Library;
use crate::ui::chapters::{Chapters, Groups};
use crate::ui::process::processes;
use crate::ui::{Shared, View};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PageProps {
    pub view: View,
}

/// In the order of [`Chapter::ALL`]: what goes in, then what comes out.
const GROUPS: Groups = &[
    ("What goes in", &["Use cases", "Processes", "Benefits", "Costs", "Settings"]),
    ("What comes out", &["Result", "Uncertainty", "What must be true", "Measured", "Documents"]),
];

#[component]
pub fn ValuePage(props: &PageProps) -> Html {
    let view = &props.view;
    let library = use_memo(Shared::from(&view.model.shipped), |playbook| Library::open(playbook));
    let defaults = use_memo(Shared(library.clone()), |library| library.defaults());
    let tried = use_state(|| Shared(Rc::new(Vec::<Tried>::new())));
    let defaults = Shared(defaults);
    // Elsewhere the case is as it is.
    let trying = view.model.chapter == Chapter::Uncertainty;
    let rows = use_memo((view.model.account.rows.clone(), trying.then(|| (*tried).clone())), |(rows, tried)| {
        tried.as_ref().map_or_else(|| rows.clone(), |tried| tried_out(rows, tried))
    });
    let given = (Shared(rows.clone()), defaults.clone());
    let worked: Rc<Worked> = use_memo(given, |(rows, defaults)| work(rows, defaults));
    let worked = Shared(worked);
    let drawing = matches!(view.model.chapter, Chapter::Result | Chapter::Uncertainty | Chapter::Documents);
    let drawn = use_draws(&worked, &rows, &defaults, drawing && worked.says_something());
    let trial = trial(view, &tried);
    let desk = Desk { view, library: &Shared(library), defaults: &defaults, worked: &worked };
    let now = Chapter::ALL.iter().position(|chapter| *chapter == view.model.chapter).unwrap_or_default();
    let opened =
        view.send.reform(|at: usize| Action::ChapterOpened(Chapter::ALL.get(at).copied().unwrap_or(Chapter::UseCases)));
    let above = headline::headline(&desk, trying && !tried.is_empty());
    html! {
        <div class="page value">
            <h1 class="page__title">{ "The business case" }</h1>
            <p class="page__lead">{ "What the plan costs, what it brings, and how sure that is." }</p>
            <Chapters label="Parts of the business case" groups={GROUPS} {now} {opened} {above}>{ chapter(&desk, &drawn, &trial) }</Chapters>
        </div>
    }
}

/// What the sliders do: nothing of it is in the account until it is kept.
fn trial(view: &View, tried: &UseStateHandle<Shared<Vec<Tried>>>) -> Trial {
    let setter = tried.setter();
    let set = Callback::from(move |next| setter.set(Shared(Rc::new(next))));
    let (view, kept, done) = (view.clone(), (**tried).clone(), set.clone());
    let keep = Callback::from(move |_: MouseEvent| {
        for tried in kept.iter() {
            let Some((row, texts)) = tried.texts(&view.model.account.rows) else { continue };
            texts.into_iter().for_each(|(field, text)| view.change.emit(put(row, field, text)));
        }
        view.send.emit(Action::FieldLeft);
        done.emit(Vec::new());
    });
    Trial { tried: (**tried).clone(), set, keep }
}

fn chapter(desk: &Desk, drawn: &Drawn, trial: &Trial) -> Html {
    match desk.view.model.chapter {
        Chapter::UseCases => use_cases::use_cases(desk),
        Chapter::Processes => processes(desk),
        Chapter::Benefits => benefits::benefits(desk),
        Chapter::Costs => costs::costs(desk),
        Chapter::Settings => settings::settings(desk),
        Chapter::Result => result::result(desk, drawn),
        Chapter::Uncertainty => uncertainty::uncertainty(desk, drawn, trial),
        Chapter::BreakEven => break_even::must_be_true(desk),
        Chapter::Measured => measured::measured(desk),
        Chapter::Documents => documents::documents(desk, drawn),
    }
}
