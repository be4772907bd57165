//! The workbook, which a worker writes.
use super::desk::Desk;
use super::documents::Sent;
use crate::ui::made::{File, Made};
use crate::wire::order::{self, Order};
use yew::prelude::*;

pub fn workbook(desk: &Desk, sent: &Sent) -> Html {
    let (stamp, defaults, rows) = (sent.stamp.clone(), desk.defaults.fields.clone(), desk.rows().clone());
    let order = Callback::from(move |()| {
        Ok(order::write(&Order::Workbook(order::Workbook {
            name: stamp.account.clone(),
            today: stamp.date,
            version: stamp.version.clone(),
            disclaimer: stamp.disclaimer.clone(),
            defaults: defaults.clone(),
            rows: rows.clone(),
        })))
    });
    let file = File {
        what: "the workbook",
        stem: sent.stem("business case"),
        // As the workbook's own module names them, which holds too much for this part.
        extension: "xlsx",
        mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };
    html! { <Made label="Excel workbook with live formulas" {file} {order} is_primary={true} /> }
}
