package import HoneFacts
package import HoneMetrics
import HoneStatistics

/// What the evidence cannot support, in kind words, with what would mend it.
package struct CannotSay {
    let histories: Histories
    let interpretation: Interpretation
    let window: Window
    let now: Int64
    /// The metrics that the product's life cycle offers.
    let metrics: [any Metric]

    package init(histories: Histories, interpretation: Interpretation, metrics: [any Metric], window: Window, now: Int64) {
        self.metrics = metrics
        self.histories = histories
        self.interpretation = interpretation
        self.window = window
        self.now = now
    }

    /// Numbers that exist, with a doubt that a reader should know.
    package var doubts: [Scorecard.Gap] {
        doubtful(observe(ImprovementShare(), histories, MeasureContext(interpretation: interpretation, window: window, now: now)))
    }

    /// - Parameter improvement: the share of improvement work in the window.
    func gaps(_ improvement: Observation) -> [Scorecard.Gap] { unavailable + doubtful(improvement) }

    /// Named metrics that have no value at all.
    private var unavailable: [Scorecard.Gap] {
        let context = MeasureContext(interpretation: interpretation, window: window, now: now)
            .over(Window(from: window.to, to: window.to))
        let found = metrics.filter { $0.concerns(histories) && Self.namedIDs.contains($0.definition.id) }.compactMap { metric in
            if case .unavailable(let reason) = metric.measure(histories, context) { (metric.definition.name, reason) } else { nil }
        }
        return Self.gaps(found)
    }

    /// What metrics without a value need, those with the same reason taken together.
    package static func gaps(_ unavailable: [(name: String, reason: String)]) -> [Scorecard.Gap] {
        var byReason: [(reason: String, names: [String])] = []
        for (name, reason) in unavailable {
            if let index = byReason.firstIndex(where: { $0.reason == reason }) {
                byReason[index].names.append(name.lowercased())
            } else {
                byReason.append((reason, [name.lowercased()]))
            }
        }
        return byReason.map { .init(what: Self.joined($0.names), why: $0.reason, next: "hone doctor") }
    }

    /// A name that has a comma of its own parts the others by semicolons.
    private static func joined(_ names: [String]) -> String {
        names.joined(separator: names.count > 1 && names.contains { $0.contains(",") } ? "; " : ", ")
    }

    private func doubtful(_ improvement: Observation) -> [Scorecard.Gap] {
        var gaps: [Scorecard.Gap] = []
        let items = histories.items
        if items.totalCount > 0 {
            let unclassified = items.kind.count { $0 == .unclassified } + items.settled.count(of: .unclassified)
            if improvement.interval?.method == "unclassified" || unclassified * 10 > items.totalCount * 3 {
                gaps.append(
                    .init(
                        what: "what kind of work it was",
                        why:
                            "\(ValueText.percent(Double(unclassified) / Double(items.totalCount))) % of the items have a type that no work kind rule knows.",
                        next: "work_kinds in hone.yaml"))
            }
            let isOpen = (0..<items.count).contains {
                items.finishedAt[$0] == Instant.missing && items.cancelledAt[$0] == Instant.missing
            }
            if items.totalCount >= Observation.smallSample, !isOpen {
                gaps.append(
                    .init(
                        what: "work in progress, work item age, legacy bugs",
                        why:
                            "Every one of the \(ValueText.grouped(items.totalCount)) items is finished, so the export seems to leave open work out.",
                        next: "an export with open items"))
            }
            let reasons = (items.reason.isFilled ? (0..<items.count).count { !items.reason.isEmpty($0) } : 0) + items.settled.reasonCount
            if interpretation.cancelledReasons.isEmpty, reasons > 0 {
                gaps.append(
                    .init(
                        what: "which finished items were really done",
                        why:
                            "\(ValueText.grouped(reasons)) items carry a reason for their end, and no reason (such as \"Won't Fix\") is set to mean cancelled.",
                        next: "cancelled_reasons in hone.yaml"))
            }
        }
        if let gap = unfinishedBugs { gaps.append(gap) }
        // A status without a stage makes other stages look long, so it comes first.
        let remarks = histories.remarks.map { (isUnmapped: $0.id == "unmapped-status", gap: Self.gap($0)) }
        gaps = remarks.filter(\.isUnmapped).compactMap(\.gap) + gaps + remarks.filter { !$0.isUnmapped }.compactMap(\.gap)
        if histories.git.isShallow {
            gaps.append(
                .init(
                    what: "anything before the shallow boundary",
                    why: "The git history was cloned with a limited depth, so older commits are missing.", next: "git fetch --unshallow"))
        }
        if histories.files.uncountedCommitCount > 0 {
            gaps.append(
                .init(
                    what: "the lines of \(CountText.counted(histories.files.uncountedCommitCount, "commit"))",
                    why: "Their files are known by name alone, so what they added and deleted is missing, which is not zero.",
                    next: "hone sync"))
        }
        if histories.git.unreachableCount > 0 {
            gaps.append(
                .init(
                    what: "\(CountText.counted(histories.git.unreachableCount, "commit")) that HEAD does not reach",
                    why: "They are only on release branches, or were left behind by a rebase. They are in no metric.", next: ""))
        }
        return gaps
    }

    /// Bugs with logged hours and no completion date, where they are more than a few.
    private var unfinishedBugs: Scorecard.Gap? {
        let items = histories.items
        guard items.loggedSeconds.isFilled else { return nil }
        let bugs = (0..<items.count).filter { items.kind[$0].isBug && items.loggedSeconds[$0] != Instant.missing }
        let unfinished = bugs.filter { items.finishedAt[$0] == Instant.missing && items.cancelledAt[$0] == Instant.missing }
        guard unfinished.count * 10 >= bugs.count, !unfinished.isEmpty else { return nil }
        func hours(_ rows: [Int]) -> String { ValueText.hundredths(Double(rows.reduce(0) { $0 + items.loggedSeconds[$1] }) / 3600) }
        return .init(
            what: "labour on \(CountText.counted(unfinished.count, "bug")) without a completion date",
            why:
                "\(ValueText.grouped(bugs.count)) bugs carry \(hours(bugs)) h in all; \(hours(unfinished)) h of them are on bugs that no source says are finished, and are in no window.",
            next: "")
    }

    private static func gap(_ remark: Histories.Remark) -> Scorecard.Gap? {
        let count = remark.count
        switch remark.id {
        case "unmapped-status":
            return .init(
                what: "\(CountText.counted(count, "transition")) into \"\(remark.subject)\"",
                why: "No stage in hone.yaml names this status, so the time in it counts for the stage before.",
                next: "stages in hone.yaml")
        case "transition-without-date":
            return .init(
                what: "\(CountText.counted(count, "transition")) into \"\(remark.subject)\"",
                why: "They carry no date, so they are in no history.", next: "")
        case "no-stage-map":
            return .init(
                what: "start and finish of the items", why: "There are transitions, and no stages in hone.yaml that say what they mean.",
                next: "stages in hone.yaml")
        case "date-in-the-future":
            return .init(
                what: "\(CountText.counted(count, "date")) in the future",
                why: "What has not happened yet counts for nothing until then.",
                next: "")
        case "commit-without-date":
            return .init(
                what: CountText.counted(count, "commit"), why: "Their dates are missing or lie outside the years 1 to 9999.", next: "")
        case "tag-without-date":
            return .init(what: "the tag \(remark.subject)", why: "Its date is missing or lies outside the years 1 to 9999.", next: "")
        case "repository-not-told":
            return .init(
                what: "which repository the changes belong to",
                why: "There are several repositories and several services, and no commit tells which belong together.", next: "")
        case "head-not-read":
            return .init(what: "the history of \(remark.subject)", why: "Its newest commit has not been read yet.", next: "hone sync")
        case "deployment-status-not-known":
            return .init(
                what: "\(CountText.counted(count, "deployment")) with the status \"\(remark.subject)\"",
                why: "The word is on no list, so they are in no rate.", next: "only or skip of the source in hone.yaml")
        case "deployment-without-date", "incident-without-date":
            let what = remark.id == "deployment-without-date" ? "deployment" : "incident"
            return .init(
                what: CountText.counted(count, what), why: "They carry no date that can be used, so they are in no number.", next: "")
        case "incident-with-a-lost-link":
            return .init(
                what: "which deployment caused \(CountText.counted(count, "incident"))",
                why: "They name a deployment or a commit that no source knows.", next: "a source with fact: deployment")
        case "commit-in-the-future":
            return .init(
                what: "\(CountText.counted(count, "commit")) dated in the future",
                why: "A clock was wrong. They count on the date they carry.", next: "")
        default: return nil
        }
    }
}
