//! A long page in parts, one in view at a time: the way between them, the part, and the ones before and after it.
use crate::browser::focus;
use yew::prelude::*;

/// The id of the part in view.
const CHAPTER: &str = "chapter";

/// Named groups of named parts, in the order of work.
pub type Groups = &'static [(&'static str, &'static [&'static str])];

#[derive(Properties, PartialEq)]
pub struct ChaptersProps {
    /// What these are parts of.
    pub label: &'static str,
    pub groups: Groups,
    /// Which of all the parts is in view.
    pub now: usize,
    pub opened: Callback<usize>,
    /// What is seen above every part.
    pub above: Html,
    pub children: Html,
}

#[component]
pub fn Chapters(props: &ChaptersProps) -> Html {
    let open = use_state_eq(|| false);
    use_shown(props.now, open.setter());
    let setter = open.setter();
    let ontoggle = Callback::from(move |event: Event| {
        if let Some(fold) = event.target_dyn_into::<web_sys::Element>() {
            setter.set(fold.has_attribute("open"));
        }
    });
    let names: Vec<&'static str> = props.groups.iter().flat_map(|(_, names)| *names).copied().collect();
    let name = names.get(props.now).copied().unwrap_or_default();
    html! {
        <>
            <details class="chapters" open={*open} {ontoggle}>
                <summary>{ name }</summary>
                { all(props) }
            </details>
            { props.above.clone() }
            <div class="groups" id={CHAPTER} tabindex="-1" key={name}>{ props.children.clone() }</div>
            { onward(props, &names) }
        </>
    }
}

/// Whoever goes to another part sees it from its top, with the way there folded again.
#[hook]
fn use_shown(now: usize, open: UseStateSetter<bool>) {
    let first = use_mut_ref(|| true);
    use_effect_with(now, move |_| {
        if !std::mem::replace(&mut *first.borrow_mut(), false) {
            open.set(false);
            focus::show(CHAPTER);
        }
    });
}

fn to(props: &ChaptersProps, at: usize) -> Callback<MouseEvent> {
    props.opened.reform(move |_| at)
}

/// The way from part to part. On a phone it is folded into the name of the part in view.
fn all(props: &ChaptersProps) -> Html {
    let item = |(at, name): (usize, &'static str)| {
        html! {
            <li key={name}>
                <button type="button" class="chapters__item" aria-current={(at == props.now).then_some("true")} onclick={to(props, at)}>{ name }</button>
            </li>
        }
    };
    let mut first = 0;
    let group = |(name, names): &(&'static str, &'static [&'static str])| {
        let id = name.replace(' ', "-").to_ascii_lowercase();
        let numbered = (first..).zip(names.iter().copied());
        first += names.len();
        html! {
            <div class="chapters__group" key={*name}>
                <p class="chapters__name" id={id.clone()}>{ *name }</p>
                <ul aria-labelledby={id}>{ for numbered.map(item) }</ul>
            </div>
        }
    };
    html! { <nav class="chapters__all" aria-label={props.label}>{ for props.groups.iter().map(group) }</nav> }
}

/// The parts before and after this one.
fn onward(props: &ChaptersProps, names: &[&'static str]) -> Html {
    let near = |at: Option<usize>, way: &str, class: &'static str| match at.and_then(|at| Some((at, names.get(at)?))) {
        Some((at, name)) => html! {
            <button type="button" class={classes!("button", class)} onclick={to(props, at)}>{ format!("{way}: {name}") }</button>
        },
        None => html! { <span /> },
    };
    html! {
        <div class="onward">
            { near(props.now.checked_sub(1), "Back", "button--quiet") }
            { near(Some(props.now + 1), "Next", "button--primary") }
        </div>
    }
}
