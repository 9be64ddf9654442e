extension GitGlance {
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
