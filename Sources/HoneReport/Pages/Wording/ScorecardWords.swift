import HoneFacts
package import HoneLoop
import HoneMetrics
import HoneStatistics

/// The sentences of the scorecard that are the same in every form.
package struct ScorecardWords {
    let scorecard: Scorecard

    package init(_ scorecard: Scorecard) {
        self.scorecard = scorecard
    }

    /// `Scrum, sprints of 14 days · 12 weeks to 22 Nov 2026`.
    var subtitle: String { "\(scorecard.lifeCycle) · \(DayText.window(scorecard.window))" }

    var evidence: String {
        guard !scorecard.evidence.isEmpty else { return "nothing read yet" }
        return scorecard.evidence.map { "\(Self.source($0.origin)) \(AgeText.asOf(seconds: $0.ageSeconds))" }.joined(
            separator: " · ")
    }

    /// A repository that is named by its place seen from hone.yaml alone, in words: `git (this product's own folder)`.
    static func source(_ origin: String) -> String {
        guard origin.hasPrefix("git:") else { return origin }
        let parts = origin.dropFirst(4).split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let place: String
        switch parts.first {
        case ".": place = "this product's own folder"
        case let path? where !path.isEmpty && path.split(separator: "/").allSatisfy({ $0 == ".." }):
            place = "a folder above this product's own"
        default: return origin
        }
        return parts.count > 1 ? "git (\(parts[1]) in \(place))" : "git (\(place))"
    }

    /// Said where nobody has read the last weeks, or where the evidence is older than the window that a page of today would have.
    var evidenceEnds: String? {
        let length = DayText.length(scorecard.window)
        if let day = scorecard.unreadSince {
            return "Nothing was read since \(DayText.day(day)); this page stands for the \(length) before. hone sync reads on."
        }
        return scorecard.evidenceEndsOn.map { "The evidence ends on \(DayText.day($0)); this page stands for the \(length) before." }
    }

    static func command(_ kind: Goal.Kind) -> String { "hone goal add --kind \(kind.rawValue) \"…\"" }

    static func meaning(_ kind: Goal.Kind) -> String {
        switch kind {
        case .run: "keep it running"
        case .improve: "make it better"
        case .vision: "toward the vision"
        }
    }

    /// The number of a KPI and its target: `cycle time p85  12 d (n 128), target <= 10 d: not reached`.
    static func measured(_ kpi: Scorecard.KPILine) -> String {
        let number = kpi.observed.map { ": \($0)" } ?? ""
        return SignWords.marked(kpi.name, kpi.signs) + number + (kpi.target.map { ", \($0)" } ?? "")
    }

    /// How it stands and its guard on a line, and what a reader should know besides.
    static func agreed(_ kpi: Scorecard.KPILine) -> [String] {
        [kpi.standing + (kpi.held.map { " · \($0)" } ?? "")] + kpi.remarks
            + (SignWords.sentences(kpi.signs).map { ["\(SignWords.mark) \($0)"] } ?? [])
    }

    /// What the reserve was used for.
    var share: String {
        if let used = scorecard.improvement.used { return ReserveWords.whole(used) }
        let share = scorecard.improvement.share
        if let reason = share.unavailableReason { return "Cannot be told yet. \(reason)" }
        guard let value = share.value else {
            guard let interval = share.interval else {
                return "No item finished in this window, so no share of improvement work is defined."
            }
            let range = ValueText.range(interval.lower, interval.upper, unit: .share)
            return "somewhere in \(range) of \(items(share.n)): too few have a known kind for one number"
        }
        let count = share.numerator.map { "\(ValueText.short($0)) of \(items(share.n))" } ?? items(share.n)
        let interval = share.interval.map { ", interval \(ValueText.range($0.lower, $0.upper, unit: .share))" } ?? ""
        return "\(ValueText.percent(value)) % of finished work was improvement (\(count)\(interval))"
    }

    /// `met in 3 of 8 sprints`, in the word of the life cycle.
    var met: String? {
        if let reserve = scorecard.improvement.reserve { return ReserveWords(reserve).met }
        return scorecard.improvement.met.map { met in
            let word = LifeCycle.allCases.first { scorecard.lifeCycle.hasPrefix($0.name) }?.iteration ?? "period"
            return "met in \(met.count) of \(met.of) \(word)\(met.of == 1 ? "" : "s")"
        }
    }

    var reserve: String { "reserve \(ValueText.percent(scorecard.improvement.reserveFloor)) %" }

    /// The reserve and what was used of it, a line each.
    package var reserveLines: [String] {
        ["\(reserve): \(share)"] + [met].compactMap(\.self) + reservePeriods.map { "\($0.label): \($0.text)" }
    }

    /// The last period and the running one against what was agreed, and what was decided about them.
    var reservePeriods: [(label: String, text: String)] {
        guard let reserve = scorecard.improvement.reserve, let last = reserve.last else { return [] }
        let words = ReserveWords(reserve)
        // Without any item the reserve has said so already, and a period has nothing to add.
        let isSaid = scorecard.improvement.used == nil && scorecard.improvement.share.unavailableReason != nil
        func isTold(_ period: ReservePicture.Period) -> Bool { !isSaid || period.used.missing == nil }
        var lines = isTold(last) ? [(label: words.label ?? "", text: words.sentence(last))] : []
        if let running = reserve.periods.last, running.isRunning, !last.isRunning, isTold(running) {
            lines.append(("this \(reserve.word)", "\(words.used(running)), \(ReserveWords.days(running.counted))"))
        }
        let others = words.otherRaidsInShort.map { [(reserve.otherRaids.count == 1 ? "raid" : "raids", $0)] } ?? []
        return lines + words.raids.map { ("raid", $0) } + others + [words.coming].compactMap { $0 }.map { ("next", $0) }
    }

    /// The command that makes an agreement of it; empty where there is one, and where nothing can be told anyway.
    var reserveStep: String {
        guard let reserve = scorecard.improvement.reserve, !reserve.reserve.isAgreed, reserve.next == nil,
            reserve.last?.used.missing == nil
        else { return "" }
        return "hone reserve set --floor \"10 %\""
    }

    var waiting: String {
        let notes = scorecard.improvement.unansweredNotes
        guard !notes.isEmpty else { return "no note is waiting" }
        let oldest = scorecard.improvement.oldestNoteDays.map { notes.count == 1 ? " (\(days($0)))" : " (oldest \(days($0)))" } ?? ""
        return "\(notes.count) note\(notes.count == 1 ? "" : "s") unanswered\(oldest)"
    }

    /// Each waiting note with its age, oldest first.
    var notes: [(text: String, age: String)] {
        let ordered = scorecard.improvement.unansweredNotes.sorted { ($0.notedAt, $0.number) < ($1.notedAt, $1.number) }
        guard let first = ordered.first else { return [] }
        return ordered.map { note in
            let younger = Int((note.notedAt - first.notedAt) / 86_400)
            return (note.text, scorecard.improvement.oldestNoteDays.map { days(max(0, $0 - younger)) } ?? "")
        }
    }

    /// What cannot be said, with the step that mends it: neighbours that need the same step stand together, and it is said once.
    var gaps: [(rows: [Scorecard.Gap], next: String)] {
        scorecard.cannotSay.reduce(into: []) { groups, gap in
            if let last = groups.last, last.next == gap.next {
                groups[groups.count - 1].rows.append(gap)
            } else {
                groups.append(([gap], gap.next))
            }
        }
    }

    var threeLines: [(label: String, text: String)] {
        [
            ("WHERE improvement lives", scorecard.whereItLives), ("WHETHER it pays", scorecard.whetherItPays),
            ("WHICH KPI", scorecard.whichKPI),
        ]
    }

    private func items(_ count: Int) -> String { "\(ValueText.grouped(count)) item\(count == 1 ? "" : "s")" }
    private func days(_ count: Int) -> String { count == 0 ? "today" : "\(count) day\(count == 1 ? "" : "s")" }
}
