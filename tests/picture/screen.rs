//! A scene on the page: what it is called and shows, its table, and nothing that the page's policy forbids.
use fitproof::export::picture::{Pair, Scene, beside};
use fitproof::ui::picture::{Fitted, scene};
use std::sync::mpsc;
use yew::LocalServerRenderer;
use yew::platform::Runtime;
use yew::prelude::*;

fn drawn(width: f64) -> Scene {
    let pair = |label: &str, second| Pair {
        label: label.into(),
        first: Some(12.0),
        second,
        first_text: "12".into(),
        second_text: "<b>".into(),
    };
    let pairs = [pair("Steps & <more>", Some(9.0)), pair("Minutes", None)];
    beside("Before and after", "Fewer steps.".into(), ["Before", "After"], &pairs, width)
}

#[component]
fn Both() -> Html {
    html! {
        <main>
            { scene("one", &drawn(360.0)) }
            <Fitted id="two" draw={Callback::from(drawn)} />
        </main>
    }
}

#[test]
fn a_scene_is_named_described_and_has_a_table() {
    let (send, receive) = mpsc::channel();
    Runtime::default().spawn_pinned(move || async move {
        let html = LocalServerRenderer::<Both>::new().hydratable(false).render().await;
        send.send(html).expect("the test waits");
    });
    let html = receive.recv().expect("a page");
    for part in [
        "role=\"img\"",
        "<title id=\"one-title\">Before and after</title>",
        "<desc id=\"two-description\">Fewer steps.</desc>",
        "url(#one-hatch-second)",
        "url(#two-hatch-second)",
        "<th scope=\"row\">Steps &amp; &lt;more&gt;</th>",
    ] {
        assert!(html.contains(part), "{part} is missing from {html}");
    }
    assert!(!html.contains("style=") && !html.contains("<b>"));
    let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "ids are unique");
}
