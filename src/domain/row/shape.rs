//! What each kind of row may hold.
use super::RowKind;

/// What a kind of row may hold.
pub struct Shape {
    pub id: &'static str,
    pub parent: Option<RowKind>,
    /// Plain texts and choices.
    pub texts: &'static [&'static str],
    /// Fields that hold another row's key.
    pub references: &'static [&'static str],
    /// Figures, each of which may be a range with evidence and source.
    pub inputs: &'static [&'static str],
}

/// What stands beside an input's likely figure, after its name and a dot.
pub const PARTS: [&str; 6] = ["low", "high", "shape", "evidence", "source", "measured"];

impl RowKind {
    pub const fn shape(self) -> &'static Shape {
        match self {
            Self::Plan => &PLAN,
            Self::Role => &ROLE,
            Self::Process => &PROCESS,
            Self::Lane => &LANE,
            Self::Step => &STEP,
            Self::Branch => &BRANCH,
            Self::Benefit => &BENEFIT,
            Self::Cost => &COST,
            Self::Engagement => &ENGAGEMENT,
            Self::Criterion => &CRITERION,
            Self::Prerequisite => &PREREQUISITE,
            Self::Event => &EVENT,
            Self::Holiday => &HOLIDAY,
            Self::Evidence => &EVIDENCE,
            Self::Duty => &DUTY,
            Self::Asked => &ASKED,
        }
    }
}

impl Shape {
    /// Rows of this kind may hold this field.
    pub fn holds(&self, field: &str) -> bool {
        let (name, part) = field.split_once('.').unwrap_or((field, ""));
        match part {
            "" => [self.texts, self.references, self.inputs].iter().any(|fields| fields.contains(&field)),
            part => self.inputs.contains(&name) && PARTS.contains(&part),
        }
    }
}

const PLAN: Shape = Shape {
    id: "plan",
    parent: None,
    // include: which sums count; ramp-by: year or month; reason: why more than five benefits count.
    texts: &["currency", "usage-unit", "include", "ramp-by", "reason", "seed", "horizon"],
    references: &[],
    inputs: &[
        "discount-rate",
        "days",
        "hours",
        "benefit-adjustment",
        "cost-adjustment",
        "ramp-months",
        "ramp-1",
        "ramp-2",
        "ramp-3",
        "ramp-4",
        "ramp-5",
        "ramp-6",
        "ramp-7",
        "ramp-8",
        "ramp-9",
        "ramp-10",
        "payback-target",
    ],
};

const ROLE: Shape = Shape { id: "role", parent: None, texts: &["name"], references: &[], inputs: &["hourly-cost"] };

const PROCESS: Shape = Shape {
    id: "process",
    parent: None,
    texts: &["name", "department", "use-case", "volume-per"],
    references: &[],
    inputs: &["volume"],
};

// what: people or system.
const LANE: Shape =
    Shape { id: "lane", parent: Some(RowKind::Process), texts: &["name", "what"], references: &[], inputs: &[] };

const STEP: Shape = Shape {
    id: "step",
    parent: Some(RowKind::Process),
    // side: before or after; how: manual, decision or automatic; then "end", or the key of the step that follows
    // where that isn't the next one in order.
    texts: &["name", "side", "how", "ends"],
    references: &["lane", "role", "then"],
    inputs: &["minutes", "waiting", "error-rate", "fix-minutes"],
};

const BRANCH: Shape = Shape {
    id: "branch",
    parent: Some(RowKind::Step),
    texts: &["label", "ends"],
    references: &["to"],
    inputs: &["share"],
};

const BENEFIT: Shape = Shape {
    id: "benefit",
    parent: None,
    // driver: time, errors, tools, hires, revenue or risk; counted: "no" leaves it out of every sum; per: month or
    // year, of what a tool or a unit costs.
    texts: &["driver", "name", "counted", "use-case", "volume-per", "per"],
    references: &["process", "role"],
    inputs: &[
        "volume",
        "minutes",
        "error-rate",
        "fix-minutes",
        "automated",
        "hourly-cost",
        "error-cost",
        "avoided",
        "units",
        "unit-cost",
        "hires",
        "yearly-cost",
        "revenue",
        "uplift",
        "margin",
        "likelihood",
        "impact",
        "reduction",
        "adjustment",
    ],
};

const COST: Shape = Shape {
    id: "cost",
    parent: None,
    // type: subscription, implementation, training, effort or run; when: once or yearly; per: month or year.
    texts: &["type", "name", "when", "per"],
    references: &["role"],
    inputs: &["amount", "units", "unit-cost", "hours", "hourly-cost", "adjustment"],
};

/// A kind without parent, references and figures.
const fn plain(id: &'static str, texts: &'static [&'static str]) -> Shape {
    Shape { id, parent: None, texts, references: &[], inputs: &[] }
}

const ENGAGEMENT: Shape = plain(
    "engagement",
    // approved-by: who allowed more than the ideal length; ends: former end days, oldest first; agreed: the day from
    // which a new success criterion is told; next: buy, extend or stop; sequence: how often the days changed between
    // calendars that were written, and a mark of the last ones; contacts: keys of the people that a deal registration
    // names; asked: the day the customer was asked to write; request: the case that this account's texts are written
    // for; answered-by: who writes them; plan: which plan is shown, where somebody chose another than the size of the
    // deal does.
    &[
        "business-value",
        "goals",
        "approved-by",
        "partner",
        "channel",
        "ends",
        "agreed",
        "scope",
        "limits",
        "resources",
        "check-in",
        "next",
        "next-reason",
        "new-end",
        "wound-down",
        "sequence",
        "contacts",
        "asked",
        "request",
        "answered-by",
        "plan",
    ],
);

const CRITERION: Shape = plain(
    "criterion",
    // result: met or not-met, open when empty; added: the day it was written down.
    &["use-case", "measure", "baseline", "target", "owner", "due", "result", "result-note", "added"],
);

const PREREQUISITE: Shape = plain("prerequisite", &["what", "who", "available", "done"]);

const EVENT: Shape = plain(
    "event",
    // after: working days after the start; day: a fixed day instead; phase: prepare, execute or follow-up;
    // type: meeting, legal, it or decision.
    &["name", "who", "after", "day", "phase", "type", "done"],
);

const HOLIDAY: Shape = plain("holiday", &["day", "name"]);

const EVIDENCE: Shape = plain("evidence", &["subject", "who", "day", "note"]);

// person: the person's key; part: does, decides, asked or told.
const DUTY: Shape = plain("duty", &["section", "person", "part"]);

// was: the text it came with.
const ASKED: Shape = plain("asked", &["section", "name", "was"]);
