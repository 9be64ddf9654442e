package import HoneFacts

/// Lines taken away soon after they came in.
package struct Rework: Metric {
    package init() {}

    /// Days in which a line counts as new.
    static let newDays = 21

    package let definition = MetricDefinition(
        id: "rework", version: 1, name: "Rework (upper bound)", family: .technicalDebt,
        question: "How much of what we write do we throw away again within three weeks?",
        formula:
            "lines taken away in a file while lines added to it at most 21 days before are still left / lines added and taken away, both in the window of the commit that takes them away. Counted lines do not say which line went: each is taken from the new ones first, so it is an upper bound. Renames followed, commits of programs left out. Standard error by leaving out one changed file at a time. "
            + GeneratedPaths.words,
        unit: .share, direction: .lower, startEvent: "line added", endEvent: "line taken away",
        needs: "A git history with its counted lines.",
        misuse:
            "Trying something out and throwing it away is how one learns; small steps are rework too. Rewriting a file that just came in by a merge or a generator raises it. It is a bound: look at its course, not at its height.",
        guards: ["change-lead-time", "reopen-rate"],
        citations: [
            "LinearB, rework rate: code changed again within 21 days",
            "Nagappan and Ball, Use of Relative Code Churn Measures to Predict System Defect Density, ICSE 2005, doi:10.1109/ICSE.2005.1553571",
        ],
        examples: [
            WorkedExample(
                "Ten lines come in; five days later four go and two come. Seven weeks later the last eight go: they are old. 4 of 24 changed lines. The image has no lines.",
                .git(
                    commits: [
                        ("c1", "", "2026-03-01T12:00:00Z"), ("c2", "c1", "2026-03-06T12:00:00Z"), ("c3", "c2", "2026-04-20T12:00:00Z"),
                    ], tags: []
                ).touching([
                    ("c1", "Ann", ["+10 a.c", "binary logo.png"]), ("c2", "Bo", ["+2 -4 a.c"]), ("c3", "Ann", ["-8 a.c"]),
                ]), from: "2026-03-01", to: "2026-05-01", expected: 4 / 24, n: 3, excluded: ["lines-not-counted": 1])
        ])

    /// Complexity: O(touches x log touches of a file).
    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let files = histories.files
        if let reason = files.reasonTouchesAreUnknown { return .unavailable(reason) }
        guard files.touchAdded.contains(where: { $0 >= 0 }) else {
            return .unavailable("The history names the files of commits and does not count their lines.")
        }
        let (seconds, commits) = (files.commitSeconds(context), files.touchCommit)
        var rows = MeasuredRows(.files, unit: .share, summary: .ratio)
        rows.source = "counted lines: an upper bound"
        for file in 0..<files.count {
            let isGenerated = GeneratedPaths.contains(files.path[file])
            var fresh = FreshLines()
            let touches = files.touches(of: file).sorted { (seconds[Int(commits[$0])], $0) < (seconds[Int(commits[$1])], $1) }
            for touch in touches {
                let commit = Int(files.touchCommit[touch])
                guard seconds[commit] > .min else { continue }
                let isPerson = files.commitDeveloper[commit] >= 0
                let (added, deleted) = (Int(files.touchAdded[touch]), Int(files.touchDeleted[touch]))
                let reworked = isPerson && added >= 0 ? fresh.change(added: added, deleted: deleted, at: seconds[commit]) : 0
                guard context.needs(files.commitAt[commit]) else { continue }
                let day = context.interpretation.zone.day(atSeconds: seconds[commit])
                if isGenerated {
                    rows.exclude(file, endDay: day, reason: GeneratedPaths.reason)
                } else if !isPerson {
                    rows.exclude(file, endDay: day, reason: "by-a-program-or-nobody-known")
                } else if added < 0 {
                    rows.exclude(file, endDay: day, reason: "lines-not-counted")
                } else {
                    rows.keep(file, endDay: day, value: Double(reworked), weight: Double(added + deleted))
                }
            }
        }
        return .rows(rows)
    }
}

/// Lines of a file that came in not long ago, as counts by when.
private struct FreshLines {
    private var counts: [(at: Int64, lines: Int)] = []
    private var first = 0

    /// Takes lines away, the newest first, and adds others. Returns how many of those taken away were new.
    mutating func change(added: Int, deleted: Int, at seconds: Int64) -> Int {
        let limit = Int64(Rework.newDays) * 86_400
        while first < counts.count, seconds - counts[first].at > limit { first += 1 }
        var left = deleted
        while left > 0, counts.count > first, let last = counts.last {
            let taken = min(left, last.lines)
            left -= taken
            if taken == last.lines { counts.removeLast() } else { counts[counts.count - 1].lines -= taken }
        }
        if added > 0 { counts.append((seconds, added)) }
        return deleted - left
    }
}
