//! The questions of one page, under their headings.
use super::field::{QuestionField, QuestionProps};
use crate::app::{Form, Model};
use crate::playbook::data::{PageData, QuestionData};
use crate::ui::Shared;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct QuestionsProps {
    pub model: Shared<Model>,
    pub page: PageData,
}

/// All questions of a page; in the 30-second mode only the quick ones.
#[component]
pub fn Questions(props: &QuestionsProps) -> Html {
    let model = &props.model;
    let quick = props.page == PageData::Account && model.form == Form::Quick;
    let wanted = |question: &&QuestionData| match quick {
        true => question.quick,
        false => question.page == props.page,
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
                <div class="stack">{ for questions.iter().map(|question| field(model, question)) }</div>
            </section>
        }
    };
    html! { <div class="groups">{ for groups.map(group) }</div> }
}

fn field(model: &Shared<Model>, question: &QuestionData) -> Html {
    let id = question.id.as_str();
    let problems = model.problems().into_iter().filter(|problem| problem.field == id).collect::<Vec<_>>();
    let props = QuestionProps {
        playbook: (&model.shipped).into(),
        question: question.id.clone().into(),
        entry: model.account.entries.get(id).cloned(),
        echo: model.verdict.echoes.get(id).cloned(),
        rate: super::money::rate_of(model, id),
        problems,
        editable: model.is_editable(),
        today: model.today,
    };
    html! { <QuestionField key={id.to_owned()} ..props /> }
}
