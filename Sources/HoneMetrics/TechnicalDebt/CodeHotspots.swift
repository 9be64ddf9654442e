package import HoneFacts

/// Files that change often and are hard to read.
package struct CodeHotspots: Metric {
    package init() {}

    package let definition = MetricDefinition(
        id: "code-hotspots", version: 1, name: "Code hotspots", family: .technicalDebt,
        question: "In how few files does the code sit that we change often and that is hard to read?",
        formula:
            "heat of a file at HEAD = commits of people that touch it in the window x its non-blank lines x their mean indentation level (a tab or four spaces are one), renames followed; the value is the smallest number of files that together hold half of the heat, the rows are the files, hottest first. Lines and indentation are those of HEAD now, also for an earlier window. "
            + GeneratedPaths.words,
        unit: .files, direction: .none, startEvent: "touched by a commit", endEvent: "at HEAD",
        needs: "A git history with its file lines, and the tree at HEAD.",
        misuse:
            "A hot file is a place to look, not a fault and not a person's score. Cutting a file into parts lowers the heat of each and mends nothing; indentation stands in for complexity and differs between languages and layouts.",
        guards: ["change-lead-time", "reopen-rate"],
        citations: [
            "Tornhill, Software Design X-Rays, 2018: hotspots = change frequency x complexity",
            "Hindle, Godfrey and Holt, Reading Beside the Lines: Indentation as a Proxy for Complexity Metrics, ICPC 2008, doi:10.1109/ICPC.2008.13",
            "Lists of vendored and generated files after https://github.com/github-linguist/linguist",
        ],
        examples: [
            WorkedExample(
                "a.c: 3 commits x 10 lines x mean level 2 = 60; b.c: 1 x 20 x 1 = 20; c.c: 1 x 5 x 3 = 15. One file holds 60 of 95. The lock file is left out, d.c was not touched in the window.",
                .git(
                    commits: [
                        ("c1", "", "2026-02-01T12:00:00Z"), ("c2", "c1", "2026-03-02T12:00:00Z"), ("c3", "c2", "2026-03-03T12:00:00Z"),
                        ("c4", "c3", "2026-03-04T12:00:00Z"),
                    ], tags: []
                ).touching(
                    [
                        ("c1", "Ann", ["+4 d.c", "+9 old.c"]), ("c2", "Ann", ["+1 old.c => a.c", "+20 b.c"]),
                        ("c3", "Bo", ["+1 a.c", "+5 c.c"]),
                        ("c4", "Ann", ["+1 a.c", "+90 yarn.lock"]),
                    ], tree: [("a.c", 10, 20), ("b.c", 20, 20), ("c.c", 5, 15), ("d.c", 4, 4), ("yarn.lock", 90, 90)]),
                from: "2026-03-01", to: "2026-04-01", expected: 1, n: 3, excluded: ["generated-or-vendored": 1])
        ])

    /// Complexity: O(touches + files x log files).
    package func measure(_ histories: Histories, _ context: MeasureContext) -> Measurement {
        let files = histories.files
        if let reason = files.reasonTouchesAreUnknown { return .unavailable(reason) }
        guard files.lines.contains(where: { $0 != Instant.missing }) else {
            return .unavailable(
                "No source has read the tree at HEAD, so how long and how deep the files are is not known. After hone sync --names-only, run hone sync."
            )
        }
        let zone = context.interpretation.zone
        let window = zone.startOfDay(context.window.from)..<max(zone.startOfDay(context.window.from), zone.startOfDay(context.window.to))
        let seconds = files.commitSeconds(context)
        var rows: [(file: Int, day: CalendarDay, heat: Double, exclusion: String?, flags: [String])] = []
        for file in 0..<files.count where files.isAtHead[file] {
            var (commits, programs, last) = (0, 0, Int64.min)
            var previous = Int32(-1)
            for touch in files.touches(of: file) {
                let commit = files.touchCommit[touch]
                guard commit != previous, window.contains(seconds[Int(commit)]) else { continue }
                previous = commit
                last = max(last, seconds[Int(commit)])
                if files.commitDeveloper[Int(commit)] >= 0 { commits += 1 } else { programs += 1 }
            }
            guard commits + programs > 0 else { continue }
            let isKnown = files.lines[file] != Instant.missing && files.indentationSum[file] != Instant.missing
            let exclusion =
                GeneratedPaths.contains(files.path[file])
                ? GeneratedPaths.reason : commits == 0 ? "only-programs" : isKnown ? nil : "lines-not-known"
            // Lines x mean level is the sum of the levels.
            let heat = exclusion == nil ? Double(commits) * Double(files.indentationSum[file]) : 0
            rows.append((file, zone.day(atSeconds: last), heat, exclusion, programs > 0 ? [FileHistories.programsLeftOut] : []))
        }
        let heats = rows.filter { $0.exclusion == nil }.map(\.heat)
        var measured = MeasuredRows(.files, unit: .files, summary: .whole(Self.filesWithHalf(of: heats)))
        for row in rows {
            if let reason = row.exclusion {
                measured.exclude(row.file, endDay: row.day, reason: reason)
            } else {
                measured.keep(row.file, endDay: row.day, value: row.heat, flags: row.flags)
            }
        }
        return .rows(measured)
    }

    /// The fewest values that make up half of the sum; nil where there is no heat at all.
    static func filesWithHalf(of heats: [Double]) -> Double? {
        let total = heats.reduce(0, +)
        guard total > 0 else { return nil }
        var sum = 0.0
        for (position, heat) in heats.sorted(by: >).enumerated() {
            sum += heat
            if 2 * sum >= total { return Double(position + 1) }
        }
        return Double(heats.count)
    }
}

extension FileHistories {
    /// Flag of a row from which commits of programs were left out.
    static let programsLeftOut = "changes-of-programs-left-out"

    /// Whether it can be known which commits touched which files; if not, the sentence that says why.
    var reasonTouchesAreUnknown: String? {
        if commitAt.isEmpty { return "No commit has been read: add a source with git: to hone.yaml, then run hone sync." }
        return touchCommit.isEmpty ? "The commits name no files they changed." : nil
    }

    /// Seconds since 1970 of each commit; before all time where it carries no date that can be.
    func commitSeconds(_ context: MeasureContext) -> [Int64] {
        commitAt.map { Instant.isPlausible($0) ? context.seconds($0) : .min }
    }
}
