import HoneFacts
package import HoneLoop
import HoneMetrics

/// Whether the two numbers of a KPI can be had from what was read here, and how its target would have stood before.
package struct MeasureKPI: Sendable {
    let evidence: Evidence

    package init(_ evidence: Evidence) {
        self.evidence = evidence
    }

    /// A sentence for each number that is missing, and what that means; empty where both are there. People may agree on what is not
    /// measured yet, and should know that they do.
    package func missing(_ terms: KPITerms) -> [String] {
        let sentences = [(terms.metric, ""), (terms.guardMetric, ", the guard,")].compactMap { id, part -> String? in
            guard let metric = Catalogue.metric(id), let reason = ShowMetric(evidence).plain(metric).undefinedReason else { return nil }
            return "\(metric.definition.name)\(part) has no number here. \(reason)"
        }
        return sentences.isEmpty ? [] : sentences + ["It can be agreed all the same; no page can say how it stands until there is one."]
    }

    /// Nil where there is nothing to look back at.
    package func lookBack(_ terms: KPITerms) -> String? {
        TargetInThePast(terms, evidence.histories, evidence.interpretation, now: evidence.now)?.sentence
    }
}
