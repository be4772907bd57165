//! From a file to rows: what is understood becomes lanes, steps and ways; the rest is listed.
use super::tree::{self, Element, Refusal};
use super::{STEPS, rows};
use crate::domain::problem::Problem;
use crate::domain::process::{How, Side};
use crate::domain::row::{Row, Rows};

/// So many sentences say enough.
const SENTENCES: usize = 40;

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// One process with its lanes and steps, to be added to an account's rows.
    pub rows: Vec<Row>,
    /// What was not understood, in sentences.
    pub left_out: Vec<String>,
}

/// What became of an element of the process.
pub enum Role {
    Start,
    Step(How),
    /// Flows go through it: an event in between, or a gateway where ways come together.
    Through,
    End,
}

pub struct Node<'a> {
    pub id: &'a str,
    pub element: &'a Element,
    pub role: Role,
}

pub struct Flow<'a> {
    pub from: &'a str,
    pub to: &'a str,
    pub element: &'a Element,
}

/// Reads a process; `side` is where its steps go unless the file itself says so. `known` are the account's rows.
///
/// # Errors
/// Says why the file can't be read at all.
pub fn read(text: &str, side: Side, known: &Rows) -> Result<Imported, Problem> {
    let root = tree::parse(text).map_err(refused)?;
    if !root.is("definitions") {
        return Err(problem(
            "This is XML, but not a BPMN file",
            "Export the process as BPMN 2.0 XML and open that file",
        ));
    }
    let mut left_out = Vec::new();
    let processes: Vec<&Element> = root.all("process").collect();
    let holds = |process: &&&Element| process.children.iter().any(|child| matches!(role(child), Some(Role::Step(_))));
    let Some(process) = processes.iter().find(holds).or(processes.first()) else {
        return Err(problem("There is no process in this file", "Export a process with its steps as BPMN 2.0 XML"));
    };
    for other in processes.iter().filter(|other| !std::ptr::eq(**other, *process)) {
        let steps = other.children.iter().filter(|child| matches!(role(child), Some(Role::Step(_)))).count();
        if steps > 0 {
            left_out
                .push(format!("The process {} with {steps} steps was left out: one is read at a time.", title(other)));
        }
    }
    let mut nodes: Vec<Node> = Vec::new();
    for element in &process.children {
        if let Some(role) = role(element) {
            nodes.push(Node { id: element.attribute("id"), element, role });
        }
    }
    let flow = |element| Flow { from: attribute(element, "sourceRef"), to: attribute(element, "targetRef"), element };
    let flows: Vec<Flow> = process.all("sequenceFlow").map(flow).collect();
    if nodes.iter().filter(|node| matches!(node.role, Role::Step(_))).count() > STEPS {
        return Err(problem("This process has more than 2,000 steps", "Split it and open the parts one by one"));
    }
    if !nodes.iter().any(|node| matches!(node.role, Role::Step(_))) {
        return Err(problem("This process has no steps", "Open a file with tasks in it"));
    }
    other_elements(&root, process, &mut left_out);
    let name = root.all("collaboration").flat_map(|all| all.all("participant"));
    let name = name.filter(|pool| pool.attribute("processRef") == process.attribute("id"));
    let name = name.map(|pool| pool.attribute("name")).find(|name| !name.is_empty());
    let name = name.unwrap_or(process.attribute("name"));
    let rows = rows::build(rows::Source { process, name, nodes, flows, side, known }, &mut left_out);
    if left_out.len() > SENTENCES {
        let more = left_out.len() - SENTENCES;
        left_out.truncate(SENTENCES);
        left_out.push(format!("And {more} more of this kind."));
    }
    Ok(Imported { rows, left_out })
}

fn attribute<'a>(element: &'a Element, name: &str) -> &'a str {
    element.attribute(name)
}

fn problem(message: &str, hint: &str) -> Problem {
    Problem::error("bpmn", message, hint)
}

fn refused(refusal: Refusal) -> Problem {
    match refusal {
        Refusal::TooLarge => problem("This file is too large to be a process", "Open a file of at most 8 MB"),
        Refusal::TooDeep => {
            problem("This file is nested too deeply to be a process", "Export it again as BPMN 2.0 XML")
        }
        Refusal::DocumentType => problem(
            "This file declares a document type, which BPMN doesn’t need and which can do harm",
            "Take out the DOCTYPE, or export the process again",
        ),
        Refusal::Broken(at) => problem(
            &format!("This is not well-formed XML: it breaks off or goes wrong near character {at}"),
            "Export the process again as BPMN 2.0 XML",
        ),
    }
}

/// What an element of a process becomes; nothing for what is no part of the flow.
fn role(element: &Element) -> Option<Role> {
    if element.space != tree::Space::Bpmn {
        return None;
    }
    Some(match element.name.as_str() {
        "startEvent" => Role::Start,
        "endEvent" => Role::End,
        "task" | "userTask" | "manualTask" | "subProcess" | "adHocSubProcess" | "transaction" | "callActivity" => {
            Role::Step(How::Manual)
        }
        "serviceTask" | "scriptTask" | "sendTask" | "receiveTask" | "businessRuleTask" => Role::Step(How::Automatic),
        "exclusiveGateway" | "inclusiveGateway" | "eventBasedGateway" | "complexGateway" => {
            let decides = element.row().is_some() || element.all("outgoing").count() > 1;
            if decides { Role::Step(How::Decision) } else { Role::Through }
        }
        "parallelGateway" | "intermediateCatchEvent" | "intermediateThrowEvent" => Role::Through,
        _ => return None,
    })
}

/// “Name”, or its id where it has none.
pub fn title(element: &Element) -> String {
    let name = [element.attribute("name"), element.attribute("id")].into_iter().find(|name| !name.trim().is_empty());
    let short: String = name.unwrap_or("without a name").chars().take(80).collect();
    ["“", short.trim(), "”"].concat()
}

/// Counts what has no place here, by kind.
fn other_elements(root: &Element, process: &Element, left_out: &mut Vec<String>) {
    let mut kinds: Vec<(String, Vec<String>)> = Vec::new();
    let mut count = |kind: &str, element: &Element| {
        let named = || !element.attribute("name").trim().is_empty();
        let name = if named() { title(element) } else { String::new() };
        match kinds.iter_mut().find(|(own, _)| own == kind) {
            Some((_, names)) => names.push(name),
            None => kinds.push((kind.to_owned(), vec![name])),
        }
    };
    let silent = ["extensionElements", "laneSet", "sequenceFlow", "participant"];
    let collaborations = root.all("collaboration").flat_map(|all| &all.children);
    for element in process.children.iter().chain(collaborations) {
        let through = matches!(role(element), Some(Role::Through)) && !element.name.ends_with("Gateway");
        if element.space != tree::Space::Own
            && (through || role(element).is_none())
            && !silent.contains(&element.name.as_str())
        {
            count(&element.name, element);
        }
        if ["subProcess", "adHocSubProcess", "transaction"].contains(&element.name.as_str())
            && element.children.iter().any(|child| role(child).is_some())
        {
            left_out.push(format!("What is inside {} was left out: it is read as one step.", title(element)));
        }
        if element.is("parallelGateway") && element.all("outgoing").count() > 1 {
            let message = "goes on to several steps at once: only the first way is followed.";
            left_out.push(format!("The parallel gateway {} {message}", title(element)));
        }
        if matches!(element.name.as_str(), "inclusiveGateway" | "eventBasedGateway" | "complexGateway")
            && matches!(role(element), Some(Role::Step(_)))
        {
            left_out.push(format!("The {} {} is read as a decision.", words(&element.name), title(element)));
        }
    }
    for (kind, names) in kinds {
        let shown: Vec<&str> = names.iter().filter(|name| !name.is_empty()).take(3).map(String::as_str).collect();
        let which = if shown.is_empty() { String::new() } else { [" (", &shown.join(", "), ")"].concat() };
        let (count, plural) = (names.len(), if names.len() == 1 { " was" } else { "s were" });
        left_out.push(format!("{count} {}{plural} left out{which}.", words(&kind)));
    }
}

/// "intermediateCatchEvent" as "intermediate catch event".
fn words(name: &str) -> String {
    let mut words = String::new();
    for c in name.chars().take(60) {
        if c.is_ascii_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.push(c.to_ascii_lowercase());
    }
    words
}
