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

    /// - Parameter rows: by full name, the row of each commit of the histories.
    /// - Complexity: O(commits + co-authors).
    init(_ batches: FactBatches, of commits: GitHistories.Commits, rows: [String: Int32]) {
        guard commits.count > 0 else { return }
        var codes: [String: Int] = [:]
        func code(_ person: String) -> Int {
            let code = codes[person] ?? codes.count
            codes[person] = code
            return code
        }
        var author = [Int32](repeating: -1, count: commits.count)
        var pairs: [Int: [Int]] = [:]
        for batch in batches {
            let (sha, others) = (batch.texts("sha"), batch.texts("coauthors"))
            let writer = batch.texts("author").mapped { $0.isEmpty ? Int32(-1) : Int32(code($0)) }
            for fact in 0..<batch.count {
                guard let row = rows[sha[fact]].map(Int.init), !commits.isBot[row], author[row] < 0, pairs[row] == nil else { continue }
                author[row] = writer[fact]
                guard !others.isEmpty(fact) else { continue }
                var people = writer[fact] < 0 ? [] : [Int(writer[fact])]
                for name in others[fact].split(separator: " ") {
                    let other = code(String(name))
                    if !people.contains(other) { people.append(other) }
                }
                if people.count > 1 { hasCoauthors = true }
                pairs[row] = people
            }
        }
        for row in 0..<commits.count {
            if let people = pairs[row] { writers.append(people) } else { writers.append(author[row] < 0 ? nil : Int(author[row])) }
        }
        count = codes.count
    }
}
