package import HoneFacts

/// A baseline as it was decided, with the reason for it.
package struct RecordedBaseline: Sendable, Equatable {
    /// Id of the decision.
    package let id: String
    /// 1 is the first.
    package let number: Int
    package let role: String
    /// Why it took the place of the one before; empty for the first.
    package let reason: String
    package let baseline: PerformanceBaseline
}

/// The baselines of a plan. Each stays readable and none is ever changed: a new one takes its place from then on, for a reason.
package struct PlanRecord: Sendable, Equatable {
    package private(set) var baselines: [RecordedBaseline] = []

    package init() {}

    /// - Returns: whether the decision fits: one first baseline, and others with a reason after it.
    package mutating func take(_ decision: Decision, id: String) -> Bool {
        switch decision.verb {
        case .setBaseline where baselines.isEmpty: break
        case .rebaseline where !baselines.isEmpty && !decision.reason.isEmpty: break
        default: return false
        }
        guard let baseline = PerformanceBaseline(decision.details, setAt: decision.decidedAt), !baseline.lines.isEmpty else { return false }
        baselines.append(
            RecordedBaseline(
                id: id, number: baselines.count + 1, role: decision.role, reason: decision.reason, baseline: baseline))
        return true
    }

    package func baseline(_ number: Int) -> RecordedBaseline? { baselines.first { $0.number == number } }

    /// In force at an instant: the last one set by then, else the first there is.
    package func inForce(at seconds: Int64) -> RecordedBaseline? {
        baselines.last { $0.baseline.setAt <= seconds } ?? baselines.first
    }
}

extension PerformanceBaseline {
    private static let (line, phase, type) = ("line ", "phase ", "type ")
    private static let none = "-"

    /// As a decision holds it: of each line start, finish and budget, to the last digit, and its phase and type where it has one.
    package var details: [String: String] {
        var details: [String: String] = [:]
        for line in lines {
            let days = [line.plannedStartAt, line.plannedFinishAt].map { $0 == Instant.missing ? Self.none : "\(Instant(rawValue: $0))" }
            details[Self.line + line.key] = (days + [line.budget.map { "\($0)" } ?? Self.none]).joined(separator: " ")
            if !line.phase.isEmpty { details[Self.phase + line.key] = line.phase }
            if !line.type.isEmpty { details[Self.type + line.key] = line.type }
        }
        return details
    }

    /// Nil where a line cannot be read.
    init?(_ details: [String: String], setAt: Int64) {
        var lines: [Line] = []
        for (name, text) in details where name.hasPrefix(Self.line) {
            let key = String(name.dropFirst(Self.line.count))
            let parts = text.split(separator: " ").map(String.init)
            guard parts.count == 3 else { return nil }
            var line = Line(key: key, type: details[Self.type + key] ?? "", phase: details[Self.phase + key] ?? "")
            for (part, path) in zip(parts, [\Line.plannedStartAt, \Line.plannedFinishAt]) where part != Self.none {
                guard let instant = Instant(iso: part) else { return nil }
                line[keyPath: path] = instant.rawValue
            }
            if parts[2] != Self.none {
                guard let budget = Double(parts[2]), budget.isFinite, budget >= 0 else { return nil }
                line.budget = budget
            }
            lines.append(line)
        }
        self.init(setAt: setAt, lines: lines)
    }
}
