import HoneFacts
package import HoneLoop
import HoneMetrics

/// The scorecard as Markdown, for a wiki or a pull request.
package struct ScorecardMarkdown {
    let scorecard: Scorecard

    package init(_ scorecard: Scorecard) {
        self.scorecard = scorecard
    }

    package var text: String {
        let process =
            [section("Process", process), section("Capability", capability)]
            + (scorecard.phased.map { [section("Phases", PhasedMarkdown($0).text)] } ?? [])
            + (scorecard.learning.isEmpty ? [] : [section("Learning", bullets(scorecard.learning))])
        return
            ([heading, section("Working software", bullets(scorecard.workingSoftware)), section("Goals", goals)] + process + [
                section("Improvement", improvement), section("Three questions", questions), section("Cannot say", cannotSay),
            ]).joined(separator: "\n\n")
    }

    private var words: ScorecardWords { ScorecardWords(scorecard) }

    private func section(_ title: String, _ body: String) -> String { "## \(title)\n\n\(body)" }

    private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }

    private func bullets(_ lines: [String]) -> String { lines.map { "- " + escaped($0) }.joined(separator: "\n") }

    private var heading: String {
        let lines =
            [words.subtitle, "Evidence on \(DayText.day(scorecard.today)): \(words.evidence)"] + [words.evidenceEnds].compactMap { $0 }
            + scorecard.notes
        return "# \(escaped(scorecard.product))\n\n" + lines.map(escaped).joined(separator: "\n\n")
    }

    private var goals: String {
        let rows = scorecard.lanes.flatMap { lane -> [[String]] in
            if lane.goals.isEmpty {
                return [[lane.kind.rawValue, "none written", "", MarkdownText.code(ScorecardWords.command(lane.kind))]]
            }
            return lane.goals.map { [lane.kind.rawValue, escaped($0.outcome), escaped(process($0)), MarkdownText.next(next($0))] }
        }
        return MarkdownText.table(["lane", "goal", "process", "next"], rows)
    }

    private func process(_ goal: Scorecard.GoalLine) -> String {
        let kpis = goal.kpis.map { ([ScorecardWords.measured($0)] + ScorecardWords.agreed($0)).joined(separator: "; ") }
        let measure = goal.measure.map { line in
            ([
                MeasureWords.measured(line)
                    + (line.past.contains { $0 != nil } ? " \(SparkText.text(line.past, marks: SparkMarks(scorecard).places))" : "")
            ]
                + MeasureWords.rest(line)).joined(separator: "; ")
        }
        return ([goal.standing, measure].compactMap(\.self) + kpis + [goal.gap]).filter { !$0.isEmpty }.map {
            $0.hasSuffix(".") ? String($0.dropLast()) : $0
        }.joined(separator: ". ")
    }

    private func next(_ goal: Scorecard.GoalLine) -> String {
        if let measure = goal.measure, goal.next.isEmpty, measure.value == nil { return MeasureWords.next(measure) }
        return goal.next.isEmpty ? goal.kpis.first { !$0.next.isEmpty }?.next ?? "" : goal.next
    }

    private var process: String {
        var parts: [String] = []
        if scorecard.process.isEmpty {
            parts.append("No process number can be given yet. Next: `hone doctor`")
        } else {
            let marks = SparkMarks(scorecard)
            let rows = scorecard.process.map { row in
                [
                    escaped(SignWords.marked(row.name, row.observation.signs)), escaped(row.nowText), escaped(row.rangeText),
                    SparkText.text(row.history, marks: marks.places),
                    ValueText.grouped(row.observation.n), row.role,
                ]
            }
            parts.append(MarkdownText.table(["metric", "now", "range", "2 years", "n", "role"], rows, numeric: [1, 4]))
            if let legend = marks.legend { parts.append(escaped(legend)) }
        }
        let patterns = SignWords.lines(scorecard.signs)
        if !patterns.isEmpty { parts.append(bullets(patterns)) }
        if !scorecard.flow.isEmpty { parts.append(bullets(scorecard.flow)) }
        return parts.joined(separator: "\n\n")
    }

    private var capability: String {
        let standing = scorecard.capabilityStanding
        guard let capability = scorecard.shownCapability else {
            let next = CapabilityWords.next(standing)
            let lines = CapabilityWords.sentences(standing) + CapabilityWords.outside(scorecard).map(\.text)
            return bullets(lines) + (next.isEmpty ? "" : "\n\nNext: \(MarkdownText.code(next))")
        }
        let rows = zip(capability.trends, capability.probabilities).map { trend, probability in
            [
                escaped(trend.name), escaped(ValueText.text(trend.now, unit: trend.unit)),
                escaped(CapabilityWords.verdict(trend, probability: probability)),
            ]
        }
        let quarter = capability.trends.first.map(CapabilityWords.lastQuarter) ?? ""
        let outside = CapabilityWords.outside(scorecard)
        return MarkdownText.table(["metric", quarter, "over the whole history"], rows, numeric: [1]) + "\n\n"
            + escaped(CapabilityWords.note)
            + (outside.isEmpty ? "" : "\n\n" + bullets(outside.map(\.text)))
            + (CapabilityWords.knowsReleases(capability) ? "\n\nBy release: \(MarkdownText.code(CapabilityWords.byRelease))" : "")
    }

    private var improvement: String {
        let check = scorecard.improvement.healthCheck.map { "health check: \($0)" }
        let noted = [scorecard.improvement.fromCeremonies, check].compactMap { $0 }
        let periods = words.reservePeriods.map { "\($0.label): \($0.text)" }
        let lines =
            [words.share, words.reserve + (words.met.map { ", \($0)" } ?? "")] + periods + noted
            + scorecard.improvement.running.map { "\($0.label): \($0.text)" } + [words.waiting]
        return ([bullets(lines)] + words.notes.map { "  - \(escaped($0.text))\($0.age.isEmpty ? "" : " (\($0.age))")" }).joined(
            separator: "\n")
    }

    private var questions: String { words.threeLines.map { "- **\($0.label):** \(escaped($0.text))" }.joined(separator: "\n") }

    private var cannotSay: String {
        guard !scorecard.cannotSay.isEmpty else { return "Nothing here is missing for lack of evidence." }
        let rows = scorecard.cannotSay.map { [escaped($0.what), escaped($0.why), MarkdownText.next($0.next)] }
        return MarkdownText.table(["what", "why", "next"], rows)
    }
}
