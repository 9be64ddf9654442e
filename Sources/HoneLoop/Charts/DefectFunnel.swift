import HoneFacts
package import HoneMetrics

/// How many of the known defects were there in each phase, and how many of them it found.
package struct DefectFunnel: Sendable {
    package struct Phase: Sendable {
        package var name: String
        package var found: Int
        /// Known defects that were there to be found: found in it or later, and not known to come from a later phase.
        package var present: Int

        package init(name: String, found: Int, present: Int) {
            (self.name, self.found, self.present) = (name, found, present)
        }

        /// Share of those that were there which the phase found.
        package var effectiveness: Double? { present > 0 ? Double(found) / Double(present) : nil }
    }

    /// In the order of work.
    package var phases: [Phase]
    package var count: Int
    /// Defects of which nobody says where they were found.
    package var unknown: Int

    package init(phases: [Phase], count: Int, unknown: Int) {
        (self.phases, self.count, self.unknown) = (phases, count, unknown)
    }

    /// - Parameters:
    ///   - defects: the phases each comes from and was found in; an empty text is not known.
    ///   - order: phases in the order of work.
    package init(_ defects: [(injected: String, found: String)], order: [String]) {
        let known = defects.filter { !$0.found.isEmpty }
        let places = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
        phases = order.enumerated().map { place, name in
            let present = known.filter { (places[$0.found] ?? 0) >= place && (places[$0.injected] ?? 0) <= place }
            // One found before the phase it is said to come from was there when it was found.
            let odd = known.count { $0.found == name && (places[$0.injected] ?? 0) > place }
            return Phase(name: name, found: known.count { $0.found == name }, present: present.count + odd)
        }
        count = known.count
        unknown = defects.count - known.count
    }

    /// The defects in an order that somebody wrote down, as the metrics by phase have it. A phase that is not in the order is not known,
    /// and what is said to be found after the release was.
    package init(_ defects: [(injected: String, found: String, isAfter: Bool)], in order: PhaseOrder) {
        let placed = defects.map { defect -> (injected: String, found: String) in
            guard let found = order.place(of: defect.found) else { return ("", "") }
            let place = defect.isAfter ? max(found, min(order.firstAfterRelease, order.names.count - 1)) : found
            return (order.place(of: defect.injected).map { order.names[$0] } ?? "", order.names[place])
        }
        self.init(placed, order: order.names)
    }
}

extension MetricsBuilder {
    var defects: MetricsPicture.Content {
        let items = histories.items
        let bugs = (0..<items.count).filter { items.kind[$0].isBug && items.cancelledAt[$0] == Instant.missing }
        guard !bugs.isEmpty else { return .missing("no item is known to be a defect") }
        guard items.foundPhase.isFilled else { return .missing("no source says in which phase defects were found (column foundPhase)") }
        let defects = bugs.map { (injected: items.injectedPhase[$0], found: items.foundPhase[$0], isAfter: items.found[$0] == "after") }
        guard interpretation.phases.isEmpty else { return .defects(DefectFunnel(defects, in: PhaseOrder(interpretation.phases))) }
        let names = Set(defects.map(\.found)).union(defects.map(\.injected)).subtracting([""])
        return .defects(DefectFunnel(defects.map { ($0.injected, $0.found) }, order: PhaseWords.sorted(names)))
    }
}

/// The order of phases by the words that are usual for them; one with none of these words stands with the tests.
package enum PhaseWords {
    /// The place of a phase with such words in it; the first row that fits counts.
    private static let places: [(place: Int, words: [String])] = [
        (6, ["unit"]), (7, ["integrat"]), (9, ["system"]), (10, ["accept", "uat", "staging", "beta", "trial"]),
        (1, ["require", "analysis", "spec"]), (2, ["architect", "design"]), (3, ["cod", "implement", "build", "develop"]),
        (4, ["review", "inspect"]), (12, ["production", "field", "live", "customer", "user", "operation", "after", "maint"]),
        (11, ["release", "deploy"]), (0, ["idea", "concept"]),
    ]

    package static func sorted(_ names: some Collection<String>) -> [String] {
        names.sorted { (place($0), $0) < (place($1), $1) }
    }

    private static func place(_ name: String) -> Int {
        let name = name.lowercased()
        return places.first { $0.words.contains { name.contains($0) } }?.place ?? 8
    }
}
