//! The plan of a proof along its days: the window, each prerequisite and each step with its day, and the days on which
//! nobody works.
use super::{Anchor, Area, Fill, Ink, NARROW, SMALL, Scene, Shape, measure, strings};
use crate::domain::date::Day;
use crate::domain::poc::Window;
use crate::domain::pov::{Event, EventKind, Phase, Plan};

/// More days than this are drawn without the free ones: they would be thinner than a line.
const FINE: i32 = 150;
/// The size of a mark.
const MARK: f64 = 12.0;

/// What stands at a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Prerequisite,
    Meeting,
    Review,
    Decision,
}

struct Entry {
    label: String,
    /// What it is, for the table.
    kind: &'static str,
    who: String,
    day: Option<Day>,
    done: bool,
    sign: Sign,
}

struct Group {
    title: &'static str,
    entries: Vec<Entry>,
}

/// Where the days lie.
struct Days {
    first: Day,
    last: Day,
    left: f64,
    width: f64,
}

impl Days {
    /// The middle of a day.
    fn at(&self, day: Day) -> f64 {
        self.edge(day) + self.wide() / 2.0
    }

    /// Where a day begins.
    fn edge(&self, day: Day) -> f64 {
        let from = day.0.clamp(self.first.0, self.last.0 + 1) - self.first.0;
        self.left + f64::from(from) * self.wide()
    }

    fn wide(&self) -> f64 {
        self.width / f64::from((self.last.0 - self.first.0 + 1).max(1))
    }
}

/// Without any day there is nothing to draw but the words that say so.
pub fn timeline(plan: &Plan, window: &Window, today: Day, width: f64) -> Scene {
    let groups = groups(plan);
    let mut scene = Scene::new("The plan on a timeline", description(plan, window), width);
    scene.table = table(plan, &groups);
    let Some((first, last)) = ends(plan, &groups) else {
        scene.add(Shape::text((0.0, 14.0), "No day is set yet.", Anchor::Start, SMALL, Ink::Muted));
        scene.height = 20.0;
        return scene;
    };
    let beside = scene.width >= NARROW;
    let left = if beside { (scene.width * 0.43).min(340.0) } else { 0.0 };
    let days = Days { first: first.plus(-1), last: last.plus(1), left: left + 6.0, width: scene.width - left - 12.0 };
    let top = legend(&mut scene) + 14.0;
    let rows = Rows { beside, left, tall: if beside { 26.0 } else { 40.0 } };
    let body = top + 22.0;
    let height = rows.height(&groups);
    ground(&mut scene, &days, plan, (body, height));
    weeks(&mut scene, &days, top + 10.0, (body, height));
    // Before the labels, which stay readable on it.
    if days.first < today && today < days.last {
        let x = days.at(today);
        scene.add(Shape::dashed((x, body), (x, body + height), Ink::Bad));
        note(&mut scene, x, body + height + 14.0, "Today");
    }
    let mut y = body + 4.0;
    window_row(&mut scene, &rows, &days, plan, &mut y);
    for group in groups.iter().filter(|group| !group.entries.is_empty()) {
        scene.add(Shape::bold((0.0, y + 16.0), group.title, Anchor::Start, SMALL, Ink::Text));
        y += 24.0;
        for entry in &group.entries {
            row(&mut scene, &rows, &days, entry, y);
            y += rows.tall;
        }
    }
    scene.height = body + height + 20.0;
    scene
}

struct Rows {
    beside: bool,
    left: f64,
    tall: f64,
}

impl Rows {
    fn height(&self, groups: &[Group]) -> f64 {
        let filled = groups.iter().filter(|group| !group.entries.is_empty());
        let rows: f64 = filled.map(|group| 24.0 + self.tall * group.entries.len() as f64).sum();
        rows + self.tall + 12.0
    }

    /// Puts a label where it belongs, and tells the middle of what it names.
    fn label(&self, scene: &mut Scene, text: &str, y: f64) -> f64 {
        let (room, base, middle) =
            if self.beside { (self.left - 8.0, y + 15.0, y + 11.0) } else { (scene.width, y + 12.0, y + 27.0) };
        let text = measure::cut(text, SMALL, room);
        if !self.beside {
            // Days on which nobody works lie below: the letters stay readable on them.
            let wide = (measure::width(&text, SMALL) + 4.0).min(scene.width);
            scene.add(Shape::rect(Area::new(0.0, y, wide, 16.0), Fill::Solid(Ink::Paper), None));
        }
        scene.add(Shape::text((0.0, base), text, Anchor::Start, SMALL, Ink::Text));
        middle
    }
}

fn groups(plan: &Plan) -> [Group; 4] {
    let named = |text: &str, else_: &str| if text.is_empty() { else_.to_owned() } else { text.to_owned() };
    let prerequisites = plan.prerequisites.iter().map(|one| Entry {
        label: named(&one.what, "Unnamed prerequisite"),
        kind: "Prerequisite",
        who: one.who.clone(),
        day: one.available,
        done: one.done,
        sign: Sign::Prerequisite,
    });
    let entry = |event: &Event| Entry {
        label: named(&event.name, "Unnamed step"),
        kind: match event.kind {
            EventKind::Meeting => "Step",
            EventKind::Legal => "Legal review",
            EventKind::It => "IT review",
            EventKind::Decision => "Decision meeting",
        },
        who: event.who.clone(),
        day: event.day,
        done: event.done,
        sign: match event.kind {
            EventKind::Meeting => Sign::Meeting,
            EventKind::Legal | EventKind::It => Sign::Review,
            EventKind::Decision => Sign::Decision,
        },
    };
    let of = |phase: Phase| plan.events.iter().filter(|event| event.phase == phase).map(entry).collect::<Vec<_>>();
    let mut execute = of(Phase::Execute);
    // A meeting that is booked as the plan's own day stands there once.
    if let Some(day) = plan.days.decision
        && !plan.events.iter().any(|event| event.kind == EventKind::Decision && event.day == Some(day))
    {
        let (label, kind) = ("Decision meeting".to_owned(), "Decision meeting");
        execute.push(Entry { label, kind, who: String::new(), day: Some(day), done: false, sign: Sign::Decision });
    }
    [
        Group { title: "Prerequisites", entries: prerequisites.collect() },
        Group { title: "Prepare", entries: of(Phase::Prepare) },
        Group { title: "Execute", entries: execute },
        Group { title: "Follow up", entries: of(Phase::FollowUp) },
    ]
}

/// The first and the last day that anything is known of; days that are typed wrong by centuries are left out.
fn ends(plan: &Plan, groups: &[Group]) -> Option<(Day, Day)> {
    let own = [plan.days.start, plan.days.end].into_iter().flatten();
    let all: Vec<Day> =
        own.chain(groups.iter().flat_map(|group| &group.entries).filter_map(|entry| entry.day)).collect();
    let anchor = plan.days.start.or(plan.days.end).or_else(|| all.first().copied())?;
    let near = all.iter().filter(|day| (day.0 - anchor.0).abs() <= 800);
    Some((near.clone().min().copied()?, near.max().copied()?))
}

fn description(plan: &Plan, window: &Window) -> String {
    let day = |day: Option<Day>| day.map_or_else(|| "an open day".to_owned(), Day::in_words);
    let length = plan.days.start.zip(plan.days.end).map_or_else(String::new, |(start, end)| {
        format!(", {} days; {} is ideal and {} the most", end.0 - start.0, window.ideal, window.most)
    });
    let decision = match plan.decision() {
        Some(day) => format!("decided on {}", day.in_words()),
        None => "without a decision meeting".to_owned(),
    };
    format!("The proof runs from {} to {}{length}, {decision}.", day(plan.days.start), day(plan.days.end))
}

fn table(plan: &Plan, groups: &[Group]) -> super::Twin {
    let day = |day: Option<Day>| day.map_or_else(|| "Open".to_owned(), Day::in_words);
    let fixed = [("Start", plan.days.start), ("End", plan.days.end)];
    let mut rows: Vec<(Option<Day>, Vec<String>)> = fixed
        .into_iter()
        .filter(|(_, day)| day.is_some())
        .map(|(name, own)| (own, vec![name.to_owned(), day(own), "Window".to_owned(), String::new(), String::new()]))
        .collect();
    for group in groups {
        rows.extend(group.entries.iter().map(|entry| {
            let what = if entry.kind == "Step" { group.title } else { entry.kind };
            let state = if entry.done { "Done" } else { "Open" };
            (entry.day, vec![entry.label.clone(), day(entry.day), what.to_owned(), entry.who.clone(), state.to_owned()])
        }));
    }
    rows.sort_by_key(|(day, _)| (day.is_none(), *day));
    let rows = rows.into_iter().map(|(_, row)| row).collect();
    super::Twin { head: strings(&["What", "When", "Kind", "Who", "State"]), rows }
}

/// What the marks mean. Filled is done.
fn legend(scene: &mut Scene) -> f64 {
    let items = [
        (Some((Sign::Prerequisite, false)), "Prerequisite"),
        (Some((Sign::Meeting, false)), "Step"),
        (Some((Sign::Review, false)), "Review"),
        (Some((Sign::Decision, false)), "Decision"),
        (Some((Sign::Meeting, true)), "Done when filled"),
        (None, "Nobody works"),
    ];
    let (mut x, mut y) = (0.0, 0.0);
    for (mark, word) in items {
        let wide = 20.0 + measure::width(word, SMALL) + 16.0;
        if x > 0.0 && x + wide > scene.width {
            (x, y) = (0.0, y + 22.0);
        }
        match mark {
            Some((sign, done)) => sign_at(scene, sign, done, (x + 7.0, y + 8.0)),
            None => scene.add(Shape::rect(Area::new(x, y + 1.0, 14.0, 14.0), Fill::Solid(Ink::Band), Some(Ink::Line))),
        }
        scene.add(Shape::text((x + 20.0, y + 12.0), word, Anchor::Start, SMALL, Ink::Text));
        x += wide;
    }
    y + 22.0
}

/// Days on which nobody works, side by side as one.
fn ground(scene: &mut Scene, days: &Days, plan: &Plan, (top, height): (f64, f64)) {
    if days.last.0 - days.first.0 > FINE {
        return;
    }
    let mut free: Option<Day> = None;
    for at in days.first.0..=days.last.0 + 1 {
        let day = Day(at);
        let works = day > days.last || plan.calendar.is_working(day);
        match (free, works) {
            (None, false) => free = Some(day),
            (Some(from), true) => {
                let area = Area::new(days.edge(from), top, days.edge(day) - days.edge(from), height);
                scene.add(Shape::rect(area, Fill::Solid(Ink::Band), None));
                free = None;
            }
            _ => {}
        }
    }
}

/// A line at each Monday, or at every so many, with its day where it has room.
fn weeks(scene: &mut Scene, days: &Days, base: f64, (top, height): (f64, f64)) {
    // 1970-01-05 was a Monday.
    let monday = |day: Day| day.plus(-(day.0 - 4).rem_euclid(7));
    let step = (days.last.0 - days.first.0) / 60 + 1;
    let mut free = f64::MIN;
    let mut day = monday(days.first);
    while day <= days.last {
        if day >= days.first {
            let x = days.edge(day);
            scene.add(Shape::line((x, top), (x, top + height), Ink::Line));
            let word = short(day);
            let wide = measure::width(&word, SMALL);
            let at = x.min(scene.width - wide);
            if at >= free {
                scene.add(Shape::text((at, base), word, Anchor::Start, SMALL, Ink::Muted));
                free = at + wide + 8.0;
            }
        }
        day = day.plus(7 * step);
    }
}

/// "Mar 1"
fn short(day: Day) -> String {
    let full = day.in_words();
    let (month, rest) = full.split_once(' ').unwrap_or((&full, ""));
    let month: String = month.chars().take(3).collect();
    [&month, " ", rest.split(',').next().unwrap_or("")].concat()
}

fn window_row(scene: &mut Scene, rows: &Rows, days: &Days, plan: &Plan, y: &mut f64) {
    let (start, end) = (plan.days.start, plan.days.end);
    let words = match (start, end) {
        (Some(start), Some(end)) => format!("The proof: {} to {}", short(start), short(end)),
        (Some(start), None) => format!("The proof: from {}, without an end", short(start)),
        (None, Some(end)) => format!("The proof: until {}, without a start", short(end)),
        (None, None) => "The proof has no days yet".to_owned(),
    };
    let middle = rows.label(scene, &words, *y);
    if let Some((from, to)) = start.or(end).zip(end.or(start)) {
        let (from, to) = (from.min(to), from.max(to));
        let area = Area::new(days.edge(from), middle - 6.0, days.edge(to.plus(1)) - days.edge(from), 12.0);
        let fill = if start.is_some_and(|start| end.is_some_and(|end| end >= start)) {
            Fill::Solid(Ink::Main)
        } else {
            Fill::Hatched(Ink::Bad)
        };
        scene.add(Shape::rect(area, fill, Some(Ink::Main)));
    }
    *y += rows.tall + 4.0;
}

fn row(scene: &mut Scene, rows: &Rows, days: &Days, entry: &Entry, y: f64) {
    let when = match entry.day {
        Some(day) => short(day),
        None => "no day yet".to_owned(),
    };
    let middle = rows.label(scene, &format!("{}: {}", when, entry.label), y);
    scene.add(Shape::line((days.left, middle), (days.left + days.width, middle), Ink::Line));
    if let Some(day) = entry.day {
        sign_at(scene, entry.sign, entry.done, (days.at(day), middle));
    }
}

/// The mark of a kind: told apart by shape, done or not by its fill.
fn sign_at(scene: &mut Scene, sign: Sign, done: bool, (x, y): (f64, f64)) {
    let half = MARK / 2.0;
    let ink = if sign == Sign::Decision { Ink::Text } else { Ink::Main };
    let fill = if done { Fill::Solid(ink) } else { Fill::Solid(Ink::Paper) };
    let area = Area::new(x - half, y - half, MARK, MARK);
    let shape = |points: Vec<(f64, f64)>| Shape::Path {
        points,
        closed: true,
        fill,
        stroke: Some(ink),
        dashed: false,
        arrow: false,
    };
    scene.add(match sign {
        Sign::Meeting => Shape::Rect { area, radius: half, fill, stroke: Some(ink) },
        Sign::Review => Shape::rect(area, fill, Some(ink)),
        Sign::Prerequisite => shape(vec![(x - half, y + half), (x, y - half), (x + half, y + half)]),
        Sign::Decision => {
            shape(vec![(x, y - half - 1.0), (x + half + 1.0, y), (x, y + half + 1.0), (x - half - 1.0, y)])
        }
    });
}

/// A word at a place along the days, kept within the picture.
fn note(scene: &mut Scene, x: f64, base: f64, word: &str) {
    let half = measure::width(word, SMALL) / 2.0;
    let middle = x.clamp(half, (scene.width - half).max(half));
    scene.add(Shape::text((middle, base), word, Anchor::Middle, SMALL, Ink::Muted));
}
