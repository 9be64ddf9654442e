import HoneFacts
package import HoneMetrics

/// How many of the known defects were there in each phase, and how many of them it found: the parts of `defect-removal-by-phase`.
package struct DefectFunnel: Sendable {
    package struct Phase: Sendable, Equatable {
        package var name: String
        package var found: Int
        /// Known defects that were there to be found: found in it, or found later and come from it or an earlier one.
        package var present: Int
        /// Whether it is what came to light only after the release, which no phase found.
        package var isAfterRelease: Bool

        package init(name: String, found: Int, present: Int, isAfterRelease: Bool = false) {
            (self.name, self.found, self.present, self.isAfterRelease) = (name, found, present, isAfterRelease)
        }

        /// Share of those that were there which the phase found.
        package var effectiveness: Double? { present > 0 ? Double(found) / Double(present) : nil }
    }

    /// In the order of work; the last one is after the release where anything was found there.
    package var phases: [Phase]
    package var count: Int
    /// One in so many may name a phase that nobody put in order.
    static let mostUnknown = 4
    /// Defects of these days that are not in the picture, by reason.
    package var excluded: [String: Int]

    package init(phases: [Phase], count: Int, excluded: [String: Int] = [:]) {
        (self.phases, self.count, self.excluded) = (phases, count, excluded)
    }

    /// - Parameter removal: of `defect-removal-by-phase`, whose parts are the phases before the release.
    package init(_ removal: Observation, in order: PhaseOrder) {
        var phases = removal.parts.map {
            Phase(name: $0.name, found: Int($0.observation.numerator ?? 0), present: $0.observation.n)
        }
        let escaped = removal.n - Int(removal.numerator ?? 0)
        if escaped > 0 {
            let names = order.names.dropFirst(order.firstAfterRelease)
            let name = names.count == 1 ? names.first : nil
            phases.append(Phase(name: name ?? "after the release", found: escaped, present: escaped, isAfterRelease: true))
        }
        self.init(phases: phases, count: removal.n, excluded: removal.excluded)
    }
}

extension MetricsBuilder {
    var defects: MetricsPicture.Content {
        let removal = observe(DefectRemovalByPhase(), histories, context(window))
        if let reason = removal.unavailableReason { return .missing(reason.asPart) }
        let unknown = removal.excluded[PhasedDefects.notInTheOrder] ?? 0
        // A picture of what is left would look like one of the whole.
        guard unknown * DefectFunnel.mostUnknown < max(1, removal.n + unknown) else {
            return .missing(
                "\(ValueText.grouped(unknown)) of \(ValueText.grouped(removal.n + unknown)) defects name a phase that \(interpretation.phases.isEmpty ? "is none of the usual ones" : "phases: in hone.yaml does not have"). Write your phases, in order, after phases: in hone.yaml"
            )
        }
        return .defects(DefectFunnel(removal, in: PhaseOrder(interpretation.phases)))
    }
}
