//! What goes to the customer and comes back: nothing but the sections, nothing lost, nothing overwritten unasked.
use fitproof::app::{Action, Changed, Model, NAME, Origin, Part, Start, request, update};
use fitproof::domain::account::{Account, Author, Entry, Person, SectionText};
use fitproof::domain::date::Day;
use fitproof::domain::exchange::{
    Answer, Asked, Choice, Meeting, Reply, Request, asked, guest, is_guest, meeting, merged, proposed, reopened, reply,
};
use fitproof::domain::row::{self, Row, RowKind};
use fitproof::playbook::Playbook;
use fitproof::playbook::data::AuthorData;
use fitproof::wire::guide::{self, Guide};
use fitproof::wire::{Refusal, bounds, case, kept, link};

const TODAY: &str = "2026-11-25";

fn sample() -> Request {
    let section = |id: &str, text: &str, own| Asked { id: id.into(), name: id.to_uppercase(), text: text.into(), own };
    Request {
        case: "k3x.2".into(),
        partner: "Brightwire Consulting".into(),
        account: "Quillmoor".into(),
        sections: vec![section("a", "A draft", false), section("b", "", false), section("c", "Their words", true)],
    }
}

fn model(account: Account) -> Model {
    let today = Day::parse(TODAY).expect("a day");
    let model = Model::new(Playbook::embedded(), Start { today, chance: "k3x".into(), example: None });
    update(&model, Action::CaseOpened(Box::new(account)))
}

fn change(model: &Model, changed: Changed) -> Model {
    update(model, Action::Changed(changed))
}

fn typed(section: &str, text: &str) -> Changed {
    Changed::SectionTyped { section: section.into(), text: text.into() }
}

fn section(text: &str, author: Author) -> SectionText {
    SectionText { text: text.into(), author, ..SectionText::default() }
}

#[test]
fn there_and_back_through_file_and_link() {
    let request = sample();
    for lines in [true, false] {
        assert_eq!(guide::read(&guide::write_request(&request, lines)), Ok(Guide::Request(request.clone())));
    }
    let fragment = link::encode_request(&request).expect("short enough");
    assert!(fragment.starts_with("g1.") && link::is_link(&fragment) && link::is_request(&fragment));
    assert_eq!(link::decode_request(&fragment), Ok(request.clone()));
    assert_eq!(link::decode(&fragment), Err(Refusal::ForeignLink));
    let reply = reply(&guest(&request, NAME), NAME, TODAY.into());
    assert_eq!(guide::read(&guide::write_reply(&reply)), Ok(Guide::Reply(reply)));
}

#[test]
fn a_link_is_made_while_it_is_under_eight_thousand_characters() {
    // Texts that can't be squeezed much: base-36 digits of a running product.
    let mut state = 7_u64;
    let noise = |length: usize, state: &mut u64| -> String {
        let mut next = || {
            *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            char::from_digit((*state >> 59) as u32, 36).unwrap_or('0')
        };
        (0..length).map(|_| next()).collect()
    };
    let mut request = sample();
    let mut longest = 0;
    for length in (1_000..20_000).step_by(500) {
        request.sections[1].text = noise(length, &mut state);
        match link::encode_request(&request) {
            Ok(fragment) => {
                longest = longest.max(fragment.len());
                assert_eq!(link::decode_request(&fragment).as_ref(), Ok(&request));
            }
            Err(refusal) => assert_eq!(refusal, Refusal::TooLongForLink),
        }
    }
    assert!((7_000..=8_000).contains(&longest), "{longest}");
}

#[test]
fn what_the_customer_types_is_theirs_and_goes_back() {
    let account = guest(&sample(), NAME);
    assert!(is_guest(&account));
    let model = change(&model(account), typed("b", "We copy orders by hand."));
    let written = asked(&model.account);
    assert!(written[1].own && written[1].text == "We copy orders by hand.");
    assert!(!written[0].own, "the draft was not touched");
    let reply = reply(&model.account, NAME, TODAY.into());
    let own: Vec<(&str, bool)> = reply.sections.iter().map(|answer| (answer.id.as_str(), answer.own)).collect();
    assert_eq!(own, [("a", false), ("b", true), ("c", true)]);
    assert_eq!((reply.case.as_str(), reply.account.as_str()), ("k3x.2", "Quillmoor"));
    let confirmed = change(&model, Changed::SectionAttributed { section: "a".into(), author: Author::Customer });
    assert!(self::reply(&confirmed.account, NAME, TODAY.into()).sections[0].own);
}

fn reply_of(account: &Account) -> Reply {
    reply(account, NAME, TODAY.into())
}

#[test]
fn what_was_written_survives_a_second_request() {
    let first = sample();
    let model = change(&model(guest(&first, NAME)), typed("b", "Ours"));
    let named = Changed::SoleTyped { kind: RowKind::Engagement, field: "answered-by".into(), text: "Ida".into() };
    let model = change(&model, named);
    let mut second = first.clone();
    second.sections[0].text = "A better draft".into();
    second.sections[1].text = "A draft for what was empty".into();
    second.sections.remove(2);
    let again = reopened(&model.account, &second, NAME);
    let texts: Vec<String> = asked(&again).into_iter().map(|asked| asked.text).collect();
    assert_eq!(texts, ["A better draft", "Ours", "Their words"], "what is no longer asked for stays too");
    assert_eq!(reply_of(&again).by, "Ida");
    assert_eq!(reopened(&again, &second, NAME), reopened(&reopened(&again, &second, NAME), &second, NAME));
}

#[test]
fn the_customers_side_is_kept_like_any_account() {
    let account = change(&model(guest(&sample(), NAME)), typed("b", "Ours")).account;
    let head =
        case::Head { playbook: "p".into(), playbook_version: "1".into(), saved: Day::parse(TODAY).expect("a day") };
    assert_eq!(case::read(&case::write(&account, &head)).map(|case| case.account), Ok((*account).clone()));
    assert_eq!(kept::read_state(&kept::write_state(&account)), Ok((*account).clone()));
    assert_eq!(kept::name_of(&account), "Quillmoor: your part");
}

#[test]
fn a_guest_never_takes_the_place_of_what_is_here() {
    let own = change(&model(Account::default()), typed("a", "Mine"));
    let next = update(&own, Action::GuestOpened { id: "guide-x".into(), account: Box::new(guest(&sample(), NAME)) });
    assert_eq!((next.case.as_str(), &next.origin), ("guide-x", &Origin::Own));
    assert!(next.left.iter().any(|left| left.account.sections.get("a").is_some_and(|section| section.text == "Mine")));
}

#[test]
fn how_an_answer_meets_what_is_here() {
    let answer = |was: &str, text: &str| Answer { was: was.into(), text: text.into(), ..Answer::default() };
    let cases = [
        ("", "", "", Meeting::Same),
        ("", "", "new", Meeting::Fresh),
        (" ", "", "new", Meeting::Fresh),
        ("draft", "draft", "draft", Meeting::Same),
        ("draft", "draft", "changed", Meeting::Theirs),
        ("draft 2", "draft", "changed", Meeting::Both),
        ("draft 2", "draft", "draft 2", Meeting::Same),
        ("draft", "draft", "", Meeting::Emptied),
        ("draft", "", "", Meeting::Same),
        ("draft 2\n\nchanged", "draft", "changed", Meeting::Same),
        ("unchanged", "draft", "changed", Meeting::Both),
    ];
    for (ours, was, theirs, expected) in cases {
        assert_eq!(meeting(ours, &answer(was, theirs)), expected, "{ours:?} {was:?} {theirs:?}");
    }
}

/// A few texts with all that could be mistaken for a seam.
const TEXTS: [&str; 9] = ["", " ", "a", "b", "a\n\nb", "b\n\na", "\n\n", "a\n\n", "=cmd()|<b>\u{202e}"];

#[test]
fn merging_again_changes_nothing_and_no_text_is_lost() {
    for ours in TEXTS {
        for author in [Author::Partner, Author::Customer] {
            for was in TEXTS {
                for theirs in TEXTS {
                    for own in [false, true] {
                        let mine = section(ours, author);
                        let (was, text) = (was.to_owned(), theirs.to_owned());
                        let answer = Answer { was, text, own: own && !theirs.trim().is_empty(), ..Answer::default() };
                        check(&mine, &answer);
                    }
                }
            }
        }
    }
}

fn check(mine: &SectionText, answer: &Answer) {
    for choice in [Choice::Ours, Choice::Theirs, Choice::Together] {
        let once = merged(mine, answer, choice);
        assert_eq!(merged(&once, answer, choice), once, "{mine:?} {answer:?} {choice:?}");
        if once.author == Author::Customer {
            let theirs = mine.author == Author::Customer || answer.own;
            assert!(theirs, "a draft passes as the customer's: {mine:?} {answer:?} {choice:?}");
        }
    }
    let together = merged(mine, answer, Choice::Together);
    assert!(together.text.contains(&mine.text) || mine.text.trim().is_empty());
    assert!(together.text.contains(&answer.text) || answer.text.trim().is_empty());
    // What is proposed drops a text of ours only when they have seen it.
    let met = meeting(&mine.text, answer);
    let kept = merged(mine, answer, proposed(met));
    if !kept.text.contains(&mine.text) && !mine.text.trim().is_empty() {
        assert_eq!(mine.text, answer.was, "{mine:?} {answer:?}");
    }
    if !kept.text.contains(answer.text.trim()) {
        assert!(matches!(met, Meeting::Emptied | Meeting::Same), "{mine:?} {answer:?}");
    }
}

#[test]
fn a_draft_that_came_back_as_it_went_stays_a_draft() {
    let mine = section("draft", Author::Partner);
    let answer = |own| Answer { was: "draft".into(), text: "draft".into(), own, ..Answer::default() };
    assert_eq!(merged(&mine, &answer(false), Choice::Ours).author, Author::Partner);
    assert_eq!(merged(&mine, &answer(true), Choice::Ours).author, Author::Customer);
    let typed = change(&model(Account::default()), typed("a", "theirs"));
    let taken = change(
        &typed,
        Changed::SectionsMerged {
            sections: vec![("a".into(), section("theirs", Author::Customer))],
            by: "Ida".into(),
            day: TODAY.into(),
        },
    );
    assert_eq!(taken.account.sections.get("a").map(|section| section.author), Some(Author::Customer));
    let noted: Vec<_> = row::of(&taken.account.rows, RowKind::Evidence).collect();
    assert_eq!((noted.len(), noted[0].text("who"), noted[0].text("subject")), (1, "Ida", "a"));
    let edited = change(&taken, self::typed("a", "theirs, polished by us"));
    assert_eq!(edited.account.sections.get("a").map(|section| section.author), Some(Author::Partner));
}

#[test]
fn what_is_no_guide_is_refused() {
    let good = guide::write_request(&sample(), true);
    let bad = [
        (String::new(), Refusal::ForeignFile),
        ("hello".into(), Refusal::ForeignFile),
        (good.replace("guide-request", "case"), Refusal::ForeignFile),
        (good.replace("\"version\": 1", "\"version\": 2"), Refusal::NewerFile),
        (good.replace("\"version\": 1", "\"version\": 0"), Refusal::DamagedFile),
        (good.replace("k3x.2", "k3x/2"), Refusal::DamagedFile),
        (good.replace("k3x.2", ""), Refusal::DamagedFile),
        (good.replace("\"id\": \"b\"", "\"id\": \"a\""), Refusal::DamagedFile),
        (good.replace("\"own\": true", "\"own\": 1"), Refusal::DamagedFile),
        (good.replace("\"partner\"", "\"score\": \"9\", \"partner\""), Refusal::DamagedFile),
        (good.replace("A draft", &"x".repeat(bounds::TEXT + 1)), Refusal::DamagedFile),
        (" ".repeat(bounds::FILE + 1), Refusal::OversizedFile),
        (good[..good.len() / 2].to_owned(), Refusal::DamagedFile),
    ];
    for (text, refusal) in bad {
        assert_ne!(text, good);
        assert_eq!(guide::read(&text), Err(refusal), "{:.200}", text);
    }
    let reply = guide::write_reply(&reply_of(&guest(&sample(), NAME)));
    for day in ["2026-02-30", "yesterday", ""] {
        assert_eq!(guide::read(&reply.replace(TODAY, day)), Err(Refusal::DamagedFile));
    }
    let fragment = link::encode_request(&sample()).expect("short enough");
    assert_eq!(link::decode_request(&fragment.replace("g1.", "g2.")), Err(Refusal::NewerLink));
    assert_eq!(link::decode_request(&fragment[..fragment.len() - 4]), Err(Refusal::DamagedLink));
    assert_eq!(link::decode_request("v1.abc"), Err(Refusal::ForeignLink));
}

/// Long texts, emoji, text from right to left and markup are kept to the letter.
#[test]
fn any_text_is_kept() {
    for text in [
        "=cmd()|' /C calc'!A0",
        "<script>alert(1)</script>",
        "שלום \u{202e}🎯👩‍👩‍👧",
        "\u{0}\u{7}\t\"\\",
        &"ü".repeat(10_000),
    ] {
        let mut request = sample();
        request.sections[0].text = text.to_owned();
        assert_eq!(guide::read(&guide::write_request(&request, true)), Ok(Guide::Request(request.clone())));
        let account = guest(&request, NAME);
        assert_eq!(asked(&account)[0].text, text);
        let reply = reply_of(&account);
        assert_eq!(guide::read(&guide::write_reply(&reply)), Ok(Guide::Reply(reply)));
    }
}

/// Every other text of a full case is marked, and none of the marks is in what goes out.
#[test]
fn a_request_tells_nothing_of_the_case_but_the_sections() {
    let playbook = Playbook::embedded();
    let mut account = Account::default();
    for question in &playbook.data.questions {
        account.entries.insert(question.id.clone(), Entry::Text("SECRET".into()));
    }
    account.entries.insert("account.name".into(), Entry::Text("Quillmoor".into()));
    let secret = || "SECRET".to_owned();
    account.people = vec![Person { name: secret(), title: secret(), contact: secret(), ..Person::default() }];
    account.settings.insert("weight".into(), secret());
    for section in &playbook.data.sections {
        let text = if section.author == AuthorData::Customer { "Open".to_owned() } else { secret() };
        account.sections.insert(section.id.clone(), self::section(&text, Author::Partner));
    }
    for (key, kind) in (1..).zip(RowKind::ALL.into_iter().filter(|kind| *kind != RowKind::Asked)) {
        let mut row = Row::new(key, kind, None);
        let open = |field: &str| kind == RowKind::Engagement && field == "partner";
        for field in kind.shape().texts {
            row.fields.insert((*field).to_owned(), if open(field) { "Brightwire".into() } else { secret() });
        }
        for field in kind.shape().inputs {
            row.fields.insert((*field).to_owned(), secret());
        }
        account.rows.push(row.into());
    }
    let model = model(account);
    let asked = request(&model);
    assert_eq!(
        (asked.partner.as_str(), asked.account.as_str(), asked.case.as_str()),
        ("Brightwire", "Quillmoor", model.case.as_str())
    );
    assert_eq!(asked.sections.len(), 4, "the four sections in the customer's own words");
    assert!(!guide::write_request(&asked, true).contains("SECRET"));
    let both = update(&model, Action::Toggled(Part::AskBoth));
    assert_eq!(request(&both).sections.len(), 4 + 7);
}
