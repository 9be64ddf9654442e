package import HoneMetrics
import HoneStatistics

/// What a criterion was held against on the day a gate was opened. It stays as it was read then.
package struct GateReading: Sendable, Equatable {
    package enum Verdict: String, Sendable {
        case met
        case notMet = "not-met"
        /// There is no number, too few stand behind it, or its interval lies on both sides of the bound. Never a pass.
        case unknown = "cannot-be-told"

        package var words: String {
            switch self {
            case .met: "met"
            case .notMet: "not met"
            case .unknown: "cannot be told"
            }
        }
    }

    package let criterion: GateCriterion
    package let verdict: Verdict
    /// Nil where there is none.
    package let number: Double?
    package let lower: Double?
    package let upper: Double?
    package let n: Int
    /// Histories that are left out of the number.
    package let excludedCount: Int
    /// Whether the time to judge some of what it stands on is not over.
    package let isProvisional: Bool
    /// Why it cannot be told; empty elsewhere.
    package let why: String

    init(
        _ criterion: GateCriterion, _ verdict: Verdict, number: Double?, lower: Double?, upper: Double?, n: Int, excludedCount: Int,
        isProvisional: Bool, why: String
    ) {
        (self.criterion, self.verdict, self.number, self.lower, self.upper) = (criterion, verdict, number, lower, upper)
        (self.n, self.excludedCount, self.isProvisional, self.why) = (n, excludedCount, isProvisional, why)
    }

    /// - Parameter observation: nil where the catalogue no longer has the metric.
    package init(_ criterion: GateCriterion, _ observation: Observation?) {
        let known = observation.flatMap { $0.definitionVersion == criterion.definitionVersion ? $0 : nil }
        let standing = known.flatMap(criterion.bound.standing)
        let verdict: Verdict = standing.map { $0.isTooNear ? .unknown : $0.isKept ? .met : .notMet } ?? .unknown
        let tooNear = standing.flatMap { standing in
            standing.isTooNear ? "\(standing.isKept ? "kept" : "not kept"), but too near the bound to tell from chance" : nil
        }
        self.init(
            criterion, verdict, number: standing?.number, lower: standing?.interval?.lower, upper: standing?.interval?.upper,
            n: observation?.n ?? 0,
            excludedCount: observation?.excluded.values.reduce(0, +) ?? 0,
            isProvisional: (observation?.flags["provisional"] ?? 0) > 0,
            why: tooNear ?? (standing == nil ? Self.reason(criterion, observation) : ""))
    }

    private static func reason(_ criterion: GateCriterion, _ observation: Observation?) -> String {
        guard let observation else { return "there is no such metric any longer" }
        if let reason = observation.unavailableReason { return reason.asPart }
        if observation.definitionVersion != criterion.definitionVersion { return "its definition is another one since" }
        if observation.unit != criterion.bound.unit { return "the evidence gives it in another unit" }
        if let unread = observation.unread, unread.isTooMany { return KPIReading.words(unread) }
        return observation.n > 0 ? "too few for this number (n \(ValueText.grouped(observation.n)))" : "nothing to count in these days"
    }

    /// `88 % (80-94 %, n 43, provisional)`; `no number: …`.
    package var observed: String {
        guard let number else { return "no number: \(why)" }
        let unit = criterion.bound.unit
        var behind: [String] = []
        if let lower, let upper { behind.append(ValueText.range(lower, upper, unit: unit)) }
        behind.append("n \(ValueText.grouped(n))")
        if excludedCount > 0 { behind.append("\(ValueText.grouped(excludedCount)) left out") }
        if isProvisional { behind.append("provisional") }
        return "\(ValueText.text(number, unit: unit)) (\(behind.joined(separator: ", ")))"
    }
}

extension GateReading {
    /// As a decision keeps it, to the last digit: what was read, and beside it why it could not be.
    var recorded: String {
        let numbers = [number, lower, upper].map { $0.map { "\($0)" } ?? "-" }
        let counts = ["\(n)", "\(excludedCount)", isProvisional ? "provisional" : "final"]
        return ([verdict.rawValue] + numbers + counts).joined(separator: " ")
    }

    init?(_ criterion: GateCriterion, recorded text: String, why: String) {
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count == 7, let verdict = Verdict(rawValue: parts[0]), let n = Int(parts[4]), let excluded = Int(parts[5]) else {
            return nil
        }
        let numbers = parts[1...3].map { Double($0).flatMap { $0.isNaN ? nil : $0 } }
        guard numbers[0]?.isFinite ?? (verdict == .unknown) else { return nil }
        self.init(
            criterion, verdict, number: numbers[0], lower: numbers[1], upper: numbers[2], n: n, excludedCount: excluded,
            isProvisional: parts[6] == "provisional", why: why)
    }
}
