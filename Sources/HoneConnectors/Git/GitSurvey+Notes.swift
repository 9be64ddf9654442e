extension GitSurvey {
    static let absentNote =
        "File contents of this clone are missing, so line counts are not yet read: line counts of a partial clone. Commits, files and renames of unchanged files are. For line counts read a full clone."

    /// What people should know about commits whose lines are not counted.
    static func notes(_ uncounted: GitPosition.Uncounted, isAbsent: Bool) -> [String] {
        let count = uncounted.deferredCount
        let later =
            "Names only: \(count == 1 ? "1 commit is" : "\(count) commits are") without line counts yet. hone sync counts them, unless hone.yaml says line_counts: false."
        return (isAbsent ? [absentNote] : []) + (count > 0 ? [later] : [])
    }
}
