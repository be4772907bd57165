//! An answer: all outcomes, with every figure to the bit as sixteen hexadecimal digits.
use crate::domain::table::Table;
use crate::domain::value::simulate::Outcomes;
use crate::domain::value::simulate::summary::{Bins, Figures, Paybacks, Summary};
use crate::domain::value::simulate::tornado::Swing;
use crate::wire::account::{take_text, write_text};
use crate::wire::json::{self, Value, Writer};

pub fn write(outcomes: &Outcomes) -> String {
    let mut writer = Writer::new(false);
    writer.open('{');
    count(&mut writer, "draws", outcomes.draws);
    writer.key("npv");
    summary(&mut writer, &outcomes.npv);
    if let Some(roi) = &outcomes.roi {
        writer.key("roi");
        summary(&mut writer, roi);
    }
    writer.key("payback");
    paybacks(&mut writer, &outcomes.payback);
    writer.key("tornado");
    writer.open('[');
    for swing in &outcomes.tornado {
        writer.item();
        bar(&mut writer, swing);
    }
    writer.close(']');
    write_text(&mut writer, "hash", &format!("{:016x}", outcomes.hash));
    writer.close('}');
    writer.text
}

fn count(writer: &mut Writer, key: &str, count: usize) {
    writer.key(key);
    writer.number(u32::try_from(count).unwrap_or(u32::MAX));
}

fn number(writer: &mut Writer, key: &str, number: f64) {
    write_text(writer, key, &format!("{:016x}", number.to_bits()));
}

/// What is not there has no key.
fn perhaps(writer: &mut Writer, key: &str, given: Option<f64>) {
    given.into_iter().for_each(|given| number(writer, key, given));
}

fn summary(writer: &mut Writer, summary: &Summary) {
    writer.open('{');
    count(writer, "without", summary.without);
    if let Some(figures) = &summary.figures {
        writer.key("figures");
        writer.open('{');
        let named = [("mean", figures.mean), ("p10", figures.p10), ("p50", figures.p50), ("p90", figures.p90)];
        named.into_iter().for_each(|(key, figure)| number(writer, key, figure));
        let bins = &figures.bins;
        number(writer, "from", bins.from);
        number(writer, "width", bins.width);
        count(writer, "below", bins.below);
        count(writer, "above", bins.above);
        writer.key("counts");
        writer.open('[');
        for count in &bins.counts {
            writer.item();
            writer.number(u32::try_from(*count).unwrap_or(u32::MAX));
        }
        writer.close(']');
        writer.close('}');
    }
    writer.close('}');
}

fn paybacks(writer: &mut Writer, paybacks: &Paybacks) {
    writer.open('{');
    count(writer, "without", paybacks.without);
    let Paybacks { within, ever, p10, p50, p90, .. } = *paybacks;
    let named = [("within", within), ("ever", ever), ("p10", p10), ("p50", p50), ("p90", p90)];
    named.into_iter().for_each(|(key, given)| perhaps(writer, key, given));
    writer.close('}');
}

fn bar(writer: &mut Writer, swing: &Swing) {
    writer.open('{');
    count(writer, "input", swing.input);
    number(writer, "low", swing.low);
    number(writer, "high", swing.high);
    perhaps(writer, "at-low", swing.at_low);
    perhaps(writer, "at-high", swing.at_high);
    writer.close('}');
}

pub fn read(text: &str) -> Option<Outcomes> {
    let mut map = json::read(text).and_then(Value::map)?;
    let roi = map.remove("roi");
    let outcomes = Outcomes {
        draws: take_count(&mut map, "draws")?,
        npv: read_summary(map.remove("npv")?)?,
        roi: match roi {
            Some(roi) => Some(read_summary(roi)?),
            None => None,
        },
        payback: read_paybacks(map.remove("payback")?)?,
        tornado: map.remove("tornado")?.list()?.into_iter().map(read_bar).collect::<Option<_>>()?,
        hash: bits(&take_text(&mut map, "hash")?)?,
    };
    map.is_empty().then_some(outcomes)
}

fn take_count(map: &mut Table<Value>, key: &str) -> Option<usize> {
    usize::try_from(map.remove(key)?.number()?).ok()
}

fn bits(text: &str) -> Option<u64> {
    (text.len() == 16).then(|| u64::from_str_radix(text, 16).ok()).flatten()
}

fn take(map: &mut Table<Value>, key: &str) -> Option<f64> {
    bits(&take_text(map, key)?).map(f64::from_bits)
}

fn take_perhaps(map: &mut Table<Value>, key: &str) -> Option<Option<f64>> {
    match map.contains_key(key) {
        true => take(map, key).map(Some),
        false => Some(None),
    }
}

fn read_summary(value: Value) -> Option<Summary> {
    let mut map = value.map()?;
    let figures = match map.remove("figures") {
        Some(figures) => Some(read_figures(figures)?),
        None => None,
    };
    let summary = Summary { without: take_count(&mut map, "without")?, figures };
    map.is_empty().then_some(summary)
}

fn read_figures(value: Value) -> Option<Figures> {
    let mut map = value.map()?;
    let count = |value: Value| usize::try_from(value.number()?).ok();
    let bins = Bins {
        from: take(&mut map, "from")?,
        width: take(&mut map, "width")?,
        counts: map.remove("counts")?.list()?.into_iter().map(count).collect::<Option<_>>()?,
        below: take_count(&mut map, "below")?,
        above: take_count(&mut map, "above")?,
    };
    let mut figure = |key| take(&mut map, key);
    let (mean, p10, p50, p90) = (figure("mean")?, figure("p10")?, figure("p50")?, figure("p90")?);
    map.is_empty().then_some(Figures { mean, p10, p50, p90, bins })
}

fn read_paybacks(value: Value) -> Option<Paybacks> {
    let mut map = value.map()?;
    let without = take_count(&mut map, "without")?;
    let mut perhaps = |key| take_perhaps(&mut map, key);
    let (within, ever) = (perhaps("within")?, perhaps("ever")?);
    let (p10, p50, p90) = (perhaps("p10")?, perhaps("p50")?, perhaps("p90")?);
    map.is_empty().then_some(Paybacks { without, within, ever, p10, p50, p90 })
}

fn read_bar(value: Value) -> Option<Swing> {
    let mut map = value.map()?;
    let swing = Swing {
        input: take_count(&mut map, "input")?,
        low: take(&mut map, "low")?,
        high: take(&mut map, "high")?,
        at_low: take_perhaps(&mut map, "at-low")?,
        at_high: take_perhaps(&mut map, "at-high")?,
    };
    map.is_empty().then_some(swing)
}
