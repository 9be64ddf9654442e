extension CannotSay {
    /// Metrics whose absence the page tells: those of its own rows, and those that teams ask for first. What else the evidence
    /// cannot give is a matter for `hone doctor`, or a page would say more of what it does not know than of what it does.
    static let namedIDs: Set<String> = [
        "lead-time", "cycle-time", "throughput", "wip", "work-item-age", "stage-time", "flow-efficiency", "flow-distribution",
        "reopen-rate", "legacy-bug-count", "labour-per-bug-fix", "defect-removal-effectiveness", "release-frequency",
        "change-lead-time", "change-open-time", "time-to-first-review", "review-depth", "review-rounds", "merged-without-review",
        "say-do", "improvement-share", "work-without-a-story", "code-hotspots", "knowledge-concentration",
    ]
}
