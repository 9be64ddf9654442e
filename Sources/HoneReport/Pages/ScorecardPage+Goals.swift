import HoneLoop

/// The goals of the product in three lanes. An empty lane is content.
extension ScorecardPage {
    static func goals(_ scorecard: Scorecard) -> Node {
        block("goals", "Goals", [Tag.dl([.class: "lanes"], scorecard.lanes.map(lane))])
    }

    private static func lane(_ lane: Scorecard.Lane) -> Node {
        let title = Tag.dt(
            Tag.strong(.text(lane.kind.rawValue)), " ", Tag.span([.class: "soft"], .text(ScorecardWords.meaning(lane.kind))))
        if lane.goals.isEmpty {
            return Tag.div([.class: "lane"], title, Tag.dd(Tag.p("none written ", next(ScorecardWords.command(lane.kind)))))
        }
        return Tag.div([.class: "lane"], [title] + lane.goals.map(goal))
    }

    private static func goal(_ goal: Scorecard.GoalLine) -> Node {
        let gap = goal.gap.isEmpty && goal.next.isEmpty ? Node.nothing : Tag.p([.class: "soft"], .text(goal.gap + " "), next(goal.next))
        return Tag.dd(Tag.p([.class: "outcome"], .text(goal.outcome)), gap)
    }
}
