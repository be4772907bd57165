//! The page of the business case: the way between its parts, the result so far, the part in view.
use super::desk::{Desk, put};
use super::draws::{Drawn, use_draws};
use super::uncertainty::{self, Trial};
use super::worked::{Tried, Worked, tried_out, work};
use super::{benefits, break_even, costs, documents, headline, measured, result, settings, use_cases};
use crate::app::{Action, Chapter};
use crate::browser::focus;
use crate::playbook::library::Library;
use crate::ui::process::processes;
use crate::ui::{Shared, View};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PageProps {
    pub view: View,
}

/// The id of the part in view.
const CHAPTER: &str = "chapter";

type Named = (Chapter, &'static str);

/// In the order of work: what goes in, then what comes out.
const GROUPS: [(&str, [Named; 5]); 2] = [
    (
        "What goes in",
        [
            (Chapter::UseCases, "Use cases"),
            (Chapter::Processes, "Processes"),
            (Chapter::Benefits, "Benefits"),
            (Chapter::Costs, "Costs"),
            (Chapter::Settings, "Settings"),
        ],
    ),
    (
        "What comes out",
        [
            (Chapter::Result, "Result"),
            (Chapter::Uncertainty, "Uncertainty"),
            (Chapter::BreakEven, "What must be true"),
            (Chapter::Measured, "Measured"),
            (Chapter::Documents, "Documents"),
        ],
    ),
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
    let open = use_state_eq(|| false);
    use_shown(view.model.chapter, open.setter());
    let setter = open.setter();
    let ontoggle = Callback::from(move |event: Event| {
        if let Some(fold) = event.target_dyn_into::<web_sys::Element>() {
            setter.set(fold.has_attribute("open"));
        }
    });
    html! {
        <div class="page value">
            <h1 class="page__title">{ "The business case" }</h1>
            <p class="page__lead">{ "What the plan costs, what it brings, and how sure that is." }</p>
            <details class="chapters" open={*open} {ontoggle}>
                <summary>{ name(view.model.chapter) }</summary>
                { chapters(view) }
            </details>
            { headline::headline(&desk, trying && !tried.is_empty()) }
            <div class="groups" id={CHAPTER} tabindex="-1" key={name(view.model.chapter)}>{ chapter(&desk, &drawn, &trial) }</div>
            { onward(view) }
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

/// Whoever goes to another part sees it from its top, with the way there folded again.
#[hook]
fn use_shown(chapter: Chapter, open: UseStateSetter<bool>) {
    let first = use_mut_ref(|| true);
    use_effect_with(chapter, move |_| {
        if !std::mem::replace(&mut *first.borrow_mut(), false) {
            open.set(false);
            focus::show(CHAPTER);
        }
    });
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

fn all() -> impl Iterator<Item = Named> {
    GROUPS.into_iter().flat_map(|(_, chapters)| chapters)
}

fn name(chapter: Chapter) -> &'static str {
    all().find(|(other, _)| *other == chapter).map_or("", |(_, name)| name)
}

/// The way from part to part. On a phone it is folded into the name of the part in view.
fn chapters(view: &View) -> Html {
    let now = view.model.chapter;
    let item = |(chapter, label): Named| {
        html! {
            <li key={label}>
                <button type="button" class="chapters__item" aria-current={(chapter == now).then_some("true")}
                    onclick={view.click(Action::ChapterOpened(chapter))}>{ label }</button>
            </li>
        }
    };
    let group = |(name, chapters): (&'static str, [Named; 5])| {
        let id = name.replace(' ', "-").to_ascii_lowercase();
        html! {
            <div class="chapters__group" key={name}>
                <p class="chapters__name" id={id.clone()}>{ name }</p>
                <ul aria-labelledby={id}>{ for chapters.into_iter().map(item) }</ul>
            </div>
        }
    };
    html! { <nav class="chapters__all" aria-label="Parts of the business case">{ for GROUPS.into_iter().map(group) }</nav> }
}

/// The parts before and after this one.
fn onward(view: &View) -> Html {
    let chapters: Vec<Named> = all().collect();
    let at = chapters.iter().position(|(chapter, _)| *chapter == view.model.chapter);
    let near = |at: Option<usize>, way: &str, class: &'static str| {
        let Some((chapter, name)) = at.and_then(|at| chapters.get(at)) else { return html! { <span /> } };
        html! {
            <button type="button" class={classes!("button", class)} onclick={view.click(Action::ChapterOpened(*chapter))}>
                { format!("{way}: {name}") }
            </button>
        }
    };
    html! {
        <div class="onward">
            { near(at.and_then(|at| at.checked_sub(1)), "Back", "button--quiet") }
            { near(at.map(|at| at + 1), "Next", "button--primary") }
        </div>
    }
}
