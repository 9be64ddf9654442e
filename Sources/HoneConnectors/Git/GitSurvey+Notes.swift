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

    /// What people should know about the repository, a sentence each.
    func notes(of settings: GitSettings) -> [String] {
        var notes: [String] = []
        if head.isEmpty && tags.isEmpty {
            notes.append("\(settings.repository) has no commits yet. Sync again after the first commit.")
        } else if head.isEmpty {
            notes.append("The branch of HEAD has no commits yet; only tagged commits were read.")
        }
        if isShallow {
            notes.append(
                "This is a shallow clone: numbers begin at its boundary, and the files of the oldest commits are unknown. Run git fetch --unshallow for the whole history."
            )
        }
        if branch == nil, !head.isEmpty {
            notes.append("HEAD is detached: the history is read from the commit that is checked out, not from a branch.")
        }
        return notes
    }
}
