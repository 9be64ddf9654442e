/// Who wrote the commits of the git histories: row `i` is commit `i`.
///
/// People are integers that mean nothing outside of this value: a metric may count them, and nothing here can name them.
package struct CommitPeople: Sendable {
    /// The author first, then those named as co-authors, each once; empty for a program and for nobody known.
    package private(set) var writers = RowLists()
    /// Codes of people are below this.
    package private(set) var count = 0
    /// Whether any commit names a co-author.
    package private(set) var hasCoauthors = false

    package init() {}

    /// Complexity: O(commits + co-authors).
    init(_ batches: FactBatches, of commits: GitHistories.Commits) {
        guard commits.count > 0 else { return }
        var codes: [String: Int] = [:]
        func code(_ person: String) -> Int {
            let code = codes[person] ?? codes.count
            codes[person] = code
            return code
        }
        var row: [String: Int] = [:]
        row.reserveCapacity(commits.count)
        for commit in 0..<commits.count { row[commits.sha[commit]] = commit }
        var lists = [[Int]](repeating: [], count: commits.count)
        for batch in batches {
            let (sha, author, others) = (batch.texts("sha"), batch.texts("author"), batch.texts("coauthors"))
            for fact in 0..<batch.count {
                guard let commit = row[sha[fact]], !commits.isBot[commit], lists[commit].isEmpty else { continue }
                var people = author.isEmpty(fact) ? [] : [code(author[fact])]
                for name in others.isEmpty(fact) ? [] : others[fact].split(separator: " ") {
                    let other = code(String(name))
                    if !people.contains(other) { people.append(other) }
                    hasCoauthors = true
                }
                lists[commit] = people
            }
        }
        writers = RowLists(lists)
        count = codes.count
    }
}
