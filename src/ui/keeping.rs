//! The page's side of what is kept on the device: when that is due. How it is done comes as a part of its own, right
//! after the page is shown.
use super::Shared;
use super::part::{self, Keeping};
use crate::app::{Action, Keep, Model};
use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// So long after the last key the account is written.
const SAVE_AFTER: u32 = 250;
/// So long after a save that failed it is tried again.
const AGAIN_AFTER: u32 = 15_000;

/// Opens the store once, restores what it holds, then keeps every revision.
#[hook]
pub fn use_keeping(model: &Shared<Model>, send: &Callback<Action>) {
    let due = model.is_unsaved() || !model.left.is_empty() || model.backup.is_some();
    let failed = matches!(model.keep, Keep::Failed(_));
    let after = if failed { AGAIN_AFTER } else { SAVE_AFTER };
    // The first try is right after the page is shown.
    let here = use_fetched((model.failures, model.revision), if model.failures == 0 { 0 } else { after }, send);
    if let Some(keeping) = here {
        (keeping.see)(model);
    }
    {
        let send = send.clone();
        use_effect_with(here.is_some(), move |_| {
            if let Some(keeping) = here {
                (keeping.open)(&send);
            }
        });
    }
    {
        let model = model.clone();
        use_effect_with((model.revision, model.case.clone(), here.is_some()), move |_| {
            if let Some(keeping) = here {
                (keeping.hand_over)(&model);
            }
        });
    }
    let send = send.clone();
    use_effect_with(
        (model.revision, model.left.len(), model.backup, model.failures, due, failed, here.is_some()),
        move |&(.., due, failed, _)| {
            let keeping = here.filter(|_| due || failed);
            let timer = keeping.map(|keeping| Timeout::new(after, move || (keeping.save)(&send)));
            move || drop(timer)
        },
    );
}

/// The part, once it is there; as long as it isn't, it is asked for so long after each of these.
#[hook]
fn use_fetched(asked: (u32, u64), after: u32, send: &Callback<Action>) -> Option<&'static Keeping> {
    let here = use_state(|| None);
    let (setter, send) = (here.setter(), send.clone());
    use_effect_with((asked, here.is_none()), move |&(_, absent)| {
        let fetch = move || {
            spawn_local(async move {
                match part::keeping().await {
                    Ok(keeping) => setter.set(Some(keeping)),
                    Err(missing) => send.emit(Action::SaveFailed(missing.to_string())),
                }
            });
        };
        let timer = absent.then(|| Timeout::new(after, fetch));
        move || drop(timer)
    });
    *here
}

/// Does something with the part, once it is there.
pub fn with_part(send: &Callback<Action>, done: impl FnOnce(&Keeping, &Callback<Action>) + 'static) {
    let send = send.clone();
    spawn_local(async move {
        match part::keeping().await {
            Ok(keeping) => done(keeping, &send),
            Err(missing) => send.emit(Action::Noticed { text: missing.to_string(), fault: true }),
        }
    });
}
