import HoneFacts
import HoneLoop
import HoneMetrics

/// Goals, process and improvement of the terminal page.
extension ScorecardText {
    func goals(_ page: inout TerminalPage) {
        page.paragraph("GOALS", weight: .bold)
        for lane in scorecard.lanes {
            if lane.goals.isEmpty {
                page.labelled(lane.kind.rawValue, "none written", at: 12, indent: 2, weight: nil)
                page.next(ScorecardWords.command(lane.kind), indent: 12)
            }
            for (index, goal) in lane.goals.enumerated() {
                page.labelled(index == 0 ? lane.kind.rawValue : "", goal.outcome, at: 12, indent: 2, weight: nil)
                if !goal.standing.isEmpty { page.paragraph(goal.standing, indent: 14) }
                if let measure = goal.measure { self.measure(measure, &page) }
                for kpi in goal.kpis {
                    page.paragraph(ScorecardWords.measured(kpi), indent: 14)
                    for line in ScorecardWords.agreed(kpi) { page.paragraph(line, indent: 16) }
                    page.next(kpi.next, indent: 16)
                }
                if !goal.gap.isEmpty { page.paragraph(goal.gap, indent: 14) }
                page.next(goal.next, indent: 14)
            }
        }
    }

    /// The goal's own number beside its own two years.
    private func measure(_ line: Scorecard.MeasureLine, _ page: inout TerminalPage) {
        page.paragraph(MeasureWords.measured(line), indent: 14)
        let years = line.past.contains { $0 != nil } ? ["2 years \(SparkText.text(line.past, marks: marks.places))"] : []
        let rest = years + MeasureWords.rest(line)
        if !rest.isEmpty { page.paragraph(rest.joined(separator: " · "), indent: 16) }
        page.next(MeasureWords.next(line), indent: 16)
    }

    func process(_ page: inout TerminalPage) {
        if scorecard.process.isEmpty {
            page.labelled("PROCESS", "No process number can be given yet.", at: 18)
            page.next("hone doctor", indent: 18)
        } else if page.width < 64 {
            page.paragraph("PROCESS", weight: .bold)
            for row in scorecard.process { stacked(row, &page) }
        } else {
            table(&page)
        }
        if let legend = marks.legend, !scorecard.process.isEmpty { page.paragraph(legend, indent: 2) }
        for line in SignWords.lines(scorecard.signs) { page.paragraph(line, indent: 2) }
        for sentence in scorecard.flow { page.paragraph(sentence, indent: 2) }
        if let first = scorecard.process.first {
            page.paragraph("behind a number", indent: 2)
            page.next("hone metric show \(first.observation.metric) --rows", indent: 4)
        }
    }

    private func table(_ page: inout TerminalPage) {
        let rows = scorecard.process.map { row in
            [
                "  " + SignWords.marked(lowered(row.name), row.observation.signs), row.nowText, row.rangeText,
                SparkText.text(row.history, marks: marks.places),
                ValueText.grouped(row.observation.n),
                row.role,
            ]
        }
        let table = TextTable(headers: ["PROCESS", "now", "range", "2 years", "n", "role"], rows: rows, width: page.width, numeric: [4])
        for (index, line) in table.lines.enumerated() {
            let label = "PROCESS"
            page.append(index == 0 && line.hasPrefix(label) ? page.styled(label, .bold) + line.dropFirst(label.count) : line)
        }
    }

    /// A row for a narrow terminal.
    private func stacked(_ row: Scorecard.ProcessRow, _ page: inout TerminalPage) {
        page.paragraph(SignWords.marked(lowered(row.name), row.observation.signs), indent: 2)
        let parts = [
            row.nowText, row.rangeText, SparkText.text(row.history, marks: marks.places), "n \(ValueText.grouped(row.observation.n))",
            row.role,
        ]
        page.paragraph(parts.filter { !$0.isEmpty }.joined(separator: " · "), indent: 4)
    }

    /// Drifts over the whole history, or why there is none to show.
    func capability(_ page: inout TerminalPage) {
        page.paragraph("CAPABILITY", weight: .bold)
        for sentence in CapabilityWords.sentences(scorecard.capabilityStanding) { page.paragraph(sentence, indent: 2) }
        page.next(CapabilityWords.next(scorecard.capabilityStanding), indent: 2)
        let outside = CapabilityWords.outside(scorecard)
        guard let capability = scorecard.shownCapability else {
            for reference in outside { page.paragraph(reference.text, indent: 2) }
            return
        }
        for (trend, probability) in zip(capability.trends, capability.probabilities) {
            let now = "\(ValueText.text(trend.now, unit: trend.unit)) in \(CapabilityWords.lastQuarter(trend))"
            let text = "\(now); \(CapabilityWords.verdict(trend, probability: probability))"
            page.labelled(lowered(trend.name), text, at: 24, indent: 2, weight: nil)
            for reference in outside where reference.metric == trend.metric { page.paragraph(reference.said, indent: 24) }
        }
        for reference in outside where !capability.trends.contains(where: { $0.metric == reference.metric }) {
            page.paragraph(reference.text, indent: 2)
        }
        if CapabilityWords.knowsReleases(capability) { page.next(CapabilityWords.byRelease, indent: 2) }
    }

    func improvement(_ page: inout TerminalPage) {
        page.paragraph("IMPROVEMENT", weight: .bold)
        let share = words.met == nil || !words.share.hasSuffix(".") ? words.share : String(words.share.dropLast())
        page.labelled(words.reserve, share + (words.met.map { "; \($0)" } ?? ""), at: 18, indent: 2, weight: nil)
        for line in words.reservePeriods { page.labelled(line.label, line.text, at: 18, indent: 2, weight: nil) }
        page.next(words.reserveStep, indent: 18)
        if let noted = scorecard.improvement.fromCeremonies {
            page.labelled("improvements", noted, at: 18, indent: 2, weight: nil)
        }
        for running in scorecard.improvement.running {
            page.labelled(running.label, running.text, at: 18, indent: 2, weight: nil)
            page.next(running.next, indent: 18)
        }
        if let check = scorecard.improvement.healthCheck { page.labelled("health check", check, at: 18, indent: 2, weight: nil) }
        page.labelled("waiting", words.waiting, at: 18, indent: 2, weight: nil)
        if words.notes.isEmpty { page.next("hone note \"…\"", indent: 18) }
        for note in words.notes { page.labelled(note.age, note.text, at: 30, indent: 20, weight: nil) }
    }

    /// Of the life cycle in small series.
    private var marks: SparkMarks { SparkMarks(scorecard) }

    private func lowered(_ name: String) -> String { name.prefix(1).lowercased() + name.dropFirst() }
}
