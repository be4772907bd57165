//! The part for the business case: nothing doubled, nothing missing, every figure readable, in order and within what
//! its field can be.
use super::process;
use super::texts::Texts;
use crate::domain::number::{self, Unit};
use crate::domain::quantity::Quantity;
use crate::domain::row::{RowKind, Shape};
use crate::playbook::data::{
    BenefitData, DefaultData, DriverKindData, FieldData, FigureData, GrainData, KindData, PlaybookData, UnitData,
    UseCaseData, ValueData,
};

pub(super) fn sizes(value: &ValueData, count: &mut impl FnMut(&str, usize, usize, usize)) {
    count("settings of the business case", value.defaults.len(), 0, 60);
    count("drivers", value.drivers.len(), 1, 6);
    count("types of cost", value.costs.len(), 1, 5);
    count("inputs of processes", value.inputs.len(), 0, 60);
    count("use cases", value.use_cases.len(), 0, 200);
    count("feeds", value.feeds.len(), 0, 4);
    let drivers = value.drivers.iter().map(|driver| (&driver.id, driver.inputs.len()));
    for (id, inputs) in drivers.chain(value.costs.iter().map(|cost| (&cost.id, cost.inputs.len()))) {
        count(&format!("inputs of “{id}”"), inputs, 1, 20);
    }
    for UseCaseData { id, departments, apps, process, benefits, .. } in &value.use_cases {
        count(&format!("departments of “{id}”"), departments.len(), 1, 20);
        count(&format!("apps of “{id}”"), apps.len(), 0, 40);
        count(&format!("roles of “{id}”"), process.roles.len(), 0, 20);
        count(&format!("lanes of “{id}”"), process.lanes.len(), 1, 20);
        count(&format!("steps before of “{id}”"), process.before.len(), 1, 200);
        count(&format!("steps after of “{id}”"), process.after.len(), 0, 200);
        count(&format!("benefits of “{id}”"), benefits.len(), 0, 10);
    }
}

pub(super) fn ids(value: &ValueData) -> Vec<&str> {
    let mut ids: Vec<&str> = fields(value).map(|(field, _)| field.id.as_str()).collect();
    for driver in &value.drivers {
        ids.push(&driver.id);
        ids.extend(driver.caution.iter().map(|caution| caution.id.as_str()));
    }
    ids.extend(value.costs.iter().map(|cost| cost.id.as_str()));
    for use_case in &value.use_cases {
        ids.push(&use_case.id);
        ids.extend(use_case.process.note.iter().map(|note| note.id.as_str()));
        ids.extend(use_case.benefits.iter().map(|benefit| benefit.id.as_str()));
    }
    ids.extend(value.feeds.iter().map(|feed| feed.id.as_str()));
    ids
}

/// Every field with the kind of row that it must be a field of; a field of `inputs` names the kind itself.
fn fields(value: &ValueData) -> impl Iterator<Item = (&FieldData, Option<RowKind>)> {
    let settings = value.defaults.iter().map(|setting| (&setting.about, Some(RowKind::Plan)));
    let drivers = value.drivers.iter().flat_map(|driver| &driver.inputs).map(|field| (field, Some(RowKind::Benefit)));
    let costs = value.costs.iter().flat_map(|cost| &cost.inputs).map(|field| (field, Some(RowKind::Cost)));
    settings.chain(drivers).chain(costs).chain(value.inputs.iter().map(|field| (field, None)))
}

pub(super) fn texts(value: &ValueData, texts: &mut Texts) {
    for (field, _) in fields(value) {
        texts.at(&field.id);
        texts.said("label", &field.label);
        texts.said("text", &field.text);
        texts.source(&field.source);
    }
    for setting in &value.defaults {
        texts.at(&setting.about.id);
        texts.figure(&setting.figure);
        setting.options.iter().for_each(|option| texts.said("label of an option", &option.label));
    }
    for driver in &value.drivers {
        texts.at(&driver.id);
        texts.said("name", &driver.name);
        texts.said("text", &driver.text);
        texts.source(&driver.source);
        texts.entries(&driver.caution);
    }
    for cost in &value.costs {
        texts.at(&cost.id);
        texts.said("name", &cost.name);
        texts.said("text", &cost.text);
        texts.source(&cost.source);
    }
    value.use_cases.iter().for_each(|use_case| use_case_texts(use_case, texts));
    for feed in &value.feeds {
        texts.at(&feed.id);
        texts.said("text", &feed.text);
        texts.source(&feed.source);
    }
    if let Some(grain) = &value.grain {
        texts.at("grain");
        texts.source(&grain.source);
    }
}

fn use_case_texts(use_case: &UseCaseData, texts: &mut Texts) {
    let process = &use_case.process;
    texts.at(&use_case.id);
    texts.said("name", &use_case.name);
    texts.said("text", &use_case.text);
    texts.said("name of the process", &process.name);
    texts.figure(&process.volume);
    for role in &process.roles {
        texts.said("name of a role", &role.name);
        texts.figure(&role.hourly_cost);
    }
    process.lanes.iter().for_each(|lane| texts.said("name of a lane", &lane.name));
    for step in process.before.iter().chain(&process.after) {
        texts.said("name of a step", &step.name);
        step.branches.iter().for_each(|branch| texts.said("label of a branch", &branch.label));
        process::figures(step).for_each(|(_, figure)| texts.figure(figure));
    }
    [&use_case.source, &process.source, &process.figure_source].into_iter().for_each(|source| texts.source(source));
    texts.entries(&process.note);
    for benefit in &use_case.benefits {
        texts.at(&benefit.id);
        texts.said("name", &benefit.name);
        texts.source(&benefit.source);
        benefit.figures.iter().for_each(|named| texts.figure(&named.figure));
    }
}

pub(super) fn check(data: &PlaybookData, value: &ValueData, faults: &mut Vec<String>) {
    kinds(value, faults);
    for (field, kind) in fields(value) {
        about(field, kind, faults);
    }
    value.defaults.iter().for_each(|setting| setting_figure(setting, faults));
    for use_case in &value.use_cases {
        departments_and_apps(data, use_case, faults);
        process::check(value, use_case, faults);
        use_case.benefits.iter().for_each(|own| benefit(value, use_case, own, faults));
    }
    value.grain.iter().for_each(|own| grain(own, faults));
    for feed in &value.feeds {
        if !data.sections.iter().any(|section| section.id == feed.section) {
            faults.push(format!("“{}” names the section “{}”, which doesn't exist", feed.id, feed.section));
        }
    }
}

/// The less is known, the coarser.
fn grain(grain: &GrainData, faults: &mut Vec<String>) {
    let shares = grain.shares().map(|(_, share)| figure(share, UnitData::Percent));
    let most = Quantity::whole(100);
    if shares.iter().any(|share| share.is_none_or(|share| share > most)) || !shares.is_sorted() {
        faults.push("The grain needs four percentages up to 100, each at least the one before".into());
    }
}

/// Each kind of driver, cost, setting and feed once.
fn kinds(value: &ValueData, faults: &mut Vec<String>) {
    fn twice<T: PartialEq>(of: impl Iterator<Item = (T, String)>, faults: &mut Vec<String>) {
        let mut seen: Vec<T> = Vec::new();
        for (kind, id) in of {
            if seen.contains(&kind) {
                faults.push(format!("“{id}” is the second of its kind"));
            }
            seen.push(kind);
        }
    }
    twice(value.drivers.iter().map(|driver| (driver.kind, driver.id.clone())), faults);
    twice(value.costs.iter().map(|cost| (cost.kind, cost.id.clone())), faults);
    twice(value.feeds.iter().map(|feed| (feed.from, feed.id.clone())), faults);
    let fields = |fields: &[FieldData], faults: &mut Vec<String>| {
        twice(fields.iter().map(|field| (field.field.clone(), field.id.clone())), faults);
    };
    twice(value.defaults.iter().map(|own| (own.about.field.clone(), own.about.id.clone())), faults);
    value.drivers.iter().for_each(|driver| fields(&driver.inputs, faults));
    value.costs.iter().for_each(|cost| fields(&cost.inputs, faults));
    fields(&value.inputs, faults);
}

fn about(field: &FieldData, kind: Option<RowKind>, faults: &mut Vec<String>) {
    let (kind, name) = match (kind, field.field.split_once('.')) {
        (Some(kind), _) => (Some(kind), field.field.as_str()),
        (None, Some((kind, name))) => (RowKind::parse(kind), name),
        (None, None) => (None, ""),
    };
    let holds =
        |shape: &Shape| shape.inputs.contains(&name) || kind == Some(RowKind::Plan) && shape.texts.contains(&name);
    if !kind.is_some_and(|kind| holds(kind.shape())) {
        faults.push(format!("“{}” is about the field “{}”, which doesn't exist", field.id, field.field));
    }
    if field.unit == UnitData::Text {
        if !(field.least.is_empty() && field.most.is_empty()) {
            faults.push(format!("“{}” is a text, which has no least and most", field.id));
        }
        return;
    }
    match (figure(&field.least, field.unit), figure(&field.most, field.unit)) {
        (Some(least), Some(most)) if least < most => {}
        _ => faults.push(format!("The least and the most of “{}” must be two figures in order", field.id)),
    }
}

fn setting_figure(setting: &DefaultData, faults: &mut Vec<String>) {
    let DefaultData { about, figure, options } = setting;
    if about.unit != UnitData::Text {
        range(&about.id, about, figure, faults);
        if !options.is_empty() {
            faults.push(format!("“{}” is a figure, which has no options", about.id));
        }
        return;
    }
    if figure.likely.trim().is_empty() || !(figure.low.is_empty() && figure.high.is_empty()) {
        faults.push(format!("“{}” needs one text to start from", about.id));
    }
    if !options.is_empty() && !options.iter().any(|option| option.id == figure.likely) {
        faults.push(format!("“{}” starts from “{}”, which isn't among its options", about.id, figure.likely));
    }
}

fn departments_and_apps(data: &PlaybookData, use_case: &UseCaseData, faults: &mut Vec<String>) {
    let choices = data.questions.iter().filter(|question| question.kind == KindData::Several);
    let options: Vec<&String> = choices.flat_map(|question| &question.options).map(|option| &option.id).collect();
    for department in use_case.departments.iter().filter(|department| !options.contains(department)) {
        faults.push(format!("“{}” names the department “{department}”, which no question offers", use_case.id));
    }
    for app in use_case.apps.iter().filter(|app| !data.apps.iter().any(|known| known.id == **app)) {
        faults.push(format!("“{}” names the app “{app}”, which doesn't exist", use_case.id));
    }
}

fn benefit(value: &ValueData, use_case: &UseCaseData, benefit: &BenefitData, faults: &mut Vec<String>) {
    let id = &benefit.id;
    let Some(driver) = value.drivers.iter().find(|driver| driver.kind == benefit.driver) else {
        return faults.push(format!("“{id}” has a driver that is not among the drivers"));
    };
    let takes_hours = matches!(benefit.driver, DriverKindData::Time | DriverKindData::Errors);
    if benefit.of_process && !takes_hours {
        faults.push(format!("“{id}” rests on the process, which only released time and avoided errors do"));
    }
    if let Some(role) = &benefit.role
        && !use_case.process.roles.iter().any(|own| own.id == *role)
    {
        faults.push(format!("“{id}” names the role “{role}”, which its process doesn't have"));
    }
    let counted = |field: &str| field == "volume";
    if benefit.per.is_some() != benefit.figures.iter().any(|named| counted(&named.field)) {
        faults.push(format!("“{id}” needs a volume and a period together"));
    }
    for named in &benefit.figures {
        match driver.inputs.iter().find(|input| input.field == named.field) {
            Some(input) => range(id, input, &named.figure, faults),
            None => faults.push(format!("“{id}” gives “{}”, which “{}” doesn't take", named.field, driver.id)),
        }
    }
    let mut seen: Vec<&str> = Vec::new();
    for named in &benefit.figures {
        if seen.contains(&named.field.as_str()) {
            faults.push(format!("“{id}” gives “{}” twice", named.field));
        }
        seen.push(&named.field);
    }
}

/// Low, likely and high in order, and within what the field can be.
pub(super) fn range(id: &str, field: &FieldData, given: &FigureData, faults: &mut Vec<String>) {
    let ends = [&given.low, &given.high];
    let single = ends.iter().all(|end| end.is_empty());
    let read = |text: &str| figure(text, field.unit);
    let likely = read(&given.likely);
    let (low, high) = if single { (likely, likely) } else { (read(&given.low), read(&given.high)) };
    let (Some(low), Some(likely), Some(high)) = (low, likely, high) else {
        return faults.push(format!("In “{id}” the figure of “{}” can't be read", field.field));
    };
    if !(low <= likely && likely <= high && (single || low < high)) {
        faults.push(format!("In “{id}” the figure of “{}” is out of order: low, likely, high", field.field));
    }
    if let (Some(least), Some(most)) = (read(&field.least), read(&field.most))
        && !(least <= low && high <= most)
    {
        faults.push(format!("In “{id}” the figure of “{}” is beyond its least or most", field.field));
    }
}

/// One figure that isn't below zero; finer than a hundredth only where it is money.
fn figure(text: &str, unit: UnitData) -> Option<Quantity> {
    let read = |unit| number::read(text, unit).ok().and_then(|span| span.single());
    match unit {
        UnitData::Percent => read(Unit::Percent).filter(|share| !share.is_negative()),
        UnitData::Money => read(Unit::Money).or_else(|| read(Unit::Rate)),
        UnitData::Text => None,
        _ => read(Unit::Money),
    }
}
