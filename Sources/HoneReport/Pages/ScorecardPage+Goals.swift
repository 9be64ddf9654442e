import HoneFacts
import HoneLoop
import HoneMetrics

/// The goals of the product in three lanes. An empty lane is content.
extension ScorecardPage {
    static func goals(_ scorecard: Scorecard) -> Node {
        block("goals", "Goals", [Tag.dl([.class: "lanes"], scorecard.lanes.map { lane($0, of: scorecard) })])
    }

    private static func lane(_ lane: Scorecard.Lane, of scorecard: Scorecard) -> Node {
        let title = Tag.dt(
            Tag.strong(.text(lane.kind.rawValue)), " ", Tag.span([.class: "soft"], .text(ScorecardWords.meaning(lane.kind))))
        if lane.goals.isEmpty {
            return Tag.div([.class: "lane"], title, Tag.dd(Tag.p("none written ", next(ScorecardWords.command(lane.kind)))))
        }
        return Tag.div([.class: "lane"], [title] + lane.goals.map { goal($0, of: scorecard) })
    }

    private static func goal(_ goal: Scorecard.GoalLine, of scorecard: Scorecard) -> Node {
        let gap = goal.gap.isEmpty && goal.next.isEmpty ? Node.nothing : Tag.p([.class: "soft"], .text(goal.gap + " "), next(goal.next))
        return Tag.dd(
            [Tag.p([.class: "outcome"], .text(goal.outcome))]
                + (goal.standing.isEmpty ? [] : [Tag.p([.class: "soft"], .text(goal.standing))])
                + (goal.measure.map { [measure($0, of: scorecard)] } ?? []) + goal.kpis.map(kpi) + [gap])
    }

    /// The goal's own number beside its own two years.
    private static func measure(_ line: Scorecard.MeasureLine, of scorecard: Scorecard) -> Node {
        let spark = Sparkline(
            name: line.name, values: line.past, counts: line.pastCounts, unit: .own, end: scorecard.window.to, breaks: scorecard.breaks)
        let rest = MeasureWords.rest(line).map { Tag.p([.class: "soft"], .text($0)) }
        let next = MeasureWords.next(line)
        return .group(
            [Tag.p([.class: "kpi"], .text(MeasureWords.measured(line)))]
                + (line.past.contains { $0 != nil } ? [Tag.p([.class: "measure"], spark.node)] : []) + rest
                + (next.isEmpty ? [] : [Tag.p([.class: "soft"], Self.next(next))]))
    }

    private static func kpi(_ kpi: Scorecard.KPILine) -> Node {
        let number = kpi.observed == nil ? Node.text(kpi.name) : Tag.a([.href: "#\(kpi.metric)"], .text(kpi.name))
        let rest = String(ScorecardWords.measured(kpi).dropFirst(kpi.name.count))
        return .group(
            [Tag.p([.class: "kpi"], number, .text(rest))]
                + ScorecardWords.agreed(kpi).map { Tag.p([.class: "soft"], .text($0)) }
                + (kpi.next.isEmpty ? [] : [Tag.p([.class: "soft"], next(kpi.next))]))
    }
}
