package import HoneFacts

/// What was decided at a gate: by which role, why, under which conditions, and what was learned in the phase.
package struct GateClosing: Sendable, Equatable {
    package enum Outcome: String, CaseIterable, Sendable {
        case go
        case goWithConditions = "go-with-conditions"
        case noGo = "no-go"
    }

    /// Something that must become so, noted to be answered.
    package struct Condition: Sendable, Equatable {
        package var text: String
        package var dueOn: CalendarDay?

        package init(text: String, dueOn: CalendarDay? = nil) {
            (self.text, self.dueOn) = (text, dueOn)
        }
    }

    package let outcome: Outcome
    package let closedOn: CalendarDay
    package let role: String
    package let reason: String
    package let conditions: [Condition]
    package let lessons: [String]
    /// Why there is no lesson; empty where there is one.
    package let withoutLesson: String

    /// - Throws: `Refusal` with everything that is missing.
    package init(
        _ outcome: Outcome, closedOn: CalendarDay, role: String, reason: String, conditions: [Condition] = [], lessons: [String] = [],
        withoutLesson: String = ""
    ) throws(Refusal) {
        var missing: [String] = []
        if reason.isEmpty { missing.append("--reason says why, in a sentence.") }
        if conditions.contains(where: \.text.isEmpty) || lessons.contains(where: \.isEmpty) {
            missing.append("--condition and --lesson need a sentence each.")
        }
        if outcome == .goWithConditions, conditions.isEmpty {
            missing.append("--condition \"...\" names what must become so; it may be given more than once. Without any it is a go.")
        }
        if outcome != .goWithConditions, !conditions.isEmpty {
            missing.append("Conditions belong to go-with-conditions; a \(outcome.rawValue) has none.")
        }
        if lessons.isEmpty, withoutLesson.isEmpty {
            missing.append(
                "--lesson \"...\" keeps what this phase taught, so that the next one need not learn it again; --no-lesson \"...\" says why there is none."
            )
        }
        if !lessons.isEmpty, !withoutLesson.isEmpty { missing.append("Give --lesson or --no-lesson, not both.") }
        guard missing.isEmpty else { throw Refusal(missing) }
        (self.outcome, self.closedOn, self.role, self.reason) = (outcome, closedOn, role, reason)
        (self.conditions, self.lessons, self.withoutLesson) = (conditions, lessons, withoutLesson)
    }

    /// The note that a condition of a gate becomes.
    static func note(_ condition: Condition, ofGate number: Int) -> String {
        let due = condition.dueOn.map { ", due \(DayText.day($0))" } ?? ""
        return "\(condition.text) (condition of gate \(number)\(due))"
    }

    /// As a decision holds it, besides its outcome, day, role and reason.
    package var details: [String: String] {
        var details: [String: String] = [:]
        for (place, condition) in conditions.enumerated() {
            details["condition \(place + 1)"] = condition.text
            if let day = condition.dueOn { details["due \(place + 1)"] = day.description }
        }
        for (place, lesson) in lessons.enumerated() { details["lesson \(place + 1)"] = lesson }
        if !withoutLesson.isEmpty { details["no-lesson"] = withoutLesson }
        return details
    }

    /// Nil where something is missing.
    init?(_ decision: Decision) {
        guard let outcome = Outcome(rawValue: decision.text), let closedOn = decision.until else { return nil }
        let details = decision.details
        let conditions = Self.numbered("condition", details).map { place, text in
            Condition(text: text, dueOn: details["due \(place)"].flatMap { CalendarDay(iso: $0) })
        }
        let closing = try? GateClosing(
            outcome, closedOn: closedOn, role: decision.role, reason: decision.reason, conditions: conditions,
            lessons: Self.numbered("lesson", details).map(\.text), withoutLesson: details["no-lesson"] ?? "")
        guard let closing else { return nil }
        self = closing
    }

    /// The texts `name 1`, `name 2` and so on, up to the first that is not there.
    private static func numbered(_ name: String, _ details: [String: String]) -> [(place: Int, text: String)] {
        var found: [(place: Int, text: String)] = []
        while let text = details["\(name) \(found.count + 1)"] { found.append((found.count + 1, text)) }
        return found
    }
}
