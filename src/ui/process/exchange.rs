//! What leaves the editor: the picture of a side as SVG or PNG, the process as BPMN; and BPMN of other tools coming in.
use super::editor::{Read, Stage, named};
use crate::app::Action;
use crate::browser::{download, raster};
use crate::domain::process::Side;
use crate::export::bpmn;
use crate::export::lanes::lanes;
use crate::export::picture::svg;
use crate::ui::Shared;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// As wide as a page of a document takes it.
const WIDTH: f64 = 1000.0;

pub fn exchange(stage: &Stage) -> Html {
    let side = stage.side();
    let act = |label: &str, done: fn(&Shared<Read>, Side, &str, &Callback<Action>)| {
        let (read, send) = (stage.read.clone(), stage.view.send.clone());
        let name = file_stem(stage, side);
        let onclick = Callback::from(move |_: MouseEvent| done(&read, side, &name, &send));
        html! { <button type="button" class="button button--small" {onclick}>{ label.to_owned() }</button> }
    };
    let words = match side {
        Side::Before => "The side before, as a file",
        Side::After => "The side after, as a file",
    };
    let write = {
        let (read, rows, send) = (stage.read.clone(), stage.view.model.account.clone(), stage.view.send.clone());
        let name = file_stem(stage, side);
        Callback::from(move |_: MouseEvent| {
            let text = bpmn::write(&rows.rows, &read.process, side);
            told(download::save(&name, bpmn::EXTENSION, bpmn::MIME, text.as_bytes()), &send);
        })
    };
    html! {
        <section class="part" id="process-exchange">
            <h3>{ "Take it along" }</h3>
            <p class="field__hint">{ words }</p>
            <div class="cluster">
                { act(svg::LABEL, save_svg) }
                { act(raster::LABEL, save_png) }
                <button type="button" class="button button--small" onclick={write}>{ bpmn::LABEL }</button>
            </div>
        </section>
    }
}

/// Long names are cut, so that what tells one file from another is not.
fn file_stem(stage: &Stage, side: Side) -> String {
    let short = |name: &str| name.chars().take(26).collect::<String>();
    [&short(stage.view.model.account_name()), " ", &short(&named(stage.process)), " ", side.id()].concat()
}

fn save_svg(read: &Shared<Read>, side: Side, name: &str, send: &Callback<Action>) {
    let text = svg::write(&lanes(&read.process, side, WIDTH));
    told(download::save(name, svg::EXTENSION, svg::MIME, text.as_bytes()), send);
}

fn save_png(read: &Shared<Read>, side: Side, name: &str, send: &Callback<Action>) {
    let scene = lanes(&read.process, side, WIDTH);
    let (name, send) = (name.to_owned(), send.clone());
    spawn_local(async move {
        match raster::png(&svg::write(&scene), (scene.width, scene.height)).await {
            Ok(bytes) => told(download::save(&name, raster::EXTENSION, raster::MIME, &bytes), &send),
            Err(fault) => send.emit(Action::Noticed { text: fault.to_string(), fault: true }),
        }
    });
}

fn told(saved: bool, send: &Callback<Action>) {
    if !saved {
        let text = "The browser didn’t take the file. Allow downloads for this page, then try again.".into();
        send.emit(Action::Noticed { text, fault: true });
    }
}
