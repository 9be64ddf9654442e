/// Which commits a sync has to read.
struct GitPlan: Sendable {
    /// Input of `git log --stdin` for all commits that HEAD or a tag reaches; empty where there are none.
    let everything: [UInt8]
    /// The same without what was read before; empty where nothing is new.
    let new: [UInt8]

    /// - Parameter before: commits that were read, with all their ancestors, as they are to be read now. A forced push and a prune
    ///   may have taken some away; whoever asks git tells it to pass over those.
    init(survey: GitSurvey, before: Set<String>) {
        let tips = Set([survey.head] + survey.tags.map(\.sha)).subtracting([""])
        everything = GitPlan.input(tips.sorted(), without: [])
        new = tips.isSubset(of: before) ? [] : GitPlan.input(tips.subtracting(before).sorted(), without: before.sorted())
    }

    private static func input(_ wanted: [String], without unwanted: [String]) -> [UInt8] {
        guard !wanted.isEmpty else { return [] }
        return Array((wanted + unwanted.map { "^" + $0 }).joined(separator: "\n").utf8) + [UInt8(ascii: "\n")]
    }
}
