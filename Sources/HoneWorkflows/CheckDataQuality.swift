package import HoneFacts
package import HoneLoop
import HoneMetrics

/// What is missing in the evidence, what each metric loses by it, and how to mend it.
package struct CheckDataQuality: Sendable {
    let evidence: Evidence

    package init(_ evidence: Evidence) {
        self.evidence = evidence
    }

    package struct Report: Sendable {
        /// What there is, one sentence a source of numbers.
        package var present: [String]
        /// Each metric over the whole history: n, exclusions, flags; or why it cannot be had.
        package var metrics: [Line]
        package var gaps: [Scorecard.Gap]
        /// What could not be used of each source, or only with a doubt, when it was last read.
        package var oddities: [(origin: String, oddity: SourceOddity)]
    }

    package struct Line: Sendable {
        package var metric: String
        package var n: Int
        package var eligible: Int
        package var excluded: [String: Int]
        package var flags: [String: Int]
        package var unavailableReason: String?
    }

    package func report() async -> Report {
        let histories = evidence.histories
        let whole = Window(from: CalendarDay(number: 0), to: evidence.today + 1)
        let context = MeasureContext(interpretation: evidence.interpretation, window: whole, now: evidence.now)
        let metrics = evidence.metrics
        let lines = await metrics.mappedOnAllCores { metric in
            let observation = count(metric, histories, context)
            return Line(
                metric: metric.definition.id, n: observation.n, eligible: observation.eligible, excluded: observation.excluded,
                flags: observation.flags, unavailableReason: observation.unavailableReason)
        }
        let unavailable = zip(metrics, lines).compactMap { metric, line in line.unavailableReason.map { (metric.definition.name, $0) } }
        let doubts = CannotSay(
            histories: histories, interpretation: evidence.interpretation, metrics: metrics, window: whole, now: evidence.now
        ).doubts
        let uncounted = evidence.uncounted.map { origin in
            Scorecard.Gap(
                what: "the facts of \(origin)", why: "They are in the store, and no source of hone.yaml has that name: they count nowhere.",
                next: "hone store forget \(origin)")
        }
        let unnamed = evidence.unnamed.map { origin in
            Scorecard.Gap(
                what: "the facts of \(origin)",
                why:
                    "No source of hone.yaml has that name. They count, as those of an imported file do; if it was renamed or taken out, what it alone says counts still.",
                next: "hone store forget '\(origin)'")
        }
        let twice = itemsTwice
        let oddities = evidence.cursors.flatMap { cursor in cursor.oddities.map { (cursor.origin, $0) } }
        return Report(
            present: present, metrics: lines, gaps: CannotSay.gaps(unavailable) + doubts + twice + uncounted + unnamed, oddities: oddities)
    }

    /// Keys of items that several sources have: an item each, so that they count twice. Complexity: O(items).
    private var itemsTwice: [Scorecard.Gap] {
        let items = evidence.histories.items
        var origins: [String: Int32] = [:]
        var counts: [[Int32]: Int] = [:]
        for item in 0..<items.count {
            let (key, origin) = (items.key[item], items.origin.code(item))
            // Numbers of rows are everywhere the same.
            guard !key.isEmpty, key.contains(where: \.isLetter) else { continue }
            guard let other = origins.updateValue(origin, forKey: key), other != origin else { continue }
            counts[[min(other, origin), max(other, origin)], default: 0] += 1
        }
        // Who shares keys with somebody that shares them with a Jira speaks of its issues, too.
        let isOfJira = counts.keys.joined().contains { items.origin.text($0) == "jira" }
        return counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { pair, count in
            let names = pair.map { items.origin.text($0) }
            let next = isOfJira ? "tracker: jira beside each such csv: in hone.yaml" : "one tracker: for both in hone.yaml"
            return Scorecard.Gap(
                what: "\(CountText.counted(count, "item")) of \(names.joined(separator: " and "))",
                why: "They have the same keys and count twice: a source does not know of another one's items.", next: next)
        }
    }

    private var present: [String] {
        let (items, git, zone) = (evidence.histories.items, evidence.histories.git, evidence.interpretation.zone)
        func span(_ raw: [Int64]) -> String {
            let known = raw.filter { $0 != Instant.missing }
            guard let first = known.min(), let last = known.max() else { return "" }
            return ", \(zone.day(Instant(rawValue: first))) to \(zone.day(Instant(rawValue: last)))"
        }
        var sentences: [String] = []
        if items.count > 0 {
            let finished = items.finishedAt.count { $0 != Instant.missing }
            let dates = [items.requestedAt, items.startedAt, items.finishedAt].compactMap(\.bounds)
            sentences.append(
                "\(ValueText.grouped(items.count)) work items, \(ValueText.grouped(finished)) finished\(span(dates.flatMap { [$0.least, $0.greatest] })); \(ValueText.grouped(items.hasTransitions.count { $0 })) with transitions"
            )
        }
        let logged = items.loggedSeconds.filter { $0 != Instant.missing }
        if !logged.isEmpty {
            let hours = Double(logged.reduce(0, +)) / 3600
            sentences.append("\(ValueText.hundredths(hours)) h logged on \(ValueText.grouped(logged.count)) work items")
        }
        let iterations = evidence.histories.iterations
        if iterations.count > 0 {
            sentences.append(
                "\(CountText.counted(iterations.count, "iteration")), \(ValueText.grouped(iterations.completedAt.count { $0 != Instant.missing })) of them closed\(span(iterations.startedAt)); \(CountText.counted(iterations.members.count, "item")) in them"
                    + (iterations.strayCount > 0 ? ", \(ValueText.grouped(iterations.strayCount)) of unknown items left out" : ""))
        }
        let changes = evidence.histories.changes
        if changes.count > 0 {
            let merged = changes.mergedAt.count { $0 != Instant.missing }
            let reviewed = changes.firstReviewAt.count { $0 != Instant.missing }
            sentences.append(
                "\(CountText.counted(changes.count, "change")), \(ValueText.grouped(merged)) merged, \(ValueText.grouped(reviewed)) reviewed by somebody else\(span(changes.openedAt))"
            )
        }
        if git.commits.count > 0 {
            let merges = git.commits.isMerge.count { $0 }
            let bots = git.commits.isBot.count { $0 }
            sentences.append(
                "\(CountText.counted(git.commits.count, "commit")) that HEAD reaches, \(ValueText.grouped(merges)) of them merges, \(ValueText.grouped(bots)) by programs\(span(git.commits.committedAt))"
            )
        }
        if git.releases.count > 0 {
            sentences.append(
                "\(CountText.counted(git.releases.count, "release"))\(span(git.releases.releasedAt)); \(CountText.counted(git.otherTagCount, "other tag"))"
            )
        }
        sentences += otherFacts(span)
        for coverage in evidence.histories.joins.coverage {
            sentences.append(
                "\(ValueText.grouped(coverage.joined)) of \(ValueText.grouped(coverage.of)) \(coverage.what) (\(ValueText.percent(Double(coverage.joined) / Double(coverage.of))) %)"
            )
        }
        return sentences.isEmpty ? ["Nothing has been read yet."] : sentences
    }

    /// Deployments, incidents, builds, a plan, measures.
    private func otherFacts(_ span: ([Int64]) -> String) -> [String] {
        let histories = evidence.histories
        let (deployments, incidents) = (histories.deployments, histories.incidents)
        var sentences: [String] = []
        if deployments.count > 0 {
            let shipped = (0..<deployments.count).count(where: deployments.hasShipped)
            sentences.append(
                "\(ValueText.grouped(deployments.count)) deployments, \(ValueText.grouped(shipped)) of them reached users\(span(deployments.finishedAt))"
            )
        }
        if incidents.count > 0 {
            let linked = incidents.tie.count { $0 == .linked }
            let near = incidents.tie.count { $0 == .withinWindow }
            sentences.append(
                "\(ValueText.grouped(incidents.count)) incidents, \(ValueText.grouped(linked)) linked to a deployment, \(ValueText.grouped(near)) laid to one by the time between them\(span(incidents.openedAt))"
            )
        }
        if histories.builds.count > 0 {
            sentences.append("\(ValueText.grouped(histories.builds.count)) builds\(span(histories.builds.finishedAt))")
        }
        if histories.plan.count > 0 {
            sentences.append(
                "\(CountText.counted(histories.plan.count, "line")) of a plan, \(CountText.counted(histories.plan.statements.count, "statement")) about them\(span(histories.plan.statements.map(\.statedAt)))"
            )
        }
        if histories.measurements.count > 0 {
            let names = Set(histories.measurements.name).count
            sentences.append(
                "\(ValueText.grouped(histories.measurements.count)) measurements of \(names) measures\(span(histories.measurements.measuredAt))"
            )
        }
        return sentences
    }
}
