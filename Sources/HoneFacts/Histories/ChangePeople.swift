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

    /// Rows in the order of the changes. Complexity: O(changes + reviews).
    init(changes: FactBatches, reviews facts: FactBatches) {
        var codes: [String: Int] = [:]
        func code(_ person: String) -> Int {
            let code = codes[person] ?? codes.count
            codes[person] = code
            return code
        }
        for batch in changes {
            let reviewing = Self.reviewing(batch.texts("key"), count: batch.count, facts.of(batch.origin), code)
            let (author, isProgram) = (batch.texts("author"), batch.integers("is_bot"))
            for row in 0..<batch.count {
                var people = author.isEmpty(row) || isProgram[row] == 1 ? [] : [code(author[row])]
                for person in reviewing[row] where !people.contains(person) { people.append(person) }
                everyone.append(people)
                reviewers.append(reviewing[row])
            }
        }
        count = codes.count
    }

    private static func reviewing(_ keys: TextColumn, count: Int, _ reviews: FactBatches, _ code: (String) -> Int) -> [[Int]] {
        var rowOf: [String: Int] = [:]
        for row in 0..<count { rowOf[keys[row]] = row }
        var reviewing = [[Int]](repeating: [], count: count)
        for batch in reviews {
            let (change, reviewer) = (batch.texts("change"), batch.texts("reviewer"))
            let (isAuthor, isBot) = (batch.integers("is_author"), batch.integers("is_bot"))
            for review in 0..<batch.count where isAuthor[review] == 0 && isBot[review] != 1 && !reviewer.isEmpty(review) {
                guard let row = rowOf[change[review]] else { continue }
                reviewing[row].append(code(reviewer[review]))
            }
        }
        return reviewing
    }
}
