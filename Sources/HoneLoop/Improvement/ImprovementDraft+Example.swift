import HoneMetrics
import HoneStatistics

extension ImprovementDraft {
    /// How somebody asks for the kind of work, where nobody has said it.
    package static let kindQuestion =
        "--kind says what kind of work it is: refactoring, legacy-bug, process, tool, other. A bet on the product: --experiment"

    /// A command line that can be taken as it is: what was said as it was said, and an example of whatever is missing. A line for each
    /// option or two, so that a shell reads it where a terminal is narrow.
    package func example(_ improvement: Improvement, after old: ImprovementTerms?, _ evidence: EffectEvidence) -> [String] {
        var ignored: [String] = []
        let measure = measured(improvement.shape, after: old, evidence, &ignored)
        let guarding = guarded(measure?.metric, after: old, evidence, &ignored)
        let measurable = evidence.measurable.filter { !$0.contains(" ") }
        let proposed = measurable.first { $0 != guardMetric } ?? "cycle-time"
        // Only the way that is better was not said of it.
        let rows = measure == nil ? metric.flatMap { try? evidence.rows($0, part: part ?? "") } : nil
        let id = measure?.metric ?? (rows == nil ? proposed : metric ?? proposed)
        let isNamed = metric != nil && (measure != nil || rows != nil)
        let kind = measure?.kind ?? rows.flatMap { DatedRows.kind(of: $0) } ?? (id == "reopen-rate" ? .shares : .durations)
        let size = EffectSizes(kind, better ?? measure?.better ?? .lower)
        var options = said
        if lacksKind { options.append("--kind process") }
        if isNamed || measure == nil { options.append("--metric \(id)") }
        if let part, isNamed || measure != nil { options.append("--part \(Self.quoted(part))") }
        if better != nil || rows != nil { options.append("--better \((better ?? .lower).rawValue)") }
        options += named(id, old, guarding, measurable, size)
        if let smallest { options.append("--smallest \"\(size.size(smallest) == nil ? size.example : smallest)\"") }
        if let washoutWeeks { options.append("--washout \(washoutWeeks)") }
        if let kpi { options.append("--kpi \(kpi)") }
        if let beyondThree { options.append("--beyond-three \(Self.quoted(beyondThree))") }
        return ["For example:"] + Self.lines(["hone improvement commit \(improvement.number)"] + options)
    }

    /// The hypothesis, the expectation and the guard, which have no default.
    private func named(
        _ id: String, _ old: ImprovementTerms?, _ guarding: EffectMeasure?, _ measurable: [String], _ size: EffectSizes
    ) -> [String] {
        var options: [String] = []
        let believed = hypothesis.flatMap { $0.isEmpty ? nil : $0 }
        if old == nil || believed != nil { options.append("--hypothesis \(Self.quoted(believed ?? "changing X will move Y"))") }
        let fitting = expected.flatMap { size.range($0) == nil ? nil : $0 }
        if old?.expected == nil || expected != nil { options.append("--expect \"\(fitting ?? size.exampleRange)\"") }
        if old?.guarding == nil || guardMetric != nil {
            let known = GuardPairs.guards(of: id).map(\.id).filter(measurable.contains) + measurable.filter { $0 != id }
            let usual = guarding?.metric ?? known.first(where: Self.saysWhatIsBetter) ?? known.first ?? "reopen-rate"
            options.append("--guard \(usual)")
            if guardBetter == nil, !Self.saysWhatIsBetter(usual) { options.append("--guard-better higher") }
        }
        if let guardBetter { options.append("--guard-better \(guardBetter.rawValue)") }
        return options
    }

    private static func saysWhatIsBetter(_ id: String) -> Bool {
        switch Catalogue.metric(id)?.definition.direction {
        case .lower, .higher: true
        case .band, .none?, nil: false
        }
    }

    /// As a shell reads it as one word.
    package static func quoted(_ text: String) -> String {
        "\"" + text.flatMap { "\"\\$`".contains($0) ? ["\\", $0] : [$0] } + "\""
    }

    /// Options in lines of at most 76 signs, each but the last with a backslash behind it.
    private static func lines(_ words: [String]) -> [String] {
        var lines: [String] = []
        for word in words {
            if let last = lines.last, last.count + 1 + word.count <= 72 {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append((lines.isEmpty ? "  " : "    ") + word)
            }
        }
        return lines.enumerated().map { $0 < lines.count - 1 ? $1 + " \\" : $1 }
    }
}
