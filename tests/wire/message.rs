//! What a frame and the page around it tell each other.
use crate::generate::{Random, spoilt};
use fitproof::domain::table::Table;
use fitproof::wire::message::{Ask, Format, Options, Received, Say, Theme, View, options_in, read, write};

fn text(id: &str, rest: &str) -> String {
    format!("{{\"fitproof\":\"message\",\"version\":1,\"id\":\"{id}\",{rest}}}")
}

fn ask(rest: &str) -> Option<Ask> {
    read(&text("h1", rest)).map(|received| received.ask)
}

#[test]
fn reads_each_question() {
    let prefill = Table::from([("account.name".to_owned(), "Acme".to_owned())]);
    let all = Options { locale: Some("de-CH".into()), theme: Some(Theme::Dark), view: Some(View::ReadOnly), prefill };
    let init = r#""type":"init","locale":"de-CH","theme":"dark","view":"read-only","prefill":{"account.name":"Acme"}"#;
    assert_eq!(ask(init), Some(Ask::Init(all)));
    assert_eq!(ask(r#""type":"init""#), Some(Ask::Init(Options::default())));
    assert_eq!(ask(r#""type":"save""#), Some(Ask::Save));
    assert_eq!(ask(r#""type":"load","case":"x""#), Some(Ask::Load("x".into())));
    assert_eq!(ask(r#""type":"configure","playbook":"x""#), Some(Ask::Configure("x".into())));
    let export = |rest: &str| ask(&format!(r#""type":"export",{rest}"#));
    assert_eq!(export(r#""format":"html""#), Some(Ask::Export(Format::Html { partner: false })));
    let partner = Some(Ask::Export(Format::Markdown { partner: true }));
    assert_eq!(export(r#""format":"markdown","audience":"partner""#), partner);
}

#[test]
fn drops_whatever_is_not_exactly_one_of_ours() {
    let save = r#""type":"save""#;
    assert_eq!(read(&text("h1", save)), Some(Received { id: "h1".into(), ask: Ask::Save }));
    for id in ["", "a b", "é", &"x".repeat(65), "\\n"] {
        assert_eq!(read(&text(id, save)), None, "{id}");
    }
    let long = "x".repeat(70_000);
    for rest in [
        r#""type":"erase""#,
        r#""type":"ready""#,
        r#""type":"save","more":1"#,
        r#""type":"save","type":"save""#,
        r#""type":1"#,
        r#""type":"init","theme":"blue""#,
        r#""type":"init","theme":null"#,
        r#""type":"init","view":"all""#,
        r#""type":"init","locale":"de_DE""#,
        r#""type":"init","locale":"d""#,
        r#""type":"init","prefill":{"a":1}"#,
        r#""type":"init","prefill":[]"#,
        r#""type":"export""#,
        r#""type":"export","format":"pdf""#,
        r#""type":"export","format":"html","audience":"everyone""#,
        r#""type":"load""#,
        r#""type":"load","case":{}"#,
        r#""type":"configure","playbook":{}"#,
        &format!(r#""type":"init","prefill":{{"a":"{long}"}}"#),
    ] {
        assert_eq!(ask(rest), None, "{rest}");
    }
    let good = text("h1", save);
    for (from, to) in [("\"version\":1", "\"version\":2"), ("message", "case"), ("}", ""), ("{", "[")] {
        assert_eq!(read(&good.replace(from, to)), None, "{to}");
    }
    assert_eq!(read(&text("h1", &format!(r#""type":"load","case":"{}""#, "x".repeat(9 << 20)))), None);
}

#[test]
fn nothing_generated_makes_it_panic() {
    for text in spoilt(&text("h1", r#""type":"init","theme":"dark","prefill":{"a":"b"}"#)) {
        let _ = read(&text);
    }
    let mut random = Random(7);
    for _ in 0..100_000 {
        let bytes: Vec<u8> =
            (0..random.below(60)).map(|_| b"{}[]\":,\\messagefitproof1 \n"[random.below(26)]).collect();
        assert_eq!(read(&String::from_utf8_lossy(&bytes)), None);
    }
}

#[test]
fn the_address_says_how_it_shows_itself_and_the_rest_is_passed_over() {
    let options = options_in("theme=light&view=verdict&locale=fr&key=a&x=1&theme&=&q=%");
    let expected = Options {
        locale: Some("fr".into()),
        theme: Some(Theme::Light),
        view: Some(View::Verdict),
        prefill: Table::new(),
    };
    assert_eq!(options, expected);
    assert_eq!(options_in("theme=blue&view=x&locale=<script>"), Options::default());
}

#[test]
fn the_address_may_hold_first_answers() {
    let expected = Table::from([("account.name".to_owned(), "Müller & Söhne = 100%".to_owned())]);
    for text in [
        "%7B%22account.name%22%3A%22M%C3%BCller%20%26%20S%c3%b6hne%20%3D%20100%25%22%7D",
        "{\"account.name\":\"Müller %26 Söhne = 100%25\"}",
    ] {
        assert_eq!(options_in(&format!("theme=dark&prefill={text}")).prefill, expected, "{text}");
    }
    let long = format!("%7B%22account.name%22%3A%22{}%22%7D", "x".repeat(64 << 10));
    for text in ["", "%", "%7", "%zz", "%+7", "%7B", "{}x", "[]", "{\"a\":1}", "{\"a\":\"%ff\"}", &long] {
        assert_eq!(options_in(&format!("prefill={text}")), Options::default(), "{text}");
    }
}

#[test]
fn tells_in_json_which_question_it_answers() {
    let result = Table::from([("summary".to_owned(), "say \"yes\"".to_owned())]);
    assert_eq!(
        write(&Say::Result(&result), 4, None),
        r#"{"fitproof":"message","version":1,"id":"4","type":"result","summary":"say \"yes\""}"#
    );
    assert_eq!(
        write(&Say::Error("No."), 5, Some("h1")),
        r#"{"fitproof":"message","version":1,"id":"5","reply":"h1","type":"error","message":"No."}"#
    );
    assert_eq!(
        write(&Say::Height(640), 6, None),
        r#"{"fitproof":"message","version":1,"id":"6","type":"height","height":640}"#
    );
}
