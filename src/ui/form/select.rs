//! One of many, from a list that unfolds.
use crate::ui::event::picked;
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// A value and its label.
pub type Choice = (AttrValue, AttrValue);

#[derive(Properties, PartialEq)]
pub struct SelectProps {
    pub id: AttrValue,
    pub choices: Rc<[Choice]>,
    /// What is chosen now. It stands in the list even when it is none of the choices.
    pub value: AttrValue,
    #[prop_or_default]
    pub described: Option<AttrValue>,
    #[prop_or_default]
    pub invalid: bool,
    pub editable: bool,
    pub chosen: Callback<String>,
}

/// The list itself; its label stands elsewhere.
#[component]
pub fn Select(props: &SelectProps) -> Html {
    let node = use_node_ref();
    {
        // What the user chose before outlives the attributes.
        let (node, value) = (node.clone(), props.value.clone());
        use_effect(move || {
            if let Some(select) = node.cast::<HtmlSelectElement>()
                && select.value() != *value
            {
                select.set_value(&value);
            }
        });
    }
    let onchange = {
        let made = props.chosen.clone();
        Callback::from(move |event: Event| made.emit(picked(&event)))
    };
    let option = |(value, label): &Choice| {
        html! { <option key={value.to_string()} value={value.clone()} selected={*value == props.value}>{ label }</option> }
    };
    let foreign = props.choices.iter().all(|(value, _)| *value != props.value);
    let own = foreign.then(|| (props.value.clone(), props.value.clone()));
    html! {
        <select class="select" ref={node} id={props.id.clone()} aria-describedby={props.described.clone()}
            aria-invalid={props.invalid.then_some("true")} disabled={!props.editable} {onchange}>
            { for props.choices.iter().chain(&own).map(option) }
        </select>
    }
}
