import HoneLoop
import HoneMetrics

/// Drifts over the whole history, or why there is none to show: the section stands on every page.
extension ScorecardPage {
    static func capability(_ page: ScorecardPage) -> Node {
        let standing = page.scorecard.capabilityStanding
        let outside = CapabilityWords.outside(page.scorecard)
        guard let capability = page.scorecard.shownCapability else {
            let lines = CapabilityWords.sentences(standing) + outside.map(\.text)
            let sentences = lines.map { Tag.p(.text($0)) }
            let step = CapabilityWords.next(standing)
            return block(
                "capability", "Capability", [Tag.div([.class: "sentences"], sentences + (step.isEmpty ? [] : [Tag.p(next(step))]))])
        }
        let rows = zip(capability.trends, capability.probabilities).map { trend, probability -> [Node] in
            [
                Tag.a([.href: "metrics.html"], .text(trend.name)), Tag.strong(.text(ValueText.text(trend.now, unit: trend.unit))),
                .group(
                    [.text(CapabilityWords.verdict(trend, probability: probability))]
                        + outside.filter { $0.metric == trend.metric }.map { Tag.p([.class: "soft"], .text($0.said)) }),
            ]
        }
        let quarter = capability.trends.first.map(CapabilityWords.lastQuarter) ?? ""
        return block(
            "capability", "Capability",
            [
                DataTable(
                    caption: "Capability by quarter over the whole history", headers: ["metric", quarter, "over the whole history"],
                    numeric: [1], rows: rows
                ).node,
                Tag.p([.class: "soft"], .text(CapabilityWords.note)),
                .group(
                    outside.filter { reference in !capability.trends.contains { $0.metric == reference.metric } }
                        .map { Tag.p([.class: "soft"], .text($0.text)) }), releases(page),
            ])
    }

    static func hasTrends(_ page: ScorecardPage) -> Bool { page.scorecard.shownCapability != nil }

    /// The way to the same numbers release by release; on a page without trends it stands beside the software.
    static func releases(_ page: ScorecardPage) -> Node {
        guard !page.emptyPages.contains("releases.html") else { return .nothing }
        return Tag.p(Tag.a([.href: "releases.html"], "Release by release: what each brought, and how it was made"))
    }
}
