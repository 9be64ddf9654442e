import HoneMetrics

/// What must be so for a phase to end: a number of a metric, as it is defined now, within a bound.
package struct GateCriterion: Sendable, Equatable {
    package let metric: String
    /// Of the metric's definition. Another version is another number, of which the bound does not speak.
    package let definitionVersion: Int
    package let bound: Bound

    package init(metric: String, definitionVersion: Int, bound: Bound) {
        (self.metric, self.definitionVersion, self.bound) = (metric, definitionVersion, bound)
    }

    /// Reads `defect-removal-effectiveness >= 85 %`.
    ///
    /// - Throws: `Refusal` that says what is wrong and how to write it.
    package init(_ text: String) throws(Refusal) {
        let id = text.prefix { !$0.isWhitespace }
        let rest = text.dropFirst(id.count)
        guard let definition = Catalogue.metric(String(id))?.definition else {
            throw Refusal(Catalogue.absence(of: String(id)))
        }
        guard let bound = Bound(String(rest), unit: definition.unit) else {
            throw Refusal([
                "A criterion is a metric and its bound. For \(id) write \"\(id) \(Bound.example(definition))\", with >= or as a range."
            ])
        }
        if let complaint = bound.complaint(definition) { throw Refusal(["The criterion is '\(text)'. \(complaint)"]) }
        self.init(metric: definition.id, definitionVersion: definition.version, bound: bound)
    }

    /// `Defect removal effectiveness >= 85 %`.
    package var sentence: String {
        let statistic = bound.statistic == .value ? "" : " \(bound.statistic.rawValue)"
        return "\(Catalogue.metric(metric)?.definition.name ?? metric)\(statistic) \(bound)"
    }

    /// As a decision keeps it, to the last digit.
    var recorded: String { "\(metric) \(definitionVersion) \(bound.recorded)" }

    init?(recorded text: String) {
        let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
        guard parts.count == 3, let version = Int(parts[1]), let bound = Bound(recorded: parts[2]) else { return nil }
        self.init(metric: parts[0], definitionVersion: version, bound: bound)
    }
}
