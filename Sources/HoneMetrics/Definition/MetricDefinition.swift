/// What a metric means, beside the function that computes it: what people read, argue about and ratify.
package struct MetricDefinition: Sendable {
    /// Stable, for example `lead-time`; the same word in code, command line, pages and documents.
    package let id: String
    /// Goes up whenever the same facts could give another number.
    package let version: Int
    package let name: String
    package let family: MetricFamily
    /// The question it answers.
    package let question: String
    /// The computation in words.
    package let formula: String
    package let unit: MetricUnit
    package let direction: Direction
    /// The two events a value runs between, in words; for a level or a count both say what is counted.
    package let startEvent: String
    package let endEvent: String
    /// Facts it needs, in words.
    package let needs: String
    /// What it cannot do, and how it gets misused.
    package let misuse: String
    /// Metrics to hold beside it so that it is not improved at their cost: ids, or words for one that does not exist yet.
    package let guards: [String]
    /// Where the definition comes from: paper, handbook, URL.
    package let citations: [String]
    package let examples: [WorkedExample]

    /// Which way is better.
    package enum Direction: String, Sendable {
        case higher, lower, band, none
    }

    /// Whether everything counts that ended up to the end of a window, however long before it: a share of what has come to light so far.
    package let isCumulative: Bool

    package init(
        id: String, version: Int, name: String, family: MetricFamily, question: String, formula: String, unit: MetricUnit,
        direction: Direction, startEvent: String, endEvent: String, needs: String, misuse: String, guards: [String],
        citations: [String], examples: [WorkedExample], isCumulative: Bool = false
    ) {
        self.isCumulative = isCumulative
        self.id = id
        self.version = version
        self.name = name
        self.family = family
        self.question = question
        self.formula = formula
        self.unit = unit
        self.direction = direction
        self.startEvent = startEvent
        self.endEvent = endEvent
        self.needs = needs
        self.misuse = misuse
        self.guards = guards
        self.citations = citations
        self.examples = examples
    }
}

/// What part of the process a metric looks at.
package enum MetricFamily: String, CaseIterable, Sendable {
    case flow, quality, delivery, collaboration
    case technicalDebt = "technical-debt"
    case improvement, predictability, schedule, outcome
}

/// The unit of a value. Raw values are what the JSON output says.
package enum MetricUnit: String, Sendable {
    case days
    case workingDays = "working-days"
    case hours, items, share, count, files, people
    /// Hours that people worked, of which a day has fewer than 24.
    case workHours = "work-hours"
    /// One number over another that may pass 1.
    case ratio
    case perWeek = "per-week"
    case hoursPerWeek = "hours-per-week"
    case perThousandLines = "per-thousand-lines"
    case weeks
    /// A quotient of two of a kind.
    case index
    /// Money, hours, points: what a plan counts its budget in.
    case budget
    /// What each measure of a product is counted in.
    case own
}
