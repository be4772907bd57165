//! What was answered, and what another answer would change, in words.
use super::{and, figures, money, number, said};
use crate::domain::account::{Account, Entry};
use crate::domain::change::{Change, To};
use crate::domain::date;
use crate::domain::span::Span;
use crate::playbook::Playbook;
use crate::playbook::data::{KindData, QuestionData};
use crate::playbook::verdict::Verdict;

/// The answer as it was understood, in one line; nothing when the question is open. What can't be read stands as typed.
pub fn answer(playbook: &Playbook, account: &Account, verdict: &Verdict, question: &str) -> Option<String> {
    let data = playbook.question(question)?;
    let text = match account.entries.get(question)? {
        Entry::Text(text) | Entry::Money { text, .. } => match (verdict.echoes.get(question), data.kind) {
            (Some(echo), KindData::Money) => {
                let currency = echo.currency.as_deref().unwrap_or(&playbook.data.currency);
                figures::worth(echo.span, currency, echo.converted, &playbook.data.currency)
            }
            (Some(echo), KindData::Percent) => figures::percent(echo.span),
            (Some(echo), _) => figures::span(echo.span),
            (None, KindData::Date) => date::in_words(text.trim()),
            (None, _) => text.trim().to_owned(),
        },
        Entry::Said(answer) => said(*answer).to_owned(),
        Entry::Picked(picked) => {
            let ticked = data.options.iter().filter(|option| picked.contains(&option.id));
            and(&ticked.map(|option| option.label.as_str()).collect::<Vec<_>>())
        }
        Entry::Apps(apps) => {
            let known = playbook.data.apps.iter().filter(|app| apps.known.contains(&app.id));
            and(&known.map(|app| &app.name).chain(&apps.other).collect::<Vec<_>>())
        }
    };
    (!text.is_empty()).then_some(text)
}

/// A change that would move the tier: "employees of at least 50", "OEM deal: yes", "departments with HR".
pub fn change(playbook: &Playbook, change: &Change) -> String {
    let Some(data) = playbook.question(&change.question) else { return String::new() };
    let figure = |value| match data.kind {
        KindData::Money => money(Span::exact(value), &playbook.data.currency),
        KindData::Percent => figures::percent(Span::exact(value)),
        _ => number(value),
    };
    let short = &data.short;
    match &change.to {
        To::AtLeast(value) => format!("{short} of at least {}", figure(*value)),
        To::AtMost(value) => format!("{short} of at most {}", figure(*value)),
        To::Above(value) => format!("{short} above {}", figure(*value)),
        To::Below(value) => format!("{short} below {}", figure(*value)),
        To::Said(true) => format!("{short}: yes"),
        To::Said(false) => format!("{short}: no"),
        To::Tick(id) => format!("{short} with {}", pick(playbook, data, id)),
        To::Untick(id) => format!("{short} without {}", pick(playbook, data, id)),
    }
}

fn pick<'a>(playbook: &'a Playbook, data: &'a QuestionData, id: &'a str) -> &'a str {
    let option = data.options.iter().find(|option| option.id == id).map(|option| option.label.as_str());
    option.or_else(|| playbook.data.apps.iter().find(|app| app.id == id).map(|app| app.name.as_str())).unwrap_or(id)
}
