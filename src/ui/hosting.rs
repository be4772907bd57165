//! The frame's side of the talk with the page around it. Fetched by `embed.html` alone.
use super::desk::{desk, with};
use super::part;
use super::saving::case_text;
use super::verdict::summary;
use crate::app::{Access, Action, Model, Origin};
use crate::browser::download::file_name;
use crate::browser::{host, locale};
use crate::domain::table::Table;
use crate::export::words;
use crate::playbook::Playbook;
use crate::wire::case;
use crate::wire::message::{self, Ask, Format, Options, Received, Say, Theme, View};
use std::cell::RefCell;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// Sentences of a refused playbook that are told; more help nobody.
const FAULTS: usize = 10;

/// Whom we talk to.
#[derive(Default)]
struct Talk {
    /// The one origin that began, from its first message on.
    origin: Option<String>,
    /// Of the messages that we sent.
    count: u32,
    /// The revision, the page's choice of it, that was told last.
    told: Option<(u64, String)>,
    height: u32,
}

thread_local! {
    static TALK: RefCell<Talk> = RefCell::default();
}

/// Listens to the page around us, as long as the page lives.
pub fn start(send: &Callback<Action>) {
    apply(&message::options_in(&host::fragment()), send);
    let allowed = host::allowed();
    let heard = send.clone();
    host::listen(move |text, origin| {
        if let Some(received) = message::read(text)
            && is_pinned(origin, &allowed, &received.ask)
        {
            answer(received, &heard);
        }
    })
    .forget();
    host::watch_height(|height| {
        TALK.with_borrow_mut(|talk| talk.height = height);
        say(&Say::Height(height), None);
    });
    // Nothing of a case is in it, so whoever is there may hear it.
    host::post(&message::write(&Say::Ready, 0, None), "*");
}

/// Only the one who began goes on, and only who is allowed begins.
fn is_pinned(origin: &str, allowed: &[String], ask: &Ask) -> bool {
    TALK.with_borrow_mut(|talk| match &talk.origin {
        Some(pinned) => pinned == origin,
        None => {
            let may = origin != "null" && (allowed.is_empty() || allowed.iter().any(|other| other == origin));
            let begins = may && matches!(ask, Ask::Init(_));
            if begins {
                talk.origin = Some(origin.to_owned());
            }
            begins
        }
    })
}

fn say(say: &Say, reply: Option<&str>) {
    let told = TALK.with_borrow_mut(|talk| {
        let origin = talk.origin.clone()?;
        talk.count += 1;
        Some((message::write(say, talk.count, reply), origin))
    });
    if let Some((text, origin)) = told {
        host::post(&text, &origin);
    }
}

fn answer(received: Received, send: &Callback<Action>) {
    let Received { id, ask } = received;
    let refuse = |sentence: &str| say(&Say::Error(sentence), Some(&id));
    match ask {
        Ask::Init(options) => {
            apply(&options, send);
            say(&Say::Ready, Some(&id));
            say(&Say::Height(TALK.with_borrow(|talk| talk.height)), None);
            // Whoever begins hears how it stands.
            TALK.with_borrow_mut(|talk| talk.told = None);
            tell_latest();
        }
        Ask::Configure(text) => match Playbook::read(&text) {
            Ok(playbook) => {
                send.emit(Action::PlaybookConfigured(Box::new(playbook)));
                say(&Say::Ready, Some(&id));
            }
            Err(faults) => refuse(&faults.into_iter().take(FAULTS).collect::<Vec<_>>().join(" ")),
        },
        Ask::Load(text) => match case::read(&text) {
            // After what was kept has come into view, or it would take this one's place.
            Ok(case) => with(send, move |_, send| async move {
                send.emit(Action::Loaded(Box::new(case.account)));
                say(&Say::Ready, Some(&id));
            }),
            Err(refusal) => refuse(refusal.sentence()),
        },
        Ask::Save => match latest() {
            Some(model) => save(&model, Some(&id)),
            None => refuse("There is no account in view."),
        },
        Ask::Export(format) => export(format, id),
    }
}

fn latest() -> Option<std::rc::Rc<Model>> {
    desk(|desk| desk.latest.clone()).map(|model| model.0).filter(|model| model.is_own())
}

/// Hands the case to the page around us.
pub fn save(model: &Model, reply: Option<&str>) {
    let (name, case) = (file_name(model.account_name(), case::EXTENSION), case_text(model));
    say(&Say::Save { name: &name, case: &case }, reply);
}

fn export(format: Format, id: String) {
    spawn_local(async move {
        match (latest(), part::pages().await) {
            (Some(model), Ok(pages)) => {
                let (name, mime, text) = (pages.export)(&model, format);
                say(&Say::Export { name: &name, mime, text: &text }, Some(&id));
            }
            (None, _) => say(&Say::Error("There is no account in view."), Some(&id)),
            (_, Err(missing)) => say(&Say::Error(&missing.to_string()), Some(&id)),
        }
    });
}

fn apply(options: &Options, send: &Callback<Action>) {
    if let Some(locale) = &options.locale {
        locale::ask_for(locale);
    }
    match options.theme {
        Some(Theme::Light) => host::mark("data-theme", Some("light")),
        Some(Theme::Dark) => host::mark("data-theme", Some("dark")),
        Some(Theme::Auto) => host::mark("data-theme", None),
        None => {}
    }
    if let Some(view) = options.view {
        let name = match view {
            View::Full => "full",
            View::Verdict => "verdict",
            View::ReadOnly => "read-only",
        };
        host::mark("data-view", Some(name));
        send.emit(Action::AccessSet(if view == View::Full { Access::Full } else { Access::ReadOnly }));
    }
    if !options.prefill.is_empty() {
        let answers = options.prefill.clone();
        // What is kept already is not typed over.
        with(send, move |_, send| async move { send.emit(Action::Prefilled(answers)) });
    }
}

/// Tells the page around us that something changed, and the verdict.
pub fn changed(model: &Model) {
    let present = (model.revision, model.case.clone());
    let first = TALK.with_borrow_mut(|talk| {
        let pinned = talk.origin.is_some();
        let before = if pinned { talk.told.replace(present.clone()) } else { Some(present.clone()) };
        (before.as_ref() != Some(&present)).then(|| before.is_none())
    });
    if let Some(first) = first {
        if !first {
            say(&Say::Change, None);
        }
        say(&Say::Result(&result(model)), None);
    }
}

fn tell_latest() {
    if let Some(model) = desk(|desk| desk.latest.clone()) {
        changed(&model);
    }
}

/// The verdict in the words of the page, empty fields left out; an example is no result.
fn result(model: &Model) -> Table<String> {
    let mut result = Table::new();
    if matches!(model.origin, Origin::Example(_)) {
        return result;
    }
    let (playbook, verdict) = (&model.playbook, &model.verdict);
    let best = verdict.fit.best.and_then(|best| verdict.fit.profiles.get(best));
    let profile = best.and_then(|fit| playbook.profile(&fit.profile)).map_or("", |profile| &profile.name);
    let texts = [
        ("account", model.account_name().to_owned()),
        ("summary", summary(playbook, verdict)),
        ("profile", profile.to_owned()),
        ("engagement", words::engagement_line(playbook, verdict)),
        ("gates", words::gates_line(playbook, verdict)),
    ];
    for (name, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
        result.insert(name.to_owned(), text);
    }
    if let Some(fit) = best {
        // Half-points: two to a point.
        for (name, points) in [("low", fit.low), ("high", fit.high)] {
            result.insert(name.to_owned(), words::points(points));
        }
    }
    result
}
