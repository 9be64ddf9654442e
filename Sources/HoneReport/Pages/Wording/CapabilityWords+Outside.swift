import HoneLoop
import HoneMetrics

/// Numbers of others in words.
extension CapabilityWords {
    struct Outside {
        let metric: String
        /// `outside: 30 d, said by Survey of Software Teams, 2024 (not measured by Hone)`, for where the metric stands beside it.
        let said: String
        /// The same with the name of the metric.
        let text: String

        init(_ reference: OutsideReference) {
            metric = reference.metric
            let place = reference.place.map { ", \($0)" } ?? ""
            said = "outside: \(reference.value), said by \(reference.saidBy), \(reference.date)\(place) (not measured by Hone)"
            text = "\(Catalogue.metric(reference.metric)?.definition.name ?? reference.metric), \(said)"
        }
    }

    /// In the order of hone.yaml; none where the section is empty on purpose.
    static func outside(_ scorecard: Scorecard) -> [Outside] {
        if case .emptyOnPurpose = scorecard.capabilityStanding { return [] }
        return scorecard.outside.map(Outside.init)
    }
}
