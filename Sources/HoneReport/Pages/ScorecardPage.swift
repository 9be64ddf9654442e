package import HoneFacts
package import HoneLoop
package import HoneMetrics

/// The scorecard as one self-contained web page: the model. `html` is the view, a pure function of it.
package struct ScorecardPage: Sendable {
    /// How many were finished in the week that begins on a Monday.
    package struct WeeklyCount: Sendable, Equatable {
        package var monday: CalendarDay
        package var count: Int

        package init(monday: CalendarDay, count: Int) {
            self.monday = monday
            self.count = count
        }
    }

    package let scorecard: Scorecard
    package let observations: [Observation]
    package let definitions: [MetricDefinition]
    package let charts: [WeeklyCount]
    /// Files of pages beside this one on which the evidence shows nothing: no link leads there.
    package let emptyPages: Set<String>

    package init(
        scorecard: Scorecard, observations: [Observation], definitions: [MetricDefinition], charts: [WeeklyCount],
        emptyPages: Set<String> = []
    ) {
        self.emptyPages = emptyPages
        self.scorecard = scorecard
        self.observations = observations
        self.definitions = definitions
        self.charts = charts
    }

    package var html: String { Self.html(self) }

    package static func html(_ page: ScorecardPage) -> String {
        let document = Tag.html(
            [.lang: "en"], PageFrame.head("\(page.scorecard.product): scorecard, \(DayText.window(page.scorecard.window))"),
            Tag.body(body(page)))
        return "<!DOCTYPE html>\n\(document.rendered)\n"
    }

    private static func body(_ page: ScorecardPage) -> [Node] {
        [
            Tag.a([.class: "skip", .href: "#content"], "Skip to the scorecard"), heading(page.scorecard),
            Tag.main(
                [.id: "content", .tabindex: "-1"],
                [
                    workingSoftware(page), goals(page.scorecard), process(page), capability(page),
                    page.scorecard.phased.map { PhasedSection($0).node } ?? .nothing, learning(page.scorecard),
                    improvement(page.scorecard),
                    threeLines(page.scorecard), cannotSay(page.scorecard), behindTheNumbers(page),
                ]), PageFrame.footing(today: page.scorecard.today, zone: page.scorecard.zone),
        ]
    }

    /// A section with its label at the left, or above on a narrow screen.
    static func block(_ id: String, _ label: String, _ content: [Node]) -> Node {
        Tag.section(
            [.id: id, .class: "block", .ariaLabelledBy: "\(id)-label"], Tag.h2([.id: "\(id)-label"], .text(label)),
            Tag.div([.class: "content"], content))
    }

    /// The next step, as something to type. A hint that is no command stands as plain text.
    static func next(_ step: String) -> Node {
        if step.isEmpty { return .nothing }
        return Tag.code([.class: step.hasPrefix("hone ") || step.hasPrefix("git ") ? "command" : "hint"], .text(step))
    }
}
