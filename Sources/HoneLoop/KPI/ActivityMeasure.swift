/// Numbers of how busy people are. They are no KPI here: they rise when people are busier, whatever comes of it.
package enum ActivityMeasure {
    private static let names: [(words: Set<String>, what: String)] = [
        (["commit", "commits", "commit-count", "number-of-commits", "pushes"], "How many commits there are"),
        (["loc", "lines", "lines-of-code", "sloc", "code-lines", "line-count"], "How many lines there are"),
        (["hours", "hours-worked", "overtime", "time-spent", "utilisation", "utilization"], "How many hours are worked"),
        (["story-points", "points", "storypoints", "velocity"], "How many story points are finished"),
        (["pull-requests", "pull-request-count", "merge-requests", "prs", "reviews-done", "tickets-closed"], "How many of them there are"),
    ]

    /// Why a name is refused as a KPI; nil for anything else.
    package static func explanation(for name: String) -> String? {
        let word = name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
        guard let found = names.first(where: { $0.words.contains(word) }) else { return nil }
        return
            "\(found.what) says how busy people are, not what comes of it, and it grows by splitting and padding. A KPI names an outcome: "
            + "for whom does what get better? Near ones: lead-time, cycle-time, throughput, reopen-rate (hone metric list)."
    }
}
