//! What came in, by a link or a file: sections to write, or what was written.
use crate::app::{Action, NAME};
use crate::browser::keeper;
use crate::domain::exchange::{self, Request};
use crate::ui::desk::{desk, with};
use crate::wire::guide::Guide;
use crate::wire::link;
use yew::Callback;

/// What stands before the partner's case in the id under which the customer's side is kept.
const GUEST: &str = "guide-";

/// Opens what a link holds: sections to write, or an account to look at.
pub fn open_link(fragment: &str, send: &Callback<Action>) {
    if link::is_request(fragment) {
        match link::decode_request(fragment) {
            Ok(request) => open_request(request, send),
            Err(refusal) => send.emit(Action::Noticed { text: refusal.to_string(), fault: true }),
        }
        return;
    }
    send.emit(match link::decode(fragment) {
        Ok(account) => Action::CopyOpened(Box::new(account)),
        Err(refusal) => Action::Noticed { text: refusal.to_string(), fault: true },
    });
}

/// Opens what a file holds.
pub fn take_in(guide: Guide, send: &Callback<Action>) {
    match guide {
        Guide::Request(request) => open_request(request, send),
        // After what was kept has come into view, or it would be held against something else.
        Guide::Reply(reply) => {
            with(send, |_, send| async move { send.emit(Action::ReplyOpened(Box::new(reply))) });
        }
    }
}

/// The sections come into view; what was written here before, for an earlier request of the same case, stays.
fn open_request(request: Request, send: &Callback<Action>) {
    with(send, move |store, send| async move {
        let id = [GUEST, &request.case].concat();
        let account = match keeper::open(&*store, &id).await {
            Ok(Ok(case)) => {
                desk(|desk| desk.seen.insert(id.clone(), case.seen));
                exchange::reopened(&case.account, &request, NAME)
            }
            // Not here yet, or not to be read any more: then it is kept beside that.
            _ => exchange::guest(&request, NAME),
        };
        send.emit(Action::GuestOpened { id, account: Box::new(account) });
    });
}
