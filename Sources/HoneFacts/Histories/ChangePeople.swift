/// Who opened and who reviewed the changes: row `i` is change `i`. Programs are left out.
///
/// People are integers that mean nothing outside of this value: a metric may count them, and nothing here can name them.
package struct ChangePeople: Sendable {
    /// The author first, then the reviewers, each once; empty where nobody is known.
    package private(set) var everyone = RowLists()
    /// One entry a review by somebody other than the author.
    package private(set) var reviewers = RowLists()
    /// Codes of people are below this.
    package private(set) var count = 0

    package init() {}

    /// Rows as in `rows`; reviews that came after the merge are left out. Complexity: O(changes + reviews).
    init(changes: FactBatches, reviews facts: FactBatches, _ rows: ChangeRows, mergedAt: [Int64]) {
        var codes: [String: Int] = [:]
        func code(_ person: String) -> Int {
            let code = codes[person] ?? codes.count
            codes[person] = code
            return code
        }
        var isProgram = [Bool](repeating: false, count: rows.count)
        for batch in changes {
            let marks = batch.integers("is_bot")
            for (fact, row) in rows.rows(batch).enumerated() { isProgram[row] = marks[fact] == 1 }
        }
        var reviewing = [[Int]](repeating: [], count: rows.count)
        for batch in facts {
            let (reviewer, reviewedAt) = (batch.texts("reviewer"), batch.integers("reviewed_at"))
            for (review, row) in rows.byOthers(batch) where !reviewer.isEmpty(review) {
                let isLate = mergedAt[row] != Instant.missing && reviewedAt[review] != Instant.missing && reviewedAt[review] > mergedAt[row]
                if !isLate { reviewing[row].append(code(reviewer[review])) }
            }
        }
        for row in 0..<rows.count {
            var people = rows.author[row].isEmpty || isProgram[row] ? [] : [code(rows.author[row])]
            for person in reviewing[row] where !people.contains(person) { people.append(person) }
            everyone.append(people)
            reviewers.append(reviewing[row])
        }
        count = codes.count
    }
}
