//! The schema and the reader agree on what a playbook looks like.
use super::{children, value};
use fitproof::playbook::data::PlaybookData;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const SCHEMA: &str = include_str!("../../playbooks/playbook.schema.json");

fn schema() -> jsonschema::Validator {
    let schema = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    assert!(jsonschema::meta::is_valid(&schema), "the schema is a schema");
    jsonschema::draft202012::new(&schema).expect("the schema is usable")
}

#[test]
fn the_schema_takes_the_shipped_playbook() {
    let faults: Vec<String> = schema().iter_errors(&value()).map(|error| error.to_string()).collect();
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn the_schema_closes_every_object() {
    fn walk(value: &Value, place: &str) {
        if value["type"] == "object" {
            assert_eq!(value["additionalProperties"], json!(false), "at {place}");
        }
        children(value).for_each(|(key, child)| walk(child, &format!("{place}/{key}")));
    }
    walk(&serde_json::from_str(SCHEMA).expect("the schema is JSON"), "");
}

#[test]
fn schema_and_reader_agree_on_every_change_of_shape() {
    let schema = schema();
    let small = shrink(&with_every_form(value()));
    let agree = |changed: &Value, what: &str| {
        let read = serde_json::from_value::<PlaybookData>(changed.clone());
        assert_eq!(read.is_ok(), schema.is_valid(changed), "{what}: {:?}", read.err().map(|error| error.to_string()));
        read.is_ok()
    };
    assert!(agree(&small, "the small playbook"));
    let (mut taken, mut refused) = (0, 0);
    for place in places(&small) {
        for (what, changed) in changes(&small, &place) {
            if agree(&changed, &format!("{what} at {place}")) { taken += 1 } else { refused += 1 }
        }
    }
    assert!(taken > 300 && refused > 3_000, "{taken} taken, {refused} refused");
}

#[test]
fn a_missing_or_unknown_key_is_refused_everywhere() {
    let small = shrink(&value());
    let read = |changed: Value| serde_json::from_value::<PlaybookData>(changed).is_ok();
    for place in places(&small) {
        let Some(object) = small.pointer(&place).and_then(Value::as_object) else { continue };
        let mut changed = small.clone();
        changed.pointer_mut(&place).expect("it is there")["unknown"] = json!("x");
        assert!(!read(changed), "an unknown key at {place}");
        for key in
            object.keys().filter(|key| ["id", "source", "title", "text", "rule", "weight"].contains(&key.as_str()))
        {
            // The text of a sample may be left out.
            if key == "text" && !object.contains_key("source") {
                continue;
            }
            let mut changed = small.clone();
            changed.pointer_mut(&place).and_then(Value::as_object_mut).expect("it is there").remove(key);
            assert!(!read(changed), "without {key} at {place}");
        }
    }
}

/// Optional parts that the shipped file has no use for.
fn with_every_form(mut book: Value) -> Value {
    book["roles"][2]["needed"] = json!({ "said": { "question": "deal.oem" } });
    book["roles"][2]["titles"][0]["needed"] = Value::Null;
    book["questions"][0]["contains"] = Value::Null;
    book["groups"][0]["source"]["note"] = Value::Null;
    book["engagements"][1]["below"] = Value::Null;
    book["sections"][5]["discovery"] = Value::Null;
    let case = &mut book["value"]["use_cases"][0];
    case["benefits"][0]["role"] = Value::Null;
    case["benefits"][0]["per"] = Value::Null;
    case["benefits"][0]["of_process"] = json!(true);
    case["process"]["note"] = Value::Null;
    for key in ["role", "minutes", "waiting", "error_rate", "fix_minutes", "then"] {
        case["process"]["before"][0][key] = Value::Null;
    }
    case["process"]["before"][1]["then"] = json!("end");
    case["process"]["volume"]["source"] = Value::Null;
    book["value"]["drivers"][0]["caution"] = Value::Null;
    book["profiles"][0]["criteria"][3]["rule"] = json!({ "within": { "met": [1, 2], "near": null } });
    book["profiles"][0]["criteria"][4]["rule"] = json!({ "at-least": { "met": 1 } });
    book
}

/// The same file without the elements of lists that show no new form.
fn shrink(book: &Value) -> Value {
    fn reduce(value: &Value, form: &str, seen: &mut BTreeSet<String>) -> Value {
        let inner = |key: &str| format!("{form}/{key}");
        match value {
            Value::Array(list) => {
                let fresh = |element: &&Value| {
                    forms(element, &inner("*")).into_iter().filter(|form| seen.insert(form.clone())).count() > 0
                };
                let kept: Vec<&Value> = list.iter().filter(fresh).collect();
                kept.into_iter().map(|element| reduce(element, &inner("*"), seen)).collect()
            }
            Value::Object(object) => {
                object.iter().map(|(key, child)| (key.clone(), reduce(child, &inner(key), seen))).collect()
            }
            _ => value.clone(),
        }
    }
    reduce(book, "", &mut BTreeSet::new())
}

/// Where in the format a value and its parts stand: places without the numbers of elements.
fn forms(value: &Value, form: &str) -> Vec<String> {
    let key = |key: &str| if value.is_array() { "*".to_owned() } else { key.to_owned() };
    let inner = children(value).flat_map(|(own, child)| forms(child, &format!("{form}/{}", key(&own))));
    let own = if value == "yes-no" { format!("{form}=yes-no") } else { form.to_owned() };
    std::iter::once(own).chain(inner).collect()
}

/// JSON pointers to the whole and all its parts. No key needs escaping.
fn places(value: &Value) -> Vec<String> {
    let inner = children(value).flat_map(|(key, child)| {
        places(child).into_iter().map(move |rest| format!("/{key}{rest}")).collect::<Vec<_>>()
    });
    std::iter::once(String::new()).chain(inner).collect()
}

/// All changes of one place: another type, one key less, one more, one element more or less.
fn changes(book: &Value, place: &str) -> Vec<(String, Value)> {
    let old = book.pointer(place).expect("it is there");
    let others = [
        json!(null),
        json!(true),
        json!(7),
        json!(-1),
        json!(1.5),
        json!(5_000_000_000_u64),
        json!("x"),
        json!([]),
        json!({}),
    ];
    let mut all: Vec<(String, Value)> =
        others.into_iter().filter(|other| other != old).map(|other| (format!("{other}"), other)).collect();
    match old {
        Value::Object(object) => {
            for key in object.keys() {
                let mut less = object.clone();
                less.remove(key);
                all.push((format!("without {key}"), less.into()));
            }
            let mut more = object.clone();
            more.insert("unknown".into(), json!("x"));
            all.push(("an unknown key".into(), more.into()));
        }
        Value::Array(list) if !list.is_empty() => {
            all.push(("one element less".into(), list[1..].into()));
            all.push(("one element more".into(), [list.as_slice(), &list[..1]].concat().into()));
        }
        _ => {}
    }
    let put = |(what, new): (String, Value)| {
        let mut changed = book.clone();
        *changed.pointer_mut(place).expect("it is there") = new;
        (what, changed)
    };
    all.into_iter().map(put).collect()
}
