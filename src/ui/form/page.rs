//! The questions of one page, under their headings.
use super::field::{QuestionField, QuestionProps};
use crate::app::Form;
use crate::playbook::data::{PageData, QuestionData};
use crate::ui::View;
use yew::prelude::*;

/// All questions of a page; in the 30-second mode only the quick ones.
pub fn questions(view: &View, page: PageData) -> Html {
    let model = &view.model;
    let quick = page == PageData::Account && model.form == Form::Quick;
    let wanted = |question: &&QuestionData| match quick {
        true => question.quick,
        false => question.page == page,
    };
    let questions: Vec<&QuestionData> = model.playbook.data.questions.iter().filter(wanted).collect();
    let groups = questions.chunk_by(|one, other| quick || one.group == other.group);
    let group = |questions: &[&QuestionData]| {
        let title = if quick { "" } else { questions[0].group.as_str() };
        html! {
            <section class="group" key={questions[0].id.clone()}>
                <h2 class={if title.is_empty() { "visually-hidden" } else { "group__title" }}>
                    { if title.is_empty() { "Questions" } else { title } }
                </h2>
                <div class="stack">{ for questions.iter().map(|question| field(view, question)) }</div>
            </section>
        }
    };
    html! { <div class="groups">{ for groups.map(group) }</div> }
}

fn field(view: &View, question: &QuestionData) -> Html {
    let model = &view.model;
    let id = question.id.as_str();
    let props = QuestionProps {
        playbook: (&model.shipped).into(),
        question: question.id.clone().into(),
        entry: model.account.entries.get(id).cloned(),
        echo: model.verdict.echoes.get(id).cloned(),
        rate: super::money::rate_of(model, id),
        problems: model.problems_at(id),
        editable: model.is_editable(),
        send: view.send.clone(),
        change: view.change.clone(),
    };
    html! { <QuestionField key={id.to_owned()} ..props /> }
}
