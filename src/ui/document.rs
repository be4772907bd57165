//! A document on screen, as it will be exported and printed.
use crate::export::document::{Block, Document};
use yew::prelude::*;

pub fn render(document: &Document) -> Html {
    html! {
        <article class="document">
            <h2 class="document__title">{ &document.title }</h2>
            <p class="document__subtitle">{ &document.subtitle }</p>
            <div class="document__blocks">{ for document.blocks.iter().enumerate().map(block) }</div>
            <footer class="document__footer">{ for document.footer.iter().map(|line| html! { <p>{ line }</p> }) }</footer>
        </article>
    }
}

fn block((at, block): (usize, &Block)) -> Html {
    match block {
        Block::Heading { level: 1 | 2, text } => html! { <h3>{ text }</h3> },
        Block::Heading { text, .. } => html! { <h4>{ text }</h4> },
        Block::Paragraph(text) => html! { <p class="document__text">{ text }</p> },
        Block::Note(text) => html! { <p class="document__note">{ text }</p> },
        Block::Quote(text) => html! { <blockquote class="document__text">{ text }</blockquote> },
        Block::List(items) => list(items),
        Block::QuotedList(items) => html! { <blockquote>{ list(items) }</blockquote> },
        Block::Checks(checks) => html! {
            <ul class="document__checks">
                { for checks.iter().map(|check| html! { <li>{ if check.done { "☑ " } else { "☐ " } }{ &check.text }</li> }) }
            </ul>
        },
        Block::Picture(scene) => super::picture::scene(&["document-", &at.to_string()].concat(), scene),
        Block::Table { head, rows } => html! {
            <table class="table">
                <thead><tr>{ for head.iter().map(|cell| html! { <th scope="col">{ cell }</th> }) }</tr></thead>
                <tbody>{ for rows.iter().map(|row| self::row(head, row)) }</tbody>
            </table>
        },
    }
}

fn list(items: &[String]) -> Html {
    html! { <ul>{ for items.iter().map(|item| html! { <li>{ item }</li> }) }</ul> }
}

fn row(head: &[String], cells: &[String]) -> Html {
    let cell = |(head, cell): (&String, &String)| html! { <td data-label={head.clone()}>{ cell }</td> };
    html! { <tr>{ for head.iter().zip(cells).map(cell) }</tr> }
}
