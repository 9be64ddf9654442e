/// What speaks against a text for somebody who knows none of our terms: terms, long sentences, short forms, bare numbers.
struct PlainLanguage {
    /// Sentences without what stands in quotation marks: those are the product's own words.
    let sentences: [[String]]

    static let longest = 25
    static let longestMean = 15.0

    /// Words that a page would have to explain. A term of two words is one here.
    static let terms: Set<String> = [
        "percentile", "quantile", "interval", "median", "p50", "p85", "wip", "throughput", "cycle time", "lead time", "refactoring",
        "refactor", "ci", "sprint", "sprints", "iteration", "iterations", "backlog", "confidence", "significant", "significance",
        "baseline",
        "metric", "metrics", "kpi", "kpis", "undetermined", "confounded", "washout", "deployment", "deployments", "deploy", "merge",
        "merged",
        "commit", "commits", "committed", "pull request", "review", "reviews", "points", "point", "variance", "sample", "distribution",
        "regression", "rate", "ratio", "factor", "guard", "guards", "hypothesis", "story", "stories", "ticket", "tickets", "item", "items",
        "pipeline", "builds", "stage", "stages", "status", "throughputs", "debt", "vs", "approx", "etc", "eg", "ie", "outlier", "mean",
        "technical", "branch", "repository", "kaizen", "retro", "bottleneck", "slack", "velocity", "burndown", "epic", "bug", "bugs", "n",
    ]

    init(_ text: String) {
        var isQuoted = false
        let spoken = text.filter { letter in
            if letter == "\"" { isQuoted.toggle() }
            return !isQuoted && letter != "\""
        }
        var (sentences, sentence): ([[String]], [String]) = ([], [])
        for word in spoken.split(separator: " ").map(String.init) {
            sentence.append(word)
            guard let last = word.last, ".!?".contains(last) else { continue }
            sentences.append(sentence)
            sentence = []
        }
        if !sentence.isEmpty { sentences.append(sentence) }
        self.sentences = sentences
    }

    var mean: Double { sentences.isEmpty ? 0 : Double(sentences.map(\.count).reduce(0, +)) / Double(sentences.count) }

    var problems: [String] {
        var problems: [String] = []
        for sentence in sentences {
            let said = sentence.joined(separator: " ")
            if sentence.count > Self.longest { problems.append("\(sentence.count) words: \(said)") }
            let words = sentence.map { $0.filter { $0.isLetter || $0.isNumber || $0 == "%" || $0 == "'" } }
            let lower = words.map { $0.lowercased() }
            for term in lower + zip(lower, lower.dropFirst()).map({ "\($0) \($1)" }) where Self.terms.contains(term) {
                problems.append("the term \(term): \(said)")
            }
            for word in words where word.count > 1 && word == word.uppercased() && word.contains(where: \.isLetter) && word != "EUR" {
                problems.append("the short form \(word): \(said)")
            }
            problems += Self.bareNumbers(sentence).map { "the bare number \($0): \(said)" }
        }
        return problems
    }

    /// Numbers behind which no word says what they count.
    private static func bareNumbers(_ sentence: [String]) -> [String] {
        sentence.indices.filter { place in
            guard sentence[place].contains(where: \.isNumber) else { return false }
            // A number with its unit, and a year behind a month, are whole.
            if sentence[place].contains("%") || (place > 0 && months.contains(sentence[place - 1])) { return false }
            let rest = sentence[(place + 1)...].drop { $0 == "to" || $0 == "of" || $0 == "them," || $0.contains(where: \.isNumber) }
            guard let next = rest.first else { return true }
            return !next.contains(where: \.isLetter) && !next.hasPrefix("%")
        }.map { sentence[$0] }
    }

    private static let months: Set<String> = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
