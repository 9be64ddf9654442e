import HoneLoop
import HoneMetrics

/// Behind the numbers: one section a metric, in the order of the catalogue.
extension ScorecardPage {
    static func behindTheNumbers(_ page: ScorecardPage) -> Node {
        let sections = page.sections
        let index = sections.flatMap { section in
            [Tag.li(Tag.a([.href: "#\(section.id)"], .text(section.name)))]
        }
        return Tag.section(
            [.id: "behind-the-numbers", .class: "behind", .ariaLabelledBy: "behind-the-numbers-label"],
            Tag.h2([.id: "behind-the-numbers-label"], "Behind the numbers"),
            Tag.nav([.ariaLabel: "Metrics"], Tag.ul([.class: "index"], index)), .group(sections.map(\.node)))
    }

    /// A section for each definition that has a number, and for whatever the page links to besides; the glossary has all of them.
    var sections: [MetricSection] {
        var ids = definitions.map(\.id).filter { id in observations.contains { $0.metric == id && $0.isAvailable } }
        let linked = scorecard.process.map(\.observation.metric) + [scorecard.improvement.share.metric]
        for id in linked + observations.filter(\.isAvailable).map(\.metric) where !ids.contains(id) { ids.append(id) }
        let all = Set(ids)
        return ids.compactMap { id in
            let row = scorecard.process.first { $0.observation.metric == id }
            let share = scorecard.improvement.share
            guard let observation = observations.first(where: { $0.metric == id }) ?? row?.observation ?? (share.metric == id ? share : nil)
            else { return nil }
            return MetricSection(
                observation: observation, definition: definitions.first { $0.id == id }, row: row,
                weeks: id == "throughput" && hasWeeks ? weeks : nil,
                shareBar: id == share.metric ? Self.shareBar(scorecard) : nil, sections: all)
        }
    }
}
