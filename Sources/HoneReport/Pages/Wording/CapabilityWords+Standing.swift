import HoneFacts
import HoneLoop

/// What the capability section says where it shows no trend.
extension CapabilityWords {
    /// What it would show and why it does not, or who decided that it is empty, why and since when; none where it shows trends.
    static func sentences(_ standing: CapabilityStanding) -> [String] {
        switch standing {
        case .trends: []
        case .cannotTellYet(let history): [cannotTell, missing(history)]
        case .noValues(let history):
            [cannotTell, "\(since(history)) there are \(history.wholeQuarters) whole quarters; no number has values in \(least)."]
        case .emptyOnPurpose(let choice, let since):
            [
                "Nothing here, on purpose since \(DayText.day(since)) until \(DayText.day(choice.until)), decided by \(choice.role): \(choice.reason)"
            ]
        }
    }

    /// The command that says what is missing; empty where only time can mend it, or nothing is to be mended.
    static func next(_ standing: CapabilityStanding) -> String {
        if case .noValues = standing { "hone doctor" } else { "" }
    }

    /// For programs.
    static func state(_ standing: CapabilityStanding) -> String {
        switch standing {
        case .trends: "trends"
        case .cannotTellYet: "cannot-tell-yet"
        case .noValues: "no-values"
        case .emptyOnPurpose: "empty-on-purpose"
        }
    }

    private static var least: Int { Capability.leastQuarters }

    private static let cannotTell = "Whether times, throughput and releases drift over the years: cannot tell yet."

    private static func since(_ history: CapabilityHistory) -> String { history.firstDay.map { "Since \(DayText.day($0))" } ?? "So far" }

    /// `It takes 8 whole quarters; since 14 Aug 2025 there are 4, so 4 are missing.`
    private static func missing(_ history: CapabilityHistory) -> String {
        guard history.firstDay != nil else { return "It takes \(least) whole quarters, and there is no history yet." }
        let there = history.wholeQuarters
        let count = there == 0 ? "there is none" : there == 1 ? "there is 1" : "there are \(there)"
        let lacking = history.missingQuarters == 1 ? "1 is missing" : "\(history.missingQuarters) are missing"
        return "It takes \(least) whole quarters; \(since(history).asPart) \(count), so \(lacking)."
    }
}
