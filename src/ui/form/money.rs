//! An amount with its currency, and the rate when it is another than the playbook's.
use super::field::QuestionProps;
use super::number::{bands, text_of};
use crate::app::{Changed, Model};
use crate::domain::account::{Entry, Rate};
use crate::domain::money::{COMMON, is_code, read};
use crate::domain::problem::Severity;
use crate::playbook::data::QuestionData;
use crate::ui::event::typed;
use yew::prelude::*;

/// The currency of an amount that needs a rate, with what is known of it.
pub fn rate_of(model: &Model, question: &str) -> Option<(String, Rate)> {
    let Some(Entry::Money { text, currency }) = model.account.entries.get(question) else { return None };
    let typed = read(text).ok().and_then(|amount| amount.currency);
    let code = typed.unwrap_or_else(|| currency.trim().to_ascii_uppercase());
    let foreign = is_code(&code) && code != model.playbook.data.currency;
    foreign.then(|| (code.clone(), model.account.rates.get(&code).cloned().unwrap_or_default()))
}

pub fn money(
    question: &QuestionData,
    props: &QuestionProps,
    id: &str,
    described: &str,
    change: &Callback<Changed>,
) -> Html {
    let (amount_id, currency_id) = (question.id.clone(), question.id.clone());
    let (amount_change, currency_change) = (change.clone(), change.clone());
    let on_amount = Callback::from(move |event: InputEvent| {
        amount_change.emit(Changed::AmountTyped { question: amount_id.clone(), text: typed(&event) });
    });
    let on_currency = Callback::from(move |event: InputEvent| {
        currency_change.emit(Changed::CurrencyTyped {
            question: currency_id.clone(),
            currency: typed(&event).to_ascii_uppercase(),
        });
    });
    let currency = match &props.entry {
        Some(Entry::Money { currency, .. }) => currency.clone(),
        _ => String::new(),
    };
    let home = props.playbook.data.currency.clone();
    let named = currency.trim().is_empty();
    let picked = |band: String| {
        let text = if named { format!("{home} {band}") } else { band };
        Changed::AmountTyped { question: question.id.clone(), text }
    };
    let invalid = props.problems.iter().any(|problem| problem.severity == Severity::Error);
    let list = format!("{id}-currencies");
    html! {
        <div class="field__input">
            <div class="money">
                <input class="input input--short" id={format!("{id}-input")} type="text" inputmode="text"
                    autocomplete="off" spellcheck="false" value={text_of(props.entry.as_ref())}
                    aria-describedby={described.to_owned()} aria-invalid={invalid.then_some("true")}
                    disabled={!props.editable} oninput={on_amount} />
                <label class="visually-hidden" for={format!("{id}-currency")}>{ format!("Currency of {}", question.short) }</label>
                <input class="input input--currency" id={format!("{id}-currency")} list={list.clone()} maxlength="3"
                    autocomplete="off" spellcheck="false" placeholder="USD" value={currency}
                    disabled={!props.editable} oninput={on_currency} />
                <datalist id={list}>{ for COMMON.iter().map(|code| html! { <option key={*code} value={*code} /> }) }</datalist>
            </div>
            { rate(props, id, change) }
            { bands(question, props, picked, change) }
        </div>
    }
}

fn rate(props: &QuestionProps, id: &str, change: &Callback<Changed>) -> Html {
    let Some((code, rate)) = &props.rate else { return html! { <div class="money__rate" hidden={true}></div> } };
    let home = &props.playbook.data.currency;
    let (change, currency) = (change.clone(), code.clone());
    let on_rate = Callback::from(move |event: InputEvent| {
        change.emit(Changed::RateTyped { currency: currency.clone(), text: typed(&event) });
    });
    html! {
        <div class="money__rate">
            <label for={format!("{id}-rate")}>{ format!("1 {code} in {home}") }</label>
            <input class="input input--short" id={format!("{id}-rate")} type="text" inputmode="decimal" autocomplete="off"
                value={rate.text.clone()} disabled={!props.editable} oninput={on_rate} />
            if !rate.date.is_empty() { <span class="field__hint">{ format!("Rate of {}", rate.date) }</span> }
        </div>
    }
}
