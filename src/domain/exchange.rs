//! What goes between the partner and the customer: sections to write, and what was written. A request opens as an
//! account of its own on the customer's side; a reply is held against what the partner has, and nothing is overwritten
//! without a choice.
use super::account::{Account, Author, Entry, SectionText};
use super::row::{self, Row, RowKind};

/// Between two texts that are kept together.
const BREAK: &str = "\n\n";

/// What the partner asks for. It holds nothing else of their case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// The partner's case.
    pub case: String,
    /// Who asks.
    pub partner: String,
    /// The account's name.
    pub account: String,
    pub sections: Vec<Asked>,
}

/// A section to write.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    pub id: String,
    pub name: String,
    /// What stands there by now.
    pub text: String,
    /// The customer has said that these are their words.
    pub own: bool,
}

/// What the customer sends back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// The partner's case.
    pub case: String,
    pub account: String,
    /// Who wrote; may be empty.
    pub by: String,
    /// The day of writing, `YYYY-MM-DD`.
    pub day: String,
    pub sections: Vec<Answer>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    pub id: String,
    pub name: String,
    /// The text that came with the request.
    pub was: String,
    pub text: String,
    /// The customer's own words, rather than a draft that came back as it went.
    pub own: bool,
}

/// The account is the customer's side of a request.
pub fn is_guest(account: &Account) -> bool {
    row::of(&account.rows, RowKind::Asked).next().is_some()
}

/// Who asked for the texts of this account, and for which case of theirs.
pub fn asked_by(account: &Account) -> (&str, &str) {
    let text = |field: &str| row::sole_text(&account.rows, RowKind::Engagement, field);
    (text("partner"), text("request"))
}

/// The sections to write, in order.
pub fn asked(account: &Account) -> Vec<Asked> {
    let asked = row::of(&account.rows, RowKind::Asked).map(|row| {
        let written = account.sections.get(row.text("section")).cloned().unwrap_or_default();
        Asked {
            id: row.text("section").to_owned(),
            name: row.text("name").to_owned(),
            text: written.text,
            own: written.author == Author::Customer,
        }
    });
    asked.collect()
}

/// The account in which the customer writes; its name is the answer to this question.
pub fn guest(request: &Request, name: &str) -> Account {
    let mut account = Account::default();
    if !request.account.is_empty() {
        account.entries.insert(name.to_owned(), Entry::Text(request.account.clone()));
    }
    let from = [("partner", request.partner.as_str()), ("request", &request.case)];
    let mut rows = vec![Row::filled(0, RowKind::Engagement, None, &from)];
    for (key, asked) in (1..).zip(&request.sections) {
        let texts = [("section", asked.id.as_str()), ("name", &asked.name), ("was", &asked.text)];
        rows.push(Row::filled(key, RowKind::Asked, None, &texts));
        if !asked.text.is_empty() {
            let author = if asked.own { Author::Customer } else { Author::Partner };
            let text = asked.text.clone();
            account.sections.insert(asked.id.clone(), SectionText { text, author, ..SectionText::default() });
        }
    }
    row::add(&mut account.rows, rows, None);
    account
}

/// A request that comes again: what the customer has written stays, what they have not touched is as it comes now.
pub fn reopened(kept: &Account, request: &Request, name: &str) -> Account {
    let mut account = guest(request, name);
    for row in row::of(&kept.rows, RowKind::Asked) {
        let id = row.text("section");
        let again = row::of(&account.rows, RowKind::Asked).any(|asked| asked.text("section") == id);
        let touched = |written: &&SectionText| written.text != row.text("was") || written.author == Author::Customer;
        if let Some(written) = kept.sections.get(id).filter(|written| !again || touched(written)) {
            account.sections.insert(id.to_owned(), written.clone());
        }
        if !again {
            row::add(&mut account.rows, vec![(**row).clone()], None);
        }
    }
    let by = row::sole_text(&kept.rows, RowKind::Engagement, "answered-by");
    let plan = row::sole(&account.rows, RowKind::Engagement).map(|row| row.key);
    if let Some(key) = plan {
        row::put(&mut account.rows, key, "answered-by", by.to_owned());
    }
    account
}

/// What goes back to the partner.
pub fn reply(account: &Account, name: &str, day: String) -> Reply {
    let text = |field: &str| row::sole_text(&account.rows, RowKind::Engagement, field);
    let sections = row::of(&account.rows, RowKind::Asked).map(|row| {
        let written = account.sections.get(row.text("section")).cloned().unwrap_or_default();
        Answer {
            id: row.text("section").to_owned(),
            name: row.text("name").to_owned(),
            was: row.text("was").to_owned(),
            own: written.author == Author::Customer && !written.text.trim().is_empty(),
            text: written.text,
        }
    });
    Reply {
        case: text("request").to_owned(),
        account: account.text(name).to_owned(),
        by: text("answered-by").trim().to_owned(),
        day,
        sections: sections.collect(),
    }
}

/// How an answer stands to what the partner has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meeting {
    /// Nothing came, or it is all here already.
    Same,
    /// Nothing was here.
    Fresh,
    /// Only the customer has changed it since it was sent.
    Theirs,
    /// Both sides have changed it.
    Both,
    /// The customer has emptied it.
    Emptied,
}

/// What is to stand there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    Ours,
    Theirs,
    /// Ours, then theirs.
    Together,
}

pub fn meeting(ours: &str, answer: &Answer) -> Meeting {
    let blank = |text: &str| text.trim().is_empty();
    match answer.text.as_str() {
        theirs if ours == theirs => Meeting::Same,
        theirs if blank(theirs) && (blank(ours) || blank(&answer.was)) => Meeting::Same,
        theirs if blank(theirs) => Meeting::Emptied,
        theirs if holds(ours, theirs) => Meeting::Same,
        _ if blank(ours) => Meeting::Fresh,
        _ if ours == answer.was => Meeting::Theirs,
        _ => Meeting::Both,
    }
}

/// What is proposed: nothing of either side's text is lost by it, unless the other side has seen and changed it.
pub fn proposed(meeting: Meeting) -> Choice {
    match meeting {
        Meeting::Same | Meeting::Emptied => Choice::Ours,
        Meeting::Fresh | Meeting::Theirs => Choice::Theirs,
        Meeting::Both => Choice::Together,
    }
}

/// The section after the choice. Choosing again for the same answer changes nothing.
pub fn merged(ours: &SectionText, answer: &Answer, choice: Choice) -> SectionText {
    let theirs = if answer.own { Author::Customer } else { Author::Partner };
    match choice {
        // The customer says so of the very words that stand here.
        _ if ours.text == answer.text => SectionText { author: ours.author.max(theirs), ..ours.clone() },
        Choice::Ours => ours.clone(),
        Choice::Theirs => SectionText { text: answer.text.clone(), author: theirs, done: ours.done },
        Choice::Together if holds(&ours.text, &answer.text) => ours.clone(),
        Choice::Together if ours.text.trim().is_empty() => merged(ours, answer, Choice::Theirs),
        Choice::Together => SectionText {
            text: [&ours.text, BREAK, &answer.text].concat(),
            // Half a draft is a draft.
            author: ours.author.min(theirs),
            done: ours.done,
        },
    }
}

/// All that `theirs` says stands in `ours` as a paragraph or several.
fn holds(ours: &str, theirs: &str) -> bool {
    let parts = || ours.match_indices(theirs).map(|(at, _)| (&ours[..at], &ours[at + theirs.len()..]));
    theirs.trim().is_empty()
        || parts().any(|(before, after)| {
            (before.is_empty() || before.ends_with(BREAK)) && (after.is_empty() || after.starts_with(BREAK))
        })
}
